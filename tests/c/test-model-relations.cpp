/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "model-test.h"

TEST (Relations, AreReadFromBothSides)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupMandate) ec = find<EupMandate> (catalog, "ec");
  g_autoptr (EupPriority) p1 = find<EupPriority> (catalog, "p1");
  g_autoptr (EupPriority) p2 = find<EupPriority> (catalog, "p2");
  g_autoptr (EupObjective) o1 = find<EupObjective> (catalog, "o1");
  g_autoptr (EupInitiative) i1 = find<EupInitiative> (catalog, "i1");
  g_autoptr (EupInitiative) i2 = find<EupInitiative> (catalog, "i2");
  g_autoptr (EupCommissioner) henna = find<EupCommissioner> (catalog, "henna");
  g_autoptr (EupCommissioner) president = eup_mandate_dup_president (ec);
  g_autoptr (EupMandate) mandate = eup_priority_dup_mandate (p1);
  g_autoptr (EupPriority) first = eup_initiative_dup_priority (i2);

  EXPECT_EQ (take_ids (eup_mandate_dup_priorities (ec)), "p2 p1");
  EXPECT_EQ (take_ids (eup_priority_dup_objectives (p1)), "o2 o1");
  EXPECT_EQ (take_ids (eup_priority_dup_initiatives (p1)), "i2 i3 i1");
  EXPECT_EQ (take_ids (eup_priority_dup_initiatives (p2)), "i2");
  EXPECT_EQ (take_ids (eup_priority_dup_milestones (p1)), "m2 m3");
  EXPECT_EQ (take_ids (eup_priority_dup_commissioners (p1)), "henna ursula");
  EXPECT_EQ (take_ids (eup_priority_dup_commissioners (p2)), "henna");
  EXPECT_EQ (take_ids (eup_objective_dup_initiatives (o1)), "i2 i1");
  EXPECT_EQ (take_ids (eup_initiative_dup_objectives (i2)), "o1 o3");
  EXPECT_EQ (take_ids (eup_initiative_dup_priorities (i2)), "p2 p1");
  EXPECT_EQ (take_ids (eup_initiative_dup_parts (i1)), "i3");
  EXPECT_EQ (take_ids (eup_initiative_dup_milestones (i1)), "m2 m3");
  EXPECT_EQ (take_ids (eup_initiative_dup_all_milestones (i1)), "m1 m2 m3");
  EXPECT_EQ (take_ids (eup_commissioner_dup_priorities (henna)), "p2 p1");
  EXPECT_EQ (take_ids (eup_commissioner_dup_initiatives (henna)), "i1");
  EXPECT_EQ (take_ids (eup_entity_dup_children (EUP_ENTITY (o1))), "i2 i1");
  EXPECT_EQ (eup_entity_dup_children (EUP_ENTITY (henna)), nullptr);
  EXPECT_STREQ (eup_entity_get_id (EUP_ENTITY (president)), "ursula");
  EXPECT_EQ (mandate, ec);
  EXPECT_EQ (first, p2);
}

TEST (Relations, WhatFollowsFromMilestones)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupInitiative) i1 = find<EupInitiative> (catalog, "i1");
  g_autoptr (EupMilestone) m2 = find<EupMilestone> (catalog, "m2");
  g_autoptr (EupMilestone) m3 = find<EupMilestone> (catalog, "m3");
  g_autoptr (EupMilestone) next = eup_initiative_dup_next_milestone (i1);
  g_autofree char *date = eup_date_to_string (eup_initiative_get_date (i1));
  g_autoptr (EupDate) later = eup_date_new (2026, 2, 1, NULL);
  Log log;

  EXPECT_TRUE (eup_initiative_get_legislative (i1));
  EXPECT_EQ (eup_initiative_get_status (i1), EUP_STATUS_PROPOSED);
  EXPECT_STREQ (date, "2025-03-05");
  EXPECT_EQ (eup_initiative_get_day (i1), 20152);
  EXPECT_EQ (eup_milestone_get_day (m2), 20152);
  EXPECT_EQ (next, m3);
  EXPECT_EQ (eup_milestone_get_state (m3), EUP_MILESTONE_STATE_EXPECTED);

  watch_notify (catalog, &log);
  watch_notify (i1, &log);
  watch_notify (m2, &log);
  watch_notify (m3, &log);
  eup_catalog_set_as_of (catalog, later);
  EXPECT_EQ (eup_initiative_get_status (i1), EUP_STATUS_ADOPTED);
  EXPECT_EQ (eup_milestone_get_state (m3), EUP_MILESTONE_STATE_REACHED);
  EXPECT_EQ (eup_initiative_dup_next_milestone (i1), nullptr);
  EXPECT_EQ (joined (log), "notify EupCatalog:as-of; notify m3:state; "
                           "notify i1:status; notify i1:status-date; notify i1:date; notify i1:day; notify i1:next-milestone");
  eup_catalog_set_as_of (catalog, NULL);
  EXPECT_NE (eup_catalog_get_as_of (catalog), nullptr);
}

