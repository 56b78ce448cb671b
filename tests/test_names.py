"""Names: what is a name, of what kind, beside what role, and whose."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.names import find_names
from generator.extract.sentences import split_sentences
from generator.model.article import Article
from generator.model.brief import NameEntry
from generator.model.findings import Name

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "names.yml").read_text(encoding="utf-8"))
WORDS = [
    "President",
    "Ann",
    "Lee",
    "the",
    "of",
    "Bank",
    "U.S.",
    "Mr.",
    "May",
    "said",
    ",",
    ".",
    "\n\n",
    "“",
    "’s",
    "de",
    "CEO",
    "Jr.",
]


def names_of(text: str, known: tuple[NameEntry, ...] = ()) -> tuple[Name, ...]:
    article = Article("a.txt", text)
    return find_names(article, split_sentences(article), known)


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_finds_the_names_of_the_case(case: dict[str, Any]) -> None:
    text = case["text"]
    names = names_of(text, tuple(NameEntry(**entry) for entry in case.get("known", ())))
    found = [(text[one.start : one.end], one.name, one.kind, one.role) for one in names]
    assert found == [_expected(line) for line in case["names"]]
    for name, gender in case.get("gender", {}).items():
        assert {one.gender for one in names if one.name == name} == {gender}


def _expected(line: str) -> tuple[str, str, str, str | None]:
    words, name, kind, role = ([part.strip() for part in line.split("|")] + [""])[:4]
    return words, name or words, kind, role or None


@given(st.lists(st.sampled_from(WORDS), max_size=30).map(" ".join))
def test_names_never_overlap_and_stand_in_order(text: str) -> None:
    names = names_of(text)
    assert all(one.end <= other.start for one, other in pairwise(names))
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] != "" for one in names)


def test_every_finding_names_its_rule() -> None:
    assert all(name.rule for name in names_of("Ann Lee of Acme Corp. met Omar in Elmdale, Ohio."))
