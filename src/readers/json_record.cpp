#include "readers/json_record.h"

#include <array>
#include <boost/json/basic_parser_impl.hpp>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readers/fields.h"
#include "readers/json_mend.h"
#include "readers/words.h"
#include "verbale/text/utf8.h"

namespace verbale::readers {
namespace {

namespace json = boost::json;

constexpr std::size_t max_depth = 64;

// A value of a field as it was found.
struct FoundValue {
  enum class Kind { Absent, Text, List, Null, Wrong };

  Kind kind = Kind::Absent;
  int rank = 0;
  std::string key;
  const char* type = "";          // Of a wrong one: "an object".
  std::vector<std::string> text;  // One for Text, several for List.
};

using FoundValues = std::array<FoundValue, article_field_count>;

// Receives a JSON object's members and keeps those that name an article's field. Everything else
// is checked and dropped, so that memory is that of the fields. `depth_` is 1 inside the object.
class FieldCollector {
 public:
  explicit FieldCollector(const ReadOptions& options) : options_(options) {}

  static constexpr std::size_t max_object_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_array_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_key_size = static_cast<std::size_t>(-1);
  static constexpr std::size_t max_string_size = static_cast<std::size_t>(-1);

  bool on_document_begin(json::error_code&) { return true; }
  bool on_document_end(json::error_code&) { return true; }

  bool on_object_begin(json::error_code&) {
    open("an object");
    return true;
  }
  bool on_object_end(std::size_t, json::error_code&) {
    close();
    return true;
  }
  bool on_array_begin(json::error_code&) {
    open("a list");
    return true;
  }
  bool on_array_end(std::size_t, json::error_code&) {
    close();
    return true;
  }

  bool on_key_part(json::string_view part, std::size_t, json::error_code&) {
    pending_.append(part.data(), part.size());
    return true;
  }
  bool on_key(json::string_view part, std::size_t, json::error_code&) {
    pending_.append(part.data(), part.size());
    if (depth_ == 1) {
      choose(std::move(pending_));
    } else if (depth_ == named_depth_) {
      member_is_name_ = pending_ == "name";
    }
    pending_.clear();
    return true;
  }

  bool on_string_part(json::string_view part, std::size_t, json::error_code&) {
    pending_.append(part.data(), part.size());
    return true;
  }
  bool on_string(json::string_view part, std::size_t, json::error_code&) {
    pending_.append(part.data(), part.size());
    take(pending_);
    pending_.clear();
    return true;
  }

  bool on_number_part(json::string_view, json::error_code&) { return true; }
  bool on_int64(std::int64_t number, json::string_view, json::error_code&) {
    take_integer(std::to_string(number));
    return true;
  }
  bool on_uint64(std::uint64_t number, json::string_view, json::error_code&) {
    take_integer(std::to_string(number));
    return true;
  }
  bool on_double(double, json::string_view, json::error_code&) {
    take_wrong("a number");
    return true;
  }
  bool on_bool(bool, json::error_code&) {
    take_wrong("true or false");
    return true;
  }
  bool on_null(json::error_code&) {
    if (value_ != nullptr && depth_ == 1) {
      value_->kind = FoundValue::Kind::Null;
    }
    return true;
  }

  bool on_comment_part(json::string_view, json::error_code&) { return true; }
  bool on_comment(json::string_view, json::error_code&) { return true; }

  bool is_object() const { return object_; }
  const std::string& repeated_key() const { return repeated_key_; }
  FoundValues& values() { return values_; }

 private:
  // A key of the record itself: decides where its value goes.
  void choose(std::string key) {
    value_ = nullptr;
    named_depth_ = 0;
    const auto name = find_field(key, options_.field_map);
    if (!name) {
      return;
    }
    FoundValue& found = values_[static_cast<std::size_t>(name->field)];
    const bool known = found.kind != FoundValue::Kind::Absent;
    if (known && found.rank == name->rank) {
      repeated_key_ = std::move(key);
      return;
    }
    const bool better = name->rank < found.rank || found.kind == FoundValue::Kind::Null;
    if (known && !better) {
      return;
    }
    found = FoundValue{FoundValue::Kind::Wrong, name->rank, std::move(key), "", {}};
    value_ = &found;
  }

  void open(const char* type) {
    const bool list = type[2] == 'l';
    object_ = object_ || (depth_ == 0 && !list);
    if (value_ != nullptr && depth_ == 1) {
      named_depth_ = list ? 0 : 2;
      member_is_name_ = false;
      value_->kind = list ? FoundValue::Kind::List : FoundValue::Kind::Wrong;
      value_->type = type;
    } else if (value_ != nullptr && depth_ == 2 && named_depth_ != 2) {
      named_depth_ = list ? 0 : 3;
      member_is_name_ = false;
      take_wrong(type);
    }
    ++depth_;
  }

