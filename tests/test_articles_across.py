"""What the committed articles add up to, generated from nothing: no edit by hand, no names.yml."""

import shutil
from pathlib import Path

import pytest

from generator.briefs.briefing import read_briefs
from generator.briefs.read import read_overview
from generator.model.brief import Brief, FigureItem, OpenQuestion, Overview
from generator.pipeline import generate

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def content(tmp_path_factory: pytest.TempPathFactory) -> Path:
    content = tmp_path_factory.mktemp("scratch") / "content"
    shutil.copytree(ROOT / "content" / "articles", content / "articles")
    generate(content)
    return content


@pytest.fixture(scope="module")
def briefs(content: Path) -> list[Brief]:
    return [read.brief for read in read_briefs(content)[0].values()]


@pytest.fixture(scope="module")
def overview(content: Path) -> Overview:
    return read_overview(content / "briefing.yml").overview


def figure(briefs: list[Brief], value: float, status: str = "reported") -> FigureItem:
    (found,) = [one for brief in briefs for one in brief.figures if (one.value, one.status) == (value, status)]
    return found


def question(briefs: list[Brief], *words: str) -> OpenQuestion:
    (found,) = [
        one for brief in briefs for one in brief.open_questions if all(word in one.question for word in words)
    ]
    return found


def test_trade_is_one_series_of_one_counter(briefs: list[Brief]) -> None:
    of_2021, of_2022 = figure(briefs, 147e9), figure(briefs, 190e9)
    assert of_2021.series == of_2022.series == figure(briefs, 70e9).series is not None
    assert (of_2021.counted_by, of_2021.period) == ("Chinese customs", "2021")
    assert (of_2022.counted_by, of_2022.period) == ("Chinese customs", "2022")
    assert figure(briefs, 70e9).period == "2023-01/2023-04"


def test_what_came_is_linked_to_the_forecasts(briefs: list[Brief]) -> None:
    came = figure(briefs, 190e9)
    for value in (170e9, 220e9):
        forecast = figure(briefs, value, "forecast")
        assert (forecast.settled_by or "").partition("/")[2] == came.id
        assert forecast.counted_by != came.counted_by
    answered = question(briefs, "$170 billion")
    assert answered.status == "partly"
    assert answered.answer is not None
    assert "US$190 billion" in answered.answer
    assert "Chinese customs" in answered.answer


def test_the_year_of_the_other_forecast_is_a_question(briefs: list[Brief]) -> None:
    asked = question(briefs, "Which year", "$220 billion")
    assert asked.status == "open"
    assert "If 2022 was meant, the forecast was not reached by the count of Chinese customs" in asked.because


def test_neutrality_is_asked_once_with_both_sides(briefs: list[Brief]) -> None:
    asked = question(briefs, "neutral, as claimed")
    passages = str(asked.evidence)
    assert "its behavior makes clear" in passages
    assert "objective and fair stance" in passages
    assert len(asked.also_in) == 2


def test_what_one_side_says_alone_and_what_is_forecast_are_questions(briefs: list[Brief]) -> None:
    assert question(briefs, "military cooperation").kind == "omission"
    assert question(briefs, "energy deliveries", "40%").status == "open"


def test_what_two_texts_say_is_a_fact_of_the_whole(overview: Overview) -> None:
    (shared,) = [fact for fact in overview.key_facts if "largest trading partner" in fact.text]
    assert shared.according_to == "Chinese customs"
    assert len(shared.evidence) == 4


def test_a_formula_that_changes_is_a_position_over_time(overview: Overview) -> None:
    (position,) = [one for one in overview.positions if "mutual support" in (one.shared or "")]
    assert len(position.quotes) == 2
