#!/usr/bin/env python3
"""Counts what `verbale extract` found: statements by rule, with and without a speaker.

verbale extract articles.jsonl | scripts/count_statements.py
"""
import collections
import json
import sys


def main():
    found = collections.Counter()
    named = collections.Counter()
    described = 0
    for line in sys.stdin:
        for statement in json.loads(line)["quotes"]:
            found[statement["rule"]] += 1
            if statement["speaker"] is not None:
                named[statement["rule"]] += 1
                described += statement["speaker_id"].startswith("unnamed-")
    print(f"{'statements':<32}{found.total():>8}")
    print(f"{'with a speaker':<32}{named.total():>8}")
    print(f"{'named, not only described':<32}{named.total() - described:>8}")
    for rule, count in found.most_common():
        print(f"{rule:<32}{count:>8}{named[rule]:>8}")


if __name__ == "__main__":
    main()
