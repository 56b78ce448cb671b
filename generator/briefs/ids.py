"""An id for each item that a person wrote without one: from its words, so that it stays while they do."""

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
