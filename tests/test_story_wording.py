"""The brief's wording: datelines go, dates are told, and nothing else is changed."""

from typing import Any

import pytest
from story_cases import story_of
from yaml_cases import cases

from generator.stories.alone import edits_to_stand
from generator.stories.evidence import align_story
from generator.stories.ids import slug, unique_ids
from generator.stories.openings import is_clause, is_statement, opening
from generator.stories.wording import cut_says_who, dateline_length, shortened, tell
from generator.stories.words import content_words


@pytest.mark.parametrize(
    ("text", "dateline"),
    [
        ("OSLO - The mayor left.", "OSLO - "),
        ("OSLO, June 15 (Reuters) — The mayor left.", "OSLO, June 15 (Reuters) — "),
        ("San Juan, Puerto Rico (AP) – The mayor left.", "San Juan, Puerto Rico (AP) – "),
        ("WASHINGTON, D.C. — The mayor left.", "WASHINGTON, D.C. — "),
        ("The mayor - a former judge - left.", ""),
        ("NATO left the city.", ""),
        ("Ann Lee - The mayor left.", ""),
    ],
)
def test_finds_the_dateline(text: str, dateline: str) -> None:
    assert text[: dateline_length(text)] == dateline


@pytest.mark.parametrize(
    ("text", "dates", "told"),
    [
        ("Sales fell last year.", {"last year": "2029"}, "Sales fell last year [2029]."),
        ("Last year's sales fell.", {"Last year": "2029"}, "Last year's [2029] sales fell."),
        ("They met on Feb. 24.", {"Feb. 24": "2030-02-24"}, "They met on Feb. 24 [2030]."),
        ("They met on 3 May 2030.", {"3 May 2030": "2030-05-03"}, "They met on 3 May 2030."),
        ("They met late Sunday night.", {"Sunday": "2030-05-05"}, "They met late Sunday night [5 May 2030]."),
        (
            "They met in May and in June.",
            {"May": "2030-05", "June": "2030-06"},
            "They met in May [2030] and in June.",
        ),
        (
            "They met on Friday.",
            {"Friday": "[2030-05-03..2030-06-28]"},
            "They met on Friday [May or June 2030].",
        ),
        ("They met on Friday.", {"Friday": "[2030-05-03..2033-06-28]"}, "They met on Friday."),
        (
            "They met last week.",
            {"last week": "[2030-05-06..2030-05-12]"},
            "They met last week [6 to 12 May 2030].",
        ),
        ("They met later in the year.", {"the year": "2030"}, "They met later in the year."),
        ("Today the council met.", {"Today": "2030-05-03"}, "[On 3 May 2030] the council met."),
        ("The council met yesterday.", {"yesterday": "2030-05-03"}, "The council met [on 3 May 2030]."),
        ("It is shut until tomorrow.", {"tomorrow": "2030-05-03"}, "It is shut until [3 May 2030]."),
        ("Today's talks failed.", {"Today": "2030-05-03"}, "Today's [3 May 2030] talks failed."),
    ],
)
def test_tells_what_a_date_means(text: str, dates: dict[str, str], told: str) -> None:
    given = [{"text": words, "edtf": edtf} for words, edtf in dates.items()]
    coverage = align_story(story_of({"articles": {"a": {"text": text, "dates": given}}}))
    assert tell(coverage, 0, 0, len(text)) == told


def test_a_year_that_a_figure_leaves_open_is_not_told_as_sure() -> None:
    text = "Sales this year are expected to reach $3 billion soon."
    given = {
        "text": text,
        "dates": [{"text": "this year", "edtf": "2030"}],
        "figures": [{"text": "$3 billion", "value": 3e9, "unit": "USD", "period": "2030?", "status": "forecast"}],
    }
    coverage = align_story(story_of({"articles": {"a": given}}))
    assert tell(coverage, 0, 0, len(text)) == "Sales this year [2030?] are expected to reach $3 billion soon."


def test_leaves_what_is_quoted_as_it_was_said() -> None:
    text = "“We will meet on Friday,” Ann Lee said on Monday."
    given = {
        "text": text,
        "quotations": [{"text": "We will meet on Friday,", "speaker": "Ann Lee"}],
        "dates": [{"text": "Friday", "edtf": "2030-05-10"}, {"text": "Monday", "edtf": "2030-05-06"}],
    }
    coverage = align_story(story_of({"articles": {"a": given}}))
    assert tell(coverage, 0, 0, len(text)) == "“We will meet on Friday,” Ann Lee said on Monday [6 May 2030]."


