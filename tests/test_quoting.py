"""What is quoted of an article, as a brief words it, by the cases of cases/quoting.yml."""

from typing import Any

import pytest
from yaml_cases import cases

from generator.extract import extract
from generator.model.article import Article
from generator.model.briefing import Story
from generator.stories.evidence import align_story
from generator.stories.quotes import find_quotes


@pytest.mark.parametrize("case", cases("quoting"))
def test_quotes_what_reads_alone(case: dict[str, Any]) -> None:
    found = [extract(Article("a.txt", case["text"].strip(), published=case.get("published")))]
    if "later" in case:
        found.append(extract(Article("b.txt", case["later"], published="2030-05-20")))
    coverage = align_story(Story(tuple("ab"[: len(found)]), tuple(found), ()))
    quotes = find_quotes(coverage, [1.0] * len(coverage.statements), frozenset())
    assert {quote.text: quote.speaker for quote in quotes} == case["quotes"]
