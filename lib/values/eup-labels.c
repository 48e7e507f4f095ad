/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "eup-labels.h"

const char * const eup_labels_status[EUP_N_LANGUAGES][13];
const char * const eup_labels_instrument[EUP_N_LANGUAGES][21];
const char * const eup_labels_milestone_kind[EUP_N_LANGUAGES][20];
const char * const eup_labels_milestone_state[EUP_N_LANGUAGES][4];
const char * const eup_labels_actor[EUP_N_LANGUAGES][9];
const char * const eup_labels_confidence[EUP_N_LANGUAGES][4];
