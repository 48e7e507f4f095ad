/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include <string.h>

#include <eupolicy/eup-date.h>
#include <eupolicy/eup-list.h>
#include <eupolicy/eup-period.h>
#include <eupolicy/eup-text.h>

#include "model/entity/eup-entity-private.h"
#include "model/lists/eup-order.h"

/* What whoever listens to an object has read of it. An edit says of more properties than change that they may have; those
 * that show what was read before are not notified. Where nothing was read through the property, all are. */

typedef struct
{
  guint   place; /* of the property */
  guint64 print; /* of its value */
} Known;

static guint64
mix (guint64 print,
     guint64 more)
{
  print = (print ^ more) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return print ^ (print >> 29);
}

static guint64
mix_string (guint64     print,
            const char *string)
{
  if (string == NULL)
    return mix (print, 1);
  print = mix (print, strlen (string) + 2);
  for (; *string != '\0'; string++)
    print = mix (print, (guchar) *string);
  return print;
}

static guint64
print_of_strings (const char * const *strings)
{
  guint64 print = 0;

  for (guint i = 0; strings != NULL && strings[i] != NULL; i++)
    print = mix_string (print, strings[i]);
  return print;
}

static guint64
print_of_text (EupText *text)
{
  char **languages = eup_text_get_languages (text);
  guint64 print = 0;

  for (guint i = 0; languages[i] != NULL; i++)
    print = mix_string (mix_string (print, languages[i]), eup_text_get (text, languages[i]));
  return print;
}

static guint64
print_of_boxed (const GValue *value)
{
  gpointer boxed = g_value_get_boxed (value);
  g_autofree char *string = NULL;

  if (boxed == NULL)
    return 1;
  if (G_VALUE_HOLDS (value, G_TYPE_STRV))
    return print_of_strings (boxed);
  if (G_VALUE_HOLDS (value, EUP_TYPE_TEXT))
    return print_of_text (boxed);
  string = G_VALUE_HOLDS (value, EUP_TYPE_DATE) ? eup_date_to_string (boxed) : eup_period_to_string (boxed);
  return mix_string (0, string);
}

/* Which entities a list has, in whatever order: the list itself says how they move. It still shows what it announced, so the
 * relation is asked. */
static guint64
print_of_relation (EupEntity   *self,
                   EupRelation  relation)
{
  g_autoptr (GArray) numbers = g_array_new (FALSE, FALSE, sizeof (EupNumber));
  guint64 print = 0;

  if (self->core == NULL)
    return 0;
  eup_core_collect (self->core, relation, self->number, numbers);
  for (guint i = 0; i < numbers->len; i++)
    print += mix (G_GUINT64_CONSTANT (1) << 40, g_array_index (numbers, EupNumber, i)); /* none is 0 */
  return print;
}

/* FALSE: such a value is not told from another. */
static gboolean
find_print (EupEntity    *self,
            guint         place,
            const GValue *value,
            guint64      *print)
{
  EupRelation relation = eup_entity_relation_at (self, place);

  if (G_VALUE_HOLDS_STRING (value))
    *print = mix_string (0, g_value_get_string (value));
  else if (G_VALUE_HOLDS_BOXED (value))
    *print = print_of_boxed (value);
  else if (G_VALUE_HOLDS_ENUM (value))
    *print = (guint64) g_value_get_enum (value);
  else if (G_VALUE_HOLDS_INT (value))
    *print = (guint64) g_value_get_int (value);
  else if (G_VALUE_HOLDS_UINT (value))
    *print = g_value_get_uint (value);
  else if (G_VALUE_HOLDS_BOOLEAN (value))
    *print = (guint64) g_value_get_boolean (value);
  else if (g_type_is_a (G_VALUE_TYPE (value), EUP_TYPE_LIST) && relation == EUP_RELATION_NONE)
    return FALSE;
  else if (g_type_is_a (G_VALUE_TYPE (value), EUP_TYPE_LIST))
    *print = print_of_relation (self, relation);
  else if (G_VALUE_HOLDS_OBJECT (value))
    *print = mix (0, (guintptr) g_value_get_object (value));
  else
    return FALSE;
  return TRUE;
}

