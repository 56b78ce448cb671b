"""Coreference: whom "he", "the official" or "the Kenyan premier" stands for, where the text settles it."""

import re
from collections.abc import Iterator, Sequence
from itertools import chain
from typing import NamedTuple

from generator.extract.quotations.bodies import body_meant, heads_of, names_body
from generator.extract.quotations.clauses import main_subject
from generator.extract.quotations.speakers import Cast, Reading, read_phrase
from generator.extract.quotations.tokens import Unit
from generator.extract.quotations.verbs import CLAUSE_OPENERS, GENERIC, OFFICES, PEOPLE

# How many units back a pronoun may look for its name: the paragraph or two before it.
_REACH = 6
# How many of the last phrases that spoke a role may take up again.
_LAST_PHRASES = 4


# "They" and "it" reach no further than this: so much else could be meant.
_REACH_OF_THEY = 2


# the baker, the drummer, the chairwoman: a noun of somebody
_AGENT = re.compile(r"[a-z]{2}(?:er|or|ist|ian|man|woman|person|eer)$")
# She has called it …: a subject that goes on from the sentence before
_OPENING_PRONOUN = re.compile(r"(?:But |And |Still, |Then )?(S?[Hh]e) ")


class Mentioned(NamedTuple):
    """A name that a pronoun may stand for; `prominent` where it spoke or was the subject."""

    name: str
    prominent: bool
    spoke: bool = False


