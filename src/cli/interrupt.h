#pragma once

namespace verbale::cli {

// While one lives, Ctrl-C and SIGTERM ask the command to end in good order instead of killing it;
// a second one kills. At most one lives at a time.
class InterruptWatch {
 public:
  InterruptWatch();
  ~InterruptWatch();
  InterruptWatch(const InterruptWatch&) = delete;
  InterruptWatch& operator=(const InterruptWatch&) = delete;

  bool interrupted() const;
};

}  // namespace verbale::cli
