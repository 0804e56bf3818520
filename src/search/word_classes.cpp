#include "search/word_classes.h"

#include <algorithm>

namespace verbale {
namespace {

unsigned char first_byte(std::string_view word) {
  return word.empty() ? 0 : static_cast<unsigned char>(word.front());
}

std::string folded_form(Analyzer& analyzer, std::string_view word) {
  std::string folded;
  analyzer.analyze(word, [&](const Word& only) { folded = only.folded; });
  return folded;
}

}  // namespace

std::size_t WordClasses::written(std::string_view folded) {
  const std::size_t known = count_;
  const std::size_t id = number('=', folded);
  if (id == known) {
    folded_[std::string(folded)].push_back(id);
    first_bytes_.set(first_byte(folded));
  }
  return id;
}

std::size_t WordClasses::stemmed(std::string_view word) {
  const std::size_t known = count_;
  const std::size_t id = number('~', word);
  if (id == known) {
    const std::string folded = folded_form(analyzers_.of(""), word);
    folded_[folded].push_back(id);
    first_bytes_.set(first_byte(folded));
    stemmed_.emplace(id, word);
    languages_.clear();
  }
  return id;
}

std::size_t WordClasses::english(std::string_view word) {
  const std::size_t known = count_;
  const std::size_t id = number('@', word);
  if (id == known) {
    english_.emplace(id, word);
    languages_.clear();
  }
  return id;
}

std::size_t WordClasses::beginning(std::string_view folded) {
  const std::size_t known = count_;
  const std::size_t id = number('*', folded);
  if (id == known) {
    beginnings_.emplace_back(folded, id);
    first_bytes_.set(first_byte(folded));
  }
  return id;
}

std::size_t WordClasses::number(char kind, std::string_view word) {
  const auto [found, added] = numbers_.try_emplace(kind + std::string(word), count_);
  count_ += added ? 1 : 0;
  return found->second;
}

WordClasses::Stems& WordClasses::stems_of(const std::string& language) {
  const auto [found, added] = languages_.try_emplace(language, analyzers_.of(language));
  Stems& stems = found->second;
  const auto add = [&stems](std::size_t id, const std::string& word) {
    stems.analyzer.analyze(word, [&](const Word& only) {
      for (const std::string_view stem : {only.stem, only.bare_stem}) {
        stems.classes[std::string(stem)].push_back(id);
        stems.first_bytes.set(first_byte(stem));
      }
    });
  };
  if (added) {
    for (const auto& [id, word] : stemmed_) {
      add(id, word);
    }
    for (const auto& [id, word] : english_) {
      if (language.empty() || language == "en") {
        add(id, word);
      }
    }
  }
  return stems;
}

Occurrences WordClasses::find(std::string_view text, std::string_view language) {
  Occurrences occurrences(count_);
  Stems& stems = stems_of(std::string(language));
  const auto add = [&](std::size_t id, const Word& word) {
    std::vector<Occurrence>& of_class = occurrences[id];
    if (of_class.empty() || of_class.back().position != word.position) {
      of_class.push_back({word.position, word.range});
    }
  };
  const auto add_all = [&](const ClassesByWord& classes, std::string_view form, const Word& word) {
    if (const auto found = classes.find(form); found != classes.end()) {
      for (const std::size_t id : found->second) {
        add(id, word);
      }
    }
  };
  const bool same_byte = stems.analyzer.stems_keep_first_byte();
  stems.analyzer.analyze_unstemmed(text, [&](const Word& word) {
    if (first_bytes_[first_byte(word.folded)]) {
      add_all(folded_, word.folded, word);
      for (const auto& [beginning, id] : beginnings_) {
        if (word.folded.starts_with(beginning)) {
          add(id, word);
        }
      }
    }
    if ((!same_byte || stems.first_bytes[first_byte(word.folded)]) && !word.ideographic) {
      add_all(stems.classes, stems.analyzer.stem_of(word), word);
      if (!word.bare_stem.empty()) {
        add_all(stems.classes, word.bare_stem, word);
      }
    }
  });
  return occurrences;
}

}  // namespace verbale
