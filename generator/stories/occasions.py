"""On which day something was said: the occasion it was said on, dated in another sentence."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds
from generator.model.findings import Event, Quotation
from generator.stories.days import gives_day, is_day
from generator.stories.evidence import Coverage, Place, Told

# Said after an occasion when it was so many days old or fewer.
FRESH_DAYS = 2
_AFTER = {"after", "following"}
# In her resignation speech, | Today’s Court of Appeal judgment is
_OWN_SPEECH = re.compile(
    r"\b[Ii]n (?:his|her|their) (?P<what>[a-z]{4,20}) (?:address|broadcast|letter|message|speech|statement)\b"
)
_TODAYS = re.compile(
    r"\b[Tt]oday['’]s "
    r"(?P<what>(?:(?!(?:is|was|are|were|has|have|had|will|would|can|shows?|means?)\b)[\w'’.-]+ ){1,6})"
)
# The Supreme Court | issued a ruling, ruled that
_COURT = re.compile(r"\b(?:[Cc]ourt|[Tt]ribunal)\b")
_RULES = re.compile(
    r"\b(?:ruled|(?:issued|delivered|gave|published|handed down) (?:an?|its|the) (?:\w+ )?"
    r"(?:decision|judge?ment|opinion|ruling|verdict))\b"
)
_ANNOUNCED = "announced|confirmed|declared|gave|made|offered|submitted|tendered"
# For each origin, the days that its articles give for an occasion ("call").
Occasions = Mapping[tuple[int, str], frozenset[str]]


def find_occasions(coverage: Coverage) -> Occasions:
    """Return the days on which the occasions of a story took place, by origin and last word of their name."""
    days: dict[tuple[int, str], set[str]] = defaultdict(set)
    for told in coverage.told.values():
        for event in told.events:
            if gives_day(told, event):
                for noun in _noun().findall(_clause(told, event)):
                    days[coverage.origins[told.place.article], _last(noun)].add(coverage.sure(event.edtf))
    return {key: frozenset(found) for key, found in days.items()}


def day_of_occasion(coverage: Coverage, occasions: Occasions, told: Told) -> tuple[str, str] | None:
    """Return the one day of the occasion on which the sentence says that something was said, and those words.

    What was said after it is of its day as far as a fresh article lets on, and so not for certain.
    """
    days: set[str] = set()
    words, after = "", False
    for match in _during().finditer(told.text):
        days |= occasions.get((coverage.origins[told.place.article], _last(match["noun"])), frozenset())
        words, after = words or match[0], after or match["when"].lower() in _AFTER
    if len(days) != 1:
        return None
    day = days.pop()
    if not after:
        return day, words
    return (f"{day.rstrip('?')}?", words) if _is_fresh(coverage, told, day) else None


def _is_fresh(coverage: Coverage, told: Told, day: str) -> bool:
    published = coverage.findings(told.place).article.published
    last, first = bounds(published)[1] if published else None, bounds(day.rstrip("?"))[0]
    return last is not None and first is not None and 0 <= (last - first).days <= FRESH_DAYS


def day_of_own(coverage: Coverage, told: Told, quotation: Quotation) -> tuple[str, str] | None:
    """Return the day of what the speaker gave a speech to do, or of what they call today's, and the words for it.

    In his resignation speech: the day he announced his resignation. “Today's appeal court ruling”: its day.
    """
    own = _OWN_SPEECH.search(told.text)
    today = _TODAYS.search(quotation.text)
    if not (own or today):
        return None
    days = {
        event.edtf
        for other, event in _dated(coverage, told.place.article)
        if (own and _announces(other, event, own["what"], quotation.speaker))
        or (today and _names(other, event, today["what"]))
    }
    words = own[0] if own else today[0].strip() if today else ""
    return (days.pop(), words) if len(days) == 1 else None


def find_ruling(coverage: Coverage, told: Told, quotation: Quotation) -> Event | None:
    """Return the event that a court, whose words these are, gave its ruling, where its article dates one only."""
    if not quotation.speaker or not _COURT.search(quotation.speaker):
        return None
    found = [
        event
        for other, event in _dated(coverage, told.place.article)
        if any(name.name == quotation.speaker and event.start <= name.start < event.end for name in other.names)
        and _RULES.search(_clause(other, event))
    ]
    return found[0] if len({event.edtf for event in found}) == 1 else None


def _dated(coverage: Coverage, article: int) -> Iterator[tuple[Told, Event]]:
    """Yield the events of an article whose sentence gives the day."""
    for number in range(len(coverage.story.findings[article].sentences)):
        told = coverage.told.get(Place(article, number))
        for event in told.events if told else ():
            if told and is_day(event.edtf) and gives_day(told, event):
                yield told, event


def _clause(told: Told, event: Event) -> str:
    return told.text[event.start - told.start : event.end - told.start]


def _announces(told: Told, event: Event, what: str, speaker: str | None) -> bool:
    """Tell whether somebody is told to announce what a speech of theirs is named for."""
    clause = _clause(told, event)
    done = re.search(rf"\b(?:{_ANNOUNCED}) (?:his|her|their) (?:\w+ )?{re.escape(what)}\b", clause)
    persons = [name.name for name in told.names if name.kind == "person"]
    return done is not None and persons[:1] == [speaker]


def _names(told: Told, event: Event, what: str) -> bool:
    """Tell whether an event is of a body that words name: the Court of Appeal."""
    clause = _clause(told, event)
    bodies = [name for name in told.names if name.kind == "organisation" and " " in name.name]
    return any(name.name in what and name.name in clause for name in bodies)


def is_again(text: str, other: str) -> bool:
    """Tell whether a sentence goes on about the occasion of another: “The call fell on her birthday”."""
    match = _the_occasion().match(text)
    return match is not None and text != other and bool(re.search(rf"\b{re.escape(_last(match[1]))}\b", other))


def _last(noun: str) -> str:
    return noun.lower().split()[-1]


@cache
def _noun() -> re.Pattern[str]:
    longest_first = sorted(read_lexicon("occasions")["nouns"], key=lambda noun: (-len(noun), noun))
    return re.compile(rf"\b({'|'.join(longest_first)})\b", re.IGNORECASE)


@cache
def _during() -> re.Pattern[str]:
    """Return the pattern of “during a call”, “at their second meeting”, “after the call”."""
    determiner = r"(?:an?|the|his|her|its|their|this|that)"
    when = r"(?P<when>during|in|at|on|after|following)"
    return re.compile(rf"\b{when} {determiner} (?:[\w-]+ ){{0,2}}?(?P<noun>{_noun().pattern})", re.IGNORECASE)


@cache
def _the_occasion() -> re.Pattern[str]:
    """Return the pattern of a sentence about an occasion that was told before: The call, The leaders' call."""
    return re.compile(
        rf"(?:The|Their|This) (?:[\w'’-]+ ){{0,2}}?{_noun().pattern}(?! (?:of|on a|in a|between a)\b)"
    )
