"""A line of a file as the reader sees it."""

import re
from html import unescape

from ftfy import fix_encoding
from ftfy.badness import is_bad

from generator.model.characters import clean

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


def read_line(line: str, *, markdown: bool = False) -> str:
    """Return a line with mojibake repaired, entities read, soft hyphens gone and characters cleaned.

    >>> read_line("Itâ€™s 4&nbsp;% of AT&T co\u00adoperation")
    'It’s 4\xa0% of AT&T cooperation'
    """
    if markdown:
        line = _MARKDOWN.sub(_words_of_markup, line)
    if not line.isascii() and _PAIR.search(line) and is_bad(line):
        # Stretch by stretch, so that the time is linear. Quotation marks stay curly or straight as they were.
        line = _NOT_ASCII.sub(lambda match: fix_encoding(match[0]), line)
    # A line end that an entity stands for is a blank: the line stays one.
    return clean(_ENTITY_OR_INVISIBLE.sub(_meant, line)).replace("\n", " ")


def _words_of_markup(match: re.Match[str]) -> str:
    """Return the words of Markdown's links and emphasis; an image has none."""
    return match["linked"] or match["strong"] or match["emphasised"] or ""


def _meant(match: re.Match[str]) -> str:
    read = unescape(match[0])
    return "" if read in _INVISIBLE else read
