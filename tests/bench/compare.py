#!/usr/bin/env python3
"""Runs Verbale and the engines it is compared with in turn, on the same articles and queries.

Every figure is the median of --runs runs. CPU time is user + system time of the whole process,
memory its largest resident set. Ratios are Verbale's figure divided by the other's, so that
smaller is better; the targets beside them are those of docs/performance.md."""

import argparse
import gzip
import json
import math
import os
import pathlib
import random
import shutil
import statistics
import subprocess
import sys
import time

QUICK_BYTES = 3_000_000
FRESH_RUNS = 41
GROWTH_SHARES = (0.1, 0.5, 1.0)
ENGINES = ("verbale", "plain", "plain_article", "fts5")
KINDS = ("word", "or", "and", "phrase", "facets", "filter")

# name -> must, aim
TARGETS = {
    "pipeline CPU / plain indexing CPU": (1.2, 0.9),
    "--jobs 2 wall / --jobs 1 wall": (0.65, 0.55),
    "word p50 / plain": (1 / 3, 1 / 8),
    "or p50 / plain": (0.6, 1 / 3),
    "and p50 / plain": (0.6, 1 / 3),
    "phrase p50 / plain": (1.0, 1 / 1.3),
    "facets p50 / plain": (1 / 1.5, 1 / 3),
    "filter p50 / plain": (1 / 3, 1 / 10),
    **{f"{kind} p50 / fts5": (1.0, 0.2) for kind in KINDS},
    "fresh process / quest": (1.5, 1.0),
    "peak memory MB": (400, 200),
    "index bytes / text bytes": (7.0, 5.0),
    "growth exponent of CPU": (1.1, 1.03),
}


