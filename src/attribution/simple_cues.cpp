#include "attribution/simple_cues.h"

#include <algorithm>
#include <array>
#include <optional>

#include "attribution/han_words.h"
#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

// Prepositions and phrases that are not followed by their speaker, or too seldom.
struct SpecialCue {
  std::string_view language;
  std::string_view lemma;
  std::optional<CueUse> use;  // None: no cue here.
};

constexpr SpecialCue special_cues[] = {
    {"fr", "pour", {}},
    {"es", "para", {}},
    {"fr", "a dit", CueUse::Verb},
    {"es", "ha dicho", CueUse::Verb},
    {"ru", "выразил мнение", CueUse::Verb},
    {"ru", "дал понять", CueUse::Verb},
    {"ru", "как заявил", CueUse::Like},
    {"es", "citando", {}},
    {"fr", "citant", {}},
    {"de", "so", CueUse::Closing},
    {"de", "zufolge", CueUse::Before},
    {"zh", "据", CueUse::Frame},
    {"zh", "根据", CueUse::Frame},
    {"zh", "在…看来", {}},
    {"zh", "对…表示", CueUse::Verb},
    {"zh", "援引", {}},
};

// What the endings of a verb's form say.
struct VerbEnding {
  std::string_view language;
  std::string_view ending;  // Of the folded form.
  Gender gender;
  bool plural;
};

constexpr VerbEnding verb_endings[] = {
    {"ru", "ла", Gender::Female, false},    {"ru", "лась", Gender::Female, false},
    {"ru", "ли", Gender::Unknown, true},    {"ru", "лись", Gender::Unknown, true},
    {"ru", "ют", Gender::Unknown, true},    {"ru", "ят", Gender::Unknown, true},
    {"ru", "ут", Gender::Unknown, true},    {"ru", "л", Gender::Male, false},
    {"ru", "лся", Gender::Male, false},     {"fr", "ent", Gender::Unknown, true},
    {"es", "aron", Gender::Unknown, true},  {"es", "ieron", Gender::Unknown, true},
    {"es", "jeron", Gender::Unknown, true}, {"de", "ten", Gender::Unknown, true},
    {"ar", "ت", Gender::Female, false},     {"ar", "وا", Gender::Unknown, true},
    {"ar", "ون", Gender::Unknown, true},
};

class CueReader {
 public:
  explicit CueReader(const ClauseText& text) : text_(text) {}

  std::vector<CueHit> run() {
    for (TokenIndex at = 0; at < text_.size(); ++at) {
      add_cues_at(at);
    }
    for (const Match& match : text_.document().matches) {
      add_cues_of(match);
    }
    std::ranges::stable_sort(cues_, {}, &CueHit::first);
    drop_overlaps();
    return std::move(cues_);
  }

 private:
  // Of one word, and of a verb with its prefix behind.
  void add_cues_at(TokenIndex at) {
    const WordId word = text_.verb_at(at);
    if (word == unknown_word) {
      return;
    }
    for (const std::uint32_t row : text_.rules().lexicon.cues_of(word)) {
      add({at, at + 1}, row);
    }
    for (const SeparableCue& cue : text_.rules().words.separable(word)) {
      add_separable(at, cue);
    }
  }

  // Of several words.
  void add_cues_of(const Match& match) {
    for (const Sense& sense : match.senses) {
      if (sense.kind == SenseKind::Cue) {
        add({match.first, match.last}, sense.row);
      }
    }
  }

  // The longer of two cues that share words; 报道 inside of 据…报道.
  void drop_overlaps() {
    std::vector<CueHit> kept;
    for (const CueHit& cue : cues_) {
      if (!kept.empty() && cue.use == CueUse::Like && kept.back().last == cue.first) {
        kept.back() = cue;  // "según dijo"
        continue;
      }
      const bool inside =
          !kept.empty() && cue.first < std::max(kept.back().last,
                                                kept.back().frame == 0 ? 0 : kept.back().frame + 2);
      if (!inside) {
        kept.push_back(cue);
      } else if (cue.first == kept.back().first && cue.last > kept.back().last) {
        kept.back() = cue;
      }
    }
    cues_ = std::move(kept);
  }

  std::optional<CueUse> use_of(const Cue& cue) const {
    const auto special = std::ranges::find_if(special_cues, [&](const SpecialCue& s) {
      return s.language == cue.language && s.lemma == cue.lemma;
    });
    if (special != std::end(special_cues)) {
      return special->use;
    }
    return cue.kind == "verb"          ? std::optional(CueUse::Verb)
           : cue.kind == "preposition" ? std::optional(CueUse::According)
                                       : std::nullopt;
  }

  bool add(TokenSpan span, std::uint32_t row) {
    const Cue& cue = text_.rules().schema.cues()[row];
    if (cue.language != text_.grammar().language) {
      return false;
    }
    const auto use = use_of(cue);
    if (!use) {
      return false;
    }
    CueHit hit{.first = span.first,
               .last = span.last,
               .row = static_cast<std::int32_t>(row),
               .use = *use,
               .strong = cue.reporting != "weak",
               .takes_clause = std::ranges::find(cue.takes, "that") != cue.takes.end()};
    const bool fits = text_.grammar().han ? read_han(hit) : *use != CueUse::Verb || read_verb(hit);
    if (fits) {
      cues_.push_back(hit);
    }
    return fits;
  }

  bool read_han(CueHit& hit) const {
    if (!han_cue_stands(text_, {hit.first, hit.last})) {
      return false;
    }
    if (hit.use == CueUse::Frame) {
      const auto end = han_frame_end(text_, hit.last);
      hit.frame = end ? end->first : 0;
      return end && end->first > hit.last;
    }
    return true;
  }

