"""A brief that people formatted with a heavy hand: after a run the diff holds the changed values alone."""

from difflib import ndiff
from pathlib import Path
from typing import Any

import pytest

from generator.briefs import write_briefs
from generator.briefs.read import parse_brief
from generator.model.brief import Brief

FERRY = Path("content/briefs/ferry.yml")
LAST = """
title: Ferry resumes
date: 2031-04
articles:
  harbour: {file: harbour.txt, outlet: Harbour Post, published: 2031-04-02}
  island: {file: island.txt, outlet: Island News}
shared_text:
  - articles: [harbour, island]
key_facts:
  - id: sailed
    text: The ferry sailed again.
    evidence: {harbour: The ferry sailed again., island: The ferry was back.}
  - id: cost
    text: Repairs cost 2.4 million kroner.
    according_to: the shipyard
    evidence: {harbour: "Repairs cost 2.4 million kroner, according to the yard: all of it."}
quotes:
  - {id: never, text: We never did, kind: direct, speaker: the owner, evidence: {harbour: We never did}}
timeline:
  - {id: aground, date: 2031-01, text: Aground., evidence: {harbour: It ran aground.}}
figures:
  - {id: repairs, measure: repairs, value: 2400000, as_written: 2.4 million, unit: NOK, evidence: {harbour: x}}
open_questions:
  - {id: who-pays, question: Who pays?, kind: asked, because: Nobody says., evidence: {harbour: Who pays?}}
"""
# Every style of scalar, flow and block, comments wherever YAML has them, blank lines, odd indents, any order.
FORMATTED = """\
# ─── Ferry ─── kept by the harbour desk
#     (ask Kari before you change the order)

open_questions:   # what the desk is still after
- question: >+
    Who
    pays?

  because: Nobody says.   # not even the insurer
  "id": who-pays
  'kind':   asked
  evidence: {   harbour:   'Who pays?'   }   # verbatim


"title" :   "Ferry \\u0072esumes"     # not “sails”
date:       2031-04                # month only

articles: # two papers
    # the harbour's own
    harbour:
        published: "2031-04-02"
        outlet: 'Harbour Post'     # no “The”

        file: harbour.txt
    island: { outlet: "Island News",   file: island.txt }

shared_text:
-   articles:
    - harbour

    - island    # later by a day

figures:
    -
        measure:    repairs
        unit: NOK   # ISO 4217
        value:      2400000
        as_written: 2.4 million
        id: repairs
        evidence:
            harbour: "x"
    # no more figures, please
quotes: [ {id: never, text: "We never did", kind: direct, speaker: the owner, evidence: {harbour: We never did}} ]

key_facts:

  # 1. the price
  - according_to: >-   # who counted
      the
      shipyard
    text: |-
      Repairs cost 2.4 million kroner.
    evidence:
      harbour:
        "Repairs cost 2.4 million \\
         kroner, according to the yard: all of it."
    id: cost

  # 2. the news
  - id:   sailed
    text: The ferry
      sailed
      again.
    evidence:
      harbour: >

        The ferry sailed
        again.
      island: 'The ferry was back.'
    # sic

timeline: [{id: aground, date: 2031-01, text: Aground., evidence: {harbour: It ran aground.}}]
# the end
...
"""


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    monkeypatch.chdir(tmp_path)


def brief(*changes: tuple[str, str]) -> Brief:
    text = LAST
    for old, new in changes:
        assert text.count(old) == 1, old
        text = text.replace(old, new)
    return parse_brief(text, "now").brief


def said(one: Brief) -> dict[str, Any]:
    """Return what a brief says, whatever the order of its facts."""
    return one.model_dump() | {"key_facts": sorted(one.model_dump()["key_facts"], key=lambda fact: str(fact["id"]))}


