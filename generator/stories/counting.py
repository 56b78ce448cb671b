"""Days that a sentence counts from another event of the story: "the day after the mayor resigned"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, in_words
from generator.model.findings import Event
from generator.stories.days import gives_day, is_day
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.openings import opening
from generator.stories.pairs import names_of_two
from generator.stories.wording import CUT, Edit, insertion
from generator.stories.words import content_words, phrases

RULE, FOLLOWED = "counted-from-event", "followed-event"
# What followed an event, told so many days after it, was on one of these days; later it may have been any day.
FOLLOWS_DAYS = 3
# Words that the clause and the event it means have in common: so many at least, and this part of the shorter.
SHARED_WORDS, SHARED_PART = 2, 0.5
YEAR_DAYS = 360
# Exports that rose over a month or longer are a trend, and no happening of that month.
TREND_DAYS = 27
# since the day after | the mayor resigned; two days before | the council voted on it
_COUNTED = re.compile(
    r"\b(?P<many>the|a|one|two|three|four|five|six) days? (?P<way>after|before) "
    r"(?P<clause>[^,.;:\"“”()—–\n]{10,120})"
)
# since | until
_SINCE = re.compile(r"\b(?:since|until|from|by) $")
# since | the mayor resigned
_JOINING = re.compile(rf"^{phrases(read_lexicon('openers')['subordinating']).pattern}\s+", re.IGNORECASE)
_NUMBERS = {word: int(value) for word, value in read_lexicon("units")["numbers"].items()} | {"the": 1, "a": 1}


# its first | open concert | since | the week before
_FIRST_SINCE = re.compile(
    r"\b(?:(?P<whose>the|an?|their|its|his|her|our) )?first (?P<what>[a-z][a-z -]{2,60}?) (?P<since>since) $",
    re.IGNORECASE,
)
# The call between | the two leaders | was their first; The ministers | spoke, their first call
_PARTIES = re.compile(r"\b[Tt]he (?P<who>(?:two|three|four) [a-z]{2,20}s)\b|\AThe (?P<all>[a-z]{2,20}s)(?:['’]|\b)")
# Following the ruling, | After the vote,
_FOLLOWING = re.compile(r"(?:Following|After) (?:the|that|this) (?P<noun>[a-z]+)(?=,)")
# What a sentence ends with right behind its last word.
_FULL_STOPS = {".", "!"}
# On Monday, the council met: one clause, with no more than an expression before it
_ONE_CLAUSE = re.compile(r"(?:[^,;:]{1,30}, )?[^,;:–—\"“”]*,? ?")


@dataclass(frozen=True, slots=True)
class Counted:
    """A day that a sentence counts from an event dated elsewhere: the event of that day, and how to word it.

    `told` with `edits` from `event.start` to `event.end` tells of that day and of no other.
    """

    told: Told
    event: Event
    edits: tuple[Edit, ...]


@dataclass(frozen=True, slots=True)
class _Anchor:
    """A happening whose day is certain, and its words without those of the date."""

    day: date
    clause: str
    words: frozenset[str]
    statement: int


def is_count(told: Told, event: Event) -> bool:
    """Tell whether it is a figure for a whole year, or a change over months: that stands under the figures."""
    start, end = bounds(event.edtf)
    days = (end - start).days if start and end else YEAR_DAYS
    changes = any(
        figure.rule.endswith(".change") and event.start <= figure.start < event.end for figure in told.figures
    )
    return bool(told.figures) and days >= (TREND_DAYS if changes else YEAR_DAYS)


def find_counted(coverage: Coverage) -> Iterator[Counted]:
    """Yield the days that sentences count from an event dated elsewhere, where their words tell what happened."""
    anchors = _anchors(coverage)
    for told in coverage.told.values():
        for match in _COUNTED.finditer(told.text):
            start, end = told.start + match.start(), told.start + match.end()
            happened = _happened(coverage, told, match)
            if happened is None or any(mention.edtf and start <= mention.start < end for mention in told.dates):
                continue
            anchor = _meant(
                anchors, frozenset(content_words(match["clause"])), but=coverage.statement_of[told.place]
            )
            if anchor is None:
                continue
            away = _NUMBERS[match["many"]] * (1 if match["way"] == "after" else -1)
            day = (anchor.day + timedelta(away)).isoformat()
            words = match[0].rstrip()
            how = f"“{words}”: “{anchor.clause}”, which was on {in_words(anchor.day.isoformat())}"
            dated = insertion(told.start + match.start() + len(words), in_words(day))
            end += told.text[match.end() :] in _FULL_STOPS
            yield Counted(told, Event(happened.start, end, day, day, False, how, RULE), (*happened.edits, dated))


@dataclass(frozen=True, slots=True)
class _Happened:
    """Where the words begin that tell what happened on the day, and the marked changes they need."""

    start: int
    edits: tuple[Edit, ...]


def _happened(coverage: Coverage, told: Told, counted: re.Match[str]) -> _Happened | None:
    """Find what happened on the counted day; None where the words before it tell of another day.

    “Their first talks since the day after X”: there were earlier talks on that day.
    """
    before = told.text[: counted.start()]
    if first := _FIRST_SINCE.search(before):
        earlier = _had_earlier(coverage, told, before, first)
        if earlier is None:
            return None
        start, what = told.start + first.start(), told.start + first.start("what")
        since = told.start + first.start("since")
        return _Happened(start, (Edit(start, what, earlier), Edit(since, since + len("since"), CUT)))
    told_then = _ONE_CLAUSE.fullmatch(before) and not _SINCE.search(before)
    return _Happened(told.start, ()) if told_then else None


def _had_earlier(coverage: Coverage, told: Told, before: str, first: re.Match[str]) -> str | None:
    """Word who had an earlier one; None where “their” stands for sides that the sentence does not name."""
    whose, an = (first["whose"] or "the").lower(), "" if first["what"].endswith("s") else "an "
    if whose in {"the", "a", "an"}:
        return f"[There {'was' if an else 'were'} {an}earlier] "
    parties = _PARTIES.search(before) if whose == "their" else None
    if parties is None:
        return None
    who = parties["who"] or parties["all"]
    two = names_of_two(coverage, told, who.split()[-1]) if not who.startswith(("three", "four")) else []
    return f"[{' and '.join(two) or f'The {who}'} had {an}earlier] "


def find_followed(coverage: Coverage) -> Iterator[Counted]:
    """Yield what followed an event of a certain day: “Following the ruling, Ida Moe was sworn in as mayor.”

    It lies between that day and its article's, which are few days apart; an hour alone is of that day.
    """
    for told in coverage.told.values():
        match = _FOLLOWING.match(told.text)
        published = coverage.findings(told.place).article.published
        last = bounds(published)[1] if published else None
        if match is None or last is None or any(mention.type == "DATE" for mention in told.dates):
            continue
        day = _day_of(coverage, told, match["noun"])
        if day is None or not 0 <= (last - day).days <= FOLLOWS_DAYS or opening(told.text) != "alone":
            continue
        on, told_on = in_words(day.isoformat()), in_words(last.isoformat())
        hour = any(mention.rule == "clock" for mention in told.dates)
        edtf = day.isoformat() if day == last or hour else f"[{day.isoformat()}..{last.isoformat()}]"
        how = f"“{match[0].strip()}”, which was on {on}"
        how += "" if hour else f", in an article of {told_on}"
        event = Event(told.start, told.end, day.isoformat()[:7], edtf, False, how, FOLLOWED)
        yield Counted(told, event, ())


def _day_of(coverage: Coverage, told: Told, noun: str) -> date | None:
    """Return the one certain day that the sentences before in the paragraph give for a thing of such a name."""
    sentences, days = coverage.findings(told.place).sentences, set[str]()
    named = re.compile(rf"\b{re.escape(noun)}\b")
    for number in range(told.place.sentence - 1, -1, -1):
        if sentences[number].paragraph != sentences[told.place.sentence].paragraph:
            break
        before = coverage.told.get(Place(told.place.article, number))
        if before is None or not named.search(before.text) or not before.events:
            continue
        first = before.events[0]
        if (
            is_day(first.edtf)
            and gives_day(before, first)
            and named.search(before.text, 0, first.end - before.start)
        ):
            days.add(first.edtf)
    return date.fromisoformat(days.pop()) if len(days) == 1 else None


def _anchors(coverage: Coverage) -> Mapping[str, list[_Anchor]]:
    """Return the happenings of certain days by each of their words, in the order of the story."""
    found: dict[str, list[_Anchor]] = defaultdict(list)
    for told in coverage.undamaged_first():
        for event in told.events:
            edtf = coverage.sure(event.edtf)
            if not is_day(edtf) or not gives_day(told, event):
                continue
            clause = told.text[event.start - told.start : event.end - told.start]
            dates = {word for mention in told.dates for word in content_words(mention.text)}
            anchor = _Anchor(
                date.fromisoformat(edtf),
                _JOINING.sub("", clause, count=1).rstrip("."),
                frozenset(content_words(clause)) - dates,
                coverage.statement_of[told.place],
            )
            for word in sorted(anchor.words):
                found[word].append(anchor)
    return found


def _meant(anchors: Mapping[str, list[_Anchor]], words: frozenset[str], but: int) -> _Anchor | None:
    """Return the one event of another statement that a clause means; None where there are several days."""
    near = dict.fromkeys(anchor for word in sorted(words) for anchor in anchors.get(word, ()))
    fitting = [
        anchor
        for anchor in near
        if anchor.statement != but
        and len(anchor.words & words) >= max(SHARED_WORDS, SHARED_PART * min(len(anchor.words), len(words)))
    ]
    days = {anchor.day for anchor in fitting}
    return max(fitting, key=lambda anchor: len(anchor.words & words)) if len(days) == 1 else None
