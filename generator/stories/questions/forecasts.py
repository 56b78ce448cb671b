"""Questions about forecasts: did they come true, which of two came closer, which year was meant."""

import re
from collections.abc import Iterator
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.model.edtf import bounds, in_words
from generator.model.findings import Figure
from generator.stories.figures import Counted, merge_figures, open_year, same_measure, without_two_sides
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    everywhere,
    in_time,
    short_enough,
    weight_of,
    with_article,
    within_sentence,
)
from generator.stories.questions.steps import find_steps

# Years after which it is known how something came out: till then it is asked what will be. Of years that lie nearer
# it is asked so that it reads well before and after.
FAR_AHEAD, AHEAD = 5, 1
FORECAST, WHICH_YEAR = "forecast", "date.forecast-year"
# would rise to $3 billion if the vote fails
_CONDITION = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
# 9 million tonnes | almost $3 billion; not: raised its forecast by 0.1 points
_AMOUNT = re.compile(r"(?:[a-z]+ ){0,3}[^\w\s]{0,2}[A-Z]{0,3}[$€£¥]?\d|[^\d]+$")
# exports | of wheat
_HEAD_ENDS = re.compile(r" (?:of|between|with|in|for|to|from|at|by|on|per)\b")
# Ann Lee | (according to the port's paper)
_CHAIN = re.compile(r"(?:(?<!\s)\s+)?\([^()]*\)$")
# Did | exports | reach | £3bn | in 2033 | , as the council forecast?
_REACHED = re.compile(r"Did (?P<what>.{2,90}) (?:reach|come to) (?P<amount>.{1,60})")
_FORECAST_BY = re.compile(r", as (?P<by>[^,]{2,60}) forecast$")
_CAME = Reason("forecast", "The articles give the forecast, and the count that came.", FORECAST)


def ask_forecasts(context: Context) -> Iterator[Question]:
    """Ask whether what was forecast came about; answered where an article of the story gives the figure."""
    groups = merge_figures(context.coverage)
    for forecasts in _rivals(groups):
        if len(forecasts) == 1:
            question = _forecast_question(context, groups, forecasts[0])
        else:
            question = _closer_question(context, groups, forecasts)
        if (
            question is None
            or _is_range(forecasts)
            or not short_enough(question)
            or any(_is_supposed(group) for group in forecasts)
        ):
            continue
        outcome = _outcome(groups, forecasts[0])
        told = [counted.told for group in forecasts for counted in group]
        places = tuple(place for one in told for place in everywhere(context, one.place))
        weight = max(weight_of(context, one.place) for one in told)
        if outcome is None:
            question = _as_ahead(context, forecasts[0][0], question)
            period = forecasts[0][0].figure.period
            final = f"The final count for {in_words(period)}" if period else "A later count"
            given = "forecast" if len(forecasts) == 1 else "forecasts"
            because = f"This story gives the {given}, and no later count. {final} would settle it."
            yield Question(question, Reason("forecast", because, FORECAST), places, weight)
        else:
            yield Question(question, _CAME, (*places, outcome.told.place), weight, _answer(outcome))


def ask_years(context: Context) -> Iterator[Question]:
    """Ask which year a forecast is for, where the words of its sentence leave that open."""
    groups = merge_figures(context.coverage)
    for group in groups:
        counted = group[0]
        figure, told = counted.figure, counted.told
        words = open_year(told, figure)
        if (
            words is None
            or figure.measure is None
            or not figure.counted_by
            or figure.unit == "%"
            or _is_supposed(group)
        ):
            continue
        dated = [mention.text for mention in told.dates if mention.edtf and mention.edtf == figure.period]
        says = f"both “{dated[0]}” and “{words}”" if dated else f"“{words}” and names no year"
        because = (
            f"The sentence says {says}, so the year is not certain. "
            "The speech or paper that the forecast comes from would settle it."
        )
        what = f"forecast of {figure.text} for {within_sentence(_named(groups, figure))}"
        question = f"Which year did {_subject(context, counted)} mean by the {what}?"
        places = tuple(place for one in group for place in everywhere(context, one.told.place))
        yield Question(question, Reason("date", because, WHICH_YEAR), places, weight_of(context, told.place))


