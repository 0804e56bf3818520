#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "readers/input.h"
#include "verbale/readers/reader.h"

namespace verbale::readers {

// A source that was opened, and what to call it.
struct OpenSource {
  Input input;
  std::string name;  // As reports name it: a printable path, or "-".
  std::string id;    // Of an article that is the whole source: the path, normal form.
};

// Cuts a source into records, in order.
class Cutter {
 public:
  Cutter() = default;
  Cutter(const Cutter&) = delete;
  Cutter& operator=(const Cutter&) = delete;
  Cutter(Cutter&&) = delete;
  Cutter& operator=(Cutter&&) = delete;
  virtual ~Cutter() = default;

  // The next record; nothing at the end. Appends what had to be refused on the way, a failure of
  // the input included.
  virtual std::optional<RawRecord> next(std::vector<Refusal>& refusals) = 0;
};

std::unique_ptr<Cutter> make_cutter(SourceFormat format, OpenSource source,
                                    const ReadOptions& options);

// What to say of a record that passes the limit.
std::string too_large(const ReadOptions& options);

}  // namespace verbale::readers
