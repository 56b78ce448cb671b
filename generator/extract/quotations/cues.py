"""Cues: the verbs and phrases that attribute words, each with its subject and the side its content stands on."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.quotations.phrases import (
    DASHES,
    Before,
    Phrase,
    is_adverb,
    is_time,
    name_before,
    phrase_after,
    phrase_before,
    whole_phrase,
)
from generator.extract.quotations.tokens import Token, Unit
from generator.extract.quotations.verbs import (
    ACCORDING,
    ALSO_NOUNS,
    CAUSATIVES,
    CLAUSE_OPENERS,
    CONJUNCTIONS,
    DETERMINERS,
    MODIFIERS,
    NOUNS,
    PARTICLES,
    PHRASAL,
    PREPOSITIONS,
    PRONOUNS,
    QUOTED_ONLY,
    VERBS,
    Verb,
)

_ENDS = frozenset({",", ";", ".", "?", "!"}) | DASHES
# Signs within a quotation that show it ends where the cue begins: “Yes,” he said.
_CLOSING_SIGNS = frozenset(",.?!…—–-")
_PLURALS = frozenset({"people", "police", "many", "some", "others", "both", "they", "we", "you", "i", "who"})
_AFTER_NOUN = frozenset({"that", "of", "about", "for", "on", "to", ":", ",", "“”", "against", "as"})
# How far "that" may stand behind its verb: said in a statement on its website late on Friday that …
FURTHEST_THAT = 14
_NEAREST_THAT = 4


class Cue(NamedTuple):
    """One attribution as the grammar shows it, in token indexes of its unit.

    `first` to `stop` is the verb with its particle; `begin` to `end` takes in subject and addressee: what the
    content leaves out. `closing` tells that the content stands before it (“…”, X said). `shared` tells that
    the subject is that of the verb before, or of the main clause. A `weak` cue attributes quoted words only;
    a `relative` one stands in a clause that the next comma may end (Xi, who called it …, also …).
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


def find_cues(unit: Unit) -> list[Cue]:
    """Find the cues of a unit, in order."""
    tokens = unit.tokens
    cues: list[Cue] = []
    floor = at = 0
    while at < len(tokens):
        cue = _according(tokens, at) or _byline(tokens, at) or _noun(tokens, at) or _verb(tokens, at, floor)
        if cue:
            cues.append(cue)
            floor = at = max(cue.stop, at + 1)
        else:
            at += 1
    return cues


def _according(tokens: Sequence[Token], at: int) -> Cue | None:
    """According to CCTV, …; …, according to Chinese customs data."""
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
            return Cue(at, stop, at, speaker.stop, frozenset({"clause"}), "according-to", speaker, closing=closing)
    return None


def _byline(tokens: Sequence[Token], at: int) -> Cue | None:
    """“…” — Jane Doe, at the end of a line."""
    if at == 0 or at + 1 >= len(tokens) or tokens[at].lower not in DASHES or tokens[at - 1].stretch is None:
        return None
    stop = at + 1
    while stop < len(tokens) and tokens[stop].text[:1].isupper() and tokens[stop].stretch is None:
        stop += 1
    if stop == at + 1 or (stop < len(tokens) and tokens[stop].lower not in {",", "."}):
        return None
    return Cue(at, at + 1, at, stop, frozenset({"clause"}), "byline", Phrase(at + 1, stop), closing=True)


def _noun(tokens: Sequence[Token], at: int) -> Cue | None:
    """Trump’s claim that …; his earlier remarks about …"""
    if tokens[at].lower not in NOUNS or at == 0:
        return None
    owner = at - 1
    if owner > 0 and tokens[owner].lower not in {"'s", "his", "her", "their"} and tokens[owner].text.islower():
        owner -= 1
    if tokens[owner].lower in {"'s"} and owner > 0:
        subject = name_before(tokens, owner)
    else:
        subject = Phrase(owner, owner + 1) if tokens[owner].lower in {"his", "her", "their"} else None
    if subject is None or at + 1 >= len(tokens) or tokens[at + 1].lower not in _AFTER_NOUN:
        return None
    return Cue(at, at + 1, subject.first, at + 1, frozenset({"noun"}), "noun-of-speech", subject,
               weak=tokens[at + 1].lower != "that")  # fmt: skip


