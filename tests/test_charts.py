"""Which figures are drawn together: one measure and unit, periods of one length; forecasts and parts apart."""

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
        figure(150, "2024", unit="USD"),
        figure(150, "2024", status="forecast", unit="USD"),
        figure(150, "2024-01/2024-04", status="forecast"),
        figure(150, "2024-01"),
        figure(150, "2024-01/2024-04"),
        figure(150, None),
        figure(150, "2023"),
        figure(-3, "2024"),
    ],
    ids=[
        "other unit",
        "a forecast in another unit",
        "a forecast of a part",
        "a month",
        "part of a year",
        "no period",
        "the same year",
        "negative",
    ],
)
def test_what_cannot_be_compared_is_not_drawn(other: FigureItem) -> None:
    assert chart_of(figure(300, "2023"), other) is None


def test_a_forecast_is_drawn_apart_beside_what_was_counted() -> None:
    chart = chart_of(figure(300, "2023"), figure(350, "2024", status="forecast", counted_by="the union"))
    assert chart is not None
    assert [(bar.kind, bar.note) for bar in chart.bars] == [("whole", ""), ("forecast", "forecast, the union")]
    assert chart.rows[1].counted_by == "Forecast: the union"
    assert chart.description == "2023: 300; 2024: 350 (forecast)"


def test_forecasts_alone_are_not_drawn() -> None:
    assert chart_of(figure(300, "2023", status="forecast"), figure(350, "2024", status="forecast")) is None


def test_a_part_of_a_year_is_drawn_apart_beside_years() -> None:
    chart = chart_of(
        figure(300, "2022"), figure(310, "2023"), figure(90, "2024-01/2024-04", counted_by="a minister")
    )
    assert chart is not None
    assert [(bar.kind, bar.label) for bar in chart.bars][-1] == ("part", "January to April 2024")
    assert chart.bars[-1].note == "part of the year, a minister"
    assert chart.subtitle == "Who counted is not said"


def test_a_month_is_no_part_among_months() -> None:
    chart = chart_of(figure(20, "2024-01"), figure(21, "2024-02"), figure(22, "2024-03/2024-04"))
    assert chart is not None
    assert [bar.kind for bar in chart.bars] == ["whole", "whole"]


def test_of_several_series_the_longest_is_drawn() -> None:
    months = [figure(20, f"2024-{month:02}") for month in (1, 2, 3)]
    chart = chart_of(figure(300, "2023"), figure(310, "2022"), *months)
    assert chart is not None
    assert [bar.label for bar in chart.bars] == ["January 2024", "February 2024", "March 2024"]


def test_who_counted_is_said_once_where_it_is_one() -> None:
    chart = chart_of(figure(1, "2022", counted_by="the harbour"), figure(2, "2023", counted_by="the harbour"))
    assert chart is not None
    assert chart.subtitle == "According to the harbour"
    assert {bar.note for bar in chart.bars} == {""}


def test_counters_that_differ_stand_at_their_bars() -> None:
    chart = chart_of(figure(1, "2022", counted_by="the harbour"), figure(2, "2023", counted_by="the union"))
    assert chart is not None
    assert chart.subtitle == "According to the harbour and the union"
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


def test_the_year_that_was_counted_and_foreseen_says_which_is_which_and_parts_stand_apart() -> None:
    chart = chart_of(
        figure(300, "2023"),
        figure(280, "2022"),
        figure(350, "2023", status="forecast", counted_by="the union"),
        figure(90, "2023-01/2023-04"),
    )
    assert chart is not None
    assert [(bar.label, bar.note) for bar in chart.bars] == [
        ("2022", ""),
        ("2023", "forecast, the union"),
        ("2023", "counted"),
        ("January to April 2023", "part of the year"),
    ]
    tops = [bar.label_y for bar in chart.bars]
    assert tops[3] - tops[2] > tops[2] - tops[1] == tops[1] - tops[0]
    assert chart.height > chart.bars[-1].bar_y


@pytest.mark.parametrize(
    ("measures", "name"),
    [
        (["rise in ferry passengers", "rise in passengers"], "Rises"),
        (["fall in turnout"], "Falls"),
        (["rise in ferry passengers", "fall in turnout"], "Rises and falls"),
    ],
)
def test_what_rose_or_fell_stands_together_and_last_by_period(measures: list[str], name: str) -> None:
    items = [figure(1, str(2024 - n), measure=measure, unit="%") for n, measure in enumerate(measures)]
    items.append(figure(1, "2022", measure="zinc sold"))
    placed = [Placed(item, "figures", f"f{n}", f"briefing--f{n}", None) for n, item in enumerate(items)]
    *_, last = group_figures(placed)
    assert (last.measure, last.chart) == (name, None)
    assert [one.item.measure for one in last.figures] == measures[::-1]


def test_rises_of_one_measure_over_years_are_drawn() -> None:
    chart = chart_of(figure(3, "2022", measure="rise in prices"), figure(2, "2023", measure="rise in prices"))
    assert chart is not None
    assert chart.title == "rise in prices"


@pytest.mark.parametrize(
    ("other", "told"),
    [
        (figure(150, None), "Not drawn: 150 (its period is not given)."),
        (figure(150, "2024?"), "Not drawn: 150 (its year is not sure)."),
        (figure(150, "2024-01", status="forecast"), "Not drawn: 150 (a period of another length)."),
        (figure(150, "2024", unit="USD", bound="about"), "Not drawn: about 150 (another unit)."),
        (figure(300, "2023"), ""),
        (figure(150, "2024-01/2024-04"), ""),
    ],
    ids=["no period", "a doubtful year", "a forecast of a month", "another unit", "told twice", "drawn as a part"],
)
def test_a_figure_that_is_told_and_not_drawn_says_why(other: FigureItem, told: str) -> None:
    chart = chart_of(figure(200, "2022"), figure(300, "2023"), other)
    assert chart is not None
    assert chart.left_out == told
