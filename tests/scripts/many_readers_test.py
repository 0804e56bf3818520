#!/usr/bin/env python3
"""many_readers_test.py VERBALE: eight processes search while others rebuild and update the index.

Every article of one version holds that version's mark. A rebuild replaces all articles at once, so
an answer that holds two marks while nothing but rebuilds happen has mixed two generations. While
`index` updates in place, answers may hold both; none may fail. Prints the latencies.
"""

import json
import pathlib
import subprocess
import sys
import tempfile
import threading
import time

READERS = 8
ARTICLES = 300
ROUNDS = 4
MARKS = ("crimson", "emerald")


def write_articles(path, mark):
    with open(path, "w", encoding="utf-8") as out:
        for number in range(ARTICLES):
            text = f"\"The {mark} treaty stands,\" said Ana Torvik of day {number}.\n\nThe {mark} envoy left."
            out.write(json.dumps({"id": f"a{number}", "text": text}) + "\n")


class Readers:
    """Processes that search, one after the other in each of eight threads, until stop()."""

    def __init__(self, verbale, index):
        self.command = [verbale, "search", "--index", index, "treaty OR envoy", "--format", "json",
                        "--limit", "50", "--facet", "speaker"]
        self.faults, self.latencies, self.marks, self.generations = [], [], [], set()
        self.going = True
        self.threads = [threading.Thread(target=self.read) for _ in range(READERS)]
        for thread in self.threads:
            thread.start()

    def read(self):
        while self.going:
            started = time.monotonic()
            ran = subprocess.run(self.command, capture_output=True, text=True, check=False)
            self.latencies.append(time.monotonic() - started)
            if ran.returncode != 0 or ran.stderr:
                self.faults.append(f"exit {ran.returncode}: {ran.stderr.strip()}")
                continue
            answer = json.loads(ran.stdout)
            texts = " ".join(hit["text"] for hit in answer["hits"])
            self.marks.append(tuple(mark for mark in MARKS if mark in texts))
            self.generations.add(answer["generation"])

    def stop(self):
        self.going = False
        for thread in self.threads:
            thread.join()

    def report(self, name):
        self.latencies.sort()
        at = lambda share: self.latencies[int(share * (len(self.latencies) - 1))] * 1000
        print(f"{name}: {len(self.latencies)} searches by {READERS} processes at a time, generations "
              f"{sorted(self.generations)}, p50 {at(.5):.0f} ms, p99 {at(.99):.0f} ms, with start-up")


def write_while_reading(verbale, folder, verb, faults):
    index = str(folder / "index")
    readers = Readers(verbale, index)
    try:
        for turn in range(ROUNDS):
            source = folder / f"{MARKS[(turn + 1) % 2]}.jsonl"
            ran = subprocess.run([verbale, verb, "--index", index, source], capture_output=True,
                                 text=True, check=False)
            if ran.returncode != 0:
                faults.append(f"{verb}: exit {ran.returncode}: {ran.stderr.strip()}")
    finally:
        readers.stop()
    readers.report(f"while {verb} writes")
    faults += readers.faults
    if verb == "rebuild" and any(len(marks) != 1 for marks in readers.marks):
        faults.append("an answer mixes two generations")
    if len(readers.latencies) < READERS:
        faults.append("nobody read while it was written")


def main():
    verbale = str(pathlib.Path(sys.argv[1]).resolve())
    faults = []
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        for mark in MARKS:
            write_articles(folder / f"{mark}.jsonl", mark)
        subprocess.run([verbale, "rebuild", "--index", str(folder / "index"),
                        folder / f"{MARKS[0]}.jsonl"], check=True, stdout=subprocess.DEVNULL)
        for verb in ("rebuild", "index"):
            write_while_reading(verbale, folder, verb, faults)
    for fault in faults[:10]:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
