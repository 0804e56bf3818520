#include "attribution/speech_attributions.h"

#include <algorithm>
#include <map>
#include <optional>
#include <string>

#include "attribution/named_speakers.h"
#include "attribution/speech.h"
#include "attribution/turn_people.h"
#include "attribution/turns.h"
#include "verbale/text/folding.h"

namespace verbale::attribution {

namespace {

// How often each is right, from reading transcripts; see docs/attribution_context.md.
constexpr double sure_of_label = 0.97, sure_of_metadata = 0.97, sure_of_answer = 0.8,
                 sure_of_office = 0.9, sure_of_country = 0.95;

class SpeechAttributor {
 public:
  explicit SpeechAttributor(const SpeechSources& sources)
      : sources_(sources),
        document_(sources.document),
        speakers_(sources.document, sources.lexicon, sources.schema, sources.article) {}

  std::vector<Attribution> run() {
    const std::vector<Turn> turns = find_turns(document_, sources_.schema);
    const auto own = speakers_.of_article();
    if (own) {
      const auto end = turns.empty() ? document_.paragraphs.size() : turns.front().first_paragraph;
      speak({*own, "speaker-metadata", sure_of_metadata, {}}, 0, static_cast<std::uint32_t>(end));
    } else if (turns.empty()) {
      speak_for_country();
      return std::move(attributions_);
    }
    if (!turns.empty()) {
      people_.emplace(sources_, speakers_, turns);
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
      case TurnVoice::Audience:
        return {NamedSpeakers::unnamed("audience"), "turn-audience", sure_of_label, turn.label};
      case TurnVoice::Answer:
        return {own ? *own : answering(), "turn-answer", sure_of_answer, turn.label};
      case TurnVoice::Office:
        return {in_office(turn), "turn-office", sure_of_office, turn.label};
      case TurnVoice::Named:
        break;
    }
    return {named(turn), is_outlet(turn) ? "turn-question" : "turn-label", sure_of_label,
            turn.label};
  }

  // "Narrow Sea Post:" in that paper's interview.
  bool is_outlet(const Turn& turn) const {
    const std::string& outlet = sources_.article.outlet;
    return !outlet.empty() && fold(turn.name.in(document_.text)) == fold(outlet);
  }

  // Looked up once a name: a transcript has thousands of labels and a handful of names.
  // The office of one label is that of the later ones.
  const Speaker& named(const Turn& turn) {
    const auto [place, added] = named_.try_emplace(std::string(turn.name.in(document_.text)));
    if (added) {
      place->second = speakers_.named(place->first);
    }
    if (place->second.role.empty()) {
      place->second.role = turn.role;
    }
    return place->second;
  }

  // Who answers where the answers say "A:": the only one that a label names so far, or the one
  // whom the heading says to be interviewed.
  Speaker answering() {
    if (!named_.empty()) {
      return named_.size() == 1 ? named_.begin()->second : Speaker{};
    }
    if (!interviewee_) {
      interviewee_ = people_->interviewee();
    }
    return *interviewee_;
  }

  const Speaker& in_office(const Turn& turn) {
    const auto [place, added] = in_office_.try_emplace(turn.role);
    if (added) {
      place->second = people_->in_office(turn);
    }
    return place->second;
  }

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
  std::optional<TurnPeople> people_;
  std::map<std::string, Speaker, std::less<>> named_;
  std::map<std::string, Speaker, std::less<>> in_office_;  // By role.
  std::optional<Speaker> interviewee_;
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
