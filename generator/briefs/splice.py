"""Change a hand-edited file where its values changed, and leave every other byte as it is.

The parser's marks say where each value begins and ends; comments, order, quoting and blank lines between them
are not touched. The result is read again: it is only used if it says exactly what was meant.
"""

from collections.abc import Mapping as AbstractMapping
from collections.abc import Sequence as AbstractSequence
from dataclasses import dataclass
from typing import Any

from generator.briefs.keep import LISTS, Data, Entry, Merged, meaning
from generator.briefs.read import ReadBrief, parse_brief
from generator.briefs.scalars import write_inline
from generator.briefs.write import LISTED, SPACED, key_order, write_item, write_pair, write_value
from generator.briefs.yaml_text import Mapping, Node, Scalar, Sequence
from generator.errors import ContentErrors
from generator.model.brief import BRIEF_KEYS, ArticleEntry

INDENT = 2


class NotSpliced(Exception):
    """The file is written in a way that cannot be changed in place with certainty."""


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    stop: int
    text: str


def splice(read: ReadBrief, merged: Merged) -> str:
    """Return the text of the file changed to say what `merged` says; raise NotSpliced where that is not certain."""
    root = read.document.root
    if not isinstance(root, Mapping) or root.flow:
        raise NotSpliced
    text = _Splice(read).run(root, merged)
    try:
        said = meaning(parse_brief(text, read.document.lines.file).brief)
    except ContentErrors as problem:
        raise NotSpliced from problem
    if said != merged.data:
        raise NotSpliced
    return text


