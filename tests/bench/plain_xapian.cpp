// Xapian as its manual says: TermGenerator with the English stemmer (STEM_SOME), positions, boolean
// prefix terms, value slots, its QueryParser, MSet::snippet and ValueCountMatchSpy.
// usage: plain_xapian index DUMP DATABASE [passage|article]
//        plain_xapian query DATABASE QUERIES [ROUNDS]
#include <xapian.h>

#include <iostream>
#include <optional>
#include <string_view>

#include "passages.h"
#include "queries.h"

namespace verbale::bench {
namespace {

enum Slot : Xapian::valueno { SpeakerSlot, CountrySlot, TopicSlot, DateSlot };

constexpr unsigned flush_threshold = 10000;  // Documents; Xapian's default.
constexpr std::size_t longest_term = 200;

// One document, of a passage or of all passages of an article.
class DocumentBuilder {
 public:
  DocumentBuilder() { generator_.set_stemmer(Xapian::Stem("en")); }

  void start(const DumpedPassage& passage, const std::string& id) {
    document_ = Xapian::Document();
    generator_.set_document(document_);
    generator_.set_termpos(0);
    generator_.index_text(passage.title, 1, "S");
    generator_.increase_termpos();
    stored_ = passage.title + '\n';
    document_.add_boolean_term("Q" + id.substr(0, longest_term));
    add_terms("XO", {passage.outlet});
    add_terms("L", {passage.language});
    document_.add_value(DateSlot, passage.date);
  }

  void add(const DumpedPassage& passage) {
    generator_.index_text(passage.text);
    generator_.increase_termpos();
    stored_ += passage.text;
    add_terms("A", passage.speakers);
    add_terms("XC", passage.countries);
    add_terms("XB", passage.about);
    add_terms("XT", passage.topics);
    add_value(SpeakerSlot, passage.speakers);
    add_value(CountrySlot, passage.countries);
    add_value(TopicSlot, passage.topics);
  }

  const Xapian::Document& finish() {
    document_.set_data(stored_);
    return document_;
  }

 private:
  void add_terms(const std::string& prefix, const std::vector<std::string>& values) {
    for (const std::string& value : values) {
      document_.add_boolean_term(prefix + ":" + value.substr(0, longest_term));
    }
  }

  void add_value(Slot slot, const std::vector<std::string>& values) {
    std::string packed = document_.get_value(slot);
    for (const std::string& value : values) {
      packed += (packed.empty() ? "" : "\x1f") + value;
    }
    document_.add_value(slot, packed);
  }

  Xapian::TermGenerator generator_;
  Xapian::Document document_;
  std::string stored_;
};

void index(const std::string& dump, const std::string& path, bool by_article) {
  Xapian::WritableDatabase database(path, Xapian::DB_CREATE_OR_OVERWRITE);
  DocumentBuilder builder;
  std::string article;
  bool open = false;
  unsigned pending = 0;
  const auto close = [&] {
    if (open) {
      database.add_document(builder.finish());
      if (++pending % flush_threshold == 0) {
        database.commit();
      }
    }
  };
  read_dump(dump, [&](const DumpedPassage& passage) {
    if (!by_article || !open || passage.article != article) {
      close();
      builder.start(passage, by_article ? passage.article : passage.id);
      article = passage.article;
      open = true;
    }
    builder.add(passage);
  });
  close();
  database.commit();
}

class PlainSearcher {
 public:
  explicit PlainSearcher(const std::string& path) : database_(path), enquire_(database_) {
    parser_.set_stemmer(stemmer_);
    parser_.set_stemming_strategy(Xapian::QueryParser::STEM_SOME);
    parser_.set_database(database_);
    parser_.add_boolean_prefix("country", "XC:");
    parser_.add_rangeprocessor(&dates_);
  }

  Answered ask(const BenchQuery& query) {
    enquire_.set_query(parser_.parse_query(text_of(query)));
    enquire_.clear_matchspies();
    std::optional<Xapian::ValueCountMatchSpy> spies[3];
    if (query.kind == "facets") {
      for (const Slot slot : {SpeakerSlot, CountrySlot, TopicSlot}) {
        spies[slot].emplace(slot);
        enquire_.add_matchspy(&*spies[slot]);
      }
    }
    const Xapian::doccount all = query.kind == "facets" ? database_.get_doccount() : 0;
    const Xapian::MSet page = enquire_.get_mset(0, 10, all);

    Answered answered{page.get_matches_estimated(), page.size(), 0};
    for (auto hit = page.begin(); hit != page.end(); ++hit) {
      const std::string stored = hit.get_document().get_data();
      const std::string text = stored.substr(stored.find('\n') + 1);
      const std::string snippet = page.snippet(text, 500, stemmer_);
      answered.highlights += snippet.find("<b>") != std::string::npos;
    }
    for (const auto& spy : spies) {
      for (auto value = spy ? spy->top_values_begin(10) : Xapian::TermIterator();
           spy && value != spy->top_values_end(10); ++value) {
        shown_ += value.get_termfreq();
      }
    }
    return answered;
  }

 private:
  static std::string text_of(const BenchQuery& query) {
    const char* between = query.kind == "or" ? " OR " : query.kind == "and" ? " AND " : " ";
    std::string text;
    for (const std::string& word : query.words) {
      text += (text.empty() ? "" : between) + word;
    }
    if (query.kind == "phrase") {
      return '"' + text + '"';
    }
    if (query.kind == "filter") {
      // '~' sorts after every digit: the end of the range includes its days.
      return text + " country:" + query.country + " date:" + query.from + ".." + query.until + "~";
    }
    return text;
  }

  Xapian::Database database_;
  Xapian::Enquire enquire_;
  Xapian::Stem stemmer_{"en"};
  Xapian::QueryParser parser_;
  Xapian::RangeProcessor dates_{DateSlot, "date:"};
  std::size_t shown_ = 0;  // Keeps the reading of the facets from being optimised away.
};

int run(int argc, char** argv) {
  const std::string_view command = argc > 3 ? argv[1] : "";
  const std::string_view option = argc > 4 ? argv[4] : "";
  if (command == "index") {
    index(argv[2], argv[3], option == "article");
    return 0;
  }
  if (command == "query") {
    PlainSearcher searcher(argv[2]);
    time_queries(read_queries(argv[3]), option.empty() ? 3 : std::stoul(argv[4]),
                 [&](const BenchQuery& query) { return searcher.ask(query); });
    return 0;
  }
  std::cerr << "usage: plain_xapian index DUMP DATABASE [passage|article]\n"
               "       plain_xapian query DATABASE QUERIES [ROUNDS]\n";
  return 2;
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  return verbale::bench::run(argc, argv);
}
