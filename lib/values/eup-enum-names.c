/* SPDX-FileCopyrightText: The libeupolicy authors
 * SPDX-License-Identifier: LGPL-2.1-or-later */

#include "config.h"

#include "values/eup-enum-names.h"

#include <eupolicy/eup-enum-strings.h>
#include <eupolicy/eup-enum-types.h>

#include <string.h>

#include "values/display/eup-labels.h"
#include "values/eup-language.h"

typedef struct
{
  const char *nick;
  const char *label;
  gsize       length;
} Word;

#define WORD(nick, label) { nick, label, sizeof nick - 1 }

#define N_SLOTS 64

typedef struct
{
  const char         *name;
  const Word         *words;
  const char * const *labels; /* rows of n by EupLanguage, or NULL */
  guint               n;
  gsize               type;          /* 0 until it is registered */
  guint8              slot[N_SLOTS]; /* 1 + the value whose nick has that hash, filled when it is registered */
} Table;

static const Word status_words[] = {
  WORD ("unknown", "Unknown"),
  WORD ("announced", "Announced"),
  WORD ("proposed", "Proposed"),
  WORD ("negotiating", "In negotiation"),
  WORD ("agreed", "Agreed"),
  WORD ("adopted", "Adopted"),
  WORD ("in-force", "In force"),
  WORD ("applied", "Applied"),
  WORD ("ongoing", "Ongoing"),
  WORD ("completed", "Completed"),
  WORD ("on-hold", "On hold"),
  WORD ("withdrawn", "Withdrawn"),
  WORD ("expired", "Expired"),
};

static const Word instrument_words[] = {
  WORD ("unknown", "Unknown"),
  WORD ("commitment", "Commitment"),
  WORD ("strategy", "Strategy"),
  WORD ("action-plan", "Action plan"),
  WORD ("communication", "Communication"),
  WORD ("white-paper", "White paper"),
  WORD ("regulation", "Regulation"),
  WORD ("directive", "Directive"),
  WORD ("decision", "Decision"),
  WORD ("act", "Legislative act"),
  WORD ("recommendation", "Recommendation"),
  WORD ("agreement", "Agreement"),
  WORD ("declaration", "Declaration"),
  WORD ("programme", "Programme"),
  WORD ("fund", "Fund"),
  WORD ("body", "Body"),
  WORD ("partnership", "Partnership"),
  WORD ("code", "Code of practice"),
  WORD ("package", "Package"),
  WORD ("system", "Information system"),
  WORD ("other", "Other"),
};

static const Word milestone_kind_words[] = {
  WORD ("unknown", "Unknown"),
  WORD ("announced", "Announcement"),
  WORD ("consultation", "Consultation"),
  WORD ("proposed", "Proposal"),
  WORD ("position", "Negotiating position"),
  WORD ("agreed", "Agreement"),
  WORD ("adopted", "Adoption"),
  WORD ("endorsed", "Endorsement"),
  WORD ("signed", "Signature"),
  WORD ("published", "Publication"),
  WORD ("in-force", "Entry into force"),
  WORD ("partly-applied", "Partial application"),
  WORD ("applied", "Application"),
  WORD ("transposition-due", "Transposition due"),
  WORD ("launched", "Launch"),
  WORD ("reported", "Report"),
  WORD ("target", "Target"),
  WORD ("withdrawn", "Withdrawal"),
  WORD ("expired", "Expiry"),
  WORD ("event", "Event"),
  WORD ("referred", "Referral"),
  WORD ("debated", "Debate"),
  WORD ("voted", "Vote"),
  WORD ("negotiated", "Negotiation"),
  WORD ("opinion", "Opinion"),
};

static const Word actor_words[] = {
  WORD ("unknown", "Unknown"),
  WORD ("commission", "European Commission"),
  WORD ("parliament", "European Parliament"),
  WORD ("council", "Council of the European Union"),
  WORD ("european-council", "European Council"),
  WORD ("co-legislators", "Parliament and Council"),
  WORD ("member-states", "Member States"),
  WORD ("agency", "EU agency"),
  WORD ("other", "Other"),
};

