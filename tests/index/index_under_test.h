#pragma once

#include <chrono>
#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

#include "support/temporary_folder.h"
#include "verbale/index/check.h"
#include "verbale/index/publish.h"
#include "verbale/index/writer.h"

namespace verbale {

// An article whose lines are its passages, one each.
inline AnalyzedArticle article_of(const std::string& id, const std::vector<std::string>& lines) {
  AnalyzedArticle analyzed;
  analyzed.article.id = {id};
  analyzed.article.title = "Affair of " + id;
  analyzed.article.language = "en";
  for (const std::string& line : lines) {
    const auto begin = static_cast<std::uint32_t>(analyzed.article.text.size());
    analyzed.article.text += line + "\n";
    analyzed.passages.emplace_back();
    analyzed.passages.back().range = {begin, begin + static_cast<std::uint32_t>(line.size())};
    analyzed.passages.back().language = "en";
  }
  return analyzed;
}

// Articles "a0", "a1", ... of one to three passages.
inline std::vector<AnalyzedArticle> some_articles(std::size_t count) {
  std::vector<AnalyzedArticle> articles;
  for (std::size_t i = 0; i < count; ++i) {
    std::vector<std::string> lines;
    for (std::size_t line = 0; line <= i % 3; ++line) {
      lines.push_back("The envoy of province " + std::to_string(i) + " said no, time " +
                      std::to_string(line));
    }
    articles.push_back(article_of("a" + std::to_string(i), lines));
  }
  return articles;
}

// An index in a folder of its own.
class IndexUnderTest {
 public:
  std::filesystem::path root() const { return folder_.path() / "index"; }
  WriterLock lock() const { return WriterLock(root(), std::chrono::milliseconds(0), "test"); }

  // Publishes a new generation of these articles.
  Generation rebuild(const std::vector<AnalyzedArticle>& articles,
                     const DraftOptions& options = {}) const {
    const WriterLock held = lock();
    GenerationDraft draft(held, schema, options);
    put_all(draft.writer(), articles);
    return draft.publish();
  }

  // Puts these into the live generation.
  Tally update(const std::vector<AnalyzedArticle>& articles) const {
    const WriterLock held = lock();
    IndexWriter writer(held, current_generation(root()), CommitMode::Often);
    put_all(writer, articles);
    writer.commit();
    return writer.tally();
  }

  bool remove(const std::string& id) const {
    const WriterLock held = lock();
    IndexWriter writer(held, current_generation(root()), CommitMode::Often);
    const bool removed = writer.remove(ArticleId{id});
    writer.commit();
    return removed;
  }

  void put_all(IndexWriter& writer, const std::vector<AnalyzedArticle>& articles) const {
    ArticlePreparer preparer(schema);
    for (const AnalyzedArticle& article : articles) {
      writer.put(preparer.prepare(article));
    }
  }

  IndexStats stats() const { return verbale::stats(current_generation(root())); }
  std::string digest() const { return stats().digest; }
  std::vector<std::string> problems() const {
    return check(current_generation(root()), CheckDepth::Content);
  }

  const Schema schema = Schema::builtin();

 private:
  TemporaryFolder folder_;
};

// What an index of these articles has as its digest when nothing disturbs it.
inline std::string undisturbed_digest(const std::vector<AnalyzedArticle>& articles) {
  const IndexUnderTest index;
  index.rebuild(articles);
  return index.digest();
}

}  // namespace verbale
