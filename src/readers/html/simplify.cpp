#include "readers/html/simplify.h"

#include <algorithm>
#include <span>
#include <utility>

#include "readers/html/markup_lexer.h"
#include "readers/html/script_dates.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::size_t most_tags = 400'000;
constexpr std::size_t deepest = 400;
constexpr std::size_t most_kept_attributes = 32;

using Names = std::span<const std::string_view>;

// Their content is not text of the page, or not markup.
constexpr std::string_view raw_elements[] = {"iframe",    "math",     "noembed", "noframes",
                                             "plaintext", "script",   "style",   "title",
                                             "svg",       "textarea", "title",   "xmp"};

constexpr std::string_view void_elements[] = {
    "area", "base",  "basefont", "bgsound", "br",   "col",   "embed",  "frame", "hr",
    "img",  "input", "keygen",   "link",    "meta", "param", "source", "track", "wbr"};

// Formatting, frames, and what a tree has once only.
constexpr std::string_view left_out[] = {"b",        "big", "code", "em",      "font",  "frame",
                                         "frameset", "i",   "nobr", "s",       "small", "strike",
                                         "strong",   "tt",  "u",    "marquee", "applet"};

constexpr std::string_view uncounted[] = {"html", "head", "body"};

// An end tag does not look for its start tag beyond these.
constexpr std::string_view scope_ends[] = {"caption", "html",     "object", "table",
                                           "td",      "template", "th"};

struct ImpliedEnd {
  std::string_view start;  // A start tag of this name
  Names closes;            // closes the nearest of these,
  Names passing;           // if there are only these in between.
};

constexpr std::string_view loose[] = {"a", "address", "center", "div", "li", "p", "span"};
constexpr std::string_view rows[] = {"p",  "div", "span",   "a",  "td", "th", "tr", "ul",
                                     "ol", "li",  "center", "h1", "h2", "h3", "h4"};

constexpr std::string_view inline_only[] = {"a", "span"};
constexpr std::string_view paragraph[] = {"p"};
constexpr std::string_view item[] = {"li"};
constexpr std::string_view definition[] = {"dd", "dt"};
constexpr std::string_view choice[] = {"option"};
constexpr std::string_view cell[] = {"td", "th"};
constexpr std::string_view row[] = {"tr"};
constexpr std::string_view row_group[] = {"tbody", "thead", "tfoot"};
constexpr std::string_view anchor[] = {"a"};

constexpr ImpliedEnd implied_ends[] = {
    {"p", paragraph, inline_only},
    {"li", item, loose},
    {"dd", definition, loose},
    {"dt", definition, loose},
    {"option", choice, {}},
    {"td", cell, rows},
    {"th", cell, rows},
    {"tr", row, rows},
    {"tbody", row_group, rows},
    {"tfoot", row_group, rows},
    {"a", anchor, inline_only},
};

bool is_one_of(std::string_view name, Names names) {
  return std::ranges::find(names, name) != names.end();
}

class Simplifier {
 public:
  explicit Simplifier(std::string_view html) : lexer_(html) {
    simple_.html.reserve(html.size() / 2);
  }

  Result<SimpleMarkup> run() {
    std::size_t tags = 0;
    while (const auto piece = lexer_.next()) {
      write_text(piece->text);
      if (!piece->tag) {
        continue;
      }
      if (++tags > most_tags) {
        return Error{"has more than " + std::to_string(most_tags) + " tags; that is no article",
                     ""};
      }
      take(*piece->tag);
    }
    return std::move(simple_);
  }

 private:
  void take(const MarkupTag& tag) {
    if (is_one_of(tag.name, raw_elements)) {
      if (!tag.closing) {
        take_raw(tag);
      }
      return;
    }
    if (is_one_of(tag.name, left_out)) {
      return;
    }
    if (is_one_of(tag.name, void_elements) || is_one_of(tag.name, uncounted)) {
      write(tag);
    } else if (tag.closing) {
      close(tag);
    } else {
      open(tag);
    }
  }

