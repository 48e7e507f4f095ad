/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#define __EUPOLICY_H_INSIDE__

#include <eupolicy/eup-catalog.h>
#include <eupolicy/eup-citation.h>
#include <eupolicy/eup-commissioner.h>
#include <eupolicy/eup-date.h>
#include <eupolicy/eup-entity.h>
#include <eupolicy/eup-enum-strings.h>
#include <eupolicy/eup-enum-types.h>
#include <eupolicy/eup-enums.h>
#include <eupolicy/eup-errors.h>
#include <eupolicy/eup-figure.h>
#include <eupolicy/eup-format.h>
#include <eupolicy/eup-initiative.h>
#include <eupolicy/eup-issue.h>
#include <eupolicy/eup-link.h>
#include <eupolicy/eup-list.h>
#include <eupolicy/eup-mandate.h>
#include <eupolicy/eup-milestone.h>
#include <eupolicy/eup-objective.h>
#include <eupolicy/eup-period.h>
#include <eupolicy/eup-priority.h>
#include <eupolicy/eup-progress.h>
#include <eupolicy/eup-query.h>
#include <eupolicy/eup-reason.h>
#include <eupolicy/eup-reference.h>
#include <eupolicy/eup-results.h>
#include <eupolicy/eup-term.h>
#include <eupolicy/eup-text.h>
#include <eupolicy/eup-thread.h>
#include <eupolicy/eup-title.h>
#include <eupolicy/eup-topic.h>
#include <eupolicy/eup-types.h>
#include <eupolicy/eup-version.h>
#include <eupolicy/eup-visibility.h>

#undef __EUPOLICY_H_INSIDE__
