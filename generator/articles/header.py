"""What the first lines of a text file say of the article: its title, date and address, in any order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from urllib.parse import urlsplit

from generator.articles.blocks import Block
from generator.articles.boilerplate import caption_reason, match_boilerplate
from generator.lexicon import read_lexicon

# 20220615
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})")
# 2022-06-15, 2022-06-15T10:00:00Z
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ][\d:.]+(?:Z|[+-]\d{2}:?\d{2})?)?")
# 15 June 2022 | June 15, 2022 | Published: Wednesday, 15 June 2022, 10:30 GMT
_WORDS = re.compile(
    r"(?:(?:published|posted|date|updated|last updated)(?: on)?:? )?(?:[a-z]{3,9}day,? )?"
    r"(?:(?P<day>\d{1,2})(?:st|nd|rd|th)? (?P<month>[a-z]{3,9})\.?,? (?P<year>\d{4})"
    r"|(?P<month2>[a-z]{3,9})\.? (?P<day2>\d{1,2})(?:st|nd|rd|th)?,? (?P<year2>\d{4}))"
    r"(?:,? (?:at )?\d{1,2}[:.]\d{2}.{0,20})?",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://[^\s<>\"]+", re.IGNORECASE)
# /2022/jun/15/ | /2022/06/15/ | /2022-06-15- | /20220615/
_IN_ADDRESS = re.compile(
    r"(?<!\d)(?P<year>(?:19|20)\d{2})(?P<sep>[/-]?)(?P<month>\d{2}|[a-z]{3})(?P=sep)(?P<day>\d{2})(?!\d)", re.I
)
# By Jane Roe | By Jane Roe and John Doe, Reuters
_BYLINE = re.compile(r"by (?P<who>[A-Z][^.!?\"“”]{2,80})", re.IGNORECASE)
_HEADER_BLOCKS = 6
_TITLE_WORDS = 30


@dataclass(slots=True)
class Header:
    """What is known of an article from its own first lines; `used` are the blocks that said it."""

    title: str | None = None
    title_from: str | None = None
    published: str | None = None
    how_dated: str | None = None
    url: str | None = None
    author: str | None = None
    outlet: str | None = None
    standfirst: str | None = None
    used: set[int] = field(default_factory=set)


def read_header(header: Header, blocks: Sequence[Block], line_of: Sequence[int]) -> None:
    """Read title, date, address and byline from the first blocks into what is not known yet.

    `line_of` gives each block's line number. Blocks that are used already (front matter) are passed over.
    """
    first = [index for index in range(len(blocks)) if index not in header.used][:_HEADER_BLOCKS]
    for index in first:
        block, where = blocks[index], f"line {line_of[index]} of the file"
        if header.published is None and (day := stated_date(block.text)):
            header.published, header.how_dated = day.isoformat(), where
        elif header.url is None and _ADDRESS.fullmatch(block.text):
            header.url = block.text
        elif header.author is None and (byline := _BYLINE.fullmatch(block.text)):
            header.author = byline["who"].strip()
        elif header.title is None and _stands_on_top(index, first, blocks, header) and is_title(block.text):
            header.title, header.title_from = block.text.lstrip("# "), where
        else:
            continue
        header.used.add(index)
    if header.published is None and header.url and (day := date_in_address(header.url)):
        header.published, header.how_dated = day.isoformat(), "the article's address"


def is_title(line: str) -> bool:
    """Tell a headline from a caption, a slogan or a sentence."""
    words = line.split()
    if not 2 <= len(words) <= _TITLE_WORDS or line.endswith((".", ":", ",", ";", "!")):
        return False
    return not (match_boilerplate(line) or caption_reason(line))


def stated_date(line: str) -> date | None:
    """Return the date that a whole line states, in any common form; None for any other line."""
    for pattern in (_COMPACT, _ISO):
        if match := pattern.fullmatch(line):
            return _day(int(match[1]), int(match[2]), int(match[3]))
    if match := _WORDS.fullmatch(line):
        month = _month_number(match["month"] or match["month2"])
        year, day = int(match["year"] or match["year2"]), int(match["day"] or match["day2"])
        return _day(year, month, day) if month else None
    return None


def date_in_address(url: str) -> date | None:
    """Return the date in an address such as …/2022/jun/15/…; None if it holds none."""
    for match in _IN_ADDRESS.finditer(urlsplit(url).path):
        month = int(match["month"]) if match["month"].isdigit() else _month_number(match["month"])
        if month and (day := _day(int(match["year"]), month, int(match["day"]))):
            return day
    return None


def outlet_of(url: str | None, dropped: Sequence[str]) -> str | None:
    """Return the outlet that the address belongs to, or that names itself in its own appeals; else None."""
    names: dict[str, str] = read_lexicon("outlets")
    if url and (host := urlsplit(url).hostname):
        parts = host.removeprefix("www.").split(".")
        known = (names.get(".".join(parts[start:])) for start in range(len(parts)))
        return next((name for name in known if name), host.removeprefix("www."))
    return next((name for name in _self_named(dropped) if name), None)


# “A Message from The Harbour Post:”, “Support The Daily Planet!”
_SELF_NAMED = re.compile(
    r"^(?:a (?:message|note|letter) from|(?:please )?support|sign up (?:for|to)|subscribe to) "
    r"(?P<name>(?:The )?[A-Z][\w&’'-]*(?: [A-Z][\w&’'-]*){0,4})[!:.]*$",
    re.IGNORECASE,
)


def _self_named(lines: Sequence[str]) -> list[str]:
    found = (_SELF_NAMED.match(line) for line in lines)
    return [match["name"] for match in found if match and match["name"][:1].isupper()]


def _stands_on_top(index: int, first: Sequence[int], blocks: Sequence[Block], header: Header) -> bool:
    """A title has only metadata or dropped lines before it, and something after it."""
    before = [blocks[i].text for i in first if i < index and i not in header.used]
    rest = all(match_boilerplate(text) or caption_reason(text) for text in before)
    return rest and index + 1 < len(blocks)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        found = date(year, month, day)
    except ValueError:
        return None
    return found if 1600 <= year <= 2100 else None


def _month_number(word: str) -> int | None:
    return _months().get(word.lower())


@cache
def _months() -> dict[str, int]:
    months: dict[str, list[str]] = read_lexicon("calendar")["months"]
    return {
        form.lower(): number for number, (name, short) in enumerate(months.items(), 1) for form in (name, *short)
    }
