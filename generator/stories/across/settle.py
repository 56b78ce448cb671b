"""Forecasts held against the figure that came, whichever story gives it, and the questions that this answers."""

from collections.abc import Mapping, Sequence
from typing import Literal

from generator.model.brief import Brief, FigureItem, OpenQuestion
from generator.model.edtf import in_words, is_uncertain
from generator.stories.across.placed import Placed, joined_evidence, passages
from generator.stories.across.series import Series, counter_words
from generator.stories.questions.forecasts import FORECAST, WHICH_YEAR, amount, by_whom

Settled = Mapping[str, tuple[Placed[FigureItem], Placed[FigureItem]]]
# What is truly open stands first, what is answered last.
STATUSES = ("open", "partly", "answered")
_ANOTHER_COUNTER = (
    "The forecast and the count that came were made by different services, which may not count the same."
)
_SAME_COUNTER = "A later article gives the count that came."


def settle_forecasts(briefs: Mapping[str, Brief], series: Sequence[Series]) -> dict[str, Brief]:
    """Return the briefs with each forecast linked to the figure that settles it, and its questions answered."""
    settled = {
        forecast.reference: (forecast, outcome)
        for one in series
        for forecast in one.figures
        if forecast.item.status == "forecast" and (outcome := _outcome(one, forecast)) is not None
    }
    return {slug: _with_outcomes(slug, brief, settled) for slug, brief in briefs.items()}


def _outcome(series: Series, forecast: Placed[FigureItem]) -> Placed[FigureItem] | None:
    """Return the reported figure of the forecast's unit and period; one by its own counter goes first."""
    wanted = forecast.item
    if wanted.period is None:
        return None
    came = [
        one
        for one in series.figures
        if one.item.status == "reported"
        and (one.item.unit, one.item.period) == (wanted.unit, wanted.period.rstrip("?"))
        and _is_change(one.item) == _is_change(wanted)
    ]
    own = counter_words(wanted.counted_by)
    return min(came, key=lambda one: counter_words(one.item.counted_by) != own, default=None)


def _is_change(figure: FigureItem) -> bool:
    return (figure.rule or "").endswith(".change")


def _with_outcomes(slug: str, brief: Brief, settled: Settled) -> Brief:
    figures = [
        figure.model_copy(update={"settled_by": settled[reference][1].reference})
        if (reference := f"{slug}/{figure.id}") in settled
        else figure
        for figure in brief.figures
    ]
    questions = [_answered(slug, brief, question, settled) for question in brief.open_questions]
    if questions != list(brief.open_questions):
        questions.sort(key=lambda question: STATUSES.index(question.status))
    return brief.model_copy(update={"figures": figures, "open_questions": questions})


def _answered(slug: str, brief: Brief, question: OpenQuestion, settled: Settled) -> OpenQuestion:
    """Return the question with its answer, where all forecasts that it asks about are settled."""
    if question.rule not in {FORECAST, WHICH_YEAR} or question.status != "open":
        return question
    asked = [figure for figure in brief.figures if _is_asked(question, figure)]
    found = [settled[f"{slug}/{figure.id}"] for figure in asked if f"{slug}/{figure.id}" in settled]
    if not found or len(found) < len(asked):
        return question
    outcome = found[0][1].item
    if any(is_uncertain(figure.period or "") for figure in asked):
        because = f"{question.because} {_answer_if(asked[0], outcome)}"
        return question.model_copy(update={"because": because, "evidence": joined_evidence([question, outcome])})
    status: Literal["partly", "answered"]
    if any(counter_words(figure.counted_by) != counter_words(outcome.counted_by) for figure in asked):
        status, because, answer = "partly", _ANOTHER_COUNTER, _answer(asked, outcome)
    else:
        status, because, answer = "answered", _SAME_COUNTER, _answer(asked, outcome)
    evidence = joined_evidence([question, outcome])
    return question.model_copy(
        update={"status": status, "because": because, "answer": answer, "evidence": evidence}
    )


def _is_asked(question: OpenQuestion, figure: FigureItem) -> bool:
    shared = set(passages(question)) & set(passages(figure))
    return figure.status == "forecast" and figure.as_written in question.question and bool(shared)


def _answer(forecasts: Sequence[FigureItem], outcome: FigureItem) -> str:
    """Say what came, who counted it, and, by arithmetic of our own, whether it is what was forecast."""
    came = f"{_amount(outcome)} in {in_words(outcome.period or '')}{_counted(outcome)}"
    if len(forecasts) > 1:
        closest = min(forecasts, key=lambda figure: abs(figure.value - outcome.value))
        return f"{_amount(closest)} came closer, by our arithmetic: it was {came}."
    others = counter_words(forecasts[0].counted_by) != counter_words(outcome.counted_by)
    reached = "yes" if outcome.value >= forecasts[0].value else "no"
    reached = f"By another count, {reached}" if others else reached.capitalize()
    maker = f"; the forecast was {_by(forecasts[0])}" if others and forecasts[0].counted_by else ""
    return f"{reached}: it was {came}{maker}."


def _answer_if(forecast: FigureItem, outcome: FigureItem) -> str:
    """Say what follows for each year that may be meant: which one it was, the figure does not tell."""
    period = in_words(outcome.period or "")
    came = "was reached" if outcome.value >= forecast.value else "was not reached"
    by = f" by the count of {_by(outcome).removeprefix('by ')}" if outcome.counted_by else ""
    return f"If {period} was meant, the forecast {came}{by}: {_amount(outcome)}."


def _counted(outcome: FigureItem) -> str:
    return f", as counted {_by(outcome)}" if outcome.counted_by else ""


def _by(figure: FigureItem) -> str:
    """Return who counted, with the article that a passage sets before the name."""
    return by_whom(figure.counted_by, *passages(figure))


def _amount(figure: FigureItem) -> str:
    return amount(figure.as_written, figure.bound)
