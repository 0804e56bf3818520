#include "cli/interrupt.h"

#include <signal.h>

#include <atomic>

namespace verbale::cli {
namespace {

// A signal handler can reach nothing else.
// NOLINTNEXTLINE(cppcoreguidelines-avoid-non-const-global-variables)
std::atomic<bool> interrupt_seen = false;
static_assert(std::atomic<bool>::is_always_lock_free);

void note_interrupt(int) {
  interrupt_seen = true;
}

void watch(int signal_number) {
  struct sigaction action {};
  action.sa_handler = note_interrupt;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  sigaction(signal_number, &action, nullptr);
}

}  // namespace

InterruptWatch::InterruptWatch() {
  interrupt_seen = false;
  watch(SIGINT);
  watch(SIGTERM);
}

InterruptWatch::~InterruptWatch() {
  signal(SIGINT, SIG_DFL);
  signal(SIGTERM, SIG_DFL);
}

bool InterruptWatch::interrupted() const {
  return interrupt_seen;
}

}  // namespace verbale::cli
