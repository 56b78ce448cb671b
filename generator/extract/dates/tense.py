"""Whether a clause speaks of what was or of what will be: it tells which Friday "Friday" is."""

import re
from functools import cache

from generator.lexicon import read_lexicon

PAST, UNKNOWN, FUTURE = -1, 0, 1
_REACH = 250  # characters either side: no longer clause was seen that still governed its date
# The end of a clause: "; "  |  "said that"  |  "…, which"
_CLAUSE_END = re.compile(r"[;:“”\"()—]|``|''|\b(?:that|who|which|where|when|because|although|while|but|after|as)\b")
# "since [Friday]", "until [Friday]": the word right before decides
_LEAD_IN = re.compile(
    r"\b(?:(?P<past>since|ended|last)|(?P<future>until|till|ending|as (?:early|soon) as))\s+(?:the\s+)?$",
    re.IGNORECASE,
)
# "extended to [Friday]", "an answer by [15 June]": an end, which may lie ahead of what was done
_OPEN_END = re.compile(r"\b(?:to|by|through|for)\s+(?:the\s+)?$", re.IGNORECASE)
# "agreed to meet"
_INFINITIVE = r"\bto (?!the\b|a\b|an\b|be\b|his\b|her\b|its\b|their\b)[a-z]+(?<!s)\b"
# "announced"
_REGULAR_PARTICIPLE = r"\b[a-z]{2,20}(?<!e)ed\b"


def direction(text: str, sentence: tuple[int, int], start: int, end: int) -> int:
    """Return where an expression looks: by the verbs before it in its clause, else by the first one after it."""
    before = text[max(sentence[0], start - _REACH) : start]
    if led := _LEAD_IN.search(before):
        return PAST if led.lastgroup == "past" else FUTURE
    found, open_end = _verbs_before(before), _OPEN_END.search(before)
    if found == PAST and open_end:
        return UNKNOWN
    if found != UNKNOWN or open_end:
        return found
    after = text[end : min(sentence[1], end + _REACH)]
    stop = _CLAUSE_END.search(after, 1)
    verb = _verbs().search(after, 0, stop.start() if stop else len(after))
    if verb is None:
        return UNKNOWN
    return FUTURE if verb.lastgroup == "future" else PAST


def _verbs_before(before: str) -> int:
    """Return what the verbs of the last clause in a stretch of text say, the nearest most."""
    clause, found = 0, UNKNOWN
    for match in _CLAUSE_END.finditer(before):
        clause = match.end()
    for match in _verbs().finditer(before, clause):
        match match.lastgroup:
            case "future":
                found = FUTURE
            case "past":
                found = PAST
            case "infinitive" if found == PAST:  # "agreed to meet on Friday" leaves it open
                found = UNKNOWN
            case "participle" if found == UNKNOWN:  # "will be paid on Friday" stays ahead
                found = PAST
    return found


@cache
def _verbs() -> re.Pattern[str]:
    future, past, participle = (
        "|".join(sorted(map(re.escape, read_lexicon("tense")[name]), key=len, reverse=True))
        for name in ("future", "past", "participle")
    )
    return re.compile(
        rf"(?P<future>\b(?:{future})\b|['’]ll\b)|(?P<past>\b(?:{past})\b)|(?P<infinitive>{_INFINITIVE})"
        rf"|(?P<participle>\b(?:{participle})\b|{_REGULAR_PARTICIPLE})"
    )
