#!/usr/bin/env python3
"""Holds the JSON of real answers to docs/search_answer.schema.json and to what that page promises.

    check_json.py --binary build/verbale --source REPOSITORY

Indexes the sample, asks it questions in every language and form, and checks of each answer that it
obeys the schema, that each hit's text is the article's text at its range, that highlights lie
inside the text, and that `jsonl` says the same as `json`.
"""

import argparse
import json
import os
import pathlib
import subprocess
import sys
import tempfile

import jsonschema

QUESTIONS = [
    ["strait"], ['"point of no return"'], ["grain", "--facet", "speaker", "--facet", "date:month"],
    ["峡"], ["пролив"], ["détroit OR Strait", "--limit", "50", "--facet", "country"],
    ["--country", "XA"], ["nothingofthekind"], ["kind:quote", "--limit", "200"],
    ["title:grain", "--context", "2"], ["speaker:none strait", "--explain"],
    ["UN & (grain NEAR/3 strait OR strai* OR \"a door\" OR (a ADJ/2 door)) -country:none",
     "--explain", "--match", "any", "--country", "Velmark", "--country", "XB", "--since", "2031"],
    ["levy", "--collapse", "article", "--sort", "-date"],
]


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--binary", required=True)
    parser.add_argument("--source", required=True, type=pathlib.Path)
    options = parser.parse_args()
    schema = json.loads((options.source / "docs/search_answer.schema.json").read_text())
    validator = jsonschema.Draft202012Validator(schema)
    sample = options.source / "tests/fixtures/sample"
    with tempfile.TemporaryDirectory(prefix="verbale-json-") as folder:
        environment = dict(os.environ, VERBALE_INDEX=os.path.join(folder, "index"))

        def verbale(*arguments):
            return subprocess.run([options.binary, *arguments], env=environment,
                                  capture_output=True, timeout=120, check=False)

        verbale("rebuild", "--schema", str(sample / "gazetteer"), str(sample / "wire.jsonl"),
                str(sample / "files"))
        texts, faults, hits = {}, [], 0

        def text_of(hit):
            article = hit["article"]["id"]
            if article not in texts:
                shown = verbale("show", hit["id"], "--format", "json").stdout
                texts[article] = json.loads(shown)["article"]["text"]
            return texts[article]

        for question in QUESTIONS:
            ran = verbale("search", *question, "--format", "json")
            answer = json.loads(ran.stdout)
            faults += [f"{question}: {error.json_path}: {error.message[:200]}"
                       for error in validator.iter_errors(answer)]
            lines = verbale("search", *question, "--format", "jsonl").stdout.splitlines()
            if [json.loads(line)["id"] for line in lines[:-1]] != [h["id"] for h in answer["hits"]]:
                faults.append(f"{question}: jsonl has other hits than json")
            for hit in answer["hits"]:
                hits += 1
                faults += [f"{question}: {hit['id']}: {fault}" for fault in wrong_with(hit, text_of(hit))]
    for fault in faults:
        print(fault)
    print(f"{len(QUESTIONS)} answers, {hits} hits, {len(faults)} faults")
    return 1 if faults or hits < 50 else 0


def wrong_with(hit, text):
    begin, end = hit["article"]["range"]
    if text[begin:end] != hit["text"]:
        yield "its text is not the article's at its range"
    previous = 0
    for begin, end in hit["highlights"]:
        if not previous <= begin < end <= len(hit["text"]):
            yield f"highlight {begin}-{end} is out of order or place"
        previous = end
    for attribution in hit["attributions"]:
        for name in ("range", "cue", "mention", "antecedent"):
            place = attribution[name]
            if place is not None and not 0 <= place[0] <= place[1] <= len(text):
                yield f"{name} {place} lies outside the article"
    names = {s["id"] for s in hit["speakers"]}
    if not {s for a in hit["attributions"] for s in a["speakers"]} <= names:
        yield "an attribution names a speaker that the hit does not"


if __name__ == "__main__":
    sys.exit(main())