  // Where the end tag is missing, a script or style takes the rest of the page, as in browsers;
  // what embeds something takes nothing.
  void take_raw(const MarkupTag& tag) {
    const bool unclosed = std::ranges::find(unclosed_, tag.name) != unclosed_.end();
    const auto content = unclosed ? std::nullopt : lexer_.raw_text(tag.name);
    if (!content) {
      if (!unclosed) {
        unclosed_.push_back(tag.name);
      }
      if (tag.name == "script" || tag.name == "style") {
        lexer_.skip_to_end();
      }
    } else if (tag.name == "title" && !title_seen_) {
      title_seen_ = true;
      simple_.html += "<title>";
      write_text(*content);
      simple_.html += "</title>";
    } else if (tag.name == "script") {
      const auto type = std::ranges::find(tag.attributes, "type", &MarkupAttribute::name);
      if (type != tag.attributes.end() && lower(type->value).find("ld+json") != std::string::npos) {
        simple_.json_ld.emplace_back(*content);
      } else {
        add_script_dates(*content, simple_.script_dates);
      }
    }
  }

  void open(const MarkupTag& tag) {
    for (const ImpliedEnd& implied : implied_ends) {
      if (implied.start == tag.name) {
        close_implied(implied);
      }
    }
    if (open_.size() >= deepest) {
      return;
    }
    open_.push_back(tag.name);
    write(tag);
  }

  void close_implied(const ImpliedEnd& implied) {
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (is_one_of(open_[i], implied.closes)) {
        open_.resize(i);
        return;
      }
      if (!is_one_of(open_[i], implied.passing)) {
        return;
      }
    }
  }

  // The open element that an end tag closes.
  std::optional<std::size_t> closed_by(const std::string& name) const {
    const bool table_part = name == "table" || name == "tr" || name == "tbody";
    for (std::size_t i = open_.size(); i-- > 0;) {
      if (open_[i] == name) {
        return i;
      }
      if (is_one_of(open_[i], scope_ends) && !(table_part && open_[i] != "table")) {
        break;
      }
    }
    return std::nullopt;
  }

  void close(const MarkupTag& tag) {
    const auto closed = closed_by(tag.name);
    if (closed && tag.name == "a") {
      open_.erase(open_.begin() + static_cast<std::ptrdiff_t>(*closed));
    } else if (closed) {
      open_.resize(*closed);
    }
    if (closed || tag.name == "p") {
      write(tag);  // </p> without a start is an empty paragraph.
    }
  }

  // "<" that is text must not become a tag together with what follows a tag that is left out.
  void write_text(std::string_view text) {
    for (std::size_t at = text.find('<'); at != std::string_view::npos; at = text.find('<')) {
      simple_.html += text.substr(0, at);
      simple_.html += "&lt;";
      text.remove_prefix(at + 1);
    }
    simple_.html += text;
  }

  void write(const MarkupTag& tag) {
    simple_.html += tag.closing ? "</" : "<";
    simple_.html += tag.name;
    std::size_t kept = 0;
    for (const MarkupAttribute& attribute : tag.attributes) {
      if (is_kept_attribute(attribute.name) && kept < most_kept_attributes) {
        ++kept;
        simple_.html += ' ';
        simple_.html += attribute.source;
      }
    }
    simple_.html += '>';
  }

  MarkupLexer lexer_;
  SimpleMarkup simple_;
  std::vector<std::string> open_;
  std::vector<std::string> unclosed_;  // Raw elements without any end tag from here on.
  bool title_seen_ = false;
};

constexpr std::string_view kept_attributes[] = {
    "aria-hidden", "aria-label", "charset",  "class", "content",    "data-component",
    "data-testid", "datetime",   "hidden",   "href",  "http-equiv", "id",
    "itemprop",    "itemscope",  "itemtype", "lang",  "name",       "property",
    "pubdate",     "rel",        "role",     "style", "title",      "type"};

}  // namespace

Result<SimpleMarkup> simplify(std::string_view html) {
  return Simplifier(html).run();
}

bool is_kept_attribute(std::string_view name) {
  return is_one_of(name, kept_attributes);
}

}  // namespace verbale::readers::html