def by_whom(counter: str | None, *passages: str) -> str:
    """Return a counter as it stands behind what it counted, with the article that a passage sets before it.

    >>> by_whom("The ministry"), by_whom("Ann Lee"), by_whom("port office", "The port office expects less.")
    ('by the ministry', 'by Ann Lee', 'by the port office')
    """
    name = within_sentence(maker(counter) or "somebody not named")
    behind_the = re.compile(rf"\b[Tt]he {re.escape(name)}\b")
    return f"by {'the ' if any(behind_the.search(passage) for passage in passages) else ''}{name}"


def maker(counter: str | None) -> str:
    """Return who counted, without the chain it came through.

    >>> maker("Ann Lee (according to the port's paper)")
    'Ann Lee'
    """
    return _CHAIN.sub("", counter or "")


def amount(written: str, bound: str | None) -> str:
    """Return a quantity with the word that makes it inexact.

    >>> amount("$3 billion", "more than"), amount("$3 billion", None)
    ('more than $3 billion', '$3 billion')
    """
    return f"{bound} {written}" if bound and not written.lower().startswith(bound.lower()) else written


def _is_supposed(group: list[Counted]) -> bool:
    """Tell whether the figure stands under a condition everywhere: that is no forecast to be settled."""
    return all(_CONDITION.search(counted.told.text) for counted in group)


def _rivals(groups: list[list[Counted]]) -> list[list[list[Counted]]]:
    """Put together the forecasts of one thing for one certain period that give different numbers."""
    rivals: list[list[list[Counted]]] = []
    for group in groups:
        figure = group[0].figure
        if figure.status != "forecast" or (figure.measure and open_year(group[0].told, figure)):
            continue
        for others in rivals:
            other = others[0][0].figure
            same = (figure.unit, figure.period) == (other.unit, other.period) and figure.period is not None
            if same and same_measure(figure, other):
                others.append(group)
                break
        else:
            rivals.append([group])
    return rivals


def _closer_question(context: Context, groups: list[list[Counted]], forecasts: list[list[Counted]]) -> str | None:
    figure = forecasts[0][0].figure
    if not all(_AMOUNT.match(group[0].figure.text) for group in forecasts):
        return None
    period = f" {in_time(figure.period)}" if figure.period else ""
    numbers = [_by_maker(context, group[0]) for group in forecasts]
    listed = f"{', '.join(numbers[:-1])} or {numbers[-1]}"
    return f"Which forecast of {within_sentence(_named(groups, figure))}{period} came closer: {listed}?"


def _is_range(forecasts: list[list[Counted]]) -> bool:
    """Tell whether two numbers are one forecast of one maker: between $17 million and $19 million."""
    return len(forecasts) > 1 and len({group[0].told.place for group in forecasts}) < len(forecasts)


def _by_maker(context: Context, counted: Counted) -> str:
    by = maker(counted.figure.counted_by)
    return f"{counted.figure.text} ({with_article(context, counted.told, by)})" if by else counted.figure.text


