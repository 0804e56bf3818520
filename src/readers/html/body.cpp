#include "readers/html/body.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <vector>

#include "readers/html/blocks.h"
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
    return paragraphs(widened(choose()));
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
      if (clutter && worth_below(i) < 0.4 * all) {
        dropped_[i] = true;
      }
      i = dropped_[i] ? page_.after(i) : i + 1;
    }
  }

  // The node of the first block that begins as the page's description does, or else the first
  // block of prose after the headline.
  void find_described() {
    const std::string_view start = std::string_view(hints_.description).substr(0, 40);
    const auto found = std::ranges::find_if(blocks_, [start](const Block& block) {
      return start.size() == 40 && block.text.find(start) != std::string::npos;
    });
    if (found != blocks_.end()) {
      described_ = found->node;
    }
  }

  // Articles are cut into parts of the same make. Takes in the siblings that hold prose too.
  NodeIndex widened(NodeIndex best) const {
    for (NodeIndex parent = page_.nodes[best].parent; best != 0 && parent != 0;
         parent = page_.nodes[parent].parent) {
      const Tag tag = page_.nodes[parent].tag;
      if (tag == Tag::Body || tag == Tag::Html) {
        break;
      }
      double similar = 0;
      const std::string marks = marks_of(page_.nodes[best]);
      for (NodeIndex i = parent + 1; i < page_.nodes[parent].end; i = page_.after(i)) {
        const Node& node = page_.nodes[i];
        if (i != best && !dropped_[i] && node.tag == page_.nodes[best].tag &&
            marks_of(node) == marks) {
          similar += worth_below(i);
        }
      }
      if (similar > 0.2 * worth_below(best)) {
        best = parent;
      }
    }
    return best;
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

  std::string paragraphs(NodeIndex root) const {
    std::string text;
    if (root == 0) {
      return text;
    }
    for (const Block& block : blocks_of(page_, root, dropped_)) {
      if (block.link_density() > 0.7 || equal_ignoring_case(block.text, hints_.title)) {
        continue;
      }
      text += (text.empty() ? "" : "\n\n") + block.text;
    }
    return text;
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
