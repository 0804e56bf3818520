#include "render/terminal.h"

#include <algorithm>
#include <ostream>

#include "render/paragraph.h"
#include "verbale/render/escape.h"
#include "verbale/text/best_window.h"

namespace verbale {
namespace {

constexpr std::size_t hit_indent = 4;
constexpr std::size_t bar_columns = 30;
constexpr std::size_t label_columns = 36;
constexpr const char* between_parts = " · ";

void append_part(std::string& line, const std::string& part) {
  if (!part.empty()) {
    line += (line.empty() ? "" : between_parts) + part;
  }
}

// "Wang Yi (foreign-minister, CN)"
std::string describe(const Speaker& speaker) {
  std::string office = speaker.role;
  if (!speaker.country.empty()) {
    office += (office.empty() ? "" : ", ") + speaker.country;
  }
  return speaker.name + (office.empty() ? "" : " (" + office + ")");
}

std::string describe(const std::vector<Speaker>& speakers) {
  std::string names;
  for (const Speaker& speaker : speakers) {
    names += (names.empty() ? "" : " and ") + describe(speaker);
  }
  return names;
}

std::string describe(const StatementDate& date) {
  return to_string(date.date) + (date.inferred ? " (inferred)" : "");
}

std::string heading_of(const Hit& hit) {
  std::string heading;
  append_part(heading,
              hit.passage.speakers.empty() ? "no speaker" : describe(hit.passage.speakers));
  append_part(heading, hit.passage.date ? describe(*hit.passage.date) : "date unknown");
  append_part(heading, to_string(hit.passage.kind));
  return heading;
}

// A passage is about 150 words; a sentence that is longer is cut to what shows its words.
constexpr std::size_t longest_whole = 2'400;
constexpr std::uint32_t longest_part = 1'200;
constexpr std::uint32_t longest_context = 600;
constexpr std::uint32_t longest_title = 300;
constexpr const char* cut = "…";

std::string beginning(const std::string& text, std::uint32_t budget) {
  const TextRange shown = best_window(text, {}, budget);
  return std::string(shown.in(text)) + (shown.end < text.size() ? cut : "");
}

// The end of a text, from the beginning of a word.
std::string ending(const std::string& text, std::uint32_t budget) {
  if (text.size() <= budget) {
    return text;
  }
  const auto size = static_cast<std::uint32_t>(text.size());
  const TextRange last{size, size};
  return cut + std::string(best_window(text, {&last, 1}, budget).in(text));
}

std::string source_of(const Hit& hit) {
  std::string source;
  append_part(source, beginning(hit.article.title, longest_title));
  append_part(source, hit.article.outlet);
  append_part(source, hit.article.published ? to_string(*hit.article.published) : "");
  append_part(source, hit.id.value);
  return source;
}

void append_highlighted(std::vector<StyledText>& runs, std::string_view text,
                        const std::vector<TextRange>& highlights) {
  std::uint32_t at = 0;
  for (const TextRange highlight : highlights) {
    runs.push_back({std::string(text.substr(at, highlight.begin - at)), TextStyle::Plain});
    runs.push_back({std::string(highlight.in(text)), TextStyle::Highlight});
    at = highlight.end;
  }
  runs.push_back({std::string(text.substr(at)), TextStyle::Plain});
}

void append_passage(std::vector<StyledText>& runs, const Hit& hit) {
  const auto size = static_cast<std::uint32_t>(hit.text.size());
  const std::uint32_t budget = size > longest_whole ? longest_part : size;
  const TextRange shown = best_window(hit.text, hit.highlights, budget);
  std::vector<TextRange> inside;
  for (const TextRange highlight : hit.highlights) {
    if (highlight.overlaps(shown)) {
      inside.push_back({std::max(highlight.begin, shown.begin) - shown.begin,
                        std::min(highlight.end, shown.end) - shown.begin});
    }
  }
  if (shown.begin > 0) {
    runs.push_back({cut, TextStyle::Faint});
  }
  append_highlighted(runs, shown.in(hit.text), inside);
  if (shown.end < hit.text.size()) {
    runs.push_back({cut, TextStyle::Faint});
  }
}

void render_hit(const Hit& hit, const RenderOptions& options, std::ostream& out) {
  const ParagraphLayout layout{
      .indent = hit_indent, .width = options.width, .color = options.color};
  const std::string rank = std::to_string(hit.rank);
  out << rank << std::string(rank.size() < hit_indent ? hit_indent - rank.size() : 1, ' ')
      << styled(for_terminal(heading_of(hit)), TextStyle::Strong, options.color) << '\n';

  std::vector<StyledText> runs;
  if (!hit.before.empty()) {
    runs.push_back({ending(hit.before, longest_context) + " ", TextStyle::Faint});
  }
  append_passage(runs, hit);
  if (!hit.after.empty()) {
    runs.push_back({" " + beginning(hit.after, longest_context), TextStyle::Faint});
  }
  out << lay_out(runs, layout) << lay_out({{source_of(hit), TextStyle::Faint}}, layout);
  for (const std::string& line : hit.explanation) {
    out << lay_out({{line, TextStyle::Faint}}, layout);
  }
  out << '\n';
}

std::string counted(std::size_t count, const char* noun) {
  return std::to_string(count) + " " + noun + (count == 1 ? "" : "s");
}

std::string summary_of(const SearchAnswer& answer) {
  std::string summary = counted(answer.total, "passage");
  if (answer.groups != answer.total) {
    summary += " in " + counted(answer.groups, "group");
  }
  if (!answer.hits.empty()) {
    summary += between_parts + std::to_string(answer.hits.front().rank) + "-" +
               std::to_string(answer.hits.back().rank) + " shown";
  }
  return summary;
}

// A label cut and padded to a column.
std::string to_columns(const std::string& text, std::size_t width) {
  std::string cell = for_terminal(text);
  while (columns(cell) > width) {
    cell.pop_back();
    while (!cell.empty() && (cell.back() & 0xC0) == 0x80) {
      cell.pop_back();
    }
  }
  return cell + std::string(width - columns(cell), ' ');
}

void render_facet_table(const Facet& facet, bool color, std::ostream& out) {
  out << styled(facet.field, TextStyle::Strong, color) << between_parts
      << counted(facet.distinct, "value") << '\n';
  std::size_t most = 1;
  for (const FacetValue& value : facet.values) {
    most = std::max(most, value.count);
  }
  const std::size_t digits = std::to_string(std::max(most, facet.other)).size();
  const auto right = [digits](std::size_t count) {
    const std::string text = std::to_string(count);
    return std::string(digits > text.size() ? digits - text.size() : 0, ' ') + text;
  };
  for (const FacetValue& value : facet.values) {
    const std::size_t length = std::max<std::size_t>(1, value.count * bar_columns / most);
    out << "  " << to_columns(value.label, label_columns) << ' ' << right(value.count) << ' '
        << styled(std::string(length, '#'), TextStyle::Highlight, color) << '\n';
  }
  if (facet.other > 0) {
    out << "  " << to_columns("(other values)", label_columns) << ' ' << right(facet.other) << '\n';
  }
  if (facet.missing > 0) {
    out << "  " << to_columns("(none)", label_columns) << ' ' << right(facet.missing) << '\n';
  }
}

}  // namespace

void render_text(const SearchAnswer& answer, const RenderOptions& options, std::ostream& out) {
  for (const Hit& hit : answer.hits) {
    render_hit(hit, options, out);
  }
  out << summary_of(answer) << '\n';
  if (!answer.facets.empty()) {
    out << '\n';
    render_facet_tables(answer, options, out);
  }
}

void render_facet_tables(const SearchAnswer& answer, const RenderOptions& options,
                         std::ostream& out) {
  const char* separator = "";
  for (const Facet& facet : answer.facets) {
    out << separator;
    render_facet_table(facet, options.color, out);
    separator = "\n";
  }
}

}  // namespace verbale
