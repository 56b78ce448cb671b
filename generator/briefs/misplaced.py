"""Items that stand under the wrong heading: one mistake, told once, and not a mistake for each of their keys.

Deleting the line `quotes:` makes the quotes key facts with keys that no key fact has. What is told is the missing
line; the rest of the file is checked as if it stood there.
"""

from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass, replace

from pydantic import BaseModel

from generator.briefs.schema import keys_of, required_of
from generator.briefs.yaml_text import Document, Mapping, Node, Scalar, Sequence
from generator.errors import ContentError
from generator.model.brief import SECTIONS, Items

# What an item of each list is called, and several of them.
CALLED = dict(
    zip(SECTIONS, ("a key fact", "a quote", "a timeline entry", "a figure", "an open question"), strict=True)
)
ALL_CALLED = dict(
    zip(SECTIONS, ("key facts", "quotes", "timeline entries", "figures", "open questions"), strict=True)
)
_LISTS = ("shared_text", "positions", *SECTIONS)


@dataclass(frozen=True, slots=True)
class _Misplaced:
    """An item of one list that has the keys of another."""

    item: Mapping
    stands_in: str
    belongs_in: str


def put_right(document: Document, model: type[BaseModel]) -> tuple[Document, list[ContentError]]:
    """Return a document with its items in the lists that they belong to, and an error for what stood elsewhere.

    Every node keeps its place in the file. The document is the same one where nothing is misplaced.
    """
    root = document.root
    if not isinstance(root, Mapping) or not issubclass(model, Items):
        return document, []
    found = list(_misplaced(root, model))
    if not found:
        return document, []
    errors = list(_tell(document, root, model, found))
    settled = deepcopy(root)
    for name in _LISTS:
        items = settled.values.get(name)
        moved = {one.item.start: one.belongs_in for one in found if one.stands_in == name}
        if isinstance(items, Sequence) and moved:
            away = [item for item in items.items if item.start in moved]
            items.items = [item for item in items.items if item.start not in moved]
            for item in away:
                _add(settled, moved[item.start], item)
    return replace(document, root=settled), errors


def _misplaced(root: Mapping, model: type[BaseModel]) -> Iterator[_Misplaced]:
    for name in _LISTS:
        items = root.values.get(name)
        for item in items.items if isinstance(items, Sequence) else ():
            if isinstance(item, Mapping) and (home := _home(item, name, model)):
                yield _Misplaced(item, name, home)


def _home(item: Mapping, name: str, model: type[BaseModel]) -> str | None:
    """Return the list that has all keys of an item, where its own (`name`) has not."""
    keys = set(item.keys)
    if keys <= set(keys_of(model, (name, 0))):
        return None
    return next(
        (
            section
            for section in SECTIONS
            if set(required_of(model, (section, 0))) <= keys <= set(keys_of(model, (section, 0)))
        ),
        None,
    )


def _tell(
    document: Document, root: Mapping, model: type[BaseModel], found: list[_Misplaced]
) -> Iterator[ContentError]:
    """Yield one error for all items that a missing heading explains, and one for each that was moved."""
    told: set[tuple[str, str]] = set()
    for one in found:
        section, start = one.belongs_in, one.item.start
        heading = root.keys.get(section)
        line, _ = document.lines.place(start)
        if heading is not None:
            where, _ = document.lines.place(heading.start)
            strange = next(key for key in one.item.keys if key not in keys_of(model, (one.stands_in, 0)))
            message = f"this looks like {CALLED[section]}, and stands below “{one.stands_in}:”"
            hint = f"move it below “{section}:” (line {where}), or remove “{strange}”"
            yield document.error(start, message, hint)
        elif (one.stands_in, section) not in told:
            told.add((one.stands_in, section))
            message = f"here {ALL_CALLED[section]} seem to begin, and no line “{section}:” stands above them"
            hint = f"put a line “{section}:” above line {line}, beginning where “{one.stands_in}:” begins"
            yield document.error(start, message, hint)


def _add(root: Mapping, section: str, item: Node) -> None:
    there = root.values.get(section)
    if not isinstance(there, Sequence):
        there = Sequence(item.start, item.stop, flow=False)
        root.keys.setdefault(section, Scalar(section, "", item.start, item.start))
        root.values[section] = there
    there.items.append(item)
