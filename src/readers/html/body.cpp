#include "readers/html/body.h"

#include <algorithm>
#include <map>
#include <optional>
#include <utility>
#include <vector>

#include "readers/html/blocks.h"
#include "readers/html/boilerplate.h"
#include "readers/html/known_body.h"
#include "readers/html/marks.h"
#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr Tag never_text[] = {
    Tag::Audio,  Tag::Button,   Tag::Canvas,   Tag::Embed,  Tag::Figcaption,
    Tag::Head,   Tag::Iframe,   Tag::Input,    Tag::Nav,    Tag::Noscript,
    Tag::Object, Tag::Option,   Tag::Script,   Tag::Select, Tag::Style,
    Tag::Svg,    Tag::Template, Tag::Textarea, Tag::Video,  Tag::Label,
};

constexpr Tag clutter_tags[] = {Tag::Aside, Tag::Footer, Tag::Figure, Tag::Form};

constexpr Tag heading_tags[] = {Tag::H1, Tag::H2, Tag::H3, Tag::H4, Tag::H5};

template <std::size_t count>
bool is_one_of(Tag tag, const Tag (&tags)[count]) {
  return std::ranges::find(tags, tag) != std::end(tags);
}

// The worth of a block as a part of an article: long sentences without links.
double worth(const Block& block) {
  if (block.text.size() < 40) {
    return 0;
  }
  const double prose = 1 - block.link_density();
  return static_cast<double>(block.text.size()) * prose * prose;
}

std::string joined(const std::vector<std::string>& paragraphs) {
  std::string text;
  for (const std::string& paragraph : paragraphs) {
    text += (text.empty() ? "" : "\n\n") + paragraph;
  }
  return text;
}

class BodyFinder {
 public:
  BodyFinder(const Page& page, const BodyHints& hints)
      : page_(page), hints_(hints), dropped_(page.nodes.size()) {}

  std::string find() {
    drop_never_text();
    measure();
    drop_clutter();
    measure();
    find_described();
    const NodeIndex root = widened(choose());
    if (root == 0 || is_list_of_teasers(root)) {
      return "";
    }
    const KnownBody known(hints_.article_body);
    std::vector<std::string> found = paragraphs(root);
    if (!known.empty()) {
      found = known.fitted(std::move(found));
    }
    return found.empty() && !known.empty() ? known.text() : joined(found);
  }

 private:
  void drop_never_text() {
    for (NodeIndex i = 0; i < page_.nodes.size(); ++i) {
      dropped_[i] = is_one_of(page_.nodes[i].tag, never_text) || is_hidden(page_.nodes[i]);
    }
  }

  // worth_before_[n]: the worth of all blocks whose node is before n.
  void measure() {
    blocks_ = blocks_of(page_, 0, dropped_);
    own_.assign(page_.nodes.size() + 1, 0);
    for (const Block& block : blocks_) {
      own_[block.node] += worth(block);
    }
    worth_before_.assign(page_.nodes.size() + 1, 0);
    for (NodeIndex i = 0; i < page_.nodes.size(); ++i) {
      worth_before_[i + 1] = worth_before_[i] + own_[i];
    }
  }

  double worth_below(NodeIndex node) const {
    return worth_before_[page_.nodes[node].end] - worth_before_[node];
  }

  // What is named as clutter goes, unless most of the page's prose is in it.
  void drop_clutter() {
    const double all = worth_below(0);
    for (NodeIndex i = 1; i < page_.nodes.size();) {
      const Node& node = page_.nodes[i];
      const bool candidate = node.tag != Tag::None && node.tag != Tag::Html &&
                             node.tag != Tag::Body && node.tag != Tag::Article &&
                             node.tag != Tag::Main && node.tag != Tag::Blockquote && !dropped_[i];
      const std::string marks = candidate ? marks_of(node) : "";
      const bool clutter = candidate && !is_marked_as_body(node, marks) &&
                           (is_one_of(node.tag, clutter_tags) || is_marked_as_clutter(marks));
      const bool small =
          worth_below(i) < 0.4 * all || (is_marked_as_comments(marks) && !holds_headline(i));
      if (clutter && small && !holds_post(i)) {
        dropped_[i] = true;
      }
      i = dropped_[i] ? page_.after(i) : i + 1;
    }
  }

