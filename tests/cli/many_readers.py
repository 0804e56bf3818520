#!/usr/bin/env python3
"""Eight processes search while one writer updates the live generation and rebuilds publish others.

    many_readers.py --binary build/verbale [--readers 8] [--rounds 4]

Each rebuild writes the same hundred articles with another round in their words. Every answer must
hold all hundred, of one round only, whatever is published meanwhile; no process may fail. Prints
the latencies of the queries as the readers saw them.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

ARTICLES = 100
QUERIES = 60
TIMEOUT_SECONDS = 300


def article(number, round_number):
    return {"id": f"article-{number}", "published": "2031-03-04",
            "text": f"\"The marker of round {round_number} is set,\" said Minister Ilse Maravenn "
                    f"of Velmark on Tuesday, in speech number {number}."}


def extra(number, version):
    return {"id": f"extra-{number}", "text": f"The clerk's note {number} has version {version}."}


def write_lines(path, records):
    path.write_text("".join(json.dumps(record) + "\n" for record in records))


def faults_of(lines, generations):
    """Reads one reader's answers; adds the round that each generation showed to `generations`."""
    faults, latencies, rounds = [], [], set()
    for line in lines:
        record = json.loads(line)
        if "summary" not in record:
            words = record["text"].split()
            rounds.add(words[words.index("round") + 1])
            continue
        summary = record["summary"]
        latencies.append(summary["took_ms"])
        if summary["total"] != ARTICLES:
            faults.append(f"{summary['total']} passages in generation {summary['generation']}")
        generations.setdefault(summary["generation"], set()).update(rounds)
        rounds = set()
    return faults, latencies


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--binary", required=True, type=pathlib.Path)
    parser.add_argument("--readers", type=int, default=8)
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    binary = options.binary.resolve()
    faults, latencies, generations = [], [], {}
    with tempfile.TemporaryDirectory(prefix="verbale-readers-") as name:
        folder = pathlib.Path(name)
        environment = dict(os.environ, VERBALE_INDEX=str(folder / "index"))
        queries = folder / "queries.tsv"
        queries.write_text("".join(f"{i}\tmarker round\n" for i in range(QUERIES)))

        def start(*arguments, out=subprocess.DEVNULL):
            return subprocess.Popen([binary, *arguments], env=environment, stdout=out,
                                    stderr=subprocess.PIPE)

        def finish(process, what):
            _, error = process.communicate(timeout=TIMEOUT_SECONDS)
            if process.returncode != 0:
                faults.append(f"{what} ended with {process.returncode}: {error.decode()[:300]}")

        def write(round_number):
            write_lines(folder / "articles.jsonl", [article(i, round_number) for i in range(ARTICLES)])
            write_lines(folder / "extra.jsonl", [extra(i, round_number) for i in range(40)])
            finish(start("rebuild", "--lock-timeout", "60", str(folder / "articles.jsonl")), "rebuild")
            finish(start("index", "--lock-timeout", "60", str(folder / "extra.jsonl")), "index")

        write(0)
        for round_number in range(1, options.rounds + 1):
            outputs = [open(folder / f"reader-{i}", "wb") for i in range(options.readers)]
            readers = [start("search", "--queries", str(queries), "--limit", str(ARTICLES),
                             "--format", "jsonl", out=output) for output in outputs]
            write(round_number)
            for reader, output in zip(readers, outputs):
                finish(reader, "a reader")
                output.close()
                found, took = faults_of(open(output.name, encoding="utf-8"), generations)
                faults += found
                latencies += took
    faults += [f"generation {number} answered of the rounds {sorted(rounds)}"
               for number, rounds in generations.items() if len(rounds) != 1]
    for fault in sorted(set(faults))[:20]:
        print(fault)
    latencies.sort()
    if latencies:
        print(f"{len(latencies)} answers of {len(generations)} generations by {options.readers} "
              f"readers at a time: p50 {latencies[len(latencies) // 2]:.1f} ms, "
              f"p99 {latencies[len(latencies) * 99 // 100]:.1f} ms; {len(faults)} faults")
    return 1 if faults or not latencies else 0


if __name__ == "__main__":
    sys.exit(main())
