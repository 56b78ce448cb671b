"""Who speaks: from the noun phrase of a cue to a name, a phrase as it stands, or nobody."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.names.words import COMMON
from generator.extract.quotations.phrases import Phrase, before_time, is_adverb
from generator.extract.quotations.tokens import Token, Unit
from generator.extract.quotations.verbs import (
    AUTHORED,
    DETERMINERS,
    GENDERED,
    NOUN_GENDERS,
    NUMBERED,
    OFFICES,
    OUTLET_NOUNS,
    OWN_POSTS,
    PAPERS,
    PASTS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    PUT_UP,
    SMALL_WORDS,
    SPANS,
)
from generator.model.findings import Name

_MONEY = frozenset("$£€¥")
_PRONOUNS = {"m": "he", "f": "she"}
# "She thanked him": the pronouns that tell a gender
_GENDERED = re.compile(r"\b(?:s?he|h(?:im|is|er)(?:self)?|hers)\b", re.IGNORECASE)


# "a spokeswoman [for the port]": where what hangs on a noun begins
_HANGS_ON = re.compile(r",? (?:of|in|at|for|from|who|with)\b|,")
# Doe | was | a senior leader: what she was, and nobody new
_BE = re.compile(r"\b(?:as|be|been|being|is|are|was|were|became) $")
_WORD_BEFORE = 8
# a | senior party leader
_SOMEBODY = re.compile(r"\b(?:[Aa]n?|[Aa]nother|[Oo]ne) (?=([\w’'-]+(?: [\w’'-]+){0,3}))")
# in Tesland; not: in Reed's view
_IN_PLACE = re.compile(r"\b(?:[Aa]cross|[Ii]n) ([A-Z]\w+)\b(?!['’])")
# The deputy mayor is not the mayor.
LESSER = frozenset({"deputy", "vice", "assistant", "associate", "former", "shadow"})


class Reading(NamedTuple):
    """A noun phrase understood: `kind` is name, pronoun, role (the official) or phrase; `text` what to print.

    It is “nobody” where only the paper is known, and not whose words it has: a memo posted by Jane Doe.
    `paper` is what the person wrote: a memo posted by Jane Doe is her words, through a memo.
    """

    kind: str
    text: str
    head: str
    paper: str | None = None


class Cast:
    """The names of one article by place, and the pronoun of each person whose gender is known."""

    def __init__(self, text: str, names: Sequence[Name]) -> None:
        self.text = text
        self.names = sorted(names, key=lambda name: (name.start, -name.end))
        self._starts = [name.start for name in self.names]
        self._ending = {_last_word_end(text, name): name for name in reversed(self.names)}
        self._genders = {name.name: _PRONOUNS[name.gender] for name in self.names if name.gender}
        self.roles: dict[str, frozenset[str]] = {}
        self._offices: dict[str, list[list[str]]] = {}
        for name in self.names:
            if name.role and name.kind == "person":
                words = name.role.lower().split()
                self.roles[name.name] = self.roles.get(name.name, frozenset()) | set(words)
                self._offices.setdefault(name.name, []).extend(_offices(words))
        self._kinds = {name.name: name.kind for name in self.names}
        self._unnamed = [(match.start(), match[1].split()) for match in _SOMEBODY.finditer(text)]
        self._placed = frozenset(match[1] for match in _IN_PLACE.finditer(text))
        self.bodies = [name for name in self.names if name.kind == "organisation"]

    def ending_at(self, end: int) -> Name | None:
        """Return the name whose last word ends there."""
        return self._ending.get(end)

    def within(self, start: int, end: int) -> list[Name]:
        return self.names[bisect_left(self._starts, start) : bisect_left(self._starts, end)]

    def by_last_name(self, label: str) -> str:
        """Return the name that a label in capitals stands for, else the label in title case."""
        last = label.rsplit(maxsplit=1)[-1].lower()
        for name in self.names:
            if name.name.lower().split()[-1] == last and not name.name.isupper():
                return name.name
        return label.title()

    def kind(self, name: str) -> str:
        return self._kinds.get(name, "other")

    def may_be_person(self, name: str) -> bool:
        """Tell whether a name that spoke may be a person’s though nothing tells so: “Reed” alone, not “in Reed”."""
        word = name.lower()
        known = name in self._kinds or not (word in COMMON or word.removesuffix("s") in COMMON)
        alone = " " not in name and name.istitle() and self._kinds.get(name, "other") == "other"
        shortened = f"{name}.," in self.text  # Ashton, Md.,
        return alone and known and name not in self._placed and not shortened

    def holders(self, head: str, described: frozenset[str]) -> list[str]:
        """Return who has an office: “the mayor” is no deputy mayor, and nobody close to the mayor."""

        def is_office(words: Sequence[str]) -> bool:
            return head in words and (bool(described & LESSER) or LESSER.isdisjoint(words))

        fitting = (name for name, words in self.roles.items() if described <= words)
        return [name for name in fitting if any(is_office(words) for words in self._offices[name])]

    def unnamed_before(self, head: str, at: int) -> int | None:
        """Return where the text last spoke of such a person without a name: “a senior party leader”."""
        found = None
        for start, words in self._unnamed:
            if start >= at or head not in words:
                continue
            before = self.text[max(0, start - _WORD_BEFORE) : start]
            apposed = before.endswith(", ") and self.ending_at(start - 2) is not None
            plain = SMALL_WORDS.isdisjoint(words[: words.index(head)])  # not: a question for the mayor
            found = start if plain and not apposed and not _BE.search(before) else found
        return found

    def is_named(self, name: str, start: int, stop: int) -> bool:
        return any(one.name == name for one in self.within(start, stop))

    def gender(self, name: str) -> str | None:
        """Return the pronoun of a name, or of a phrase by its noun: a spokeswoman for the port."""
        if name in self._genders or name in self._kinds:
            return self._genders.get(name)
        return NOUN_GENDERS.get(_HANGS_ON.split(name, maxsplit=1)[0].rsplit(maxsplit=1)[-1].lower())

    def learn_genders(self, units: Sequence[Unit]) -> None:
        """Learn genders from the pronouns of sentences that name one person, where nothing else tells them."""
        seen: dict[str, list[int]] = {}
        for unit in units:
            persons = [name for name in self.outside_quotations(unit, unit.end) if self.kind(name.name) == "person"]
            if not persons or any(name.name != persons[0].name for name in persons):
                continue
            counts = seen.setdefault(persons[0].name, [0, 0])
            if persons[0].name in self._genders or not _GENDERED.search(self.text, persons[0].end, unit.end):
                continue
            for token in unit.tokens:
                if token.start > persons[0].end and token.lower in GENDERED:
                    counts[GENDERED[token.lower] == "she"] += 1
        for name, (he, she) in seen.items():
            if name not in self._genders and max(he, she) > 2 * min(he, she):
                self._genders[name] = "he" if he > she else "she"

    def outside_quotations(self, unit: Unit, before: int) -> list[Name]:
        """Return the names of a unit up to `before` that the outlet itself uses."""
        names = self.within(unit.start, before)
        quoted = [(unit.tokens[at].start, unit.tokens[at].end) for at in unit.quoted] if names else ()
        return [name for name in names if not any(start <= name.start < end for start, end in quoted)]


def _offices(words: Sequence[str]) -> list[list[str]]:
    """Return the offices of a role, without whose or of what they are: adviser | to the mayor."""
    offices: list[list[str]] = [[]]
    within = False
    for word in words:
        if word == "and":
            offices.append([])
        within = word != "and" and (within or word in PREPOSITIONS)
        if not within:
            offices[-1].append(word)
    return offices


def _last_word_end(text: str, name: Name) -> int:
    """Return where the words of a name end: the stop of "Acme Co." is a sign of its own.

    "Co." alone is the end of a name that was not understood, and "the U.S." hardly ever speaks.
    """
    whole = name.kind != "place" and " " in text[name.start : name.end]
    return name.end - (whole and text.startswith(".", name.end - 1))


# What ends a noun phrase's own words: a spokesman | for the port, Jane Doe | , a baker
_CORE_ENDS = PREPOSITIONS | {"who", ","}


def read_phrase(tokens: Sequence[Token], phrase: Phrase, cast: Cast) -> Reading | None:
    """Understand a noun phrase; None where it cannot be a speaker."""
    first, stop = phrase
    stop = before_time(tokens, first, stop)
    if stop <= first:
        return None
    only = tokens[first]
    if stop - first == 1 and only.lower in PRONOUNS:
        return Reading("pronoun", only.text, PRONOUNS[only.lower])
    if stop - first == 1 and only.lower in GENDERED:
        return Reading("pronoun", only.text, GENDERED[only.lower])  # reported her as saying; his words:
    if stop - first == 1 and only.lower in NUMBERED and stop < len(tokens) and tokens[stop].text[0].isdigit():
        part = cast.text[only.start : tokens[stop].end]
        return Reading("nobody", part, only.lower, part)
    core = _core_end(tokens, first, stop, cast)
    named = cast.ending_at(tokens[core - 1].end)
    if named and named.start >= tokens[first].start:
        joined = [at for at in range(first, core) if tokens[at].lower == "and"]
        offices = [
            at for at in joined if tokens[at - 1].lower in PEOPLE | OFFICES and tokens[at + 1].text.islower()
        ]
        one = offices == joined and only.lower not in DETERMINERS  # chemist and co-author Jane Doe
        if not joined or one or named.start < tokens[joined[-1]].start:
            return Reading("name", named.name, tokens[core - 1].lower)
    if person := _titled(tokens, phrase, core, cast):
        return Reading("name", person.name, tokens[core - 1].lower)
    if written := _written(tokens, phrase, core, cast):
        return written
    if only.text.islower() and (only.lower.endswith("ing") or only.lower in PASTS):
        return None  # done the sums
    if only.lower == "the" and core > first + 2 and tokens[first + 1].lower in {"more", "less"}:
        return None  # the more the people [shrug]
    if any(token.text in _MONEY or token.lower in SPANS for token in tokens[first:core]):
        return None
    text = cast.text[tokens[first].start : tokens[stop - 1].end]
    head = tokens[core - 1].lower
    if core - first == 1 and "-" in head and head.rsplit("-", maxsplit=1)[1] in DETERMINERS:
        return None  # Twenty-seven [states]
    if only.lower in DETERMINERS or only.text[:1].isupper():
        definite = only.lower in {"the", "this", "that"} and core == stop
        return Reading("role" if definite else "phrase", text, head)
    count = first + is_adverb(only)  # 63 percent of voters; only 52 percent
    counted = count + 1 < stop and tokens[count].text[:1].isdigit() and tokens[stop - 1].text.islower()
    several = only.lower.endswith("s") or only.lower in PEOPLE  # producers Jane Doe and Peter Hall
    if (
        counted
        or head in PEOPLE
        or (head.endswith("s") and stop - first <= 6)
        or (several and tokens[core - 1].text[:1].isupper())
    ):
        return Reading("phrase", text, head)
    return None


def _core_end(tokens: Sequence[Token], first: int, stop: int, cast: Cast) -> int:
    """Return where a noun phrase's own words end: before “of Norland”, at the name of “the Nord news agency”."""
    ends = (at for at in range(first + 1, stop) if tokens[at].lower in _CORE_ENDS)
    core = next(ends, stop)
    last = core
    while last > first + 1 and tokens[last - 1].lower in OUTLET_NOUNS:
        last -= 1
    outlet = cast.ending_at(tokens[last - 1].end) if last < core else None
    return last if outlet and outlet.kind != "place" else core


