#!/bin/sh
# From a fresh Debian 12 to an answered search: installs what is missing, builds, indexes the
# sample (an invented affair between invented states) and asks it three questions.
# Safe to run twice; the second run is quick.
set -eu
cd "$(dirname "$0")/.."

say() { printf '\n== %s\n' "$*"; }

say "1/4 installing what is missing"
scripts/install_dependencies.sh

say "2/4 building build/verbale (optimised; some minutes the first time)"
if [ ! -f build/CMakeCache.txt ]; then
  cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DVERBALE_TESTS=OFF >/dev/null
fi
cmake --build build --target verbale

say "3/4 indexing the sample into build/sample-index"
VERBALE_INDEX=build/sample-index
export VERBALE_INDEX
build/verbale rebuild --schema tests/fixtures/sample/gazetteer \
  tests/fixtures/sample/wire.jsonl tests/fixtures/sample/files

ask() {
  printf '\n$ verbale'
  for word in "$@"; do
    case $word in
      *[!A-Za-z0-9_./:=-]*) printf " '%s'" "$word" ;;
      *) printf ' %s' "$word" ;;
    esac
  done
  printf '\n'
  build/verbale "$@"
}

say "4/4 three questions"
ask search '"point of no return"' --limit 3
ask search 'sanctions grain' --country Velmark --limit 3
ask facets speaker 'strait' 

say "done; ask your own: VERBALE_INDEX=build/sample-index build/verbale search YOUR WORDS"
