"""The timeline: what happened on which day, each event once with its passages."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from generator.lexicon import read_lexicon
from generator.model.brief import TimelineEntry
from generator.model.edtf import by_date
from generator.stories.alone import edits_to_stand
from generator.stories.counting import find_counted, find_followed, is_count
from generator.stories.days import gives_day, how_dated, is_day
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.lede import SAME_NEWS, Top
from generator.stories.occasions import is_again
from generator.stories.openings import are_paired
from generator.stories.ordering import by_hours, is_by, is_earlier, time_of_day, years_before
from generator.stories.outcomes import outcome_of
from generator.stories.own_days import lacks_verb, names_its_thing, tells_own_day, unquoted
from generator.stories.pairs import loses_pair
from generator.stories.same_event import Dated, clause_of, key_of, merge
from generator.stories.standing import (
    NO_CLAUSE,
    begins_whole,
    edits_within,
    has_main,
    is_aside,
    is_career,
    is_torn,
    later_pronoun,
    leans,
)
from generator.stories.uneventful import is_nameless, is_uneventful, points_back, speaker_named
from generator.stories.wording import CUT, Edit, dateline_length, shortened, tell
from generator.stories.words import content_words, overlap, phrases

MOST = 15
# A step of somebody's life so many years before the story is no part of it.
LONG_AGO_YEARS = 4
LEAST_CLAUSE_WORDS = 4
# What is told of “by Sunday” was on that day, or before.
OR_BEFORE = ", on this day or before"
# left. | left.” | left […]
_END = re.compile(r"[.!?…][\"”’')\]]{0,4}(?: \[[^\]]{1,40}\])?\Z")
# The whole sentence tells of the day only where the dated clause opens it or makes up most of it.
OPENING_LETTERS, MOST_OF_SENTENCE = 3, 0.5
# since the mayor resigned
_JOINING = re.compile(rf"{phrases(read_lexicon('openers')['subordinating']).pattern}\s+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Worded:
    """The stretch of the article that words an entry, and the marked changes it needs.

    `outcome` is the sentence behind it that tells how it came out.
    """

    start: int
    end: int
    edits: tuple[Edit, ...] = ()
    outcome: Place | None = None


# What tells of one event, the best worded first, and how it words the entry.
_Group = tuple[list[Dated], _Worded]


def find_timeline(coverage: Coverage, weights: Sequence[float], top: Top) -> list[TimelineEntry]:
    """Return the entries without ids, in order of time."""
    merged = merge(coverage, _dated(coverage, top))
    merged = [group for group in merged if not _is_long_ago(group[0], top)]
    known = " ".join([top.title, *(coverage.told[lede].text for lede in top.ledes if lede)])
    groups = [
        found
        for group in merged
        if (found := _wordable(coverage, group)) and _names_thing(found[0][0], found[1], known)
    ]
    groups.sort(
        key=lambda one: (
            not one[0][0].leads,
            -max(weights[coverage.statement_of[d.told.place]] for d in one[0]),
            key_of(coverage, one[0][0]),
        )
    )
    groups = _without_repeats(groups)
    chosen = _in_order(groups[:MOST])
    return [_entry(coverage, group, worded, _other_ledes(coverage, group[0], top)) for group, worded in chosen]


def _wordable(coverage: Coverage, group: list[Dated]) -> _Group | None:
    """Return a group with what words it first, and how: its first telling, else the lede that tells it undated."""
    for one in (group[0], *(one for one in group[1:] if one.leads and not group[0].leads)):
        if worded := _worded(coverage, one):
            return [one, *(other for other in group if other is not one)], worded
    return None


def _names_thing(one: Dated, worded: _Worded, known: str) -> bool:
    if one.leads or one.counted:
        return True
    first, last = worded.start - one.told.start, worded.end - one.told.start
    named = bool(worded.edits) or names_its_thing(one.told.text[first:last], known)
    text = unquoted(one.told)[first:last]
    if not worded.edits and is_nameless(one.told, text, worded.start):
        return False
    return named and not points_back(shortened(text) or text, known)


def _without_repeats(groups: Sequence[_Group]) -> list[_Group]:
    """Leave out what only goes on about an occasion of its day that is told already: “The call fell on …”."""
    told_on: dict[str, list[str]] = defaultdict(list)
    kept = []
    for one in groups:
        first = one[0][0]
        if not any(is_again(first.told.text, text) for text in told_on[first.event.edtf][:MOST]):
            told_on[first.event.edtf].append(first.told.text)
            kept.append(one)
    return kept


def _in_order(groups: Sequence[_Group]) -> list[_Group]:
    """Order by time: by the dates, within a date what was “earlier” first, and what has an hour by it."""

    def earlier(group: Sequence[Dated]) -> bool:
        return any(is_earlier(one.told, one.event) for one in group)

    in_order = sorted(groups, key=lambda one: (by_date(one[0][0].event.edtf), not earlier(one[0])))
    days = [f"{group[0].event.edtf} {earlier(group)}" for group, _ in in_order]
    hours = [time_of_day(group[0].told, group[0].event) for group, _ in in_order]
    return [in_order[place] for place in by_hours(days, hours)]


def _is_long_ago(one: Dated, top: Top) -> bool:
    """Tell whether it is a step of somebody's life, years before the story."""
    return is_career(one.told) and years_before(one.event.edtf, top.date) >= LONG_AGO_YEARS


