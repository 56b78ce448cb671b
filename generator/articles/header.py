"""What the first lines of a text file say of the article: its title, date, address and byline, in any order."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache

from generator.articles.addresses import host_of, is_address
from generator.articles.blocks import Block
from generator.articles.boilerplate import caption_reason, is_closed, match_boilerplate
from generator.articles.bylines import author_of, is_agency, is_role, named_alone
from generator.articles.mastheads import is_short_name, outlet_named, tidy_title, without_outlet
from generator.articles.stamps import Stamp, beside_date, date_in_address, read_stamp
from generator.lexicon import read_lexicon

# Headline: Measles cases double | Subject: Fwd: Measles cases double
_LABELLED = re.compile(r"(?P<label>[A-Za-z][A-Za-z _-]{1,20}): *(?P<value>\S.{0,500})")
_FORWARDED = re.compile(r"^(?:(?:fwd?|re|aw): ?){1,5}", re.IGNORECASE)
# By Jane Roe | 12 March 2024
_PARTS = re.compile(r"\s[|•·/]\s")
# The header ends where the text has begun: one sentence may be a standfirst or stand above a date, not three.
_SENTENCES = 3
_HEADER_BLOCKS = 16
# A date or an address may also stand below the article.
_FOOTER_BLOCKS = 3
_TITLE_WORDS = 30
# Below an outlet's name a title is this long, not a kicker.
_LEAST_TITLE = 4
# A word, a figure, a quotation, a sum; no bullet and no box.
_OPENS_TITLE = re.compile(r"[\w\"'“‘«¿¡([$€£@#]")


@dataclass(slots=True)
class Header:
    """What is known of an article from its own first lines; `used` are the blocks that said it.

    `credit` is the byline as it stands, with roles and agencies.
    """

    title: str | None = None
    title_from: str | None = None
    published: str | None = None
    how_dated: str | None = None
    url: str | None = None
    author: str | None = None
    credit: str | None = None
    outlet: str | None = None
    standfirst: str | None = None
    dateline: str | None = None
    dateline_day: str | None = None
    used: set[int] = field(default_factory=set)


def read_header(header: Header, blocks: Sequence[Block], line_of: Sequence[int]) -> None:
    """Read title, date, address and byline from the first blocks into what is not known yet.

    `line_of` gives each block's line number. Blocks that are used already (front matter) are passed over.
    """
    first = [index for index in range(len(blocks)) if index not in header.used][:_HEADER_BLOCKS]
    updated: tuple[str, str] | None = None
    beside: tuple[str, str] | None = None
    sentences = 0
    for index in first:
        block, where = blocks[index], f"line {line_of[index]} of the file"
        stamps = [stamp for part in _parts(block.text) if (stamp := read_stamp(part))]
        if _read_line(header, block.text, where, started=sentences > 0):
            header.used.add(index)
            changed = next((stamp.edtf for stamp in stamps if stamp.updated and stamp.edtf), None)
            updated = updated or (changed and (changed, where)) or None
        elif header.title is None and _names_itself(index, blocks):
            header.outlet = header.outlet or block.text
            header.used.add(index)
        elif header.title is None and _stands_on_top(index, first, blocks, header) and is_title(block.text):
            header.title, outlet = tidy_title(block.text.lstrip("# "))
            header.title_from, header.outlet = where, header.outlet or outlet
            header.used.add(index)
        elif header.title is not None and sentences == 0 and (day := _day_beside(block.text)):
            beside = beside or (day, where)
            header.used.add(index)
        elif is_closed(block.text) and not match_boilerplate(block.text) and not caption_reason(block.text):
            sentences += 1
            if sentences == _SENTENCES:
                break
    _read_footer(header, blocks, line_of)
    if header.published is None and header.url and (day := date_in_address(header.url)):
        header.published, header.how_dated = day, "the article's address"
    if header.published is None and updated:
        header.published, header.how_dated = f"{updated[0]}?", f"{updated[1]}: when it was updated"
    if header.published is None and beside:
        header.published, header.how_dated = f"{beside[0]}?", f"{beside[1]}: beside a place or a name"


def is_title(line: str) -> bool:
    """Tell a headline from a caption, a slogan or a sentence."""
    words = line.lstrip("# ").split()
    if (
        not 2 <= len(words) <= _TITLE_WORDS
        or not _OPENS_TITLE.match(words[0])
        or line.endswith((".", ":", ",", ";", "!"))
    ):
        return False
    return not (match_boilerplate(line) or caption_reason(line))


def is_dated_two_ways(line: str) -> bool:
    """Tell a line whose date, alone or beside other words, is not certain: “The Harbour Post, 03/04/2024”."""
    return any(stamp.edtf is None for part in _parts(line) if (stamp := read_stamp(part)))


def outlet_of(url: str | None, dropped: Sequence[str]) -> str | None:
    """Return the outlet that the address belongs to, or that names itself in its own appeals; else None."""
    if url and (host := host_of(url)):
        return listed_outlet(url) or host
    return next((name for name in _self_named(dropped) if name), None)


def listed_outlet(url: str | None) -> str | None:
    """Return the name of a listed outlet by its address, also one under it (edition.example.com)."""
    names: dict[str, str] = read_lexicon("outlets")
    parts = ((url and host_of(url)) or "").split(".")
    return next((name for start in range(len(parts)) if (name := names.get(".".join(parts[start:])))), None)


def _read_line(header: Header, line: str, where: str, *, started: bool) -> bool:
    """Take what a line says of the article into the header; False if it says nothing of it."""
    if not started and _read_label(header, line, where):
        return True
    parts = _parts(line)
    below_title = header.title is not None and not started
    left = [part for part in parts if not _read_part(header, part, where, below_title=below_title)]
    if len(left) == len(parts) and not any(map(read_stamp, parts)):
        return below_title and _take_outlet(header, line, beside=False)
    dated = header.author is None and any(map(read_stamp, parts))
    left = [part for part in left if not _take_outlet(header, part, beside=True, first_print=dated)]
    # A section or a place beside the date: “World | 12 March 2024”
    return all(below_title and is_short_name(part) and not read_stamp(part) for part in left)


def _parts(line: str) -> list[str]:
    """Return what stands between the bars of a line, and a date apart from who stands before or behind it."""
    parts: list[str] = []
    for part in _PARTS.split(line):
        parts += next((pair for pair in beside_date(part) if any(map(_says_who, pair))), (part,))
    return [part.strip() for part in parts]


def _day_beside(line: str) -> str | None:
    """Return the day that stands beside a name which may be a place or anybody: “London, 3 May 2024”."""
    days = (
        read_stamp(day) for pair in beside_date(line) for day, name in (pair, pair[::-1]) if is_short_name(name)
    )
    return next((day.edtf for day in days if day), None)


def _says_who(words: str) -> bool:
    who = without_outlet(words)[0]
    return is_agency(words) or is_role(words) or bool(outlet_named(words, beside=True) or author_of(who))


def _read_part(header: Header, part: str, where: str, *, below_title: bool) -> bool:
    if stamp := read_stamp(part):
        return _take_date(header, stamp, where)
    if is_address(part) and header.url is None:
        header.url = part
        return True
    if below_title and is_role(part):
        header.credit = header.credit or part
        return True
    who, outlet = without_outlet(part)
    writers = author_of(who) or (named_alone(who) if below_title else None)
    if writers and header.author is None:
        header.author, header.credit = writers, part
        return outlet is None or _take_outlet(header, outlet, beside=True)
    return False


def _take_outlet(header: Header, words: str, *, beside: bool, first_print: bool = False) -> bool:
    """Take the outlet or agency that words name.

    An agency beside the date is the outlet where no writer and none else is named (`first_print`).
    """
    if is_agency(words):
        header.credit = ", ".join(filter(None, (header.credit, words)))
        header.outlet = header.outlet or (words if first_print else None)
        return beside
    name = outlet_named(words, beside=beside)
    if name and (header.outlet is None or is_agency(header.outlet)):
        header.outlet = name
        header.credit = header.credit or words
    return name is not None and name == header.outlet


def _take_date(header: Header, stamp: Stamp, where: str) -> bool:
    if not stamp.updated and stamp.edtf and header.published is None:
        header.published, header.how_dated = stamp.edtf, where
    return stamp.edtf is not None


def _read_label(header: Header, line: str, where: str) -> bool:
    """Read “Headline: …”, “Date: …” as front matter says them, and the lines of a forwarded e-mail."""
    match = _LABELLED.fullmatch(line)
    meaning = _labels().get(match["label"].lower().replace(" ", "_")) if match else None
    if not match or meaning is None:
        return False
    value = match["value"].strip()
    if meaning == "title" and header.title is None:
        header.title, header.title_from = _FORWARDED.sub("", value), where
    elif meaning == "date":
        stamp = read_stamp(value)
        return stamp is not None and _take_date(header, stamp, where)
    elif meaning == "author" and header.author is None:
        who, outlet = without_outlet(value)
        header.author, header.credit = author_of(f"By {who}") or who, value
        if outlet:
            _take_outlet(header, outlet, beside=True)
    elif meaning == "standfirst" and header.standfirst is None:
        header.standfirst = value
    elif meaning in {"url", "outlet"}:
        _take_origin(header, value, where)
    return True


def _take_origin(header: Header, value: str, where: str) -> None:
    """“Source:” may be followed by an address, an agency or an outlet's name, perhaps with the date."""
    for part in _parts(value):
        if is_address(part):
            header.url = header.url or part
        elif stamp := read_stamp(part):
            _take_date(header, stamp, where)
        elif is_agency(part):
            header.credit = header.credit or part
        elif not part.lower().startswith(("http://", "https://")):  # a broken address names nobody
            header.outlet = header.outlet or part


def _read_footer(header: Header, blocks: Sequence[Block], line_of: Sequence[int]) -> None:
    """Read a date or an address that stands below the article."""
    for index in range(max(0, len(blocks) - _FOOTER_BLOCKS), len(blocks)):
        text, where = blocks[index].text, f"line {line_of[index]} of the file"
        if index in header.used:
            continue
        stamp = read_stamp(text)
        if stamp and stamp.edtf and not stamp.updated and header.published is None:
            header.published, header.how_dated = stamp.edtf, where
            header.used.add(index)
        elif header.url is None and is_address(text):
            header.url = text
            header.used.add(index)


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


def _names_itself(index: int, blocks: Sequence[Block]) -> bool:
    """Tell an outlet's name on top of a file: the title stands below it."""
    name, below = outlet_named(blocks[index].text), blocks[index + 1 : index + 2]
    if not name or name != blocks[index].text or not name.startswith("The "):
        return False
    return any(len(block.text.split()) >= _LEAST_TITLE and is_title(block.text) for block in below)


@cache
def _labels() -> dict[str, str]:
    meant: dict[str, list[str]] = read_lexicon("front_matter")
    return {key: meaning for meaning, keys in meant.items() for key in keys}