def _written(tokens: Sequence[Token], phrase: Phrase, core: int, cast: Cast) -> Reading | None:
    """A memo written by Senator Jane Doe: the person who ends the phrase, through a memo.

    Who posted or leaked one is not for that its author; a tweet that somebody posted is their own.
    """
    by = next((at for at in range(core, phrase.stop) if tokens[at].lower == "by"), None)
    author = cast.ending_at(tokens[phrase.stop - 1].end)
    if by is None or author is None or author.kind != "person" or author.start < tokens[by].start:
        return None
    paper = next((at for at in range(phrase.first, by) if tokens[at].lower in PAPERS), None)
    if paper is None:
        return None
    verb = next((token.lower for token in tokens[paper + 1 : by] if token.lower.endswith(("ed", "en"))), None)
    if verb in PUT_UP and tokens[paper].lower not in OWN_POSTS:
        whole = cast.text[tokens[phrase.first].start : tokens[phrase.stop - 1].end]
        return Reading("nobody", whole, tokens[paper].lower, whole)
    if verb and verb not in AUTHORED | PUT_UP:
        return None
    text = cast.text[tokens[phrase.first].start : tokens[paper].end]
    return Reading("name", author.name, tokens[paper].lower, text)


def _titled(tokens: Sequence[Token], phrase: Phrase, core: int, cast: Cast) -> Name | None:
    """Chamber of Guilds Warden Jane Doe: the person named after an office with "of" in it."""
    if core == phrase.stop or tokens[core].lower != "of" or not tokens[phrase.first].text[:1].isupper():
        return None
    if tokens[core - 1].lower.endswith("s") or tokens[phrase.first].lower in DETERMINERS:
        return None
    persons = [n for n in cast.within(tokens[core].end, tokens[phrase.stop - 1].end) if n.kind == "person"]
    between = cast.text[tokens[core].end : persons[0].start].split() if persons else []
    return persons[0] if between and between[-1].lstrip("(")[:1].isupper() else None
