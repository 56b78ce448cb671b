"""The verbs of a sentence: whether each tells a deed that was done, one to come, one denied, or none."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from generator.extract.tokens import Token, touches
from generator.lexicon import read_lexicon

Tense = Literal[
    "past",
    "perfect",
    "pluperfect",
    "present",
    "progressive",
    "timetable",
    "ahead",
    "refused",
    "denied",
    "participle",
    "reduced",
    "state",
    "report",
]

_LEXICON = read_lexicon("happenings")
_UNCLEAR: frozenset[str] = frozenset(_LEXICON["unclear"])
_NOT_VERBS: frozenset[str] = frozenset(_LEXICON["not_verbs"])
_UN_VERBS: frozenset[str] = frozenset(_LEXICON["un_verbs"])
_STATES: frozenset[str] = frozenset(_LEXICON["states"])
_AUXILIARIES: dict[str, frozenset[str]] = {
    name: frozenset(found) for name, found in _LEXICON["auxiliaries"].items()
}
AUXILIARY: frozenset[str] = frozenset().union(*_AUXILIARIES.values())
_PASSIVE = _AUXILIARIES["past"] | _AUXILIARIES["present"]
_OPENS_GROUP = AUXILIARY - {"having", "being", "be", "'d", "got"}
_PAST: frozenset[str] = frozenset(_LEXICON["past"])
_AHEAD: frozenset[str] = frozenset(_LEXICON["ahead"])
_SUPPOSED: frozenset[str] = frozenset(_LEXICON["supposed"])
_DENIALS: frozenset[str] = frozenset(_LEXICON["denials"])
_PLANS: frozenset[str] = frozenset(_LEXICON["plans"])
_PLANS_FOR: frozenset[str] = frozenset(_LEXICON["plans_for"])
_PLANS_ALONE: frozenset[str] = frozenset(_LEXICON["plans_alone"])
_INTENDS: frozenset[str] = frozenset(_LEXICON["intends"])
_TIMETABLE: frozenset[str] = frozenset(_LEXICON["timetable"])
_CHANGES: frozenset[str] = frozenset(read_lexicon("amounts")["change_verbs"])
DETERMINERS: frozenset[str] = frozenset(_LEXICON["determiners"])
PREPOSITIONS: frozenset[str] = frozenset(read_lexicon("reporting")["prepositions"])
_REPORTING = [line.split() for frame in ("clause", "tell") for line in read_lexicon("reporting")[frame]]
_SAYS: frozenset[str] = frozenset(form for forms in _REPORTING for form in forms[1:2])
SAID: frozenset[str] = frozenset(form for forms in _REPORTING for form in forms[2:-1])
_SAYING: frozenset[str] = frozenset(form for forms in _REPORTING for form in forms[-1:])
CLEARLY_PAST = AUXILIARY | (_PAST - _UNCLEAR)
# A word of none of these, and without -ed, is no verb here.
_VERBS = _AHEAD | _OPENS_GROUP | _PAST | _SAYS | {"say"} | _INTENDS | _TIMETABLE
_ADVERBS = frozenset(
    {"also", "already", "now", "since", "then", "just", "once", "ever", "soon", "still", "first", "n't"}
)
_BEFORE_NOUN = DETERMINERS | {"of", "in", "with", "from", "by", "for", "to", "at", "on", "and", "or"}
_THAN = frozenset({"than", "as"})  # "later than planned", "as previously hoped": no deed
_HAS = frozenset({"he's", "i've", "it's", "she's", "that's", "they've", "we've", "who's", "who've", "you've"})
_DEGREES = frozenset({"as", "less", "more", "most", "quite", "rather", "so", "too", "very"})  # "was less worried"
_NOT_SAYING = _AHEAD | _DENIALS | AUXILIARY | {"to", "i", "we", "you", "do", "does", "did", "let's", "let"}
_PHRASE = 4  # tokens after which a participle may still be of the noun that opens a clause
_GROUP = 6  # tokens within which an auxiliary has its verb


class Verb(NamedTuple):
    """The token of a verb, that of its first auxiliary, how it tells its deed, and whether it is one of saying."""

    at: int
    first: int
    tense: Tense
    says: bool


def find_verbs(tokens: Sequence[Token], start: int, last: int) -> list[Verb]:
    """Return the verbs of a stretch that begins at `start`, a group such as "has been told" as one."""
    found: list[Verb] = []
    at = start
    while at < last:
        word = tokens[at].lower
        if word in _VERBS or word.endswith("ed") or (at == start and word.endswith("ing")):
            verb = _verb(tokens, at, start, last)
            if verb:
                found.append(verb)
                at = verb.at
        at += 1
    return found


def is_ed(word: str) -> bool:
    """Tell whether a word in -ed may be a verb."""
    return word.endswith("ed") and word not in _NOT_VERBS


def _verb(tokens: Sequence[Token], at: int, start: int, last: int) -> Verb | None:
    word = tokens[at].lower
    if word in _AHEAD:
        return _modal(tokens, at, last) if word not in {"may", "can"} or tokens[at].text.islower() else None
    if word in _OPENS_GROUP:
        return _group(tokens, at, last)
    if _is_past(tokens, at, start):
        by = at + 1 < last and tokens[at + 1].lower == "by" and word not in _CHANGES
        if at == start or by or _is_of_phrase(tokens, at, start):
            return Verb(at, at, "reduced", False)
        if any(token.lower in _DENIALS for token in tokens[max(start, at - 2) : at]):
            return Verb(at, at, "denied", False)
        tense: Tense = "perfect" if tokens[at - 1].lower in _HAS else "state" if word in _STATES else "past"
        return Verb(at, at, tense, word in SAID)
    if (word in _SAYS or word == "say") and _is_report(tokens, at):
        return Verb(at, at, "report", True)
    if word in _INTENDS | _TIMETABLE:
        return _scheduled(tokens, at)
    if at == start and word.endswith("ing") and len(word) > 5 and at + 1 < last:
        after = tokens[at + 1].lower
        deed = tokens[at].text.islower() or after in DETERMINERS or after in PREPOSITIONS
        return Verb(at, at, "participle", False) if deed and word not in PREPOSITIONS | {"according"} else None
    return None


def _scheduled(tokens: Sequence[Token], at: int) -> Verb | None:
    """Read "plans to open" and "opens", unless a determiner makes it a noun: "its plans to open"."""
    if not at or not tokens[at].text.islower() or tokens[at - 1].lower in DETERMINERS:
        return None
    if tokens[at].lower in _TIMETABLE:
        return Verb(at, at, "timetable", False)
    if not _has_infinitive(tokens, at + 1):
        return None
    denied = any(token.lower in _DENIALS for token in tokens[max(0, at - 2) : at])
    return Verb(at, at, "refused" if denied else "ahead", False)


def _modal(tokens: Sequence[Token], at: int, last: int) -> Verb:
    """Read "will be delivered", "will not open"; "would have been sold" tells of what was not or may not be."""
    word = tokens[at].lower
    verb, denied, had = at, word.endswith("n't") or word == "cannot", False
    for index in range(at + 1, min(last, at + _GROUP)):
        word = tokens[index].lower
        if word in _DENIALS:
            denied = True
        elif word == "have":
            had, verb = True, index
        elif word in {"be", "been"}:
            verb = index
        elif not _is_adverb(word):
            alone = verb == at or tokens[verb].lower == "have"
            deed = tokens[index].text.islower() and word not in DETERMINERS
            if (alone and deed) or _looks_past(word) or word.endswith("ing"):
                had = had and _looks_past(word)
                verb = index
            break
    had = had and tokens[verb].lower != "have"
    if had and tokens[at].lower in _SUPPOSED:
        return Verb(verb, at, "denied", False)
    return Verb(verb, at, "refused" if denied else "ahead", False)


def _group(tokens: Sequence[Token], at: int, last: int) -> Verb:
    """Read an auxiliary with what follows: "has been told", "was not elected", "is being built"."""
    tense: Tense = _tense(tokens[at].lower)
    first, verb, denied, planned = at, at, tokens[at].lower in _DENIALS, False
    for index in range(at + 1, min(last, at + _GROUP)):
        word = tokens[index].lower
        if word in _DENIALS:
            denied = True
        elif word in _AHEAD or (word == "to" and _has_infinitive(tokens, index)):
            tense, planned = "ahead", True
        elif _leads_to_plan(tokens, index, tense):
            verb, planned = index, True
            break
        elif word in {"being", "be", "-"} or (index + 1 < last and tokens[index + 1].text == "-"):
            continue
        elif _looks_past(word) and tokens[index - 1].lower not in _DEGREES:
            verb = index
            if word != "been":
                break
        elif tense == "present" and word.endswith("ing") and len(word) > 4:
            verb, tense = index, "progressive"
            break
        elif not _is_adverb(word):
            break
    passive = tokens[at].lower in _PASSIVE or "been" in {token.lower for token in tokens[at:verb]}
    if planned and (passive or tense == "ahead"):
        return Verb(verb, first, "refused" if denied else "ahead", False)
    if denied:
        return Verb(verb, first, "denied", False)
    return _told(tokens, at, verb, tense, passive=passive)


def _told(tokens: Sequence[Token], at: int, verb: int, tense: Tense, *, passive: bool) -> Verb:
    word = tokens[verb].lower
    if verb == at:
        tense = "state" if tense in {"past", "pluperfect"} else "present"
    elif tense == "present" and any(token.lower == "being" for token in tokens[at:verb]):
        tense = "progressive"
    if tense == "past" and word in _STATES:
        tense = "state"
    says = word in _SAYING if tense == "progressive" else word in SAID and not passive
    return Verb(verb, at, tense, says)


def _tense(word: str) -> Tense:
    if word in _AUXILIARIES["perfect"]:
        return "perfect"
    if word in _AUXILIARIES["pluperfect"]:
        return "pluperfect"
    return "past" if word in _AUXILIARIES["past"] | _AUXILIARIES["did"] else "present"


def _is_adverb(word: str) -> bool:
    return word.endswith("ly") or word in _ADVERBS


def _leads_to_plan(tokens: Sequence[Token], at: int, tense: Tense) -> bool:
    """Tell whether "due", "set", "expected" is followed by what is planned: "was due to land", "is due in May"."""
    word = tokens[at].lower
    if word not in _PLANS or at + 1 >= len(tokens):
        return False
    if tokens[at + 1].lower == "for":
        return word in _PLANS_FOR
    if tokens[at + 1].lower == "to":
        return _has_infinitive(tokens, at + 1)
    return word in _PLANS_ALONE and tense == "present"


def _has_infinitive(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "to" at this place is followed by a verb, as far as that shows: not in "to the"."""
    if at + 1 >= len(tokens) or tokens[at].lower != "to":
        return False
    return tokens[at + 1].text.islower() and tokens[at + 1].lower not in DETERMINERS


