#include "attribution/turns.h"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <string>

#include "attribution/word_key.h"

namespace verbale::attribution {

namespace {

struct VoiceLabel {
  std::string_view label;
  TurnVoice voice;
};

// Labels that name a part in the conversation and nobody.
constexpr VoiceLabel voice_labels[] = {
    {"q", TurnVoice::Question},
    {"question", TurnVoice::Question},
    {"questioner", TurnVoice::Question},
    {"journalist", TurnVoice::Question},
    {"reporter", TurnVoice::Question},
    {"interviewer", TurnVoice::Question},
    {"correspondent", TurnVoice::Question},
    {"audience member", TurnVoice::Question},
    {"participant", TurnVoice::Question},
    {"host", TurnVoice::Question},
    {"presenter", TurnVoice::Question},
    {"anchor", TurnVoice::Question},
    {"a", TurnVoice::Answer},
    {"answer", TurnVoice::Answer},
    {"response", TurnVoice::Answer},
    {"moderator", TurnVoice::Chair},
    {"chair", TurnVoice::Chair},
    {"the speaker", TurnVoice::Chair},
    {"the chair", TurnVoice::Chair},
    {"the chairman", TurnVoice::Chair},
    {"the chairperson", TurnVoice::Chair},
    {"the president", TurnVoice::Chair},
    {"the presiding officer", TurnVoice::Chair},
    {"operator", TurnVoice::Chair},
    {"r", TurnVoice::Answer},
    {"réponse", TurnVoice::Answer},
    {"journaliste", TurnVoice::Question},
    {"pregunta", TurnVoice::Question},
    {"p", TurnVoice::Question},
    {"periodista", TurnVoice::Question},
    {"respuesta", TurnVoice::Answer},
    {"moderador", TurnVoice::Chair},
    {"moderadora", TurnVoice::Chair},
    {"frage", TurnVoice::Question},
    {"journalistin", TurnVoice::Question},
    {"reporterin", TurnVoice::Question},
    {"antwort", TurnVoice::Answer},
    {"вопрос", TurnVoice::Question},
    {"корреспондент", TurnVoice::Question},
    {"журналист", TurnVoice::Question},
    {"ведущий", TurnVoice::Question},
    {"ответ", TurnVoice::Answer},
    {"سؤال", TurnVoice::Question},
    {"السؤال", TurnVoice::Question},
    {"الصحفي", TurnVoice::Question},
    {"المذيع", TurnVoice::Question},
    {"جواب", TurnVoice::Answer},
    {"الجواب", TurnVoice::Answer},
    {"问", TurnVoice::Question},
    {"問", TurnVoice::Question},
    {"记者", TurnVoice::Question},
    {"記者", TurnVoice::Question},
    {"主持人", TurnVoice::Chair},
    {"答", TurnVoice::Answer},
};

// By the folded label.
const std::map<std::string, TurnVoice>& voices() {
  static const auto folded = [] {
    std::map<std::string, TurnVoice> made;
    for (const auto& [label, voice] : voice_labels) {
      made.emplace(fold_word(label).view(), voice);
    }
    return made;
  }();
  return folded;
}

// First words of lines that look like labels and are headings.
constexpr std::string_view heading_words[] = {
    "note",      "notes",      "source",    "sources",      "photo",     "photos",     "image",
    "video",     "update",     "updated",   "breaking",     "related",   "read",       "date",
    "time",      "location",   "place",     "venue",        "subject",   "topic",      "topics",
    "by",        "to",         "from",      "cc",           "re",        "contact",    "editing",
    "reporting", "writing",    "published", "posted",       "summary",   "analysis",   "opinion",
    "editor's",  "correction", "watch",     "listen",       "copyright", "tags",       "category",
    "title",     "url",        "language",  "outlet",       "http",      "https",      "speaker",
    "speakers",  "present",    "attendees", "participants", "agenda",    "background", "however",
    "example",   "warning",    "tip",       "step",         "more",      "also",       "see"};

// Words in front of a name in a label that are no part of it; the tables' titles are taken off
// too.
constexpr std::string_view label_titles[] = {
    "mr",          "mrs",       "ms",      "miss",         "dr",
    "prof",        "hon",       "rt",      "sir",          "lord",
    "lady",        "dame",      "senator", "sen",          "rep",
    "gov",         "gen",       "col",     "secretary",    "minister",
    "ambassador",  "president", "premier", "chairman",     "chancellor",
    "judge",       "justice",   "king",    "spokesperson", "spokesman",
    "spokeswoman", "admiral",   "general", "colonel",      "m",
    "mme",         "mlle",      "herr",    "frau",         "senor",
    "senora",      "sr",        "sra",     "ministro",     "ministra",
    "presidente",  "ministre",  "prime",   "foreign",      "defense",
    "defence",     "deputy",    "vice",    "under",        "assistant",
    "director",    "the",       "dona",    "don",          "г-н",
    "г-жа",        "monsieur",  "madame"};

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

// A paragraph's label, before it is known whether the text is a transcript.
struct Label {
  Turn turn;
  std::string key;       // Folded name, for counting.
  bool certain = false;  // Capitals or a voice: no running text starts so.
};

class LabelReader {
 public:
  LabelReader(const Document& document, std::uint32_t paragraph)
      : document_(document), paragraph_(document.paragraphs[paragraph]), index_(paragraph) {}