def _verb(tokens: Sequence[Token], at: int, floor: int) -> Cue | None:
    verb, stop = _lexical(tokens, at)
    if verb is None:
        return None
    before = phrase_before(tokens, at, floor)
    if before.passive:
        return _passive(tokens, at, stop, before.phrase)
    subject_after = _inverted(tokens, at, stop, verb, before)
    if subject_after:
        return Cue(at, stop, at, subject_after.stop, verb.frames, "inverted", subject_after, closing=True)
    if not _is_verb(tokens, at, verb, before):
        return None
    if reported := _reported(tokens, at, stop, verb, before.phrase):
        return reported
    subject = before.phrase
    if "ing" in verb.forms and not before.modal:
        subject = name_before(tokens, at) if before.aside is None else None
    elif before.infinitive:
        subject = _caused(tokens, before.group)
    addressee, end = _addressee(tokens, stop, verb)
    begin = subject.first if subject else before.group
    return Cue(
        at,
        stop,
        begin,
        end,
        verb.frames,
        "subject-verb" if subject else "shared-subject",
        subject,
        before.aside if subject else None,
        subject is None,
        addressee,
        closing=(subject is not None or "ing" not in verb.forms) and _closing(tokens, begin, end, verb),
        weak=_is_weak(tokens, end, verb, before),
        relative=before.group > 1
        and tokens[before.group - 1].lower == "who"
        and tokens[before.group - 2].lower == ",",
    )


def _lexical(tokens: Sequence[Token], at: int) -> tuple[Verb | None, int]:
    """Return the verb at `at`, and where it ends with its particle."""
    token = tokens[at]
    following = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    verb = PHRASAL.get((token.lower, following))
    if verb is not None:
        return verb, at + 2
    verb = VERBS.get(token.lower)
    if verb is None or (token.text[:1].isupper() and at > 0 and tokens[at - 1].text[:1].isalnum()):
        return None, at + 1
    particle = "object" in verb.frames and following in PARTICLES
    if particle and not (following == "to" and "infinitive" in verb.frames) and not _clause_comes(tokens, at + 2):
        return verb, at + 2
    return verb, at + 1


def _is_verb(tokens: Sequence[Token], at: int, verb: Verb, before: Before) -> bool:
    """Tell the verb from the noun or participle spelt the same: they claim, but these claims; the suspected ties."""
    previous = tokens[at - 1] if at else None
    if before.phrase is None and not before.shared and not before.infinitive and "ing" not in verb.forms:
        return False
    last = tokens[before.phrase.stop - 1] if before.phrase else None
    if last and last.lower in MODIFIERS and last.lower not in PRONOUNS:
        return False
    if last and (last.lower in DETERMINERS - _PLURALS or last.lower == "'s"):
        return False
    if before.modal or verb.forms & {"past", "ing"}:
        return not (before.shared and "past" in verb.forms and previous is not None and previous.lower == ",")
    if before.phrase is None or last is None:
        return before.shared and "s" in verb.forms and verb.lemma not in ALSO_NOUNS
    named = last.text[:1].isupper() or last.lower in PRONOUNS or last.lower in _PLURALS
    if verb.lemma in ALSO_NOUNS and not named and not _clause_follows(tokens, at + 1):
        return False
    if "base" in verb.forms:
        joined = any(token.lower == "and" for token in tokens[before.phrase.first : before.phrase.stop])
        return joined or last.lower in _PLURALS or _is_plural(last)
    return not _is_plural(last)


def _is_weak(tokens: Sequence[Token], end: int, verb: Verb, before: Before) -> bool:
    if end < len(tokens) and tokens[end].lower == "that":
        return False
    if "ing" in verb.forms and before.group and tokens[before.group - 1].lower in PREPOSITIONS:
        return True
    if before.phrase and PRONOUNS.get(tokens[before.phrase.first].lower) == "none":
        return not verb.frames & {"tell"} or before.phrase.stop - before.phrase.first == 1
    return verb.lemma in QUOTED_ONLY or (before.irrealis and not verb.frames & {"clause", "tell"})


def _is_plural(noun: Token) -> bool:
    return noun.lower.endswith("s") and not noun.lower.endswith(("ss", "us", "is")) and noun.text.islower()


def _clause_follows(tokens: Sequence[Token], at: int) -> bool:
    return at < len(tokens) and (
        tokens[at].lower in DETERMINERS | {"that"} or tokens[at].lower in PRONOUNS or tokens[at].stretch is not None
    )


def _passive(tokens: Sequence[Token], at: int, stop: int, subject: Phrase | None) -> Cue | None:
    """X was quoted as saying … by Y. Other passives tell who was spoken of, not who spoke."""
    if subject is None or "saying" not in {token.lower for token in tokens[stop : stop + 2]}:
        return None
    saying = stop if tokens[stop].lower == "saying" else stop + 1
    by = next((n for n in range(saying, min(len(tokens), saying + FURTHEST_THAT)) if tokens[n].lower == "by"), None)
    via = whole_phrase(tokens, by + 1) if by is not None else None
    closing = subject.first > 0 and tokens[subject.first - 1].lower in {",", "“”"}
    end = via.stop if via else saying + 1
    return Cue(at, saying + 1, subject.first, end, frozenset({"clause"}), "quoted-as-saying", subject, via=via,
               closing=closing)  # fmt: skip


