#!/usr/bin/env python3
"""Checks that every file includes only its own floor and the floors below it, and that third
parties appear only where docs/architecture.md allows them. Prints each breach; exits 1 on any."""

import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent

# floor -> what it may include besides itself, and the third parties of its .cpp files.
BELOW = ["base", "model", "text", "schema"]
FLOORS = {
    "base": ([], []),
    "model": (["base"], []),
    "text": (["base", "model"], ["icu", "cld2", "stemmer"]),
    "schema": (["base", "model", "text"], ["nettle"]),
    "readers": (["base", "model", "text"], ["boost/json", "brotli", "gumbo", "libxml2", "nettle",
                                          "zlib", "zstd"]),
    "attribution": (BELOW, []),
    "query": (BELOW, []),
    "index": (BELOW, ["xapian", "nettle", "boost/json"]),
    "ingest": (BELOW + ["readers", "attribution", "index"], []),
    "search": (BELOW + ["query", "index"], ["xapian"]),
    "render": (BELOW + ["query", "search"], ["boost/json"]),
    "cli": (None, ["boost/program_options", "boost/json"]),
}
THIRD_PARTIES = {
    "xapian": r"xapian(\.h|/)",
    "icu": r"unicode/",
    "cld2": r"cld2/",
    "stemmer": r"libstemmer",
    "brotli": r"brotli/",
    "nettle": r"nettle/",
    "boost/json": r"boost/json",
    "boost/program_options": r"boost/program_options",
    "gumbo": r"gumbo",
    "libxml2": r"libxml/",
    "zlib": r"zlib\.h",
    "zstd": r"zstd\.h",
    "other boost": r"boost/",
}
INCLUDE = re.compile(r'^\s*#\s*include\s+[<"]([^>"]+)[>"]', re.MULTILINE)


def third_party(header):
    for name, pattern in THIRD_PARTIES.items():
        if re.match(pattern, header):
            return name
    return None


def floor_of_header(header):
    parts = header.split("/")
    if parts[0] == "verbale" and len(parts) > 2:
        return parts[1]
    return parts[0] if parts[0] in FLOORS and len(parts) > 1 else None


def breaches(path, floor, public):
    allowed, parties = FLOORS[floor]
    for header in INCLUDE.findall(path.read_text(encoding="utf-8")):
        party = third_party(header)
        if party and public:
            yield f"a public header includes <{header}>"
        elif party and party not in parties:
            yield f"{party} does not belong on the floor {floor}: <{header}>"
        other = floor_of_header(header)
        if other and other != floor and allowed is not None and other not in allowed:
            yield f"the floor {floor} may not include {other}: {header}"


def main():
    found = 0
    for top, public in (("include/verbale", True), ("src", False)):
        for path in sorted((ROOT / top).rglob("*.*")):
            if path.suffix not in (".h", ".cpp"):
                continue
            floor = path.relative_to(ROOT / top).parts[0]
            if floor not in FLOORS:
                print(f"{path.relative_to(ROOT)}: no such floor: {floor}")
                found += 1
                continue
            for breach in breaches(path, floor, public):
                print(f"{path.relative_to(ROOT)}: {breach}")
                found += 1
    print(f"floors: {found} breaches")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
