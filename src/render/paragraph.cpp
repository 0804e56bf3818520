#include "render/paragraph.h"

#include <algorithm>
#include <iterator>

#include "verbale/render/escape.h"
#include "verbale/text/utf8.h"

namespace verbale {
namespace {

struct CodePointSpan {
  char32_t first, last;
};

// East Asian Width W and F: Hangul Jamo, CJK and Kana, Hangul, compatibility and fullwidth forms,
// emoji, the supplementary ideographs.
constexpr CodePointSpan wide_blocks[] = {
    {0x1100, 0x115F}, {0x2E80, 0x303E}, {0x3041, 0xA4CF},   {0xAC00, 0xD7A3},   {0xF900, 0xFAFF},
    {0xFE30, 0xFE6F}, {0xFF00, 0xFF60}, {0x1F300, 0x1F64F}, {0x20000, 0x3FFFD},
};

bool is_wide(char32_t c) {
  return c >= 0x1100 && std::ranges::any_of(wide_blocks, [c](CodePointSpan block) {
           return block.first <= c && c <= block.last;
         });
}

const char* code_of(TextStyle style) {
  switch (style) {
    case TextStyle::Highlight:
      return "\x1b[1;33m";
    case TextStyle::Strong:
      return "\x1b[1m";
    case TextStyle::Faint:
      return "\x1b[2m";
    case TextStyle::Plain:
      break;
  }
  return "";
}

// What cannot be parted: a word, or one wide character. A space parts it from the one before.
struct Chunk {
  std::vector<StyledText> runs;
  std::size_t columns = 0;
  bool space_before = false;
};

class Chunker {
 public:
  void add(const StyledText& run) {
    const std::string safe = for_terminal(run.text);
    for (std::size_t i = 0; i < safe.size();) {
      const std::size_t start = i;
      const char32_t c = next_code_point(safe, i);
      if (c == ' ') {
        finish();
        space_ = true;
        continue;
      }
      if (is_wide(c)) {
        finish();
      }
      append(std::string_view(safe).substr(start, i - start), run.style);
      chunk_.columns += is_wide(c) ? 2 : 1;
      if (is_wide(c)) {
        finish();
      }
    }
  }

  std::vector<Chunk> take() {
    finish();
    return std::move(chunks_);
  }

 private:
  void append(std::string_view text, TextStyle style) {
    if (chunk_.runs.empty() || chunk_.runs.back().style != style) {
      chunk_.runs.push_back({"", style});
    }
    chunk_.runs.back().text += text;
  }

  void finish() {
    if (chunk_.runs.empty()) {
      return;
    }
    chunk_.space_before = space_;
    space_ = false;
    chunks_.push_back(std::move(chunk_));
    chunk_ = {};
  }

  std::vector<Chunk> chunks_;
  Chunk chunk_;
  bool space_ = false;
};

// Writes chunks with as few changes of style as they allow.
class Line {
 public:
  Line(const ParagraphLayout& layout, std::string& out) : layout_(layout), out_(out) {}

  void add(const Chunk& chunk) {
    const std::size_t space = chunk.space_before && column_ > 0 ? 1 : 0;
    if (layout_.width != 0 && column_ > 0 &&
        layout_.indent + column_ + space + chunk.columns > layout_.width) {
      end();
    } else if (space != 0) {
      change_style(style_ == chunk.runs.front().style ? style_ : TextStyle::Plain);
      out_ += ' ';
      ++column_;
    }
    if (column_ == 0) {
      out_.append(layout_.indent, ' ');
    }
    for (const StyledText& run : chunk.runs) {
      change_style(run.style);
      out_ += run.text;
    }
    column_ += chunk.columns;
  }

  void end() {
    change_style(TextStyle::Plain);
    out_ += '\n';
    column_ = 0;
  }

 private:
  void change_style(TextStyle style) {
    if (!layout_.color || style == style_) {
      return;
    }
    if (style_ != TextStyle::Plain) {
      out_ += "\x1b[0m";
    }
    out_ += code_of(style);
    style_ = style;
  }

  const ParagraphLayout& layout_;
  std::string& out_;
  std::size_t column_ = 0;
  TextStyle style_ = TextStyle::Plain;
};

}  // namespace

std::string lay_out(const std::vector<StyledText>& runs, const ParagraphLayout& layout) {
  Chunker chunker;
  for (const StyledText& run : runs) {
    chunker.add(run);
  }
  std::string out;
  Line line(layout, out);
  for (const Chunk& chunk : chunker.take()) {
    line.add(chunk);
  }
  line.end();
  return out;
}

std::string styled(std::string_view text, TextStyle style, bool color) {
  if (!color || style == TextStyle::Plain) {
    return std::string(text);
  }
  return code_of(style) + std::string(text) + "\x1b[0m";
}

std::size_t columns(std::string_view text) {
  std::size_t total = 0;
  for (std::size_t i = 0; i < text.size();) {
    total += is_wide(next_code_point(text, i)) ? 2 : 1;
  }
  return total;
}

}  // namespace verbale
