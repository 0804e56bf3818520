#!/bin/sh
# What a nightly job calls: rebuilds an index from a list of sources, verifies the new generation by
# reading all of it back, publishes it, keeps N old generations and removes the others.
#
#   scripts/rebuild.sh --index DIR --sources LIST [--keep N] [--log FILE] [--lock-timeout SECONDS]
#                      [-- OPTION...]
#
# LIST names a file or folder a line; empty lines and lines that begin with # are skipped; relative
# names start at the list's folder. OPTIONs go to `verbale rebuild` (--jobs 4, --strict, ...). The
# program is $VERBALE, else build/verbale of this tree, else `verbale` on the PATH.
#
# Logs one line, to FILE or standard output:
#   2031-06-15T02:00:41Z ok generation=7 articles=19043 passages=61310 refused=0 seconds=41 digest=...
#   2031-06-15T02:00:02Z failed exit=75 seconds=2 the index in ... is locked by ...
# Only "ok" tells of a new generation: after "failed" the index is as it was. Exits with what
# `verbale rebuild` exits with: 0; 3 when articles were refused ("ok", or "failed" with --strict);
# 75 when another writer kept the lock; and 2 when the list or a source is missing.
set -u

index= sources= keep=2 log= patience=600
usage() { sed -n '5,6p' "$0" >&2; exit 2; }
while [ $# -gt 0 ]; do
  case $1 in
    --) shift; break ;;
    --index | --sources | --keep | --log | --lock-timeout) [ $# -ge 2 ] || usage ;;
    *) usage ;;
  esac
  case $1 in
    --index) index=$2 ;;
    --sources) sources=$2 ;;
    --keep) keep=$2 ;;
    --log) log=$2 ;;
    --lock-timeout) patience=$2 ;;
  esac
  shift 2
done
[ -n "$index" ] && [ -n "$sources" ] || usage

here=$(cd "$(dirname "$0")/.." && pwd)
verbale=${VERBALE:-}
if [ -z "$verbale" ]; then
  verbale=$here/build/verbale
  [ -x "$verbale" ] || verbale=verbale
fi

started=$(date +%s)
answers=$(mktemp -d) || exit 74
trap 'rm -rf "$answers"' EXIT
line() {
  text="$(date -u +%Y-%m-%dT%H:%M:%SZ) $*"
  if [ -n "$log" ]; then
    echo "$text" >> "$log"
  else
    echo "$text"
  fi
}
seconds() { echo $(($(date +%s) - started)); }
fail() {
  code=$1
  shift
  line "failed exit=$code seconds=$(seconds) $*"
  exit "$code"
}

[ -r "$sources" ] || fail 2 "cannot read the list of sources $sources"
base=$(cd "$(dirname "$sources")" && pwd)
set -- "$@" --
options=$#
while IFS= read -r name || [ -n "$name" ]; do
  case $name in
    '' | '#'*) continue ;;
    /*) path=$name ;;
    *) path=$base/$name ;;
  esac
  [ -e "$path" ] || fail 2 "the source $path is missing"
  set -- "$@" "$path"
done < "$sources"
[ $# -gt "$options" ] || fail 2 "the list $sources names no source"

code=0
"$verbale" rebuild --index "$index" --keep "$((keep + 1))" --verify content \
  --lock-timeout "$patience" --refused "$answers/refused" "$@" \
  > "$answers/out" 2> "$answers/err" || code=$?
generation=$(sed -n 's/^published generation //p' "$answers/out")
if [ -z "$generation" ]; then
  [ "$code" -ne 0 ] || code=74
  fail "$code" "$(tail -n 1 "$answers/err" | sed 's/^verbale: //')"
fi

"$verbale" stats --index "$index" > "$answers/stats" || fail $? "the new generation cannot be read"
figure() { sed -n "s/^$1 *//p" "$answers/stats"; }
line "ok generation=$generation articles=$(figure articles) passages=$(figure passages)" \
  "refused=$(wc -l < "$answers/refused") seconds=$(seconds) digest=$(figure digest)"
exit "$code"
