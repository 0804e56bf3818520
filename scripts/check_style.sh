#!/bin/sh
# clang-format on every source file, then clang-tidy on every file that a compiler sees. What
# clang-tidy found before is listed in scripts/clang_tidy_known.txt, which only ever gets shorter:
# a finding that is not there fails.
# usage: check_style.sh [BUILD]   (BUILD has compile_commands.json; default build)
set -eu
cd "$(dirname "$0")/.."
build=${1:-build}

git ls-files '*.h' '*.cpp' | xargs clang-format-14 --dry-run --Werror
echo "clang-format: clean"

found=$(mktemp)
trap 'rm -f "$found"' EXIT
git ls-files 'src/*.cpp' |
  xargs -n 2 -P "$(nproc)" clang-tidy-14 --quiet --extra-arg=-Wno-unknown-warning-option \
    -p "$build" 2>/dev/null |
  sed -n "s|^$PWD/\\([^:]*\\):[0-9]*:[0-9]*: error: \\(.*\\) \\[\\([a-z-]*\\).*|\\1: \\3: \\2|p" |
  LC_ALL=C sort -u >"$found"
if LC_ALL=C comm -23 "$found" scripts/clang_tidy_known.txt | grep .; then
  echo "clang-tidy: the findings above are new" >&2
  exit 1
fi
echo "clang-tidy: nothing new ($(wc -l <"$found") known findings left)"
