"""Questions about which of two numbers is right: of one thing at one time, or of those killed, injured, missing."""

import math
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from generator.lexicon import read_lexicon, word_set
from generator.model.edtf import bounds
from generator.model.findings import Figure
from generator.stories.amounts import COST
from generator.stories.change import is_change
from generator.stories.evidence import Told
from generator.stories.figures import Counted, merge_figures, own_measure
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    article_of,
    capital,
    everywhere,
    in_time,
    weight_of,
    with_article,
    within_sentence,
)
from generator.stories.tolls import GATHERED, fate_of, is_crowd, is_whole_toll
from generator.stories.words import content_words

# Later articles update a toll: numbers contradict where the articles are of one day or the next.
SAME_NEWS_DAYS = 1
# A toll of a time that begins so many days from its article is of its news; so is one of the month of it.
NEAR_DAYS = 7
MONTH_DAYS = 31
# About 40 is from 36 to 44.
NEARLY = 0.1

# A shorter measure does not tell what is measured.
LEAST_MEASURE = 2
_TWO_NUMBERS = Reason(
    "number",
    "Two numbers are given for what is called the same. Who counted what, and how, would settle it.",
    "number.differs",
)


def ask_numbers(context: Context) -> Iterator[Question]:
    """Ask which of two numbers is right that are given for one thing, in one unit, for one period.

    Without a period two counters give the numbers, in articles of one day.
    """
    seen: dict[tuple[frozenset[str], str | None, str | None], Sequence[Counted]] = {}
    for group in merge_figures(context.coverage):
        figure, told = group[0].figure, group[0].told
        measure = own_measure(context.coverage, group[0]) or ""
        if figure.status != "reported" or len(measure.split()) < LEAST_MEASURE or fate_of(told, figure):
            continue
        key = frozenset(content_words(measure)), figure.unit, figure.period
        other = seen.setdefault(key, group)
        if other is group or other[0].told.place == told.place:
            continue
        if figure.period is None and not _by_two(context, other[0], group[0]):
            continue
        when = f" {in_time(figure.period)}" if figure.period else ""
        what = f"the {measure}" if measure.startswith(COST) else within_sentence(measure)
        question = f"Which is right for {what}{when}: {other[0].figure.text} or {figure.text}?"
        places = tuple(counted.told.place for counted in (*other, *group))
        yield Question(question, _TWO_NUMBERS, places, weight_of(context, told.place))


def _by_two(context: Context, one: Counted, other: Counted) -> bool:
    """Tell whether two counters give two amounts in the same news."""
    first, second = one.figure.counted_by, other.figure.counted_by
    differ = bool(first and second) and first != second and not is_change(other.figure)
    return differ and _of_one_day(context, one.told, other.told)


def ask_tolls(context: Context) -> Iterator[Question]:
    """Ask which of two tolls is right that articles of one day give for one event, and that cannot both be so."""
    for fate, given in _by_fate(context).items():
        told = list(given.values())
        for one, other in ((one, other) for at, one in enumerate(told) for other in told[at + 1 :]):
            if _of_one_day(context, one[0], other[0]) and not _agree(one[1], other[1]):
                yield _question(context, fate, one, other)
                break
    yield from _ask_crowds(context)


def _ask_crowds(context: Context) -> Iterator[Question]:
    """Ask how many came together where two counters differ: in neighbouring sentences, or in articles of one day.

    One who gives several numbers counts several crowds, and so does who names another place.
    """
    given: dict[tuple[int, str], list[tuple[Told, Figure]]] = defaultdict(list)
    for told in context.coverage.undamaged_first():
        for figure in told.figures:
            if is_crowd(told, figure) and _is_of_news(context, told):
                origin = context.coverage.origins[told.place.article]
                given[origin, (figure.counted_by or "").lower()].append((told, figure))
    crowds = [counts[0] for counts in given.values() if len({figure.value for _, figure in counts}) == 1]
    for one, other in ((one, other) for at, one in enumerate(crowds) for other in crowds[at + 1 :]):
        if _of_one_crowd(context, one, other) and not _agree(one[1], other[1]):
            yield _question(context, GATHERED, one, other)
            return


