/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <glib.h>

#include <eupolicy/eup-enums.h>

G_BEGIN_DECLS

/* What scheme a reference belongs to. Without @normalised nothing is allocated. @problem is set when the text begins like a
 * reference of a scheme and yet is none, and says why; the scheme is then OTHER. The text must be valid UTF-8. */
EupReferenceScheme eup_reference_recognise     (const char         *string,
                                                gsize               length,
                                                GString            *normalised,
                                                const char        **problem);

/* The same, with the byte that the problem is at. */
EupReferenceScheme eup_reference_recognise_at  (const char         *string,
                                                gsize               length,
                                                GString            *normalised,
                                                const char        **problem,
                                                gsize              *problem_offset);

/* The public address of a reference in its normalised form; NULL where no rule gives one. */
char              *eup_reference_address       (EupReferenceScheme  scheme,
                                                const char         *normalised);

G_END_DECLS
