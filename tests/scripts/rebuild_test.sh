#!/bin/bash
# rebuild_test.sh VERBALE: scripts/rebuild.sh publishes or leaves the index as it is, and says which.
set -euo pipefail
rebuild=$(cd "$(dirname "$0")/../.." && pwd)/scripts/rebuild.sh
VERBALE=$1
export VERBALE
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

article() { printf '{"id": "%s", "text": "The envoy of %s left on Friday."}\n' "$1" "$1"; }
digest() { "$VERBALE" stats --index index | sed -n 's/^digest *//p'; }
fail() { echo "rebuild_test: $*" >&2; cat log >&2; exit 1; }

# expect CODE PATTERN OPTION...: one line is logged that matches, and the exit code is that.
expect() {
  local wanted=$1 pattern=$2 code=0
  shift 2
  : > log
  "$rebuild" --index index --sources lists/sources --log log --lock-timeout 1 "$@" > out || code=$?
  [ "$code" = "$wanted" ] || fail "exit code $code, not $wanted"
  [ "$(wc -l < log)" = 1 ] || fail "not one line is logged"
  grep -q -E "^[-0-9]+T[:0-9]+Z $pattern" log || fail "the line does not match $pattern"
  [ ! -s out ] || fail "standard output is not empty"
}

mkdir lists "more news"
article first > lists/wire.jsonl
article second > "more news/b.jsonl"
printf '# wire, then others\n\nwire.jsonl\n%s/more news\n' "$folder" > lists/sources

expect 0 "ok generation=1 articles=2 passages=2 refused=0 seconds=[0-9]+ digest=[0-9a-f]{64}$"
for number in 2 3 4; do
  expect 0 "ok generation=$number articles=2" --keep 1
done
[ "$(ls index/generations | tr '\n' ' ')" = "000003 000004 " ] || fail "not one old generation is kept"

before=$(digest)
echo '{"id": "third"}' >> lists/wire.jsonl
expect 3 "failed exit=3 seconds=[0-9]+ nothing is published: an article was refused" -- --strict
[ "$(digest)" = "$before" ] || fail "a failed rebuild changed the index"

echo "$folder/nowhere" >> lists/sources
expect 2 "failed exit=2 seconds=[0-9]+ the source .*/nowhere is missing"
printf '# nothing\n' > lists/sources
expect 2 "failed exit=2 seconds=[0-9]+ the list lists/sources names no source"
[ "$(digest)" = "$before" ] || fail "a failed rebuild changed the index"

echo wire.jsonl > lists/sources
mkfifo feed
"$VERBALE" index --index index --format jsonl - < feed > /dev/null 2>&1 &
exec 3> feed
until grep -q 'verbale index' index/lock; do sleep 0.05; done
expect 75 "failed exit=75 seconds=[0-9]+ the index in index is locked by .verbale index., process"
exec 3>&-
wait || true
[ "$(digest)" = "$before" ] || fail "a rebuild that found the index locked changed it"

expect 3 "ok generation=5 articles=1 passages=1 refused=1 "
echo "rebuild_test: ok"
