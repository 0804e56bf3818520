#include "attribution/context.h"

#include <algorithm>

namespace verbale::attribution {

namespace {

void sort_and_unite(std::vector<std::string>& ids) {
  std::ranges::sort(ids);
  ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

std::uint32_t start(const AboutMention& mention) {
  return mention.range.begin;
}

// Those of `found`, sorted by `place`, that start in `range`.
template <class Found, class Place>
std::span<const Found> within(std::span<const Found> found, TextRange range, const Place& place) {
  const auto begin = std::ranges::lower_bound(found, range.begin, {}, place);
  const auto end = std::ranges::lower_bound(begin, found.end(), range.end, {}, place);
  return {begin, end};
}

// The quotations that are statements: a date inside is one that somebody speaks of.
std::vector<TextRange> quoted_ranges(const Document& document) {
  std::vector<TextRange> ranges;
  for (const Quotation& quotation : document.quotations) {
    if (quotation.use != QuotationUse::Nested) {
      ranges.push_back(quotation.range);
    }
  }
  return ranges;
}

// The first date of a passage's statements; `said` tells whether one of them has its own.
struct PassageDate {
  std::optional<StatementDate> date;
  bool said = false;
};

PassageDate date_of(const Passage& passage, const StatementDateContext& context) {
  for (const Attribution& attribution : passage.attributions) {
    if (const auto own = own_date(attribution, context)) {
      return {*own, true};
    }
  }
  return {context.article, false};
}

}  // namespace

ContextRules::ContextRules(const Schema& schema, const Lexicon& lexicon)
    : lexicon_(lexicon), dates_(lexicon), about_(schema, lexicon), topics_(schema, lexicon) {}

ArticleContext ContextRules::read(const Document& document, const Article& article) const {
  ArticleContext context;
  context.dates = dates_.find(document, article.language);
  context.date = article_date(document, context.dates, article.published);
  const auto day = context.date ? std::optional(context.date->date) : std::nullopt;
  if (const auto dateline = find_dateline(document, context.dates)) {
    context.dateline = dateline->place;
  }
  context.about = about_.find(document, day, context.dateline);
  context.topics = topics_.find(document);
  return context;
}

void ContextRules::annotate(const Document& document, const ArticleContext& context,
                            AnalyzedArticle& analyzed) const {
  date_passages(document, context, analyzed);
  const std::vector<std::string> declared = topics_.known(analyzed.article.topics);
  for (Passage& passage : analyzed.passages) {
    for (const AboutMention& mention : within(std::span(context.about), passage.range, start)) {
      if (!context.dateline.contains(mention.range)) {
        passage.about.emplace_back(mention.id);
      }
    }
    sort_and_unite(passage.about);
    passage.topics =
        topics_.topics(within(std::span(context.topics), passage.range, [&](const TopicHit& hit) {
          return document.tokens[hit.token].range.begin;
        }));
    TopicRules::add_of_article(passage.topics, declared);
  }
  const auto day = context.date ? std::optional(context.date->date) : std::nullopt;
  const Document title =
      read_document(analyzed.article.title, lexicon_, {}, analyzed.article.language);
  analyzed.about =
      salient_places(document, context.about, about_.find(title, day, {}), context.dateline);
}

// A statement without a date of its own takes the one that its speaker's words before it in the
// paragraph have, and then the article's.
void ContextRules::date_passages(const Document& document, const ArticleContext& context,
                                 AnalyzedArticle& analyzed) const {
  const std::vector<TextRange> quoted = quoted_ranges(document);
  const StatementDateContext statement{
      document, context.dates, quoted, context.date,
      analyzed.article.language.empty() || analyzed.article.language == "en"};
  const Passage* before = nullptr;
  bool before_said = false;
  auto paragraph = document.paragraphs.begin();
  for (Passage& passage : analyzed.passages) {
    bool same_paragraph = before != nullptr;
    while (paragraph != document.paragraphs.end() && paragraph->range.end <= passage.range.begin) {
      ++paragraph;
      same_paragraph = false;
    }
    const PassageDate found = date_of(passage, statement);
    const bool goes_on = !found.said && same_paragraph && before_said &&
                         !passage.speakers.empty() && passage.speakers == before->speakers;
    passage.date = goes_on ? before->date : found.date;
    before_said = found.said || goes_on;
    before = &passage;
  }
}

}  // namespace verbale::attribution