def _dated(coverage: Coverage, top: Top) -> list[Dated]:
    """Return the events whose day the sentence gives, and the ledes' own."""
    found = []
    for told in coverage.told.values():
        for event in told.events:
            leads = told.place in top.ledes and event is told.events[0]
            clause = told.text[event.start - told.start : event.end - told.start]
            one = Dated(event, told, told.words if leads else frozenset(content_words(clause)), leads)
            telling = len(one.words) >= LEAST_CLAUSE_WORDS and gives_day(told, event) and not is_count(told, event)
            own = (leads or telling) and tells_own_day(coverage, told, event, leads=leads)
            if own and not is_uneventful(told, event, leads=leads):
                found.append(one)
    counted = (*find_counted(coverage), *find_followed(coverage))
    return found + [Dated(one.event, one.told, one.told.words, leads=False, counted=one) for one in counted]


def _worded(coverage: Coverage, one: Dated) -> _Worded | None:
    """Word an event by its clause, or else its sentence; None where neither tells a reader of it alone."""
    if one.counted:
        return _Worded(one.event.start, one.event.end, one.counted.edits)
    edits = _edits(coverage, one.told) if are_paired(one.told.text) else None
    whole = edits is not None and (edits or not leans(one.told, one.told.start, one.told.end))
    sentence = _Worded(one.told.start, one.told.end, edits or ()) if whole else None
    if one.leads:
        outcome = outcome_of(coverage, one.told.place)
        if outcome and (more := edits_to_stand(coverage, outcome)) is not None:
            return _Worded(one.told.start, outcome.end, (*(edits or ()), *more), outcome.place)
        ends = are_paired(one.told.text) and _END.search(one.told.text)
        return (sentence or _Worded(one.told.start, one.told.end)) if ends else None
    if is_aside(one.told, one.event) or (one.event.rule in NO_CLAUSE and clause_of(one) != one.told.text):
        return None
    said = speaker_named(coverage, one.told)
    if said is None or said:
        return sentence if said else None
    clause = _readable(coverage, one)
    return clause if clause or not _tells_one_day(one) else sentence


def _edits(coverage: Coverage, told: Told) -> tuple[Edit, ...] | None:
    """Return the marked changes with which a sentence can be read alone, its pronouns and bodies named."""
    said = speaker_named(coverage, told)
    if said is None or said:
        return said
    edits = edits_to_stand(coverage, told)
    edits = later_pronoun(coverage, told) if edits is None else edits
    within = edits_within(coverage, told, told.start, told.end)
    return None if edits is None or within is None else (edits or within)