def test_cuts_says_who_within_a_sentence_only() -> None:
    assert cut_says_who("It fell, according to the bank, by 3%.") == "It fell, […] by 3%."
    assert cut_says_who("It fell by 3%, according to the bank.") == "It fell by 3%, according to the bank."
    assert cut_says_who("According to the bank, it fell.") == "According to the bank, it fell."


@pytest.mark.parametrize(
    ("text", "how"),
    [
        ("The mayor left.", "alone"),
        ("But the mayor left.", "joined"),
        ("They left.", "dangling"),
        ("However, they left.", "dangling"),
        ("Last week they left.", "dangling"),
        ("Arriving on Monday, he met the mayor.", "dangling"),
        ("The court found that it could rule.", "alone"),
        ("Sofia left.", "alone"),
        ("Thistle and gorse grow there.", "alone"),
        ("OSLO - He left.", "dangling"),
    ],
)
def test_tells_how_a_sentence_opens(text: str, how: str) -> None:
    assert opening(text) == how


@pytest.mark.parametrize("text", ["We need your help.", "Will it rain?", "The mayor", "“The mayor left."])
def test_what_is_no_statement(text: str) -> None:
    assert not is_statement(text)


def test_what_is_a_clause() -> None:
    assert is_clause("that the mayor was ill")
    assert not is_clause("to close the school that was built")
    assert not is_clause("the report was false, as")
    assert not is_clause("a new start")


def test_content_words_are_plain() -> None:
    assert content_words("The minister's trips to the U.S. cost $3 million.") == (
        "minister", "trip", "us", "cost", "3", "million",
    )  # fmt: skip


def test_ids_are_short_plain_and_unique() -> None:
    assert slug("The Café in São Paulo was sold for $3 million on 24 May.") == "cafe-sao-paulo-sold-million"
    assert slug("東京") == "item"
    ids = unique_ids([("mill", "The mill burnt."), ("mill", "The mill was built."), ("dam", "The dam.")])
    assert len(set(ids)) == 3
    assert ids[2] == "dam"
    assert ids[0] == unique_ids([("mill", "The mill was built."), ("mill", "The mill burnt.")])[1]


@pytest.mark.parametrize("case", cases("standing_alone"))
def test_a_sentence_stands_alone(case: dict[str, Any]) -> None:
    coverage = align_story(story_of({"articles": {"a": {**case, "names": list(case.get("genders", {}))}}}))
    last = max(coverage.told.values(), key=lambda told: told.place)
    edits = edits_to_stand(coverage, last)
    assert (None if edits is None else tell(coverage, 0, last.start, last.end, edits)) == case["alone"]


@pytest.mark.parametrize(
    ("text", "short"),
    [
        (
            "The council of Arnes closed the bridge on Monday, leaving two islands without a road.",
            "The council of Arnes closed the bridge on Monday […].",
        ),
        (
            "The court of Lom ruled on the tax on boats — a fee on every hull — of the harbour on Friday.",
            "The court of Lom ruled on the tax on boats […] of the harbour on Friday.",
        ),
        (
            "The court of Lom ruled that the tax was not for it to judge: “It is for the council alone.”",
            "The court of Lom ruled that the tax was not for it to judge […].",
        ),
        ("The council of Arnes closed the bridge on Monday, which the mayor had said she would.", None),
        ("The council of Arnes closed the bridge on Monday, according to two of its members.", None),
        ("While the council of Arnes closed the bridge on Monday, the mayor of Lom slept in her bed.", None),
        ("On Monday morning at ten in the old town hall, the mayor of Lom slept in her bed.", None),
        ("Three years after it was first due to open in May, Boeing has sold the mill to the town.", None),
        ("The bridge closed, leaving two islands without any road.", None),
        ("The council of Arnes closed the bridge on Monday.", None),
    ],
)
def test_shortens_a_sentence_where_nothing_needed_is_lost(text: str, short: str | None) -> None:
    assert shortened(text) == short


def test_keeps_the_words_that_a_shortened_sentence_needs() -> None:
    text = "The court of Lom issued a ruling on the tax on Monday, finding it to be unlawful."
    assert shortened(text, frozenset({"unlawful"})) is None


def test_cuts_who_says_so_only_where_it_names_them() -> None:
    assert cut_says_who("It fell, according to the bank, by 3%.", "the bank") == "It fell, […] by 3%."
    text = "Jon Vale said it fell, according to the bank, by 3%."
    assert cut_says_who(text, "Jon Vale") == text
