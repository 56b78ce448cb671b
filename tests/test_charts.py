"""Which figures are drawn together: one measure, one unit, periods of one length, no forecasts."""

from typing import Any

import pytest

from generator.model.brief import FigureItem
from generator.pages.charts import WIDEST, Chart, group_figures
from generator.pages.published import Placed


def figure(value: float, period: str | None, **more: Any) -> FigureItem:
    fields = {"measure": "ferry passengers", "value": value, "as_written": f"{value:g}", "unit": "people"} | more
    return FigureItem.model_validate(fields | {"period": period, "evidence": {"post": "x"}})


def chart_of(*figures: FigureItem) -> Chart | None:
    placed = [Placed(item, "figures", f"f{n}", f"briefing--f{n}", None) for n, item in enumerate(figures)]
    [group] = group_figures(placed)
    return group.chart


def test_years_are_drawn_in_order_and_to_scale() -> None:
    chart = chart_of(figure(300, "2023"), figure(150, "2022"))
    assert chart is not None
    assert [(bar.label, bar.width) for bar in chart.bars] == [
        ("2022", f"{WIDEST / 2:.1f}%"),
        ("2023", f"{WIDEST:.1f}%"),
    ]
    assert chart.description == "2022: 150; 2023: 300"


@pytest.mark.parametrize(
    "other",
    [
        figure(150, "2024", status="forecast"),
        figure(150, "2024", unit="USD"),
        figure(150, "2024-01"),
        figure(150, "2024-01/2024-04"),
        figure(150, None),
        figure(150, "2023"),
        figure(-3, "2024"),
    ],
    ids=["forecast", "other unit", "a month", "part of a year", "no period", "the same year", "negative"],
)
def test_what_cannot_be_compared_is_not_drawn(other: FigureItem) -> None:
    assert chart_of(figure(300, "2023"), other) is None


def test_of_several_series_the_longest_is_drawn() -> None:
    months = [figure(20, f"2024-{month:02}") for month in (1, 2, 3)]
    chart = chart_of(figure(300, "2023"), figure(310, "2022"), *months)
    assert chart is not None
    assert [bar.label for bar in chart.bars] == ["January 2024", "February 2024", "March 2024"]


def test_who_counted_is_said_once_where_it_is_one() -> None:
    chart = chart_of(figure(1, "2022", counted_by="the harbour"), figure(2, "2023", counted_by="the harbour"))
    assert chart is not None
    assert chart.subtitle == "Counted by the harbour"
    assert {bar.note for bar in chart.bars} == {""}


def test_counters_that_differ_stand_at_their_bars() -> None:
    chart = chart_of(figure(1, "2022", counted_by="the harbour"), figure(2, "2023", counted_by="the union"))
    assert chart is not None
    assert chart.subtitle == "Counted by the harbour and the union"
    assert [bar.note for bar in chart.bars] == ["the harbour", "the union"]


def test_measures_that_differ_are_groups_and_charts_come_first() -> None:
    items = [figure(1, "2022", measure="cost"), figure(1, "2022"), figure(2, "2023", measure="Ferry passengers")]
    placed = [Placed(item, "figures", f"f{n}", f"briefing--f{n}", None) for n, item in enumerate(items)]
    assert [(group.measure, len(group.figures)) for group in group_figures(placed)] == [
        ("ferry passengers", 2),
        ("cost", 1),
    ]


def test_one_series_under_different_words_is_drawn_under_its_name() -> None:
    first = figure(1, "2022", measure="trips", series="ferry passengers")
    chart = chart_of(first, figure(2, "2023", measure="people carried", series="ferry passengers"))
    assert chart is not None
    assert chart.title == "ferry passengers"
