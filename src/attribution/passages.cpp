#include "attribution/passages.h"

#include <algorithm>

namespace verbale::attribution {

namespace {

constexpr std::uint32_t longest_passage = 150;  // Words.

// A sentence or a part of one, with the attributions that lie in it.
struct Piece {
  TextRange range;
  std::size_t first = 0, last = 0;  // Half open, into the attributions.
  std::uint32_t words = 0;
  bool ends_sentence = true;
};

class PassageCutter {
 public:
  PassageCutter(const Document& document, std::span<const Attribution> attributions)
      : document_(document), attributions_(attributions) {}

  std::vector<Passage> run() {
    for (const Paragraph& paragraph : document_.paragraphs) {
      pieces_.clear();
      for (std::uint32_t s = paragraph.first_sentence; s < paragraph.last_sentence; ++s) {
        add_sentence(document_.sentences[s]);
      }
      join_pieces();
    }
    return std::move(passages_);
  }

 private:
  void add_sentence(const Sentence& sentence) {
    while (at_ < attributions_.size() && attributions_[at_].range.end <= sentence.range.begin) {
      ++at_;
    }
    Piece piece{sentence.range, at_, at_, sentence.last_token - sentence.first_token, true};
    while (piece.last < attributions_.size() &&
           attributions_[piece.last].range.begin < sentence.range.end) {
      ++piece.last;
    }
    split(piece);
  }

  static bool same_speakers(const Attribution& a, const Attribution& b) {
    return a.speakers == b.speakers;
  }

  // One piece for each speaker: the next one starts with the first of its words, mention and cue
  // that lie behind the words before it.
  void split(Piece piece) {
    for (std::size_t i = piece.first + 1; i < piece.last; ++i) {
      const Attribution& before = attributions_[i - 1];
      const Attribution& next = attributions_[i];
      if (same_speakers(before, next) || next.speakers.empty() || before.speakers.empty()) {
        continue;
      }
      const std::uint32_t begin = start_of(next, std::max(before.range.end, piece.range.begin));
      if (begin <= piece.range.begin || begin >= piece.range.end || before.range.end > begin) {
        continue;
      }
      Piece head = piece;
      head.range.end = begin;
      head.last = i;
      head.ends_sentence = false;
      pieces_.push_back(trimmed(head));
      piece.range.begin = begin;
      piece.first = i;
    }
    pieces_.push_back(trimmed(piece));
  }

  static std::uint32_t start_of(const Attribution& attribution, std::uint32_t behind) {
    std::uint32_t begin = attribution.range.begin;
    for (const TextRange part : {attribution.mention, attribution.cue}) {
      if (!part.empty() && part.begin >= behind) {
        begin = std::min(begin, part.begin);
      }
    }
    return begin;
  }

  Piece trimmed(Piece piece) const {
    const std::string_view text = document_.text;
    while (piece.range.begin < piece.range.end && text[piece.range.begin] == ' ') {
      ++piece.range.begin;
    }
    while (piece.range.end > piece.range.begin && text[piece.range.end - 1] == ' ') {
      --piece.range.end;
    }
    return piece;
  }

  const Attribution* speaking(const Piece& piece) const {
    for (std::size_t i = piece.first; i < piece.last; ++i) {
      if (!attributions_[i].speakers.empty()) {
        return &attributions_[i];
      }
    }
    return nullptr;
  }

  bool joins(const Piece& before, const Piece& next) const {
    const Attribution* a = speaking(before);
    const Attribution* b = speaking(next);
    if (a == nullptr || b == nullptr) {
      return a == b;
    }
    return same_speakers(*a, *b);
  }

  void join_pieces() {
    for (std::size_t i = 0; i < pieces_.size();) {
      Piece run = pieces_[i];
      std::size_t next = i + 1;
      while (next < pieces_.size() && joins(run, pieces_[next]) &&
             (run.words < longest_passage || !pieces_[next - 1].ends_sentence)) {
        run.range.end = pieces_[next].range.end;
        run.last = std::max(run.last, pieces_[next].last);
        run.words += pieces_[next].words;
        ++next;
      }
      add_passage(run);
      i = next;
    }
  }

  void add_passage(const Piece& run) {
    Passage passage;
    passage.range = run.range;
    for (std::size_t i = run.first; i < run.last; ++i) {
      const Attribution& attribution = attributions_[i];
      passage.attributions.push_back(attribution);
      add_speakers(passage, attribution);
      raise_kind(passage, attribution);
    }
    add_quotations(passage);
    passages_.push_back(std::move(passage));
  }

  static void add_speakers(Passage& passage, const Attribution& attribution) {
    for (const Speaker& speaker : attribution.speakers) {
      if (std::ranges::find(passage.speakers, speaker.id, &Speaker::id) == passage.speakers.end()) {
        passage.speakers.push_back(speaker);
      }
    }
  }

  static void raise_kind(Passage& passage, const Attribution& attribution) {
    if (attribution.speakers.empty()) {
      return;
    }
    if (attribution.kind == StatementKind::Quote) {
      passage.kind = PassageKind::Quote;
    } else if (passage.kind == PassageKind::Narration) {
      passage.kind =
          attribution.kind == StatementKind::Speech ? PassageKind::Speech : PassageKind::Reported;
    }
  }

  // The words inside marks, whoever said them, but not those of titles and the like.
  void add_quotations(Passage& passage) {
    while (quotation_ < document_.quotations.size() &&
           document_.quotations[quotation_].range.end <= passage.range.begin) {
      ++quotation_;
    }
    for (std::size_t i = quotation_; i < document_.quotations.size(); ++i) {
      const Quotation& quotation = document_.quotations[i];
      if (quotation.range.begin >= passage.range.end) {
        break;
      }
      if (quotation.use == QuotationUse::Statement) {
        passage.quotations.push_back({std::max(quotation.range.begin, passage.range.begin),
                                      std::min(quotation.range.end, passage.range.end)});
      }
    }
  }

  const Document& document_;
  std::span<const Attribution> attributions_;
  std::vector<Piece> pieces_;  // Of the paragraph at hand.
  std::vector<Passage> passages_;
  std::size_t at_ = 0, quotation_ = 0;
};

}  // namespace

std::vector<Passage> cut_passages(const Document& document,
                                  std::span<const Attribution> attributions) {
  return PassageCutter(document, attributions).run();
}

}  // namespace verbale::attribution
