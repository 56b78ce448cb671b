"""When something was said: the day that its sentence, its occasion or its article gives, and how that is known."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from generator.model.edtf import bounds, in_words
from generator.model.findings import DateMention, Event, Quotation
from generator.stories.days import gives_day, is_day, may_be_same
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.occasions import Occasions, day_of_occasion, day_of_own, find_ruling

# Rules of events on whose day a clause takes place that gives none itself: it says, or it is the news.
_IMPLIED, _LEAD = {"said"}, "lead."
# News so many days old when it is told is fresh: what is said of it was said then. Older news draws later words.
FRESH_DAYS, WEEK = 2, 7
# The mayor has | said: on some day before
_PERFECT_BEFORE = re.compile(r"\b(?:has|have|had|having)(?: [a-z]+){0,2} $")
# in an interview | in a memoir: nobody knows of which day
_UNDATED = re.compile(
    r"\b(?:in|during) (?:an?|his|her|their) (?:[\w’'-]+ ){0,3}(?:interview|memoir|book|podcast)s?\b", re.IGNORECASE
)
# said Moe, | who led the council until 1997 | . “We …
_WHO = re.compile(r", (?:who|whose|whom)\b[^“”\"]*")
# For each article the days of its news, with the sentences that tell of them.
FreshDays = Sequence[Mapping[str, set[int]]]


def when_said(
    coverage: Coverage,
    stretches: Sequence[Quotation],
    places: Sequence[Place],
    occasions: Occasions,
    fresh: FreshDays,
) -> tuple[str, str | None] | None:
    """Return the day of the utterance and how it is known.

    It is the one day that its sentences give outside its words, or that of the occasion they name, or that of the
    clause that says who said it; where that clause gives none, the day that the sentence before gives for what the
    speaker does there, marked as not certain. An article that tells of several days implies none of them.
    """
    told = [coverage.told[place] for place in places]
    events = [(one, event) for one in told for event in one.events]
    given = [event for one, event in events if gives_day(_outside(one, stretches), event)]
    if len({event.edtf for _, event in events}) == 1 and len(given) == len(events):
        return _known(given[0])
    meant = {found for one in told if (found := day_of_occasion(coverage, occasions, one))}
    if not given and len({day for day, _ in meant}) == 1:
        return _on_occasion(*min(meant))
    saying = [(one, event) for one, event in events if _says(one, event, stretches)]
    dated = [event for one, event in saying if event in given]
    if dated:
        return _known(dated[0]) if len({event.edtf for event in dated}) == 1 else None
    own = {found for one in told for q in stretches if (found := day_of_own(coverage, one, q))}
    if len({day for day, _ in own}) == 1:
        return _on_occasion(*min(own))
    if rulings := [ruling for q in stretches if (ruling := find_ruling(coverage, told[0], q))]:
        return _known(rulings[0])
    implied = {
        event.edtf: event.how
        for one, event in saying
        if _is_implied(coverage, one, event, fresh) and _is_tied(coverage, one, event, stretches)
    }
    if len(implied) != 1:
        return None
    day, how = implied.popitem()
    return f"{day.rstrip('?')}?", how


def _outside(told: Told, stretches: Sequence[Quotation]) -> Told:
    """Return a sentence without the dates that are told in the words themselves, or of who says them."""
    cue = next((q.cue for q in stretches if q.cue), None)
    beside = [match.span() for match in _WHO.finditer(told.text) if not cue or cue not in match[0]]

    def is_said(mention: DateMention) -> bool:
        within = any(q.start <= mention.start and mention.end <= q.end for q in stretches)
        return within or any(start <= mention.start - told.start < end for start, end in beside)

    return replace(told, dates=tuple(mention for mention in told.dates if not is_said(mention)))


def _is_tied(coverage: Coverage, told: Told, event: Event, stretches: Sequence[Quotation]) -> bool:
    """Tell whether the sentence before says that the speaker did something on the day: On Monday, Moe met …"""
    speaker, cue = stretches[0].speaker, next((q.cue for q in stretches if q.cue), None)
    perfect = bool(cue) and any(_PERFECT_BEFORE.search(part) for part in told.text.split(cue)[:-1])
    before = coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    if before is None or speaker is None or perfect or _UNDATED.search(told.text):
        return False
    days = {other.edtf.rstrip("?") for other in before.events if gives_day(before, other)}
    does = any(name.name == speaker for name in before.names) or any(
        q.speaker == speaker for q in before.quotations
    )
    return does and days == {event.edtf.rstrip("?")}


def find_fresh_days(coverage: Coverage) -> FreshDays:
    """Return for each article the days of the week before it on which it tells that something happened."""
    found: list[dict[str, set[int]]] = [{} for _ in coverage.story.keys]
    for place, told in coverage.told.items():
        published = coverage.findings(place).article.published
        last = bounds(published)[1] if published else None
        for event in told.events:
            day = bounds(event.edtf.rstrip("?"))[0] if is_day(event.edtf.rstrip("?")) else None
            if last and day and 0 <= (last - day).days <= WEEK and gives_day(told, event):
                found[place.article].setdefault(event.edtf.rstrip("?"), set()).add(place.sentence)
    return found


def _is_implied(coverage: Coverage, told: Told, event: Event, fresh: FreshDays) -> bool:
    """Tell whether an article implies the day of a clause that gives none: it is the one day of its fresh news."""
    published = coverage.findings(told.place).article.published
    by_rule = event.rule in _IMPLIED or event.rule.startswith(_LEAD)
    if not by_rule or not published or not is_day(event.edtf.rstrip("?")):
        return False
    last, day = bounds(published)[1], bounds(event.edtf)[0]
    is_fresh = last is not None and day is not None and (last - day).days <= FRESH_DAYS
    if not is_fresh or _after_other_day(coverage, told, event.edtf):
        return False
    days = fresh[told.place.article]
    with_it = days.get(event.edtf.rstrip("?"), set())
    return all(sentences <= with_it for sentences in days.values())


def _after_other_day(coverage: Coverage, told: Told, day: str) -> bool:
    """Tell whether the paragraph has spoken of another day before: what it goes on to tell may be of that day."""
    findings = coverage.findings(told.place)
    paragraph = findings.sentences[told.place.sentence].paragraph
    before = (
        coverage.told.get(Place(told.place.article, number))
        for number in range(told.place.sentence - 1, -1, -1)
        if findings.sentences[number].paragraph == paragraph
    )
    return any(
        mention.edtf and is_day(mention.edtf.rstrip("?")) and not may_be_same(mention.edtf, day)
        for one in before
        if one
        for mention in one.dates
    )


def _on_occasion(day: str, words: str) -> tuple[str, str]:
    return day, f"“{words}”, which was on {in_words(day.rstrip('?'))}"


def _known(event: Event) -> tuple[str, str | None]:
    return event.edtf, None if event.stated else event.how


def _says(told: Told, event: Event, stretches: Sequence[Quotation]) -> bool:
    """Tell whether an event's clause has the cue of an utterance, outside its words."""
    cue = next((q.cue for q in stretches if q.cue), None)
    at = told.text.find(cue, max(0, event.start - told.start)) if cue else -1
    if cue is None or at < 0:
        return False
    start = told.start + at
    return start + len(cue) <= event.end and not any(q.start <= start < q.end for q in stretches)
