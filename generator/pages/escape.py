"""The escaping of pages, all of it: what content becomes so that no part of it is ever live.

Pages are Markdown that holds HTML, and Material prints page titles into every page as they are. So content is
not escaped for one of these languages but for all at once: a character reference means nothing to Jinja, YAML or
Markdown and is text to HTML. Letters, digits, commas and single inner spaces stay, so that pages can be read and
compared; a letter right after a digit does not (extensions turn 1st and 2x into markup).

Template text is trusted; `tests/test_escape.py` reads the templates for filters and operators that would let
content pass unescaped.
"""

import re
from collections.abc import Mapping
from pathlib import Path
from urllib.parse import quote, urlsplit

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from generator.model.characters import clean

# The mayor's “yes”  → all but the letters and the space in the midst: ' “ ” and the blanks at the end
_LIVE = re.compile(r"[^A-Za-z0-9, ]|(?<=[0-9])[A-Za-z]|\A | \Z|(?<= ) | (?= )")
# What may stand in an address as it is (RFC 3986); all else is percent-encoded. `%` stays: it is encoding already.
_ADDRESS = "%:/?#[]@!$&'()*+,;=~"
# How many words at each end tell a long passage.
_ENDS = 6


def environment(*folders: Path) -> Environment:
    """Return the one Jinja environment: what a template prints is escaped, what it is not given is an error.

    A template of an earlier folder goes before one of the same name in a later.
    """
    return Environment(
        loader=FileSystemLoader(folders, encoding="utf-8"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=escape,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def escape(value: object) -> Markup:
    """Return the cleaned text of a value in ASCII that is text in Markdown, HTML and YAML alike.

    `Markup` (a template's own text, a macro's result) passes. None is an error: a template that prints what is
    not there would print the word.

    >>> print(escape("*1st* <b>"))
    &#x2a;1&#x73;t&#x2a; &#x3c;b&#x3e;
    """
    if isinstance(value, Markup):
        return value
    if value is None:
        raise TypeError("a template prints a value that is None")
    return Markup(_LIVE.sub(_reference, clean(str(value))))  # this is the escaping


def _reference(match: re.Match[str]) -> str:
    return f"&#x{ord(match[0]):x};"


def link(address: str | None) -> str | None:
    """Return an address that may be followed, percent-encoded; None for any other, which is shown as text.

    >>> link("https://example.org/a b?q=é"), link("javascript:alert(1)"), link("http://bank@example.org")
    ('https://example.org/a%20b?q=%C3%A9', None, None)
    """
    if address is None:
        return None
    address = clean(address).strip()
    if "\\" in address or "\N{REPLACEMENT CHARACTER}" in address or not address.isprintable():
        return None
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port  # a port that is no number raises
    except ValueError:
        return None
    if parts.scheme not in {"http", "https"} or not host or {"@", "%", " "} & set(parts.netloc):
        return None
    return quote(address, safe=_ADDRESS)


def link_to_text(address: str | None, passage: str) -> str | None:
    """Return an address that leads a browser to a passage of a page (a text fragment, WICG); None as `link`.

    A long passage is told by its first and last words, so that a line's end or a link in its midst does no harm.

    >>> link_to_text("https://example.org/a#b", "Of one mind, they said")
    'https://example.org/a#:~:text=Of%20one%20mind%2C%20they%20said'
    """
    target = link(address)
    if target is None:
        return None
    words = clean(passage).split()
    parts = [words] if len(words) <= 2 * _ENDS else [words[:_ENDS], words[-_ENDS:]]
    told = ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in parts)
    return f"{target.partition('#')[0]}#:~:text={told}"


def front_matter(values: Mapping[str, str]) -> str:
    """Return the front matter of a page; its values are references too, since MkDocs prints titles as they are."""
    lines = (f'{key}: "{escape(value)}"' for key, value in values.items())
    return "\n".join(["---", *lines, "---", ""])
