"""Which quotation belongs to which cue, and which cues stand within what somebody else says."""

from collections.abc import Sequence

from generator.extract.quotations.contents import SIGNS, Content
from generator.extract.quotations.frames import Cue
from generator.extract.quotations.tokens import Token, Unit


def belonging(unit: Unit, cues: Sequence[Cue], contents: Sequence[Content]) -> dict[int, int]:
    """Map the token index of each quotation to the index of its cue; those without one are left out."""
    owners: dict[int, int] = {}
    for at in unit.quoted:
        if (owner := _owner(unit.tokens, at, cues, contents)) is not None:
            owners[at] = owner
    return owners


def _owner(tokens: Sequence[Token], at: int, cues: Sequence[Cue], contents: Sequence[Content]) -> int | None:
    closing = [n for n, cue in enumerate(cues) if cue.closing and cue.begin > at]
    for number in closing:
        if all(token.lower in SIGNS for token in tokens[at + 1 : cues[number].begin]):
            return number
    around = [n for n, content in enumerate(contents) if content and content[0] <= at < content[1]]
    if around:
        outer = min(around, key=lambda n: _depth(cues[n], contents[n]))
        inner = [
            n for n in around if cues[outer].weak and not cues[n].weak and _is_parted(tokens, cues[outer], cues[n])
        ]
        return inner[-1] if inner else outer
    before = [n for n, cue in enumerate(cues) if cue.end <= at]
    return before[-1] if before else closing[0] if closing else None


def _is_parted(tokens: Sequence[Token], outer: Cue, inner: Cue) -> bool:
    """Called on him to drop the plan, which she described as “…”: a cue of an act does not reach so far."""
    return any(token.lower == "," for token in tokens[outer.end : inner.begin])


def _depth(cue: Cue, content: Content) -> tuple[bool, int]:
    """Order cues by how far out they stand: whoever tells the whole also tells what is quoted in it."""
    return "noun" in cue.frames, -(content[1] - content[0]) if content else 0


def nested(cues: Sequence[Cue], contents: Sequence[Content]) -> set[int]:
    """Return the cues that stand within what somebody else says: Lee said she thinks …"""
    inner: set[int] = set()
    for number, cue in enumerate(cues):
        for outer, content in enumerate(contents):
            tells = content is not None and not cues[outer].weak and cues[outer].rule != "as-said"
            if tells and outer not in inner | {number} and content and content[0] <= cue.first < content[1]:
                inner.add(number)
                break
    return inner