static const Word milestone_state_words[] = {
  WORD ("unknown", "Unknown"),
  WORD ("expected", "Expected"),
  WORD ("reached", "Reached"),
  WORD ("missed", "Missed"),
  WORD ("rescheduled", "Rescheduled"),
  WORD ("cancelled", "Cancelled"),
};

static const Word verdict_words[] = {
  WORD ("unknown", "Unknown"),
  WORD ("pending", "Pending"),
  WORD ("kept", "Kept"),
  WORD ("kept-late", "Kept late"),
  WORD ("late", "Late"),
  WORD ("dropped", "Dropped"),
};

static const Word confidence_words[] = {
  WORD ("unknown", "Unknown"),
  WORD ("stated", "Stated officially"),
  WORD ("reported", "Reported"),
  WORD ("unverified", "Unverified"),
};

static const Word qualifier_words[] = {
  WORD ("exact", "Exactly"),
  WORD ("about", "About"),
  WORD ("at-least", "At least"),
  WORD ("at-most", "At most"),
};

static const Word link_kind_words[] = {
  WORD ("article", "Article"),
  WORD ("news", "News"),
  WORD ("spotlight", "Spotlight"),
  WORD ("press-release", "Press release"),
  WORD ("factsheet", "Factsheet"),
  WORD ("media", "Media"),
  WORD ("document", "Document"),
  WORD ("other", "Other"),
};

static const Word reference_scheme_words[] = {
  WORD ("com", "Commission document"),
  WORD ("join", "Joint document"),
  WORD ("swd", "Staff working document"),
  WORD ("sec", "Document of the Secretariat-General"),
  WORD ("c", "Commission act"),
  WORD ("celex", "CELEX number"),
  WORD ("eli", "European Legislation Identifier"),
  WORD ("oj", "Official Journal"),
  WORD ("act", "Act"),
  WORD ("procedure", "Legislative procedure"),
  WORD ("eurovoc", "EuroVoc concept"),
  WORD ("wikidata", "Wikidata item"),
  WORD ("uri", "Address"),
  WORD ("other", "Other"),
};

static const Word precision_words[] = {
  WORD ("decade", "Decade"),
  WORD ("year", "Year"),
  WORD ("quarter", "Quarter"),
  WORD ("month", "Month"),
  WORD ("day", "Day"),
};

static const Word format_words[] = {
  WORD ("auto", "Automatic"),
  WORD ("json", "JSON"),
  WORD ("json-lines", "JSON Lines"),
  WORD ("snapshot", "Snapshot"),
  WORD ("turtle", "Turtle"),
  WORD ("csv", "CSV"),
  WORD ("icalendar", "iCalendar"),
  WORD ("atom", "Atom"),
  WORD ("popolo", "Popolo"),
};

static const Word severity_words[] = {
  WORD ("error", "Error"),
  WORD ("warning", "Warning"),
  WORD ("info", "Information"),
};

static const Word change_kind_words[] = {
  WORD ("added", "Added"),
  WORD ("removed", "Removed"),
  WORD ("modified", "Modified"),
  WORD ("conflict", "Conflict"),
};

static const Word operator_words[] = {
  WORD ("is", "Is"),
  WORD ("is-not", "Is not"),
  WORD ("less", "Less than"),
  WORD ("at-most", "At most"),
  WORD ("greater", "Greater than"),
  WORD ("at-least", "At least"),
  WORD ("contains", "Contains"),
  WORD ("has", "Has"),
};

#define TABLE(name, words, labels) { name, words, labels, G_N_ELEMENTS (words), 0, { 0 } }

