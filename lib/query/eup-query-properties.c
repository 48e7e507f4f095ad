/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "query/eup-query-properties.h"

#include <string.h>

/* The singular is what people write in has:, the names with -id and -ids are those of the properties that are set. */
static const EupQueryProperty properties[] = {
  { "id", { NULL }, EUP_PROPERTY_ID },
  { "type", { "type-nick" }, EUP_PROPERTY_TYPE },
  { "title", { "title-text" }, EUP_PROPERTY_TITLE },
  { "short-title", { "short-title-text" }, EUP_PROPERTY_STORED },
  { "other-titles", { "other-title" }, EUP_PROPERTY_STORED },
  { "summary", { "summary-text", "overview" }, EUP_PROPERTY_STORED },
  { "notes", { "note", "notes-text" }, EUP_PROPERTY_STORED },
  { "references", { "reference", "ref" }, EUP_PROPERTY_STORED },
  { "links", { "link" }, EUP_PROPERTY_STORED },
  { "figures", { "figure" }, EUP_PROPERTY_STORED },
  { "topics", { "topic", "topic-ids" }, EUP_PROPERTY_STORED },
  { "sources", { "source" }, EUP_PROPERTY_STORED },
  { "confidence", { NULL }, EUP_PROPERTY_STORED },
  { "verified", { NULL }, EUP_PROPERTY_STORED },
  { "children", { "child" }, EUP_PROPERTY_CHILDREN },
  { "period", { NULL }, EUP_PROPERTY_STORED },
  { "president", { "president-id" }, EUP_PROPERTY_STORED },
  { "mandate", { "mandate-id" }, EUP_PROPERTY_STORED },
  { "position", { NULL }, EUP_PROPERTY_STORED },
  { "in-charge", { "in-charge-ids" }, EUP_PROPERTY_STORED },
  { "commissioners", { "commissioner" }, EUP_PROPERTY_COMMISSIONERS },
  { "priority", { "priority-id" }, EUP_PROPERTY_PRIORITY },
  { "priorities", { "priority-ids" }, EUP_PROPERTY_PRIORITIES },
  { "purpose", { "purpose-text" }, EUP_PROPERTY_STORED },
  { "objectives", { "objective", "objective-ids" }, EUP_PROPERTY_OBJECTIVES },
  { "initiatives", { "initiative" }, EUP_PROPERTY_INITIATIVES },
  { "instrument", { NULL }, EUP_PROPERTY_STORED },
  { "stated-status", { NULL }, EUP_PROPERTY_STORED },
  { "status", { NULL }, EUP_PROPERTY_STATUS },
  { "legislative", { NULL }, EUP_PROPERTY_LEGISLATIVE },
  { "leads", { "lead", "lead-ids" }, EUP_PROPERTY_LEADS },
  { "parent", { "parent-id" }, EUP_PROPERTY_STORED },
  { "parts", { "part" }, EUP_PROPERTY_PARTS },
  { "fulfils", { "fulfils-ids" }, EUP_PROPERTY_STORED },
  { "fulfilled-by", { NULL }, EUP_PROPERTY_FULFILLED_BY },
  { "replaces", { "replaces-ids" }, EUP_PROPERTY_STORED },
  { "replaced-by", { NULL }, EUP_PROPERTY_REPLACED_BY },
  { "amends", { "amends-ids" }, EUP_PROPERTY_STORED },
  { "amended-by", { NULL }, EUP_PROPERTY_AMENDED_BY },
  { "milestones", { "milestone" }, EUP_PROPERTY_MILESTONES },
  { "all-milestones", { NULL }, EUP_PROPERTY_ALL_MILESTONES },
  { "next-milestone", { NULL }, EUP_PROPERTY_NEXT_MILESTONE },
  { "date", { "day" }, EUP_PROPERTY_DATE },
  { "subject", { "subject-id" }, EUP_PROPERTY_STORED },
  { "kind", { NULL }, EUP_PROPERTY_STORED },
  { "actor", { NULL }, EUP_PROPERTY_STORED },
  { "stated-state", { NULL }, EUP_PROPERTY_STORED },
  { "state", { NULL }, EUP_PROPERTY_STATE },
  { "refines", { "refines-id" }, EUP_PROPERTY_STORED },
  { "given-name", { NULL }, EUP_PROPERTY_STORED },
  { "family-name", { NULL }, EUP_PROPERTY_STORED },
  { "country", { NULL }, EUP_PROPERTY_STORED },
  { "terms", { "term" }, EUP_PROPERTY_STORED },
  { "role", { NULL }, EUP_PROPERTY_ROLE },
  { "portfolio", { NULL }, EUP_PROPERTY_PORTFOLIO },
  { "broader", { "broader-id" }, EUP_PROPERTY_STORED },
  { "scheme", { NULL }, EUP_PROPERTY_STORED },
  { "entities", { "entity" }, EUP_PROPERTY_ENTITIES },
};

static gboolean
is_name (const char *name,
         const char *text,
         gsize       length)
{
  return name != NULL && strncmp (name, text, length) == 0 && name[length] == '\0';
}

int
eup_query_property_find (const char *name,
                         gsize       length)
{
  for (guint i = 0; i < G_N_ELEMENTS (properties); i++)
    {
      if (is_name (properties[i].name, name, length))
        return (int) i;
      for (guint j = 0; j < G_N_ELEMENTS (properties[i].other); j++)
        if (is_name (properties[i].other[j], name, length))
          return (int) i;
    }
  return -1;
}

guint
eup_query_n_properties (void)
{
  return G_N_ELEMENTS (properties);
}

const EupQueryProperty *
eup_query_property (guint number)
{
  return &properties[number];
}
