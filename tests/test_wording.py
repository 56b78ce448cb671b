"""How counts, lists, dates and quantities are put into words."""

import doctest

import pytest

from generator.pages import charts, escape, passages, published, slugs, wording
from generator.pages.wording import counted, date, listed, short_quantity, shortened, span, year_of


@pytest.mark.parametrize(
    ("edtf", "within", "words", "machine"),
    [
        ("2022-06-15", None, "15 June 2022", "2022-06-15"),
        ("2022-06-15", 2022, "15 June", "2022-06-15"),
        ("2022-12", 2022, "December", "2022-12"),
        ("2022", 2022, "2022", "2022"),
        ("2022-06-15?", 2022, "15 June?", "2022-06-15"),
        ("2022/2023", 2022, "2022 to 2023", None),
        ("[2022-06-06..2022-06-12]", 2022, "between 6 and 12 June", None),
        ("2022-06-06/2022-06-12", 2022, "6 to 12 June", None),
        ("202X", None, "2020s", None),
    ],
)
def test_dates(edtf: str, within: int | None, words: str, machine: str | None) -> None:
    assert date(edtf, within) == wording.Date(words, machine)


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


@pytest.mark.parametrize("module", [charts, escape, passages, published, slugs, wording], ids=lambda m: m.__name__)
def test_examples_in_docstrings(module: object) -> None:
    assert doctest.testmod(module).failed == 0  # type: ignore[arg-type]
