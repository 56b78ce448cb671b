"""Questions about which of two numbers is right: of one thing at one time, or of those killed, injured, missing."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds
from generator.model.findings import Figure
from generator.stories.amounts import COST
from generator.stories.ballots import ballot_of
from generator.stories.change import is_change
from generator.stories.deeds import STEM, deed_of, sole_of, thing_of
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
from generator.stories.questions.ranges import agree
from generator.stories.tolls import GATHERED, fate_of, is_crowd, is_whole_toll
from generator.stories.words import content_words

# Later articles update a toll: numbers contradict where the articles are of one day or the next.
SAME_NEWS_DAYS = 1
# A toll of a time that begins so many days from its article is of its news; so is one of the month of it.
NEAR_DAYS = 7
MONTH_DAYS = 31
# by | Monday evening
_BY = re.compile(r"\bby (?:the end of )?\Z")
_Count = tuple[Told, Figure]

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
    seen: dict[tuple[frozenset[str], str | None, str | None, bool], Sequence[Counted]] = {}
    for group in merge_figures(context.coverage):
        figure, told = group[0].figure, group[0].told
        measure = own_measure(context.coverage, group[0]) or ""
        if figure.status != "reported" or len(measure.split()) < LEAST_MEASURE or _thing(told, figure):
            continue
        key = frozenset(content_words(measure)), figure.unit, figure.period, is_change(figure)
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
    return differ and of_one_day(context, one.told, other.told)


def ask_tolls(context: Context) -> Iterator[Question]:
    """Ask which of two counts is right that articles of one day give of one thing, and that cannot both be so.

    Of people, what befell them; of other things, what was done with them.
    """
    for counts in _by_thing(context).values():
        given = list(counts.values())
        for one, other in ((one, other) for at, one in enumerate(given) for other in given[at + 1 :]):
            near = of_one_day(context, one[0], other[0]) and _until(one[0]) == _until(other[0])
            differ = not agree(one[1], other[1]) and not _is_update(context, one, other)
            if near and differ and _of_one_unit(one, other):
                yield _question(context, _asked(one, other), one, other)
                break
    yield from _ask_crowds(context)


def _ask_crowds(context: Context) -> Iterator[Question]:
    """Ask how many came together where two counters differ: in neighbouring sentences, or in articles of one day.

    One who gives several numbers counts several crowds, and so does who names another place.
    """
    given: dict[tuple[int, str], list[_Count]] = defaultdict(list)
    for told in context.coverage.undamaged_first():
        for figure in told.figures:
            if is_crowd(told, figure) and _is_of_news(context, told, figure):
                origin = context.coverage.origins[told.place.article]
                given[origin, (figure.counted_by or "").lower()].append((told, figure))
    crowds = [counts[0] for counts in given.values() if len({figure.value for _, figure in counts}) == 1]
    for one, other in ((one, other) for at, one in enumerate(crowds) for other in crowds[at + 1 :]):
        if _of_one_crowd(context, one, other) and not agree(one[1], other[1]):
            yield _question(context, _how_many(GATHERED), one, other)
            return


def _of_one_crowd(context: Context, one: _Count, other: _Count) -> bool:
    first, second = one[0], other[0]
    if (one[1].counted_by or "").lower() == (other[1].counted_by or "").lower():
        return False
    if first.place.article == second.place.article:
        near = abs(first.place.sentence - second.place.sentence) <= 1
    else:
        near = of_one_day(context, first, second)
    places = [{name.name for name in told.names if name.kind == "place"} for told in (first, second)]
    return near and (not all(places) or bool(places[0] & places[1]))


def _by_thing(context: Context) -> dict[tuple[str, ...], dict[int, _Count]]:
    """Return for each thing the count of each article that gives one number for all; the first such one of it."""
    found: dict[tuple[str, ...], dict[int, list[_Count]]] = defaultdict(lambda: defaultdict(list))
    for told in context.coverage.undamaged_first():
        for figure in told.figures:
            thing = _thing(told, figure)
            if thing and _is_of_news(context, told, figure):
                found[thing][context.coverage.origins[told.place.article]].append((told, figure))
    return {
        thing: {
            origin: counts[0]
            for origin, counts in by_origin.items()
            if len({figure.value for _, figure in counts}) == 1
        }
        for thing, by_origin in found.items()
    }


def _thing(told: Told, figure: Figure) -> tuple[str, ...] | None:
    """Return what is counted, so that two numbers for it are to be the same; None for a part of those it befell."""
    fate = fate_of(told, figure)
    if fate:
        return (fate,) if is_whole_toll(figure) else None
    return thing_of(told, figure)


def _of_one_unit(one: _Count, other: _Count) -> bool:
    """Tell whether two units are one by their words: “tin openers” of a make or not, “mill workers”, “millers”.

    “Norair flights” are some of the “flights”.
    """
    if fate_of(*one) or ballot_of(*one):
        return True
    if sole_of(one[1]):
        return _of_one_measure(one[1].measure or "", other[1].measure or "")
    fewer, more = sorted((set((figure.unit or "").lower().split()) for _, figure in (one, other)), key=len)
    if len(fewer) > 1 and fewer <= more:
        return True
    same = {word for words in read_lexicon("deeds")["same"] for word in words}
    begin = {word[:STEM] for word in fewer}
    return all(word in same or word[:STEM] in begin for word in more)


def _of_one_measure(one: str, other: str) -> bool:
    """Tell whether what is measured is as wide in both: “damage”, “damage to roads and bridges”, not “to crops”."""
    (_, *some), (_, *others) = sorted((content_words(one), content_words(other)), key=len)
    wide = " and " in max(one, other, key=len)
    return bool(set(some) & set(others)) or (not some and (wide or not others))


def _asked(one: _Count, other: _Count) -> str:
    """Return how it is asked how many there were, by the shorter name for them."""
    fate = fate_of(*one)
    if fate:
        return _how_many(fate)
    if sole := sole_of(one[1]):
        return str(read_lexicon("deeds")["sole"][sole])
    if ballot := ballot_of(*one):
        return ballot.question
    deeds = [deed for deed in (deed_of(*one), deed_of(*other)) if deed]
    return min(deeds, key=lambda deed: len(deed.unit.split())).question


def _how_many(fate: str) -> str:
    return f"How many people {read_lexicon('tolls')['asked'][fate]}"


def _until(told: Told) -> str | None:
    """Return the time up to which a sentence counts: “by Monday evening”."""
    counted = (mention for mention in told.dates if _BY.search(told.text, 0, mention.start - told.start))
    return next((mention.edtf for mention in counted), None)


def _is_of_news(context: Context, told: Told, figure: Figure) -> bool:
    """Tell whether a sentence dates what it tells to the days before its article or to its month, if at all.

    What an article opens with is its news whatever else the sentence dates, a profit of last year; so is what there
    is one of: “Turnout was 58%, up from 44% four years ago”.
    """
    published = _day(context, told)
    opens = told.place.sentence == 0 and bool(ballot_of(told, figure) or deed_of(told, figure))
    dates = [figure.period] if opens or sole_of(figure) else [mention.edtf for mention in told.dates]
    return published is None or all(_is_near(published, *bounds(edtf)) for edtf in dates if edtf)


def _is_near(published: date, first: date | None, last: date | None) -> bool:
    """Tell whether a time begins within a week of a day, or is a month at most that takes the day in."""
    if first is None or abs((published - first).days) <= NEAR_DAYS:
        return True
    return last is not None and first <= published <= last and (last - first).days <= MONTH_DAYS


def _day(context: Context, told: Told) -> date | None:
    published = context.coverage.findings(told.place).article.published
    return bounds(published)[1] if published else None


def of_one_day(context: Context, one: Told, other: Told) -> bool:
    first, second = _day(context, one), _day(context, other)
    return first is not None and second is not None and abs((first - second).days) <= SAME_NEWS_DAYS


def _is_update(context: Context, one: _Count, other: _Count) -> bool:
    """Tell whether an article of the next day only counts more than the one before it."""
    first, second = _day(context, one[0]), _day(context, other[0])
    if first is None or second is None or first == second:
        return False
    return (first < second) == (one[1].value < other[1].value)


def _question(context: Context, asked: str, one: _Count, other: _Count) -> Question:
    numbers = [_number(figure) for _, figure in (one, other)]
    who = [_counter(context, told, figure) for told, figure in (one, other)]
    if who[0] == who[1]:
        said = f"{who[0]} in " if one[1].counted_by else ""
        who = [f"{said}one article", f"{said}another"]
    because = (
        f"{capital(who[0])}: {numbers[0]}; {who[1]}: {numbers[1]}. The articles do not say why the numbers differ. "
        "A final official count would settle it."
    )
    places = (*everywhere(context, one[0].place), *everywhere(context, other[0].place))
    return Question(
        f"{asked}: {numbers[0]} or {numbers[1]}?",
        Reason("number", because, "number.toll" if fate_of(*one) or is_crowd(*one) else "number.count"),
        tuple(dict.fromkeys(places)),
        max(weight_of(context, one[0].place), weight_of(context, other[0].place)),
    )


def _number(figure: Figure) -> str:
    if sole_of(figure):
        return figure.text[0].lower() + figure.text[1:]
    return f"{figure.bound.lower()} {figure.value:,.0f}" if figure.bound else f"{figure.value:,.0f}"


def _counter(context: Context, told: Told, figure: Figure) -> str:
    counter = figure.counted_by
    begins = counter and told.text.startswith(counter) and not any(name.start == told.start for name in told.names)
    if counter and begins and " " not in counter and not counter.isupper():
        counter = counter.lower()
    return with_article(context, told, counter) if counter else within_sentence(article_of(context, told))
