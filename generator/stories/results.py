"""The first rows of lists of results, among the figures that sentences give: “Harbour Party - 12 seats”."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.figures.rows import ROW
from generator.lexicon import read_lexicon, word_set
from generator.model.brief import FigureItem
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.voting import day_of_vote
from generator.stories.words import with_article

# So many rows of one unit are figures: those of the highest numbers.
MOST_ROWS = 3
# The figure of a sentence that a row repeats: its number among the items, and its measure up to the name.
Said = tuple[int, str]


def with_results(coverage: Coverage, given: Sequence[FigureItem], most: int) -> list[FigureItem]:
    """Return `most` of the items, which are in order of weight, with the first rows of the lists of results.

    What a sentence gives too is one figure with both passages; the other rows measure what it does, at its time,
    and stand behind it. Where lists give one two numbers, none is taken.
    """
    items, new = list(given), list[tuple[int, FigureItem]]()
    for rows in _lists(coverage):
        said = {number: repeated for number, row in enumerate(rows) if (repeated := _said(items, row[0]))}
        model = next(iter(said.values()), None)
        for number, (at, _) in said.items():
            items[at] = items[at].model_copy(update={"evidence": _evidence(coverage, rows[number], items[at])})
        highest = sorted(range(len(rows)), key=lambda number: -rows[number][0].figures[0].value)[:MOST_ROWS]
        for number in highest:
            item = None if number in said else _item(coverage, rows[number], model and (items[model[0]], model[1]))
            if item and all(item.measure.lower() != other.measure.lower() for other in items):
                new.append((model[0] if model else len(items), item))
    room = list(enumerate(items))[: max(0, most - len(new))]
    return [item for _, item in sorted([*room, *new], key=lambda one: one[0])][:most]


def _lists(coverage: Coverage) -> Iterator[list[list[Told]]]:
    """Yield the rows of each unit, each in every article that has it: a sentence at no place with one figure."""
    found: dict[str, dict[str, list[Told]]] = defaultdict(lambda: defaultdict(list))
    for index, findings in enumerate(coverage.story.findings):
        text = findings.article.text
        for figure in (one for one in findings.figures if one.rule == ROW):
            start, end = text.rfind("\n", 0, figure.start) + 1, f"{text}\n".index("\n", figure.end)
            empty = frozenset[str]()
            told = Told(Place(index, -1), start, end, text[start:end], empty, (), (), (), (), (figure,))
            found[figure.unit or ""][figure.measure or ""].append(told)
    for rows in found.values():
        if all(len({told.figures[0].value for told in row}) == 1 for row in rows.values()):
            yield list(rows.values())


def _said(items: Sequence[FigureItem], row: Told) -> Said | None:
    """Return the figure of a sentence that a row repeats; what was gained or lost is another."""
    figure = row.figures[0]
    name = re.escape(figure.measure or "")
    whose = re.compile(rf"(?P<joint> (?:by|for|in|of) )(?:the )?{name}(?: [A-Z]\w{{1,20}})?\Z")
    for number, item in enumerate(items):
        match = whose.search(item.measure) if (item.value, item.unit) == (figure.value, figure.unit) else None
        if (
            match
            and item.status == figure.status
            and not word_set("results", "changes") & set(item.measure[: match.start()].split())
        ):
            return number, item.measure[: match.end("joint")]
    return None


def _item(coverage: Coverage, row: Sequence[Told], model: tuple[FigureItem, str] | None) -> FigureItem | None:
    """Return the figure of a row, worded and dated as a sentence's; None where it is not told what it is of."""
    figure = replace(row[0].figures[0], measure=None)
    name, unit = row[0].figures[0].measure or "", figure.unit or ""
    called = with_article(name, coverage.findings(row[0].place).article.text)
    whose = read_lexicon("results")["counted"][unit.rsplit(maxsplit=1)[-1]]
    measure = f"{unit} {whose} {called}" if whose else f"{unit}: {name}"
    if model:
        measure = f"{model[1]}{called}"
    elif unit == "%":
        return None
    return FigureItem(
        measure=measure,
        value=figure.value,
        as_written=figure.text,
        unit=unit,
        period=model[0].period if model else day_of_vote(coverage, row[0], figure, measure),
        evidence=_evidence(coverage, row),
        rule=figure.rule,
    )


def _evidence(
    coverage: Coverage, row: Sequence[Told], item: FigureItem | None = None
) -> dict[str, str | list[str]]:
    """Return the passages of a row, behind those of an item."""
    found = {
        key: [held] if isinstance(held, str) else [*held] for key, held in (item.evidence if item else {}).items()
    }
    for told in row:
        found.setdefault(coverage.story.keys[told.place.article], []).append(told.text)
    return {key: held[0] if len(held) == 1 else held for key, held in found.items()}
