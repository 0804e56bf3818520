#pragma once

#include "cli/command.h"

// One function a command, each in the file of its name. `arguments` are those after the verb; the
// exit code is returned. They throw UsageError and IndexError, which run() catches.
namespace verbale::cli {}  // namespace verbale::cli
