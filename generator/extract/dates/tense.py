"""Whether a clause speaks of what was or of what will be: it tells which Friday "Friday" is."""

import re
from functools import cache

from generator.lexicon import read_lexicon

PAST, UNKNOWN, FUTURE = -1, 0, 1
OPEN = 2  # the verbs leave it open: no other verb decides either
_REACH = 250  # characters either side: no longer clause was seen that still governed its date
# The end of a clause: "; "  |  "said that"  |  "…, which"
_CLAUSE_END = re.compile(r"[;:“”\"()—]|``|''|\b(?:that|who|which|where|when|because|although|while|but|after|as)\b")
# "since [Friday]", "until [Friday]": the word right before decides
_LEAD_IN = re.compile(
    r"\b(?:(?P<past>since|ended|last)|(?P<future>until|till|ending|as (?:early|soon) as))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "[. ]Until [Friday], nobody had moved": at the head of a sentence the verb after it decides
_UNTIL_FIRST = re.compile(r"\AUntil\s+$")
# She was at large until [7 December]. Not so: It was put off until [7 December].
_LASTED = re.compile(
    r"\b(?:was|were|had|stayed|remained|lasted)\b(?!.{0,200}(?:ed|off|back)\s+until\s+$).{0,200}\buntil\s+$"
)
# "extended to [Friday]", "an answer by [15 June]": an end, which may lie ahead of what was done
_OPEN_END = re.compile(r"\b(?:(?P<by>by)|to|through|for)\s+(?:the\s+)?$", re.IGNORECASE)
# "agreed to meet"
_INFINITIVE = r"\bto (?!the\b|a\b|an\b|be\b|his\b|her\b|its\b|their\b)[a-z]+(?<!s)\b"
# "announced"
_REGULAR_PARTICIPLE = r"\b[a-z]{2,20}(?<!e)ed\b"


def direction(text: str, sentence: tuple[int, int], start: int, end: int) -> int:
    """Return where an expression looks: by the verbs before it in its clause, else by the first one after it."""
    before = text[max(sentence[0], start - _REACH) : start]
    after = text[end : min(sentence[1], end + _REACH)]
    if led := _LEAD_IN.search(before):
        past = led.lastgroup == "past" or (_UNTIL_FIRST.match(before) and _verb_after(after) == PAST)
        if past or not _LASTED.search(before):
            return PAST if past else FUTURE
        return UNKNOWN
    found, open_end = _verbs_before(before), _OPEN_END.search(before)
    if open_end:
        return FUTURE if found == FUTURE or (found == OPEN and open_end.lastgroup == "by") else UNKNOWN
    if found is not None:
        return UNKNOWN if found == OPEN else found
    return _verb_after(after)


def _verb_after(after: str) -> int:
    """Return what the first verb after an expression says: of its clause, or of the next one.

    "In January[, a week after the strike began, the mine was shut]"
    """
    stop = _CLAUSE_END.search(after, 1)
    found = _first_verb(after[: stop.start()] if stop else after)
    return _first_verb(after) if found == UNKNOWN and after.startswith(", ") else found


def _first_verb(words: str) -> int:
    for match in _verbs().finditer(words):
        if match.lastgroup not in {"comma", "infinitive"}:
            return FUTURE if match.lastgroup == "future" else PAST
    return UNKNOWN


def _verbs_before(before: str) -> int | None:
    """Return what the verbs of the last clause in a stretch of text say, the nearest most; None without any."""
    clause, found, comma = 0, None, False
    for match in _CLAUSE_END.finditer(before):
        clause = match.end()
    for match in _verbs().finditer(before, clause):
        match match.lastgroup:
            case "future":
                found = FUTURE
            case "past":
                found = PAST
            # "planned a rally for Friday" looks ahead, "the meeting planned Friday" does not say
            case "ahead":
                found = FUTURE if before[match.end() :].strip() else OPEN
            case "open":
                found = OPEN
            case "infinitive" if found == PAST:  # "agreed to meet on Friday" leaves it open
                found = OPEN
            case "participle" if (
                found is None or comma
            ):  # "will be paid on Friday" stays ahead; not ", signed on Friday"
                found = PAST
        comma = match.lastgroup == "comma"
    return found


@cache
def _verbs() -> re.Pattern[str]:
    future, past, participle, ahead, open_ = (
        "|".join(sorted(map(re.escape, read_lexicon("tense")[name]), key=len, reverse=True))
        for name in ("future", "past", "participle", "ahead", "open")
    )
    return re.compile(
        rf"(?P<future>\b(?:{future})\b|['’]ll\b)|(?P<past>\b(?:{past})\b)|(?P<comma>,)"
        rf"|(?P<ahead>(?<!\ba )(?<!\bthe )\b(?:{ahead})\b)|(?P<open>\b(?:{open_})\b)"
        rf"|(?P<infinitive>{_INFINITIVE})|(?P<participle>\b(?:{participle})\b|{_REGULAR_PARTICIPLE})"
    )
