// SQLite's FTS5 as its manual says: porter stemming, bm25, snippet(), facets by GROUP BY over a
// table of values.
// usage: sqlite_fts5 index DUMP DATABASE
//        sqlite_fts5 query DATABASE QUERIES [ROUNDS]
#include <sqlite3.h>

#include <iostream>
#include <memory>
#include <stdexcept>
#include <string_view>

#include "passages.h"
#include "queries.h"

namespace verbale::bench {
namespace {

class Connection {
 public:
  explicit Connection(const std::string& path) {
    if (sqlite3_open(path.c_str(), &handle_) != SQLITE_OK) {
      throw std::runtime_error("cannot open " + path);
    }
  }
  ~Connection() { sqlite3_close(handle_); }
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  void run(const char* sql) {
    if (sqlite3_exec(handle_, sql, nullptr, nullptr, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(handle_));
    }
  }
  sqlite3* handle() { return handle_; }

 private:
  sqlite3* handle_ = nullptr;
};

// A prepared statement, used again and again; views given to bind() must live until step() is done.
class Prepared {
 public:
  Prepared(Connection& connection, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    if (sqlite3_prepare_v2(connection.handle(), sql, -1, &statement, nullptr) != SQLITE_OK) {
      throw std::runtime_error(sqlite3_errmsg(connection.handle()));
    }
    statement_.reset(statement);
  }

  Prepared& start() {
    sqlite3_reset(statement_.get());
    bound_ = 0;
    return *this;
  }
  Prepared& bind(std::string_view text) {
    sqlite3_bind_text(statement_.get(), ++bound_, text.data(), static_cast<int>(text.size()),
                      SQLITE_STATIC);
    return *this;
  }
  Prepared& bind(sqlite3_int64 number) {
    sqlite3_bind_int64(statement_.get(), ++bound_, number);
    return *this;
  }
  bool step() {
    const int state = sqlite3_step(statement_.get());
    if (state != SQLITE_ROW && state != SQLITE_DONE) {
      throw std::runtime_error(sqlite3_errmsg(sqlite3_db_handle(statement_.get())));
    }
    return state == SQLITE_ROW;
  }
  std::string_view text(int column) {
    const unsigned char* bytes = sqlite3_column_text(statement_.get(), column);
    return bytes == nullptr ? "" : reinterpret_cast<const char*>(bytes);
  }
  sqlite3_int64 number(int column) { return sqlite3_column_int64(statement_.get(), column); }

 private:
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
  int bound_ = 0;
};

void index(const std::string& dump, const std::string& path) {
  Connection connection(path);
  connection.run(
      "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL;"
      "CREATE TABLE passage(id TEXT, outlet TEXT, language TEXT, date TEXT);"
      "CREATE TABLE value(field TEXT, passage INTEGER, value TEXT,"
      "  PRIMARY KEY(field, passage, value)) WITHOUT ROWID;"
      "CREATE VIRTUAL TABLE words USING fts5(title, text, tokenize='porter unicode61');"
      "BEGIN;");
  Prepared passages(connection,
                    "INSERT INTO passage(rowid, id, outlet, language, date)"
                    " VALUES(?, ?, ?, ?, ?)");
  Prepared values(connection, "INSERT OR IGNORE INTO value VALUES(?, ?, ?)");
  Prepared words(connection, "INSERT INTO words(rowid, title, text) VALUES(?, ?, ?)");
  sqlite3_int64 row = 0;
  read_dump(dump, [&](const DumpedPassage& passage) {
    ++row;
    passages.start().bind(row).bind(passage.id).bind(passage.outlet);
    passages.bind(passage.language).bind(passage.date).step();
    words.start().bind(row).bind(passage.title).bind(passage.text).step();
    for (const auto& [field, all] : {std::pair{"speaker", &passage.speakers},
                                     {"country", &passage.countries},
                                     {"topic", &passage.topics}}) {
      for (const std::string& value : *all) {
        values.start().bind(field).bind(row).bind(value).step();
      }
    }
  });
  connection.run("COMMIT; INSERT INTO words(words) VALUES('optimize'); PRAGMA wal_checkpoint;");
}

class Fts5Searcher {
 public:
  explicit Fts5Searcher(const std::string& path)
      : connection_(path),
        page_(connection_,
              "SELECT title, snippet(words, 1, '<b>', '</b>', '...', 64), id"
              " FROM words JOIN passage ON passage.rowid = words.rowid"
              " WHERE words MATCH ? ORDER BY rank LIMIT 10"),
        filtered_(connection_,
                  "SELECT title, snippet(words, 1, '<b>', '</b>', '...', 64), id"
                  " FROM words JOIN passage ON passage.rowid = words.rowid"
                  " WHERE words MATCH ? AND date BETWEEN ? AND ? AND EXISTS (SELECT 1 FROM value"
                  "  WHERE field = 'country' AND value.passage = words.rowid AND value = ?)"
                  " ORDER BY rank LIMIT 10"),
        facet_(connection_,
               "SELECT value, count(*) AS count FROM words"
               " JOIN value ON field = ? AND value.passage = words.rowid"
               " WHERE words MATCH ? GROUP BY value ORDER BY count DESC LIMIT 10") {}

  Answered ask(const BenchQuery& query) {
    const std::string match = match_of(query);
    const std::string until = query.until + "~";
    const bool filters = query.kind == "filter";
    Prepared& page = filters ? filtered_ : page_;
    page.start().bind(match);
    if (filters) {
      page.bind(query.from).bind(until).bind(query.country);
    }
    Answered answered;
    while (page.step()) {
      ++answered.hits;
      answered.highlights += page.text(1).find("<b>") != std::string_view::npos;
    }
    answered.total = answered.hits;
    if (query.kind == "facets") {
      for (const char* field : {"speaker", "country", "topic"}) {
        facet_.start().bind(field).bind(match);
        while (facet_.step()) {
          shown_ += facet_.number(1);
        }
      }
    }
    return answered;
  }

 private:
  static std::string match_of(const BenchQuery& query) {
    const char* between = query.kind == "or" ? " OR " : query.kind == "phrase" ? " " : " AND ";
    std::string text;
    for (const std::string& word : query.words) {
      text += (text.empty() ? "" : between);
      text += query.kind == "phrase" ? word : '"' + word + '"';
    }
    return "text : " + (query.kind == "phrase" ? '"' + text + '"' : '(' + text + ')');
  }

  Connection connection_;
  Prepared page_, filtered_, facet_;
  sqlite3_int64 shown_ = 0;
};

int run(int argc, char** argv) {
  const std::string_view command = argc > 3 ? argv[1] : "";
  if (command == "index") {
    index(argv[2], argv[3]);
    return 0;
  }
  if (command == "query") {
    Fts5Searcher searcher(argv[2]);
    time_queries(read_queries(argv[3]), argc > 4 ? std::stoul(argv[4]) : 3,
                 [&](const BenchQuery& query) { return searcher.ask(query); });
    return 0;
  }
  std::cerr << "usage: sqlite_fts5 index DUMP DATABASE\n"
               "       sqlite_fts5 query DATABASE QUERIES [ROUNDS]\n";
  return 2;
}

}  // namespace
}  // namespace verbale::bench

int main(int argc, char** argv) {
  return verbale::bench::run(argc, argv);
}