def _of_one_crowd(context: Context, one: tuple[Told, Figure], other: tuple[Told, Figure]) -> bool:
    first, second = one[0], other[0]
    if (one[1].counted_by or "").lower() == (other[1].counted_by or "").lower():
        return False
    if first.place.article == second.place.article:
        near = abs(first.place.sentence - second.place.sentence) <= 1
    else:
        near = _of_one_day(context, first, second)
    places = [{name.name for name in told.names if name.kind == "place"} for told in (first, second)]
    return near and (not all(places) or bool(places[0] & places[1]))


def _by_fate(context: Context) -> dict[str, dict[int, tuple[Told, Figure]]]:
    """Return for each fate the toll of each article that gives one number for all; the first such one of a text."""
    found: dict[str, dict[int, list[tuple[Told, Figure]]]] = defaultdict(lambda: defaultdict(list))
    for told in context.coverage.undamaged_first():
        for figure in told.figures:
            fate = fate_of(told, figure) if is_whole_toll(figure) else None
            if fate and _is_of_news(context, told):
                found[fate][context.coverage.origins[told.place.article]].append((told, figure))
    return {
        fate: {
            origin: tolls[0]
            for origin, tolls in by_origin.items()
            if len({figure.value for _, figure in tolls}) == 1
        }
        for fate, by_origin in found.items()
    }


def _is_of_news(context: Context, told: Told) -> bool:
    """Tell whether a sentence dates what it tells to the days before its article or to its month, if at all."""
    published = _day(context, told)
    return published is None or all(
        _is_near(published, *bounds(mention.edtf)) for mention in told.dates if mention.edtf
    )


def _is_near(published: date, first: date | None, last: date | None) -> bool:
    """Tell whether a time begins within a week of a day, or is a month at most that takes the day in."""
    if first is None or abs((published - first).days) <= NEAR_DAYS:
        return True
    return last is not None and first <= published <= last and (last - first).days <= MONTH_DAYS


def _day(context: Context, told: Told) -> date | None:
    published = context.coverage.findings(told.place).article.published
    return bounds(published)[1] if published else None


def _of_one_day(context: Context, one: Told, other: Told) -> bool:
    first, second = _day(context, one), _day(context, other)
    return first is not None and second is not None and abs((first - second).days) <= SAME_NEWS_DAYS


def _agree(one: Figure, other: Figure) -> bool:
    (least, most), (others_least, others_most) = _range(one), _range(other)
    return least <= others_most and others_least <= most


def _range(figure: Figure) -> tuple[float, float]:
    """Return between which numbers a toll lies: “at least 12” is 12 or any more.

    >>> _range(Figure(0, 0, "", 12, "people", "at least", None, None, None, "reported", ""))
    (12, inf)
    """
    bound, value = (figure.bound or "").lower(), figure.value
    if not bound:
        return value, value
    if bound in word_set("tolls", "at_least"):
        return value, math.inf
    if bound in word_set("tolls", "at_most"):
        return 0, value
    return value * (1 - NEARLY), value * (1 + NEARLY)


def _question(context: Context, fate: str, one: tuple[Told, Figure], other: tuple[Told, Figure]) -> Question:
    numbers = [_number(figure) for _, figure in (one, other)]
    who = [_counter(context, told, figure) for told, figure in (one, other)]
    because = (
        f"{capital(who[0])}: {numbers[0]}; {who[1]}: {numbers[1]}. The articles do not say why the numbers differ. "
        "A final official count would settle it."
    )
    places = (*everywhere(context, one[0].place), *everywhere(context, other[0].place))
    verb = read_lexicon("tolls")["asked"][fate]
    return Question(
        f"How many people {verb}: {numbers[0]} or {numbers[1]}?",
        Reason("number", because, "number.toll"),
        tuple(dict.fromkeys(places)),
        max(weight_of(context, one[0].place), weight_of(context, other[0].place)),
    )


def _number(figure: Figure) -> str:
    return f"{figure.bound.lower()} {figure.value:,.0f}" if figure.bound else f"{figure.value:,.0f}"


def _counter(context: Context, told: Told, figure: Figure) -> str:
    counter = figure.counted_by
    begins = counter and told.text.startswith(counter) and not any(name.start == told.start for name in told.names)
    if counter and begins and " " not in counter and not counter.isupper():
        counter = counter.lower()
    return with_article(context, told, counter) if counter else within_sentence(article_of(context, told))
