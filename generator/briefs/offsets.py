"""From a character of a value to its place in the YAML file, for every way of writing a scalar."""

import re
from collections.abc import Iterator

from generator.briefs.yaml_text import Scalar

# What folding may change: YAML's own blanks and line breaks, and no other kind of space.
_BLANKS = frozenset(" \t\n\r\x85\u2028\u2029")
# >-  |2+  > # comment
_BLOCK_HEADER = re.compile(r"[|>][-+0-9]*[ \t]*(?:#[^\n\r]*)?(?:\r\n|\r|\n)")
# \x41  é  \U0001f600  \n, or a line break that is not part of the text
_ESCAPE = re.compile(r"\\(?:x([0-9A-Fa-f]{2})|u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(\r\n|[^xuU]))", re.DOTALL)
_NAMED = {
    "0": "\0", "a": "\a", "b": "\b", "t": "\t", "\t": "\t", "n": "\n", "v": "\v", "f": "\f", "r": "\r",
    "e": "\x1b", " ": " ", '"': '"', "/": "/", "\\": "\\", "N": "\x85", "_": "\xa0", "L": "\u2028", "P": "\u2029",
}  # fmt: skip


def file_index(text: str, scalar: Scalar, offset: int) -> int:
    """Return the index in `text` of the character `offset` of the scalar's value.

    Folding and indentation change blanks only, so all other characters stand in the file in the same order:
    they are paired one to one, and the pairs verified. Where they do not pair, it is the scalar's start.
    """
    places: list[int] = []
    typed = [(sign, index) for sign, index in _typed(text, scalar) if sign not in _BLANKS]
    position = 0
    after = typed[0][1] if typed else scalar.start
    for sign in scalar.text:
        if sign in _BLANKS:
            places.append(after)
            after += 1
            continue
        if position >= len(typed) or typed[position][0] != sign:
            return scalar.start
        places.append(typed[position][1])
        after = typed[position][1] + 1
        position += 1
    if position != len(typed):
        return scalar.start
    return places[offset] if offset < len(places) else after


def _typed(text: str, scalar: Scalar) -> Iterator[tuple[str, int]]:
    """Yield each character that the file writes for the scalar, unescaped, with its index."""
    start, stop = scalar.start, scalar.stop
    if scalar.style in {"|", ">"}:
        header = _BLOCK_HEADER.match(text, start)
        start = header.end() if header else stop
    elif scalar.style:
        start, stop = start + 1, stop - 1
    index = start
    while index < stop:
        sign, width = text[index], 1
        if scalar.style == "'" and text.startswith("''", index):
            width = 2
        elif scalar.style == '"' and sign == "\\":
            sign, width = _unescape(text, index)
        if sign:
            yield sign, index
        index += width


def _unescape(text: str, index: int) -> tuple[str, int]:
    match = _ESCAPE.match(text, index)
    if not match:
        return text[index], 1
    code = match[1] or match[2] or match[3]
    return (chr(int(code, 16)) if code else _NAMED.get(match[4], "")), match.end() - index
