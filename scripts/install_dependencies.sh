#!/bin/sh
# Installs the Debian packages that building Verbale needs, and with --test those that its tests
# and checks need as well. Does nothing, and needs no network, when they are all there.
# Run as root or by somebody who may use sudo.
set -eu

build="ca-certificates g++ cmake ninja-build pkg-config
  libxapian-dev libicu-dev libstemmer-dev libboost-program-options1.81-dev libboost-json1.81-dev
  libgumbo-dev libxml2-dev zlib1g-dev libzstd-dev libbrotli-dev libcld2-dev nettle-dev"
test="python3 python3-jsonschema libgtest-dev libgmock-dev xapian-tools python3-xapian zstd"
check="clang-14 clang-tidy-14 clang-format-14 libclang-rt-14-dev libbenchmark-dev libsqlite3-dev"

packages=$build
for option in "$@"; do
  case $option in
    --test) packages="$packages $test" ;;
    --check) packages="$packages $test $check" ;;
    *) echo "usage: $0 [--test] [--check]" >&2; exit 2 ;;
  esac
done

missing=
for package in $packages; do
  if ! dpkg-query -W -f '${Status}\n' "$package" 2>/dev/null | grep -q '^install ok installed$'; then
    missing="$missing $package"
  fi
done
if [ -z "$missing" ]; then
  exit 0
fi

as_root=
if [ "$(id -u)" -ne 0 ]; then
  if ! command -v sudo >/dev/null; then
    echo "$0: these packages are missing, and only root can install them:$missing" >&2
    exit 1
  fi
  as_root=sudo
fi
echo "installing$missing" >&2
$as_root apt-get update -q
$as_root env DEBIAN_FRONTEND=noninteractive \
  apt-get install -q -y --no-install-recommends $missing
