"""What the rules over all stories share: an item with the brief it stands in, in the order of the events."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Generic, TypeVar

from generator.model.brief import Brief, Item
from generator.model.edtf import sort_key

ItemT = TypeVar("ItemT", bound=Item)


@dataclass(frozen=True, slots=True)
class Placed(Generic[ItemT]):
    """An item and the slug of its brief."""

    slug: str
    item: ItemT

    @property
    def reference(self) -> str:
        return f"{self.slug}/{self.item.id}"


def in_order(briefs: Mapping[str, Brief]) -> list[str]:
    """Return the slugs by the date of the story, the earliest first; undated ones last."""
    return sorted(briefs, key=lambda slug: (sort_key(briefs[slug].date or "9999"), slug))


def passages(item: Item) -> Iterator[str]:
    """Yield the passages that an item rests on."""
    for found in item.evidence.values():
        yield from [found] if isinstance(found, str) else found


def word_pairs(words: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Yield the pairs of words by which what has two of them in common is looked up."""
    return combinations(sorted(words), 2)


def joined_evidence(items: list[Item]) -> dict[str, str | list[str]]:
    """Return the passages of several items, each once, under their article's key."""
    found: dict[str, list[str]] = {}
    for item in items:
        for key, given in item.evidence.items():
            for passage in [given] if isinstance(given, str) else given:
                if passage not in found.setdefault(key, []):
                    found[key].append(passage)
    return {key: of_one[0] if len(of_one) == 1 else of_one for key, of_one in found.items()}
