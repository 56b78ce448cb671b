"""Whom words were said to: the noun phrase after "told" and where it ends."""

from collections.abc import Sequence

from generator.extract.quotations.frames import FURTHEST_THAT
from generator.extract.quotations.phrases import ENDS, Phrase, is_time, phrase_after
from generator.extract.quotations.tokens import Token
from generator.extract.quotations.verbs import CONVERSATIONS, OFFICES, OWNERS, PEOPLE, PREPOSITIONS, Verb

# How far behind a preposition "that" shows that the clause begins there.
_NEAREST_THAT = 4
_LONGEST_PARTICIPLE = 6
# said [on Monday] during [a second phone call on Monday] with …
_DURING = frozenset({"during", "in", "on", "at"})
_NEAREST_TALK, _LONGEST_TALK = 5, 9


def find_addressee(tokens: Sequence[Token], stop: int, verb: Verb) -> tuple[Phrase | None, int]:
    """Return who was told and where that ends: told his counterpart, Jane Doe, that; assured Doe of."""
    if "tell" not in verb.frames or stop >= len(tokens) or tokens[stop].lower == "that":
        return None, stop
    phrase = phrase_after(tokens, stop, bare=True)
    if phrase is None:
        return None, stop
    if tokens[phrase.stop - 1].lower == "'s":
        shown = phrase.stop < len(tokens) and tokens[phrase.stop].stretch is not None
        return Phrase(phrase.first, phrase.stop - 1), phrase.stop + shown  # told Nord TV's “Face the Town” that …
    phrase, end = with_apposed(tokens, phrase)
    if end < len(tokens) and tokens[end].lower in {"of", "about", "against"}:
        if tokens[end - 1].text.islower() and clause_comes(tokens, end + 1):
            return None, end  # told a meeting of island leaders that …
        end += 1
    return phrase, _past_participle(tokens, end)


def partner(tokens: Sequence[Token], begin: int, end: int) -> Phrase | None:
    """Return whom the talk was with in which it was said: said on Monday during a phone call with Jane Doe.

    It stands right behind the cue, which runs from `begin` to `end`, or opens the sentence before it.
    """
    starts = [0] if begin else []
    for first in (*range(end, min(len(tokens), end + _NEAREST_TALK)), *starts):
        if tokens[first].lower in ENDS or tokens[first].stretch is not None:
            break
        if tokens[first].lower in _DURING and (phrase := _with_whom(tokens, first + 1)):
            return phrase
    return None


def _with_whom(tokens: Sequence[Token], start: int) -> Phrase | None:
    for at in range(start, min(len(tokens) - 1, start + _LONGEST_TALK)):
        talk = at > start and tokens[at].lower == "with" and tokens[at - 1].lower not in PREPOSITIONS
        if talk and any(token.lower in CONVERSATIONS for token in tokens[start:at]):
            return phrase_after(tokens, at + 1, bare=True)
        if tokens[at].lower in ENDS or tokens[at].stretch is not None:
            break
    return None


def _past_participle(tokens: Sequence[Token], end: int) -> int:
    """Skip what the person addressed is doing: promised Jane Doe visiting Oslo his support."""
    if end >= len(tokens) or not tokens[end].lower.endswith("ing") or not tokens[end].text.islower():
        return end
    for at in range(end + 1, min(len(tokens), end + _LONGEST_PARTICIPLE)):
        if tokens[at].lower in OWNERS or tokens[at].stretch is not None or tokens[at].lower == "that":
            return at
        if tokens[at].lower in ENDS:
            break
    return end


def with_apposed(tokens: Sequence[Token], phrase: Phrase) -> tuple[Phrase, int]:
    """Take the name that follows a role (his host, Jane Doe; Acme President, Jane Doe), and where they end."""
    last = phrase.stop + 1
    if last >= len(tokens) or tokens[phrase.stop].lower != ",":
        return phrase, phrase.stop
    role = tokens[phrase.stop - 1]
    if not role.text.islower() and role.lower not in OFFICES | PEOPLE:
        return phrase, phrase.stop
    while last < len(tokens) and tokens[last].text[:1].isupper() and not is_time(tokens[last]):
        last += 1
    if last == phrase.stop + 1 or not (
        last == len(tokens) or tokens[last].lower in PREPOSITIONS | ENDS or is_time(tokens[last])
    ):
        return phrase, phrase.stop
    return Phrase(phrase.stop + 1, last), last


def clause_comes(tokens: Sequence[Token], start: int) -> bool:
    """Stressed on local TV that …: the preposition is no part of the verb."""
    for at in range(start, min(len(tokens), start + FURTHEST_THAT)):
        if tokens[at].lower == "that" or tokens[at].lower in ENDS or tokens[at].stretch is not None:
            return tokens[at].lower == "that" and at - start <= _NEAREST_THAT
    return False
