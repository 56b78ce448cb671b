"""Who speaks: from the noun phrase of a cue to a name, a phrase as it stands, or nobody."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from generator.extract.quotations.phrases import Phrase, is_time
from generator.extract.quotations.tokens import Token, Unit
from generator.extract.quotations.verbs import (
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    FEMININE,
    GENERIC,
    MASCULINE,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    TITLES_OF_MEN,
    TITLES_OF_WOMEN,
    VERBS,
)
from generator.model.findings import Name

_LONGEST_PHRASE = 14
# How many units back a pronoun may look for its name: the paragraph or two before it.
_REACH = 6


class Reading(NamedTuple):
    """A noun phrase understood: `kind` is name, pronoun, role (the official) or phrase; `text` what to print."""

    kind: str
    text: str
    head: str


class Cast:
    """The names of one article by place, and the gender that titles and given names tell."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self.text = text
        self.names = sorted(names, key=lambda name: (name.start, -name.end))
        self._starts = [name.start for name in self.names]
        self._ending = {name.end: name for name in reversed(self.names)}
        self._genders = _genders(text, self.names)

    def ending_at(self, end: int) -> Name | None:
        return self._ending.get(end)

    def within(self, start: int, end: int) -> list[Name]:
        return self.names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def by_last_name(self, label: str) -> str:
        """Return the name that a label in capitals stands for, else the label in title case."""
        last = label.split()[-1].lower()
        for name in self.names:
            if name.name.lower().split()[-1] == last:
                return name.name
        return label.title()

    def gender(self, name: str) -> str | None:
        return self._genders.get(name)


def _genders(text: str, names: Sequence[Name]) -> Mapping[str, str]:
    genders: dict[str, str] = {}
    for name in names:
        before = text[max(0, name.start - 12) : name.start].split()
        title = before[-1].rstrip(".").lower() if before else ""
        if title in TITLES_OF_MEN:
            genders[name.name] = "he"
        elif title in TITLES_OF_WOMEN:
            genders[name.name] = "she"
        elif name.name not in genders and " " in name.name:
            given = next((word for word in name.name.split() if len(word.rstrip(".")) > 1), "")
            if given in MASCULINE:
                genders[name.name] = "he"
            elif given in FEMININE:
                genders[name.name] = "she"
    return genders


def read_phrase(tokens: Sequence[Token], phrase: Phrase, cast: Cast) -> Reading | None:
    """Understand a noun phrase; None where it cannot be a speaker."""
    first, stop = phrase
    while stop > first and is_time(tokens[stop - 1]):
        stop -= 1
    if stop <= first:
        return None
    only = tokens[first]
    if stop - first == 1 and only.lower in PRONOUNS:
        return Reading("pronoun", only.text, PRONOUNS[only.lower])
    core = next(
        (
            at
            for at in range(first + 1, stop)
            if tokens[at].lower in PREPOSITIONS or tokens[at].lower in {"who", ","}
        ),
        stop,
    )
    named = cast.ending_at(tokens[core - 1].end)
    if named and named.start >= tokens[first].start:
        joined = [at for at in range(first, core) if tokens[at].lower == "and"]
        if not (joined and named.start > tokens[joined[-1]].start):
            return Reading("name", named.name, tokens[core - 1].lower)
    text = cast.text[tokens[first].start : tokens[stop - 1].end]
    head = tokens[core - 1].lower
    if only.lower in DETERMINERS or only.text[:1].isupper():
        definite = only.lower in {"the", "this", "that"} and core == stop
        return Reading("role" if definite else "phrase", text, head)
    if head in PEOPLE or (head.endswith("s") and stop - first <= 6):
        return Reading("phrase", text, head)
    return None


