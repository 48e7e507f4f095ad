/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#if !defined (__EUPOLICY_H_INSIDE__) && !defined (EUP_COMPILATION)
#error "Only <eupolicy.h> can be included directly."
#endif

#include <gio/gio.h>
#include <json-glib/json-glib.h>

#include <eupolicy/eup-enums.h>
#include <eupolicy/eup-errors.h>
#include <eupolicy/eup-visibility.h>

/* Every type by name, so that the headers of the classes need not include each other. */

typedef struct _EupDate         EupDate;
typedef struct _EupPeriod       EupPeriod;
typedef struct _EupText         EupText;

typedef struct _EupFigure       EupFigure;
typedef struct _EupReason       EupReason;
typedef struct _EupReference    EupReference;
typedef struct _EupLink         EupLink;
typedef struct _EupTerm         EupTerm;
typedef struct _EupCitation     EupCitation;
typedef struct _EupTitle        EupTitle;
typedef struct _EupIssue        EupIssue;

typedef struct _EupList         EupList;
typedef struct _EupEntity       EupEntity;
typedef struct _EupMandate      EupMandate;
typedef struct _EupPriority     EupPriority;
typedef struct _EupObjective    EupObjective;
typedef struct _EupInitiative   EupInitiative;
typedef struct _EupMilestone    EupMilestone;
typedef struct _EupCommissioner EupCommissioner;
typedef struct _EupTopic        EupTopic;
typedef struct _EupCatalog      EupCatalog;
typedef struct _EupProgress     EupProgress;

typedef struct _EupQuery        EupQuery;
typedef struct _EupResults      EupResults;
