#!/usr/bin/env python3
"""Measures the country found for a speech whose metadata is taken away.

usage: evaluate_speech_countries.py feed GOLD [--every N] > FEED
       verbale extract FEED > EXTRACTED
       evaluate_speech_countries.py score GOLD EXTRACTED [--countries TSV] [--errors FILE]

GOLD is JSON Lines with `body` and `country_code` (ISO 3166-1 alpha-3), as the UN General Debate
Corpus has them; a name ending in .zst goes through zstd. `feed` writes the text alone, under its
number as id. `score` takes the countries of an article's quotes of kind "speech": one country is an
answer, none or several are an abstention. Right and wrong are shares of all speeches; wrong answers
are also given as a share of the answers.
"""

import argparse
import collections
import json
import pathlib
import sys

from evaluate_places import ratio, records

# Codes of the corpus that ISO 3166-1 does not have or has for another row.
OTHER_CODES = {"EU": "EU", "YMD": "YD"}
# The corpus files the Soviet Union's speeches under Russia's code.
SAME = {"SU": "RU"}


def read_codes(path):
    with open(path, encoding="utf-8") as file:
        rows = [line.rstrip("\n").split("\t") for line in file
                if line.strip() and not line.startswith("#")]
    columns = {name: place for place, name in enumerate(rows[0])}
    return {row[columns["alpha3"]]: row[columns["id"]] for row in rows[1:]}


def feed(gold, every):
    for number, record in enumerate(records(gold)):
        if number % every == 0:
            print(json.dumps({"id": str(number), "text": record["body"]}, ensure_ascii=False))


def answer(article):
    found = {quote.get("country") for quote in article["quotes"] if quote.get("kind") == "speech"}
    found.discard(None)
    found.discard("")
    return found.pop() if len(found) == 1 else None


def score(gold, extracted, countries, errors):
    codes = read_codes(countries)
    answers = {article["id"]: answer(article) for article in records(extracted)}
    right = wrong = asked = 0
    confusions, unknown = collections.Counter(), collections.Counter()
    for number, record in enumerate(records(gold)):
        if str(number) not in answers:
            continue
        code = record["country_code"]
        wanted = OTHER_CODES.get(code) or codes.get(code)
        if wanted is None:
            unknown[code] += 1
            continue
        asked += 1
        found = SAME.get(answers[str(number)], answers[str(number)])
        right += found == wanted
        wrong += found is not None and found != wanted
        if found not in (wanted, None):
            confusions[wanted, found] += 1
        if errors and found != wanted:
            print(number, record["id"], wanted, found or "-", sep="\t", file=errors)
    print(f"speeches {asked}  right {ratio(right, asked):.3f}  wrong {ratio(wrong, asked):.4f}  "
          f"wrong of answers {ratio(wrong, right + wrong):.4f}")
    print("taken for another most:",
          ", ".join(f"{a} as {b} {n}" for (a, b), n in confusions.most_common(12)))
    if unknown:
        print("codes that countries.tsv lacks:", dict(unknown), file=sys.stderr)


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    commands = parser.add_subparsers(dest="command", required=True)
    feeding = commands.add_parser("feed")
    feeding.add_argument("gold")
    feeding.add_argument("--every", type=int, default=1)
    scoring = commands.add_parser("score")
    scoring.add_argument("gold")
    scoring.add_argument("extracted")
    default = pathlib.Path(__file__).parent.parent / "index_schema" / "countries.tsv"
    scoring.add_argument("--countries", default=str(default))
    scoring.add_argument("--errors", type=argparse.FileType("w"))
    arguments = parser.parse_args()
    if arguments.command == "feed":
        feed(arguments.gold, arguments.every)
    else:
        score(arguments.gold, arguments.extracted, arguments.countries, arguments.errors)


if __name__ == "__main__":
    main()
