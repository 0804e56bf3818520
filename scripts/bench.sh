#!/bin/sh
# Compares Verbale with plain Xapian and SQLite FTS5 on the same articles and the same queries.
# Installs what is missing, builds into build-bench, prints a table and writes the ratios as JSON.
# usage: bench.sh CORPUS.jsonl[.gz|.zst] [--quick] [--runs N] [--work FOLDER] [--json FILE]
#                 [--map FIELD=NAME] [--seed N]
#        bench.sh --micro [FILTER]     the micro-benchmarks instead
#        bench.sh --reading [--jobs N] FILE...   the speed of reading alone, beside counting lines
set -eu
cd "$(dirname "$0")/.."

scripts/install_dependencies.sh --test --check
cmake -S . -B build-bench -G Ninja -DCMAKE_BUILD_TYPE=Release -DVERBALE_BENCH=ON \
  -DVERBALE_TESTS=OFF >/dev/null
cmake --build build-bench >&2

if [ "${1-}" = --micro ]; then
  for program in build-bench/tests/bench/*_bench; do
    "$program" --benchmark_filter="${2-.}"
  done
  exit
fi
if [ "${1-}" = --reading ]; then
  shift
  exec build-bench/tests/bench/reading "$@"
fi
exec python3 tests/bench/compare.py --build build-bench "$@"
