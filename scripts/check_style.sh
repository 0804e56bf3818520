#!/bin/sh
# clang-format on every source file, then clang-tidy on every file that a compiler sees.
# usage: check_style.sh [BUILD]   (BUILD has compile_commands.json; default build)
set -eu
cd "$(dirname "$0")/.."
build=${1:-build}

git ls-files '*.h' '*.cpp' | xargs clang-format-14 --dry-run --Werror
echo "clang-format: clean"
git ls-files 'src/*.cpp' |
  xargs -n 2 -P "$(nproc)" clang-tidy-14 --quiet --extra-arg=-Wno-unknown-warning-option -p "$build" 2>/dev/null
echo "clang-tidy: clean"
