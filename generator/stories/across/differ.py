"""Numbers of two stories that differ for one thing in one period: a question for the later story."""

from collections.abc import Mapping, Sequence

from generator.model.brief import Brief, FigureItem, OpenQuestion
from generator.model.edtf import in_words, is_uncertain
from generator.stories.across.placed import Placed, joined_evidence
from generator.stories.across.series import Series
from generator.stories.ids import slug as slug_of
from generator.stories.questions import MOST
from generator.stories.questions.forecasts import amount, by_whom

# $147 billion and $146.9 billion are one number, rounded.
ROUNDED = 0.02
_TWO_NUMBERS = (
    "Two stories give different numbers for what is called the same. Who counted what, and how, would settle it."
)


def ask_differing(briefs: Mapping[str, Brief], series: Sequence[Series]) -> dict[str, Brief]:
    """Return the briefs with a question in the later one wherever two stories' numbers for one thing differ."""
    asked = dict(briefs)
    for one in series:
        for place, later in enumerate(one.figures):
            earlier = next((first for first in one.figures[:place] if _differ(first, later)), None)
            if earlier is not None:
                asked[later.slug] = _with(asked[later.slug], _question(one, earlier, later))
    return asked


def _differ(first: Placed[FigureItem], later: Placed[FigureItem]) -> bool:
    one, other = first.item, later.item
    known = one.period is not None and not is_uncertain(one.period) and first.slug != later.slug
    alike = (one.unit, one.period, one.rule) == (other.unit, other.period, other.rule)
    reported = one.status == other.status == "reported"
    return known and alike and reported and not (one.bound or other.bound) and not _is_rounded(one, other)


def _is_rounded(one: FigureItem, other: FigureItem) -> bool:
    return abs(one.value - other.value) <= ROUNDED * max(abs(one.value), abs(other.value))


def _question(series: Series, first: Placed[FigureItem], later: Placed[FigureItem]) -> OpenQuestion:
    numbers = " or ".join(_amount(one.item) for one in (first, later))
    question = f"Which is right for {series.name} in {in_words(later.item.period or '')}: {numbers}?"
    return OpenQuestion(
        id=f"number-{slug_of(question)}",
        question=question,
        kind="number",
        because=_TWO_NUMBERS,
        evidence=joined_evidence([first.item, later.item]),
        rule="number.stories-differ",
    )


def _amount(figure: FigureItem) -> str:
    counter = f" ({by_whom(figure.counted_by)})" if figure.counted_by else ""
    return f"{amount(figure.as_written, figure.bound)}{counter}"


def _with(brief: Brief, question: OpenQuestion) -> Brief:
    taken = {item.id for _, items in brief.sections() for item in items}
    if question.id in taken or len(brief.open_questions) >= MOST:
        return brief
    return brief.model_copy(update={"open_questions": [*brief.open_questions, question]})
