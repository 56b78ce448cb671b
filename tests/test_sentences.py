"""Sentences: boundaries, paragraphs, and offsets that point at the text."""

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.sentences import split_sentences
from generator.model.article import Article

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "sentences.yml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=[case["about"] for case in CASES])
def test_splits_into_the_sentences_of_the_case(case: dict[str, Any]) -> None:
    sentences = split_sentences(Article("a.txt", case["text"]))
    assert [case["text"][one.start : one.end] for one in sentences] == case["sentences"]
    if "paragraphs" in case:
        assert [one.paragraph for one in sentences] == case["paragraphs"]


@given(st.text(alphabet="Aa. \n\"'”!?…U1,", max_size=60))
def test_sentences_cover_all_but_blanks_in_order(text: str) -> None:
    sentences = split_sentences(Article("a.txt", text))
    covered = "".join(text[one.start : one.end] for one in sentences)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(one.end <= other.start for one, other in pairwise(sentences))
    assert all(text[one.start : one.end].strip() == text[one.start : one.end] != "" for one in sentences)
