"""Cues: the verbs and phrases that attribute words, each with its subject and the side its content stands on."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.quotations.phrases import Phrase, is_adverb, is_time, phrase_after, phrase_before
from generator.extract.quotations.tokens import Token, Unit
from generator.extract.quotations.verbs import (
    ACCORDING,
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    NOUNS,
    PARTICLES,
    PHRASAL,
    PREPOSITIONS,
    PRONOUNS,
    VERBS,
    Verb,
)

_ENDS = frozenset({",", ";", ".", "?", "!", "—", "–", "--", "―"})


class Cue(NamedTuple):
    """One attribution as the grammar shows it, in token indexes of its unit.

    `first` to `stop` is the verb with its particle; `begin` to `end` also takes in subject and addressee, and
    so is what the content leaves out. `closing` tells that the content stands before it ("…", X said).
    """

    first: int
    stop: int
    begin: int
    end: int
    frames: frozenset[str]
    lemma: str
    subject: Phrase | None
    aside: Phrase | None
    shared: bool
    addressee: Phrase | None
    via: Phrase | None
    closing: bool
    rule: str


def find_cues(unit: Unit) -> list[Cue]:
    """Find the cues of a unit, in order."""
    tokens = unit.tokens
    cues: list[Cue] = []
    floor = at = 0
    while at < len(tokens):
        cue = _according(tokens, at) or _noun(tokens, at) or _verb(tokens, at, floor)
        if cue:
            cues.append(cue)
            floor = at = max(cue.stop, at + 1)
        else:
            at += 1
    return cues


def _according(tokens: Sequence[Token], at: int) -> Cue | None:
    for phrase in ACCORDING:
        if tokens[at].lower == phrase[0] and tuple(t.lower for t in tokens[at : at + len(phrase)]) == phrase:
            stop = at + len(phrase)
            speaker = _whole_phrase(tokens, stop)
            if speaker is None:
                return None
            before = tokens[at - 1] if at else None
            closing = before is not None and before.lower not in CONJUNCTIONS | CLAUSE_OPENERS
            return Cue(
                at,
                stop,
                at,
                speaker.stop,
                frozenset({"according"}),
                " ".join(phrase),
                speaker,
                None,
                False,
                None,
                None,
                closing,
                "according-to",
            )
    return None


def _whole_phrase(tokens: Sequence[Token], start: int) -> Phrase | None:
    """Take a noun phrase with what hangs on it: a report by the New York Times released Friday."""
    at = start
    while at < len(tokens) and tokens[at].lower not in _ENDS and tokens[at].stretch is None and at - start < 20:
        if at > start and (
            tokens[at].lower in CLAUSE_OPENERS - PREPOSITIONS or tokens[at].lower in AUXILIARIES - {"'s"}
        ):
            break
        if tokens[at].lower in {"and", "but"} and not tokens[at - 1].text[:1].isupper():
            break
        at += 1
    return Phrase(start, at) if at > start else None


def _noun(tokens: Sequence[Token], at: int) -> Cue | None:
    """Trump’s claim that …; his earlier remarks about …"""
    if tokens[at].lower not in NOUNS or at == 0:
        return None
    owner = at - 1
    if (
        owner > 0
        and tokens[owner].lower != "'s"
        and tokens[owner].text.islower()
        and tokens[owner].lower not in PREPOSITIONS
    ):
        owner -= 1
    mark = tokens[owner]
    if mark.lower == "'s" and owner > 0:
        start = owner - 1
        while start > 0 and tokens[start - 1].text[:1].isupper() and tokens[start - 1].lower not in DETERMINERS:
            start -= 1
        subject = Phrase(start, owner)
        if not tokens[start].text[:1].isupper():
            return None
    elif mark.lower in {"his", "her", "their"}:
        subject = Phrase(owner, owner + 1)
    else:
        return None
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    if following is None or following.lower not in {
        "that",
        "of",
        "about",
        "for",
        "on",
        "to",
        ":",
        ",",
        "“”",
        "against",
    }:
        return None
    return Cue(
        at,
        at + 1,
        subject.first,
        at + 1,
        frozenset({"noun"}),
        tokens[at].lower,
        subject,
        None,
        False,
        None,
        None,
        False,
        "noun-of-speech",
    )


def _verb(tokens: Sequence[Token], at: int, floor: int) -> Cue | None:
    verb, stop = _lexical(tokens, at)
    if verb is None:
        return None
    before = phrase_before(tokens, at, floor)
    if before.passive:
        return _passive(tokens, at, stop, verb, before.phrase)
    if verb.forms == {"base"} and not before.modal and not _plural(tokens, before.phrase):
        return None
    if (
        "base" in verb.forms
        and not before.modal
        and "past" not in verb.forms
        and not _plural(tokens, before.phrase)
    ):
        return None
    if before.shared and verb.forms <= {"s", "base"} and (at == 0 or tokens[at - 1].lower in {","}):
        return None
    inverted = _inverted(tokens, at, stop, verb, before.phrase)
    if inverted:
        return Cue(
            at,
            stop,
            at,
            inverted.stop,
            verb.frames,
            verb.lemma,
            inverted,
            None,
            False,
            None,
            None,
            True,
            "inverted",
        )
    if before.phrase is None and not before.shared and "ing" not in verb.forms:
        return None
    reported = _reported(tokens, at, stop, verb, before.phrase)
    if reported:
        return reported
    shared = before.phrase is None
    if "ing" in verb.forms and not before.modal:
        shared = True
    subject = None if shared else before.phrase
    begin = subject.first if subject else before.group
    addressee = _addressee(tokens, stop, verb)
    end = addressee.stop if addressee else stop
    closing = _closing(tokens, begin, end)
    return Cue(
        at,
        stop,
        begin,
        end,
        verb.frames,
        verb.lemma,
        subject,
        None if shared else before.aside,
        shared,
        addressee,
        None,
        closing,
        "shared-subject" if shared else "subject-verb",
    )


def _lexical(tokens: Sequence[Token], at: int) -> tuple[Verb | None, int]:
    token = tokens[at]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if (phrasal := PHRASAL.get((token.lower, following))) is not None:
        return phrasal, at + 2
    verb = VERBS.get(token.lower)
    if verb is None or token.text.isupper() or (token.text[:1].isupper() and at > 0):
        return None, at + 1
    stop = at + 1
    if (
        "object" in verb.frames
        and following in PARTICLES
        and not (following == "to" and "infinitive" in verb.frames)
    ):
        stop = at + 2
    return verb, stop


def _plural(tokens: Sequence[Token], phrase: Phrase | None) -> bool:
    """Tell whether a base form can follow: they say, officials say, Obama and Biden say."""
    if phrase is None:
        return False
    last = tokens[phrase.stop - 1]
    if last.lower in PRONOUNS:
        return PRONOUNS[last.lower] in {"they", "none"}
    return (
        (last.lower.endswith("s") and last.lower != "'s")
        or any(t.lower == "and" for t in tokens[phrase.first : phrase.stop])
        or (last.lower in {"people", "police", "many", "some", "others", "both"})
    )


def _passive(tokens: Sequence[Token], at: int, stop: int, verb: Verb, subject: Phrase | None) -> Cue | None:
    """X was quoted as saying …, (by Y); other passives name the speaker after "by", or not at all."""
    if (subject and tuple(t.lower for t in tokens[stop - 1 : stop + 1]) == ("as", "saying")) or (
        subject and tuple(t.lower for t in tokens[stop : stop + 2]) == ("as", "saying")
    ):
        saying = next(i for i in range(at, len(tokens)) if tokens[i].lower == "saying")
        by = next((i for i in range(saying, min(len(tokens), saying + 12)) if tokens[i].lower == "by"), None)
        via = _whole_phrase(tokens, by + 1) if by is not None else None
        closing = subject.first > 0 and tokens[subject.first - 1].lower in {",", "“”"}
        return Cue(
            at,
            saying + 1,
            subject.first,
            via.stop if via else saying + 1,
            frozenset({"clause"}),
            "quoted as saying",
            subject,
            None,
            False,
            None,
            via,
            closing,
            "quoted-as-saying",
        )
    return None


def _reported(tokens: Sequence[Token], at: int, stop: int, verb: Verb, outlet: Phrase | None) -> Cue | None:
    """CCTV reported Xi as saying: Xi is the speaker, CCTV what it came through."""
    for saying in range(stop + 1, min(len(tokens), stop + 8)):
        if tokens[saying].lower in {"saying", "telling", "warning"} and tokens[saying - 1].lower == "as":
            first = outlet.first if outlet else at
            closing = first > 0 and tokens[first - 1].lower in {",", "“”"}
            return Cue(
                at,
                saying + 1,
                first,
                saying + 1,
                frozenset({"clause"}),
                "reported as saying",
                Phrase(stop, saying - 1),
                None,
                False,
                None,
                outlet,
                closing,
                "reported-as-saying",
            )
    return None


def _inverted(tokens: Sequence[Token], at: int, stop: int, verb: Verb, before: Phrase | None) -> Phrase | None:
    """Find the subject after the verb: “…”, said the Chinese premier."""
    if not verb.frames & {"clause"} or verb.forms <= {"ing"} or stop >= len(tokens):
        return None
    previous = tokens[at - 1] if at else None
    if previous is None or not (previous.lower in _ENDS or previous.stretch is not None):
        return None
    phrase = phrase_after(tokens, stop)
    if phrase is None:
        return None
    first, last = tokens[phrase.first], tokens[phrase.stop - 1]
    if not (
        first.text[:1].isupper()
        or first.lower in DETERMINERS
        or first.lower in PRONOUNS
        or phrase.stop - phrase.first == 1
    ):
        return None
    if is_time(first) or last.stretch is not None:
        return None
    following = tokens[phrase.stop] if phrase.stop < len(tokens) else None
    if (
        following is None
        or following.lower in _ENDS
        or following.lower in PREPOSITIONS
        or following.stretch is not None
    ):
        return phrase
    if (
        (following.lower in CLAUSE_OPENERS and following.lower != "that")
        or is_time(following)
        or is_adverb(following)
    ):
        return phrase
    return None


def _addressee(tokens: Sequence[Token], stop: int, verb: Verb) -> Phrase | None:
    if "tell" not in verb.frames or stop >= len(tokens):
        return None
    phrase = phrase_after(tokens, stop)
    if phrase is None or tokens[phrase.first].lower == "that":
        return None
    return phrase


def _closing(tokens: Sequence[Token], begin: int, end: int) -> bool:
    """Tell whether the content stands before: … , X said. | “…” X told Y in an interview."""
    if begin == 0:
        return False
    previous = tokens[begin - 1]
    if not (previous.lower in {",", "?", "!", "—", "–", "--", "―"} or previous.stretch is not None):
        return False
    if end >= len(tokens):
        return True
    following = tokens[end]
    if following.lower in _ENDS or following.lower in CONJUNCTIONS or is_time(following) or following.lower == "“”":
        return following.lower != "“”" or previous.stretch is not None
    if following.lower == ":":
        return False
    if following.lower in PREPOSITIONS or following.lower in {"as", "when", "while", "who"} or is_adverb(following):
        return not _that_follows(tokens, end)
    return False


def _that_follows(tokens: Sequence[Token], start: int) -> bool:
    for at in range(start, min(len(tokens), start + 14)):
        if tokens[at].lower in {",", ";"}:
            return at + 1 < len(tokens) and tokens[at + 1].stretch is not None and not tokens[start - 1].stretch
        if tokens[at].lower in {"that", ":"} or tokens[at].stretch is not None:
            return True
    return False
