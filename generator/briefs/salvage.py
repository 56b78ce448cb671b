"""What of a file with mistakes can still be checked: the rest of it, so that a run tells all errors at once."""

from copy import deepcopy
from dataclasses import replace
from typing import TypeVar

from pydantic import BaseModel, ValidationError

from generator.briefs.misplaced import put_right
from generator.briefs.validate import errors_of, validated
from generator.briefs.yaml_text import Document, Loc, Mapping, Node, Scalar, Sequence

Model = TypeVar("Model", bound=BaseModel)
# What stands in for a value that an item must have: valid, and nothing that is held against an article.
_STAND_INS = {
    "title": "?", "text": "?", "question": "?", "measure": "?", "as_written": "?", "speaker": "?", "value": "0",
    "date": "2000",
}  # fmt: skip
# Mending one value may lay open what is wrong with another, a few times at most.
_ROUNDS = 10


def salvage(document: Document, model: type[Model]) -> tuple[Model | None, Document, bool]:
    """Return what is right in a document, as a `model` (None: nothing) and as a document with the same places.

    Also tells whether it still has every item, article and id, so that other files can be held against it.
    """
    root = deepcopy(put_right(document, model)[0].root)
    rest = replace(document, root=root)
    whole = not document.problems
    for _ in range(_ROUNDS):
        try:
            return validated(root, model), rest, whole
        except ValidationError as problem:
            wrong = [_mended(root, loc) for loc, _ in errors_of(problem)]
        if not all(wrong):
            break
        whole = _remove(root, [loc for loc in wrong if loc]) and whole
    return None, rest, False


def _mended(root: Node, loc: Loc) -> Loc | None:
    """Put a stand-in where one can be; else return the place to remove. None: nothing of the file can be kept."""
    for depth in range(len(loc), 0, -1):
        parent, step = _at(root, loc[: depth - 1]), loc[depth - 1]
        if isinstance(parent, Mapping) and depth == len(loc) and _stand_in(parent, str(step)):
            return loc
        if isinstance(parent, Mapping) and step in parent.values:
            return loc[:depth]
        if isinstance(parent, Sequence) and isinstance(step, int) and step < len(parent.items):
            return loc[:depth]
    return None


def _stand_in(parent: Mapping, name: str) -> bool:
    if name not in _STAND_INS:
        return False
    old = parent.values.get(name)
    start = parent.start if old is None else old.start
    parent.keys.setdefault(name, Scalar(name, "", start, start))
    parent.values[name] = Scalar(_STAND_INS[name], '"', start, start)
    if name == "text" and "kind" in parent.values:  # its words are not held against the passage
        parent.values["kind"] = Scalar("indirect", "", start, start)
    return True


def _remove(root: Node, locs: list[Loc]) -> bool:
    """Remove what stands at these places; return whether nothing that others may refer to went with it."""
    whole = True
    for loc in sorted(set(locs), key=_last_first, reverse=True):
        parent, step = _at(root, loc[:-1]), loc[-1]
        if isinstance(parent, Sequence) and isinstance(step, int) and step < len(parent.items):
            whole = isinstance(parent.items.pop(step), Scalar) and whole
        elif isinstance(parent, Mapping) and step in parent.values and not _stands_in(parent.values[str(step)]):
            whole = isinstance(parent.values.pop(str(step)), Scalar) and step != "id" and whole
            del parent.keys[str(step)]
    return whole


def _stands_in(node: Node) -> bool:
    return isinstance(node, Scalar) and node.start == node.stop and node.text in _STAND_INS.values()


def _last_first(loc: Loc) -> tuple[tuple[int, str], ...]:
    """Order places so that removing one does not move another that is still to be removed."""
    return tuple((step, "") if isinstance(step, int) else (0, step) for step in loc)


def _at(root: Node, loc: Loc) -> Node | None:
    node: Node | None = root
    for step in loc:
        if isinstance(node, Mapping):
            node = node.values.get(str(step))
        elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
            node = node.items[step]
        else:
            return None
    return node