  std::optional<Label> read() {
    colon_ = find_colon();
    const TokenIndex first = paragraph_.first_token;
    if (colon_ <= first) {
      return std::nullopt;
    }
    name_end_ = colon_;
    take_brackets();
    Label label;
    label.turn.label = document_.range(first, colon_);
    label.turn.first_paragraph = index_;
    label.turn.words = words();
    const std::string folded = fold_tokens(first, name_end_);
    if (const auto voice = voices().find(folded); voice != voices().end()) {
      label.turn.voice = voice->second;
      label.key = folded;
      label.certain = true;
      return label;
    }
    return name(std::move(label));
  }

 private:
  const Token& token(TokenIndex at) const { return document_.tokens[at]; }

  // The colon that ends a label; the paragraph's first token when there is none near.
  TokenIndex find_colon() const {
    constexpr TokenIndex longest = 16;
    const TokenIndex limit = std::min(paragraph_.last_token, paragraph_.first_token + longest);
    unsigned depth = 0;
    for (TokenIndex at = paragraph_.first_token; at < limit; ++at) {
      switch (token(at).kind) {
        case TokenKind::Colon:
          if (depth == 0) {
            return at;
          }
          break;
        case TokenKind::Open:
          ++depth;
          break;
        case TokenKind::Close:
          depth -= depth > 0 ? 1 : 0;
          break;
        case TokenKind::Mark:
        case TokenKind::Semicolon:
          return paragraph_.first_token;
        default:
          break;
      }
    }
    return paragraph_.first_token;
  }

  // "SENATOR WONG (South Australia)", "SORREN VALE, HOST": what follows the name.
  void take_brackets() {
    for (TokenIndex at = paragraph_.first_token; at < colon_; ++at) {
      if (token(at).kind == TokenKind::Open || token(at).kind == TokenKind::Comma) {
        name_end_ = at;
        return;
      }
    }
  }

  TextRange words() const {
    return colon_ + 1 < paragraph_.last_token
               ? document_.range(colon_ + 1, paragraph_.last_token)
               : TextRange{paragraph_.range.end, paragraph_.range.end};
  }

  std::string fold_tokens(TokenIndex first, TokenIndex last) const {
    std::string folded;
    for (TokenIndex at = first; at < last; ++at) {
      if (!folded.empty() && token(at).kind != TokenKind::Ideograph) {
        folded += ' ';
      }
      folded += fold_word(document_.word(at)).view();
    }
    return folded;
  }

  std::optional<Label> name(Label label) const {
    TokenIndex first = paragraph_.first_token;
    if (contains(heading_words, fold_tokens(first, first + 1))) {
      return std::nullopt;
    }
    bool titled = false;
    while (first + 1 < name_end_ && contains(label_titles, fold_tokens(first, first + 1))) {
      titled = true;
      ++first;
      first += first + 1 < name_end_ && token(first).kind == TokenKind::Stop ? 1 : 0;
    }
    constexpr TokenIndex longest_name = 6;
    if (name_end_ - first > longest_name || !is_name(first)) {
      return std::nullopt;
    }
    label.turn.name = document_.range(first, name_end_);
    label.key = fold_tokens(first, name_end_);
    label.certain = (is_upper(first) && token(first).range.size() > 2) || (titled && initials());
    return label;
  }

  bool initials() const { return document_.word(paragraph_.first_token).back() == '.'; }

  bool is_name(TokenIndex first) const {
    bool any = false;
    for (TokenIndex at = first; at < name_end_; ++at) {
      const Token& part = token(at);
      const bool particle = part.is_word() && at > first && part.range.size() <= 3;
      const bool ideograph = part.kind == TokenKind::Ideograph;
      const bool capital =
          part.is_word() && (part.starts_capital() || part.letters == LetterCase::None);
      const bool point = part.kind == TokenKind::Stop && at > first;
      if (!particle && !ideograph && !capital && !point) {
        return false;
      }
      any = any || ideograph || capital;
    }
    return any;
  }

  // In capitals: no running text starts so. Chinese characters tell nothing.
  bool is_upper(TokenIndex first) const {
    bool any = false;
    for (TokenIndex at = first; at < name_end_; ++at) {
      if (token(at).is_word() && token(at).letters != LetterCase::Upper) {
        return false;
      }
      any = any || token(at).is_word();
    }
    return any;
  }

  const Document& document_;
  const Paragraph& paragraph_;
  std::uint32_t index_;
  TokenIndex colon_ = 0;
  TokenIndex name_end_ = 0;
};

// Labels that nothing but a transcript has, or several names that come back and head a good part of
// the paragraphs. "Venue:" may come back, too.
bool is_transcript(const std::vector<Label>& labels, std::size_t paragraphs) {
  constexpr int enough_certain = 2, enough_labels = 4, part = 4;
  int certain = 0;
  std::map<std::string_view, int> names;
  for (const Label& label : labels) {
    certain += label.certain ? 1 : 0;
    ++names[label.key];
  }
  const auto repeated =
      std::ranges::count_if(names, [](const auto& name) { return name.second > 1; });
  return certain >= enough_certain ||
         (repeated > 1 && labels.size() >= enough_labels && labels.size() * part >= paragraphs);
}

}  // namespace

std::vector<Turn> find_turns(const Document& document) {
  std::vector<Label> labels;
  for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
    if (auto label = LabelReader(document, i).read()) {
      labels.push_back(std::move(*label));
    }
  }
  if (!is_transcript(labels, document.paragraphs.size())) {
    return {};
  }
  std::vector<Turn> turns;
  for (const Label& label : labels) {
    if (!turns.empty()) {
      turns.back().last_paragraph = label.turn.first_paragraph;
    }
    turns.push_back(label.turn);
  }
  turns.back().last_paragraph = static_cast<std::uint32_t>(document.paragraphs.size());
  return turns;
}

}  // namespace verbale::attribution
