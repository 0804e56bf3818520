#include "attribution/speech_attributions.h"

#include <algorithm>
#include <map>
#include <string>

#include "attribution/named_speakers.h"
#include "attribution/speech.h"
#include "attribution/turns.h"

namespace verbale::attribution {

namespace {

// How often each is right, from reading transcripts; see docs/attribution_context.md.
constexpr double sure_of_label = 0.97, sure_of_metadata = 0.97, sure_of_answer = 0.8,
                 sure_of_country = 0.95;

class SpeechAttributor {
 public:
  explicit SpeechAttributor(const SpeechSources& sources)
      : sources_(sources),
        document_(sources.document),
        speakers_(sources.document, sources.lexicon, sources.schema, sources.article) {}

  std::vector<Attribution> run() {
    const std::vector<Turn> turns = find_turns(document_);
    const auto own = speakers_.of_article();
    if (own) {
      const auto end = turns.empty() ? document_.paragraphs.size() : turns.front().first_paragraph;
      speak({*own, "speaker-metadata", sure_of_metadata, {}}, 0, static_cast<std::uint32_t>(end));
    } else if (turns.empty()) {
      speak_for_country();
      return std::move(attributions_);
    }
    for (const Turn& turn : turns) {
      take(turn, own);
    }
    return std::move(attributions_);
  }

 private:
  struct Voice {
    Speaker speaker;
    const char* rule;
    double confidence;
    TextRange mention;
  };

  void speak(const Voice& voice, std::uint32_t first, std::uint32_t last) {
    for (std::uint32_t i = first; i < last; ++i) {
      add(voice, document_.paragraphs[i].range);
    }
  }

  void add(const Voice& voice, TextRange range) {
    if (range.empty()) {
      return;
    }
    Attribution attribution;
    attribution.kind = StatementKind::Speech;
    attribution.range = range;
    attribution.mention = voice.mention;
    attribution.rule = voice.rule;
    attribution.confidence = voice.confidence;
    if (!voice.speaker.id.empty()) {
      attribution.speakers.push_back(voice.speaker);
    }
    attributions_.push_back(std::move(attribution));
  }

  void take(const Turn& turn, const std::optional<Speaker>& own) {
    const Voice voice = voice_of(turn, own);
    add(voice, turn.words);
    speak(voice, turn.first_paragraph + 1, turn.last_paragraph);
  }

  Voice voice_of(const Turn& turn, const std::optional<Speaker>& own) {
    switch (turn.voice) {
      case TurnVoice::Question:
        return {NamedSpeakers::unnamed("journalist"), "turn-question", sure_of_label, turn.label};
      case TurnVoice::Chair:
        return {NamedSpeakers::unnamed("chair"), "turn-chair", sure_of_label, turn.label};
      case TurnVoice::Answer:
        return {own ? *own : only_named(), "turn-answer", sure_of_answer, turn.label};
      case TurnVoice::Named:
        break;
    }
    return {named(turn.name), "turn-label", sure_of_label, turn.label};
  }

  // Looked up once a name: a transcript has thousands of labels and a handful of names.
  const Speaker& named(TextRange name) {
    const auto [place, added] = named_.try_emplace(std::string(name.in(document_.text)));
    if (added) {
      place->second = speakers_.named(place->first);
    }
    return place->second;
  }

  // Who answers where the answers say "A:": the only one that a label names so far.
  Speaker only_named() const { return named_.size() == 1 ? named_.begin()->second : Speaker{}; }

  void speak_for_country() {
    if (!is_speech(document_, sources_.lexicon)) {
      return;
    }
    const auto country = speech_country(document_, sources_.context.about);
    if (!country) {
      return;
    }
    const std::string id(country->id);
    const std::string name = sources_.schema.label("country", id);
    speak({NamedSpeakers::unnamed("representative of " + name, id), "speech-country",
           sure_of_country, country->evidence},
          0, static_cast<std::uint32_t>(document_.paragraphs.size()));
  }

  const SpeechSources& sources_;
  const Document& document_;
  NamedSpeakers speakers_;
  std::map<std::string, Speaker, std::less<>> named_;
  std::vector<Attribution> attributions_;
};

}  // namespace

std::vector<Attribution> attribute_speech(const SpeechSources& sources) {
  return SpeechAttributor(sources).run();
}

void replace_with_speech(std::vector<Attribution>& attributions, std::vector<Attribution> speech) {
  auto next = speech.begin();
  std::erase_if(attributions, [&](const Attribution& attribution) {
    while (next != speech.end() && next->range.end <= attribution.range.begin) {
      ++next;
    }
    return next != speech.end() && next->range.overlaps(attribution.range);
  });
  attributions.insert(attributions.end(), std::make_move_iterator(speech.begin()),
                      std::make_move_iterator(speech.end()));
  std::ranges::stable_sort(attributions, {}, [](const Attribution& a) { return a.range.begin; });
}

}  // namespace verbale::attribution
