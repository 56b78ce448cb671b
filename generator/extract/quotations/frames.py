"""Frames of attribution other than subject and verb: according to X, X’s claim, quoted as saying, a byline."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.quotations.phrases import (
    DASHES,
    Phrase,
    dateline,
    name_before,
    phrase_after,
    phrase_ending,
    whole_phrase,
)
from generator.extract.quotations.tokens import Token
from generator.extract.quotations.verbs import (
    ACCORDING,
    AUXILIARIES,
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    RELAYED,
    VERBS,
    Verb,
)

# How far "that" may stand behind its verb: said in a statement on its website late on Friday that …
FURTHEST_THAT = 14
_PAIR = 2
_CLAUSE = frozenset({"clause"})
_POSSESSIVES = frozenset({"his", "her", "their"})
_AFTER_NOUN = frozenset({"that", "of", "about", "for", "on", "to", ":", ",", "“”", "against", "as"})


class Cue(NamedTuple):
    """One attribution as the grammar shows it, in token indexes of its unit.

    `first` to `stop` is the verb with its particle; `begin` to `end` takes in subject and addressee: what the
    content leaves out. `closing` tells that the content stands before it (“…”, X said). `shared` tells that
    the subject is that of the verb before, or of the main clause. A `weak` cue attributes quoted words only;
    a `relative` one stands in a clause that the next comma may end (Lee, who called it …, also …); a
    `clause_only` one tells of things as often as of words (added that …, added a garage); what a `naming` one
    quotes may look like a title (called it “The Beast”); an `inward` one tells what nobody but the subject knows.
    """

    first: int
    stop: int
    begin: int
    end: int
    frames: frozenset[str]
    rule: str
    subject: Phrase | None = None
    aside: Phrase | None = None
    shared: bool = False
    addressee: Phrase | None = None
    via: Phrase | None = None
    closing: bool = False
    weak: bool = False
    relative: bool = False
    clause_only: bool = False
    naming: bool = False
    inward: bool = False


def according(tokens: Sequence[Token], at: int) -> Cue | None:
    """According to AFP, …; …, according to Kenyan customs data."""
    for phrase in ACCORDING:
        if (
            tokens[at].lower == phrase[0]
            and tuple(token.lower for token in tokens[at : at + len(phrase)]) == phrase
        ):
            stop = at + len(phrase)
            speaker = whole_phrase(tokens, stop)
            if speaker is None:
                return None
            closing = at > 0 and tokens[at - 1].lower not in CONJUNCTIONS | CLAUSE_OPENERS
            return Cue(at, stop, at, speaker.stop, _CLAUSE, "according-to", speaker, closing=closing)
    return None


def byline(tokens: Sequence[Token], at: int) -> Cue | None:
    """“…” — Jane Doe, at the end of a line."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at].lower not in DASHES or tokens[at - 1].stretch is None:
        return None
    stop = at + 1
    while stop < len(tokens) and tokens[stop].text[:1].isupper() and tokens[stop].stretch is None:
        stop += 1
    if stop == at + 1 or (stop < len(tokens) and tokens[stop].lower not in {",", "."}):
        return None
    return Cue(at, at + 1, at, stop, _CLAUSE, "byline", Phrase(at + 1, stop), closing=True)


def noun_of_speech(tokens: Sequence[Token], at: int) -> Cue | None:
    """Lee’s claim that …; his earlier remarks about …; the union’s answer was that …"""
    if at == 0:
        return None
    says = [token.lower for token in tokens[at + 1 : at + 3]] in (["is", "that"], ["was", "that"])
    owner = at - 1
    if owner > 0 and tokens[owner].lower not in {"'s", "his", "her", "their"} and tokens[owner].text.islower():
        owner -= 1
    if tokens[owner].lower in {"'s"} and owner > 0:
        subject = phrase_ending(tokens, owner, 0) if says else name_before(tokens, owner)
    else:
        subject = Phrase(owner, owner + 1) if tokens[owner].lower in _POSSESSIVES else None
    if subject is not None and says:
        return Cue(at, at + 2, subject.first, at + 2, _CLAUSE, "noun-of-speech", subject)
    if subject is None or at + 1 >= len(tokens) or tokens[at + 1].lower not in _AFTER_NOUN:
        return None
    if tokens[at + 1].lower == "that" and at + 2 < len(tokens) and _is_verb(tokens[at + 2]):
        return None  # his testimony that found no fault
    # His claim that the mine was safe failed to calm us: where it is the subject, nobody knows how far it goes.
    weak = tokens[at + 1].lower != "that" or subject.first == dateline(tokens)
    return Cue(at, at + 1, subject.first, at + 1, frozenset({"noun"}), "noun-of-speech", subject,
               weak=weak)  # fmt: skip


def _is_verb(token: Token) -> bool:
    """Tell of a verb that can only have a relative for its subject."""
    known = VERBS.get(token.lower)
    return token.lower in AUXILIARIES or (known is not None and "past" in known.forms)


def passive(tokens: Sequence[Token], at: int, stop: int, verb: Verb, subject: Phrase | None) -> Cue | None:
    """X was quoted as saying … by Y; it was described by X as …: other passives do not tell who spoke."""
    if stop >= len(tokens):
        return None
    if tokens[stop].lower == "by" and verb.frames & {"clause", "object"}:
        agent = phrase_after(tokens, stop + 1, bare=True)
        if agent is None:
            return None
        return Cue(at, stop, at, agent.stop, frozenset({"object"}), "passive-by", agent, weak=True)
    if subject is None or "saying" not in {token.lower for token in tokens[stop : stop + 2]}:
        return None
    saying = stop if tokens[stop].lower == "saying" else stop + 1
    by = next((n for n in range(saying, min(len(tokens), saying + FURTHEST_THAT)) if tokens[n].lower == "by"), None)
    via = whole_phrase(tokens, by + 1) if by is not None else None
    closing = subject.first > 0 and tokens[subject.first - 1].lower in {",", "“”"}
    end = via.stop if via else saying + 1
    return Cue(at, saying + 1, subject.first, end, _CLAUSE, "quoted-as-saying", subject, via=via, closing=closing)


def _with_aside(tokens: Sequence[Token], first: int, stop: int) -> tuple[Phrase, Phrase | None]:
    """Quoted the head of the union, Jane Doe, as saying: the words between the commas are an aside."""
    commas = [at for at in range(first + 1, stop) if tokens[at].lower == ","]
    if len(commas) < _PAIR or commas[-1] != stop - 1:
        return Phrase(first, stop), None
    return Phrase(first, commas[-2]), Phrase(commas[-2] + 1, commas[-1])


def reported(tokens: Sequence[Token], at: int, stop: int, verb: Verb, outlet: Phrase | None) -> Cue | None:
    """AFP reported Lee as saying: Lee is the speaker, AFP what it came through."""
    if verb.lemma not in RELAYED:
        return None
    for saying in range(stop + 2, min(len(tokens), stop + FURTHEST_THAT)):
        if tokens[saying].lower in {"saying", "telling", "warning"} and tokens[saying - 1].lower == "as":
            first = outlet.first if outlet else at
            closing = first > 0 and tokens[first - 1].lower in {",", "“”"}
            subject, aside = _with_aside(tokens, stop, saying - 1)
            return Cue(at, saying + 1, first, saying + 1, _CLAUSE, "reported-as-saying",
                       subject, aside, via=outlet, closing=closing)  # fmt: skip
    return None