  void close() { --depth_; }

  // {"source": {"name": "The Herald"}} names an outlet as {"source": "The Herald"} does, and
  // {"authors": [{"name": "A. Ruiz"}]} an author.
  void take(const std::string& text) {
    if (value_ == nullptr) {
      return;
    }
    const bool named = depth_ == named_depth_ && member_is_name_;
    if (depth_ == 1 || (depth_ == 2 && named)) {
      value_->kind = FoundValue::Kind::Text;
      value_->text.assign(1, text);
    } else if (named || (depth_ == 2 && named_depth_ != 2)) {
      value_->text.push_back(text);
    }
  }

  // An id or a year is written as a number too; a text never is.
  void take_integer(const std::string& digits) {
    const FoundValue& text = values_[static_cast<std::size_t>(ArticleField::Text)];
    if (value_ == &text) {
      take_wrong("a number");
    } else {
      take(digits);
    }
  }

  void take_wrong(const char* type) {
    if (value_ == nullptr || depth_ > 2 || depth_ == named_depth_) {
      return;
    }
    value_->kind = FoundValue::Kind::Wrong;
    value_->type = depth_ == 1 ? type : "a list of other things than text";
  }

  const ReadOptions& options_;
  FoundValues values_;
  FoundValue* value_ = nullptr;  // Of the member that is being read; null: not ours.
  std::string pending_;
  std::string repeated_key_;
  std::size_t depth_ = 0;
  bool object_ = false;
  std::size_t named_depth_ = 0;  // Inside an object that stands for its "name"; 0: in none.
  bool member_is_name_ = false;
};

// Topics and authors are lists; the paragraphs of a text may be one too. Records write authors in
// too many ways for an unknown one to cost the article.
bool is_wrong(const FoundValue& value, ArticleField field) {
  if (field == ArticleField::Authors) {
    return false;
  }
  const bool wants_list = is_list(field) || field == ArticleField::Text;
  const bool list = value.kind == FoundValue::Kind::List && value.text.size() > 1;
  return value.kind == FoundValue::Kind::Wrong || (list && !wants_list);
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    text += (text.empty() ? "" : "\n\n") + paragraph;
  }
  return text;
}

Result<Article> article_of(FoundValues& values) {
  Article article;
  for (std::size_t i = 0; i < values.size(); ++i) {
    FoundValue& value = values[i];
    const auto field = static_cast<ArticleField>(i);
    if (is_wrong(value, field)) {
      return Error{"\"" + value.key + "\" is " + value.type + " where text belongs", ""};
    }
    if (field == ArticleField::Text) {
      value.text.assign(1, joined(value.text));
    }
    for (std::string& text : value.text) {
      set_field(article, field, std::move(text));
    }
  }
  if (auto error = complete(article)) {
    error->message += "; a record needs \"text\" (or name another field with --map)";
    return *error;
  }
  return article;
}

std::string syntax_error(const json::error_code& error, std::size_t offset) {
  if (error == json::error::incomplete) {
    return "is not complete JSON; is the file cut off?";
  }
  if (error == json::error::too_deep) {
    return "is nested deeper than " + std::to_string(max_depth) + " levels";
  }
  return "is not JSON: " + error.message() + " at byte " + std::to_string(offset + 1);
}

Result<Article> parse_object(std::string_view bytes, const ReadOptions& options) {
  json::parse_options parse_options;
  parse_options.max_depth = max_depth;
  json::basic_parser<FieldCollector> parser(parse_options, options);
  json::error_code error;
  std::size_t read = parser.write_some(false, bytes.data(), bytes.size(), error);
  while (!error && read < bytes.size() && is_space(bytes[read])) {
    ++read;
  }
  if (!error && read < bytes.size()) {
    error = json::error::extra_data;
  }
  if (error) {
    return Error{syntax_error(error, read), ""};
  }
  if (!parser.handler().is_object()) {
    return Error{"is not a JSON object", ""};
  }
  if (!parser.handler().repeated_key().empty()) {
    return Error{"has the key \"" + parser.handler().repeated_key() + "\" twice", ""};
  }
  return article_of(parser.handler().values());
}

}  // namespace

ParsedRecord parse_json(const RawRecord& record, const ReadOptions& options) {
  ParsedRecord parsed;
  if (const auto invalid = first_invalid_utf8(record.bytes)) {
    parsed.refusals.push_back(
        {record.where, "is not UTF-8 at byte " + std::to_string(*invalid + 1)});
    return parsed;
  }
  auto article = parse_object(mend_lone_surrogates(record.bytes), options);
  if (article) {
    parsed.articles.push_back(*std::move(article));
  } else {
    parsed.refusals.push_back({record.where, article.error().message});
  }
  return parsed;
}

}  // namespace verbale::readers
