"""The YAML test suite, and files made to use up time or memory: the right value, or errors with a place."""

import json
import os
import re
import resource
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from generator.briefs.yaml_text import Mapping, Node, Scalar, parse_yaml
from generator.errors import ContentErrors

CASES = json.loads((Path(__file__).parent / "data" / "yaml_test_suite.json").read_text("utf-8"))
# What the parser (libyaml) lets pass that YAML 1.2 does not; nobody is harmed by it.
LENIENT = {
    "9C9N": "a list in brackets goes on at the margin",
    "9JBA": "a comment right behind a bracket",
    "CVW2": "a comment right behind a comma",
    "DK95-01": "a tab at the margin of a text in quotes",
    "G5U8": "[-, -]",
    "MUS6": "%YAML 1.1#...",
    "QB6E": "a text in quotes goes on at the margin",
    "S98Z": "blank lines of growing width in a block text",
    "SU5Z": "a comment right behind a text in quotes",
    "X4QW": "a comment right behind the sign of a block text",
    "Y79Y-03": "a tab within brackets",
    "YJV2": "[-]",
}
# What it reads otherwise, as YAML 1.1 has it.
OTHERWISE = {
    "652Z": "{ ?a: b }",
    "HM87-01": "[?x]",
    "JEF9-02": "|+ and blanks alone",
    "L24T-01": "| and blanks last",
}
# \\n in the suite's events
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "b": "\b", "\\": "\\"}


@pytest.mark.parametrize("case", CASES, ids=[case["id"] for case in CASES])
def test_a_document_gives_its_value_or_errors_with_a_place(case: dict[str, Any]) -> None:
    try:
        document = parse_yaml(case["yaml"], "x.yml")
    except ContentErrors as raised:
        assert all(error.line and error.column for error in raised.errors)
        return
    if document.problems:
        assert all(error.line and error.column for error in document.problems)
        return
    if case["id"] in LENIENT | OTHERWISE:
        return
    assert case["tree"] is not None, "this is no YAML"
    assert as_read(document.root) == value(iter(case["tree"].splitlines()))


def as_read(node: Node) -> object:
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: as_read(one) for key, one in node.values.items()}
    return [as_read(item) for item in node.items]


def value(lines: Iterator[str]) -> object:
    """Return the value of the next node of the suite's tree of events, each scalar as its text."""
    for line in lines:
        event = line.strip("\n").lstrip(" ")
        if event.startswith("=VAL"):
            text = event.removeprefix("=VAL ")[1:]
            return _ESCAPE.sub(lambda match: _ESCAPES[match[1]], text)
        if event.startswith("+SEQ"):
            return list(until_end(lines))
        if event.startswith("+MAP"):
            parts = list(until_end(lines))
            return dict(zip(parts[::2], parts[1::2], strict=True))
        if event.startswith("-") and event[1:] in {"SEQ", "MAP"}:
            return END
    raise AssertionError("the tree of events is not complete")


def until_end(lines: Iterator[str]) -> Iterator[Any]:
    while (node := value(lines)) is not END:
        yield node


END = object()


TORTURE = "TORTURE" in os.environ
# How many times the least size that would hurt a reader without bounds; with `make torture` about the cap of 5 MB.
MANY = 100 if TORTURE else 10


def bombs() -> dict[str, str]:
    laughs = ["a0: &a0 [lol, lol, lol, lol, lol, lol, lol, lol, lol]"]
    laughs += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 60)]
    merged = "".join(f"b{n}: {{<<: [{', '.join(['*a'] * 50)}]}}\n" for n in range(500))
    number = "9" * 10_000 * MANY
    return {
        "billion laughs": "\n".join(laughs),
        "merged laughs": "a: &a {x: 1}\n" + merged,
        "an alias of itself": "&a [*a, *a]",
        "deep brackets": "[" * 20_000 * MANY,
        "deep braces": "{a: " * 10_000 * MANY,
        "deep dashes": "- " * 20_000 * MANY,
        "deep questions": "? " * 20_000 * MANY,
        "deep by lines": "".join(f"{' ' * n}a:\n" for n in range(2_000)),
        "a key without end": "a" * 49_000 * MANY,
        "a text without end": "title: " + "x" * 49_000 * MANY,
        "quotes without end": "title: " + '"' * 49_000 * MANY,
        "folded without end": "title: >\n" + "  x\n\n" * 9_000 * MANY,
        "a comment without end": "#" * 49_000 * MANY,
        "many keys": "".join(f"k{n}: v\n" for n in range(2_500 * MANY)),
        "one key many times": "a: b\n" * 2_500 * MANY,
        "many items": "key_facts:\n" + "  - x\n" * 2_500 * MANY,
        "many items alike": "key_facts:\n" + "  - {id: a, text: x, evidence: {a: x}}\n" * 1_000 * MANY,
        "many documents": "---\n" * 9_000 * MANY,
        "many tags": "- !x y\n" * 2_500 * MANY,
        "a number without end": f"articles: {{a: {{file: x}}}}\ntitle: t\nfigures: [{{value: {number}}}]",
        "over the cap": "title: x\n" + "# more\n" * 900_000,
    }


# What a file of at most 5 MB may take, however it is made: for a machine under load, not a measure of speed.
SECONDS, MEMORY = 60, 3_000_000_000


@pytest.mark.parametrize("bomb", bombs())
def test_a_file_made_to_use_up_the_machine_is_refused_or_read_within_bounds(bomb: str, tmp_path: Path) -> None:
    path = tmp_path / "x.yml"
    path.write_text(bombs()[bomb], "utf-8")
    program = (
        "import sys; from pathlib import Path; from generator.briefs.read import brief_in_part\n"
        "print(len(brief_in_part(Path(sys.argv[1]), 'x.yml').errors))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program, str(path)],
        capture_output=True,
        text=True,
        check=False,
        preexec_fn=limit,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    assert int(done.stdout) > 0


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
