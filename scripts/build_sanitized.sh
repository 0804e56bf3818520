#!/bin/sh
# Builds with Clang, the address and undefined behaviour sanitizers and the instrumentation that
# fuzzers steer by, into build-asan; with --threads, with the thread sanitizer into build-tsan.
# usage: build_sanitized.sh [--threads] [TARGET...]   (default: all)
set -eu
cd "$(dirname "$0")/.."
build=build-asan
options="-DVERBALE_FUZZ=ON -DVERBALE_SANITIZE=address,undefined"
if [ "${1:-}" = --threads ]; then
  shift
  build=build-tsan
  options="-DVERBALE_SANITIZE=thread"
fi

cmake -S . -B "$build" -G Ninja -DCMAKE_BUILD_TYPE=RelWithDebInfo \
  -DCMAKE_CXX_COMPILER=clang++-14 -DCMAKE_CXX_FLAGS_RELWITHDEBINFO="-O1 -g1" $options >/dev/null
cmake --build "$build" --target "${@:-all}"
