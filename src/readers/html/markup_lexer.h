#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace verbale::readers::html {

// One attribute as it is written: `name` in lower case, `source` the whole of it.
struct MarkupAttribute {
  std::string name;
  std::string_view value;   // Without quotes, entities not decoded.
  std::string_view source;  // name="value"
};

// A start or end tag as it is written.
struct MarkupTag {
  std::string name;  // Lower case.
  bool closing = false;
  std::vector<MarkupAttribute> attributes;  // The first 256.
};

// A piece of HTML: a tag, or the text before the next tag. Comments, declarations and processing
// instructions are skipped.
struct MarkupPiece {
  std::string_view text;
  std::optional<MarkupTag> tag;
};

// Cuts HTML as the tokenizer of the HTML standard does (13.2.5), outside of raw text elements: it
// is for the caller to take those with raw_text(). Linear in its input. Views are into `html`.
class MarkupLexer {
 public:
  explicit MarkupLexer(std::string_view html) : html_(html) {}

  std::optional<MarkupPiece> next();

  // The text up to the end tag `name`, which stays to be read. Nothing, and nothing is taken,
  // where there is no such end tag.
  std::optional<std::string_view> raw_text(std::string_view name);

  void skip_to_end() { at_ = html_.size(); }

 private:
  bool tag_begins_here() const;
  void skip_comment();
  MarkupTag read_tag();
  MarkupAttribute read_attribute();
  std::string_view read_value();
  void skip_space();

  std::string_view html_;
  std::size_t at_ = 0;
};

}  // namespace verbale::readers::html
