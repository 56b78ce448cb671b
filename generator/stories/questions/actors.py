"""Who acts in a step: a body or a person, no thing; the state, though its leader says “I will leave the union”."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Name
from generator.stories.evidence import Place, Told
from generator.stories.questions.asking import Context, with_article

# the spokesman | for the mayor
_OF = re.compile(r" (?:of|for|from|at|in|on|to|against|over|between)\b")
# What “leave”, “leaving” and “leaves” have in common.
STEM = 4


def state_that_acts(context: Context, told: Told, verb: str, rest: str) -> str | None:
    """Return the state that, elsewhere in the story, does what somebody announces, to the same organisation.

    Only of acts that a state does (to leave a union, to ratify a pact); None where no sentence tells.
    """
    if verb not in _acts():
        return None
    of = next(
        (name.name for name in told.names if name.kind == "organisation" and _words_of(told, name) in rest), None
    )
    if of is None:
        return None
    found = Counter(state for one in context.coverage.told.values() for state in _states(context, one, verb, of))
    return found.most_common(1)[0][0] if found else None


def is_actor(told: Told, subject: str, *, bodies_only: bool = False) -> bool:
    """Tell whether a subject can take a step: somebody named, or a body or an office; not “the planes”.

    Only with an article or an owner: “ministers” are any, “the ministers” are these. With `bodies_only`, no common
    noun for a person.
    """
    words = subject.split()
    if any(name.kind != "other" and _is_called_so(subject, told, name) for name in told.names):
        return True
    if words[-1] in _parties():
        return True
    owned = words[0].lower() in _owning() or any(word.endswith(("'s", "’s", "s'", "s’")) for word in words[:-1])
    head = _OF.split(subject, maxsplit=1)[0].split()[-1].lower()
    # Which one “the company” is only its article tells; there is one “council”, and one “ferry company”.
    described = len(words) > 2
    known = _bodies("institutions") | (_bodies("bodies") if described else frozenset())
    if not bodies_only:
        known |= _offices() | (frozenset(read_lexicon("titles")["nouns"]) if described else frozenset())
    return owned and (head in known or head.removesuffix("s") in known)


def is_person(told: Told, speaker: str) -> bool:
    """Tell whether a speaker is a person: by name, or by what people are called: “a spokeswoman for the bank”."""
    if any(name.kind == "person" and speaker.endswith(name.name) for name in told.names):
        return True
    head = _OF.split(speaker, maxsplit=1)[0].split()[-1].lower()
    body = head in _bodies("bodies") | _bodies("institutions")
    return not body and (head in _offices() or head in read_lexicon("titles")["nouns"])


def person_meant(context: Context, told: Told, pronoun: str, at: int, besides: str = "") -> str | None:
    """Return whom “he” or “her” at a place of a sentence means: the one such person before it, nobody `besides`.

    The sentence and the one before it may name only one person whom the word fits.
    """
    before = context.coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    names = [name for name in told.names if name.start < told.start + at]
    people = {n.name: n.gender for n in (*(before.names if before else ()), *names) if n.kind == "person"}
    gender = {"he": "m", "him": "m", "his": "m", "she": "f", "her": "f"}.get(pronoun.lower())
    besides = besides.rsplit(maxsplit=1)[-1] if besides else ""
    fitting = [
        name for name, theirs in people.items()
        if theirs in {gender, None} and not (besides and name.endswith(besides))
    ]  # fmt: skip
    return fitting[0] if gender and len(fitting) == 1 else None


def is_called(told: Told, name: Name, words: str) -> bool:
    """Tell whether words are a mention of a name, with a form of address or without: “Mr. Lee”."""
    mention = _words_of(told, name)
    return words.endswith(mention) and words.removesuffix(mention) in {
        "",
        "Mr. ",
        "Mrs. ",
        "Ms. ",
        "Mr ",
        "Mrs ",
        "Ms ",
    }


def with_party_article(subject: str) -> str:
    """Return the name of a party that is the plural of its members with its article.

    >>> with_party_article("Liberal Democrats"), with_party_article("Labour"), with_party_article("the Greens")
    ('the Liberal Democrats', 'Labour', 'the Greens')
    """
    words = subject.split()
    is_party = subject[0].isupper() and words[-1] in _parties() and words[0].lower() not in _owning()
    return f"the {subject}" if is_party else subject


def _states(context: Context, told: Told, verb: str, of: str) -> Iterator[str]:
    """Yield the place named last before “leaving the union” in a sentence, where no person stands between."""
    doing = re.compile(rf"\b{re.escape(verb[:STEM])}\w* (?:the )?\Z")
    for name in told.names:
        if name.name != of or not doing.search(told.text, 0, name.start - told.start):
            continue
        before = [one for one in told.names if one.end < name.start and one.kind in {"place", "person"}]
        if before and before[-1].kind == "place":
            yield with_article(context, told, before[-1].name)


def _is_called_so(subject: str, told: Told, name: Name) -> bool:
    mention = _words_of(told, name)
    return subject in {mention, name.name} or subject.endswith(f" {mention}")


def _words_of(told: Told, name: Name) -> str:
    return told.text[name.start - told.start : name.end - told.start]


@cache
def _acts() -> frozenset[str]:
    return frozenset(read_lexicon("questions")["acts_of_states"])


@cache
def _bodies(kind: str) -> frozenset[str]:
    return frozenset(read_lexicon("questions")[kind])


@cache
def _offices() -> frozenset[str]:
    """Return the last words of offices, of which there is one: the mayor, the secretary-general."""
    return frozenset(office.split()[-1].lower() for office in read_lexicon("titles")["offices"])


@cache
def _parties() -> frozenset[str]:
    return frozenset(read_lexicon("questions")["parties"])


@cache
def _owning() -> frozenset[str]:
    return frozenset(["the", "its", "their", "his", "her", "this", "that", "these", "those", "both"])
