#include "readers/html/blocks.h"

#include <utility>

#include "readers/words.h"

namespace verbale::readers::html {
namespace {

constexpr std::string_view no_break_space = "\xC2\xA0";

class BlockBuilder {
 public:
  BlockBuilder(const Page& page, const Dropped& dropped) : page_(page), dropped_(dropped) {}

  std::vector<Block> build(NodeIndex root) {
    open_.push_back(root);
    for (NodeIndex i = root; i < page_.nodes[root].end;) {
      leave_until(i);
      if (dropped_[i]) {
        i = page_.after(i);
        continue;
      }
      enter(i);
      ++i;
    }
    flush();
    return std::move(blocks_);
  }

 private:
  void leave_until(NodeIndex node) {
    while (!link_ends_.empty() && link_ends_.back() <= node) {
      link_ends_.pop_back();
    }
    while (open_.size() > 1 && page_.nodes[open_.back()].end <= node) {
      flush();
      open_.pop_back();
    }
  }

  void enter(NodeIndex index) {
    const Node& node = page_.nodes[index];
    if (node.tag == Tag::None) {
      append(node.text);
    } else if (node.tag == Tag::Br) {
      add_line_break();
    } else if (is_block(node.tag)) {
      flush();
      open_.push_back(index);
    } else if (node.tag == Tag::A) {
      link_ends_.push_back(node.end);
    } else if (node.tag == Tag::Td || node.tag == Tag::Th) {
      space_ = true;
    }
  }

  void append(std::string_view text) {
    const std::size_t before = block_.text.size();
    while (!text.empty()) {
      const std::size_t blank =
          text.starts_with(no_break_space) ? 2 : (is_space(text.front()) ? 1 : 0);
      if (blank != 0) {
        space_ = true;
        text.remove_prefix(blank);
        continue;
      }
      if (std::exchange(space_, false) && !block_.text.empty() && block_.text.back() != '\n') {
        block_.text += ' ';
      }
      block_.text += text.front();
      text.remove_prefix(1);
    }
    if (!link_ends_.empty()) {
      block_.link_bytes += block_.text.size() - before;
    }
  }

  void add_line_break() {
    if (block_.text.ends_with('\n')) {
      flush();  // Two breaks end a paragraph.
    } else if (!block_.text.empty()) {
      block_.text += '\n';
    }
    space_ = false;
  }

  void flush() {
    while (!block_.text.empty() && is_space(block_.text.back())) {
      block_.text.pop_back();
    }
    if (!block_.text.empty()) {
      block_.node = open_.back();
      blocks_.push_back(std::move(block_));
    }
    block_ = {};
    space_ = false;
  }

  const Page& page_;
  const Dropped& dropped_;
  std::vector<NodeIndex> open_;       // Block elements around the place, the root first.
  std::vector<NodeIndex> link_ends_;  // Of the links around the place.
  std::vector<Block> blocks_;
  Block block_;
  bool space_ = false;
};

}  // namespace

std::vector<Block> blocks_of(const Page& page, NodeIndex root, const Dropped& dropped) {
  return BlockBuilder(page, dropped).build(root);
}

}  // namespace verbale::readers::html
