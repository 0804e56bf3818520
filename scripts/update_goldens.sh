#!/bin/sh
# Rewrites the expected answers of the case files to what the program answers now; read the
# difference in git before you commit it.
set -eu
cd "$(dirname "$0")/.."
exec tests/cli/run_cases.py --binary "${1:-build/verbale}" --update tests/cli/cases/*.case
