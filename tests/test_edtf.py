"""EDTF values are checked, bounded, ordered and said in English."""

import re
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.model.edtf import bounds, check_edtf, in_words, is_uncertain, sort_key
from generator.model.plain_dates import read_date


@pytest.mark.parametrize(
    ("value", "first", "last", "words"),
    [
        ("2022", "2022-01-01", "2022-12-31", "2022"),
        ("2022-12", "2022-12-01", "2022-12-31", "December 2022"),
        ("2022-06-15", "2022-06-15", "2022-06-15", "15 June 2022"),
        ("2022-06-15?", "2022-06-15", "2022-06-15", "15 June 2022?"),
        ("2022-06~", "2022-06-01", "2022-06-30", "about June 2022"),
        ("[2022-06-06..2022-06-12]", "2022-06-06", "2022-06-12", "6 to 12 June 2022"),
        ("[2022-12-01..2022-12-31]", "2022-12-01", "2022-12-31", "December 2022"),
        ("[2023-05-01..2023-12-31]", "2023-05-01", "2023-12-31", "May to December 2023"),
        ("[2022-05-30..2022-06-05]", "2022-05-30", "2022-06-05", "30 May to 5 June 2022"),
        ("[2022-12-29..2023-01-02]", "2022-12-29", "2023-01-02", "29 December 2022 to 2 January 2023"),
        ("[2022-06-06?..2022-06-12?]", "2022-06-06", "2022-06-12", "6 to 12 June 2022?"),
        ("[2022-06-06..2022-06-12?]", "2022-06-06", "2022-06-12", "6 to 12 June 2022?"),
        ("[2022-06-06?..2022-06-12]", "2022-06-06", "2022-06-12", "6? to 12 June 2022"),
        ("2022-06-06~/2022-06-12~", "2022-06-06", "2022-06-12", "about 6 to 12 June 2022"),
        ("2022-01?/2022-04?", "2022-01-01", "2022-04-30", "January to April 2022?"),
        ("2022-01/2022-04", "2022-01-01", "2022-04-30", "January to April 2022"),
        ("2021/2022", "2021-01-01", "2022-12-31", "2021 to 2022"),
        ("2022-02-24/..", "2022-02-24", None, "from 24 February 2022"),
        ("../2022", None, "2022-12-31", "until 2022"),
        ("[2022-06-03,2022-06-10]", "2022-06-03", "2022-06-10", "3 June 2022 or 10 June 2022"),
        ("2022-21", "2022-03-01", "2022-05-31", "Spring 2022"),
        ("2022-24", "2022-12-01", "2023-02-28", "Winter 2022"),
        ("2022-34", "2022-04-01", "2022-06-30", "second quarter of 2022"),
        ("199X", "1990-01-01", "1999-12-31", "1990s"),
        ("19XX", "1900-01-01", "1999-12-31", "1900s"),
    ],
)
def test_values(value: str, first: str | None, last: str | None, words: str) -> None:
    assert check_edtf(value) == value
    assert bounds(value) == tuple(day and date.fromisoformat(day) for day in (first, last))
    assert in_words(value) == words


@pytest.mark.parametrize(
    ("value", "meant"),
    [
        ("15 June 2022", "is not an EDTF date: write 2022"),
        ("2022-13", "there is no month 13"),
        ("2022-00", "there is no month 00"),
        ("2022-00-15", "there is no month 00"),
        ("2022-06-00", "June 2022 has no day 0: write a day from 01 to 30"),
        ("/", "open at both ends"),
        ("../..", "open at both ends"),
        ("[..]", "open at both ends"),
        ("[2022..2023..2024]", "is not an EDTF date"),
        ("２０２２", "is not an EDTF date"),
        ("٢٠٢٢-06", "is not an EDTF date"),
        ("2022-02-30", "February 2022 has no day 30"),
        ("2022-06-15/2022-06-01", "ends before it begins"),
        ("2022/2023/2024", "is not an EDTF date"),
        ("199X-06", "a decade or century has no month"),
        ("2022-33-01", "a season or quarter has no day"),
        ("0000", "the year 0000"),
        ("", "is not an EDTF date"),
        ("[2022..", "is not an EDTF date"),
    ],
)
def test_what_is_no_edtf_says_what_was_meant(value: str, meant: str) -> None:
    with pytest.raises(ValueError, match=meant):
        check_edtf(value)


