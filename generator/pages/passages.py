"""The mark under an item: its passages in each outlet's own wording, and how many origins they come from."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from generator.model.brief import SHARES_ONLY, FigureItem, Item, KeyFact, Quote, TimelineEntry
from generator.pages.matching import shared_words
from generator.pages.published import PublishedArticle, href
from generator.pages.wording import capitalised, counted, listed, number

# More capsules than this nobody counts.
MOST_DRAWN = 12
# Where the item's words are more of a passage than this, a mark would only colour it.
NEARLY_WHOLE = 0.9
# Trade last year [2021] hit $147 billion, […] up 30 percent  → three stretches that the passage has verbatim
_INSERTED = re.compile(r"(?:(?<!\s)\s+)?\[[^\[\]]*\]\s*")
# What a text copied carelessly loses.
_MARKS = {"quotation marks": '“”«»"', "apostrophes": "’'", "hyphens": "-"}
# “last week” in an article of 15 June 2022  → last week
_QUOTED = re.compile(r"“([^“”]+)”")


@dataclass(frozen=True, slots=True)
class Link:
    """Text that leads somewhere, or just text where there is nowhere to lead (`href` None)."""

    text: str
    href: str | None


@dataclass(frozen=True, slots=True)
class Origins:
    """How many origins and outlets, in words too (one text, three outlets); `groups` are the outlets to draw,
    where there is something to group.

    Whether an unnamed outlet is one of the others is not known: then `outlets` is None, and articles are counted.
    `alone`: no more than one outlet carries it.
    """

    origins: int
    outlets: int | None
    alone: bool
    carriers: str
    groups: tuple[tuple[str, ...], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a passage: `marked` where the item's own words stand, `recovered` where a file was damaged."""

    text: str
    marked: bool
    recovered: bool = False


@dataclass(frozen=True, slots=True)
class Wording:
    """One wording of a passage, the articles that print it so, and how it differs from the item's words."""

    pieces: tuple[Piece, ...]
    where: tuple[Link, ...]
    differs: str


@dataclass(frozen=True, slots=True)
class Passage:
    """What opens under an item."""

    wordings: tuple[Wording, ...]
    origins: Origins


def origins_of(articles: Iterable[PublishedArticle]) -> Origins:
    """Count origins and outlets; several articles of one outlet are one outlet."""
    groups: dict[str, dict[str, None]] = {}
    printing = tuple(articles)
    for article in printing:
        groups.setdefault(article.origin, {})[article.entry.outlet or article.key] = None
    known = len(printing) == 1 or all(article.entry.outlet for article in printing)
    outlets = len({outlet for group in groups.values() for outlet in group}) if known else None
    carriers = counted(len(printing), "article") if outlets is None else counted(outlets, "outlet")
    alone = len(groups) == 1 and outlets == 1
    texts = "one text" if len(groups) == 1 else f"{number(len(groups))} separate texts"
    words = capitalised(f"{texts}, {carriers}")
    if alone:
        outlet = printing[0].entry.outlet
        words = f"{outlet} only" if outlet else "One article, outlet not named"
    drawn = tuple(tuple(group) for group in groups.values()) if not alone and len(groups) <= MOST_DRAWN else ()
    return Origins(len(groups), outlets, alone, carriers, drawn, words)


def told_in(item: Item) -> list[str]:
    """Return the articles that tell an item, and do not only share a formula with it."""
    differs = item.differs if isinstance(item, KeyFact) else {}
    return [key for key in item.evidence if not any(one.startswith(SHARES_ONLY) for one in differs.get(key, []))]


def passage_of(item: Item, here: str, articles: Mapping[str, PublishedArticle]) -> Passage:
    """Show the passages of an item, equal wordings once, in the order of its evidence."""
    printed: dict[str, list[PublishedArticle]] = {}
    for key, text in passages(item):
        printed.setdefault(text, []).append(articles[key])
    wordings = (
        Wording(
            pieces=pieces(text, found(text, fragments(item))),
            where=tuple(
                Link(article.label, href(here, article.page, place_of(article, text))) for article in where
            ),
            differs=_differs(item, text, where),
        )
        for text, where in printed.items()
    )
    return Passage(tuple(wordings), origins_of(articles[key] for key in told_in(item)))


def place_of(article: PublishedArticle, passage: str) -> str:
    """Return a passage's anchor on its article's page: where in the text it begins; "" where it is not in it."""
    start = article.article.text.find(passage) if article.article else -1
    return f"at-{start}" if start >= 0 else ""


def _differs(item: Item, text: str, where: Sequence[PublishedArticle]) -> str:
    """Say what the passage of these articles adds to a fact, leaves out or words otherwise, which marks it lost."""
    told = item.differs if isinstance(item, KeyFact) else {}
    words = [words for article in where for words in told.get(article.key, ())]
    return capitalised("; ".join(dict.fromkeys([*words, *filter(None, [_lost(text, where)])])))


def _lost(text: str, where: Sequence[PublishedArticle]) -> str:
    """Say which marks that another print has are missing in a passage, as the file of its article has it."""
    lost: set[str] = set()
    for article in (one.article for one in where if one.article):
        start = article.text.find(text)
        inside = (one for one in article.recovered if start <= one.start < start + len(text))
        lost |= {sign for one in inside for sign in one.text} - set(text)
    kinds = [name for name, signs in _MARKS.items() if lost & {*signs}]
    return f"{listed(kinds)} are missing in our copy" if kinds else ""


def passages(item: Item) -> list[tuple[str, str]]:
    """Return each (article key, passage) of an item's evidence."""
    listed = ((key, [text] if isinstance(text, str) else text) for key, text in item.evidence.items())
    return [(key, text) for key, texts in listed for text in texts]


def fragments(item: Item) -> list[str]:
    """Return the words of an item that its passage may hold verbatim."""
    if isinstance(item, KeyFact | Quote):
        return [part for part in _INSERTED.split(item.text) if part]
    if isinstance(item, FigureItem):
        return [item.as_written]
    if isinstance(item, TimelineEntry):
        return _QUOTED.findall(item.how_dated or "")
    return []


def found(text: str, parts: Sequence[str]) -> list[tuple[int, int]]:
    """Return where the parts stand in the text, else their words; nothing where they are nearly the whole of it."""
    spans: list[tuple[int, int]] = []
    for part in parts:
        start = text.find(part, spans[-1][1] if spans else 0)
        spans += [(start, start + len(part))] if start >= 0 else []
    if len(spans) < len(parts):
        spans = shared_words(text, parts)
    return spans if sum(end - start for start, end in spans) < NEARLY_WHOLE * len(text) else []


def pieces(
    text: str, marks: Sequence[tuple[int, int]], recovered: Sequence[tuple[int, int]] = ()
) -> tuple[Piece, ...]:
    """Cut a text where marks and recovered stretches begin and end."""
    edges = sorted({0, len(text), *(edge for spans in (marks, recovered) for span in spans for edge in span)})
    return tuple(
        Piece(text[start:end], _within(start, marks), _within(start, recovered)) for start, end in pairwise(edges)
    )


def _within(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    return any(start <= offset < end for start, end in spans)