def _forecast_question(context: Context, groups: list[list[Counted]], group: list[Counted]) -> str | None:
    counted = group[0]
    figure, told = counted.figure, counted.told
    by = f", as {_subject(context, counted)} forecast" if figure.counted_by else ""
    if not _AMOUNT.match(figure.text) or "forecast" in (figure.measure or "").lower():
        return None
    if figure.unit == "%":
        asked = next((step for step in find_steps(context, told) if figure.text in step.question), None)
        changes = asked and asked.dated and asked.verb in word_set("questions", "changes")
        # The number is expected to rise: of what, the sentence before tells.
        changes = changes and not (asked and _bare_counts().search(asked.question))
        return f"{asked.question.removesuffix('?')}{by}?" if asked and changes else None
    is_bare = figure.measure is None or figure.measure.startswith(f"{figure.unit} ")
    if is_bare or figure.period is None or (figure.unit or "").startswith("percent"):
        return None
    # “Did bridge loan reach …”: a thing that is not counted does not reach an amount.
    if not _is_counted(figure.measure or "") or figure.bound in word_set("questions", "most"):
        return None
    period = f" {in_time(figure.period)}" if figure.period else ""
    reach = "come to" if figure.bound in word_set("questions", "upper_bounds") else "reach"
    return f"Did {within_sentence(_named(groups, figure))} {reach} {figure.text}{period}{by}?"


def _as_ahead(context: Context, counted: Counted, question: str) -> str:
    """Return a question about a year that lies far ahead as one of what will be."""
    published = context.coverage.findings(counted.told.place).article.published
    days = [bounds(one)[1] for one in (published, counted.figure.period) if one]
    today, ends = days if len(days) == 2 else (None, None)
    years = ends.year - today.year if today and ends else 0
    if years > FAR_AHEAD and question.startswith("Did "):
        return f"Will {question.removeprefix('Did ')}"
    match = _REACHED.match(question) if years > AHEAD else None
    written, period = counted.figure.text, counted.figure.period
    if match is None or period is None or not match["amount"].startswith(written):
        return question
    do = "do" if _HEAD_ENDS.split(match["what"], maxsplit=1)[0].endswith("s") else "does"
    by = _FORECAST_BY.search(question.removesuffix("?"))
    whose = f"that {by['by']} forecast" if by else "that was forecast"
    return f"How {do} {match['what']} {in_time(period)} compare with the {written} {whose}?"


@cache
def _bare_counts() -> re.Pattern[str]:
    """Return the pattern of a count that does not say of what: “the number”; not: the number of visitors."""
    nouns = "|".join(read_lexicon("questions")["bare_counts"])
    return re.compile(rf"^Did (?:the|this|that|these|those|its|their) (?:{nouns})\b(?! (?:of|for|at|in|on|paid)\b)")


def _is_counted(measure: str) -> bool:
    """Tell whether a measure reaches an amount: a plural, or what is no single thing: trade, output.

    >>> _is_counted("exports of wheat"), _is_counted("trade between the two"), _is_counted("bridge loan")
    (True, True, False)
    """
    words = _HEAD_ENDS.split(measure, maxsplit=1)[0].lower().split()
    return bool(words) and (words[-1].endswith("s") or words[-1] in word_set("questions", "quantities"))


def _subject(context: Context, counted: Counted) -> str:
    return with_article(context, counted.told, maker(counted.figure.counted_by))


def _named(groups: list[list[Counted]], figure: Figure) -> str:
    """Return what is measured, in the words of the story that name the sides where the figure's own do not."""
    measure = figure.measure or ""
    if without_two_sides(measure) == measure:
        return measure
    others = (one.figure for group in groups for one in group)
    return next(
        (
            other.measure
            for other in others
            if other.measure and without_two_sides(other.measure) == other.measure and same_measure(other, figure)
            and any(letter.isupper() for letter in other.measure[1:])
        ),
        measure,
    )  # fmt: skip


def _outcome(groups: list[list[Counted]], forecast: list[Counted]) -> Counted | None:
    """Return the reported figure of the same measure, unit and period."""
    wanted = forecast[0].figure
    for group in groups:
        figure = group[0].figure
        same = figure.status == "reported" and figure.unit == wanted.unit and figure.period == wanted.period
        if same and figure.period and same_measure(figure, wanted):
            return group[0]
    return None


def _answer(outcome: Counted) -> str:
    by = f", counted {by_whom(outcome.figure.counted_by)}" if outcome.figure.counted_by else ""
    return f"{outcome.figure.text}{by}."