@given(st.text(max_size=20))
def test_any_text_is_edtf_or_a_value_error(value: str) -> None:
    try:
        check_edtf(value)
    except ValueError:
        return
    assert in_words(value)


@given(st.dates(min_value=date(1, 1, 1)))
def test_a_day_is_its_own_bounds(day: date) -> None:
    assert bounds(day.isoformat()) == (day, day)


def test_order_and_uncertainty() -> None:
    values = ["2022-06", "2022-06-15", "2022-06-01", "2022", "../2021"]
    assert sorted(values, key=sort_key) == ["../2021", "2022", "2022-06-01", "2022-06", "2022-06-15"]
    assert not is_uncertain("2022-06-15")
    assert all(is_uncertain(value) for value in ("2022?", "2022~", "[2022..2023]", "199X", "2022/.."))


@pytest.mark.parametrize(
    ("value", "edtf"),
    [
        ("15 June 2022", "2022-06-15"),
        ("5 June 2022", "2022-06-05"),
        ("June 15, 2022", "2022-06-15"),
        ("  15   June 2022 ", "2022-06-15"),
        ("2022-06-15?", "2022-06-15?"),
        ("2022", "2022"),
    ],
)
def test_a_plain_date_is_understood(value: str, edtf: str) -> None:
    assert read_date(value) == edtf


@pytest.mark.parametrize(
    ("value", "proposal"),
    [
        ("2022-6-15", "2022-06-15"),
        ("2022/06/15", "2022-06-15"),
        ("20220615", "2022-06-15"),
        ("2022-06-15T12:30", "2022-06-15"),
        ("2022-15-06", "2022-06-15"),
        ("2022-6", "2022-06"),
        ("June 2022", "2022-06"),
        ("Sept. 2022", "2022-09"),
        ("Wed, 15th Jun 2022", "2022-06-15"),
        ("15 june 2022", "2022-06-15"),
        ("Jun. 15 2022", "2022-06-15"),
        ("15.06.2022", "2022-06-15"),
        ("6/15/2022", "2022-06-15"),
        ("6.6.2022", "2022-06-06"),
        ("5/6/2022", "2022-06-05 for 5 June, or 2022-05-06 for May 6"),
        ("2022-06-06..2022-06-12", "2022-06-06/2022-06-12 for all of that time, or [2022-06-06..2022-06-12] for"),
        ("6 June 2022 to 12 June 2022", "2022-06-06/2022-06-12 for all of that time"),
        ("circa 2022", "2022~"),
        ("2022-06 (?)", "2022-06?"),
        ("the 1990s", "199X"),
        ("summer 2022", "2022-22"),
        ("Q2 2022", "2022-34"),
        ("last week", "2022, 2022-12, 2022-06-15"),
        ("31 June 2022", "a day from 01 to 30"),
        ("2022-13-45", "a month from 01 to 12"),
    ],
)
def test_what_is_no_date_says_what_was_meant(value: str, proposal: str) -> None:
    with pytest.raises(ValueError, match=re.escape(f": write {proposal}")):
        read_date(value)


@given(st.text(max_size=30) | st.from_regex(r"[0-9 JunemarchQq./?~\-\[\]]{1,20}", fullmatch=True))
def test_any_text_is_a_date_or_a_value_error(value: str) -> None:
    try:
        assert check_edtf(read_date(value))
    except ValueError as problem:
        assert ": " in str(problem)
