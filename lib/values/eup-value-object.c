/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-value-object.h"

#include <math.h>
#include <string.h>

#define FLAGS ((GParamFlags) (G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS))

static GParamSpec *
make_pspec (const EupValueField *field)
{
  switch (field->kind)
    {
    case EUP_VALUE_STRV:
      return g_param_spec_boxed (field->name, NULL, NULL, G_TYPE_STRV, FLAGS);
    case EUP_VALUE_DOUBLE:
      return g_param_spec_double (field->name, NULL, NULL, -G_MAXDOUBLE, G_MAXDOUBLE, 0, FLAGS);
    case EUP_VALUE_UINT:
      return g_param_spec_uint (field->name, NULL, NULL, 0, G_MAXUINT, 0, FLAGS);
    case EUP_VALUE_ENUM:
      return g_param_spec_enum (field->name, NULL, NULL, field->type (), 0, FLAGS);
    case EUP_VALUE_BOXED:
      return g_param_spec_boxed (field->name, NULL, NULL, field->type (), FLAGS);
    case EUP_VALUE_OBJECT:
      return g_param_spec_object (field->name, NULL, NULL, field->type (), FLAGS);
    case EUP_VALUE_STRING:
    default:
      return g_param_spec_string (field->name, NULL, NULL, NULL, FLAGS);
    }
}

void
eup_value_object_install (GObjectClass        *object_class,
                          const EupValueField *fields,
                          guint                n)
{
  for (guint i = 0; i < n; i++)
    g_object_class_install_property (object_class, i + 1, make_pspec (&fields[i]));
}

/* Properties are set once, while the object is made: there is nothing to free before. */
void
eup_value_object_set (gpointer             self,
                      const EupValueField *field,
                      const GValue        *value)
{
  gpointer member = G_STRUCT_MEMBER_P (self, field->offset);

  switch (field->kind)
    {
    case EUP_VALUE_STRING:
      *(char **) member = g_value_dup_string (value);
      break;
    case EUP_VALUE_STRV:
      *(char ***) member = g_value_dup_boxed (value);
      if (*(char ***) member == NULL)
        *(char ***) member = g_new0 (char *, 1);
      break;
    case EUP_VALUE_DOUBLE:
      *(double *) member = g_value_get_double (value);
      break;
    case EUP_VALUE_UINT:
      *(guint *) member = g_value_get_uint (value);
      break;
    case EUP_VALUE_ENUM:
      *(int *) member = g_value_get_enum (value);
      break;
    case EUP_VALUE_BOXED:
      *(gpointer *) member = g_value_dup_boxed (value);
      break;
    case EUP_VALUE_OBJECT:
      *(gpointer *) member = g_value_dup_object (value);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
eup_value_object_get (gpointer             self,
                      const EupValueField *field,
                      GValue              *value)
{
  gpointer member = G_STRUCT_MEMBER_P (self, field->offset);

  switch (field->kind)
    {
    case EUP_VALUE_STRING:
      g_value_set_string (value, *(char **) member);
      break;
    case EUP_VALUE_STRV:
    case EUP_VALUE_BOXED:
      g_value_set_boxed (value, *(gpointer *) member);
      break;
    case EUP_VALUE_DOUBLE:
      g_value_set_double (value, *(double *) member);
      break;
    case EUP_VALUE_UINT:
      g_value_set_uint (value, *(guint *) member);
      break;
    case EUP_VALUE_ENUM:
      g_value_set_enum (value, *(int *) member);
      break;
    case EUP_VALUE_OBJECT:
      g_value_set_object (value, *(gpointer *) member);
      break;
    default:
      g_assert_not_reached ();
    }
}

void
eup_value_object_clear (gpointer             self,
                        const EupValueField *fields,
                        guint                n)
{
  for (guint i = 0; i < n; i++)
    {
      gpointer *member = G_STRUCT_MEMBER_P (self, fields[i].offset);

      if (fields[i].kind == EUP_VALUE_STRING)
        g_free (*member);
      else if (fields[i].kind == EUP_VALUE_STRV)
        g_strfreev (*member);
      else if (fields[i].kind == EUP_VALUE_BOXED && *member != NULL)
        g_boxed_free (fields[i].type (), *member);
      else if (fields[i].kind == EUP_VALUE_OBJECT && *member != NULL)
        g_object_unref (*member);
    }
}

static gboolean
numbers_equal (double a,
               double b)
{
  return a == b || (isnan (a) && isnan (b));
}

gboolean
eup_value_object_equal (gconstpointer        a,
                        gconstpointer        b,
                        const EupValueField *fields,
                        guint                n)
{
  gboolean equal = TRUE;

  for (guint i = 0; i < n && equal && a != b; i++)
    {
      gconstpointer left = (const char *) a + fields[i].offset;
      gconstpointer right = (const char *) b + fields[i].offset;
      gconstpointer *left_at = (gconstpointer *) left;
      gconstpointer *right_at = (gconstpointer *) right;

      switch (fields[i].kind)
        {
        case EUP_VALUE_STRING:
          equal = g_strcmp0 (*left_at, *right_at) == 0;
          break;
        case EUP_VALUE_STRV:
          equal = g_strv_equal (*left_at, *right_at);
          break;
        case EUP_VALUE_DOUBLE:
          equal = numbers_equal (*(const double *) left, *(const double *) right);
          break;
        case EUP_VALUE_UINT:
        case EUP_VALUE_ENUM:
          equal = *(const int *) left == *(const int *) right;
          break;
        case EUP_VALUE_BOXED:
        case EUP_VALUE_OBJECT:
        default:
          equal = *left_at == *right_at || (*left_at != NULL && *right_at != NULL && fields[i].equal (*left_at, *right_at));
          break;
        }
    }
  return equal;
}

static guint
hash_field (gconstpointer        self,
            const EupValueField *field)
{
  gconstpointer member = (const char *) self + field->offset;
  gconstpointer at = field->kind == EUP_VALUE_DOUBLE || field->kind == EUP_VALUE_UINT || field->kind == EUP_VALUE_ENUM
                         ? NULL
                         : *(const gconstpointer *) member;
  guint hash = 0;

  switch (field->kind)
    {
    case EUP_VALUE_STRING:
      return at != NULL ? g_str_hash (at) : 0;
    case EUP_VALUE_STRV:
      for (const char * const *string = at; *string != NULL; string++)
        hash = hash * 31 + g_str_hash (*string);
      return hash;
    case EUP_VALUE_DOUBLE:
      {
        /* 0 and -0 are equal, and so are all that are no numbers. */
        const double number = *(const double *) member;
        const double same = isnan (number) ? 1.5 : number + 0.0;

        return number == 0 ? 0 : g_double_hash (&same);
      }
    case EUP_VALUE_UINT:
    case EUP_VALUE_ENUM:
      return *(const guint *) member;
    case EUP_VALUE_BOXED:
    case EUP_VALUE_OBJECT:
    default:
      return at != NULL ? field->hash (at) : 0;
    }
}

guint
eup_value_object_hash (gconstpointer        self,
                       const EupValueField *fields,
                       guint                n)
{
  guint hash = 17;

  for (guint i = 0; i < n; i++)
    hash = hash * 33 + hash_field (self, &fields[i]);
  return hash;
}
