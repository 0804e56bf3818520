#include <boost/json.hpp>
#include <cstdio>
#include <ostream>

#include "render/json.h"
#include "render/paragraph.h"
#include "verbale/render/answer.h"
#include "verbale/render/escape.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

namespace json = boost::json;

constexpr std::size_t passage_indent = 4;

std::string quoted(TextRange range, std::string_view text) {
  return "\"" + std::string(range.in(text)) + "\"";
}

// "said by Wang Yi [wang-yi, CN], confidence 0.97"
std::string speakers_line(const Attribution& attribution) {
  if (attribution.speakers.empty()) {
    return "nobody can be named";
  }
  std::string line;
  for (const Speaker& speaker : attribution.speakers) {
    line += (line.empty() ? "" : " and ") + speaker.name + " [" + speaker.id.value +
            (speaker.country.empty() ? "" : ", " + speaker.country) + "]";
  }
  return line;
}

// The receipt of one attribution, as a person follows it.
std::string receipt(const Attribution& attribution, std::string_view text) {
  char confidence[16];
  std::snprintf(confidence, sizeof confidence, "%.2f", attribution.confidence);
  std::string line = std::string(to_string(attribution.kind)) + ": " + speakers_line(attribution);
  if (!attribution.rule.empty()) {
    line += "; rule " + attribution.rule + ", confidence " + confidence;
  }
  if (!attribution.cue.empty()) {
    line += "; cue " + quoted(attribution.cue, text);
  }
  if (!attribution.mention.empty()) {
    line += "; mention " + quoted(attribution.mention, text);
  }
  if (!attribution.antecedent.empty()) {
    line += "; through " + quoted(attribution.antecedent, text);
  }
  return line;
}

void render_article_text(const AnalyzedArticle& found, const PassageId& shown,
                         const RenderOptions& options, std::ostream& out) {
  const ParagraphLayout layout{
      .indent = passage_indent, .width = options.width, .color = options.color};
  const Article& article = found.article;
  if (!article.title.empty()) {
    out << styled(for_terminal(article.title), TextStyle::Strong, options.color) << '\n';
  }
  for (const std::string& line :
       {article.outlet, article.published ? to_string(*article.published) : std::string(),
        article.url, article.id.value}) {
    if (!line.empty()) {
      out << for_terminal(line) << '\n';
    }
  }
  for (std::size_t i = 0; i < found.passages.size(); ++i) {
    const Passage& passage = found.passages[i];
    const bool marked = shown.value == article.id.value + "#" + std::to_string(i);
    out << '\n' << (marked ? ">" : " ") << " #" << i << ' ' << to_string(passage.kind);
    if (passage.date) {
      out << ", " << to_string(passage.date->date) << (passage.date->inferred ? " (inferred)" : "");
    }
    out << '\n'
        << lay_out({{std::string(passage.range.in(article.text)),
                     marked ? TextStyle::Strong : TextStyle::Plain}},
                   layout);
    for (const Attribution& attribution : passage.attributions) {
      out << lay_out({{"= " + receipt(attribution, article.text), TextStyle::Faint}}, layout);
    }
  }
}

TextRange in_code_points(TextRange range, CodePointOffsets& offsets) {
  const auto begin = offsets.at(range.begin);
  return {begin, offsets.at(range.end)};
}

json::object passage_to_json(const Passage& passage, std::string_view text,
                             CodePointOffsets& offsets) {
  json::array attributions;
  for (Attribution attribution : passage.attributions) {
    for (TextRange* range :
         {&attribution.range, &attribution.cue, &attribution.mention, &attribution.antecedent}) {
      *range = in_code_points(*range, offsets);
    }
    attributions.push_back(to_json(attribution));
  }
  const TextRange range = in_code_points(passage.range, offsets);
  return {{"kind", to_string(passage.kind)},
          {"range", {range.begin, range.end}},
          {"text", passage.range.in(text)},
          {"date", passage.date ? json::value(to_string(passage.date->date)) : nullptr},
          {"attributions", std::move(attributions)}};
}

void render_article_json(const AnalyzedArticle& found, const PassageId& shown, std::ostream& out) {
  const Article& article = found.article;
  CodePointOffsets offsets(article.text);
  json::array passages;
  for (const Passage& passage : found.passages) {
    passages.push_back(passage_to_json(passage, article.text, offsets));
  }
  write_json(
      json::object{{"verbale", 1},
                   {"shown", shown.value},
                   {"article",
                    {{"id", article.id.value},
                     {"title", article.title},
                     {"outlet", article.outlet},
                     {"url", article.url},
                     {"published", article.published ? json::value(to_string(*article.published))
                                                     : json::value(nullptr)},
                     {"text", article.text}}},
                   {"passages", std::move(passages)}},
      out);
  out << '\n';
}

}  // namespace

void render_article(const AnalyzedArticle& article, const PassageId& shown,
                    const RenderOptions& options, std::ostream& out) {
  if (options.format == AnswerFormat::Text) {
    render_article_text(article, shown, options, out);
  } else {
    render_article_json(article, shown, out);
  }
}

}  // namespace verbale
