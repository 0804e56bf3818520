#include "attribution/turn_words.h"

#include <algorithm>
#include <functional>
#include <map>
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
    {"the presiding officer", TurnVoice::Chair},
    {"operator", TurnVoice::Chair},
    {"mr speaker", TurnVoice::Chair},
    {"madam speaker", TurnVoice::Chair},
    {"madame speaker", TurnVoice::Chair},
    {"deputy speaker", TurnVoice::Chair},
    {"mr deputy speaker", TurnVoice::Chair},
    {"madam deputy speaker", TurnVoice::Chair},
    {"mr chairman", TurnVoice::Chair},
    {"mr chair", TurnVoice::Chair},
    {"madam chair", TurnVoice::Chair},
    {"audience", TurnVoice::Audience},
    {"asistentes", TurnVoice::Audience},
    {"público", TurnVoice::Audience},
    {"interlocutor", TurnVoice::Question},
    {"interlocutora", TurnVoice::Question},
    {"intervención", TurnVoice::Question},
    {"entrevistador", TurnVoice::Question},
    {"entrevistadora", TurnVoice::Question},
    {"pergunta", TurnVoice::Question},
    {"jornalista", TurnVoice::Question},
    {"repórter", TurnVoice::Question},
    {"resposta", TurnVoice::Answer},
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
const std::map<std::string, TurnVoice, std::less<>>& voices() {
  static const auto folded = [] {
    std::map<std::string, TurnVoice, std::less<>> made;
    for (const auto& [label, voice] : voice_labels) {
      made.emplace(fold_word(label).view(), voice);
    }
    return made;
  }();
  return folded;
}

// First words of lines that look like labels and are headings.
constexpr std::string_view heading_words[] = {
    "note",       "notes",    "source",   "sources",   "photo",        "photos",
    "image",      "video",    "update",   "updated",   "breaking",     "related",
    "read",       "date",     "time",     "location",  "place",        "venue",
    "subject",    "topic",    "topics",   "by",        "to",           "from",
    "cc",         "re",       "contact",  "editing",   "reporting",    "writing",
    "published",  "posted",   "summary",  "analysis",  "opinion",      "editor's",
    "correction", "watch",    "listen",   "copyright", "tags",         "category",
    "title",      "url",      "language", "outlet",    "http",         "https",
    "speaker",    "speakers", "present",  "attendees", "participants", "agenda",
    "background", "however",  "example",  "warning",   "tip",          "step",
    "more",       "also",     "see",      "inicia",    "finaliza",     "advertisement"};

// Words in front of a name in a label that are no part of it; the tables' titles are taken off
// too.
constexpr std::string_view label_titles[] = {"mr",
                                             "mrs",
                                             "ms",
                                             "miss",
                                             "dr",
                                             "prof",
                                             "hon",
                                             "rt",
                                             "sir",
                                             "lord",
                                             "lady",
                                             "dame",
                                             "senator",
                                             "sen",
                                             "rep",
                                             "gov",
                                             "gen",
                                             "col",
                                             "secretary",
                                             "minister",
                                             "ambassador",
                                             "president",
                                             "premier",
                                             "chairman",
                                             "chancellor",
                                             "judge",
                                             "justice",
                                             "king",
                                             "spokesperson",
                                             "spokesman",
                                             "spokeswoman",
                                             "admiral",
                                             "general",
                                             "colonel",
                                             "m",
                                             "mme",
                                             "mlle",
                                             "herr",
                                             "frau",
                                             "senor",
                                             "senora",
                                             "sr",
                                             "sra",
                                             "ministro",
                                             "ministra",
                                             "presidente",
                                             "ministre",
                                             "prime",
                                             "foreign",
                                             "defense",
                                             "defence",
                                             "deputy",
                                             "vice",
                                             "under",
                                             "assistant",
                                             "director",
                                             "the",
                                             "dona",
                                             "don",
                                             "г-н",
                                             "г-жа",
                                             "monsieur",
                                             "madame",
                                             "presidenta",
                                             "secretario",
                                             "secretaria",
                                             "subsecretario",
                                             "subsecretaria",
                                             "gobernador",
                                             "gobernadora",
                                             "canciller",
                                             "vocero",
                                             "vocera"};

// Determiners in front of an office: "THE PRESIDENT", "Le porte-parole".
constexpr std::string_view determiners[] = {"the", "le", "la", "el", "der", "die", "o", "a"};

// Words between an office and what it is of.
constexpr std::string_view office_links[] = {"of", "for", "de", "del", "des",
                                             "du", "für", "do", "da"};

template <class List>
bool contains(const List& list, std::string_view word) {
  return std::ranges::find(list, word) != std::end(list);
}

}  // namespace

std::optional<TurnVoice> voice_called(std::string_view folded) {
  const auto found = voices().find(folded);
  return found == voices().end() ? std::nullopt : std::optional(found->second);
}

bool is_heading_word(std::string_view folded) {
  return contains(heading_words, folded);
}

bool is_label_title(std::string_view folded) {
  return contains(label_titles, folded);
}

bool is_label_determiner(std::string_view folded) {
  return contains(determiners, folded);
}

bool is_office_link(std::string_view folded) {
  return contains(office_links, folded);
}

}  // namespace verbale::attribution
