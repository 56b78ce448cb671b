"""A line of a file as the reader sees it, piece by piece, so that every character keeps its place in the file.

A piece is (text, start in the line, length there); equal lengths map one for one.
"""

import re
from collections.abc import Callable, Iterable, Iterator
from html import unescape

from ftfy import fix_encoding
from ftfy.badness import is_bad

from generator.model.characters import clean_spans

Piece = tuple[str, int, int]
# &amp; | &#8217; | &rsquo; (with its semicolon: “AT&T” is none), and what shows nothing: soft hyphen, zero-width
# space, word joiner, byte order mark
_INVISIBLE = "\u00ad\u200b\u2060\ufeff"
_ENTITY_OR_INVISIBLE = re.compile(
    rf"&(?:#\d{{1,7}}|#[xX][0-9a-fA-F]{{1,6}}|[A-Za-z][A-Za-z0-9]{{1,30}});|[{_INVISIBLE}]"
)
# Text in the wrong encoding has two such characters side by side; looking for them is quicker than ftfy's test.
_PAIR = re.compile(r"[^\x00-\x7f]{2}")
_NOT_ASCII = re.compile(r"[^\x00-\x7f]{1,400}")
# [text](address) | ![alt](address) | **bold** | __bold__ | `code`; single * and _ stand in prose too often
_MARKDOWN = re.compile(
    r"!\[[^\]\n]{0,300}\]\([^)\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)"
    r"|\[(?P<linked>[^\]\n]{1,300})\]\([^)\s]{0,500}(?: \"[^\"\n]{0,200}\")?\)"
    r"|(?P<mark>\*\*|__)(?P<strong>[^*_\n]{1,500})(?P=mark)"
    r"|(?<![\w*])\*(?P<emphasised>[^*\s][^*\n]{0,300})\*(?!\w)"
)


def read_line(line: str, *, markdown: bool = False) -> tuple[Piece, ...]:
    """Return the pieces of a line: mojibake repaired, entities read, soft hyphens gone, characters cleaned.

    >>> "".join(text for text, _, _ in read_line("Itâ€™s 4&nbsp;% of AT&T co\u00adoperation"))
    'It’s 4\xa0% of AT&T cooperation'
    """
    pieces: Iterable[Piece] = ((line, 0, len(line)),)
    if markdown:
        pieces = _each(pieces, _without_markup)
    if not line.isascii():
        pieces = _each(pieces, _repaired)
    if _ENTITY_OR_INVISIBLE.search(line):
        pieces = _each(pieces, _unescaped)
    return tuple(_each(pieces, clean_spans))


def joined(pieces: Iterable[Piece]) -> str:
    return "".join(text for text, _, _ in pieces)


def _each(pieces: Iterable[Piece], step: Callable[[str], Iterator[Piece]]) -> Iterator[Piece]:
    """Apply a step to the pieces that still map one for one; the others are done."""
    for text, start, taken in pieces:
        if len(text) != taken:
            yield text, start, taken
            continue
        for inner, at, length in step(text):
            yield inner, start + at, length


def _repaired(text: str) -> Iterator[Piece]:
    """Undo text decoded in the wrong encoding (â€™ for ’); quotation marks stay curly or straight as they were.

    Stretch by stretch: a repair that changes the length is then at most a few characters wide, and the time linear.
    """
    if not _PAIR.search(text) or not is_bad(text):
        yield text, 0, len(text)
        return
    position = 0
    for match in _NOT_ASCII.finditer(text):
        fixed = fix_encoding(match[0])
        if fixed == match[0]:
            continue
        if match.start() > position:
            yield text[position : match.start()], position, match.start() - position
        yield fixed, match.start(), len(match[0])
        position = match.end()
    if position < len(text):
        yield text[position:], position, len(text) - position


def _unescaped(text: str) -> Iterator[Piece]:
    position = 0
    for match in _ENTITY_OR_INVISIBLE.finditer(text):
        read = unescape(match[0])
        meant = "" if read in _INVISIBLE else read
        if meant == match[0]:
            continue
        if match.start() > position:
            yield text[position : match.start()], position, match.start() - position
        yield meant, match.start(), len(match[0])
        position = match.end()
    if position < len(text):
        yield text[position:], position, len(text) - position


def _without_markup(text: str) -> Iterator[Piece]:
    """Take out Markdown's links, images and emphasis, keeping their words."""
    position = 0
    for match in _MARKDOWN.finditer(text):
        group = next((name for name in ("linked", "strong", "emphasised") if match[name] is not None), None)
        inner = match.span(group) if group else (match.end(), match.end())
        for start, end, kept in (
            (position, match.start(), True), (match.start(), inner[0], False),
            (*inner, True), (inner[1], match.end(), False),
        ):  # fmt: skip
            if end > start:
                yield text[start:end] if kept else "", start, end - start
        position = match.end()
    if position < len(text):
        yield text[position:], position, len(text) - position
