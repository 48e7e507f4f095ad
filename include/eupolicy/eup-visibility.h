/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <glib.h>

/* Versions of the interface. A program pins them by defining EUP_VERSION_MIN_REQUIRED and
 * EUP_VERSION_MAX_ALLOWED before including <eupolicy.h>. */

/**
 * EUP_VERSION_1_0:
 *
 * The interface of libeupolicy 1.0, for `EUP_VERSION_MIN_REQUIRED` and `EUP_VERSION_MAX_ALLOWED`.
 *
 * Since: 1.0
 */
#define EUP_VERSION_1_0 (G_ENCODE_VERSION (1, 0))

#ifndef EUP_VERSION_MIN_REQUIRED
#define EUP_VERSION_MIN_REQUIRED (EUP_VERSION_1_0)
#endif

#ifndef EUP_VERSION_MAX_ALLOWED
#define EUP_VERSION_MAX_ALLOWED (EUP_VERSION_1_0)
#endif

#if EUP_VERSION_MAX_ALLOWED < EUP_VERSION_MIN_REQUIRED
#error "EUP_VERSION_MAX_ALLOWED must be at least EUP_VERSION_MIN_REQUIRED"
#endif

#ifdef __GNUC__
#define _EUP_EXTERN __attribute__ ((visibility ("default"))) extern
#else
#define _EUP_EXTERN extern
#endif

#define EUP_AVAILABLE_IN_1_0 _EUP_EXTERN
