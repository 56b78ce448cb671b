"""Who carries what: the lines of a story against its articles."""

from collections.abc import Sequence
from dataclasses import dataclass

from generator.model.brief import Item, Quote
from generator.pages.items import NOT_NAMED, speaker_name
from generator.pages.passages import Link
from generator.pages.published import Placed, Published, PublishedArticle
from generator.pages.wording import capitalised, number, shortened

LONGEST_ROW = 80


@dataclass(frozen=True, slots=True)
class Cell:
    """Whether an outlet carries a fact."""

    outlet: str
    carried: bool


@dataclass(frozen=True, slots=True)
class CoverageRow:
    """A fact or a quotation, with who says it where it is one."""

    line: Link
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Coverage:
    """Who carries what; `words` say how many lines all carry."""

    outlets: tuple[str, ...]
    words: str
    rows: tuple[CoverageRow, ...]


def coverage_of(
    told: Sequence[Placed[Item]], articles: Sequence[PublishedArticle], site: Published
) -> Coverage | None:
    """Set what each article carries side by side; where no two share a line there is nothing to compare."""
    if len(articles) == 1 or all(len(placed.item.evidence) == 1 for placed in told):
        return None
    rows = tuple(_row(placed, articles, site) for placed in told)
    whole = sum(all(cell.carried for cell in row.cells) for row in rows)
    everyone = "Both" if len(articles) == 2 else f"All {number(len(articles))}"
    return Coverage(
        outlets=tuple(article.label for article in articles),
        words=f"A filled disc: the outlet carries it. {everyone} carry {whole} of {len(rows)} lines.",
        rows=rows,
    )


def _row(placed: Placed[Item], articles: Sequence[PublishedArticle], site: Published) -> CoverageRow:
    cells = (Cell(article.label, article.key in placed.item.evidence) for article in articles)
    return CoverageRow(Link(_row_words(placed.item, site), f"#{placed.anchor}"), tuple(cells))


def _row_words(item: Item, site: Published) -> str:
    if isinstance(item, Quote):
        text = shortened(item.text.rstrip(", "), LONGEST_ROW)
        told = text if item.kind == "indirect" else f"“{text}”"
        return f"{capitalised(speaker_name(item, site) or NOT_NAMED)}: {told}"
    return shortened(str(getattr(item, "text", "")), LONGEST_ROW)
