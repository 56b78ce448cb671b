"""Quotes, timeline, figures, facts and questions as CSV: a line an item, for a spreadsheet or a database."""

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator.model.brief import Item
from generator.model.edtf import bounds
from generator.pages.passages import origins_of, passages
from generator.pages.published import Placed, Published

# The columns of each table that are keys of its items; all tables have id and story before and _BASIS after them.
_COLUMNS: Mapping[str, tuple[str, ...]] = {
    "facts": ("text", "according_to", "part"),
    "quotes": ("text", "speaker", "kind", "via", "to", "said"),
    "timeline": ("date", "first_day", "last_day", "dated", "how_dated", "text"),
    "figures": ("measure", "value", "unit", "as_written", "bound", "period", "counted_by", "status"),
    "questions": ("question", "kind", "because", "status", "answer"),
}
_BASIS = ("correction", "origins", "outlets", "articles", "passages", "page")
# =1+1 | +1 | -1 | @sum | a tab, a line's end: what a spreadsheet takes for a formula (OWASP: CSV injection)
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def tables(site: Published, address: str | None) -> Mapping[str, bytes]:
    """Return each table by its name, in UTF-8 with the mark that lets spreadsheets know it (RFC 4180).

    A text that a spreadsheet would take for a formula has an apostrophe before it. Lists are parted by " | ".
    """
    return {
        name: _table((*columns, *_BASIS), [_row(one, site, address) for one in _items(site, name)])
        for name, columns in _COLUMNS.items()
    }


def _items(site: Published, name: str) -> Iterable[Placed[Item]]:
    return (placed for part in site.everything() for placed in getattr(part, name))


def _row(placed: Placed[Item], site: Published, address: str | None) -> dict[str, Any]:
    item = placed.item
    articles = [site.articles[key] for key in item.evidence]
    row: dict[str, Any] = {
        **item.model_dump(exclude={"id", "evidence"}),
        "id": placed.reference,
        "story": placed.story.brief.title if placed.story else None,
        "origins": origins_of(articles).origins,
        "outlets": list(dict.fromkeys(article.entry.outlet for article in articles if article.entry.outlet)),
        "articles": list(item.evidence),
        "passages": [text for _, text in passages(item)],
        "page": f"{address or ''}{placed.page}.html#{placed.anchor}",
    }
    if "date" in row:
        row["first_day"], row["last_day"] = bounds(row["date"])
    return row


def _table(columns: Sequence[str], rows: Iterable[Mapping[str, Any]]) -> bytes:
    out = io.StringIO(newline="")
    table = csv.writer(out)
    names = ("id", "story", *columns)
    table.writerow(names)
    table.writerows([_cell(row[name]) for name in names] for row in rows)
    return out.getvalue().encode("utf-8-sig")


def _cell(value: Any) -> Any:
    if isinstance(value, list):
        value = " | ".join(value)
    if isinstance(value, float) and value.is_integer():
        return int(value)
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
