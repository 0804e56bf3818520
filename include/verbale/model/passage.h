#pragma once

#include <optional>
#include <string>
#include <vector>

#include "verbale/model/date.h"
#include "verbale/model/id.h"
#include "verbale/model/text_range.h"

namespace verbale {

// The person or body that a mention resolves to.
struct Speaker {
  SpeakerId id;
  std::string name;     // "Wang Yi"; for an unnamed source its description, "a senior official".
  std::string role;     // A title id of index_schema/titles.tsv, or empty.
  std::string country;  // ISO 3166-1 alpha-2 or a body's id, or empty.

  bool operator==(const Speaker&) const = default;
};

enum class StatementKind {
  Quote,     // Direct speech, the range is the words between the marks.
  Reported,  // Indirect speech, the range is the clause.
  Speech,    // The speaker's own text: a transcript turn, a speech.
};

// The decision that words belong to a speaker, with its receipt. Ranges are into the article's
// text; an empty range means that there is none.
struct Attribution {
  StatementKind kind = StatementKind::Quote;
  TextRange range;
  std::vector<Speaker> speakers;  // Empty: nobody can be named. Two and more: a joint statement.
  TextRange cue;                  // "said", "in a statement"
  TextRange mention;              // "the diplomat"
  TextRange antecedent;           // The mention that a pronoun or title was resolved through.
  std::string rule;       // "quote-cue-subject"; the names are listed in docs/attribution.md
  double confidence = 0;  // The probability that `speakers` is right, calibrated.
  std::string stance;     // Of the cue: "neutral", "deny", ...; empty without a cue.

  bool operator==(const Attribution&) const = default;
};

// The ranges of an attribution in Unicode code points of the article's text, as JSON has them.
struct AttributionRanges {
  TextRange range, cue, mention, antecedent;

  bool operator==(const AttributionRanges&) const = default;
};

struct Topic {
  std::string id;    // "security/nato"
  std::string rule;  // The words of the rule that fired.

  bool operator==(const Topic&) const = default;
};

enum class PassageKind { Quote, Reported, Speech, Narration };

// A run of sentences of one paragraph that share one attribution: the unit that is indexed,
// ranked and shown. Passages of an article are in text order and do not overlap; with what lies
// between them they rebuild the article's text exactly.
struct Passage {
  PassageKind kind = PassageKind::Narration;
  TextRange range;                        // Into the article's text.
  std::vector<Speaker> speakers;          // Those of its attributions; empty for narration.
  std::vector<Attribution> attributions;  // In text order; also those without a speaker.
  std::vector<TextRange> quotations;      // What the field `said` indexes, into the article's text.
  std::vector<std::string> about;         // Countries and bodies talked about, sorted ids.
  std::vector<Topic> topics;              // At most a few, best first.
  std::optional<StatementDate> date;
  std::string language;  // BCP 47 primary subtag, empty when unknown.
};

const char* to_string(PassageKind kind);
const char* to_string(StatementKind kind);

}  // namespace verbale
