#include "attribution/turns.h"

#include <algorithm>
#include <map>
#include <string_view>

#include "attribution/turn_labels.h"

namespace verbale::attribution {

namespace {

using Labels = std::vector<TurnLabel>;

std::map<std::string_view, int> counted(const Labels& labels, LabelHabit habit) {
  std::map<std::string_view, int> counts;
  for (const TurnLabel& label : labels) {
    counts[label.key] += label.habit == habit ? 1 : 0;
  }
  return counts;
}

// Labels that nothing but a transcript has, or several names that come back and head a good part of
// the paragraphs. "Venue:" may come back, too, but heads no sentences.
bool has_colons(const Labels& labels, std::size_t paragraphs) {
  constexpr std::size_t enough_certain = 2, enough_labels = 4, part = 4;
  const auto counts = counted(labels, LabelHabit::Colon);
  std::size_t certain = 0, likely = 0, sentences = 0, all = 0;
  for (const TurnLabel& label : labels) {
    if (label.habit == LabelHabit::Colon) {
      ++all;
      // "CHAIRMAN: Odrun Falk" once is an entry of a list.
      const bool once = label.turn.voice == TurnVoice::Office && counts.at(label.key) == 1;
      certain += label.certain && !once ? 1 : 0;
      likely += (label.certain && once) || (!label.certain && label.bracketed) ? 1 : 0;
      sentences += label.sentence ? 1 : 0;
    }
  }
  if (certain >= enough_certain || (certain > 0 && certain + likely >= enough_certain)) {
    return true;
  }
  const auto repeated =
      std::ranges::count_if(counts, [](const auto& name) { return name.second > 1; });
  return repeated > 1 && all >= enough_labels && all * part >= paragraphs && sentences * 2 >= all;
}

bool asks(const TurnLabel& label, const Document& document) {
  const std::string_view words = label.turn.words.in(document.text);
  return words.find('?') != std::string_view::npos || words.find("？") != std::string_view::npos;
}

// "Q." and "A." in turn, and the questions are some: "P. Velde" and "R. Falk" sign articles.
bool has_points(const Labels& labels, const Document& document) {
  std::size_t questions = 0, answers = 0, asking = 0;
  for (const TurnLabel& label : labels) {
    if (label.habit != LabelHabit::Point) {
      continue;
    }
    const bool question = label.turn.voice == TurnVoice::Question;
    if (!question && questions == 0) {
      return false;
    }
    questions += question ? 1 : 0;
    answers += question ? 0 : 1;
    asking += question && asks(label, document) ? 1 : 0;
  }
  return questions > 0 && answers > 0 && asking * 2 >= questions;
}

bool is_known(const TurnLabel& label) {
  return label.turn.voice != TurnVoice::Named || !label.turn.office.empty() ||
         !label.turn.role.empty();
}

// Of headings in capitals, one that is a voice or a name with an office comes back.
bool has_lines(const Labels& labels) {
  const auto counts = counted(labels, LabelHabit::Line);
  return std::ranges::any_of(labels, [&](const TurnLabel& label) {
    return label.habit == LabelHabit::Line && is_known(label) &&
           label.turn.voice != TurnVoice::Office && counts.at(label.key) > 1;
  });
}

class TurnFinder {
 public:
  TurnFinder(const Document& document, const Schema& schema) : document_(document) {
    for (std::uint32_t i = 0; i < document.paragraphs.size(); ++i) {
      if (auto label = read_turn_label(document, schema, i)) {
        labels_.push_back(std::move(*label));
      }
    }
  }

  std::vector<Turn> run() {
    const bool colons = has_colons(labels_, document_.paragraphs.size());
    const bool points = has_points(labels_, document_);
    const bool lines = has_lines(labels_);
    const auto line_counts = counted(labels_, LabelHabit::Line);
    for (const TurnLabel& label : labels_) {
      const bool line = label.habit == LabelHabit::Line;
      if (line ? !lines : !(label.habit == LabelHabit::Colon ? colons : points)) {
        continue;
      }
      end_turn(label.turn.first_paragraph);
      const bool named = !label.turn.name.empty() && line_counts.at(label.key) > 1;
      if (!line || is_known(label) || named) {
        turns_.push_back(label.turn);
        open_ = true;
      }
    }
    end_turn(static_cast<std::uint32_t>(document_.paragraphs.size()));
    return std::move(turns_);
  }

 private:
  void end_turn(std::uint32_t paragraph) {
    if (open_) {
      turns_.back().last_paragraph = paragraph;
      open_ = false;
    }
  }

  const Document& document_;
  Labels labels_;
  std::vector<Turn> turns_;
  bool open_ = false;
};

}  // namespace

std::vector<Turn> find_turns(const Document& document, const Schema& schema) {
  return TurnFinder(document, schema).run();
}

}  // namespace verbale::attribution