static Table tables[] = {
  TABLE ("EupStatus", status_words, &eup_labels_status[0][0]),
  TABLE ("EupInstrument", instrument_words, &eup_labels_instrument[0][0]),
  TABLE ("EupMilestoneKind", milestone_kind_words, &eup_labels_milestone_kind[0][0]),
  TABLE ("EupActor", actor_words, &eup_labels_actor[0][0]),
  TABLE ("EupMilestoneState", milestone_state_words, &eup_labels_milestone_state[0][0]),
  TABLE ("EupVerdict", verdict_words, &eup_labels_verdict[0][0]),
  TABLE ("EupConfidence", confidence_words, &eup_labels_confidence[0][0]),
  TABLE ("EupQualifier", qualifier_words, NULL),
  TABLE ("EupLinkKind", link_kind_words, NULL),
  TABLE ("EupReferenceScheme", reference_scheme_words, NULL),
  TABLE ("EupPrecision", precision_words, NULL),
  TABLE ("EupFormat", format_words, NULL),
  TABLE ("EupSeverity", severity_words, NULL),
  TABLE ("EupChangeKind", change_kind_words, NULL),
  TABLE ("EupOperator", operator_words, NULL),
};

static inline guint
hash_nick (const char *nick,
           gsize       length)
{
  return (guint) (length * 5 + (guchar) nick[0] * 3 + (guchar) nick[length / 2] * 7 + (guchar) nick[length - 1]) % N_SLOTS;
}

static inline const Table *
find_table (GType type)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    if (g_atomic_pointer_get (&tables[i].type) == type)
      return &tables[i];
  return NULL;
}

static void
enum_to_string_value (const GValue *from,
                      GValue       *to)
{
  const int value = g_value_get_enum (from);
  const char *label = eup_enum_label (G_VALUE_TYPE (from), value, NULL);

  g_value_take_string (to, label != NULL ? g_strdup (label) : g_strdup_printf ("%d", value));
}

void
eup_enum_type_registered (GType       type,
                          const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (tables); i++)
    {
      Table *table = &tables[i];

      if (strcmp (table->name, name) != 0)
        continue;
      for (guint value = 0; value < table->n; value++)
        {
          const char *nick = table->words[value].nick;
          guint8 *slot = &table->slot[hash_nick (nick, strlen (nick))];

          if (*slot == 0)
            *slot = (guint8) (value + 1);
        }
      g_value_register_transform_func (type, G_TYPE_STRING, enum_to_string_value);
      g_atomic_pointer_set (&table->type, type);
    }
}

guint
eup_enum_n_values (GType type)
{
  const Table *table = find_table (type);

  return table != NULL ? table->n : 0;
}

const char *
eup_enum_nick (GType type,
               int   value)
{
  const Table *table = find_table (type);

  return table != NULL && value >= 0 && (guint) value < table->n ? table->words[value].nick : NULL;
}

static inline gboolean
nick_is (const Word *word,
         const char *string,
         gsize       length)
{
  return word->length == length && memcmp (word->nick, string, length) == 0;
}

gboolean
eup_enum_from_nick (GType       type,
                    const char *nick,
                    gsize       length,
                    int        *value)
{
  const Table *table = find_table (type);
  guint likely;

  if (table == NULL || length == 0)
    return FALSE;
  likely = table->slot[hash_nick (nick, length)];
  if (likely == 0)
    return FALSE;
  if (G_LIKELY (nick_is (&table->words[likely - 1], nick, length)))
    {
      *value = (int) likely - 1;
      return TRUE;
    }
  for (guint i = likely; i < table->n; i++)
    if (nick_is (&table->words[i], nick, length))
      {
        *value = (int) i;
        return TRUE;
      }
  return FALSE;
}

int
eup_language_index (const char *tag)
{
  static const char codes[EUP_N_LANGUAGES][3] = {
    "bg", "cs", "da", "de", "el", "es", "et", "fi", "fr", "ga", "hr", "hu",
    "it", "lt", "lv", "mt", "nl", "pl", "pt", "ro", "sk", "sl", "sv"
  };

  if (tag == NULL || strcspn (tag, "-") != 2)
    return -1;
  for (int i = 0; i < EUP_N_LANGUAGES; i++)
    if (g_ascii_strncasecmp (tag, codes[i], 2) == 0)
      return i;
  return -1;
}

