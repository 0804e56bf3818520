#!/usr/bin/env python3
"""Measures the ranking of `verbale search` beside plain Xapian on retrieval test collections.

    evaluate_ranking.py [--binary build/verbale] [COLLECTION...]

A COLLECTION is a folder with docs.jsonl (id, title, body), queries.tsv (id, tab, query) and
qrels.txt (TREC); without one, those of $VERBALE_SHARED/corpora/ir. Each is indexed three times:
by Verbale, which ranks articles, and as whole documents by Xapian with an English stemmer, which
ranks them by BM25 and by IneB2. Prints nDCG@10 (gain 2^relevance - 1) and MAP of each, and exits
with 1 when Verbale does not keep what docs/ranking.md promises. Needs python3-xapian.
"""

import argparse
import collections
import json
import math
import os
import pathlib
import subprocess
import sys
import tempfile

import xapian

CUTOFF = 1000
RANKED = 10
LEAST_GAIN_OVER_BM25 = 1.03


def read_queries(folder):
    lines = (folder / "queries.tsv").read_text(encoding="utf-8").splitlines()
    return [line.split("\t", 1) for line in lines if line]


def read_judgements(folder):
    relevant = collections.defaultdict(dict)
    for line in (folder / "qrels.txt").read_text(encoding="utf-8").splitlines():
        query, _, document, grade = line.split()
        relevant[query][document] = int(grade)
    return relevant


def discounted(grades):
    return sum((2 ** grade - 1) / math.log2(rank + 2) for rank, grade in enumerate(grades))


def ndcg(ranking, grades):
    ideal = discounted(sorted(grades.values(), reverse=True)[:RANKED])
    found = discounted([grades.get(document, 0) for document in ranking[:RANKED]])
    return found / ideal if ideal else None


def average_precision(ranking, grades):
    relevant = sum(grade > 0 for grade in grades.values())
    found, total = 0, 0.0
    for rank, document in enumerate(ranking):
        if grades.get(document, 0) > 0:
            found += 1
            total += found / (rank + 1)
    return total / relevant if relevant else None


def mean(values):
    values = [value for value in values if value is not None]
    return sum(values) / len(values)


def verbale_run(binary, folder, work):
    index = work / "index"
    subprocess.run([binary, "rebuild", "--index", index, folder / "docs.jsonl"], check=False,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    answer = subprocess.run(
        [binary, "search", "--index", index, "--match", "any", "--plain", "--collapse", "article",
         "--format", "trec", "--limit", str(CUTOFF), "--queries", folder / "queries.tsv"],
        check=True, stdout=subprocess.PIPE, encoding="utf-8")
    run = collections.defaultdict(list)
    for line in answer.stdout.splitlines():
        query, _, document, _ = line.split(" ", 3)
        run[query].append(document)
    return run


def plain_database(folder, work):
    database = xapian.WritableDatabase(str(work / "plain"), xapian.DB_CREATE_OR_OVERWRITE)
    generator = xapian.TermGenerator()
    generator.set_stemmer(xapian.Stem("en"))
    with open(folder / "docs.jsonl", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            document = xapian.Document()
            document.set_data(record["id"])
            generator.set_document(document)
            generator.index_text(record.get("title", "") + "\n" + record.get("body", ""))
            database.add_document(document)
    return database


def plain_run(database, scheme, queries):
    parser = xapian.QueryParser()
    parser.set_stemmer(xapian.Stem("en"))
    parser.set_stemming_strategy(parser.STEM_ALL_Z)
    parser.set_default_op(xapian.Query.OP_OR)
    run = {}
    for query_id, text in queries:
        enquire = xapian.Enquire(database)
        enquire.set_weighting_scheme(scheme)
        enquire.set_query(parser.parse_query(text, 0))
        run[query_id] = [match.document.get_data().decode() for match in enquire.get_mset(0, CUTOFF)]
    return run


def evaluate(binary, folder, work):
    queries, relevant = read_queries(folder), read_judgements(folder)
    database = plain_database(folder, work)
    runs = {
        "Xapian BM25": plain_run(database, xapian.BM25Weight(), queries),
        "Xapian IneB2": plain_run(database, xapian.IneB2Weight(), queries),
        "Verbale": verbale_run(binary, folder, work),
    }
    scores = {}
    for name, run in runs.items():
        rankings = [(run.get(query, []), relevant[query]) for query, _ in queries]
        scores[name] = (mean(ndcg(*pair) for pair in rankings),
                        mean(average_precision(*pair) for pair in rankings))
    return scores


def shared_collections():
    shared = os.environ.get("VERBALE_SHARED")
    if not shared:
        sys.exit("name a collection, or set VERBALE_SHARED")
    return sorted(path.parent for path in pathlib.Path(shared).glob("corpora/ir/*/qrels.txt"))


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--binary", default="build/verbale")
    arguments.add_argument("collections", nargs="*", type=pathlib.Path, metavar="COLLECTION")
    options = arguments.parse_args()
    folders = options.collections or shared_collections()

    means, kept = collections.defaultdict(list), True
    print(f"{'collection':12} {'ranking':14} nDCG@10     MAP")
    for folder in folders:
        with tempfile.TemporaryDirectory() as work:
            scores = evaluate(options.binary, folder, pathlib.Path(work))
        for name, (gain, precision) in scores.items():
            means[name].append(gain)
            print(f"{folder.name:12} {name:14}  {gain:.4f}  {precision:.4f}")
        kept &= scores["Verbale"][0] >= scores["Xapian BM25"][0]
    total = {name: mean(gains) for name, gains in means.items()}
    for name, gain in total.items():
        print(f"{'mean':12} {name:14}  {gain:.4f}")
    kept &= total["Verbale"] >= LEAST_GAIN_OVER_BM25 * total["Xapian BM25"]
    kept &= total["Verbale"] >= total["Xapian IneB2"]
    print("kept" if kept else "NOT kept: docs/ranking.md promises more")
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main())