/* Of a list of entities without making the list. */
static gboolean
find_print_now (EupEntity  *self,
                guint       place,
                GParamSpec *pspec,
                guint64    *print)
{
  EupRelation relation = eup_entity_relation_at (self, place);
  g_auto (GValue) value = G_VALUE_INIT;

  if (g_type_is_a (pspec->value_type, EUP_TYPE_LIST))
    {
      *print = relation == EUP_RELATION_NONE ? 0 : print_of_relation (self, relation);
      return relation != EUP_RELATION_NONE;
    }
  g_value_init (&value, pspec->value_type);
  g_object_get_property (G_OBJECT (self), pspec->name, &value);
  return find_print (self, place, &value, print);
}

static Known *
find_known (EupEntity *self,
            guint      place)
{
  for (guint i = 0; self->known != NULL && i < self->known->len; i++)
    if (g_array_index (self->known, Known, i).place == place)
      return &g_array_index (self->known, Known, i);
  return NULL;
}

/* Within an edit, and while it is announced, others may not have been told yet of what is read. */
static gboolean
is_settled (const EupEntity *self)
{
  return self->core != NULL && self->core->depth == 0 && !self->core->draining && !self->is_announcing;
}

static gboolean
is_observed (EupEntity *self)
{
  static guint notify;

  if (notify == 0)
    notify = g_signal_lookup ("notify", G_TYPE_OBJECT);
  return g_signal_has_handler_pending (self, notify, 0, TRUE);
}

static void
add_known (EupEntity *self,
           guint      place,
           guint64    print)
{
  Known known = { place, print };

  if (self->known == NULL)
    self->known = g_array_new (FALSE, FALSE, sizeof (Known));
  g_array_append_val (self->known, known);
}

/* The property was read. */
void
eup_entity_note_read (EupEntity    *self,
                      guint         place,
                      const GValue *value)
{
  Known *known;
  guint64 print;

  if (!eup_thread_owned_is_ours (self) || !is_settled (self) || !is_observed (self) || !find_print (self, place, value, &print))
    return;
  known = find_known (self, place);
  if (known != NULL)
    known->print = print;
  else
    add_known (self, place, print);
}

/* Before something after which any of these properties may show something else. */
void
eup_entity_note_all (EupEntity       *self,
                     EupPropertyMask  properties)
{
  GParamSpec **pspecs = EUP_ENTITY_GET_CLASS (self)->pspecs;

  if (!is_observed (self))
    return;
  for (guint place = 0; place < EUP_MAX_PROPERTIES; place++)
    {
      guint64 print;

      /* Of one that is to be notified already, what was there before is known or lost. */
      if (!(properties.bits[place / 64] >> (place % 64) & 1) || (self->pending.bits[place / 64] >> (place % 64) & 1)
          || find_known (self, place) != NULL)
        continue;
      if (find_print_now (self, place, pspecs[place], &print) && find_known (self, place) == NULL)
        add_known (self, place, print);
    }
}

/* Those of the properties whose change would be seen. */
EupPropertyMask
eup_entity_known_among (EupEntity       *self,
                        EupPropertyMask  properties)
{
  EupPropertyMask known = { { 0 } };

  for (guint place = 0; place < EUP_MAX_PROPERTIES; place++)
    if ((properties.bits[place / 64] >> (place % 64) & 1) && find_known (self, place) != NULL)
      eup_property_mask_add (&known, place);
  return known;
}

/* Whether the property shows something else than was read, which is known from now on. */
gboolean
eup_entity_take_change (EupEntity  *self,
                        guint       place,
                        GParamSpec *pspec)
{
  Known *known = find_known (self, place);
  guint64 print, before;

  if (known == NULL)
    return TRUE;
  before = known->print;
  if (!find_print_now (self, place, pspec, &print))
    return TRUE;
  known->print = print;
  return print != before;
}
