#!/usr/bin/env python3
"""How well the HTML reader finds articles' bodies: bags of 4-grams of words against what people
marked, as the article extraction benchmark counts (each page weighs the same).

usage: evaluate_html.py PAGES [--reader build/tests/readers/read_articles] [--half even|odd]
                        [--worst N]

PAGES holds ID.html and ID.txt. Prints one line a page (F1, precision, recall, id), worst first,
then the mean F1 over pages, and precision, recall and their F1 as that benchmark averages them.
"""

import argparse
import collections
import json
import pathlib
import re
import statistics
import subprocess


def shingles(text, n=4):
    words = re.findall(r"\w+", text or "")
    count = max(1, len(words) - n + 1) if words else 0
    return collections.Counter(tuple(words[i : i + n]) for i in range(count))


def compare(gold, found):
    true, guess = shingles(gold), shingles(found)
    both = sum((true & guess).values())
    extra = sum(guess.values()) - both
    missing = sum(true.values()) - both
    precision = both / (both + extra) if both + extra else None
    recall = both / (both + missing) if both + missing else None
    f1 = 2 * both / (2 * both + extra + missing) if both + extra + missing else 1.0
    return f1, precision, recall


def read(reader, pages):
    done = subprocess.run([reader, *map(str, pages)], check=True, capture_output=True, text=True)
    articles = (json.loads(line) for line in done.stdout.splitlines())
    return {pathlib.Path(article["id"]).stem: article["text"] for article in articles}


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("pages", type=pathlib.Path)
    parser.add_argument("--reader", default="build/tests/readers/read_articles")
    parser.add_argument("--half", choices=["even", "odd"])
    parser.add_argument("--worst", type=int, default=0)
    options = parser.parse_args()

    pages = sorted(options.pages.glob("*.html"))
    if options.half:
        pages = pages[options.half == "odd" :: 2]
    found = read(options.reader, pages)
    rows = []
    for page in pages:
        gold = page.with_suffix(".txt").read_text(encoding="utf-8")
        rows.append((*compare(gold, found.get(page.stem, "")), page.stem))

    def show(value):
        return "  -  " if value is None else f"{value:.3f}"

    for f1, precision, recall, name in sorted(rows)[: options.worst or None]:
        print(f"{f1:.3f} {show(precision)} {show(recall)} {name}")
    precision = statistics.mean(row[1] for row in rows if row[1] is not None)
    recall = statistics.mean(row[2] for row in rows if row[2] is not None)
    print(f"pages {len(rows)}, refused {sum(page.stem not in found for page in pages)}")
    print(f"mean F1 {statistics.mean(row[0] for row in rows):.4f}")
    print(
        f"benchmark's: precision {precision:.4f}, recall {recall:.4f}, "
        f"F1 {2 * precision * recall / (precision + recall):.4f}"
    )


if __name__ == "__main__":
    main()
