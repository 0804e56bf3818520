#!/bin/sh
# Installs what is missing, builds everything and runs all tests. Safe to run twice.
# Tests that measure on real text need VERBALE_SHARED, the folder that holds it; without it they
# are skipped and say so.
set -eu
cd "$(dirname "$0")/.."

echo "== installing what is missing"
scripts/install_dependencies.sh --test

echo "== building (optimised, with tests)"
cmake -S . -B build -G Ninja -DCMAKE_BUILD_TYPE=Release -DVERBALE_TESTS=ON >/dev/null
cmake --build build

echo "== testing"
ctest --test-dir build --output-on-failure --parallel "$(nproc)" --no-tests=error
