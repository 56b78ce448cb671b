"""Quotation marks: which opens, which closes, and which is an apostrophe."""

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace

# Every mark a quotation may open or close with. “Yes,” ‘yes’ "yes" 'yes' ``yes''
_MARK = re.compile(r"``|''|[“”„\"‘’‚']")
_PARAGRAPH = re.compile(r"\S(?:.*\S)?(?:\n(?!\s*\n).*\S)*")

_OPENERS = frozenset({"“", "„", "``"})
_CLOSERS = frozenset({"”"})
_SINGLES = frozenset("‘’‚'")
_BEFORE_OPENER = frozenset(" \t\n\r\u00a0\u2009\u200a\u202f([{—–-―/“‘\"'„:,;.?!…")
_AFTER_OPENER = frozenset('“"[($£€')
# Clipped words that begin with an apostrophe. rock 'n' roll, the '90s, 'em
_CLIPPED = re.compile(r"(?:\d\ds?|n|em|til|tis|twas|cause|bout|round|cos)\b", re.IGNORECASE)
# "WALLACE: Let’s start …": who speaks in a transcript
LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s")
# How many closing candidates of a single mark are looked at; one utterance rarely holds more plurals.
_MOST_CLOSERS = 40


@dataclass(frozen=True, slots=True)
class Stretch:
    """One contiguous stretch within marks. `start` and `end` leave the marks out, `opens` and `closes` hold them.

    `continues` tells that the paragraph before left its mark open and this stretch takes the utterance up.
    `vouched` is False between pairs of apostrophes (''…''): print has no such mark. A database or a wiki put it
    there for quotation marks, for italics (titles above all) or for inches, so that it shows whose words they
    are but does not vouch for their being verbatim.
    """

    start: int
    end: int
    opens: int
    closes: int
    continues: bool = False
    vouched: bool = True


# Marcia "Cia" Price: what stands before, in and behind the marks of a nickname
_BEFORE_NICKNAME = re.compile(r"[A-Z][\w.’'-]{0,40} $")
_NICKNAME = re.compile(r"[A-Z]\w*(?: [A-Z]\w*)?")
_BEHIND_NICKNAME = re.compile(r" [A-Z]\w")
_LONGEST_NAME = 24
# Only ``…'' shows which mark closes it; nobody speaks for more paragraphs than this.
_TYPED_OPENER, _TYPED_CLOSER = "``", "''"
_MOST_PARAGRAPHS = 5
_EMPTY = re.compile("")


def find_stretches(text: str) -> tuple[Stretch, ...]:
    """Pair the marks of a text, in document order; what is nested in a stretch stays part of it.

    A paragraph whose mark is left open counts as quoted to its end if the next one opens with a mark again
    (the convention of print), if it is quoted from its very first character, or after a colon; ``…'' may close
    some paragraphs on.

    >>> text = "He’s “sure it’s ‘no’.” The officials' view"
    >>> [text[stretch.start : stretch.end] for stretch in find_stretches(text)]
    ['sure it’s ‘no’.']
    """
    found: list[Stretch] = []
    paragraphs = [match.span() for match in _PARAGRAPH.finditer(text)]
    left_open = inside = False
    for number, (start, end) in enumerate(paragraphs):
        follower = paragraphs[number + 1][0] if number + 1 < len(paragraphs) else None
        resumed = follower is not None and text[follower] in "“\"‘'„"
        paragraph = _Paragraph(text, start, end)
        runs_on = _runs_on(text, paragraphs[number : number + 1 + _MOST_PARAGRAPHS], inside=inside)
        stretches = paragraph.stretches(resumed=resumed or runs_on, inside=inside)
        if left_open and stretches and stretches[0].opens == start:
            first = stretches[0]
            stretches[0] = replace(first, continues=True)
        found += [stretch for stretch in stretches if not _is_nickname(text, stretch)]
        left_open = paragraph.left_open
        inside = runs_on and left_open
    return tuple(found)


def _runs_on(text: str, paragraphs: Sequence[tuple[int, int]], *, inside: bool) -> bool:
    """Tell whether ``, left open in the first of some paragraphs, is closed in another before it opens again."""
    start, end = paragraphs[0]
    opened, closed = text.rfind(_TYPED_OPENER, start, end), text.rfind(_TYPED_CLOSER, start, end)
    if opened <= closed and not (inside and opened < 0 and closed < 0):
        return False
    for start, end in paragraphs[1:]:
        opened, closed = text.find(_TYPED_OPENER, start, end), text.find(_TYPED_CLOSER, start, end)
        if opened >= 0 or closed >= 0:
            return closed >= 0 and not 0 <= opened < closed
    return False


def _is_nickname(text: str, stretch: Stretch) -> bool:
    return (
        _NICKNAME.fullmatch(text, stretch.start, stretch.end) is not None
        and _BEHIND_NICKNAME.match(text, stretch.closes) is not None
        and _BEFORE_NICKNAME.search(text, max(0, stretch.opens - _LONGEST_NAME), stretch.opens) is not None
    )


