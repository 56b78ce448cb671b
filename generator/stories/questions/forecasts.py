"""Questions about forecasts: did they come true, and which of two came closer."""

import re
from collections.abc import Iterator

from generator.model.edtf import in_words
from generator.stories.figures import Counted, merge_figures, same_measure
from generator.stories.questions.announced import did_questions
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    everywhere,
    short_enough,
    weight_of,
    with_article,
    within_sentence,
)

# would rise to $3 billion if the vote fails
_CONDITION = re.compile(r"\b(?:if|unless)\b", re.IGNORECASE)
_CAME = Reason("forecast", "The articles give the forecast, and the count that came.", "forecast")


def ask_forecasts(context: Context) -> Iterator[Question]:
    """Ask whether what was forecast came about; answered where an article of the story gives the figure."""
    groups = merge_figures(context.coverage)
    for forecasts in _rivals(groups):
        question = _forecast_question(context, forecasts[0]) if len(forecasts) == 1 else _closer_question(forecasts)
        if question is None or not short_enough(question) or any(_is_supposed(group) for group in forecasts):
            continue
        outcome = _outcome(groups, forecasts[0])
        told = [counted.told for group in forecasts for counted in group]
        places = tuple(place for one in told for place in everywhere(context, one.place))
        weight = max(weight_of(context, one.place) for one in told)
        if outcome is None:
            period = forecasts[0][0].figure.period
            final = f"The final count for {in_words(period)}" if period else "The final count"
            given = "forecast" if len(forecasts) == 1 else "forecasts"
            because = f"This story gives the {given}, and no later count. {final} would settle it."
            yield Question(question, Reason("forecast", because, "forecast"), places, weight)
        else:
            yield Question(question, _CAME, (*places, outcome.told.place), weight, _answer(outcome))


def _is_supposed(group: list[Counted]) -> bool:
    """Tell whether the figure stands under a condition everywhere: that is no forecast to be settled."""
    return all(_CONDITION.search(counted.told.text) for counted in group)


def _rivals(groups: list[list[Counted]]) -> list[list[list[Counted]]]:
    """Put together the forecasts of one thing for one period that give different numbers."""
    rivals: list[list[list[Counted]]] = []
    for group in groups:
        figure = group[0].figure
        if figure.status != "forecast":
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


def _closer_question(forecasts: list[list[Counted]]) -> str:
    figure = forecasts[0][0].figure
    period = f" in {in_words(figure.period)}" if figure.period else ""
    numbers = [
        f"{group[0].figure.text} ({with_article(group[0].told, by)})" if (by := group[0].figure.counted_by)
        else group[0].figure.text
        for group in forecasts
    ]  # fmt: skip
    listed = f"{', '.join(numbers[:-1])} or {numbers[-1]}"
    return f"Which forecast of {within_sentence(figure.measure or '')}{period} came closer: {listed}?"


def _forecast_question(context: Context, group: list[Counted]) -> str | None:
    counted = group[0]
    figure, told = counted.figure, counted.told
    asked = next((question for question in did_questions(context, told) if figure.text in question), None)
    if figure.measure is None or figure.unit == "%":
        return asked
    period = f" in {in_words(figure.period)}" if figure.period else ""
    by = f", as {with_article(told, figure.counted_by)} forecast" if figure.counted_by else ""
    return f"Did {within_sentence(figure.measure)} reach {figure.text}{period}{by}?"


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
    by = f", counted by {within_sentence(outcome.figure.counted_by)}" if outcome.figure.counted_by else ""
    return f"{outcome.figure.text}{by}."
