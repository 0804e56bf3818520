#!/bin/sh
# Builds with Clang, the address and undefined behaviour sanitizers and the instrumentation that
# fuzzers steer by, into build-asan. usage: build_sanitized.sh [TARGET...]   (default: all)
set -eu
cd "$(dirname "$0")/.."

cmake -S . -B build-asan -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1" \
  -DVERBALE_FUZZ=ON -DVERBALE_SANITIZE=address,undefined >/dev/null
cmake --build build-asan --target "${@:-all}"