TEST (Relations, IdsThatNameNothingYet)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupInitiative) i1 = find<EupInitiative> (catalog, "i1");
  g_autoptr (EupList) objectives = eup_initiative_dup_objectives (i1);
  g_autoptr (EupObjective) o9 = eup_objective_new ("o9");
  const char *const wanted[] = { "o9", "o1", "o9", NULL };
  Log log;

  watch_items (objectives, "objectives", &log);
  eup_initiative_set_objective_ids (i1, wanted);
  EXPECT_EQ (ids (objectives), "o1");
  EXPECT_STREQ (eup_initiative_get_objective_ids (i1)[0], "o9");
  EXPECT_EQ (eup_initiative_get_objective_ids (i1)[2], nullptr);

  eup_objective_set_position (o9, 1);
  ASSERT_TRUE (eup_catalog_add (catalog, EUP_ENTITY (o9), NULL));
  EXPECT_EQ (ids (objectives), "o9 o1");
  ASSERT_TRUE (eup_catalog_remove (catalog, "o9"));
  EXPECT_EQ (ids (objectives), "o1");
  EXPECT_EQ (joined (log), "items objectives 0-0+1; items objectives 0-1+0");
}

/* A reference to something of another type names nothing. */
TEST (Relations, OfTheWrongType)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupInitiative) i1 = find<EupInitiative> (catalog, "i1");
  const char *const wrong[] = { "p1", "i2", NULL };

  eup_initiative_set_objective_ids (i1, wrong);
  eup_initiative_set_parent_id (i1, "p1");
  EXPECT_EQ (take_ids (eup_initiative_dup_objectives (i1)), "");
  EXPECT_EQ (eup_initiative_dup_parent (i1), nullptr);
  eup_initiative_set_parent_id (i1, "i1");
  EXPECT_EQ (take_ids (eup_initiative_dup_parts (i1)), "i3 i1");
}

TEST (Relations, OtherSideFollows)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupInitiative) i3 = find<EupInitiative> (catalog, "i3");
  g_autoptr (EupPriority) p2 = find<EupPriority> (catalog, "p2");
  g_autoptr (EupObjective) o3 = find<EupObjective> (catalog, "o3");
  g_autoptr (EupObjective) o2 = find<EupObjective> (catalog, "o2");
  g_autoptr (EupList) of_p2 = eup_priority_dup_initiatives (p2);
  g_autoptr (EupList) of_o3 = eup_objective_dup_initiatives (o3);
  g_autoptr (EupList) timeline = eup_priority_dup_milestones (p2);
  g_autoptr (EupMilestone) milestone = eup_milestone_new ("new");
  g_autoptr (EupDate) date = eup_date_new_from_string ("2025-09", NULL);
  const char *const objectives[] = { "o2", "o3", NULL };
  Log log;

  watch_items (of_p2, "of_p2", &log);
  watch_items (of_o3, "of_o3", &log);
  watch_items (timeline, "timeline", &log);
  watch_notify (i3, &log);
  eup_initiative_set_objective_ids (i3, objectives);
  EXPECT_EQ (joined (log), "notify i3:objective-ids; notify i3:objectives; notify i3:priorities; notify i3:priority; "
                           "items of_o3 1-0+1; items of_p2 1-0+1");
  log.clear ();

  eup_milestone_set_subject_id (milestone, "i3");
  eup_milestone_set_date (milestone, date);
  ASSERT_TRUE (eup_catalog_add (catalog, EUP_ENTITY (milestone), NULL));
  EXPECT_EQ (ids (timeline), "new");
  /* The objective moves to the priority with all that is beneath it. */
  eup_objective_set_priority_id (o3, "p1");
  EXPECT_EQ (ids (of_p2), "i2");
  EXPECT_EQ (ids (timeline), "");
}

TEST (Relations, CommissionersInCharge)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupPriority) p1 = find<EupPriority> (catalog, "p1");
  g_autoptr (EupCommissioner) ursula = find<EupCommissioner> (catalog, "ursula");
  g_autoptr (EupList) commissioners = eup_priority_dup_commissioners (p1);
  g_autoptr (EupList) hers = eup_commissioner_dup_priorities (ursula);
  const char *const stated[] = { "ursula", "henna", NULL };
  const char *const other[] = { "henna", NULL };

  EXPECT_EQ (ids (commissioners), "henna ursula");
  eup_priority_set_in_charge_ids (p1, stated);
  EXPECT_EQ (ids (commissioners), "ursula henna");
  eup_priority_set_in_charge_ids (p1, other);
  EXPECT_EQ (ids (commissioners), "henna");
  EXPECT_EQ (ids (hers), "");
  eup_priority_set_in_charge_ids (p1, NULL);
  EXPECT_EQ (ids (commissioners), "henna ursula");
  EXPECT_EQ (ids (hers), "p1");
  eup_commissioner_set_family_name (ursula, "Albrecht");
  EXPECT_EQ (ids (commissioners), "ursula henna");
  eup_commissioner_set_terms (ursula, NULL, 0);
  EXPECT_EQ (ids (commissioners), "henna");
  EXPECT_EQ (eup_commissioner_get_role (ursula), nullptr);
}

