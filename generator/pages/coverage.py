"""Who carries what: the lines of a story against its articles."""

from collections.abc import Sequence, Set
from dataclasses import dataclass
from typing import Literal

from generator.model.brief import Item, KeyFact, Quote, TimelineEntry
from generator.pages.items import NOT_NAMED, speaker_name
from generator.pages.matching import LITTLE
from generator.pages.passages import Link, passages
from generator.pages.published import Placed, Published, PublishedArticle
from generator.pages.told import in_words
from generator.pages.wording import capitalised, number, shortened
from generator.siblings import normal_words
from generator.stories.wording import uninserted
from generator.stories.words import content_words, overlap

LONGEST_ROW = 80
# Words that two statements of one event have in common, as a part of the shorter one's.
SAME = 0.4
Carried = Literal["whole", "part", "out"]


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether an outlet carries a line: whole, part (of it, or in other words) or out."""

    outlet: str
    carried: Carried


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A fact or a quotation, with who says it where it is one."""

    line: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who carries what; `words` say how many lines all carry, `marks` what the signs mean."""

    outlets: tuple[str, ...]
    marks: str
    words: str
    rows: tuple[CoverageRow, ...]


def coverage_of(
    told: Sequence[Placed[Item]],
    events: Sequence[Placed[TimelineEntry]],
    articles: Sequence[PublishedArticle],
    site: Published,
) -> Coverage | None:
    """Set what each article carries side by side; where no two share a line there is nothing to compare.

    `events` tell of articles that have a fact's sentence in other words.
    """
    if len(articles) == 1 or all(len(placed.item.evidence) == 1 for placed in told):
        return None
    statements = [placed.item for placed in (*told, *events) if isinstance(placed.item, KeyFact | TimelineEntry)]
    rows = tuple(_row(placed, statements, articles, site) for placed in told)
    whole = sum(all(cell.carried != "out" for cell in row.cells) for row in rows)
    part = any(cell.carried == "part" for row in rows for cell in row.cells)
    halves = "; half filled: in part or reworded" if part else ""
    everyone = "both" if len(articles) == 2 else f"all {number(len(articles))}"
    return Coverage(
        outlets=tuple(article.label for article in articles),
        marks=f"A filled square: the outlet carries it{halves}.",
        words=f"Of {len(rows)} lines of news, background and quotations {everyone} carry {whole}, whole or in part",
        rows=rows,
    )


def _row(
    placed: Placed[Item],
    statements: Sequence[KeyFact | TimelineEntry],
    articles: Sequence[PublishedArticle],
    site: Published,
) -> CoverageRow:
    item = placed.item
    partly = _carry_in_part(item, statements) if isinstance(item, KeyFact) else set()
    cells = (Cell(article.label, _carried(item, article.key, partly)) for article in articles)
    return CoverageRow(Link(_row_words(item, site), f"#{placed.anchor}"), tuple(cells))


def _carried(item: Item, article: str, partly: Set[str]) -> Carried:
    if article in partly:
        return "part"
    return "whole" if article in item.evidence else "out"


def _carry_in_part(fact: KeyFact, statements: Sequence[KeyFact | TimelineEntry]) -> set[str]:
    """Return the articles that word a fact otherwise, and those that another statement of it rests on.

    Of two facts on one passage, each told of its half alone, neither speaks for the other.
    """
    otherwise = {key for key, words in fact.differs.items() if words} | _reworded(fact)
    resting = passages(fact)
    for other in statements:
        same = overlap(_words(fact), _words(other)) >= SAME
        if same and any(key == one and text in told for key, text in passages(other) for one, told in resting):
            otherwise |= other.evidence.keys() - fact.evidence.keys()
    return otherwise


def _reworded(fact: KeyFact) -> set[str]:
    """Return the articles in whose passages some of the fact's words do not stand."""
    printed: dict[str, set[str]] = {}
    for key, text in passages(fact):
        printed.setdefault(key, set(LITTLE)).update(normal_words(text))
    told = {*normal_words(uninserted(fact.text))}
    return {key for key, words in printed.items() if not told <= words}


def _words(item: KeyFact | TimelineEntry) -> frozenset[str]:
    return frozenset(content_words(uninserted(item.text)))


def _row_words(item: Item, site: Published) -> str:
    if isinstance(item, Quote):
        told = shortened(in_words(item).removeprefix("…").removesuffix("…").strip(), LONGEST_ROW)
        told += "”" if told.count("“") > told.count("”") else ""
        return f"{capitalised(speaker_name(item, site) or NOT_NAMED)}: {told}"
    return shortened(str(getattr(item, "text", "")), LONGEST_ROW)
