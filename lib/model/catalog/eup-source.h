/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-progress.h>

#include "formats/eup-formats.h"

G_BEGIN_DECLS

/* Where data come from: a file, a stream or bytes. */
typedef struct _EupSource EupSource;

EupSource  *eup_source_new_for_file   (GFile         *file,
                                       EupFormat      format);
EupSource  *eup_source_new_for_stream (GInputStream  *stream,
                                       EupFormat      format,
                                       const char    *source_name);
EupSource  *eup_source_new_for_bytes  (GBytes        *bytes,
                                       EupFormat      format,
                                       const char    *source_name);
void        eup_source_free           (EupSource     *self);
const char *eup_source_name           (EupSource     *self);

/* In any thread: a private store is built. With @places (nullable) these are given, and the store is not checked. */
EupStore   *eup_source_read           (EupSource     *self,
                                       EupProgress   *progress,
                                       GCancellable  *cancellable,
                                       GPtrArray     *issues,
                                       EupPlaces    **places,
                                       GError       **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (EupSource, eup_source_free)

G_END_DECLS