def _reported(tokens: Sequence[Token], at: int, stop: int, verb: Verb, outlet: Phrase | None) -> Cue | None:
    """CCTV reported Xi as saying: Xi is the speaker, CCTV what it came through."""
    if not verb.frames & {"clause", "object"}:
        return None
    for saying in range(stop + 2, min(len(tokens), stop + 8)):
        if tokens[saying].lower in {"saying", "telling", "warning"} and tokens[saying - 1].lower == "as":
            first = outlet.first if outlet else at
            closing = first > 0 and tokens[first - 1].lower in {",", "“”"}
            return Cue(at, saying + 1, first, saying + 1, frozenset({"clause"}), "reported-as-saying",
                       Phrase(stop, saying - 1), via=outlet, closing=closing)  # fmt: skip
    return None


def _inverted(tokens: Sequence[Token], at: int, stop: int, verb: Verb, before: Before) -> Phrase | None:
    """Find the subject after the verb: “…”, said the Chinese premier. Said Ellis: “…”"""
    if "clause" not in verb.frames or "tell" in verb.frames or verb.forms <= {"ing", "base"} or stop >= len(tokens):
        return None
    previous = tokens[at - 1] if at else None
    if previous and (before.aside or not (previous.lower in _ENDS or previous.stretch is not None)):
        return None
    phrase = phrase_after(tokens, stop)
    if phrase is None:
        return None
    first = tokens[phrase.first]
    if is_time(first) or not (
        first.text[:1].isupper()
        or first.text[:1].isdigit()
        or first.lower in DETERMINERS
        or first.lower in PRONOUNS
        or tokens[phrase.stop - 1].lower.endswith("s")
    ):
        return None
    following = tokens[phrase.stop] if phrase.stop < len(tokens) else None
    if previous is None:
        return phrase if following and following.lower in {":", ","} else None
    if following is None or following.lower in _ENDS or following.lower in PREPOSITIONS:
        return phrase
    if following.lower in CLAUSE_OPENERS - {"that"} or is_time(following) or is_adverb(following):
        return phrase
    return None


def _caused(tokens: Sequence[Token], group: int) -> Phrase | None:
    """Leading Washington to warn …: the name before the infinitive is its subject."""
    name = name_before(tokens, group)
    return name if name and name.first > 0 and tokens[name.first - 1].lower in CAUSATIVES else None


def _addressee(tokens: Sequence[Token], stop: int, verb: Verb) -> tuple[Phrase | None, int]:
    """Return who was told and where that ends: told his counterpart, Vladimir Putin, that; assured Putin of."""
    if "tell" not in verb.frames or stop >= len(tokens) or tokens[stop].lower == "that":
        return None, stop
    phrase = phrase_after(tokens, stop, bare=True)
    if phrase is None:
        return None, stop
    end = phrase.stop
    if end + 1 < len(tokens) and tokens[end].lower == "," and tokens[end - 1].text.islower():
        last = end + 1
        while last < len(tokens) and tokens[last].text[:1].isupper() and not is_time(tokens[last]):
            last += 1
        if last > end + 1 and (
            last == len(tokens) or tokens[last].lower in PREPOSITIONS | _ENDS or is_time(tokens[last])
        ):
            phrase, end = Phrase(end + 1, last), last
    if end < len(tokens) and tokens[end].lower in {"of", "about", "against"}:
        end += 1
    return phrase, end


def _closing(tokens: Sequence[Token], begin: int, end: int, verb: Verb) -> bool:
    """Tell whether the content stands before: … , X said. | “…,” X told Y in an interview. | …, as X put it."""
    if begin == 0 or not verb.frames & {"clause", "tell", "finding"}:
        return False
    previous = tokens[begin - 1]
    if previous.lower == "as" and begin > 1:
        previous = tokens[begin - 2]
    following = tokens[end] if end < len(tokens) else None
    if previous.stretch is not None and previous.text[2] in _CLOSING_SIGNS:
        return following is None or following.lower not in {"that", ":"}
    if not (previous.lower in {",", "?", "!"} | DASHES or previous.stretch is not None):
        return False
    if following and following.lower == "," and end + 1 < len(tokens) and tokens[end + 1].stretch is not None:
        return previous.lower == ","
    if following is None or following.lower in _ENDS or following.lower in CONJUNCTIONS:
        return True
    if (
        following.lower in PREPOSITIONS | {"as", "when", "while", "who"}
        or is_adverb(following)
        or is_time(following)
    ):
        return not _that_follows(tokens, end)
    return False


def _clause_comes(tokens: Sequence[Token], start: int) -> bool:
    """Stressed on Russian TV that …: the preposition is no part of the verb."""
    for at in range(start, min(len(tokens), start + FURTHEST_THAT)):
        if tokens[at].lower == "that" or tokens[at].lower in _ENDS or tokens[at].stretch is not None:
            return tokens[at].lower == "that" and at - start <= _NEAREST_THAT
    return False


def _that_follows(tokens: Sequence[Token], start: int) -> bool:
    for at in range(start, min(len(tokens), start + FURTHEST_THAT)):
        if tokens[at].lower in {",", ";"}:
            return at + 1 < len(tokens) and tokens[at + 1].stretch is not None
        if tokens[at].lower in {"that", ":"} or tokens[at].stretch is not None:
            return True
    return False
