"""Words that somebody is reported as saying, read alone: whom and which day they mean, and when they lean."""

import re

from generator.model.edtf import in_words
from generator.model.findings import Quotation
from generator.stories.days import is_day
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.openings import opening
from generator.stories.plans import meant_by, plan_told, this_plan
from generator.stories.words import AUXILIARIES, GENDERS, leans_on_noun

_BE = f"(?:{AUXILIARIES})"
# was “a great loss”: the words begin with their verb
_VERB_FIRST = re.compile(rf"\[?{_BE}\b")
# the clerk said was | of a port that
_SAID_IS = re.compile(r"(?:\S+ ){1,6}sa(?:id|ys) (?:is|are|was|were|has|had|would)\b")
# If the ship is found | , Moe said, it will be sold
_ONLY_WHEN = re.compile(r"(?:although|because|if|once|unless|when|while)\b[^,;]*", re.IGNORECASE)
# the pier is near the stadium, which | , Moe said, is full
_TORN = re.compile(
    r"\b(?:after|an?|and|as|at|because|but|for|from|of|that|the|to|until|when|where|which|who|with)$"
)
_ADVERB_AND_VERB = re.compile(rf"[a-z]+ly {_BE}\b")  # normally does not
# It is not up to the guild to pay | it was important that all had voted
_EXPLETIVE = re.compile(
    r"[Ii]t (?:is|was|will be|would be) (?:not )?(?:(?:up to|for|time for) [^,;]{2,40} to\b|time to\b|too \w+ to\b"
    r"|(?:(?:un)?clear|crucial|essential|important|(?:im)?possible|necessary|true|vital) (?:that|to|whether)\b)"
)
_THAT_DAY = re.compile(r"\b(?:that|this) (?:date|day)\b")  # by that date
# the clerk | of the court
_HANGS = re.compile(r" (?:of|in|at|for|from|who|with|by)\b|,")
_SEVERAL = frozenset({"media", "people", "police", "the media", "the police"})
_POSSESSIVE = re.compile(r"\b(?:his|him|her)\b")
# Fewer words that hang on “the controversy” tell nothing where nobody says which.
LEAST_TELLING = 9


def word_reported(coverage: Coverage, told: Told, first: Quotation, text: str) -> str | None:
    """Return reported words, “that date” told; None where they lean on what stands elsewhere."""
    pronoun = text.split(" ", 1)[0].lower()
    speaker = first.speaker or ""
    if pronoun in {"he", "she"} and not _may_be(coverage, told, speaker, pronoun):
        return None
    if pronoun == "they":
        plural = " and " in speaker or (speaker.endswith("s") and speaker[:1].islower())
        return text if plural else None
    begun = _VERB_FIRST.match(text) or _ADVERB_AND_VERB.match(text) or _SAID_IS.match(text)
    if begun or _TORN.search(text) or _ONLY_WHEN.fullmatch(text):
        return None
    if len(text.split()) < LEAST_TELLING and leans_on_noun(text):
        return None
    if named := _with_plan(coverage, told, text):
        return named
    if opening(text) != "alone" and pronoun not in {"he", "she"} and not _EXPLETIVE.match(text):
        return None
    if any(len(_can_be(told, first, match)) > 1 for match in _POSSESSIVE.finditer(first.text)):
        return None
    day = _THAT_DAY.search(text)
    if day is None:
        return text
    meant = _day_before(coverage, told)
    return f"{text[: day.end()]} [{meant}]{text[day.end() :]}" if meant else None


def _with_plan(coverage: Coverage, told: Told, text: str) -> str | None:
    """Tell what “this break” is that somebody gives a reason for: the plan that the article is about."""
    this = this_plan().match(text)
    plan = plan_told(coverage, told) if this else None
    return f"{this[0]} [{meant_by(this[0], plan)}]{text[this.end() :]}" if this and plan else None


def _may_be(coverage: Coverage, told: Told, speaker: str, pronoun: str) -> bool:
    """Tell whether he or she that begins what somebody reports can be that speaker: one person, of that gender."""
    names = [name for name in coverage.findings(told.place).names if name.name == speaker]
    if names:
        return names[0].kind == "person" and names[0].gender in {GENDERS[pronoun], None}
    head = _HANGS.split(speaker, maxsplit=1)[0]
    return bool(head) and not head.endswith("s") and head.lower() not in _SEVERAL and " and " not in speaker


def _can_be(told: Told, first: Quotation, pronoun: re.Match[str]) -> set[str]:
    """Return the persons named before a pronoun in its sentence whom it can mean."""
    until, gender = first.start + pronoun.start(), GENDERS[pronoun[0]]
    persons = (name for name in told.names if name.kind == "person" and name.start < until)
    return {name.name for name in persons if name.gender in {gender, None}}


def _day_before(coverage: Coverage, told: Told) -> str | None:
    """Return the one day that the sentence before tells of."""
    before = coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    days = {mention.edtf for mention in before.dates if mention.edtf and is_day(mention.edtf)} if before else set()
    return in_words(days.pop()) if len(days) == 1 else None
