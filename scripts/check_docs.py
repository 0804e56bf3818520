#!/usr/bin/env python3
"""Checks that what the documents point at is there: relative links, paths in backquotes that look
like files of this repository, the options of `verbale` commands in code blocks, the tests of
docs/pitfalls.md."""

import pathlib
import re
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
PATH = re.compile(r"`((?:docs|src|include|tests|scripts|index_schema)/[A-Za-z0-9_./-]+)`")
COMMAND = re.compile(r"^\$? ?(?:\S*/)?verbale ([a-z]+)\b(.*)$", re.MULTILINE)
TEST_NAME = re.compile(r"`([A-Z]\w+\.[A-Z]\w+|case\.\w+)`")
TEST = re.compile(r"\bTEST(?:_[FP])?\(\s*(\w+),\s*(\w+)\s*\)")
OPTION = re.compile(r"(?<![\w'\"-])(--[a-z][a-z-]*)")


def options_of(command, binary):
    ran = subprocess.run([binary, command, "--help"], capture_output=True, text=True, check=False)
    return set(re.findall(r"--[a-z][a-z-]*", ran.stdout)) if ran.returncode == 0 else None


def tests():
    found = {f"case.{case.stem}" for case in (ROOT / "tests/cli/cases").glob("*.case")}
    for source in (ROOT / "tests").rglob("*_test.cpp"):
        for suite, test in TEST.findall(source.read_text(encoding="utf-8")):
            found.add(f"{suite}.{test}")
    return found


def main():
    binary = ROOT / "build" / "verbale"
    faults = []
    for page in [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]:
        text = page.read_text(encoding="utf-8")
        name = page.relative_to(ROOT)
        for target in LINK.findall(text):
            if not (page.parent / target).exists():
                faults.append(f"{name}: nothing at {target}")
        for target in PATH.findall(text):
            if not (ROOT / target.rstrip("/.")).exists() and "*" not in target:
                faults.append(f"{name}: no file {target}")
        for command, rest in COMMAND.findall(text) if binary.exists() else []:
            known = options_of(command, binary)
            if known is None:
                faults.append(f"{name}: no command {command}")
                continue
            for option in OPTION.findall(rest.split("|")[0].split("#")[0]):
                if option not in known:
                    faults.append(f"{name}: {command} has no option {option}")
    for test in sorted(set(TEST_NAME.findall((ROOT / "docs/pitfalls.md").read_text())) - tests()):
        faults.append(f"docs/pitfalls.md: no test {test}")
    for fault in sorted(set(faults)):
        print(fault)
    print(f"documents: {len(set(faults))} faults")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
