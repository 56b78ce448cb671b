"""From an expression to what it means: which function reads which rule, and what a text has named so far."""

import re
from collections.abc import Callable, Mapping

from generator.extract.dates import counted, days, durations, stretches
from generator.extract.dates.context import Context, Named, Reading
from generator.extract.dates.grammar import Phrase
from generator.extract.dates.years import SENTENCE_END, framing_year

Resolver = Callable[[Phrase, Context], Reading | list[Reading] | None]

RESOLVERS: Mapping[str, Resolver] = {
    "iso": days.iso,
    "numeric": days.numeric,
    "clock": days.clock,
    "date": days.date_of_month,
    "day-range": days.day_range,
    "nth-weekday": days.nth_weekday,
    "week-of": days.week_of,
    "weekday": days.weekday,
    "today": days.today,
    "daypart": days.daypart,
    "holiday": days.holiday,
    "month": stretches.month,
    "quarter": stretches.quarter,
    "half": stretches.half,
    "season": stretches.season,
    "year": stretches.year,
    "fiscal": stretches.fiscal,
    "year-range": stretches.year_range,
    "decade": stretches.decade,
    "century": stretches.century,
    "relative": stretches.relative,
    "before": stretches.before,
    "counted": counted.counted,
    "year-before": stretches.year_before,
    "year-quarter": stretches.year_quarter,
    "ago": stretches.ago,
    "the": stretches.the,
    "edge-unit": stretches.edge_unit,
    "reference": stretches.reference,
    "set": durations.repeated,
    "set-word": durations.repeated,
    "span": durations.lasting,
    "duration": durations.lasting,
    "one": durations.lasting,
    "long": durations.vague,
    "plural": durations.vague,
    "recent": durations.recent,
}
# A quarter of the year before is spoken of for comparison: "the quarter" is not that one.
_COMPARED = frozenset({"year-before", "year-quarter"})
_LEAD = 40  # characters before a day in which it shows what the day is of
_SINCE = re.compile(r"\b[Ss]ince (?:the )?\Z")
# it was shut on Tuesday, [police said] Friday
_SAID = re.compile(r"\b(?:said|told [\w’'. -]{1,25}|announced|added|confirmed)(?: late| early)?(?: on)? \Z")


def resolve(phrase: Phrase, context: Context) -> list[Reading]:
    """Return the readings of an expression (two for "April 24 and 25"); none where it is no date after all.

    What it names is kept in `context`, for the expressions that follow.
    """
    try:
        found = RESOLVERS[phrase.rule](phrase, context)
    except (OverflowError, ValueError):  # a day that no calendar has, or a year beyond 1 to 9999
        return []
    if (
        phrase.rule == "span"
        and phrase.has("THE", "ORD", "LATEST")
        and not phrase.has("LAST", "PAST", "NEXT", "COMING")
    ):
        context.quarter = None  # "a year earlier" than "the first nine months" is no quarter
    readings = found if isinstance(found, list) else [found] if found else []
    for reading in readings:
        if reading.period:
            named = Named(reading.period, context.text[phrase.start : phrase.end], phrase.end)
            context.last = _spoken_of_next(named, context)
            context.frame = framing_year(phrase, context.text, reading.period) or context.frame
            if reading.period.unit == "Q" and phrase.rule not in _COMPARED:
                context.quarter = named
    return readings


def _spoken_of_next(named: Named, context: Context) -> Named | None:
    """Return the day from which what follows is counted: that of the news, not the one on which it was told.

    "The mine was shut on Tuesday, police said Friday. Ten men left [that morning]." No day is spoken of where one
    only bounds a stretch: "since 8 July".
    """
    if named.period.unit != "D":
        return named
    before = context.text[max(0, named.end - len(named.words) - _LEAD) : named.end - len(named.words)]
    if _SINCE.search(before):
        return None
    last = context.last
    told = last and last.period.unit == "D" and _SAID.search(before)
    between = context.text[last.end : named.end] if last else ""
    return last if told and not SENTENCE_END.search(between) else named
