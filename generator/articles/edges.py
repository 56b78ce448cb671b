"""Datelines and agencies' initials, taken off the paragraphs that they stand in front of or behind."""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from generator.articles.blocks import Block, part_block
from generator.articles.boilerplate import caption_reason, is_closed, match_boilerplate
from generator.articles.bylines import is_agency
from generator.articles.header import Header
from generator.articles.mastheads import is_kind_of_text
from generator.articles.stamps import stated_date
from generator.lexicon import read_lexicon

_DAY = r"(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? (?:19|20)\d{2})?"
_PLACE = r"[A-ZÀ-Þ][\w.’'-]{1,30}(?:,? [A-ZÀ-Þ][\w.’'-]{0,30}){0,3}"
_BEGINS = r"(?=[A-ZÀ-Þ“\"‘'])"
# Oct 3 (Reuters) - | Odden, Jul 12 (PTI) The | ODDEN, Sept 8, 2024 (AFP) - | (Reuters) - | ODDEN (AFP): The
_BY_AGENCY = re.compile(
    rf"(?:(?P<place>{_PLACE}?)(?:, | (?=\()))?(?:(?P<day>{_DAY}) ?)?\((?P<agency>[A-Z][A-Za-z .-]{{1,30}})\)"
    rf"(?: ?(?P<dash>[-–—:]{{1,2}}))? {_BEGINS}"
)
# ODDEN: The ferry | New Delhi: The minister | ODDEN, June 3: The ferry
_BEFORE_COLON = re.compile(rf"(?P<place>{_PLACE}?)(?:, (?P<day>{_DAY}))?: {_BEGINS}")
_YEAR = re.compile(r"\d{4}$")
# SMITH: I think so.
_SPEAKER = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ.’' -]{1,40}: ?\S")
# … on Monday. PTI SKM RDT | … on Monday. AFP | … on Monday. (Reuters) | PTI SKM RDT
_INITIALS = re.compile(
    r"(?:(?<=[.!?)\"”’]) (?:[-–—]{1,2} ?)?|^)"
    r"[(\[]?(?P<agency>[A-Z][A-Za-z]{1,12})(?P<desk>(?: (?!FILE|POOL)[A-Z]{2,4}){0,5})[)\]]?$"
)
# A capital word before a colon is a place, not initials (NATO: …), if it is as long as this or listed.
_PLACE_LETTERS = 5
# in Norsund
_INSIDE = ("in", "at", "near")
# A caption is short and stands anywhere; the last paragraph has others above it.
_LEAST_WORDS = 8
_PARAGRAPHS_ABOVE = 2


def part_edges(blocks: Sequence[Block], header: Header) -> tuple[Block, ...]:
    """Return the blocks with datelines and agencies' initials as blocks of their own, which the header has used.

    A dateline that the readers of sentences know by themselves stays: “ODDEN, Oct. 4 (AP) — ”. `header.used` counts
    the blocks that are returned.
    """
    prose = [i for i, block in enumerate(blocks) if i not in header.used and _is_prose(block.text)]
    inside = frozenset(prose)
    result: list[Block] = []
    used: set[int] = set()
    for index, block in enumerate(blocks):
        parts: tuple[Block, ...] = (block,)
        if index in header.used:
            used.add(len(result))
        elif index in inside and (end := _dateline_end(index, blocks, prose, header)):
            parts = part_block(block, end)
            used |= {len(result)} if len(parts) > 1 else set()
        elif (start := _initials_start(index, blocks, prose, header)) is not None:
            parts = part_block(block, start)
            used |= {len(result) + len(parts) - 1} if len(parts) > 1 or start == 0 else set()
        result += parts
    header.used = used
    return tuple(result)


def _dateline_end(index: int, blocks: Sequence[Block], prose: Sequence[int], header: Header) -> int:
    """Return where the text begins behind a dateline, 0 where there is none; the header takes what it says."""
    text = blocks[index].text
    match = _BY_AGENCY.match(text)
    if match and _is_known_to_sentences(match):
        return 0
    if match and _is_sure(match):
        header.credit = ", ".join(filter(None, (header.credit, match["agency"])))
    elif index > prose[0] or not (match := _BEFORE_COLON.match(text)):
        return 0
    else:
        others = [blocks[number].text for number in prose[1:]]
        if any(map(_SPEAKER.match, others)) or not _is_place(match["place"], others):
            return 0
    header.dateline = header.dateline or match["place"]
    if match["day"]:
        _date_by(match["day"], header)
    return match.end()


def _date_by(day: str, header: Header) -> None:
    """Take the day of a dateline: with its year, or where that of an update is the same day."""
    header.dateline_day = header.dateline_day or day
    if header.published is None and (stated := stated_date(day)):
        header.published, header.how_dated = stated, "the dateline"
    elif header.published and header.published.endswith("?"):
        updated = header.published[:-1]
        if stated_date(f"{day}, {updated[:4]}") == updated:
            header.published, header.how_dated = updated, f"{header.how_dated}, and the dateline"


def _is_known_to_sentences(dateline: re.Match[str]) -> bool:
    """Tell “ODDEN, Oct. 4 (AP) — ” and “Lom, North Norland (AP) – ”."""
    if not dateline["place"] or (dateline["dash"] or ":") == ":":
        return False
    return not dateline["day"] or (_town(dateline).isupper() and not _YEAR.search(dateline["day"]))


def _is_sure(dateline: re.Match[str]) -> bool:
    """Tell a dateline by a listed agency and a dash or a day; one that is not listed needs all its signs."""
    if is_agency(dateline["agency"]):
        return bool(dateline["dash"] or (dateline["place"] and dateline["day"]))
    return bool(dateline["dash"] and dateline["day"]) and _town(dateline).isupper()


def _town(dateline: re.Match[str]) -> str:
    return (dateline["place"] or "").partition(",")[0]


def _initials_start(index: int, blocks: Sequence[Block], prose: Sequence[int], header: Header) -> int | None:
    """Return where an agency's initials begin behind the last paragraph, 0 below it; None where there are none."""
    text = blocks[index].text
    match = _INITIALS.search(text)
    if not match or not is_agency(match["agency"]) or not prose or index < prose[-1]:
        return None
    above = len(prose) - (index == prose[-1])
    before = text[: match.start()]
    last = above >= _PARAGRAPHS_ABOVE and (not before or len(before.split()) >= _LEAST_WORDS)
    if not (match["desk"] or last) or (before and (not is_closed(before) or caption_reason(before))):
        return None
    header.credit = ", ".join(filter(None, (header.credit, match["agency"])))
    return match.start() + bool(before)


def _is_place(words: str, others: Sequence[str]) -> bool:
    """Tell a place before a colon: a listed one, or one in capitals that is no kind of text (“BREAKING: …”).

    Where `others`, the paragraphs below, have the word, one must tell of something there: “COVID: …” is none.
    """
    name = words.partition(",")[0].casefold()
    if name in _places():
        return True
    if not words.isupper() or len(name) < _PLACE_LETTERS or is_kind_of_text(words):
        return False
    said = " ".join(others).casefold()
    return name not in said or any(f" {word} {name}" in said for word in _INSIDE)


def _is_prose(line: str) -> bool:
    return is_closed(line) and not match_boilerplate(line) and not caption_reason(line)


@cache
def _places() -> frozenset[str]:
    return frozenset(name.casefold() for name in _strings(read_lexicon("places")))


def _strings(value: object) -> Iterator[str]:
    """Yield the names of a tree of lists and mappings, its keys included."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield key
            yield from _strings(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _strings(inner)
