#!/usr/bin/env python3
"""Runs case files: what a user types at a shell, and what the program answers.

    run_cases.py --binary build/verbale [--update] CASE...

A case file is a comment, the files that its session starts with, and the session:

    # Facets count every hit, not only the hits on the page.
    --- file articles.jsonl
    {"id":"a","text":"..."}
    --- session
    $ verbale index articles.jsonl
    1 article added
    $ verbale search nothing
    ! verbale: no passage matches
    [exit 1]

Each `$` line is one command of sh, run in an empty folder with `verbale` on the PATH, the index in
./index, the day set to 2031-06-15 and, where a command names it, the sample corpus in ./sample.
Standard error follows standard output, a `! ` before each line; an exit code other than 0 ends it.
With --update the answers are rewritten to what came.
"""

import argparse
import difflib
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

SAMPLE = pathlib.Path(__file__).resolve().parent.parent / "fixtures" / "sample"
TIMEOUT_SECONDS = 120


def parse(text):
    """-> (lines before the session, {file: content}, [command])"""
    head, files, commands, current = [], {}, [], None
    for line in text.splitlines(keepends=True):
        if current != "session":
            head.append(line)
        if line.startswith("--- file "):
            current = line[len("--- file "):].strip()
            files[current] = ""
        elif line.strip() == "--- session":
            current = "session"
        elif current == "session":
            if line.startswith("$ "):
                commands.append(line[2:].rstrip("\n"))
        elif current is not None:
            files[current] += line
    return "".join(head), files, commands


def answer(command, folder, environment):
    ran = subprocess.run(["sh", "-c", command], cwd=folder, env=environment, capture_output=True,
                         stdin=subprocess.DEVNULL, timeout=TIMEOUT_SECONDS)
    out = ran.stdout.decode("utf-8", "backslashreplace")
    lines = out.splitlines(keepends=True)
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    lines += ["! " + line + "\n" for line in ran.stderr.decode("utf-8", "backslashreplace").splitlines()]
    if ran.returncode != 0:
        lines.append("[exit %d]\n" % ran.returncode)
    return "".join(lines)


def session(files, commands, binary):
    with tempfile.TemporaryDirectory(prefix="verbale-case-") as folder:
        for name, content in files.items():
            path = pathlib.Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode("utf-8"))
        if any("sample/" in command for command in commands):
            shutil.copytree(SAMPLE, pathlib.Path(folder, "sample"))
        environment = {
            "PATH": str(binary.parent) + os.pathsep + os.environ.get("PATH", "/usr/bin:/bin"),
            "HOME": folder, "LC_ALL": "C.UTF-8", "VERBALE_INDEX": "index",
            "VERBALE_TODAY": "2031-06-15",
            "ASAN_OPTIONS": os.environ.get("ASAN_OPTIONS", ""),
        }
        return "".join("$ %s\n%s" % (c, answer(c, folder, environment)) for c in commands)


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("--binary", required=True, type=pathlib.Path)
    parser.add_argument("--update", action="store_true")
    parser.add_argument("cases", nargs="+", type=pathlib.Path)
    options = parser.parse_args()
    failed = 0
    for case in options.cases:
        text = case.read_text(encoding="utf-8")
        head, files, commands = parse(text)
        came = head + session(files, commands, options.binary.resolve())
        if came == text:
            continue
        if options.update:
            case.write_text(came, encoding="utf-8")
            print("updated", case)
            continue
        failed += 1
        sys.stdout.writelines(difflib.unified_diff(
            text.splitlines(keepends=True), came.splitlines(keepends=True), str(case), "what came"))
    if failed:
        print("%d of %d case files differ" % (failed, len(options.cases)))
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