def main_subject(unit: Unit, cast: Cast) -> Phrase | None:
    """Return the subject of a unit's main clause, where a name or a pronoun near its beginning is it."""
    tokens = unit.tokens
    at = 0
    while at < len(tokens):
        opening = tokens[at]
        if (
            opening.lower in CONJUNCTIONS
            or opening.stretch is not None
            or opening.lower in {",", ":"}
            or is_time(opening)
        ):
            at += 1
            continue
        if (
            opening.lower in PREPOSITIONS
            or opening.lower in CLAUSE_OPENERS
            or opening.lower.endswith(("ing", "ly"))
        ):
            comma = next((i for i in range(at, min(len(tokens), at + 25)) if tokens[i].lower == ","), None)
            if comma is None:
                return None
            at = comma + 1
            continue
        break
    if at >= len(tokens):
        return None
    if tokens[at].lower in PRONOUNS:
        return Phrase(at, at + 1)
    best = None
    for stop in range(at + 1, min(len(tokens), at + _LONGEST_PHRASE) + 1):
        token = tokens[stop - 1]
        if token.lower in PREPOSITIONS | AUXILIARIES - {"'s"} or token.lower in {",", ":", ";", "—", "“”"}:
            break
        if token.lower in VERBS and stop - 1 > at and token.text.islower():
            break
        if cast.ending_at(token.end) and not (stop < len(tokens) and tokens[stop].lower == "'s"):
            best = Phrase(at, stop)
    return best


class Discourse:
    """What the text has spoken of so far, unit by unit: whom a pronoun or a role can stand for."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._units: list[list[str]] = []
        self._groups: list[list[str]] = []
        self._phrases: list[Reading] = []

    def enter(self, unit: Unit) -> None:
        """Begin a unit; its names count from here on, the main subject before the others."""
        self._units.append([])

    def settle(self, unit: Unit, speakers: Sequence[str]) -> None:
        """End a unit: those who spoke in it come first, then its main subject, then the other names in order."""
        ranked = list(reversed(speakers))
        subject = main_subject(unit, self._cast)
        if subject and (reading := read_phrase(unit.tokens, subject, self._cast)) and reading.kind == "name":
            ranked.append(reading.text)
        ranked += self._unit_names(unit, unit.end)
        self._units[-1] = list(dict.fromkeys(ranked))

    def _unit_names(self, unit: Unit, before: int) -> list[str]:
        quoted = [(token.start, token.end) for token in unit.tokens if token.stretch is not None]
        return [
            name.name
            for name in self._cast.within(unit.start, before)
            if not any(start <= name.start < end for start, end in quoted)
        ]

    def speaker(self, unit: Unit, reading: Reading, at: int) -> str | None:
        """Resolve a reading to what is printed."""
        if reading.kind == "pronoun":
            return self._pronoun(unit, reading.head, at)
        if reading.kind == "role":
            return self._role(reading)
        if reading.kind == "phrase":
            self._phrases.append(reading)
        return reading.text

    def _pronoun(self, unit: Unit, pronoun: str, at: int) -> str | None:
        if pronoun in {"none"}:
            return None
        ranks = [self._unit_names(unit, at), *self._units[-2 : -2 - _REACH : -1]]
        for rank in ranks:
            for known in (True, False):
                for name in rank:
                    if self._fits(name, pronoun, known):
                        return name
        return None

    def _fits(self, name: str, pronoun: str, known: bool) -> bool:
        kind = self._kind(name)
        gender = self._cast.gender(name)
        if pronoun in {"he", "she"}:
            return gender == pronoun if known else gender is None and kind == "person"
        return known and kind == "organisation"

    def _kind(self, name: str) -> str:
        return next((mention.kind for mention in self._cast.names if mention.name == name), "other")

    def _role(self, reading: Reading) -> str | None:
        for mention in reversed(self._cast.names):
            if mention.role and mention.kind == "person" and reading.head in mention.role.lower().split():
                return mention.name
        for phrase in reversed(self._phrases[-4:]):
            if phrase.head == reading.head or (reading.head in GENERIC and phrase.head in PEOPLE):
                return phrase.text
        return reading.text