  // The node of the best block that holds the first words of the page's description.
  void find_described() {
    const std::string_view start = std::string_view(hints_.description).substr(0, 40);
    double most = 0;
    for (const Block& block : blocks_) {
      if (start.size() == 40 && worth(block) > most &&
          block.text.find(start) != std::string::npos) {
        described_ = block.node;
        most = worth(block);
      }
    }
    if (!described_) {
      described_ = prose_after_headline();
    }
  }

  // Below the only headline of the page.
  std::optional<NodeIndex> prose_after_headline() const {
    const auto is_headline = [](const Node& node) { return node.tag == Tag::H1; };
    const auto headline = std::ranges::find_if(page_.nodes, is_headline);
    if (headline == page_.nodes.end() ||
        std::find_if(headline + 1, page_.nodes.end(), is_headline) != page_.nodes.end()) {
      return std::nullopt;
    }
    const auto begin = static_cast<NodeIndex>(headline - page_.nodes.begin());
    const auto prose = std::ranges::find_if(
        blocks_, [begin](const Block& block) { return block.node > begin && worth(block) > 0; });
    return prose == blocks_.end() ? std::nullopt : std::optional(prose->node);
  }

  // The element that holds most of the prose below `root` directly, or in paragraphs.
  NodeIndex main_container(NodeIndex root) const {
    std::map<NodeIndex, double> held;
    for (const Block& block : blocks_) {
      if (page_.inside(block.node, root) && worth(block) > 0) {
        held[container_of(block)] += worth(block);
      }
    }
    const auto most = std::ranges::max_element(
        held, {}, [](const std::pair<const NodeIndex, double>& entry) { return entry.second; });
    return most == held.end() ? root : most->first;
  }

  NodeIndex container_of(const Block& block) const {
    const Node& node = page_.nodes[block.node];
    return node.tag == Tag::P ? node.parent : block.node;
  }

  NodeIndex article_around(NodeIndex node) const {
    while (node != 0 && page_.nodes[node].tag != Tag::Article) {
      node = page_.nodes[node].parent;
    }
    return node;
  }

  // Articles are cut into parts of the same make: takes in the other elements of the same tag and
  // names that hold prose, where there is much in them and they are not in another <article>.
  NodeIndex widened(NodeIndex best) const {
    if (best == 0) {
      return best;
    }
    const NodeIndex container = main_container(best);
    const std::string marks = marks_of(page_.nodes[container]);
    const NodeIndex article = article_around(container);
    double similar = 0;
    NodeIndex first = best;
    NodeIndex last = best;
    for (const Block& block : blocks_) {
      const NodeIndex other = container_of(block);
      const Node& node = page_.nodes[other];
      if (!page_.inside(other, best) && node.tag == page_.nodes[container].tag &&
          marks_of(node) == marks && marks != " " && article_around(other) == article) {
        similar += worth(block);
        first = std::min(first, other);
        last = std::max(last, other);
      }
    }
    if (similar < 0.2 * worth_below(best)) {
      return best;
    }
    while (!page_.inside(first, best) || !page_.inside(last, best)) {
      best = page_.nodes[best].parent;
    }
    return page_.nodes[best].tag == Tag::Html ? 0 : best;
  }

  // Comments and teasers can be longer than the article: where the words of the page's description
  // begin another run of prose, that is the article.
  std::optional<NodeIndex> described_elsewhere(NodeIndex best,
                                               const std::vector<double>& score) const {
    if (!described_ || page_.inside(*described_, best)) {
      return std::nullopt;
    }
    std::optional<NodeIndex> other;
    for (NodeIndex node = *described_; node != 0; node = page_.nodes[node].parent) {
      const bool enough =
          worth_below(node) > 1.5 * own_[*described_] || page_.nodes[node].tag == Tag::Article;
      if (page_.inside(best, node)) {
        break;
      }
      if (enough && score[node] > 0.25 * score[best] && (!other || score[node] > score[*other])) {
        other = node;
      }
    }
    return other;
  }

  bool holds_headline(NodeIndex root) const {
    for (NodeIndex i = root; i < page_.nodes[root].end; ++i) {
      if (page_.nodes[i].tag == Tag::H1) {
        return true;
      }
    }
    return false;
  }

