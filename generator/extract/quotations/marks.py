"""Quotation marks: which opens, which closes, and which is an apostrophe."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

# Every mark a quotation may open or close with. “Yes,” ‘yes’ "yes" 'yes' ``yes''
_MARK = re.compile(r"``|''|[“”„\"‘’‚']")
_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n(?!\s*\n).*\S)*")

_OPENERS = frozenset({"“", "„", "``"})
_CLOSERS = frozenset({"”", "''"})
_SINGLES = frozenset("‘’‚'")
_BEFORE_OPENER = frozenset(" \t\n\r\u00a0\u2009\u200a\u202f([{—–-―/“‘\"'„:,;.?!…")
# Clipped words that begin with an apostrophe. rock 'n' roll, the '90s, 'em
_CLIPPED = re.compile(r"(?:\d\ds?|n|em|til|tis|twas|cause|bout|round|cos)\b", re.IGNORECASE)
# How many closing candidates of a single mark are looked at; one utterance rarely holds more plurals.
_MOST_CLOSERS = 40


@dataclass(frozen=True, slots=True)
class Stretch:
    """One contiguous stretch within marks. `start` and `end` leave the marks out, `opens` and `closes` hold them.

    `continues` tells that the paragraph before left its mark open and this stretch takes the utterance up.
    """

    start: int
    end: int
    opens: int
    closes: int
    continues: bool = False


def find_stretches(text: str) -> tuple[Stretch, ...]:
    """Pair the marks of a text, in document order; what is nested in a stretch stays part of it.

    A paragraph whose mark is left open counts as quoted to its end if the next one opens with a mark again
    (the convention of print), or if it is quoted from its very first character.

    >>> [s for s in find_stretches("He’s “sure it’s ‘no’.” The officials' view")]
    [Stretch(start=6, end=20, opens=5, closes=21, continues=False)]
    """
    found: list[Stretch] = []
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    left_open = False
    for number, (start, end) in enumerate(paragraphs):
        follower = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        resumed = follower is not None and text[follower] in "“\"‘'„"
        stretches, still_open = _pair(text, start, end, resumed)
        if left_open and stretches and stretches[0].opens == start:
            first = stretches[0]
            stretches[0] = Stretch(first.start, first.end, first.opens, first.closes, continues=True)
        found.extend(stretches)
        left_open = still_open
    return tuple(found)


def _pair(text: str, start: int, end: int, resumed: bool) -> tuple[list[Stretch], bool]:
    """Return the stretches of one paragraph, and whether its last is left open for the next to take up."""
    marks = list(_MARK.finditer(text, start, end))
    closers = [mark.start() for mark in marks if mark[0] in "’'" and _may_close(text, mark.start(), start, end)]
    doubles = [mark.start() for mark in marks if mark[0] not in _SINGLES]
    stretches: list[Stretch] = []
    opened: int | None = None
    opened_width = depth = skip_to = 0
    for mark in marks:
        at, sign = mark.span()[0], mark[0]
        if at < skip_to:
            continue
        if sign in _SINGLES:
            if opened is None and (close := _single_close(text, at, start, end, closers, doubles)) is not None:
                stretches.append(Stretch(at + 1, close, at, close + 1))
                skip_to = close + 1
            continue
        opens = _opens(text, mark, start, end, opened is not None)
        if opens and opened is None:
            opened, opened_width, depth = at, len(sign), 0
        elif opens and opened is not None:
            if sign in _OPENERS and _balanced(text, at, end):
                depth += 1
            else:
                opened, opened_width, depth = at, len(sign), 0
        elif opened is not None:
            if depth:
                depth -= 1
                continue
            _keep(stretches, text, opened, opened_width, at, mark.end())
            opened = None
    if opened is None:
        return stretches, False
    if resumed or opened == start or text[:opened].rstrip()[-1:] == ":":
        _keep(stretches, text, opened, opened_width, end, end)
        return stretches, resumed
    return stretches, False


def _keep(stretches: list[Stretch], text: str, opened: int, width: int, end: int, closes: int) -> None:
    inside = text[opened + width : end]
    blanks = len(inside) - len(inside.lstrip())
    if inside.strip():
        stretches.append(Stretch(opened + width + blanks, opened + width + len(inside.rstrip()), opened, closes))


def _opens(text: str, mark: re.Match[str], start: int, end: int, is_open: bool) -> bool:
    sign = mark[0]
    if sign in _OPENERS:
        return True
    if sign in _CLOSERS:
        # Some writers close with the opening glyph's twin; where nothing is open it can only open.
        return not is_open and _at_word(text, mark, start, end)
    before = text[mark.start() - 1] if mark.start() > start else " "
    after = text[mark.end()] if mark.end() < end else " "
    if before.isspace() and not after.isspace():
        return True
    if after.isspace() and not before.isspace():
        return False
    return not is_open


def _at_word(text: str, mark: re.Match[str], start: int, end: int) -> bool:
    before = text[mark.start() - 1] if mark.start() > start else " "
    return before.isspace() and mark.end() < end and not text[mark.end()].isspace()


def _balanced(text: str, at: int, end: int) -> bool:
    """Tell whether a second opener has two closers before the next opener: “He said “no” to me.”"""
    closed = 0
    for sign in _marks_after(text, at + 1, end):
        if sign in _OPENERS:
            return False
        closed += 1
        if closed == 2:
            return True
    return False


def _marks_after(text: str, at: int, end: int) -> Iterator[str]:
    for mark in _MARK.finditer(text, at, end):
        if mark[0] not in _SINGLES:
            yield mark[0]


def _may_close(text: str, at: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    return not before.isspace() and not after.isalnum()


def _single_close(text: str, at: int, start: int, end: int, closers: list[int], doubles: list[int]) -> int | None:
    """Find what closes the single mark at `at`, or None where it is an apostrophe."""
    before = text[at - 1] if at > start else " "
    after = text[at + 1] if at + 1 < end else " "
    if before not in _BEFORE_OPENER or not (after.isalnum() or after in '“"[($£€') or _CLIPPED.match(text, at + 1):
        return None
    first = bisect_right(closers, at + 1)
    plural: int | None = None
    for close in closers[first : first + _MOST_CLOSERS]:
        if text[close - 1] in "sS" and text[close + 1 : close + 2] == " " and text[close + 2 : close + 3].islower():
            plural = plural if plural is not None else close
            continue
        return close if _whole(doubles, at, close) else None
    return plural if plural is not None and _whole(doubles, at, plural) else None


def _whole(doubles: list[int], start: int, end: int) -> bool:
    """Tell whether no double quotation is cut by the stretch."""
    return (bisect_right(doubles, end) - bisect_right(doubles, start)) % 2 == 0
