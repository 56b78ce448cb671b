"""A timeline's lines can each be read alone, and stand in the order in which things happened."""

from typing import Any

import pytest
from yaml_cases import cases

from generator.extract import extract
from generator.model.article import Article
from generator.model.brief import TimelineEntry
from generator.model.briefing import Story
from generator.model.edtf import by_date
from generator.stories import compose_brief


def _timeline(case: dict[str, Any]) -> list[TimelineEntry]:
    findings = []
    for number, written in enumerate(case["articles"]):
        first, _, text = written.partition("\n")
        published, _, title = first.partition(" ")
        paragraphs = "\n\n".join(" ".join(one.split()) for one in text.strip().split("\n\n"))
        findings.append(extract(Article(f"{number}.txt", paragraphs, title, published=published), ()))
    return compose_brief(Story(tuple("abc"[: len(findings)]), tuple(findings), ())).timeline


@pytest.mark.parametrize("case", cases("timeline"))
def test_tells_in_order_what_can_be_read_alone(case: dict[str, Any]) -> None:
    assert [f"{entry.date} {entry.text}" for entry in _timeline(case)] == case["timeline"]


def test_how_a_day_is_known_is_told_by_the_line_that_names_it() -> None:
    text = "2031-05-09 Boats wait\nNine boats were waiting off Arnes on Friday afternoon, the harbour master said."
    assert [entry.how_dated for entry in _timeline({"articles": [text]})] == [
        "“Friday afternoon” in an article of 9 May 2031"
    ]
    hour = "2031-05-09 Ferry waits\nThe 4 p.m. ferry was waiting off Arnes, the harbour master said."
    assert [entry.how_dated for entry in _timeline({"articles": [hour]})] == [
        "not dated in the text: the day of publication"
    ]


def test_a_year_stands_before_its_months_and_one_of_several_days_at_the_last_of_them() -> None:
    dates = ["2031-05-02", "[2031-05-01..2031-05-04]", "2031", "2031-05", "2031-05-05"]
    assert sorted(dates, key=by_date) == ["2031", "2031-05", "2031-05-02", "[2031-05-01..2031-05-04]", "2031-05-05"]