  // Posts of social networks are embedded as quotations.
  bool holds_post(NodeIndex root) const {
    for (NodeIndex i = root; i < page_.nodes[root].end; ++i) {
      const bool quotation = page_.nodes[i].tag == Tag::Blockquote;
      const std::string marks = quotation ? marks_of(page_.nodes[i]) : "";
      if (marks.find(" tweet ") != std::string::npos ||
          marks.find(" media ") != std::string::npos) {
        return true;
      }
    }
    return false;
  }

  NodeIndex choose() const {
    std::vector<double> score(page_.nodes.size(), 0);
    for (const Block& block : blocks_) {
      double part = worth(block);
      NodeIndex node = block.node;
      for (int level = 0; level < 6 && node != 0 && part > 0; ++level) {
        score[node] += part;
        part *= level == 0 ? 0.99 : 0.7;
        node = page_.nodes[node].parent;
      }
    }
    NodeIndex best = 0;
    double best_score = 0;
    for (NodeIndex i = 1; i < page_.nodes.size(); ++i) {
      if (score[i] == 0) {
        continue;
      }
      const std::string marks = marks_of(page_.nodes[i]);
      double weighted = score[i];
      weighted *= is_marked_as_body(page_.nodes[i], marks) ? 1.6 : 1;
      weighted *= page_.nodes[i].tag == Tag::Article ? 1.2 : 1;
      score[i] = weighted;
      if (weighted > best_score) {
        best_score = weighted;
        best = i;
      }
    }
    return described_elsewhere(best, score).value_or(best);
  }

  // The front of a section: headings that are links, each with a few words below it. A page with
  // next to no prose is none either.
  bool is_list_of_teasers(NodeIndex root) const {
    constexpr double least_prose = 100;
    constexpr std::size_t fewest_teasers = 4;
    std::size_t teasers = 0;
    std::size_t prose = 0;
    double all = 0;
    for (const Block& block : blocks_of(page_, root, dropped_)) {
      const bool linked = block.link_density() > 0.8;
      teasers += linked && is_one_of(page_.nodes[block.node].tag, heading_tags) ? 1 : 0;
      prose += worth(block) > 0 ? 1 : 0;
      all += worth(block);
    }
    const bool list = teasers >= fewest_teasers && 2 * teasers >= prose;
    return all < least_prose || (list && !hints_.says_article);
  }

  // A table of facts, not of navigation: three rows of as many cells or more, two in each.
  bool is_table_of_facts(NodeIndex table) const {
    std::size_t rows = 0;
    std::size_t cells = 0;
    std::size_t lists = 0;
    for (NodeIndex i = table + 1; i < page_.after(table); ++i) {
      const Tag tag = page_.nodes[i].tag;
      rows += tag == Tag::Tr ? 1 : 0;
      cells += tag == Tag::Td || tag == Tag::Th ? 1 : 0;
      lists += tag == Tag::Table || tag == Tag::Ul || tag == Tag::Form ? 1 : 0;
    }
    return rows >= 3 && cells >= 2 * rows && cells % rows == 0 && lists == 0;
  }

  // `known` keeps what was found of tables, so that rows without number cost a table once.
  bool is_row_of_facts(const Block& block, std::map<NodeIndex, bool>& known) const {
    if (page_.nodes[block.node].tag != Tag::Tr) {
      return false;
    }
    NodeIndex table = block.node;
    while (table != 0 && page_.nodes[table].tag != Tag::Table) {
      table = page_.nodes[table].parent;
    }
    const auto [found, first] = known.emplace(table, false);
    if (first) {
      found->second = table != 0 && is_table_of_facts(table);
    }
    return found->second;
  }

  std::vector<std::string> paragraphs(NodeIndex root) const {
    std::vector<std::string> found;
    std::map<NodeIndex, bool> tables;
    for (Block& block : blocks_of(page_, root, dropped_)) {
      const bool title = equal_ignoring_case(block.text, hints_.title);
      const bool links = block.link_density() > 0.7 && !is_row_of_facts(block, tables);
      if (!links && !title && !is_boilerplate(block.text)) {
        found.push_back(std::move(block.text));
      }
    }
    return found;
  }

  const Page& page_;
  const BodyHints& hints_;
  Dropped dropped_;
  std::vector<Block> blocks_;
  std::vector<double> own_;
  std::vector<double> worth_before_;
  std::optional<NodeIndex> described_;
};

}  // namespace

std::string find_body(const Page& page, const BodyHints& hints) {
  return BodyFinder(page, hints).find();
}

}  // namespace verbale::readers::html
