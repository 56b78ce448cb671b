"""Ids that stay: of what a person wrote without one, from its words; of what was written before, the one it had."""

from collections.abc import Iterator, Sequence
from typing import TypeVar

from generator.model.brief import FigureItem, Item, Items, KeyFact, OpenQuestion, Quote, TimelineEntry
from generator.stories.ids import slug, unique_ids

AnyItems = TypeVar("AnyItems", bound=Items)


def with_ids(items: AnyItems) -> AnyItems:
    """Return the brief or overview with an id on every item; those given in the file stay."""
    without = [item for _, entries in items.sections() for item in entries if item.id is None]
    if not without:
        return items
    taken = {item.id for _, entries in items.sections() for item in entries if item.id is not None}
    words = [item_words(item) for item in without]
    given = unique_ids([(slug(text), text) for text in words])
    named = {id(item): _free(name, taken) for item, name in zip(without, given, strict=True)}
    lists = {
        section: [item if item.id else item.model_copy(update={"id": named[id(item)]}) for item in entries]
        for section, entries in items.sections()
    }
    return items.model_copy(update=lists)


def keep_ids(items: AnyItems, last: AnyItems | None) -> AnyItems:
    """Return what was generated anew with each item under the id that it was last written with.

    A new item whose words give an id that another item had gets one of its own: people's edits, deletions and links
    are of the item, not of whatever has its name now.
    """
    if last is None:
        return items
    written = dict(last.sections())
    pairs = (pair for section, entries in items.sections() for pair in _pairs(entries, written[section]))
    named = {id(item): old for item, old in pairs}
    taken = {*named.values(), *(item.id for entries in written.values() for item in entries if item.id)}
    for item in (item for _, entries in items.sections() for item in entries):
        if id(item) not in named:
            named[id(item)] = _free(item.id or "item", taken)
            taken.add(named[id(item)])
    lists = {
        section: [item.model_copy(update={"id": named[id(item)]}) for item in entries]
        for section, entries in items.sections()
    }
    return items.model_copy(update=lists)


def _pairs(new: Sequence[Item], last: Sequence[Item]) -> Iterator[tuple[Item, str]]:
    """Yield each item that was written before, with the id it had; what is surest the same is told first."""
    left = {item.id: item for item in last if item.id}
    waiting = list(new)
    for is_same in (_say_same, _are_named_same, _rest_on_same):
        for item in list(waiting):
            old = next((name for name, one in left.items() if is_same(item, one)), None)
            if old is not None:
                left.pop(old)
                waiting.remove(item)
                yield item, old


def _say_same(item: Item, other: Item) -> bool:
    """Tell whether two items say the same; of figures, the same number may be of another year."""
    number = isinstance(item, FigureItem)
    return item_words(item) == item_words(other) and (not number or _rest_on_same(item, other))


def _are_named_same(item: Item, other: Item) -> bool:
    return item.id == other.id and _rest_on_same(item, other)


def _rest_on_same(item: Item, other: Item) -> bool:
    """Tell whether two items have a passage in common."""
    return bool(_passages(item) & _passages(other))


def _passages(item: Item) -> set[tuple[str, str]]:
    return {
        (key, passage)
        for key, passages in item.evidence.items()
        for passage in ([passages] if isinstance(passages, str) else passages)
    }


def item_words(item: Item) -> str:
    """Return what an item says."""
    if isinstance(item, KeyFact | Quote | TimelineEntry):
        return item.text
    if isinstance(item, FigureItem):
        return f"{item.measure} {item.as_written}"
    if isinstance(item, OpenQuestion):
        return item.question
    raise TypeError(f"{type(item).__name__} is no item of a brief")


def _free(name: str, taken: set[str]) -> str:
    number, free = 2, name
    while free in taken:
        free, number = f"{name}-{number}", number + 1
    return free
