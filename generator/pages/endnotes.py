"""Passages as numbered notes: what opens under a line on a screen stands at the end of what is printed."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model.brief import Item
from generator.pages.passages import passages
from generator.pages.published import Placed, PublishedArticle
from generator.pages.wording import date, listed
from generator.siblings import normal_words


@dataclass(frozen=True, slots=True)
class NoteWording:
    """One wording of a passage and the outlets that print it, with their date where it is one."""

    text: str
    where: str


@dataclass(frozen=True, slots=True)
class Note:
    """A passage as all its outlets print it; items that rest on the same passage share a note."""

    wordings: tuple[NoteWording, ...]


@dataclass(frozen=True, slots=True)
class Endnotes:
    """The notes of a page in order, and the numbers that each item (by its reference) is marked with."""

    notes: tuple[Note, ...] = ()
    numbers: Mapping[str, str] = field(default_factory=dict)

    def of(self, placed: Placed[Item]) -> str:
        """Return an item's numbers as printed: 3, or 3, 5; "" on a page without notes."""
        return self.numbers.get(placed.reference, "")


NO_NOTES = Endnotes()


def endnotes(items: Iterable[Placed[Item]], articles: Mapping[str, PublishedArticle]) -> Endnotes:
    """Number the passages of items, which are given in the order of the page."""
    numbers: dict[tuple[str, ...], int] = {}
    notes: list[list[tuple[str, str]]] = []
    marks: dict[str, str] = {}
    for placed in items:
        used: set[int] = set()
        for group in _tellings(placed.item):
            words = [tuple(normal_words(text)) for _, text in group]
            number = next((numbers[one] for one in words if one in numbers), len(notes))
            if number == len(notes):
                notes.append([])
            numbers |= {one: number for one in words if one not in numbers}
            notes[number] += group
            used.add(number + 1)
        marks[placed.reference] = ", ".join(map(str, sorted(used)))
    return Endnotes(tuple(Note(_wordings(note, articles)) for note in notes), marks)


def _tellings(item: Item) -> list[list[tuple[str, str]]]:
    """Part an item's (article, passage) pairs into those that are one passage in the words of several outlets.

    Where an article gives several, which of them is another's is not known: each stands for itself.
    """
    given = passages(item)
    return [given] if len(given) == len(item.evidence) else [[one] for one in given]


def _wordings(note: Sequence[tuple[str, str]], articles: Mapping[str, PublishedArticle]) -> tuple[NoteWording, ...]:
    """Return a passage in its several words; of prints that differ in marks alone, the one that has most."""
    prints: dict[tuple[str, ...], dict[str, str]] = {}
    for key, text in note:
        prints.setdefault(tuple(normal_words(text)), {}).setdefault(key, text)
    return tuple(
        NoteWording(max(print_.values(), key=len), _where([articles[key] for key in print_]))
        for print_ in prints.values()
    )


def _where(articles: Sequence[PublishedArticle]) -> str:
    dates = {article.entry.published for article in articles}
    names = listed([article.label for article in articles])
    one = date(when).words if len(dates) == 1 and (when := dates.pop()) else ""
    return names if not one or one in names else f"{names}, {one}"
