"""Kinds: what the words of a name tell of its bearer, a person, an organisation or a place."""

from functools import lru_cache
from itertools import pairwise

from generator.extract.names.words import (
    COMMON,
    FAMILY_FIRST,
    FIRST_NAMES,
    KINDS,
    LEGAL_FORMS,
    NOT_NAMES,
    OF_HEADS,
    OPENERS,
    ORGANISATION_HEADS,
    OTHER_FIRSTS,
    OTHER_HEADS,
    PARTICLES,
    PLACE_FIRSTS,
    PLACE_HEADS,
    PLACE_OF_HEADS,
    SUBJECTS,
    SUFFIXES,
    SURNAME_HEADS,
    Words,
    is_people,
    names_paper,
)
from generator.model.findings import NameKind

HEADS = ORGANISATION_HEADS | PLACE_HEADS | OTHER_HEADS | LEGAL_FORMS
_IN_NAMES = SUBJECTS | HEADS
_LONGEST_PERSON = 6
_LONGEST_PLAIN = 3
_LONG = 4
_LONGEST_INITIAL = 4


@lru_cache(maxsize=4096)
def classify(words: Words) -> tuple[NameKind | None, str]:
    """Tell the kind of a name from its words alone, and the rule that told it."""
    first, last = words[0], words[-1]
    # "Ann Park" is a person though parks are named so; "Kent County" is none though Kent is a first name.
    headed = last in HEADS and not (len(words) == 2 and first in FIRST_NAMES and last in SURNAME_HEADS)
    if len(words) == 1:
        if first in ORGANISATION_HEADS:
            return None, "head-alone"
        if not first.isupper() or len(first.strip(".")) < 2 or first in NOT_NAMES:
            return None, "capitals"
        shouted = first.lower() in COMMON and len(first) >= _LONG
        return (None, "common-word") if shouted else ("organisation", "acronym")
    if last in LEGAL_FORMS:
        return "organisation", "legal-form"
    if "&" in words:
        return "organisation", "ampersand"
    if any(word in PLACE_OF_HEADS and joint == "of" for word, joint in pairwise(words)) and not headed:
        return "place", "place-of"
    if OF_HEADS.intersection(words) and {"of", "for", "on"}.intersection(words):
        return "organisation", "head-of"
    if names_paper(words):
        return "organisation", "newspaper"
    if headed and last in ORGANISATION_HEADS:
        return "organisation", "head"
    if SUBJECTS.issuperset(words) or (SUBJECTS.issuperset({first, last}) and "and" in words):
        return "organisation", "subjects"
    if headed and last in PLACE_HEADS:
        return "place", "place-head"
    if first in OTHER_FIRSTS or (headed and last in OTHER_HEADS):
        return "other", "other-head"
    if len(words) <= _LONGEST_PERSON and (rule := _person_rule(words)):
        return "person", rule
    if first in PLACE_FIRSTS and last.lower() not in COMMON:
        return "place", "place-first"
    if len(words) <= _LONGEST_PLAIN and all(_is_plain_name(word) for word in words):
        return None, "two-names"
    return None, "capitals"


def _person_rule(words: Words) -> str | None:
    if words[-1] in SUFFIXES:
        return "suffix"
    if words[0] in FIRST_NAMES and words[-1].lower() not in OPENERS:
        return "first-name"
    if any(is_initial(word) for word in words[:-1]) and not is_initial(words[-1]):
        return "initial"
    particles = [at for at, word in enumerate(words) if word in PARTICLES and 0 < at < len(words) - 1]
    if any(KINDS.get(words[at + 1 :]) != "place" for at in particles) or words[-1].lower().startswith(
        ("al-", "el-")
    ):
        return "particle"
    if words[0] in FAMILY_FIRST and len(words) <= 4 and all(word.lower() not in COMMON for word in words[1:]):
        return "family-name-first"
    return None


def _is_plain_name(word: str) -> bool:
    """Tell whether a word looks like a name of a person and like nothing else that the lexicon knows."""
    small = word.lower()
    looks = word[1:].isalpha() and not word.isupper() and small not in COMMON and word not in _IN_NAMES
    return looks and (word,) not in KINDS and not is_people((word,))


def is_initial(word: str) -> bool:
    return (
        len(word) <= _LONGEST_INITIAL
        and (word,) not in KINDS
        and word not in LEGAL_FORMS
        and word.endswith(".")
        and word[0].isupper()
        and all(part.isupper() for part in word.split(".") if part)
    )
