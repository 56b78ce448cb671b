"""What is quoted of an article, as a brief words it, by the cases of cases/quoting.yml."""

from typing import Any

import pytest
from yaml_cases import cases

from generator.extract import extract
from generator.model.article import Article
from generator.model.briefing import Story
from generator.stories.alone import nearest_person
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


def test_a_family_name_that_nobody_has_introduced_may_be_the_one_meant() -> None:
    text = "The minister, Jon Vale, came to see Brodsted. {} has run the guild since 2016. The town likes his work."
    for subject, meant in (("Brodsted", None), ("Nobody", "Jon Vale")):
        findings = extract(Article("a.txt", text.format(subject), published="2030-05-02"))
        coverage = align_story(Story(("a",), (findings,), ()))
        last = max(coverage.told.values(), key=lambda told: told.place)
        assert nearest_person(coverage, last, "m") == meant
