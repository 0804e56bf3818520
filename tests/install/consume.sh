#!/bin/sh
# Installs a build into an empty folder, builds a program against what was installed, and runs both.
# usage: consume.sh BUILD SOURCE
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cmake --install "$1" --prefix "$folder/usr" >/dev/null
test -f "$folder/usr/share/verbale/index_schema/people.tsv"
test -f "$folder/usr/share/doc/verbale/README.md"
"$folder/usr/bin/verbale" --version
cmake -G Ninja -S "$2/tests/install" -B "$folder/build" -DCMAKE_PREFIX_PATH="$folder/usr" >/dev/null
cmake --build "$folder/build" >/dev/null
test "$("$folder/build/consumer")" = "Ilse Maravenn"
echo "the installed library answers"
