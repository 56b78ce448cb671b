"""News and what went before it: how things always are, what is long past, and what explains the story."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from statistics import fmean
from typing import Literal

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, sort_key
from generator.model.findings import DateMention
from generator.stories.alone import tells_before
from generator.stories.attributed import speaker_of
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.lede import Top
from generator.stories.outcomes import tells_outcome
from generator.stories.weight import stands_out
from generator.stories.words import PAST, content_words, phrases

# An event further back than this is not the news.
NEWS_DAYS = 10
# What has come to stand, no day known, is told in the first part of an article where it is news.
LATE = 0.5
# is | are | has been | have drawn | may not: how things stand, with no happening of the day
_STANDING = re.compile(r"\b(?:is|are|has|have|cannot|(?:may|must|can) (?:not|only))\b")
# will open | is expected to | is being built | has a week to: to come or going on, so news; not: would be normal
_TO_COME = re.compile(
    r"\b(?:will|would|shall)\b (?!be\b)"
    r"|\b(?:is|are) (?:(?:\w+ly|also|now|still|not) )*"
    r"(?:accused|being|charged|due|expected|feared|likely|planned|poised|scheduled|set|suspected|wanted|\w+ing)\b"
    r"|\b(?:has|have) (?:until|(?:\w+ ){1,2}(?:hours|days|weeks|months) to)\b"
)
# the highest official to visit since the war
_SINCE = re.compile(r"\bsince\b")
# said | called | promised; not: United
_HAPPENED = re.compile(rf"\b(?:{PAST})\b")
# is often | used, are | called: what is done at all times
_IS_DONE = re.compile(r"\b(?:is|are|be)(?: (?:\w+ly|also|now|not|often|so))* $")
# has refused, have never | asked: it stands, and nobody tells since when
_HAS_DONE = re.compile(r"\b(?:has|have)(?: been)?(?: (?:\w+ly|also|now|not|never|often|so far|thus))* $")
# a 2005 law | from the 2016 vote
_WHICH = re.compile(r"\b(?:the|an?|its|his|her|their|this|that|['’]s) (?:1\d|20)\d\d$")
# compared with 73% | in 2020, more than it had | in May: what the news is set against; the lowest | since 1995
_SET_AGAINST = re.compile(r"\b(?:compared (?:with|to)|than|versus)\b[^,;]{0,60}$")
_MOST_SINCE = re.compile(r"\b(?:first|last|least|most|[a-z]{2,}est)\b[^,;]{0,60}\bsince(?: \w+)?$")
# She belongs to the party
_GOES_ON = re.compile(r"(?:He|She|His|Her)\b")
# What a sentence that went before gains for a word of the story, and loses for an outcome long past.
EXPLAINS_STORY, LATER_OUTCOME = 0.5, 1.2
# What a rule or a meaning gains, which is so at all times, and what is told of one person or of their career loses.
ALWAYS_SO, CAREER = 1.2, 2.0
# What has the votes or is usual gains.
BEARS = 1.0
# The Court of Arnes is the | The Aster 7 is a; not: While Lom is a
_DEFINES = re.compile(r"(?!While |Although |Though |As |If )[A-Z][^,;:]{2,60}? (?:is|are) (?:an?|the) ")
# A sentence that names somebody so early is about them: Former minister Ida Moe
OPENING_LETTERS = 24
# What is told so early is told of the whole sentence, and not only of somebody in it.
MAIN_LETTERS = 70
# A word of the story is in so many of its sentences at least, and in this part of them.
LEAST_OFTEN, OFTEN = 3, 0.06


def is_lasting(told: Told) -> bool:
    """Tell whether a sentence says how things always are: nothing happened in it, nothing is counted or dated."""
    dated = told.figures or told.dates or told.quotations
    return not dated and _is_standing(told) and not stands_out(told.text)


def part_of(coverage: Coverage, told: Told, top: Top) -> Literal["news", "background"]:
    if _is_a_lede(coverage, told, top):
        return "news"
    if tells_before(told):
        return "background"
    if has_come_to_stand(told) and position(coverage, told, top) >= LATE:
        return "background"
    return _part(told, _today(coverage, told, top))


def _is_a_lede(coverage: Coverage, told: Told, top: Top) -> bool:
    statement = coverage.statement_of[told.place]
    return any(lede is not None and coverage.statement_of[lede] == statement for lede in top.ledes)


def _today(coverage: Coverage, told: Told, top: Top) -> str | None:
    """Return as of which day a fact is news: that of its article, or of the story where the article comes later."""
    known = [day for day in (coverage.findings(told.place).article.published, top.date) if day]
    return min(known, key=sort_key, default=None)


def _part(told: Told, today: str | None) -> Literal["news", "background"]:
    """Tell news from background, as of `today`: by phrases, by dates, else by whether anything happened."""
    early = told.text[:MAIN_LETTERS]
    if _background("phrases").search(told.text) or _background("early").search(early) or _rules().search(told.text):
        return "background"
    days = [mention.edtf for mention in _days_told(told) if mention.edtf] + [event.edtf for event in told.events]
    if today and days:
        return "background" if all(_long_before(day, today) for day in days) else "news"
    lasting = _is_standing(told) and not (stands_out(told.text) and _SINCE.search(told.text))
    return "background" if lasting and speaker_of(told) is None else "news"


def _days_told(told: Told) -> list[DateMention]:
    """Return the dates of a sentence but those that only tell which thing is meant, or what it is set against."""
    return [one for one in told.dates if not _is_beside(told.text[: one.start - told.start].rstrip(), one.text)]


def _is_beside(before: str, date: str) -> bool:
    """Tell whether a date, behind the words `before` it, is none of what the sentence tells."""
    patterns = (_MOST_SINCE, _SET_AGAINST)
    return any(pattern.search(before) for pattern in patterns) or bool(_WHICH.search(f"{before} {date}"))


def _is_standing(told: Told) -> bool:
    """Tell whether nothing happens in a sentence: “is” or “has” without a deed, or a rule that “requires”."""
    stands = _STANDING.search(told.text) or _lasting().search(told.text)
    return bool(stands) and not any(_deeds(told.text, _IS_DONE)) and not _TO_COME.search(told.text)


def has_come_to_stand(told: Told) -> bool:
    """Tell whether a sentence tells of no day, and only of what somebody “has done”: it may be long ago."""
    dated = told.dates or told.events or speaker_of(told) is not None
    has_done = any(_HAS_DONE.search(told.text, 0, match.start()) for match in _HAPPENED.finditer(told.text))
    return has_done and not dated and not any(_deeds(told.text, _HAS_DONE)) and not _TO_COME.search(told.text)


def _deeds(text: str, stands: re.Pattern[str]) -> Iterator[str]:
    """Yield the words that tell that something happened, but where what is before them tells how things stand."""
    for match in _HAPPENED.finditer(text):
        no_deed = (
            match[0] in _no_deeds()
            or stands.search(text, 0, match.start())
            or _IS_DONE.search(text, 0, match.start())
        )
        if not no_deed:
            yield match[0]


def _long_before(day: str, date: str) -> bool:
    last, first = bounds(day)[1], bounds(date)[0]
    return last is not None and first is not None and (first - last).days > NEWS_DAYS


def position(coverage: Coverage, told: Told, top: Top) -> float:
    """Return how far into its article a sentence stands (0 to 1): into the title's, or else into most of them."""
    places = [one.place for one in coverage.tellings_of(told.place)]
    titled = [place for place in places if top.lede and place.article == top.lede.article] or places
    return fmean(_part_before(coverage, place) for place in titled)


