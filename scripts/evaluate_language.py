#!/usr/bin/env python3
"""Measures the language that is found in articles against the one that their records give.

usage: evaluate_language.py [--reader build/tests/readers/read_articles] [--wrong N] CORPUS...

CORPUS is JSON Lines with `id, body, language`; a name ending in .zst goes through zstd. Without one:
the corpora of $VERBALE_SHARED that have a language. What is read is the body alone, so that nothing
else can tell. Prints for each corpus the share of articles with the right language, and of each
language; with --wrong, the first N articles that got another one.
"""

import argparse
import collections
import json
import os
import pathlib
import subprocess
import sys
import tempfile

CORPORA = ["reuters.jsonl.zst", "ungdc.jsonl.zst", "multi-sample.jsonl.zst"]


def records(path):
    unpacked = ["zstd", "-dc", path] if str(path).endswith(".zst") else ["cat", path]
    with subprocess.Popen(unpacked, stdout=subprocess.PIPE) as process:
        for line in process.stdout:
            yield json.loads(line)


def found_languages(reader, path):
    done = subprocess.Popen([reader, path], stdout=subprocess.PIPE)
    with done:
        for line in done.stdout:
            article = json.loads(line)
            yield article["id"], article["language"], article["text"]
    if done.returncode:
        sys.exit(f"{reader} failed")


def evaluate(reader, corpus, wrong_shown):
    true, right, other = {}, collections.Counter(), collections.Counter()
    with tempfile.NamedTemporaryFile("w", suffix=".jsonl", encoding="utf-8") as feed:
        for number, record in enumerate(records(corpus)):
            if not record["body"].strip():
                continue
            true[str(number)] = record["language"]
            json.dump({"id": str(number), "text": record["body"]}, feed)
            feed.write("\n")
        feed.flush()
        total = collections.Counter(true.values())
        for identifier, language, text in found_languages(reader, feed.name):
            if language == true[identifier]:
                right[language] += 1
                continue
            other[true[identifier], language or "unknown"] += 1
            if sum(other.values()) <= wrong_shown:
                print(f"  {true[identifier]} as {language or 'unknown'}: {text[:160]!r}")
    share = sum(right.values()) / len(true)
    print(f"{pathlib.Path(corpus).name}: {sum(right.values())} of {len(true)} right, {share:.4f}")
    for language, count in total.most_common():
        print(f"  {language} {right[language]} of {count}")
    for (language, found), count in other.most_common(5):
        print(f"  {language} taken for {found}: {count}")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("corpora", nargs="*", type=pathlib.Path)
    parser.add_argument("--reader", default="build/tests/readers/read_articles")
    parser.add_argument("--wrong", type=int, default=0)
    options = parser.parse_args()
    corpora = options.corpora
    if not corpora:
        if "VERBALE_SHARED" not in os.environ:
            print("VERBALE_SHARED is not set: nothing measured")
            return
        corpora = [pathlib.Path(os.environ["VERBALE_SHARED"]) / "corpora" / c for c in CORPORA]
    for corpus in corpora:
        evaluate(options.reader, corpus, options.wrong)


if __name__ == "__main__":
    main()
