"""How counts, lists, dates and quantities are put into words."""

import doctest

import pytest

from generator.model import some_day
from generator.pages import charts, contact, escape, passages, published, slugs, wording
from generator.pages.wording import counted, date, listed, short_quantity, shortened, span, year_of


@pytest.mark.parametrize(
    ("edtf", "within", "words", "machine"),
    [
        ("2022-06-15", None, "15 June 2022", "2022-06-15"),
        ("2022-06-15", 2022, "15 June", "2022-06-15"),
        ("2022-12", 2022, "December", "2022-12"),
        ("2022", 2022, "2022", "2022"),
        ("2022-06-15?", 2022, "probably 15 June", "2022-06-15"),
        ("2022/2023", 2022, "2022 to 2023", None),
        ("[2022-06-06..2022-06-12]", 2022, "between 6 and 12 June", None),
        ("[2022-06-03..2022-06-28]", 2022, "June", None),
        ("[2022-11-25..2022-12-30]", 2022, "late November or December", None),
        ("[2022-11-25..2023-03-08]", None, "between late November 2022 and early March 2023", None),
        ("[2022-12-01..2023-01-31]", None, "December 2022 or January 2023", None),
        ("[2022..2023]", None, "2022 or 2023", None),
        ("[2022-05..2022-12]", 2022, "between May and December", None),
        ("[2022-06-06..]", None, "from 6 June 2022", None),
        ("[2022-06-06,2022-06-12]", None, "6 June 2022 or 12 June 2022", None),
        ("2022-06-06/2022-06-12", 2022, "6 to 12 June", None),
        ("202X", None, "2020s", None),
    ],
)
def test_dates(edtf: str, within: int | None, words: str, machine: str | None) -> None:
    assert date(edtf, within) == wording.Date(words, machine)


@pytest.mark.parametrize(
    ("edtf", "how", "words"),
    [
        (
            "[2022-11-25..2022-12-30]",
            "“Friday” in an article of December",
            "a Friday in late November or December 2022",
        ),
        ("[2023-03-01..2023-12-27]", "“Last Wednesday” in a text", "a Wednesday between March and December 2023"),
        ("[2022-06-03..2022-06-17]", "“Friday” in an article of June", "a Friday between 3 and 17 June 2022"),
        ("[2022-11-25..2022-12-30]", "“last month” in an article of a Friday", "late November or December 2022"),
        ("[2022-11-25..2022-12-31]", "“Friday” in an article of December", "late November or December 2022"),
        ("2022-06-15", "“Wednesday” in an article of 15 June 2022", "15 June 2022"),
    ],
)
def test_one_of_several_days_has_its_weekday_where_it_is_known(edtf: str, how: str, words: str) -> None:
    assert date(edtf, how_dated=how).words == words


def test_a_year_is_that_of_the_first_day_that_is_known() -> None:
    assert year_of("2022-12/2023-02") == 2022
    assert year_of("../2023-02") == 2023


def test_spans() -> None:
    assert span("2022-06-15", "2022-06-20") == "June 2022"
    assert span("2022-06-15", "[2023-05..2023-12]") == "June 2022 to 2023"


def test_counts_and_lists() -> None:
    assert counted(1, "outlet") == "one outlet"
    assert counted(13, "story", "stories") == "13 stories"
    assert [listed([]), listed(["a"]), listed(["a", "b"]), listed(["a", "b", "c"])] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_a_shortened_text_ends_after_a_word() -> None:
    assert shortened("short", 10) == "short"
    assert shortened("a longer text, here", 16) == "a longer text\u00a0…"


@pytest.mark.parametrize(
    ("value", "unit", "words"),
    [
        (147e9, "USD", "$147bn"),
        (1.25e6, "people", "1.25m"),
        (40, "%", "40%"),
        (999, None, "999"),
        (12500, "tonnes", "12,500"),
        (3e12, "EUR", "€3tn"),
    ],
)
def test_quantities(value: float, unit: str | None, words: str) -> None:
    assert short_quantity(value, unit) == words


@pytest.mark.parametrize(
    "module", [charts, contact, escape, passages, published, slugs, some_day, wording], ids=lambda m: m.__name__
)
def test_examples_in_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