def _part_before(coverage: Coverage, place: Place) -> float:
    found = coverage.findings(place)
    paragraph, order = found.sentences[place.sentence].paragraph, found.article.order
    if order:
        return (order.index(paragraph) if paragraph in order else len(order)) / len(order)
    return place.sentence / len(found.sentences)


def words_of_story(coverage: Coverage) -> frozenset[str]:
    """Return the words, persons' names aside, that a story comes back to: what must be understood to follow it."""
    often = Counter(word for told in coverage.told.values() for word in told.words)
    persons = {
        word
        for told in coverage.told.values()
        for one in told.names
        if one.kind == "person"
        for word in content_words(one.name)
    }
    least = max(LEAST_OFTEN, OFTEN * len(coverage.told))
    return frozenset(word for word, count in often.items() if count >= least and word not in persons)


def grounds(words: frozenset[str], told: Told) -> float:
    """Weigh what went before: what explains the `words_of_story`, rather than how one person came to office."""
    about = EXPLAINS_STORY * min(len(told.words & words), 3)
    of_person = is_about_person(told)
    career = of_person and bool(_career().search(told.text))
    always = ALWAYS_SO * (is_lasting(told) - of_person) - CAREER * career
    bears = BEARS * bool(_bearing().search(told.text))
    return about + always + bears - LATER_OUTCOME * tells_outcome(told.text)


def defines(told: Told) -> bool:
    """Tell whether a sentence only says what a thing is: “The council is the highest body of Norland.”"""
    return bool(_DEFINES.match(told.text)) and is_lasting(told)


def is_about_person(told: Told) -> bool:
    """Tell whether a sentence names one person, so early that it is about them, or goes on about one."""
    persons = {name.name for name in told.names if name.kind == "person"}
    early = any(name.kind == "person" and name.start - told.start < OPENING_LETTERS for name in told.names)
    return (early and len(persons) == 1) or bool(_GOES_ON.match(told.text))


@cache
def _bearing() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["bearing"])


@cache
def _career() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["careers"])


@cache
def _no_deeds() -> frozenset[str]:
    return frozenset(read_lexicon("background")["no_deeds"])


@cache
def _lasting() -> re.Pattern[str]:
    return phrases(read_lexicon("background")["standing"])


@cache
def _rules() -> re.Pattern[str]:
    """Return the pattern of what a law says: The constitution stipulates | Norland's laws require."""
    laws, verbs = (phrases(read_lexicon("background")[kind]).pattern for kind in ("laws", "standing"))
    return re.compile(rf"^[^,;]{{0,60}}{laws} {verbs}", re.IGNORECASE)


@cache
def _background(kind: str) -> re.Pattern[str]:
    return phrases(read_lexicon("background")[kind])