def measured(command, stdout=None):
    """Runs a command to its end; its wall and CPU seconds and peak memory."""
    start = time.monotonic()
    process = subprocess.Popen(command, stdout=stdout or subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode not in (0, 3):
        raise SystemExit(f"{' '.join(command)}: exit {process.returncode}")
    return {
        "wall_s": time.monotonic() - start,
        "cpu_s": usage.ru_utime + usage.ru_stime,
        "peak_mb": usage.ru_maxrss / 1024,
    }


def medians(runs):
    """Of a list of (nested) dictionaries of numbers, one with each number's median."""
    first = runs[0]
    if isinstance(first, dict):
        return {key: medians([run[key] for run in runs]) for key in first}
    return statistics.median(runs)


def bytes_under(path):
    path = pathlib.Path(path)
    if path.is_file():
        return path.stat().st_size
    return sum(file.stat().st_size for file in path.rglob("*") if file.is_file())


def lines_of(corpus):
    if corpus.endswith(".zst"):
        process = subprocess.Popen(["zstd", "-dcq", corpus], stdout=subprocess.PIPE)
        yield from process.stdout
        process.wait()
    else:
        with (gzip.open if corpus.endswith(".gz") else open)(corpus, "rb") as file:
            yield from file


def write_share(source, share, target):
    """A random, always the same, share of the lines; the bytes of their titles and texts."""
    chance = random.Random(6)
    text = 0
    with open(target, "wb") as out:
        for line in source:
            if share >= 1 or chance.random() < share:
                out.write(line)
                record = json.loads(line)
                words = record.get("text") or record.get("body") or record.get("content") or ""
                text += len((words + (record.get("title") or "")).encode())
    return text


class Bench:
    def __init__(self, options):
        self.options = options
        self.work = pathlib.Path(options.work)
        shutil.rmtree(self.work, ignore_errors=True)
        self.work.mkdir(parents=True)
        self.programs = pathlib.Path(options.build) / "tests" / "bench"
        self.verbale = str(pathlib.Path(options.build) / "verbale")
        self.maps = [word for pair in options.map for word in ("--map", pair)]
        self.articles = str(self.work / "articles.jsonl")
        self.dump = str(self.work / "passages.jsonl")
        self.queries = str(self.work / "queries.tsv")
        self.report = {}

    def program(self, name, *arguments):
        return [str(self.programs / name), *map(str, arguments)]

    def path(self, engine):
        return str(self.work / engine)

    def rebuild(self, articles, index, jobs):
        shutil.rmtree(index, ignore_errors=True)
        return measured([self.verbale, "rebuild", "--index", index, "--progress", "never",
                         "--format", "jsonl", "--jobs", str(jobs), *self.maps, articles])

    def prepare(self):
        total = sum(len(line) for line in lines_of(self.options.corpus))
        share = min(1.0, QUICK_BYTES / total) if self.options.quick else 1.0
        text = write_share(lines_of(self.options.corpus), share, self.articles)
        subprocess.run(self.program("dump_passages", self.dump, self.articles, *self.options.map),
                       check=True)
        with open(self.dump, "rb") as passages:
            count = sum(1 for _ in passages)
        count_queries = 50 if self.options.quick else 200
        subprocess.run(self.program("make_queries", self.dump, self.queries, self.options.seed,
                                    count_queries), check=True)
        self.report["corpus"] = {"file": os.path.basename(self.options.corpus),
                                 "text_bytes": text, "passages": count}

    def index_once(self):
        runs = {"verbale_jobs_2": self.rebuild(self.articles, self.path("jobs2"), 2),
                "verbale": self.rebuild(self.articles, self.path("verbale"), 1)}
        for unit in ("passage", "article"):
            engine = "plain" if unit == "passage" else "plain_article"
            runs[engine] = measured(
                self.program("plain_xapian", "index", self.dump, self.path(engine), unit))
        pathlib.Path(self.path("fts5")).unlink(missing_ok=True)
        runs["fts5"] = measured(
            self.program("sqlite_fts5", "index", self.dump, self.path("fts5")))
        for engine in ENGINES:
            runs[engine]["bytes"] = bytes_under(self.path(engine))
        return runs

    def query_once(self):
        drivers = {"verbale": ("verbale_queries",), "plain": ("plain_xapian", "query"),
                   "plain_article": ("plain_xapian", "query"), "fts5": ("sqlite_fts5", "query")}
        return {engine: json.loads(subprocess.run(
            self.program(*driver, self.path(engine), self.queries),
            check=True, capture_output=True).stdout) for engine, driver in drivers.items()}

    def fresh(self):
        with open(self.queries, encoding="utf-8") as file:
            words = next(line.split("\t")[1].split() for line in file if line.startswith("or\t"))
        query = " OR ".join(words)
        commands = {
            "verbale": [self.verbale, "search", "--index", self.path("verbale"), "--color", "always",
                        *query.split()],
            "quest": ["quest", "--db", self.path("plain"), "--msize", "10", "--stemmer", "english",
                      query],
        }
        walls = {name: [] for name in commands}
        for _ in range(FRESH_RUNS):
            for name, command in commands.items():
                walls[name].append(1000 * measured(command)["wall_s"])
        return {name: {"wall_ms": statistics.median(all_walls)}
                for name, all_walls in walls.items()}

    def growth(self):
        points = []
        for share in GROWTH_SHARES:
            part = self.articles if share == 1 else str(self.work / "part.jsonl")
            if share < 1:
                with open(self.articles, "rb") as source:
                    text = write_share(source, share, part)
            else:
                text = self.report["corpus"]["text_bytes"]
            runs = [self.rebuild(part, self.path("part"), 1) for _ in range(self.options.runs)]
            points.append({"text_bytes": text, **medians(runs)})
        return {"points": points, "cpu_exponent": fitted_exponent(
            [(point["text_bytes"], point["cpu_s"]) for point in points])}

    def run(self):
        self.prepare()
        runs = range(self.options.runs)
        self.report["indexing"] = medians([self.index_once() for _ in runs])
        self.report["queries"] = medians([self.query_once() for _ in runs])
        self.report["fresh"] = self.fresh()
        self.report["growth"] = self.growth()
        self.report["ratios"] = ratios(self.report)
        return self.report


def fitted_exponent(points):
    """The slope of a line through the logarithms."""
    xs = [math.log(x) for x, _ in points]
    ys = [math.log(y) for _, y in points]
    mean_x, mean_y = statistics.mean(xs), statistics.mean(ys)
    return (sum((x - mean_x) * (y - mean_y) for x, y in zip(xs, ys)) /
            sum((x - mean_x) ** 2 for x in xs))


def ratios(report):
    indexing, queries, fresh = report["indexing"], report["queries"], report["fresh"]
    verbale = indexing["verbale"]
    measured_ratios = {
        "pipeline CPU / plain indexing CPU": verbale["cpu_s"] / indexing["plain"]["cpu_s"],
        "--jobs 2 wall / --jobs 1 wall": indexing["verbale_jobs_2"]["wall_s"] / verbale["wall_s"],
        "fresh process / quest": fresh["verbale"]["wall_ms"] / fresh["quest"]["wall_ms"],
        "peak memory MB": max(verbale["peak_mb"], indexing["verbale_jobs_2"]["peak_mb"]),
        "index bytes / text bytes": verbale["bytes"] / report["corpus"]["text_bytes"],
        "growth exponent of CPU": report["growth"]["cpu_exponent"],
    }
    for other in ("plain", "fts5"):
        for kind in queries["verbale"]:
            measured_ratios[f"{kind} p50 / {other}"] = (queries["verbale"][kind]["p50_us"] /
                                                        queries[other][kind]["p50_us"])
    return {name: {"measured": measured_ratios[name], "must": must, "aim": aim,
                   "verdict": verdict(measured_ratios[name], must, aim)}
            for name, (must, aim) in TARGETS.items() if name in measured_ratios}


def verdict(figure, must, aim):
    return "aim" if figure <= aim else "must" if figure <= must else "MISSED"


def print_table(title, header, rows):
    widths = [max(len(str(row[i])) for row in [header, *rows]) for i in range(len(header))]
    print(f"\n{title}\n")
    print("| " + " | ".join(name.ljust(width) for name, width in zip(header, widths)) + " |")
    print("|" + "|".join("-" * (width + 2) for width in widths) + "|")
    for row in rows:
        print("| " + " | ".join(str(cell).ljust(width) for cell, width in zip(row, widths)) + " |")


def print_report(report):
    corpus = report["corpus"]
    print(f"{corpus['file']}: {corpus['text_bytes'] / 1e6:.1f} MB of text, "
          f"{corpus['passages']} passages")
    print_table(
        "Indexing", ["engine", "CPU s", "wall s", "peak MB", "size MB", "size / text"],
        [[engine, f"{run['cpu_s']:.1f}", f"{run['wall_s']:.1f}", f"{run['peak_mb']:.0f}",
          f"{run['bytes'] / 1e6:.1f}" if "bytes" in run else "",
          f"{run['bytes'] / corpus['text_bytes']:.2f}" if "bytes" in run else ""]
         for engine, run in report["indexing"].items()])
    print_table(
        "Ten highlighted hits, warm, p50 / p95 / p99 in microseconds (mean passages found)",
        ["engine", *KINDS],
        [[engine, *(f"{row['p50_us']:.0f} / {row['p95_us']:.0f} / {row['p99_us']:.0f}"
                    f" ({row['mean_total']:.0f})" if (row := kinds.get(kind)) else ""
                    for kind in KINDS)]
         for engine, kinds in report["queries"].items()])
    print_table("Fresh process to ten hits", ["program", "wall ms"],
                [[name, f"{run['wall_ms']:.2f}"] for name, run in report["fresh"].items()])
    print_table("Growth, --jobs 1", ["text MB", "CPU s", "wall s", "peak MB"],
                [[f"{point['text_bytes'] / 1e6:.1f}", f"{point['cpu_s']:.1f}",
                  f"{point['wall_s']:.1f}", f"{point['peak_mb']:.0f}"]
                 for point in report["growth"]["points"]])
    print_table("Against the targets", ["measure", "must", "aim", "measured", "reached"],
                [[name, f"{row['must']:.2f}", f"{row['aim']:.2f}", f"{row['measured']:.3f}",
                  row["verdict"]] for name, row in report["ratios"].items()])


def main():
    parser = argparse.ArgumentParser(prog="bench.sh", description=__doc__)
    parser.add_argument("corpus", help="JSON Lines of articles, plain, .gz or .zst")
    parser.add_argument("--build", default="build-bench", help=argparse.SUPPRESS)
    parser.add_argument("--quick", action="store_true", help="3 MB of the corpus, one run")
    parser.add_argument("--runs", type=int, help="of which medians are taken (3; --quick: 1)")
    parser.add_argument("--work", default="build-bench/bench", help="folder that is emptied first")
    parser.add_argument("--json", default="build-bench/bench.json", help="where the report goes")
    parser.add_argument("--map", action="append", default=[], metavar="FIELD=NAME",
                        help="as verbale's: published=year for records with a year only")
    parser.add_argument("--seed", type=int, default=6, help="of the queries")
    options = parser.parse_args()
    options.runs = options.runs or (1 if options.quick else 3)
    report = Bench(options).run()
    pathlib.Path(options.json).write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")
    print_report(report)
    print(f"\nwritten to {options.json}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
