#!/bin/bash
# Kills `verbale index` and `verbale rebuild` at random moments and looks at what they leave: the
# index must open, `check` must find it sound, and running the command again must end in the
# digest of a run that nothing disturbed. A quarter of the rounds end by SIGINT instead, which must
# exit with 130 (or be done already).
#
#   scripts/crash_test.sh [--rounds N] [--seed N] [--copies N] [--binary FILE] [ARTICLES.jsonl]
#
# Prints one line at the end; exits 1 at the first thing that is wrong and keeps its folder.
set -euo pipefail
here=$(cd "$(dirname "$0")/.." && pwd)

rounds=12 seed=$$ copies=12 binary=$here/build/verbale articles=
while [ $# -gt 0 ]; do
  case $1 in
    --rounds) rounds=$2; shift 2 ;;
    --seed) seed=$2; shift 2 ;;
    --copies) copies=$2; shift 2 ;;
    --binary) binary=$(realpath "$2"); shift 2 ;;
    -*) sed -n '2,9p' "$0" >&2; exit 2 ;;
    *) articles=$(realpath "$1"); shift ;;
  esac
done
articles=${articles:-$here/tests/fixtures/sample/wire.jsonl}
RANDOM=$seed

work=$(mktemp -d)
cd "$work"
fail() { echo "crash_test: round $round (seed $seed): $*; see $work" >&2; exit 1; }

# Two versions of the same articles: as they are, and cut after their first paragraph.
for copy in $(seq "$copies"); do
  sed "s/\"id\": \"/&copy-$copy-/" "$articles"
done > whole.jsonl
sed 's/\\n\\n.*/"}/' whole.jsonl > cut.jsonl

digest() { "$binary" stats --index "$1" | sed -n 's/^digest *//p'; }
now_ms() { echo $(($(date +%s%N) / 1000000)); }

round=0
declare -A expected took
for source in whole cut; do
  for command in rebuild index; do
    started=$(now_ms)
    "$binary" $command --index "undisturbed-$command-$source" $source.jsonl > out 2>&1 ||
      fail "an undisturbed $command of $source failed: $(cat out)"
    took[$command]=$(($(now_ms) - started + 1))
  done
  expected[$source]=$(digest "undisturbed-rebuild-$source")
  [ "$(digest "undisturbed-index-$source")" = "${expected[$source]}" ] ||
    fail "index and rebuild of $source differ"
done

finished=0 killed=0 interrupted=0
for round in $(seq "$rounds"); do
  command=$([ $((RANDOM % 2)) = 0 ] && echo index || echo rebuild)
  source=$([ $((RANDOM % 2)) = 0 ] && echo whole || echo cut)
  signal=$([ $((RANDOM % 4)) = 0 ] && echo INT || echo KILL)
  moment=$(((RANDOM * 32768 + RANDOM) % ${took[$command]}))

  code=0
  seconds=$(printf '%d.%03d' $((moment / 1000)) $((moment % 1000)))
  # The braces swallow the shell's own word about a killed process.
  { timeout --preserve-status -s "$signal" "$seconds" "$binary" "$command" --jobs $((RANDOM % 3 + 1)) \
    --index victim $source.jsonl > out 2>&1; } 2> /dev/null || code=$?
  case $signal.$code in
    *.0) finished=$((finished + 1)) ;;
    KILL.137) killed=$((killed + 1)) ;;
    INT.130) interrupted=$((interrupted + 1)) ;;
    *) fail "$command ended with $code after $moment ms: $(cat out)" ;;
  esac

  if [ -e victim/CURRENT ]; then
    "$binary" check --index victim > out 2>&1 || fail "check after $command: $(cat out)"
  fi
  if [ $((RANDOM % 3)) = 0 ]; then
    "$binary" $command --index victim $source.jsonl > out 2>&1 || fail "rerun: $(cat out)"
    [ "$(digest victim)" = "${expected[$source]}" ] || fail "a rerun of $command gives another digest"
    "$binary" check --index victim > out 2>&1 || fail "check after the rerun: $(cat out)"
  fi
done

"$binary" index --index victim whole.jsonl > out 2>&1 || fail "last run: $(cat out)"
[ "$(digest victim)" = "${expected[whole]}" ] || fail "the last run gives another digest"
cd /
rm -rf "$work"
echo "crash_test: $rounds rounds (seed $seed): $killed killed, $interrupted interrupted," \
  "$finished finished before; index sound each time, same digest at the end"
