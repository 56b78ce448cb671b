"""Whether a clause speaks of what was or of what will be: it tells which Friday "Friday" is."""

import re
from functools import cache

from generator.lexicon import read_lexicon

PAST, FUTURE = -1, 1
# The end of a clause: "…, which"  |  "; "  |  " that "
_CLAUSE_END = re.compile(r"[;:“”\"()—]|\b(?:that|who|which|where|when|because|although|while|but)\b")
_REACH = 250  # characters either side: no longer clause was seen that still governed its date


def direction(text: str, sentence: tuple[int, int], start: int, end: int) -> int:
    """Return FUTURE or PAST for an expression: by the nearest verb before it in its clause, else after it."""
    cue = _cues()
    before = text[max(sentence[0], start - _REACH) : start]
    boundaries = [match.end() for match in _CLAUSE_END.finditer(before)]
    nearest = None
    for match in cue.finditer(before, boundaries[-1] if boundaries else 0):
        nearest = match
    if nearest is None:
        after = text[end : min(sentence[1], end + _REACH)]
        boundary = _CLAUSE_END.search(after, 1)
        nearest = cue.search(after, 0, boundary.start() if boundary else len(after))
    return FUTURE if nearest and nearest.lastgroup == "future" else PAST


@cache
def _cues() -> re.Pattern[str]:
    lists = read_lexicon("tense")
    future = "|".join(sorted(map(re.escape, lists["future"]), key=len, reverse=True))
    past = "|".join(sorted(map(re.escape, lists["past"]), key=len, reverse=True))
    return re.compile(
        rf"(?P<future>\b(?:{future})\b|['’]ll\b)|(?P<past>\b(?:{past}|[a-z]{{2,20}}(?<!e)ed)\b|['’]d\b)"
    )
