"""Rows of a list of results are text and no sentences; the highest are figures, and nothing else changes."""

from typing import Any

import pytest
from yaml_cases import cases

from generator.articles.text import read_text
from generator.extract import extract
from generator.extract.figures.rows import ROW
from generator.model.brief import SECTIONS, Brief
from generator.model.briefing import Story
from generator.stories import compose_brief
from generator.stories.figures import MOST

RESULTS = cases("results")


def _brief(*files: str) -> Brief:
    read = [read_text(file, f"{number}.txt") for number, file in enumerate(files)]
    return compose_brief(Story(tuple("abcd"[: len(files)]), tuple(map(extract, read)), ()))


def _passages(evidence: dict[str, str | list[str]]) -> list[str]:
    return [one for held in evidence.values() for one in ([held] if isinstance(held, str) else held)]


@pytest.mark.parametrize("case", RESULTS)
def test_the_highest_of_a_list_are_figures(case: dict[str, Any]) -> None:
    articles = [read_text(file, "a.txt") for file in case["files"]]
    rows = [row for article in articles for row in article.rows]
    assert len(rows) == case["rows"]
    found = [
        [item.measure, item.as_written, item.period, len(_passages(item.evidence))]
        for item in _brief(*case["files"]).figures
        if item.rule == ROW or set(_passages(item.evidence)) & set(rows)
    ]
    assert sorted(found, key=str) == sorted(case["figures"], key=str)


@pytest.mark.parametrize("case", [case for case in RESULTS if case.values[0]["rows"]])
def test_nothing_else_rests_on_rows_or_changes_with_them(case: dict[str, Any]) -> None:
    rows = {row for file in case["files"] for row in read_text(file, "a.txt").rows}
    without = ["\n".join(line for line in file.split("\n") if line.strip() not in rows) for file in case["files"]]
    brief, other = _brief(*case["files"]), _brief(*without)
    for section in SECTIONS:
        items = [item for item in getattr(brief, section) if item.rule != ROW]
        if section != "figures":
            assert items == getattr(other, section)
            assert not any(set(_passages(item.evidence)) & rows for item in items)
        assert [(item.id, getattr(item, "period", None)) for item in items] == [
            (item.id, getattr(item, "period", None)) for item in getattr(other, section)
        ]


def test_a_row_is_no_sentence_and_no_part_of_one() -> None:
    article = read_text(RESULTS[0].values[0]["files"][0], "a.txt")
    found = extract(article)
    assert "\n\n".join(article.rows) in article.text
    for row in article.rows:
        start = article.text.index(row)
        assert not [one for one in found.sentences if one.start < start + len(row) and one.end > start]


def test_a_brief_has_no_more_figures_for_a_list() -> None:
    goods = [
        "Wool",
        "Timber",
        "Fish",
        "Salt",
        "Grain",
        "Paper",
        "Glass",
        "Copper",
        "Milk",
        "Rope",
        "Cloth",
        "Honey",
    ]
    counts = "\n\n".join(
        f"{one} exports of Norland came to ${n} million in 2030." for n, one in enumerate(goods, 1)
    )
    file = RESULTS[0].values[0]["files"][0]
    figures = _brief(f"{file}\n{counts}\n").figures
    assert len(figures) == MOST
    assert sum(item.rule == ROW for item in figures) == 2
