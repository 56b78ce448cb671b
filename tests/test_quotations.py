"""Quotations: marks, speakers, chains and reported clauses, by the cases of cases/quotations.yml."""

import re
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.quotations import find_quotations
from generator.extract.quotations.marks import find_stretches
from generator.extract.sentences import split_sentences
from generator.extract.tokens import tokenize, words_of
from generator.model.article import Article
from generator.model.findings import Name, Quotation

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "quotations.yml").read_text(encoding="utf-8"))


def names_in(text: str, kinds: dict[str, Any]) -> tuple[Name, ...]:
    """Stand in for `find_names`: every mention, full or by the last word, of the names that a case lists."""
    found: dict[int, Name] = {}
    for full, kind in kinds.items():
        forms = [full, full.split()[-1]] if kind == "person" else [full]
        for form in forms:
            for match in re.finditer(rf"\b{re.escape(form)}(?!\w)", text):
                if not any(name.start <= match.start() < name.end for name in found.values()):
                    found[match.start()] = Name(match.start(), match.end(), full, kind, None, "case")
    return tuple(found[start] for start in sorted(found))


def quotations_in(text: str, kinds: dict[str, Any] | None = None) -> tuple[Quotation, ...]:
    article = Article("case.txt", text)
    sentences = split_sentences(article)
    return find_quotations(article, sentences, words_of(tokenize(text, sentences)), names_in(text, kinds or {}))


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_case(case: dict[str, Any]) -> None:
    found = quotations_in(case["text"], case.get("names"))
    for words, speaker in case.get("speakers", {}).items():
        assert [q.speaker for q in found if q.text == words] == [speaker]
    if "finds" not in case:
        return
    assert [(q.kind, q.speaker, q.text) for q in found] == [
        (want["kind"], want["speaker"], want["says"]) for want in case["finds"]
    ]
    for quotation, want in zip(found, case["finds"], strict=True):
        assert quotation.cue == want.get("cue", quotation.cue)
        assert quotation.rule == want.get("rule", quotation.rule)
        assert quotation.group == want.get("group", quotation.group)
        assert quotation.addressee == want.get("to", quotation.addressee)
        assert list(quotation.via) == want.get("via", list(quotation.via))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("“One,” he said. “Two.”", ["One,", "Two."]),
        ('He said "one" and "two".', ["one", "two"]),
        ("``One,'' he said.", ["One,"]),
        ("rock 'n' roll of the '90s", []),
        ("the officials' plan and the owners' loss", []),
        ("‘No limits’ relationship", ["No limits"]),
        ("“He said “no” to me,” she said.", ["He said “no” to me,"]),
        ("He left “the mine", []),
        ("She asked: “Why not", ["Why not"]),
        ("“ ” and “”", []),
    ],
)
def test_marks(text: str, inside: list[str]) -> None:
    assert [text[stretch.start : stretch.end] for stretch in find_stretches(text)] == inside


@given(st.text(alphabet="“”‘’\"'` \n.,!?aBsaid—:()", max_size=200))
def test_any_text_gives_spans_of_its_own_words(text: str) -> None:
    found = quotations_in(text)
    assert all(text[q.start : q.end] == q.text and q.text.strip() for q in found)
    assert list(found) == sorted(found, key=lambda q: (q.start, -q.end))
    stretches = find_stretches(text)
    assert all(first.closes <= second.opens for first, second in pairwise(stretches))
