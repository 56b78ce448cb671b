"""What is reported as said and is no quote: what a law holds, how somebody sees it, what time has overtaken."""

import re
from datetime import date
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds
from generator.model.findings import Quotation
from generator.stories.attributed import denies
from generator.stories.days import is_day
from generator.stories.evidence import Coverage, Place
from generator.stories.words import FINITE, reporting_forms

# the constitution of Norland | Norland's 1931 law
_OF = re.compile(r" (?:of|in|for|on)\b")
# he is to leave office | must go | plans to go
_AHEAD = re.compile(
    r"\b(?:will|would|shall|must|(?:is|are) (?:going |set |due )?to|(?:plan|intend|aim|hope|want|mean)s? to)\b"
)
# by that date
_THAT_DAY = re.compile(r"\b(?:that|this) (?:date|day)\b")
# urged | the council to close the road: an errand, no clause
# demanded that | the council sell the port: nobody says that it does
_DEMANDED = re.compile(r"(?:ask|demand|order|propos|recommend|request|urg)(?:e|es|ed|s|ing)?")
_PART = re.compile(r",| (?:that|which|who|before|after|when|if)\b")
# mentioned | remarks Moe had made: a thing, without “that” no clause
_MENTIONED = re.compile(r"mention(?:s|ed|ing)?")
# So far before its cue “reportedly” stands.
DOUBT_LETTERS = 40
_ERRAND = re.compile(r"(?:[\w’'.-]+ ){1,5}?to (?!be\b)[a-z]+\b")


def is_unsaid(coverage: Coverage, article: int, quotation: Quotation) -> bool:
    """Tell whether a reported clause is nobody's utterance, or one that the story itself has overtaken."""
    place = next(iter(coverage.sentences_at(article, quotation.start, quotation.end)), None)
    if denies(coverage.told[place] if place else None, quotation):
        return True
    if quotation.kind != "indirect":
        return False
    if _is_hearsay(coverage, article, quotation):
        return True
    cue = (quotation.cue or "").lower()
    if cue in read_lexicon("reporting")["seen"] or _is_law(quotation.speaker):
        return True
    verb = cue.split()[0] if cue else ""
    if verb in reporting_forms("object") - reporting_forms("clause", "tell", "finding", "mind"):
        return True
    between = _between(coverage, article, quotation)
    if _MENTIONED.fullmatch(verb) and not between.endswith("that "):
        return True
    if _DEMANDED.fullmatch(verb) and not FINITE.search(_PART.split(quotation.text, maxsplit=1)[0]):
        return True
    errand = _ERRAND.match(quotation.text) if verb in reporting_forms("tell", "infinitive") else None
    if errand and not FINITE.search(errand[0]):
        return True
    return _is_overtaken(coverage, article, quotation)


def _between(coverage: Coverage, article: int, quotation: Quotation) -> str:
    """Return what the sentence has between the cue and a reported clause."""
    start = next(iter(coverage.sentences_at(article, quotation.start, quotation.end)), None)
    told = coverage.told[start] if start else None
    before = told.text[: max(0, quotation.start - told.start)] if told else ""
    return before.rpartition(quotation.cue or "\n")[2]


def _is_hearsay(coverage: Coverage, article: int, quotation: Quotation) -> bool:
    """Tell whether the article does not vouch that somebody said so: Moe reportedly told the council."""
    cue = (quotation.cue or "").lower()
    for place in coverage.sentences_at(article, quotation.start, quotation.end) if cue else ():
        text = coverage.told[place].text.lower()
        if any(doubt in text for doubt in read_lexicon("reporting")["hearsay"]):
            cues = (match.start() for match in re.finditer(rf"\b{re.escape(cue)}\b", text))
            return any(_doubts().search(text, max(0, at - DOUBT_LETTERS), at) for at in cues)
    return False


@cache
def _doubts() -> re.Pattern[str]:
    """Return the pattern of what stands before a cue: reportedly | has reportedly also"""
    return re.compile(rf"\b(?:{'|'.join(read_lexicon('reporting')['hearsay'])})(?: [a-z]+)? $")


def _is_law(speaker: str | None) -> bool:
    """Tell whether a text "says" something that always holds: the law, the constitution of Norland."""
    words = _OF.split(speaker or "", maxsplit=1)[0].split()
    return bool(words) and words[-1] in read_lexicon("reporting")["lasting_texts"]


def _is_overtaken(coverage: Coverage, article: int, quotation: Quotation) -> bool:
    """Tell whether something was to be done by a day that another article of the story has seen pass.

    What only a relative clause behind says is to come is no part of it.
    """
    if not _AHEAD.search(quotation.text):
        return False
    told = [found.article.published for found in coverage.story.findings]
    last = max((day for one in told if (day := _last(one))), default=None)
    own = _last(told[article])
    end = quotation.start + len(quotation.text.partition(", which ")[0])
    dates = [
        mention.edtf
        for mention in coverage.story.findings[article].dates
        if mention.edtf and quotation.start <= mention.start < end
    ]
    if _THAT_DAY.search(quotation.text):
        first = next(iter(coverage.sentences_at(article, quotation.start, quotation.end)), None)
        before = coverage.told.get(Place(article, first.sentence - 1)) if first else None
        dates += [mention.edtf for mention in before.dates if mention.edtf] if before else []
    # Next month, on 2 May: the day alone says by when.
    ends = [_last(edtf) for edtf in ([edtf for edtf in dates if is_day(edtf)] or dates)]
    if own is None or last is None or not ends:
        return False
    return all(end is not None and own < end <= last for end in ends)


def _last(edtf: str | None) -> date | None:
    return bounds(edtf)[1] if edtf else None
