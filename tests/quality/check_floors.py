#!/usr/bin/env python3
"""Holds the scorer's figures, the calibration and the coverage against their recorded floors.

usage: check_floors.py SCORE.PY GOLD FOUND SCORE.JSON SPLIT
"""
import importlib.util
import json
import pathlib
import sys


def load_scorer(path):
    spec = importlib.util.spec_from_file_location("score", path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def judged(scorer, gold, found):
    """[(confidence, right)] of every quotation that is scored, and how many there are to find."""
    quotes = {line["id"]: line["quotes"] for line in found}
    rows, wanted = [], 0
    for article in gold:
        text = article["text"]
        units = scorer.gold_units(article)
        wanted += sum(u[3] == "gold" and u[4].get("speaker_resolved", True) for u in units)
        for quote in quotes.get(article["id"], []):
            if quote["kind"] != "quote":
                continue
            words = set(scorer.words_in(text, quote["start"], quote["end"]))
            for start, end, unit_words, label, attribution in units:
                if end <= quote["start"] or quote["end"] <= start or len(words & unit_words) < 3:
                    continue
                if label == "neg":
                    rows.append((quote["confidence"], False))
                elif label == "gold" and attribution.get("speaker_resolved", True):
                    rows.append((quote["confidence"], scorer.speaker_ok(attribution, quote)))
    return sorted(rows, reverse=True), wanted


def calibration(rows):
    """Prints the reliability table; returns the expected calibration error over ten bins."""
    print("confidence      quotations  mean confidence  right")
    error = 0
    for lower in range(9, -1, -1):
        part = [r for r in rows if lower <= min(r[0] * 10, 9.999) < lower + 1]
        if part:
            mean = sum(r[0] for r in part) / len(part)
            right = sum(r[1] for r in part) / len(part)
            error += len(part) / len(rows) * abs(mean - right)
            print(f"{lower / 10:.1f} to {lower / 10 + 0.1:.1f} {len(part):15d} {mean:16.3f} {right:6.3f}")
    print(f"expected calibration error {error:.4f}")
    return error


def recall_at_precision(rows, wanted, precision):
    right, best = 0, 0.0
    for i, (confidence, is_right) in enumerate(rows, 1):
        right += is_right
        last_of_its_confidence = i == len(rows) or rows[i][0] < confidence
        if last_of_its_confidence and right / i >= precision:
            best = max(best, right / wanted)
    print(f"recall at precision {precision:.2f}: {best:.3f}")
    return best


def main():
    scorer_path, gold_path, found_path, score_path, split = sys.argv[1:6]
    scorer = load_scorer(scorer_path)
    rows, wanted = judged(scorer, scorer.load(gold_path), scorer.load(found_path))
    score = json.loads(pathlib.Path(score_path).read_text())
    speaker, reported = score["speaker"], score["indirect_sentence"]
    figures = {
        "direct quotations, F1": score["direct"]["f1"],
        "speaker accuracy": speaker["all"]["accuracy_matched"],
        "end to end, F1": speaker["end_to_end_f1"],
        "reported sentences, precision": reported["precision"],
        "reported sentences, recall": reported["recall"],
        "reported sentences with a cue of speech, recall": reported["recall_speech_cue"],
        "calibration, 1 - expected error": 1 - calibration(rows),
        "recall at precision .95": recall_at_precision(rows, wanted, 0.95),
    }
    for kind in ("named", "pronoun", "nominal", "org"):
        figures[f"speaker accuracy, {kind}"] = speaker[kind]["accuracy_matched"]
    if split != "dev":
        return 0
    floors = json.loads((pathlib.Path(__file__).parent / "floors.json").read_text())
    fallen = [name for name, floor in floors.items() if figures[name] < floor]
    for name in fallen:
        print(f"quality: {name} is {figures[name]:.3f}, below its floor {floors[name]:.3f}")
    return 1 if fallen else 0


if __name__ == "__main__":
    sys.exit(main())
