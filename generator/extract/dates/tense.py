"""Whether a clause speaks of what was or of what will be: it tells which Friday "Friday" is."""

import re
from functools import cache

from generator.lexicon import read_lexicon

PAST, UNKNOWN, FUTURE = -1, 0, 1
# The end of a clause: "…, which"  |  "; "  |  " that "
_CLAUSE_END = re.compile(r"[;:“”\"()—]|``|''|\b(?:that|who|which|where|when|because|although|while|but|after|as)\b")
_REACH = 250  # characters either side: no longer clause was seen that still governed its date


def direction(text: str, sentence: tuple[int, int], start: int, end: int) -> int:
    """Return where an expression looks: by the verbs before it in its clause, else by the first one after it."""
    before = text[max(sentence[0], start - _REACH) : start]
    if led := _LEAD_IN.search(before):
        return PAST if led.lastgroup == "past" else FUTURE
    boundary = 0
    for match in _CLAUSE_END.finditer(before):
        boundary = match.end()
    found, open_end = UNKNOWN, _OPEN_END.search(before)
    for match in _cues().finditer(before, boundary):
        match match.lastgroup:
            case "future" | "will":
                found = FUTURE
            case "infinitive" if found == PAST:  # "agreed to meet on Friday" leaves it open
                found = UNKNOWN
            case "past" if not open_end:
                found = PAST
            case "participle" if not open_end and found == UNKNOWN:  # takes back no "will be"
                found = PAST
    if found != UNKNOWN or open_end:
        return found
    after = text[end : min(sentence[1], end + _REACH)]
    stop = _CLAUSE_END.search(after, 1)
    next_verb = _cues().search(after, 0, stop.start() if stop else len(after))
    if next_verb is None:
        return UNKNOWN
    return FUTURE if next_verb.lastgroup in {"future", "will"} else PAST


# "since Friday", "until Friday": the word right before decides.
_LEAD_IN = re.compile(
    r"\b(?:(?P<past>since|ended|last)|(?P<future>until|till|ending|as (?:early|soon) as))\s+(?:the\s+)?$",
    re.IGNORECASE,
)

# "extended to Friday", "an answer by 15 June": what follows is an end that may lie ahead of what was done.
_OPEN_END = re.compile(r"\b(?:to|by|through|for)\s+(?:the\s+)?$", re.IGNORECASE)

_INFINITIVE = r"(?P<infinitive>\bto (?!the\b|a\b|an\b|be\b|his\b|her\b|its\b|their\b)[a-z]+(?<!s)\b)"


@cache
def _cues() -> re.Pattern[str]:
    lists = read_lexicon("tense")
    groups = []
    for name in ("future", "past", "participle"):
        words = "|".join(sorted(map(re.escape, lists[name]), key=len, reverse=True))
        groups.append(rf"(?P<{name}>\b(?:{words})\b)")
    return re.compile(
        "|".join([*groups[:2], r"(?P<will>['’]ll\b)", _INFINITIVE, groups[2][:-1] + r"|\b[a-z]{2,20}(?<!e)ed\b)"])
    )