class Discourse:
    """What the text has spoken of so far, unit by unit."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast
        self._past: list[tuple[Unit, tuple[str, ...]]] = []
        self._recalled: dict[int, list[Mentioned]] = {}
        self._phrases: list[Reading] = []

    def settle(self, unit: Unit, speakers: Sequence[str]) -> None:
        """End a unit, in which these spoke."""
        self._past.append((unit, tuple(speakers) or self._subject_again(unit)))

    def _subject_again(self, unit: Unit) -> tuple[str, ...]:
        """Return whom the “she” is that begins a unit, so that the next one may take her up."""
        opening = _OPENING_PRONOUN.match(self._cast.text, unit.start, unit.end)
        meant = self._pronoun(unit, opening[1].lower(), opening.start(1)) if opening else None
        return (meant,) if meant else ()

    def _last_units(self, reach: int) -> Iterator[list[Mentioned]]:
        """Yield what each of the last units mentions, the nearest first."""
        for number in range(len(self._past) - 1, max(-1, len(self._past) - 1 - reach), -1):
            if number not in self._recalled:
                self._recalled[number] = self._mentioned(*self._past[number])
            yield self._recalled[number]

    def _mentioned(self, unit: Unit, speakers: Sequence[str]) -> list[Mentioned]:
        """Rank the names of a unit: those who spoke in it, then its main subject, then the others from its end."""
        ranked = [Mentioned(speaker, prominent=True, spoke=True) for speaker in reversed(speakers)]
        subject = main_subject(unit, self._cast)
        reading = read_phrase(unit.tokens, subject, self._cast) if subject else None
        if reading and (reading.kind == "name" or (reading.kind == "phrase" and _plural(reading.text))):
            ranked.append(Mentioned(reading.text, prominent=True))
        return ranked + self._named(unit, unit.end)[::-1]

    def speaker(self, unit: Unit, reading: Reading, at: int) -> str | None:
        """Resolve the reading of a noun phrase at offset `at` to what is printed; None where it is unsettled."""
        if reading.kind == "nobody":
            return None
        if reading.kind == "pronoun":
            return self._pronoun(unit, reading.head, at)
        if reading.kind == "role":
            return self._again(reading, at) if names_body(reading) else self._role(reading, at)
        if reading.kind == "phrase":
            self._phrases.append(reading)
        return reading.text

    def _named(self, unit: Unit, before: int) -> list[Mentioned]:
        names = dict.fromkeys(name.name for name in self._cast.outside_quotations(unit, before))
        return [Mentioned(name, prominent=False) for name in names]

    def _pronoun(self, unit: Unit, pronoun: str, at: int) -> str | None:
        if pronoun in {"they", "it"}:
            return self._body(unit, pronoun, at)
        if pronoun not in {"he", "she"}:
            return None
        if own := self._subject_before(unit, pronoun, at):
            return own
        for back, named in enumerate(chain((self._named(unit, at),), self._last_units(_REACH))):
            # Further back than the sentence before, only who spoke or was the subject is still in mind.
            mentioned = [one for one in named if one.prominent or back <= 1]
            for strict in (False, True):
                for name, prominent, spoke in mentioned:
                    if self._fits(name, pronoun, sure=strict or not prominent):
                        return name
                    if spoke and not strict and self._cast.may_be_person(name):
                        return name  # Reed says …: somebody, though nothing tells who
            unsure = [one.name for one in mentioned if self._fits(one.name, pronoun, sure=False)]
            if unsure:
                return unsure[0]
        return None

    def _subject_before(self, unit: Unit, pronoun: str, at: int) -> str | None:
        """My mother is old, but she says …: the subject of the sentence, where it is of that gender."""
        subject = main_subject(unit, self._cast)
        if subject is None or unit.tokens[subject.stop - 1].end > at:
            return None
        reading = read_phrase(unit.tokens, subject, self._cast)
        known = reading is not None and reading.kind in {"name", "phrase", "role"}
        return reading.text if reading and known and self._cast.gender(reading.text) == pronoun else None

    def _fits(self, name: str, pronoun: str, *, sure: bool) -> bool:
        gender = self._cast.gender(name)
        return gender == pronoun or (not sure and gender is None and self._cast.kind(name) == "person")

    def _body(self, unit: Unit, pronoun: str, at: int) -> str | None:
        """Take the organisation, or for "they" the people, that spoke or was the subject just before."""
        if (subject := main_subject(unit, self._cast)) and unit.tokens[subject.first].start < at:
            reading = read_phrase(unit.tokens, subject, self._cast)
            if reading and reading.kind == "name" and self._cast.kind(reading.text) == "organisation":
                return reading.text
            several = reading is not None and reading.kind == "role" and _plural(reading.text)
            return reading.text if reading and pronoun == "they" and several else None
        bodies = {m.name for m in self._named(unit, at) if self._cast.kind(m.name) == "organisation"}
        if len(bodies) == 1 and unit.tokens[0].lower in CLAUSE_OPENERS:
            return bodies.pop()  # although the fund named nobody, it said …
        for mentioned in self._last_units(_REACH_OF_THEY):
            for name, prominent, _ in mentioned:
                if prominent and (self._cast.kind(name) == "organisation" or (pronoun == "they" and _plural(name))):
                    return name
        return None

    def _role(self, reading: Reading, at: int) -> str:
        """Take the one person whose office fits, or who just spoke and has the country; else keep the phrase.

        Whoever the text named longer ago than it spoke of a leader without a name, or only later, is not meant.
        """
        described = frozenset(reading.text.lower().split()[1:])
        # The fire service is not its spokesman.
        person = reading.head in OFFICES | PEOPLE | GENERIC or _AGENT.search(reading.head)
        holders = self._cast.holders(reading.head, described) if person else []
        unnamed = self._cast.unnamed_before(reading.head, at) if holders else None
        fitting = [name for name in holders if unnamed is None or self._cast.is_named(name, unnamed, at)]
        if len(fitting) == 1:
            return fitting[0]
        last = next((m.name for mentioned in self._last_units(1) for m in mentioned if m.prominent), None)
        if last in fitting:
            return last
        country = described - {reading.head}
        known = self._cast.roles.get(last or "", frozenset())
        if last and reading.head in OFFICES - known and country and country <= known:
            return last
        return self._phrase_of(reading) or reading.text

    def _again(self, reading: Reading, at: int) -> str:
        """Take the body of the last phrase that fits, or the one that the text has named."""
        return self._phrase_of(reading) or body_meant(self._cast, reading, at) or reading.text

    def _phrase_of(self, reading: Reading) -> str | None:
        """Return the phrase that spoke last and that another with its noun takes up again.

        The Lom poll takes up no poll of another name, or of none.
        """
        names = {word for word in reading.text.split()[1:] if word[:1].isupper()}
        for phrase in reversed(self._phrases[-_LAST_PHRASES:]):
            if not names <= set(phrase.text.split()):
                continue
            if phrase.head in heads_of(reading) or (reading.head in GENERIC and phrase.head in PEOPLE):
                return phrase.text
        return None


def _plural(phrase: str) -> bool:
    """Tell whether a phrase that spoke means several people: World leaders, critics of the programme."""
    words = re.split(r" (?:of|in|at|for|from|who|with) ", phrase)[0].split()
    head = words[-1] if words and (len(words) == 1 or words[-1].islower()) else ""
    return head[1:].islower() and head.endswith("s") and not head.endswith("'s")