def diff_after(formatted: str, *changes: tuple[str, str]) -> list[str]:
    """Return the lines of the formatted file that a run with these changes removes (-) and adds (+)."""
    write_briefs(Path("content"), {"ferry": brief()})
    FERRY.write_bytes(formatted.encode())
    write_briefs(Path("content"), {"ferry": brief(*changes)})
    after = FERRY.read_bytes().decode()
    assert said(parse_brief(after, "after").brief) == said(brief(*changes))
    assert not write_briefs(Path("content"), {"ferry": brief(*changes)}).any()
    changed = [line.rstrip("\r") for line in ndiff(formatted.split("\n"), after.split("\n")) if line[0] in "+-"]
    return [line for line in changed if line[0] == "-"] + [line for line in changed if line[0] == "+"]


def test_what_is_formatted_alone_is_no_edit() -> None:
    assert diff_after(FORMATTED) == []


CHANGES: dict[str, tuple[tuple[str, str], list[str]]] = {
    "an escaped title keeps its comment": (
        ("title: Ferry resumes", "title: Ferry sails"),
        ['- "title" :   "Ferry \\u0072esumes"     # not “sails”', '+ "title" :   Ferry sails     # not “sails”'],
    ),
    "a plain value keeps its blanks and comment": (
        ("date: 2031-04\n", "date: 2031-04-02\n"),
        [
            "- date:       2031-04                # month only",
            "+ date:       2031-04-02                # month only",
        ],
    ),
    "a quoted value": (
        ("outlet: Harbour Post", "outlet: The Post"),
        ["-         outlet: 'Harbour Post'     # no “The”", "+         outlet: The Post     # no “The”"],
    ),
    "a value in braces": (
        ("outlet: Island News", "outlet: Isle"),
        [
            '-     island: { outlet: "Island News",   file: island.txt }',
            "+     island: { outlet: Isle,   file: island.txt }",
        ],
    ),
    "a number": (
        ("value: 2400000", "value: 2500000"),
        ["-         value:      2400000", "+         value:      2500000"],
    ),
    "a folded value with a comment behind its sign": (
        ("according_to: the shipyard", "according_to: the yard"),
        [
            "-   - according_to: >-   # who counted",
            "-       the",
            "-       shipyard",
            "+   - according_to: the yard   # who counted",
        ],
    ),
    "a plain text over lines": (
        ("text: The ferry sailed again.", "text: The ferry sailed."),
        ["-     text: The ferry", "-       sailed", "-       again.", "+     text: The ferry sailed."],
    ),
    "a passage more, below a comment": (
        ("island: The ferry was back.}", "island: The ferry was back., third: It came.}"),
        ["+       third: It came."],
    ),
    "an item in a list in brackets": (
        ("date: 2031-01, text: A", "date: 2031-01-15, text: A"),
        [
            "- timeline: [{id: aground, date: 2031-01, text: Aground., evidence: {harbour: It ran aground.}}]",
            "+ timeline: [{id: aground, date: 2031-01-15, text: Aground., evidence: {harbour: It ran aground.}}]",
        ],
    ),
    "a literal block": (
        ("text: Repairs cost 2.4 million kroner.", "text: It cost 2.4 million kroner."),
        ["-     text: |-", "-       Repairs cost 2.4 million kroner.", "+     text: It cost 2.4 million kroner."],
    ),
    "a double-quoted text over lines": (
        ("according to the yard: all of it.", "according to the yard."),
        [
            '-         "Repairs cost 2.4 million \\',
            '-          kroner, according to the yard: all of it."',
            "+         Repairs cost 2.4 million kroner, according to the yard.",
        ],
    ),
}


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CR LF"])
@pytest.mark.parametrize("name", CHANGES)
def test_a_changed_value_changes_its_own_lines_alone(name: str, line_end: str) -> None:
    change, expected = CHANGES[name]
    formatted = FORMATTED.replace("\n", line_end)
    assert diff_after(formatted, change) == expected


def test_all_at_once() -> None:
    changes: list[Any] = [change for change, _ in CHANGES.values()]
    # what two changes touch in one line is one line of the diff
    assert len(diff_after(FORMATTED, *changes)) == sum(len(lines) for _, lines in CHANGES.values())
