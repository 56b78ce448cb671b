"""On which side of its cue the content stands: “…”, X said; “…”, said X; X said: “…”."""

from collections.abc import Sequence

from generator.extract.quotations.finite import is_finite
from generator.extract.quotations.frames import FURTHEST_THAT
from generator.extract.quotations.phrases import (
    DASHES,
    ENDS,
    Phrase,
    dateline,
    is_adverb,
    is_time,
    phrase_after,
)
from generator.extract.quotations.subjects import Before
from generator.extract.quotations.tokens import Token
from generator.extract.quotations.verbs import (
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    Verb,
)

# Signs within a quotation that show it ends where the cue begins: “Yes,” he said.
_CLOSING_SIGNS = frozenset(",.?!…—–-")


def subject_after(tokens: Sequence[Token], at: int, stop: int, verb: Verb, before: Before) -> Phrase | None:
    """Find the subject after the verb: “…”, said the Kenyan premier. Said Ellis: “…”"""
    if "clause" not in verb.frames or verb.forms <= {"ing", "base"} or stop >= len(tokens):
        return None
    previous = tokens[at - 1] if at else None
    asked = previous is not None and previous.stretch is not None and previous.text[2] == "?"
    if "tell" in verb.frames and not (verb.lemma == "ask" and asked):
        return None
    if previous and not (previous.lower in ENDS or previous.stretch is not None):
        return None
    phrase = phrase_after(tokens, stop)
    if phrase is None or (before.aside and is_finite(tokens, phrase.first, len(tokens))):
        return None
    if before.aside and phrase.stop + 1 < len(tokens) and tokens[phrase.stop].lower == "at":
        return None  # the guild, which brought the suit, estimated the loss at 3 million
    first = tokens[phrase.first]
    if is_time(first) or not (
        first.text[:1].isupper()
        or first.text[:1].isdigit()
        or first.lower in DETERMINERS
        or first.lower in PRONOUNS
        or tokens[phrase.stop - 1].lower.endswith("s")
        or tokens[phrase.stop - 1].text[:1].isupper()
    ):
        return None
    following = tokens[phrase.stop] if phrase.stop < len(tokens) else None
    if previous is None:
        return phrase if following and following.lower in {":", ","} else None
    if following is None or following.lower in ENDS or following.lower in PREPOSITIONS:
        return phrase
    if following.lower in CLAUSE_OPENERS - {"that"} or is_time(following) or is_adverb(following):
        return phrase
    return None


def is_closing(tokens: Sequence[Token], begin: int, end: int, verb: Verb) -> bool:
    """Tell whether the content stands before: … , X said. | “…,” X told Y in an interview. | …, as X put it."""
    if begin == 0:
        return False
    previous = tokens[begin - 1]
    if not verb.frames & {"clause", "tell", "finding"}:
        return verb.lemma == "describe" and _stands_alone(tokens, previous, end)
    if previous.lower == "as" and begin > 1:
        previous = tokens[begin - 2]
    following = tokens[end] if end < len(tokens) else None
    if following and following.lower == "to" and "infinitive" in verb.frames:
        return False
    if previous.stretch is not None and previous.text[2] in _CLOSING_SIGNS:
        return following is None or following.lower not in {"that", ":"}
    if not (previous.lower in {",", "?", "!"} | DASHES or previous.stretch is not None):
        return False
    if following and following.lower == "," and end + 1 < len(tokens) and tokens[end + 1].stretch is not None:
        return previous.lower == "," and not _fronted(tokens)
    if following is None or following.lower in ENDS or following.lower in CONJUNCTIONS:
        return True
    if (
        following.lower in PREPOSITIONS | {"as", "when", "while", "who"}
        or is_adverb(following)
        or is_time(following)
    ):
        return not _that_follows(tokens, end) and not (previous.lower == "," and _fronted(tokens))
    return False


def _stands_alone(tokens: Sequence[Token], previous: Token, end: int) -> bool:
    """“It was dark,” the patient described in the report: behind quoted words, and with nothing to describe."""
    following = tokens[end].lower if end < len(tokens) else "."
    quoted = previous.stretch is not None and previous.text[2] == ","
    return quoted and (following in ENDS or following in PREPOSITIONS - {"as", "to"})


def _fronted(tokens: Sequence[Token]) -> bool:
    """Tell whether the unit begins with when or where it was said: In a statement, X said …"""
    at = dateline(tokens)
    first, following = tokens[at], tokens[at + 1].lower if at + 1 < len(tokens) else ","
    if following != "," and first.lower in VERBS and VERBS[first.lower].forms & {"past", "ing"}:
        return True  # Asked about the port, X said …
    return first.lower in PREPOSITIONS | CLAUSE_OPENERS or is_time(first) or is_adverb(first)


def _that_follows(tokens: Sequence[Token], start: int) -> bool:
    for at in range(start, min(len(tokens), start + FURTHEST_THAT)):
        if tokens[at].lower in {",", ";"}:
            return at + 1 < len(tokens) and tokens[at + 1].stretch is not None
        if tokens[at].lower in {"that", ":"} or tokens[at].stretch is not None:
            return True
    return False
