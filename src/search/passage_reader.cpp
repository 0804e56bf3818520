#include "search/passage_reader.h"

#include <algorithm>

#include "index/terms.h"
#include "verbale/text/folding.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

std::vector<TextRange> sentences_of(std::string_view text, const Abbreviations& abbreviations) {
  std::vector<TextRange> sentences;
  for (const TextRange paragraph : split_paragraphs(text)) {
    const auto more = split_sentences(text, paragraph, abbreviations);
    sentences.insert(sentences.end(), more.begin(), more.end());
  }
  return sentences;
}

// The same passage with every range counted in code points of the article.
Passage in_code_points(const StoredPassage& stored) {
  Passage passage = stored.passage;
  passage.range = stored.code_points;
  for (std::size_t i = 0; i < passage.attributions.size(); ++i) {
    const AttributionRanges& ranges = stored.in_code_points[i];
    passage.attributions[i].range = ranges.range;
    passage.attributions[i].cue = ranges.cue;
    passage.attributions[i].mention = ranges.mention;
    passage.attributions[i].antecedent = ranges.antecedent;
  }
  CodePointOffsets offsets(stored.text);
  const std::uint32_t begin = stored.passage.range.begin;
  const std::uint32_t end = stored.passage.range.end;
  for (TextRange& range : passage.quotations) {
    const std::uint32_t first = std::clamp(range.begin, begin, end) - begin;
    const std::uint32_t last = std::clamp(range.end, begin, end) - begin;
    range.begin = stored.code_points.begin + offsets.at(first);
    range.end = stored.code_points.begin + offsets.at(last);
  }
  return passage;
}

}  // namespace

Hit PassageReader::hit(const Xapian::Document& document, unsigned context) {
  StoredPassage stored = read_stored_passage(document.get_data());
  Hit hit;
  hit.id = passage_id(stored.article.id, stored.ordinal);
  hit.in_code_points = in_code_points(stored);
  if (context > 0) {
    hit.before = sentences_before(document.get_docid(), stored, context);
    hit.after = sentences_after(document.get_docid(), stored, context);
  }
  hit.passage = std::move(stored.passage);
  hit.text = std::move(stored.text);
  hit.article = std::move(stored.article);
  return hit;
}

// The passages of an article are its term's documents, in order.
std::optional<StoredPassage> PassageReader::passage(const ArticleId& article,
                                                    std::size_t ordinal) const {
  const std::string term = article_term(article);
  auto posting = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  for (std::size_t i = 0; i < ordinal && posting != end; ++i) {
    ++posting;
  }
  if (posting == end) {
    return std::nullopt;
  }
  return read_stored_passage(database_.get_document(*posting).get_data());
}

// Spellings of a name may differ. The first passage of the article that comes first by its hash has
// it, so that any number of shards gives one.
std::string PassageReader::name_of(const SpeakerId& speaker) const {
  const std::string term = value_term(schema_.field("speaker")->prefix, speaker.value);
  auto article = database_.valuestream_begin(value_slot::article);
  std::string least;
  Xapian::docid chosen = 0;
  for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term);
       ++posting) {
    article.skip_to(*posting);
    if (chosen == 0 || *article < least) {
      least = *article;
      chosen = *posting;
    }
  }
  if (chosen == 0) {
    return "";
  }
  const StoredPassage stored = read_stored_passage(database_.get_document(chosen).get_data());
  const auto named = std::ranges::find(stored.passage.speakers, speaker, &Speaker::id);
  return named == stored.passage.speakers.end() ? "" : named->name;
}

// Passages of an article are written one after the other, so that the neighbour is mostly the next
// document of the same shard; an updated article's need not be.
std::optional<StoredPassage> PassageReader::beside(Xapian::docid docid, const StoredPassage& stored,
                                                   int step) const {
  if ((step < 0 && stored.ordinal == 0) || (step > 0 && stored.ordinal + 1 >= stored.passages)) {
    return std::nullopt;
  }
  const auto shards = static_cast<std::int64_t>(std::max<std::size_t>(database_.size(), 1));
  const std::int64_t neighbour = std::int64_t{docid} + step * shards;
  if (neighbour > 0 && neighbour <= std::int64_t{database_.get_lastdocid()}) {
    try {
      StoredPassage found = read_stored_passage(
          database_.get_document(static_cast<Xapian::docid>(neighbour)).get_data());
      if (found.article.id == stored.article.id && found.ordinal == stored.ordinal + step) {
        return found;
      }
    } catch (const Xapian::DocNotFoundError&) {
      // A removed article's place: the term knows.
    }
  }
  return passage(stored.article.id, stored.ordinal + step);
}

std::string PassageReader::sentences_before(Xapian::docid docid, const StoredPassage& stored,
                                            unsigned wanted) {
  const auto previous = beside(docid, stored, -1);
  if (!previous) {
    return "";
  }
  const std::string& text = previous->text;
  const auto sentences = sentences_of(text, abbreviations());
  if (sentences.empty()) {
    return "";
  }
  const std::size_t first = sentences.size() - std::min<std::size_t>(wanted, sentences.size());
  return text.substr(sentences[first].begin, sentences.back().end - sentences[first].begin);
}

std::string PassageReader::sentences_after(Xapian::docid docid, const StoredPassage& stored,
                                           unsigned wanted) {
  const auto next = beside(docid, stored, 1);
  if (!next) {
    return "";
  }
  const std::string& text = next->text;
  const auto sentences = sentences_of(text, abbreviations());
  if (sentences.empty()) {
    return "";
  }
  const std::size_t last = std::min<std::size_t>(wanted, sentences.size()) - 1;
  return text.substr(sentences.front().begin, sentences[last].end - sentences.front().begin);
}

const Abbreviations& PassageReader::abbreviations() {
  if (!abbreviations_) {
    abbreviations_.emplace();
    for (const Abbreviation& row : schema_.abbreviations()) {
      std::string word = fold(row.form);
      while (word.ends_with('.')) {
        word.pop_back();
      }
      const bool may = row.kind == "may" || row.kind == "initialism";
      (may ? abbreviations_->may_be_final : abbreviations_->never_final).insert(word);
    }
  }
  return *abbreviations_;
}

std::optional<AnalyzedArticle> PassageReader::article_of(const PassageId& id) const {
  const auto place = place_of(id);
  if (!place) {
    return std::nullopt;
  }
  AnalyzedArticle analyzed;
  const std::string term = article_term(place->article);
  for (auto posting = database_.postlist_begin(term); posting != database_.postlist_end(term);
       ++posting) {
    append_passage(read_stored_passage(database_.get_document(*posting).get_data()), analyzed);
  }
  return place->ordinal < analyzed.passages.size() ? std::optional(std::move(analyzed))
                                                   : std::nullopt;
}

}  // namespace verbale
