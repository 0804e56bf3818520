#!/bin/sh
# How well `verbale extract` finds who said what, on gold data that is not in this repository.
# usage: quality.sh [BUILD]    (BUILD holds the program; default build)
#
# $VERBALE_SHARED names the folder with gold/dev.jsonl and gold/score.py. Prints the scorer's table
# and fails when a figure falls below its recorded floor in tests/quality/floors.json. VERBALE_SPLIT
# names another split; floors are held against dev only.
set -eu
cd "$(dirname "$0")/.."
build=${1:-build}
split=${VERBALE_SPLIT:-dev}

if [ -z "${VERBALE_SHARED:-}" ] || [ ! -f "$VERBALE_SHARED/gold/$split.jsonl" ]; then
  echo "quality: SKIPPED: VERBALE_SHARED does not name a folder with gold/$split.jsonl" >&2
  exit 77
fi

scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
gold=$VERBALE_SHARED/gold/$split.jsonl
"$build/verbale" extract --format jsonl --min-confidence 0 "$gold" > "$scratch/found.jsonl"
python3 "$VERBALE_SHARED/gold/score.py" "$gold" "$scratch/found.jsonl" \
  --json "$scratch/score.json" | tail -n +2
python3 tests/quality/check_floors.py "$VERBALE_SHARED/gold/score.py" "$gold" \
  "$scratch/found.jsonl" "$scratch/score.json" "$split"
