#!/usr/bin/env python3
"""Measures the countries found per article against those that editors gave it.

usage: evaluate_places.py feed GOLD > FEED
       verbale extract FEED > EXTRACTED
       evaluate_places.py score GOLD EXTRACTED [--countries TSV] [--errors FILE]

GOLD is JSON Lines with `id, title, date, dateline, body, countries` (Reuters-21578); a name ending
in .zst goes through zstd. `feed` writes what the analysis may see: id, title, date, and a text that
opens with its dateline. `score` compares `country` and `about` of EXTRACTED, one line an article,
with `countries`, over all states but the United States. Micro recall and precision.
"""

import argparse
import collections
import json
import pathlib
import subprocess
import sys

# Names of the gold that are not names or aliases of countries.tsv with hyphens for spaces.
OTHER_NAMES = {
    "uk": "GB", "usa": "US", "ussr": "SU", "uae": "AE", "west-germany": "DE", "east-germany": "DD",
    "us-virgin-islands": "VI", "yemen-arab-republic": "YE", "yemen-demo-republic": "YD",
    "trinidad-tobago": "TT", "antigua": "AG", "congo": "CG", "zaire": "CD", "burma": "MM",
    "kampuchea": "KH", "czechoslovakia": "CS", "yugoslavia": "YU", "ivory-coast": "CI",
    "swaziland": "SZ", "burkina-faso": "BF", "bahamas": "BS", "macao": "MO",
}
# States that ended, and the ones whose name they share in the gold.
SAME = {"YD": "YE", "ZR": "CD", "BU": "MM"}
LEFT_OUT = {"US"}


def lines(path):
    if path.endswith(".zst"):
        with subprocess.Popen(["zstd", "-dc", path], stdout=subprocess.PIPE) as process:
            yield from process.stdout
    else:
        with open(path, "rb") as file:
            yield from file


def records(path):
    return (json.loads(line) for line in lines(path) if line.strip())


def read_countries(path):
    """Country ids, and ids by lower-case name and alias."""
    ids, names = set(), {}
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file
                if line.strip() and not line.startswith("#")]
    columns = {name: place for place, name in enumerate(rows[0])}
    for row in rows[1:]:
        identifier = row[columns["id"]]
        ids.add(identifier)
        for name in [row[columns["name"]], *row[columns["aliases"]].split("|")]:
            names.setdefault(name.lower(), identifier)
    return ids, names


def feed(gold):
    for record in records(gold):
        dateline = record.get("dateline", "")
        text = f"{dateline} - {record['body']}" if dateline else record["body"]
        article = {"id": record["id"], "title": record["title"], "published": record["date"],
                   "language": "en", "text": text}
        print(json.dumps(article, ensure_ascii=False))


def ratio(part, whole):
    return part / whole if whole else 0.0


def score(gold, extracted, countries, errors):
    ids, names = read_countries(countries)

    def identifier(name):
        found = OTHER_NAMES.get(name) or names.get(name.replace("-", " "))
        if found is None:
            sys.exit(f"{name}: no such country in {countries}")
        return SAME.get(found, found)

    predicted = {}
    for article in records(extracted):
        found = set(article.get("country", [])) | set(article.get("about", []))
        predicted[article["id"]] = {SAME.get(i, i) for i in found & ids} - LEFT_OUT
    right, missed, wrong = collections.Counter(), collections.Counter(), collections.Counter()
    for record in records(gold):
        wanted = {identifier(name) for name in record.get("countries", [])} - LEFT_OUT
        found = predicted.get(record["id"], set())
        right.update(wanted & found)
        missed.update(wanted - found)
        wrong.update(found - wanted)
        if errors and wanted != found:
            print(record["id"], "missed", *sorted(wanted - found), "wrong",
                  *sorted(found - wanted), sep="\t", file=errors)
    hits, misses, false = (sum(c.values()) for c in (right, missed, wrong))
    print(f"articles {len(predicted)}  gold {hits + misses}  found {hits + false}")
    print(f"recall {ratio(hits, hits + misses):.3f}  precision {ratio(hits, hits + false):.3f}")
    print("missed most:", ", ".join(f"{i} {n}" for i, n in missed.most_common(12)))
    print("wrong most: ", ", ".join(f"{i} {n}" for i, n in wrong.most_common(12)))


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    feeding = commands.add_parser("feed")
    feeding.add_argument("gold")
    scoring = commands.add_parser("score")
    scoring.add_argument("gold")
    scoring.add_argument("extracted")
    default = pathlib.Path(__file__).parent.parent / "index_schema" / "countries.tsv"
    scoring.add_argument("--countries", default=str(default))
    scoring.add_argument("--errors", type=argparse.FileType("w"))
    arguments = parser.parse_args()
    if arguments.command == "feed":
        feed(arguments.gold)
    else:
        score(arguments.gold, arguments.extracted, arguments.countries, arguments.errors)


if __name__ == "__main__":
    main()
