"""In what order events of a timeline took place: by their dates, and within a day by what the words tell."""

import re
from collections.abc import Sequence
from itertools import groupby

from generator.model.edtf import bounds
from generator.model.findings import Event
from generator.stories.evidence import Told

# Earlier on Friday | Earlier Wednesday, | earlier in the day; not: earlier in the year, earlier this month
_EARLIER = re.compile(
    r"\bearlier(?: on)? (?:[A-Z][a-z]+day|that day|in the day|the same day|today)\b", re.IGNORECASE
)
# had greeted her | had already left
_HAD = re.compile(
    r"\bhad (?:already |also |just |earlier |previously )?\w+(?:ed|en|de|me|ne|nt|ld|ft|et|id|ew|un)\b"
)
# By Sunday afternoon: on that day or before
_BY = re.compile(r"\b[Bb]y (?:the )?(?:late |early )?$")
# 2019-08-04TAF | 2019-08-04T17:00
_TIME = re.compile(r"T(?P<part>[A-Z]{2}|\d{2}(?::\d{2})?)")
# The hours that parts of a day are taken for where they stand beside others.
_PARTS = {"MO": "09", "MI": "12", "AF": "15", "EV": "19", "NI": "22"}


def is_earlier(told: Told, event: Event) -> bool:
    """Tell whether the words set an event before others of its day: “Earlier on Friday”, “had greeted”."""
    clause = told.text[event.start - told.start : event.end - told.start]
    return bool(_EARLIER.search(clause) or _HAD.search(clause))


def is_by(told: Told, event: Event) -> bool:
    """Tell whether an event took place on its day or before: “By Sunday, three of them had left”."""
    dates = [mention for mention in told.dates if mention.edtf == event.edtf]
    return bool(dates) and all(_BY.search(told.text, 0, mention.start - told.start) for mention in dates)


def time_of_day(told: Told, event: Event) -> str | None:
    """Return the hour that the clause of an event gives; None where it gives none, or several."""
    hours = set()
    for mention in told.dates:
        match = _TIME.search(mention.value) if mention.type == "TIME" else None
        if match and event.start <= mention.start < event.end:
            hours.add(_PARTS.get(match["part"], match["part"]))
    return hours.pop() if len(hours) == 1 and all(hour[0].isdigit() for hour in hours) else None


def by_hours(days: Sequence[str], hours: Sequence[str | None]) -> list[int]:
    """Return the places in order, those of one date that give an hour put in the order of their hours.

    >>> by_hours(["3 May", "3 May", "3 May"], ["18", None, "09"])
    [2, 1, 0]
    """
    order: list[int] = []
    for _, group in groupby(range(len(days)), key=days.__getitem__):
        places = list(group)
        timed = [place for place in places if hours[place]]
        ranked = iter(sorted(timed, key=lambda place: hours[place] or ""))
        order += [next(ranked) if hours[place] else place for place in places]
    return order


def years_before(edtf: str, other: str | None) -> float:
    """Return how many years one date lies before another; 0 where either is not known."""
    last, first = bounds(edtf)[1], bounds(other)[0] if other else None
    return max((first - last).days / 365.25, 0.0) if first and last else 0.0