class _Paragraph:
    """The marks of one paragraph, paired from left to right."""

    def __init__(self, text: str, start: int, end: int) -> None:
        self._text, self._start, self._end = text, start, end
        self._marks = list(_MARK.finditer(text, start, end))
        self._doubles = [mark.start() for mark in self._marks if mark[0] not in _SINGLES]
        self._closers = [mark.start() for mark in self._marks if mark[0] in "’'" and self._may_close(mark.start())]
        self._even = sum(mark[0] == '"' for mark in self._marks) % 2 == 0
        self.left_open = False

    def stretches(self, *, resumed: bool, inside: bool = False) -> list[Stretch]:
        """Return the stretches; one left open runs to the end where `resumed` or its place allows it.

        `inside` tells that the paragraph begins within words of the one before.
        """
        found: list[Stretch] = []
        opened = _EMPTY.match(self._text, self._start) if inside else None
        depth = skip_to = 0
        for number, mark in enumerate(self._marks):
            if mark.start() < skip_to:
                continue
            if mark[0] in _SINGLES:
                close = self._single_close(mark.start()) if opened is None else None
                if close is not None:
                    found.append(Stretch(mark.end(), close, mark.start(), close + 1))
                    skip_to = close + 1
            elif self._opens(mark, is_open=opened is not None):
                if opened is not None and mark[0] in _OPENERS and self._nests(number, opened):
                    depth += 1
                else:
                    opened, depth = mark, 0
            elif depth:
                depth -= 1
            elif opened is not None:
                found += self._stretch(opened, mark.start(), mark.end())
                opened = None
        if opened is not None and (resumed or self._may_run_on(opened.start())):
            found += self._stretch(opened, self._end, self._end)
            self.left_open = resumed
        return found

    def _may_run_on(self, opened: int) -> bool:
        return opened == self._start or self._text[self._start : opened].rstrip()[-1:] == ":"

    def _stretch(self, opened: re.Match[str], end: int, closes: int) -> list[Stretch]:
        inside = self._text[opened.end() : end]
        if not inside.strip():
            return []
        start = opened.end() + len(inside) - len(inside.lstrip())
        end = opened.end() + len(inside.rstrip())
        return [Stretch(start, end, opened.start(), closes, vouched=opened[0] != "''")]

    def _around(self, start: int, end: int) -> tuple[str, str]:
        """Return the characters before and after a mark, a blank at the paragraph's ends."""
        before = self._text[start - 1] if start > self._start else " "
        return before, self._text[end] if end < self._end else " "

    def _opens(self, mark: re.Match[str], *, is_open: bool) -> bool:
        before, after = self._around(*mark.span())
        if mark[0] in _OPENERS:
            # “We will stay.“: the opening glyph at the end of words can only close.
            return not (is_open and mark[0] == "“" and not before.isspace() and not after.isalnum())
        if mark[0] in _CLOSERS:
            # Some texts open with the closing glyph; where nothing is open and a word follows it can only open.
            return not is_open and before.isspace() and not after.isspace()
        if is_open and self._even and self._after_stop(mark.start()):
            return False
        if before.isspace() != after.isspace():
            return before.isspace()
        return not is_open

    def _after_stop(self, at: int) -> bool:
        """Tell whether a mark set apart closes what it was parted from, where all marks pair up: "No, "he said."""
        return self._text[max(self._start, at - 2) : at] in {", ", ". ", "? ", "! "}

    def _nests(self, number: int, outer: re.Match[str]) -> bool:
        """Tell whether a second opener has two closers before the next opener: “He said “no” to me.”

        Where a straight mark opens the paragraph, a curly pair within it has its own closer: "He read “Emma” and ….
        """
        doubles = [mark[0] for mark in self._marks[number + 1 : number + _MOST_CLOSERS] if mark[0] not in _SINGLES]
        if outer[0] == '"' and doubles[:1] == ["”"] and self._is_whole(outer):
            return True
        return len(doubles) > 1 and doubles[0] not in _OPENERS and doubles[1] not in _OPENERS

    def _is_whole(self, outer: re.Match[str]) -> bool:
        """Tell whether the mark opens a paragraph that it also closes, or that one speaker of a transcript says."""
        if outer.start() != self._start:
            return False
        return self._text[self._end - 1] == '"' or LABEL.match(self._text, outer.end()) is not None

    def _may_close(self, at: int) -> bool:
        before, after = self._around(at, at + 1)
        return not before.isspace() and not after.isalnum()

    def _single_close(self, at: int) -> int | None:
        """Find what closes the single mark at `at`, or None where it is an apostrophe."""
        before, after = self._around(at, at + 1)
        if before not in _BEFORE_OPENER or not (after.isalnum() or after in _AFTER_OPENER):
            return None
        if _CLIPPED.match(self._text, at + 1):
            return None
        first = bisect_right(self._closers, at + 1)
        plural: int | None = None
        for close in self._closers[first : first + _MOST_CLOSERS]:
            if self._after_plural(close):
                plural = plural if plural is not None else close
            else:
                return close if self._whole(at, close) else None
        return plural if plural is not None and self._whole(at, plural) else None

    def _after_plural(self, close: int) -> bool:
        """Tell whether the mark may be that of an owner: the officials’ plan."""
        following = self._text[close + 1 : close + 3]
        return self._text[close - 1] in "sS" and following[:1] == " " and following[1:].islower()

    def _whole(self, start: int, end: int) -> bool:
        """Tell whether no double quotation is cut by the stretch."""
        return (bisect_right(self._doubles, end) - bisect_right(self._doubles, start)) % 2 == 0
