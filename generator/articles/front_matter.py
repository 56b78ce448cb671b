"""Front matter of a Markdown article: what it says of title, date, address, author and outlet."""

import re

import yaml

from generator.articles.addresses import is_address
from generator.articles.header import Header
from generator.articles.stamps import stated_date
from generator.lexicon import read_lexicon
from generator.model.characters import clean

_FRONT_MATTER = re.compile(
    r"\A\ufeff?---[ \t]*\r?\n(?P<yaml>.{0,20000}?)\r?\n(?:---|\.\.\.)[ \t]*(?:\r?\n|\Z)", re.DOTALL
)
_WHERE = "the file's front matter"


def read_front_matter(text: str) -> tuple[Header, int]:
    """Return what the front matter says, and the offset at which the body begins (0: there is none).

    What is not a mapping of plain values is no front matter: its lines are then read as any others.
    """
    match = _FRONT_MATTER.match(text)
    if not match:
        return Header(), 0
    try:
        values = yaml.load(match["yaml"], Loader=yaml.CBaseLoader)
    except yaml.YAMLError:
        return Header(), 0
    if not isinstance(values, dict):
        return Header(), 0
    plain = {str(key).lower(): _text(value) for key, value in values.items()}
    known: dict[str, str | None] = {
        name: next((plain[key] for key in keys if plain.get(key)), None)
        for name, keys in read_lexicon("front_matter").items()
    }
    day = stated_date(known["date"]) if known["date"] else None
    header = Header(
        title=known["title"],
        title_from=_WHERE if known["title"] else None,
        published=day,
        how_dated=_WHERE if day else None,
        url=known["url"] if is_address(known["url"] or "") else None,
        author=known["author"],
        credit=known["author"],
        outlet=known["outlet"],
        standfirst=known["standfirst"],
    )
    return header, match.end()


def _text(value: object) -> str | None:
    """Return a plain value, or a list of them joined, as one line."""
    if isinstance(value, list):
        return ", ".join(filter(None, map(_text, value))) or None
    return " ".join(clean(value).split()) or None if isinstance(value, str) else None
