"""Which of two values is asked about that two outlets give for what there is one of, and which agree."""

import pytest

from generator.extract import extract
from generator.model.article import Article
from generator.model.briefing import Story
from generator.stories import compose_brief

_DEATH = "Ida Moe, the painter of the Arnes frescoes, died on Monday at her home in Moss. She was 91."
_HELD = "Police in Arnes arrested Ole Berg, 34, a former clerk, on Friday over stolen jewels."
_DEAL = "Norland Shipping and Moss Ferries agreed on Monday to a takeover worth £3.2bn."


def _asked(one: str, other: str, published: str = "2031-05-07") -> list[str]:
    days = ("2031-05-07", published)
    articles = [
        Article(f"{name}.txt", text, title, published=day, outlet=name)
        for name, text, title, day in zip("ab", (one, other), ("News of Arnes", "Arnes today"), days, strict=True)
    ]
    story = Story(("a", "b"), tuple(extract(article, ()) for article in articles), ())
    return [item.question for item in compose_brief(story).open_questions if item.kind == "number"]


@pytest.mark.parametrize(
    ("one", "other", "asked"),
    [
        (
            _DEATH,
            "The painter Ida Moe has died aged 92, the council of Arnes said on Tuesday.",
            ["At what age did Ida Moe die: 91 or 92?"],
        ),
        (
            _DEATH,
            "Tributes were paid in Arnes. The painter Ida Moe died on Sunday in Moss, her daughter said.",
            ["When did Ida Moe die: on 4 May 2031 or on 5 May 2031?"],
        ),
        (
            "The painter Ida Moe won the Norland Medal in 2009.",
            "The mayor of Arnes praised Ida Moe. Ida Moe was awarded the Norland Medal in 2008.",
            ["In which year did Ida Moe receive the Norland Medal: 2008 or 2009?"],
        ),
        (
            _HELD,
            "Ole Berg, 36, was held after a chase, the prosecutor of Arnes said.",
            ["How old is Ole Berg: 34 or 36?"],
        ),
        (
            "A ferry carrying 312 passengers sank off Arnes on Friday after it hit a rock.",
            "Fishermen in Moss saw the ferry sink with 290 passengers on board, an officer said.",
            ["How many passengers were on board: 312 or 290?"],
        ),
        (
            _DEAL,
            "Unions in Arnes fear for jobs. The takeover, valued at £2.9bn, is to be voted on in June.",
            ["How much is the takeover worth: £2.9bn or £3.2bn?"],
        ),
    ],
)
def test_two_values_for_one_thing_are_asked_about_once(one: str, other: str, asked: list[str]) -> None:
    assert _asked(one, other) == asked


@pytest.mark.parametrize(
    "other",
    [
        "The painter Ida Moe has died aged 91, the council of Arnes said on Tuesday.",
        "The painter Jo Moe died on Sunday aged 84, the council of Arnes said.",
        "Ida Moe was 20 when her father died at 62 Mill Lane in Arnes.",
    ],
)
def test_what_agrees_and_what_is_of_another_is_not_asked(other: str) -> None:
    assert _asked(_DEATH, other) == []


@pytest.mark.parametrize(
    "other",
    [
        "Unions in Arnes fear for jobs. The takeover, valued at £3.15bn, is to be voted on in June.",
        "Norland Shipping and Arnes Tugs agreed on Monday to a takeover worth £1.1bn.",
        "The takeover of 2024, worth £1.1bn, failed, the mayor of Arnes said.",
        "The arms deal is worth £1.1bn, the mayor of Arnes said.",
        "The takeover is worth at least £2.9bn, the mayor of Arnes said.",
    ],
)
def test_what_is_rounded_and_another_deal_is_not_asked(other: str) -> None:
    assert _asked(_DEAL, other) == []


@pytest.mark.parametrize(
    ("other", "published"),
    [
        ("Ole Berg, 34, was held after a chase, the prosecutor of Arnes said.", "2031-05-07"),
        ("Jo Berg, 36, was held after a chase, the prosecutor of Arnes said.", "2031-05-07"),
        ("Ole Berg, 35, was sentenced to two years, the court of Arnes said.", "2031-09-07"),
        ("Ole Berg, 36 metres from the shore, was held, the prosecutor of Arnes said.", "2031-05-07"),
    ],
)
def test_ages_of_other_people_and_other_months_are_not_asked(other: str, published: str) -> None:
    assert _asked(_HELD, other, published) == []


def test_passengers_of_a_year_are_not_on_board() -> None:
    one = "A ferry carrying 312 passengers sank off Arnes on Friday after it hit a rock."
    assert (
        _asked(one, "The ferry sank on Friday. The line was carrying 90,000 passengers a year, the port said.")
        == []
    )


def test_a_price_of_another_week_may_have_been_raised() -> None:
    assert _asked(_DEAL, "The takeover, valued at £2.9bn, was agreed, the mayor of Arnes said.", "2031-05-19") == []
