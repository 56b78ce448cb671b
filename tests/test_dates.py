"""Time expressions: what is found, what it means, and how an editor is told."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from generator.extract.dates import find_dates
from generator.extract.dates.lexer import number_value, read_tokens
from generator.extract.dates.periods import easter, season
from generator.extract.sentences import split_sentences
from generator.extract.tokens import tokenize, words_of
from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.edtf import check_edtf
from generator.model.findings import DateMention

# Read without types: 2021 and 2021-05-03 are the words of these cases, no numbers and no dates.
CASES: list[dict[str, Any]] = yaml.load(
    (Path(__file__).parent / "cases" / "dates.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader
)
WEDNESDAY = "2022-06-15"


def found_in(text: str, published: str | None = WEDNESDAY) -> tuple[DateMention, ...]:
    article = Article(file="a.txt", text=text, published=published)
    sentences = split_sentences(article)
    return find_dates(article, sentences, words_of(tokenize(article.text, sentences)))


def published_in(case: dict[str, Any]) -> str | None:
    given = case.get("published", WEDNESDAY)
    return None if given == "null" else str(given)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_case(case: dict[str, Any]) -> None:
    expected = []
    for item in case["finds"]:
        ((words, value),) = item.items()
        timex, edtf = value if isinstance(value, list) else (value, None)
        expected.append((words, timex, edtf))
    found = [(mention.text, mention.value, mention.edtf) for mention in found_in(case["text"], published_in(case))]
    assert found == expected


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_spans_hold_their_words_and_edtf_is_valid(case: dict[str, Any]) -> None:
    end = 0
    for mention in found_in(case["text"], published_in(case)):
        assert case["text"][mention.start : mention.end] == mention.text
        assert mention.start >= end
        end = mention.end
        assert mention.rule
        assert mention.edtf is None or check_edtf(mention.edtf) == mention.edtf


@pytest.mark.parametrize(
    ("text", "published", "how"),
    [
        ("It opened last week.", WEDNESDAY, "“last week” in an article of 15 June 2022"),
        ("It opened last week.", "2022-06-15?", "“last week” in an article of 15 June 2022"),
        ("It opened on Friday.", None, "“Friday” in an article without a date"),
        ("It opened on 3 May 2021.", WEDNESDAY, None),
        ("It lasted three days.", WEDNESDAY, None),
        ("It is quiet now.", WEDNESDAY, None),
    ],
)
def test_how_says_what_a_date_was_worked_out_from(text: str, published: str | None, how: str | None) -> None:
    assert [mention.how for mention in found_in(text, published)] == [how]


def test_how_names_the_words_a_date_was_counted_from() -> None:
    _, that_year = found_in("He fled on 3 March 2019. He died that year.")
    assert that_year.how == "“that year”, counted from “3 March 2019”"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("on Friday", "DATE"),
        ("at 5 p.m.", "TIME"),
        ("on Friday night", "TIME"),
        ("for three days", "DURATION"),
        ("every Friday", "SET"),
    ],
)
def test_type(text: str, kind: str) -> None:
    assert [mention.type for mention in found_in(text)] == [kind]


def test_an_empty_text_has_no_dates() -> None:
    assert found_in("") == ()


@pytest.mark.parametrize(
    ("written", "value"),
    [("20 5", 25), ("19 90 7", 1997), ("2 1000", 2000), ("3 100 40 2", 342), ("5 1/2", 5.5), ("2,000", 2000)],
)
def test_numbers_in_words(written: str, value: float) -> None:
    assert number_value(written) == value


@pytest.mark.parametrize(("year", "day"), [(2000, "2000-04-23"), (2019, "2019-04-21"), (2022, "2022-04-17")])
def test_easter(year: int, day: str) -> None:
    assert easter(year).isoformat() == day


def test_a_winter_ends_in_the_year_after_its_december() -> None:
    assert season(2023, "WI").last.isoformat() == "2024-02-29"


def test_tokens_of_other_words_are_one_gap() -> None:
    assert [token.kind for token in read_tokens("In June, the old men of 1912", [(0, 28)])] == [
        "IN", "MONTH", "COMMA", "THE", "OLD", "GAP", "OF", "YEAR",
    ]  # fmt: skip


def listed_words(value: Any) -> list[str]:
    if isinstance(value, dict):
        return [*map(str, value), *(word for part in value.values() for word in listed_words(part))]
    return [word for part in value for word in listed_words(part)] if isinstance(value, list) else [str(value)]


WORDS = sorted(
    {*listed_words(read_lexicon("time")), *listed_words(read_lexicon("calendar")), "31", "1999", "7/8/07", ",", "-"}
)


@given(
    st.lists(st.sampled_from(WORDS), max_size=20),
    st.sampled_from(
        [WEDNESDAY, None, "2022-06", "2024-02-29?", "0001-01-01", "9999-12-31", "[2022-12-01..]", "202X"]
    ),
)
def test_no_order_of_words_breaks_it(words: list[str], published: str | None) -> None:
    text = " ".join(words)
    for mention in found_in(text, published):
        assert text[mention.start : mention.end] == mention.text
        assert mention.edtf is None or check_edtf(mention.edtf)