class _Splice:
    """Gathers the edits to one file; positions are those of the file before any of them."""

    def __init__(self, read: ReadBrief) -> None:
        self.lines = read.document.lines
        self.text = read.document.text
        self.mine = meaning(read.brief)
        self.edits: list[_Edit] = []

    def run(self, root: Mapping, merged: Merged) -> str:
        own = {key: value for key, value in self.mine.items() if key not in LISTS}
        self._change_mapping(root, own, merged.values, BRIEF_KEYS)
        for name in LISTS:
            self._change_list(root, name, self.mine.get(name, []), merged.lists[name])
        return self._apply()

    def _apply(self) -> str:
        """Apply the edits from the end; insertions at one place keep their order."""
        newline = "\r\n" if "\r\n" in self.text else "\n"
        text, before = self.text, len(self.text)
        numbered = sorted(enumerate(self.edits), key=lambda one: (one[1].start, one[1].stop, one[0]), reverse=True)
        for _, edit in numbered:
            if edit.stop > before:
                raise NotSpliced
            text = text[: edit.start] + edit.text.replace("\n", newline) + text[edit.stop :]
            before = edit.start
        return text

    # Mappings

    def _change_mapping(self, node: Mapping, old: Data, new: Data, order: AbstractSequence[str]) -> None:
        if old == new:
            return
        absent = [key for key in new if key not in node.values]
        gone = [key for key in old if key not in new]
        if node.flow and (absent or gone):
            self._replace(node, write_flow(new))
            return
        for key in gone:
            self._remove_key(node, key)
        for key, value in new.items():
            if key in node.values and old.get(key) != value:
                self._change_value(node, key, old.get(key), value)
        indent = self._column(next(iter(node.keys.values())).start)
        for key in absent:
            self._insert_key(node, key, new[key], order, indent)

    def _change_value(self, parent: Mapping, key: str, old: Any, value: Any) -> None:
        node = parent.values[key]
        if isinstance(node, Mapping) and isinstance(old, dict) and isinstance(value, dict):
            self._change_mapping(node, old, value, key_order(ArticleEntry) if "file" in value else ())
        elif parent.flow:
            self._replace(node, write_flow(value))
        elif isinstance(node, Scalar) and not isinstance(value, dict | list):
            self._change_scalar(node, parent.keys[key], value)
        elif isinstance(value, list) and not isinstance(node, Scalar) and node.flow:
            self._replace(node, write_flow(value))
        else:
            indent = self._column(parent.keys[key].start)
            lines = "\n".join(write_pair(key, value, indent)).lstrip(" ")
            self._add(parent.keys[key].start, max(node.stop, parent.keys[key].stop), lines)

    def _change_scalar(self, node: Scalar, key: Scalar, value: Any) -> None:
        used = self._column(node.start)
        written = write_value(value, self._column(key.start), used)
        comment = self.text[node.stop : self.lines.line_end(node.stop)].strip()
        if "\n" in written and comment:
            written = write_inline(str(value))
        self._add(node.start, node.stop, written if node.stop > node.start else f" {written}")

    def _insert_key(self, node: Mapping, key: str, value: Any, order: AbstractSequence[str], indent: int) -> None:
        """Insert a key after the nearest one that goes before it in the order of a written brief."""
        before = set(order[: order.index(key)]) if key in order else set(node.keys)
        anchors = [name for name in node.keys if name in before]
        lines = "\n".join(write_pair(key, value, indent))
        if not anchors:
            first = next(iter(node.keys.values())).start
            self._add(first, first, lines.lstrip(" ") + "\n" + " " * indent)
            return
        anchor = max(anchors, key=lambda name: node.values[name].stop)
        gap = "\n\n" if key in SPACED and order is BRIEF_KEYS else "\n"
        self._insert_below(self._stop(node, anchor), gap + lines)

    def _remove_key(self, node: Mapping, key: str) -> None:
        if len(node.keys) == 1:
            raise NotSpliced
        start = node.keys[key].start
        line_start = self._line_start(start)
        names = list(node.keys)
        if self.text[line_start:start].strip():  # it stands behind the dash of an item
            following = names.index(key) + 1
            if following == len(names):
                raise NotSpliced
            self._add(start, node.keys[names[following]].start, "")
            return
        self._add(line_start, self._after_line(self._stop(node, key)), "")

    # Lists

    def _change_list(self, root: Mapping, name: str, old: AbstractSequence[Data], new: list[Entry]) -> None:
        if list(old) == [entry.data for entry in new]:
            return
        node = root.values.get(name)
        items = [entry.data for entry in new]
        if node is None:
            self._insert_key(root, name, _ordered_items(name, items), BRIEF_KEYS, 0)
            return
        if not isinstance(node, Sequence) or not node.items:
            key = root.keys[name]
            lines = "\n".join(write_pair(name, _ordered_items(name, items), 0))
            self._add(key.start, max(node.stop, key.stop + 1), lines)
            return
        if node.flow:
            self._change_flow_list(node, old, new, items)
            return
        if not items and "#" not in self.text[node.start : node.stop]:
            self._remove_section(root, name)
            return
        kept = {entry.origin for entry in new if entry.origin is not None}
        for place, item in enumerate(node.items):
            if place not in kept:
                self._remove_item(node, place, item)
        if kept:
            self._change_items(node, name, old, new)
        elif items:
            lines = "\n".join(write_pair(name, _ordered_items(name, items), 0)[1:])
            self._insert_below(root.keys[name].stop, "\n" + lines)

    def _change_flow_list(self, node: Sequence, old: AbstractSequence[Data], new: list[Entry], items: Any) -> None:
        if [entry.origin for entry in new] != list(range(len(node.items))):
            self._replace(node, write_flow(items))
            return
        for place, entry in enumerate(new):
            inner = node.items[place]
            if isinstance(inner, Mapping):
                self._change_mapping(inner, old[place], entry.data, ())

    def _change_items(self, node: Sequence, name: str, old: AbstractSequence[Data], new: list[Entry]) -> None:
        indent = self._column(self._dash(node, 0))
        gap = "\n\n" if self._is_spaced(node, name) else "\n"
        waiting: list[str] = []
        last: Node | None = None
        for entry in new:
            if entry.origin is None:
                lines = "\n".join(write_item(_ordered(name, entry.data), indent))
                if last is None:
                    waiting.append(lines)
                else:
                    self._insert_below(last.stop, gap + lines)
                continue
            item = node.items[entry.origin]
            if isinstance(item, Mapping):
                self._change_mapping(item, old[entry.origin], entry.data, key_order(LISTED[name]))
            if last is None and waiting:
                at = self._line_start(self._dash(node, entry.origin))
                self._add(at, at, gap.join(waiting) + gap)
            last = item

    def _remove_section(self, root: Mapping, name: str) -> None:
        """Remove a list that has become empty, with the blank line below it."""
        stop = self._after_line(self._stop(root, name))
        after = self._after_line(stop) if stop < len(self.text) else stop
        if not self.text[stop:after].strip():
            stop = after
        self._add(self._line_start(root.keys[name].start), stop, "")

    def _remove_item(self, node: Sequence, place: int, item: Node) -> None:
        """Remove an item's lines, and the blank lines between it and the next; comments above it stay."""
        start = self._line_start(self._dash(node, place))
        stop = self._after_line(item.stop)
        while place + 1 < len(node.items) and stop < len(self.text):
            after = self._after_line(stop)
            if self.text[stop:after].strip():
                break
            stop = after
        self._add(start, stop, "")

    def _dash(self, node: Sequence, place: int) -> int:
        lowest = node.items[place - 1].stop if place else node.start
        dash = self.text.rfind("-", lowest, node.items[place].start)
        if dash < 0:
            raise NotSpliced
        return dash

    def _is_spaced(self, node: Sequence, name: str) -> bool:
        """Tell whether the items of a list are set apart by empty lines; of a single one, whether they would be."""
        if len(node.items) < 2:
            return name != "shared_text"
        between = self.text[self._after_line(node.items[0].stop) : self._dash(node, 1)]
        return any(not line.strip() for line in between.split("\n")[:-1])

    # Places

    def _add(self, start: int, stop: int, text: str) -> None:
        self.edits.append(_Edit(start, stop, text))

    def _replace(self, node: Node, text: str) -> None:
        self._add(node.start, node.stop, text)

    def _insert_below(self, stop: int, text: str) -> None:
        """Insert lines below the line that holds the end of a value, past a comment beside it."""
        end = self.lines.line_end(stop)
        self._add(end, end, text)

    def _stop(self, node: Mapping, key: str) -> int:
        return max(node.values[key].stop, node.keys[key].stop)

    def _column(self, index: int) -> int:
        return self.lines.place(index)[1] - 1

    def _line_start(self, index: int) -> int:
        return index - self._column(index)

    def _after_line(self, index: int) -> int:
        end = self.lines.line_end(index)
        return end + (2 if self.text.startswith("\r\n", end) else 1 if end < len(self.text) else 0)


def write_flow(value: Any) -> str:
    """Return a value in brackets and braces, on one line."""
    if isinstance(value, AbstractMapping):
        return (
            "{"
            + ", ".join(f"{write_inline(key, flow=True)}: {write_flow(one)}" for key, one in value.items())
            + "}"
        )
    if isinstance(value, list):
        return "[" + ", ".join(write_flow(one) for one in value) + "]"
    return write_inline(value, flow=True) if isinstance(value, str) else write_value(value, 0)


def _ordered_items(name: str, items: AbstractSequence[Data]) -> list[Data]:
    return [_ordered(name, item) for item in items]


def _ordered(name: str, item: Data) -> Data:
    """Return an item with its keys in the order they are written."""
    return {key: item[key] for key in key_order(LISTED[name]) if key in item}