/* The first of the user's languages that there are labels in. */
static int
language_of_user (void)
{
  g_auto (GStrv) languages = eup_languages_of_user ();

  for (guint i = 0; languages[i] != NULL; i++)
    {
      const int index = eup_language_index (languages[i]);

      if (index >= 0 || g_ascii_strncasecmp (languages[i], "en", 2) == 0)
        return index;
    }
  return -1;
}

const char *
eup_enum_label (GType       type,
                int         value,
                const char *language)
{
  const Table *table = find_table (type);
  const char *label = NULL;
  int row;

  if (table == NULL || value < 0 || (guint) value >= table->n)
    return NULL;
  row = table->labels == NULL ? -1 : language != NULL ? eup_language_index (language) : language_of_user ();
  if (row >= 0)
    label = table->labels[(guint) row * table->n + (guint) value];
  return label != NULL ? label : table->words[value].label;
}

static gboolean
from_string (GType       type,
             const char *string,
             int        *value)
{
  *value = 0;
  return eup_enum_from_nick (type, string, strlen (string), value);
}

static char *
dup_label (GType       type,
           int         value,
           const char *language)
{
  const char *label = eup_enum_label (type, value, language);

  return label != NULL ? g_strdup (label) : g_strdup_printf ("%d", value);
}

/* The three public functions of an enumeration; their documentation stands in the header. */
#define DEFINE_STRINGS(Type, name, TYPE)                                        \
  const char *eup_##name##_to_string (Type value)                               \
  {                                                                             \
    return eup_enum_nick (TYPE, (int) value);                                   \
  }                                                                             \
                                                                                \
  gboolean eup_##name##_from_string (const char *string, Type *value)           \
  {                                                                             \
    gboolean found;                                                             \
    int number;                                                                 \
                                                                                \
    g_return_val_if_fail (string != NULL && value != NULL, FALSE);              \
                                                                                \
    found = from_string (TYPE, string, &number);                                \
    *value = (Type) number;                                                     \
    return found;                                                               \
  }                                                                             \
                                                                                \
  char *eup_##name##_dup_label (Type value, const char *language)               \
  {                                                                             \
    return dup_label (TYPE, (int) value, language);                             \
  }

DEFINE_STRINGS (EupStatus, status, EUP_TYPE_STATUS)
DEFINE_STRINGS (EupInstrument, instrument, EUP_TYPE_INSTRUMENT)
DEFINE_STRINGS (EupMilestoneKind, milestone_kind, EUP_TYPE_MILESTONE_KIND)
DEFINE_STRINGS (EupActor, actor, EUP_TYPE_ACTOR)
DEFINE_STRINGS (EupMilestoneState, milestone_state, EUP_TYPE_MILESTONE_STATE)
DEFINE_STRINGS (EupVerdict, verdict, EUP_TYPE_VERDICT)
DEFINE_STRINGS (EupConfidence, confidence, EUP_TYPE_CONFIDENCE)
DEFINE_STRINGS (EupQualifier, qualifier, EUP_TYPE_QUALIFIER)
DEFINE_STRINGS (EupLinkKind, link_kind, EUP_TYPE_LINK_KIND)
DEFINE_STRINGS (EupReferenceScheme, reference_scheme, EUP_TYPE_REFERENCE_SCHEME)
DEFINE_STRINGS (EupPrecision, precision, EUP_TYPE_PRECISION)
DEFINE_STRINGS (EupFormat, format, EUP_TYPE_FORMAT)
DEFINE_STRINGS (EupSeverity, severity, EUP_TYPE_SEVERITY)
DEFINE_STRINGS (EupChangeKind, change_kind, EUP_TYPE_CHANGE_KIND)
DEFINE_STRINGS (EupOperator, operator, EUP_TYPE_OPERATOR)
