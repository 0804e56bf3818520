#!/bin/sh
# Builds the fuzzers with Clang and the address and undefined behaviour sanitizers, and runs each
# for some seconds on its seeds. usage: fuzz.sh [SECONDS] [NAME...]   (default 20, all of them)
set -eu
cd "$(dirname "$0")/.."
seconds=${1:-20}
[ $# -eq 0 ] || shift

scripts/build_sanitized.sh fuzzers

for fuzzer in build-asan/tests/fuzz/*_fuzz; do
  name=$(basename "$fuzzer" _fuzz)
  case " $* " in
    "  " | *" $name "*) ;;
    *) continue ;;
  esac
  work=build-asan/corpus/$name
  mkdir -p "$work" "tests/fuzz/corpus/$name"
  echo "== $name, $seconds s"
  "$fuzzer" -max_total_time="$seconds" -timeout=10 -rss_limit_mb=2048 -max_len=65536 \
    -print_final_stats=1 -verbosity=0 -artifact_prefix="build-asan/$name-" \
    "$work" "tests/fuzz/corpus/$name" 2>&1 | grep -E 'stat::(number_of_executed|peak)|ERROR|SUMMARY' ||
    true
  if ls "build-asan/$name"-crash-* "build-asan/$name"-timeout-* "build-asan/$name"-oom-* 2>/dev/null
  then
    echo "$name: the input above breaks it" >&2
    exit 1
  fi
done