def _tells_one_day(one: Dated) -> bool:
    """Tell whether a sentence tells of this event and not of another day's."""
    other_days = any(event.edtf != one.event.edtf for event in one.told.events)
    first = one.event.start - one.told.start <= max(OPENING_LETTERS, dateline_length(one.told.text))
    most = one.event.end - one.event.start >= MOST_OF_SENTENCE * (one.told.end - one.told.start)
    return (first or most) and not other_days


def _other_ledes(coverage: Coverage, one: Dated, top: Top) -> set[Place]:
    """Return the ledes of one origin that tell a lede's news without its day."""
    if not one.leads:
        return set()
    return {
        lede
        for lede in top.ledes
        if lede is not None
        and coverage.origins[lede.article] == coverage.origins[one.told.place.article]
        and overlap(coverage.told[lede].words, one.words) >= SAME_NEWS
    }


def _entry(coverage: Coverage, group: Sequence[Dated], worded: _Worded, also_at: set[Place]) -> TimelineEntry:
    best = group[0]
    places = {place for one in group for place in coverage.statements[coverage.statement_of[one.told.place]]}
    text = tell(coverage, best.told.place.article, worded.start, worded.end, worded.edits)
    by = all(is_by(one.told, one.event) for one in group)
    how = f"{how_dated(best.told, best.event)}{OR_BEFORE}" if by else how_dated(best.told, best.event)
    day = coverage.sure(best.event.edtf)
    return TimelineEntry(
        date=f"{day}?" if by and is_day(day) else day,
        dated="stated" if best.event.stated and not by else "derived",
        how_dated=None if best.event.stated and not by else how,
        text=_ended(text if worded.outcome else _briefly(coverage, best, text)),
        evidence=coverage.evidence(places | also_at | ({worded.outcome} if worded.outcome else set())),
        rule=best.event.rule,
    )


def _ended(text: str) -> str:
    """Mark that a sentence goes on behind a clause, or before it."""
    text = f"{CUT} {text}" if text[:1].islower() else text
    return text if _END.search(text) else f"{text.rstrip(',;: ')} {CUT}."


def _briefly(coverage: Coverage, one: Dated, text: str) -> str:
    """Return the text without what it goes on to say, where the day and the title's words are in what is left."""
    short = shortened(text, frozenset(content_words(coverage.findings(one.told.place).article.title or "")))
    dates = [mention.text for mention in one.told.dates if mention.edtf == one.event.edtf and mention.text in text]
    whole = short and not lacks_verb(short.split(f" {CUT}")[0])
    kept = short and whole and not loses_pair(short, text)
    return short if short and kept and all(date in short for date in dates) else text


def _readable(coverage: Coverage, one: Dated) -> _Worded | None:
    """Return the event's clause, less the word that joins it, where the clause can be read alone.

    A clause that somebody says is not: who says it stands outside. One that says when a short main clause was
    keeps that: “Moe became mayor after Lie resigned in May”.
    """
    joining = _JOINING.match(clause_of(one))
    if joining and one.event.start == one.told.start:
        return None
    start = one.event.start + (joining.end() if joining else 0)
    keeps_main = bool(joining and has_main(one.told, one.event, joining[0]))
    start = one.told.start if keeps_main else start
    clause = one.told.text[start - one.told.start : one.event.end - one.told.start]
    whole = (
        are_paired(clause) and not lacks_verb(clause) and (keeps_main or begins_whole(one.told, one.event, start))
    )
    torn = any(is_torn(quotation, start, one.event.end, clause) for quotation in one.told.quotations)
    edits = edits_within(coverage, one.told, start, one.event.end) if whole and not torn else None
    return None if edits is None else _Worded(start, one.event.end, edits)
