#include "attribution/confidence.h"

#include <algorithm>

namespace verbale::attribution {

namespace {

double of_path(const Resolved& resolved) {
  switch (resolved.path) {
    case Path::Direct:
      return 0.99;
    case Path::ShortName:
      return 0.98;
    case Path::Salience:
      return 0.8 + 0.17 * resolved.margin;
    case Path::Title:
    case Path::Descriptor:
      return 0.88;
    case Path::Unnamed:
      return 0.9;
    case Path::Thing:
      return 0.45;
    case Path::Nobody:
      return 0;
  }
  return 0;
}

}  // namespace

double of_rule(Rule rule) {
  switch (rule) {
    case Rule::QuoteThenCue:
    case Rule::QuoteThenInverted:
      return 0.99;
    case Rule::CueThenQuote:
      return 0.95;
    case Rule::CueInClause:
      return 0.94;
    case Rule::NounCue:
      return 0.9;
    case Rule::AccordingTo:
    case Rule::ReportedAccording:
      return 0.95;
    case Rule::Signed:
    case Rule::Post:
      return 0.93;
    case Rule::SameParagraph:
      return 0.98;
    case Rule::ColonBefore:
    case Rule::ParagraphBefore:
      return 0.78;
    case Rule::NextInParagraph:
    case Rule::Continued:
      return 0.65;
    case Rule::NameColon:
      return 0.62;
    case Rule::SameSentence:
      return 0.55;
    case Rule::ClauseSubject:
      return 0.48;
    case Rule::ReportedClause:
    case Rule::ReportedBefore:
      return 0.95;
    case Rule::ReportedInfinitive:
    case Rule::ReportedObject:
      return 0.9;
    case Rule::None:
      return 0;
  }
  return 0;
}

double confidence(const Statement& statement, const Resolved& resolved) {
  if (resolved.speakers.empty()) {
    return 0;
  }
  // Without a cue, whom the sentence before describes ("the deal", "voters") rarely goes on to
  // speak.
  const bool guessed = statement.rule == Rule::ParagraphBefore ||
                       statement.rule == Rule::ColonBefore || statement.rule == Rule::ClauseSubject;
  const bool described = resolved.path == Path::Unnamed || resolved.path == Path::Thing;
  const double doubt = guessed && described ? 0.5 : 1.0;
  return std::clamp(of_rule(statement.rule) * of_path(resolved) * doubt, 0.0, 1.0);
}

}  // namespace verbale::attribution
