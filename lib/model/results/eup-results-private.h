/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#pragma once

#include <eupolicy/eup-results.h>

#include "model/core/eup-core-private.h"
#include "model/lists/eup-rows.h"
#include "query/engine/eup-plan.h"

G_BEGIN_DECLS

/* What a query can be touched by, besides relations and what they lead to. */
typedef struct
{
  gboolean texts;      /* summaries and notes */
  gboolean titles;
  gboolean references;
  gboolean properties; /* anything, by has: */
  gboolean entities;   /* entities that are named */
  gboolean names;      /* those that are named by title */
  gboolean rank;       /* each edit of a text may move all of them */
  gboolean derived;    /* what follows from milestones and the day */
} EupResultsUse;

struct _EupResults
{
  GObject       parent_instance;

  EupThreadOwner *thread_owner; /* as EupThreadOwned has it */
  EupCore      *core;
  EupFollower   follower;
  EupQuerySpec *spec;       /* what was asked */
  EupQuery     *query;      /* the same as an object; NULL until it is asked for */
  EupRows       rows;
  EupNumber    *scored;     /* whose scores these are */
  GArray       *scores;     /* of double; NULL without words */
  GHashTable   *places;     /* number -> its place in both + 1; NULL until a score is asked for */
  gboolean      is_total_known;
  guint64       n_total;
  guint64       n_removals; /* of which it knows */
  GHashTable   *removed;    /* numbers; NULL: none */

  gboolean      is_refused; /* it costs too much: there is no answer */
  gboolean      live;
  gboolean      is_stale;   /* the whole answer is to be found anew */
  EupResultsUse use;
  GArray       *all;        /* of EupNumber: the answer without offset and limit, while live */
  GArray       *events;     /* of EupEvent: not looked at yet */
};

/* A program, or a binding of its language, may make an instance with g_object_new: it is the answer to nothing. */
#define EUP_IS_ANSWER(self) (EUP_IS_RESULTS (self) && (self)->core != NULL)

/* What queries share on one core (eup-query-context.c) */
EupQueryContext eup_core_get_query_context (EupCore    *core);
/* The text as it is read. */
EupQuerySpec   *eup_core_read_query        (EupCore    *core,
                                            const char *text,
                                            GError    **error);

/* NULL with @error if the question is cancelled or costs too much. */
EupResults     *eup_results_new            (EupCore    *core,
                                            EupQuerySpec *spec,
                                            EupQuery   *query,
                                            GCancellable *cancellable,
                                            GError    **error);

/* The same for callers that take no error: a warning is logged, and the answer is empty. */
EupResults     *eup_results_new_or_empty   (EupCore    *core,
                                            EupQuerySpec *spec,
                                            EupQuery   *query);

/* (eup-results-live.c) */
gboolean        eup_results_evaluate       (EupResults *self,
                                            GCancellable *cancellable,
                                            GError    **error);

/* FALSE, and from then on refused, if the question costs too much meanwhile. */
gboolean        eup_results_begin_plan     (EupResults *self,
                                            EupPlan    *plan);
gboolean        eup_results_event          (GObject    *owner,
                                            const EupEvent *event);
void            eup_results_announce       (GObject    *owner);
void            eup_results_reset          (GObject    *owner);
void            eup_results_find_use       (EupResults *self);

/* NULL if it has none. */
const double   *eup_results_find_score     (EupResults *self,
                                            EupNumber   number);
void            eup_results_clear_scores   (EupResults *self);

void            eup_results_notify_total   (EupResults *self);
GParamSpec     *eup_results_n_items_pspec  (void);

G_END_DECLS
