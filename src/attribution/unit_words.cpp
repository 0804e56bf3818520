#include "attribution/unit_words.h"

#include <algorithm>
#include <span>

namespace verbale::attribution {

void UnitWords::set_unit(TokenIndex first, TokenIndex last) {
  first_ = first;
  end_ = last;
  matched_ = 0;
  headline_ = is_headline();
}

// "Wong Says Talks Failed"
bool UnitWords::is_headline() const {
  std::uint32_t words = 0, capitals = 0;
  for (TokenIndex at = first_; at < end_; ++at) {
    words += token(at).is_word() ? 1 : 0;
    capitals += token(at).starts_capital() ? 1 : 0;
  }
  return words >= 4 && capitals * 4 > words * 3;
}

bool UnitWords::is_acronym(TokenIndex at) const {
  return !headline_ && token(at).letters == LetterCase::Upper;
}

bool UnitWords::is_name_here(TokenIndex at) const {
  return at > first_ && token(at).letters == LetterCase::Capital &&
         has(at, trait_given_name | trait_month) && token(at).range.size() > 2 &&
         !has(at, trait_subject_pronoun);
}

bool UnitWords::starts_time(TokenIndex at) const {
  if (has(at, trait_weekday | trait_month)) {
    return true;
  }
  const std::string_view w = word(at);
  if (w == "yesterday" || w == "today" || w == "tomorrow" || w == "tonight") {
    return true;
  }
  if ((w == "late" || w == "early" || w == "earlier") && is_word(at + 1) &&
      (word(at + 1) == "last" || word(at + 1) == "this" || word(at + 1) == "next")) {
    return is_word(at + 2) && has(at + 2, time_traits);  // "late last month"
  }
  return (w == "last" || w == "this" || w == "next" || w == "earlier" || w == "late") &&
         is_word(at + 1) && has(at + 1, time_traits);
}

const Match& UnitWords::match_at(TokenIndex at) const {
  if (matched_ != at + 1) {
    match_ = lexicon_.match_at(std::span(document_.tokens.data(), end_), at);
    matched_ = at + 1;
  }
  return match_;
}

TokenIndex UnitWords::table_name(TokenIndex at) const {
  if (!has(at, trait_starts_phrase)) {
    return 0;
  }
  const Match& match = match_at(at);
  const bool names = std::ranges::any_of(
      match.senses, [](const Sense& sense) { return sense.kind != SenseKind::Cue; });
  const bool whole = match.last <= end_ && match.last > at && token(match.last - 1).quotation == 0;
  return names && whole ? match.last - at : 0;
}

}  // namespace verbale::attribution
