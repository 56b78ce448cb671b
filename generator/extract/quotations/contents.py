"""What is said: the clause beside a cue, and which quotations belong to which cue."""

from collections.abc import Sequence

from generator.extract.quotations.cues import FURTHEST_THAT, Cue
from generator.extract.quotations.phrases import is_adverb, is_time
from generator.extract.quotations.tokens import Token, Unit
from generator.extract.quotations.verbs import CONJUNCTIONS, PREPOSITIONS

_SIGNS = frozenset({",", ";", ":", "—", "–", "--", "―", ".", "?", "!", "…"})
_CONTRASTS = frozenset({"but", "though", "although", "while", "whereas", "and"})


Content = tuple[int, int] | None


def find_contents(unit: Unit, cues: Sequence[Cue]) -> list[Content]:
    """Return what each cue attributes, as a range of tokens."""
    return [backward(unit, cues, n) if cue.closing else forward(unit, cues, n) for n, cue in enumerate(cues)]


def belonging(unit: Unit, cues: Sequence[Cue], contents: Sequence[Content]) -> dict[int, int]:
    """Map the token index of each quotation to the index of its cue; those without one are left out."""
    owners: dict[int, int] = {}
    for at, token in enumerate(unit.tokens):
        if token.stretch is not None and (owner := _owner(unit.tokens, at, cues, contents)) is not None:
            owners[at] = owner
    return owners


def _owner(tokens: Sequence[Token], at: int, cues: Sequence[Cue], contents: Sequence[Content]) -> int | None:
    closing = [n for n, cue in enumerate(cues) if cue.closing and cue.begin > at]
    for number in closing:
        if all(token.lower in _SIGNS for token in tokens[at + 1 : cues[number].begin]):
            return number
    around = [n for n, content in enumerate(contents) if content and content[0] <= at < content[1]]
    if around:
        return min(around, key=lambda n: _depth(cues[n], contents[n]))
    before = [n for n, cue in enumerate(cues) if cue.end <= at]
    return before[-1] if before else closing[0] if closing else None


def _depth(cue: Cue, content: Content) -> tuple[bool, int]:
    """Order cues by how far out they stand: whoever tells the whole also tells what is quoted in it."""
    return "noun" in cue.frames, -(content[1] - content[0]) if content else 0


def forward(unit: Unit, cues: Sequence[Cue], number: int) -> tuple[int, int] | None:
    """Return the token range of the content that follows a cue."""
    tokens, cue = unit.tokens, cues[number]
    start = _content_start(tokens, cue)
    stop = len(tokens)
    for later, following in enumerate(cues[number + 1 :], number + 1):
        if following.begin < start:
            continue
        if following.shared or following.rule == "according-to" or _contrasts(tokens, following.begin):
            stop = _before_conjunction(tokens, following.begin, start)
            break
        if following.closing and later:
            stop = min(stop, following.begin)
            break
    while stop > start and tokens[stop - 1].lower in _SIGNS:
        stop -= 1
    return (start, stop) if stop > start else None


def _contrasts(tokens: Sequence[Token], begin: int) -> bool:
    return begin > 1 and tokens[begin - 1].lower in _CONTRASTS and tokens[begin - 2].lower in {",", ";", "“”"}


def _before_conjunction(tokens: Sequence[Token], begin: int, start: int) -> int:
    while begin > start and (
        tokens[begin - 1].lower in CONJUNCTIONS | _CONTRASTS or tokens[begin - 1].lower in _SIGNS
    ):
        begin -= 1
    return begin


def _content_start(tokens: Sequence[Token], cue: Cue) -> int:
    at = cue.end
    for ahead in range(at, min(len(tokens), at + FURTHEST_THAT)):
        if tokens[ahead].lower == "that":
            if ahead == at or tokens[at].lower in PREPOSITIONS or is_time(tokens[at]) or is_adverb(tokens[at]):
                return ahead + 1
            break
        if tokens[ahead].stretch is not None or tokens[ahead].lower in {";", "but"}:
            break
    while at < len(tokens) and (is_time(tokens[at]) or tokens[at].lower in _SIGNS or is_adverb(tokens[at])):
        at += 1
    return at


def backward(unit: Unit, cues: Sequence[Cue], number: int) -> tuple[int, int] | None:
    """Return the token range of the content that stands before a closing cue."""
    tokens, cue = unit.tokens, cues[number]
    stop = cue.begin
    start = 0
    for earlier in cues[:number]:
        if earlier.closing:
            start = earlier.end
    while start < stop and (tokens[start].lower in _SIGNS or (is_time(tokens[start]) and start > 0)):
        start += 1
    while stop > start and tokens[stop - 1].lower in _SIGNS:
        stop -= 1
    return (start, stop) if stop > start else None