def _looks_past(word: str) -> bool:
    if word in _PAST or word == "been":
        return True
    if len(word) < 4 or not word.endswith("ed") or word in {"need", "speed"}:
        return False
    return not word.startswith("un") or word in _UN_VERBS


def _is_past(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Tell whether a word is a past tense or participle standing for a deed, not an adjective before its noun."""
    token = tokens[at]
    word = token.lower
    if not token.text.islower() or word in _NOT_VERBS or not _looks_past(word):
        return False
    hyphen = touches(tokens, at + 1) and tokens[at + 1].text == "-"
    if touches(tokens, at) or hyphen:
        return False
    if at == start:
        return word not in _UNCLEAR
    before = tokens[at - 1].lower
    if before in _THAN or (at > start + 1 and tokens[at - 2].lower in _THAN and before.endswith("ly")):
        return False
    if before == "and" and at + 1 < len(tokens) and tokens[at + 1].lower in DETERMINERS:
        return True
    return before not in _BEFORE_NOUN


def _is_of_phrase(tokens: Sequence[Token], at: int, start: int) -> bool:
    """Tell whether a participle is of the noun that opens a clause: "In a statement posted on Monday, …"."""
    if at - start > _PHRASE or tokens[at].lower in _UNCLEAR:
        return False
    return tokens[start].lower in PREPOSITIONS and tokens[start + 1].lower in {"a", "an"}


def _is_report(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether "claims", "says" is a verb of saying: "Acme claims that …", not "all he says is true"."""
    word = tokens[at].lower
    before = tokens[at - 1].lower if at else "to"
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    if word in {"says", "tells"}:
        return after not in _OPENS_GROUP
    if word == "say":
        return before not in _NOT_SAYING
    if after != "that" or before in _NOT_SAYING | DETERMINERS | PREPOSITIONS:  # with reports that
        return False
    # Not: rules that could close the mill
    return at + 2 < len(tokens) and tokens[at + 2].lower not in _VERBS
