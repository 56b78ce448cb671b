"""Each group says why its articles are together, and a follow-up what it follows and why."""

from typing import Any

import pytest
from yaml_cases import cases

from generator.extract import extract
from generator.model.article import Article
from generator.model.findings import Findings
from generator.stories.because import find_followed, why_together


def _stories(case: dict[str, Any]) -> list[list[Findings]]:
    return [
        [_findings(written, f"{at}-{number}.txt") for number, written in enumerate(story)]
        for at, story in enumerate(case["stories"])
    ]


def _findings(written: str, file: str) -> Findings:
    first, _, text = written.partition("\n")
    published, _, title = first.partition(" ")
    text = " ".join(text.split())
    return extract(Article(file, text, title, published=None if published == "unknown" else published), ())


@pytest.mark.parametrize("case", cases("because"))
def test_says_why_articles_are_together(case: dict[str, Any]) -> None:
    assert [why_together(story) for story in _stories(case)] == case["together"]


@pytest.mark.parametrize("case", cases("because"))
def test_says_what_a_story_follows_and_why(case: dict[str, Any]) -> None:
    found = find_followed(_stories(case))
    assert [one and one.story for one in found] == case["follows"]
    assert [one and one.because for one in found] == case["because"]


def test_the_order_in_which_stories_are_given_does_not_matter() -> None:
    case = cases("because")[0].values[0]
    later, earlier = find_followed(_stories(case)[::-1])
    assert later
    assert (later.story, earlier) == (1, None)


def test_of_no_story_nothing_is_said() -> None:
    assert why_together([]) == ""
    assert find_followed([]) == ()
