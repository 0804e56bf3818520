#!/usr/bin/env python3
"""Chooses the constants of the ranking on some queries and scores them on others.

    cross_validate_ranking.py [--binary build/verbale] [--folds 5] [COLLECTION...]

A COLLECTION is what evaluate_ranking.py takes. Each is indexed by Verbale; the scores of `verbale
search --match any --plain --collapse article` are computed again here from the index's terms, with
any constants and without rebuilding, and unquantised where asked for. Prints, for each constant,
nDCG@10 over its values with the others as shipped (a flat optimum is worth more than a high one),
then what is lost by quantising impacts, then choices on one collection scored on the other and on
folds of queries scored on the rest. Needs python3-xapian.
"""

import argparse
import collections
import itertools
import math
import pathlib
import re
import subprocess
import sys
import tempfile

import xapian

import evaluate_ranking

# As shipped: src/index/impact.h, src/search/term_weight.h.
SHIPPED = {"passage words": 100, "article words": 300, "title": 0.9,
           "name": 0.3, "article": 0.7, "occurrences": 1.5, "steps": True}
VALUES = {"passage words": (50, 75, 100, 150, 200), "article words": (150, 200, 300, 400),
          "title": (0.6, 0.9, 1.2), "name": (0, 0.3, 0.6), "article": (0, 0.4, 0.7, 1),
          "occurrences": (1, 1.5, 2)}
CHOSEN = ("passage words", "article words", "title", "article")
MOST_IMPACT = 127
SLOT_ARTICLE = 20

Word = collections.namedtuple("Word", "times text title name")


def frequency_of(impact, words, average):
    """How often a term was there, from its impact: the inverse of term_impact()."""
    share = min(impact, MOST_IMPACT - 0.5) / MOST_IMPACT
    return max(1, round(share / (1 - share) / math.log2(1 + average / max(1, words))))


def rarity(passages, all_passages, occurrences):
    count = max(passages, 1)
    expected = all_passages * (1 - math.exp(-occurrences * count / all_passages))
    return max(math.log2((all_passages + 1) / (expected + 0.5)), 0.01) * (count + 1) / count


