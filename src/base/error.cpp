#include "verbale/base/error.h"

namespace verbale {

std::string to_string(const Error& error) {
  return error.where.empty() ? error.message : error.where + ": " + error.message;
}

}  // namespace verbale