  // A verb that has a subject of its own, or shares the one of the clause before: neither "dire"
  // nor "la menace", and "déclaré" behind "a" only.
  bool read_verb(CueHit& hit) const {
    const TokenIndex at = hit.first;
    const std::size_t verb = text_.inverted(at);
    const std::string_view spelled =
        text_.word(at).substr(0, verb == 0 ? std::string_view::npos : verb);
    const FoldedWord folded = fold_word(spelled);
    const std::string_view form = folded.view();
    if (hit.last - hit.first == 1 && !is_finite(hit, spelled, form)) {
      return false;
    }
    const FoldedWord last = fold_word(text_.word(hit.last - 1));
    for (const VerbEnding& ending : verb_endings) {
      if (ending.language == text_.grammar().language && last.view().ends_with(ending.ending)) {
        hit.gender = ending.gender;
        hit.plural = ending.plural;
        break;
      }
    }
    TokenIndex before = at;
    while (before > 0 && text_.has(before - 1, role_filler)) {
      --before;  // "comme l'a dit"
    }
    if (before > 0 && text_.has(before - 1, role_like)) {
      hit.use = CueUse::Like;
    }
    return true;
  }

  bool is_finite(CueHit& hit, std::string_view spelled, std::string_view form) const {
    const TokenIndex at = hit.first;
    const std::string_view language = text_.grammar().language;
    const bool infinitive =
        form ==
        fold_word(text_.rules().schema.cues()[static_cast<std::size_t>(hit.row)].lemma).view();
    const bool behind_auxiliary =
        at > 0 && (text_.has(at - 1, role_auxiliary) || text_.inverted(at - 1) != 0 ||
                   (at > 1 && text_.has(at - 1, role_filler) && text_.has(at - 2, role_auxiliary)));
    if (language == "fr") {
      const bool participle = form.ends_with("e") && !spelled.ends_with("e");
      if (form.ends_with("ant")) {
        hit.use = CueUse::Participle;
        return at > 0 && (text_.is(at - 1, TokenKind::Comma) || text_.word(at - 1) == "en");
      }
      return !infinitive && (!participle || behind_auxiliary || text_.inverted(at) != 0) &&
             !is_noun(at);
    }
    if (language == "es") {
      if (form.ends_with("ando") || form.ends_with("endo")) {
        hit.use = CueUse::Participle;
        return at > 0 && text_.is(at - 1, TokenKind::Comma);
      }
      const bool participle = form.ends_with("ado") || form.ends_with("ido") || form == "dicho";
      return !infinitive && (!participle || behind_auxiliary) && !is_noun(at);
    }
    if (language == "de") {
      return !text_.token(at).starts_capital() || text_.starts_sentence(at);
    }
    if (language == "ru") {
      if (form.ends_with("я") || form.ends_with("в") || form.ends_with("вшись")) {
        hit.use = CueUse::Participle;
        return at > 0 && text_.is(at - 1, TokenKind::Comma);
      }
      return true;
    }
    if (language == "ar" && form.ends_with("بين") && spelled.find("ّ") == std::string_view::npos) {
      return false;  // "between"; the verb has its shadda.
    }
    if (language == "ar" && is_arabic_participle(form)) {
      hit.use = CueUse::Participle;
    }
    return true;
  }

  // "la menace", "sans doute"; in "il le dit" the word before is a pronoun.
  bool is_noun(TokenIndex at) const {
    if (at > 0 && text_.has(at - 1, role_stop) && !text_.has(at - 1, role_time | role_filler)) {
      return true;
    }
    return at > 0 && text_.has(at - 1, role_determiner) && !text_.has(at - 1, role_filler) &&
           !(at > 1 && text_.has(at - 2, role_pronoun | role_relative)) &&
           !text_.word(at).ends_with("ó");
  }

  // قائلا, مشيرا, مؤكدة: what somebody said in saying or doing something else.
  static bool is_arabic_participle(std::string_view form) {
    form.remove_prefix(form.starts_with("وم") ? std::string_view("و").size() : 0);
    const bool accusative = form.ends_with("ا") && !form.ends_with("وا");
    return (form.starts_with("م") && (accusative || form.ends_with("ه") || form.ends_with("ة"))) ||
           (accusative &&
            (form.starts_with("قائل") || form.starts_with("لافت") || form.starts_with("داعي") ||
             form.starts_with("نافي") || form.starts_with("واصف") || form.starts_with("كاشف") ||
             form.starts_with("رافض") || form.starts_with("ذاكر")));
  }

  // "fügte sie hinzu": the verb is the cue, its prefix stands at the end of the clause.
  void add_separable(TokenIndex at, const SeparableCue& cue) {
    constexpr TokenIndex farthest = 12;
    const TokenIndex limit = std::min(text_.size(), at + farthest);
    TokenIndex end = at + 1;
    while (end < limit && !text_.is(end, TokenKind::Stop) && text_.token(end).word != cue.prefix) {
      ++end;
    }
    const bool has_prefix = end < limit && !text_.is(end, TokenKind::Stop);
    if (has_prefix && add({at, at + 1}, cue.row)) {
      cues_.back().prefix = end;
    }
  }

  const ClauseText& text_;
  std::vector<CueHit> cues_;
};

}  // namespace

std::vector<CueHit> find_simple_cues(const ClauseText& text) {
  return CueReader(text).run();
}

}  // namespace verbale::attribution