class Collection:
    """The postings of one collection's index, and its queries."""

    def __init__(self, folder, binary, work):
        self.name = folder.name
        self.memory = {}
        subprocess.run([binary, "rebuild", "--index", work, folder / "docs.jsonl"], check=False,
                       stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        generation = max((path for path in (work / "generations").iterdir() if path.is_dir()),
                         key=lambda path: path.name)
        self.database = xapian.Database(str(generation / "shard-0"))
        self.passages = self.database.get_doccount()
        self.articles = self.database.get_termfreq("W")
        self.article_of = {item.docid: item.value[:8]
                           for item in self.database.valuestream(SLOT_ARTICLE)}
        self.article_words = {item.value[:8]: 2 ** (item.value[8] / 4)
                              for item in self.database.valuestream(SLOT_ARTICLE)}
        self.ids = {self.article_of[posting.docid]: term.term[2:].decode()
                    for term in self.database.allterms("I:")
                    for posting in self.database.postlist(term.term)}
        self.words = self.lengths()
        self.languages = [""] + [term.term[2:].decode() for term in self.database.allterms("L:")]
        self.judgements = evaluate_ranking.read_judgements(folder)
        self.queries = [(query, self.parsed(text))
                        for query, text in evaluate_ranking.read_queries(folder)]

    def lengths(self):
        words = collections.Counter()
        for term in self.database.allterms():
            if not term.term[:1].isupper():
                for posting in self.database.postlist(term.term):
                    words[posting.docid] += sum(1 for _ in posting.positer)
        return words

    def parsed(self, text):
        counted = collections.Counter(
            word.replace(".", "") if re.fullmatch(r"(?:[a-z]\.)+[a-z]", word) else word
            for word in re.findall(r"[a-z0-9]+(?:[.'][a-z0-9]+)*", text.lower()))
        return [Word(times, self.stems("Z", word), self.stems("ZT", word),
                     self.postings("N" + word)) for word, times in counted.items()]

    def stems(self, prefix, word):
        found = []
        for language in self.languages:
            stem = xapian.Stem(language)(word).decode() if language == "en" else word
            found += self.postings(f"{prefix}{language}:{stem}")
        return found

    def postings(self, term):
        return [(posting.docid, posting.wdf) for posting in self.database.postlist(term)]

    def ranking(self, number, constants):
        """The ids of the ten best articles for the query of this number."""
        whole = self.of_articles(number, constants)
        total = {}
        for article, text, title, name in self.of_passages(number, constants):
            score = (text + constants["title"] * title + constants["name"] * name +
                     constants["article"] * whole[article])
            total[article] = max(total.get(article, 0), score)
        top = sorted(total, key=lambda article: (-round(total[article], 5), article))
        return [self.ids[article] for article in top[:evaluate_ranking.RANKED]]

    def remembered(self, constants, names, number, make):
        """What `make` gives for these constants, kept until one of them changes."""
        key = tuple(constants[name] for name in names)
        if self.memory.get(names, (None,))[0] != key:
            self.memory[names] = (key, {})
        known = self.memory[names][1]
        if number not in known:
            known[number] = make(self.queries[number][1], constants)
        return known[number]

    def of_passages(self, number, constants):
        return self.remembered(constants, ("passage words", "occurrences", "steps"), number,
                               self.score_passages)

    def of_articles(self, number, constants):
        return self.remembered(constants, ("passage words", "occurrences", "steps", "article words"),
                               number, self.score_articles)

    def score_passages(self, words, constants):
        """Of each passage that has a word in its text: its article, and the scores of its places."""
        text, title, name = collections.Counter(), collections.Counter(), collections.Counter()
        for word in words:
            count = len(word.text) or len(word.title)
            weight = rarity(count, self.passages, constants["occurrences"]) * word.times
            for passage, impact in word.text:
                text[passage] += weight * self.text_share(passage, impact, constants)
            for place, postings in ((title, word.title), (name, word.name)):
                for passage, impact in postings:
                    place[passage] += weight * impact / MOST_IMPACT
        return [(self.article_of[passage], score, title[passage], name[passage])
                for passage, score in text.items()]

    def score_articles(self, words, constants):
        scores = collections.Counter()
        for word in words:
            gathered = collections.Counter(
                {self.article_of[passage]: 1 for passage, _ in word.title})
            for passage, impact in word.text:
                share = min(self.text_share(passage, impact, constants), 1 - 0.5 / MOST_IMPACT)
                gathered[self.article_of[passage]] += share / (1 - share)
            count = max(len(word.text), len(word.title))
            articles = self.articles * (1 - math.exp(-count / self.articles))
            weight = rarity(articles, self.articles, constants["occurrences"]) * word.times
            for article, frequency in gathered.items():
                frequency *= math.log2(1 + constants["article words"] / self.article_words[article])
                scores[article] += weight * frequency / (1 + frequency)
        return scores

    def text_share(self, passage, impact, constants):
        words = self.words[passage]
        share = impact / MOST_IMPACT
        if constants["passage words"] != SHIPPED["passage words"] or not constants["steps"]:
            count = frequency_of(impact, words, SHIPPED["passage words"])
            frequency = count * math.log2(1 + constants["passage words"] / max(1, words))
            share = frequency / (1 + frequency)
            if constants["steps"]:
                share = min(max(round(MOST_IMPACT * share), 1), MOST_IMPACT) / MOST_IMPACT
        return share

    def gains(self, constants):
        """nDCG@10 of each query that has a judgement."""
        gains = [evaluate_ranking.ndcg(self.ranking(number, constants), self.judgements[query])
                 for number, (query, _) in enumerate(self.queries)]
        return [gain for gain in gains if gain is not None]


def print_neighbours(collections_):
    print("constant             value  " + "  ".join(f"{c.name:>10}" for c in collections_) + "    mean")
    for name, values in VALUES.items():
        for value in values:
            means = [evaluate_ranking.mean(c.gains({**SHIPPED, name: value})) for c in collections_]
            shipped = "*" if value == SHIPPED[name] else " "
            print(f"{name:18} {value:7}{shipped} " + "  ".join(f"{mean:10.4f}" for mean in means) +
                  f"  {evaluate_ranking.mean(means):.4f}")
    for label, steps in (("quantised", True), ("not quantised", False)):
        means = [evaluate_ranking.mean(c.gains({**SHIPPED, "steps": steps})) for c in collections_]
        print(f"{label:18} {'':8} " + "  ".join(f"{mean:10.4f}" for mean in means) +
              f"  {evaluate_ranking.mean(means):.4f}")


def best_on(gains, chosen_on):
    """The constants whose mean over `chosen_on`, pairs of collection and queries, is greatest."""
    def score(constants):
        return evaluate_ranking.mean(
            evaluate_ranking.mean(gains[constants][name][i] for i in queries)
            for name, queries in chosen_on)
    return max(gains, key=score)


def print_choices(collections_, folds):
    grid = list(itertools.product(*(VALUES[name] for name in CHOSEN)))
    gains = {values: {c.name: c.gains({**SHIPPED, **dict(zip(CHOSEN, values))})
                      for c in collections_} for values in grid}
    shipped = tuple(SHIPPED[name] for name in CHOSEN)
    counts = {c.name: len(gains[shipped][c.name]) for c in collections_}
    print("\nchosen on            scored on    " + ", ".join(CHOSEN) + "    nDCG@10  as shipped")
    for there, here in itertools.permutations(counts, 2):
        choice = best_on(gains, [(there, range(counts[there]))])
        print(f"{there:20} {here:12} {choice!s:30} {evaluate_ranking.mean(gains[choice][here]):.4f}"
              f"  {evaluate_ranking.mean(gains[shipped][here]):.4f}")
    held_out, as_shipped = collections.defaultdict(list), collections.defaultdict(list)
    for fold in range(folds):
        rest = [(name, [i for i in range(count) if i % folds != fold])
                for name, count in counts.items()]
        choice = best_on(gains, rest)
        for name, count in counts.items():
            held_out[name] += [gains[choice][name][i] for i in range(fold, count, folds)]
            as_shipped[name] += [gains[shipped][name][i] for i in range(fold, count, folds)]
    for name in counts:
        print(f"{f'{folds} folds, the rest':20} {name:12} {'':30} "
              f"{evaluate_ranking.mean(held_out[name]):.4f}"
              f"  {evaluate_ranking.mean(as_shipped[name]):.4f}")


def main():
    arguments = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    arguments.add_argument("--binary", default="build/verbale")
    arguments.add_argument("--folds", type=int, default=5)
    arguments.add_argument("collections", nargs="*", type=pathlib.Path, metavar="COLLECTION")
    options = arguments.parse_args()
    with tempfile.TemporaryDirectory() as work:
        read = [Collection(folder, options.binary, pathlib.Path(work) / folder.name)
                for folder in options.collections or evaluate_ranking.shared_collections()]
        print_neighbours(read)
        print_choices(read, options.folds)


if __name__ == "__main__":
    sys.exit(main())
