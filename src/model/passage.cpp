#include "verbale/model/passage.h"

namespace verbale {

const char* to_string(PassageKind kind) {
  switch (kind) {
    case PassageKind::Quote:
      return "quote";
    case PassageKind::Reported:
      return "reported";
    case PassageKind::Speech:
      return "speech";
    case PassageKind::Narration:
      break;
  }
  return "narration";
}

const char* to_string(StatementKind kind) {
  switch (kind) {
    case StatementKind::Quote:
      return "quote";
    case StatementKind::Reported:
      return "reported";
    case StatementKind::Speech:
      break;
  }
  return "speech";
}

}  // namespace verbale