TEST (Relations, TermsHaveThePeriodOfTheirMandate)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupMandate) older = eup_mandate_new ("older");
  g_autoptr (EupMandate) ec = find<EupMandate> (catalog, "ec");
  g_autoptr (EupCommissioner) henna = find<EupCommissioner> (catalog, "henna");
  g_autoptr (EupText) now = eup_text_new ("en", "Now");
  g_autoptr (EupText) then = eup_text_new ("en", "Then");
  g_autoptr (EupPeriod) early = eup_period_new_from_string ("2019-12-01/2024-11-30", NULL);
  g_autoptr (EupPeriod) later = eup_period_new_from_string ("2024-12-01/..", NULL);
  g_autoptr (EupPeriod) own = eup_period_new_from_string ("2020/2024", NULL);
  g_autoptr (EupTerm) first = eup_term_new ("ec", now, NULL, NULL, NULL);
  g_autoptr (EupTerm) second = eup_term_new ("older", then, NULL, own, NULL);
  EupTerm *terms[] = { first, second };
  g_autoptr (EupResults) results = NULL;
  Log log;

  eup_mandate_set_period (older, early);
  eup_mandate_set_period (ec, later);
  ASSERT_TRUE (eup_catalog_add (catalog, EUP_ENTITY (older), NULL));
  eup_commissioner_set_terms (henna, terms, 2);
  results = eup_catalog_query (catalog, "type:commissioner id:henna date:2028", NULL);
  eup_results_set_live (results, TRUE);
  EXPECT_STREQ (eup_commissioner_get_role (henna), "Now");
  EXPECT_EQ (ids (results), "henna");

  watch_notify (henna, &log);
  eup_mandate_set_period (ec, NULL);
  EXPECT_EQ (joined (log), "notify henna:role; notify henna:portfolio");
  EXPECT_STREQ (eup_commissioner_get_role (henna), "Then");
  EXPECT_EQ (ids (results), "");
  eup_mandate_set_period (ec, later);
  EXPECT_STREQ (eup_commissioner_get_role (henna), "Now");
  EXPECT_EQ (ids (results), "henna");
  log.clear ();
  ASSERT_TRUE (eup_catalog_remove (catalog, "ec"));
  EXPECT_EQ (joined (log), "notify henna:role; notify henna:portfolio");
  EXPECT_STREQ (eup_commissioner_get_role (henna), "Then");
}

/* A query finds what the list shows. */
TEST (Relations, OfCommissionersAreTheSameInListsAndQueries)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  const char *const other[] = { "ursula", NULL };
  static const char *const texts[] = { "type:commissioner priority:p2", "type:commissioner has:priorities" };

  for (const char *text : texts)
    {
      g_autoptr (EupPriority) p1 = find<EupPriority> (catalog, "p1");
      g_autoptr (EupPriority) p2 = find<EupPriority> (catalog, "p2");
      g_autoptr (EupResults) results = NULL;

      eup_priority_set_in_charge_ids (p1, other);
      eup_priority_set_in_charge_ids (p2, other);
      results = eup_catalog_query (catalog, text, NULL);
      EXPECT_EQ (ids (results), text == texts[0] ? "henna ursula" : "ursula") << text;
    }
}

TEST (Relations, TopicsClassifyEverything)
{
  g_autoptr (EupCatalog) catalog = load_model ();
  g_autoptr (EupTopic) topic = find<EupTopic> (catalog, "t1");
  g_autoptr (EupEntity) i1 = eup_catalog_lookup (catalog, "i1");
  g_autoptr (EupEntity) p1 = eup_catalog_lookup (catalog, "p1");
  g_autoptr (EupList) entities = eup_topic_dup_entities (topic);
  const char *const topics[] = { "t1", NULL };

  eup_entity_set_topic_ids (i1, topics);
  eup_entity_set_topic_ids (p1, topics);
  EXPECT_EQ (ids (entities), "p1 i1");
  EXPECT_EQ (take_ids (eup_entity_dup_topics (i1)), "t1");
  EXPECT_EQ (eup_list_get_item_type (entities), EUP_TYPE_ENTITY);
}
