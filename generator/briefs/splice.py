"""Change a hand-edited file where its values changed, and leave every other byte as it is.

The parser's marks say where each value begins and ends; comments, order, quoting and blank lines between them
are not touched. The result is read again: it is only used if it says exactly what was meant.
"""

from collections import Counter
from collections.abc import Sequence as AbstractSequence
from typing import Any

from generator.briefs.comments import find_comments
from generator.briefs.edits import Edits, NotSpliced
from generator.briefs.keep import LISTS, Data, Entry, Merged, meaning
from generator.briefs.read import ReadBrief, ReadOverview, parse_brief, parse_overview
from generator.briefs.scalars import write_inline
from generator.briefs.write import (
    LISTED,
    SPACED,
    key_order,
    ordered_items,
    part_data,
    write_flow,
    write_item,
    write_pair,
    write_value,
)
from generator.briefs.yaml_text import Document, Mapping, Node, Scalar, Sequence
from generator.errors import ContentErrors
from generator.model.brief import BRIEF_KEYS, ArticleEntry, Overview

# The order of the keys below `articles:`, which are free: new ones go to the end.
_ARTICLES = ("*",)
_OVERVIEW_KEYS = key_order(Overview)


def splice(read: ReadBrief | ReadOverview, merged: Merged) -> str:
    """Return the text of the file changed to say what `merged` says; raise NotSpliced where that is not certain."""
    root = read.document.root
    if not isinstance(root, Mapping) or root.flow:
        raise NotSpliced
    text = _Splice(read).run(root, merged)
    parse = parse_brief if isinstance(read, ReadBrief) else parse_overview
    try:
        after: ReadBrief | ReadOverview = parse(text, read.document.lines.file)
    except ContentErrors as problem:
        raise NotSpliced from problem
    said = meaning(after.part)
    if said != merged.data or _lost_comments(read.document, after.document):
        raise NotSpliced
    return text


def commented_items(document: Document) -> dict[str, set[int]]:
    """Return the places, in each list, of the items that have a comment in them."""
    comments = find_comments(document)
    commented: dict[str, set[int]] = {}
    root = document.root
    for name in LISTS:
        node = root.values.get(name) if isinstance(root, Mapping) else None
        items = node.items if isinstance(node, Sequence) else []
        commented[name] = {
            place
            for place, item in enumerate(items)
            if comments.between(item.start, document.lines.line_end(item.stop))
        }
    return commented


def _lost_comments(before: Document, after: Document) -> bool:
    return bool(Counter(find_comments(before).texts) - Counter(find_comments(after).texts))


class _Splice:
    """Gathers the edits to one file; positions are those of the file before any of them."""

    def __init__(self, read: ReadBrief | ReadOverview) -> None:
        self.comments = find_comments(read.document)
        self.lines = read.document.lines
        self.text = read.document.text
        self.mine = meaning(read.part)
        self.order = BRIEF_KEYS if isinstance(read, ReadBrief) else _OVERVIEW_KEYS
        self.edits = Edits(read.document.lines)

    def run(self, root: Mapping, merged: Merged) -> str:
        own = {key: value for key, value in self.mine.items() if key not in LISTS}
        self._change_mapping(root, own, merged.values, self.order)
        for name in LISTS:
            self._change_list(root, name, self.mine.get(name, []), merged.lists[name])
        return self.edits.apply()

    # Mappings

    def _change_mapping(self, node: Mapping, old: Data, new: Data, order: AbstractSequence[str]) -> None:
        if old == new:
            return
        absent = [key for key in new if key not in node.values]
        gone = [key for key in old if key not in new]
        if node.flow and (gone or not node.keys):
            self.edits.replace(node.start, node.stop, write_flow(new))
            return
        if len(gone) == len(node.keys) and absent:
            self._write_anew(node.start, node.stop, {key: _whole(order, value) for key, value in new.items()})
            return
        for key in gone:
            self._remove_key(node, key)
        for key, value in new.items():
            if key in node.values and old.get(key) != value:
                self._change_value(node, key, old.get(key), value, _order_below(order, key))
        if node.flow:
            end = max(value.stop for value in node.values.values())
            self.edits.replace(end, end, "".join(f", {write_flow({key: new[key]})[1:-1]}" for key in absent))
            return
        indent = self.edits.column(next(iter(node.keys.values())).start)
        for key in absent:
            self._insert_key(node, key, new[key], order, indent)

    def _change_value(self, parent: Mapping, key: str, old: Any, value: Any, order: tuple[str, ...]) -> None:
        node = parent.values[key]
        if isinstance(node, Mapping) and isinstance(old, dict) and isinstance(value, dict):
            self._change_mapping(node, old, value, order)
        elif parent.flow:
            self.edits.replace(node.start, node.stop, write_flow(value))
        elif isinstance(node, Scalar) and not isinstance(value, dict | list):
            self._change_scalar(node, parent.keys[key], value)
        elif isinstance(value, list) and not isinstance(node, Scalar) and node.flow:
            self.edits.replace(node.start, node.stop, write_flow(value))
        else:
            self._write_anew(parent.keys[key].start, self._stop(parent, key), {key: value})

    def _write_anew(self, start: int, stop: int, pairs: Data) -> None:
        """Write pairs in place of those between two offsets; comments among them go above."""
        stop = self.lines.line_end(stop)
        indent = self.edits.column(start)
        above = self.comments.between(start, stop)
        lines = [line.removeprefix(" " * indent) for key in pairs for line in write_pair(key, pairs[key], indent)]
        self.edits.replace(start, stop, ("\n" + " " * indent).join([*above, *lines]))

    def _change_scalar(self, node: Scalar, key: Scalar, value: Any) -> None:
        used = self.edits.column(node.start)
        written = write_value(value, self.edits.column(key.start), used)
        comment = self.text[node.stop : self.lines.line_end(node.stop)].strip()
        if "\n" in written and comment:
            written = write_inline(str(value))
        first, _, rest = written.partition("\n")
        written = first + self._comment_of_block(node) + ("\n" + rest if rest else "")
        self.edits.replace(node.start, node.stop, written if node.stop > node.start else f" {written}")

    def _comment_of_block(self, node: Scalar) -> str:
        """Return the comment behind the sign of a block text, with the blanks before it: it stays."""
        head = self.text[node.start : self.lines.line_end(node.start)]
        sign = head.partition("#")[0]
        return head[len(sign.rstrip()) :] if node.style in {"|", ">"} and sign != head else ""

    def _insert_key(self, node: Mapping, key: str, value: Any, order: AbstractSequence[str], indent: int) -> None:
        """Insert a key after the nearest one that goes before it in the order of a written brief."""
        before = set(order[: order.index(key)]) if key in order else set(node.keys)
        anchors = [name for name in node.keys if name in before]
        lines = "\n".join(write_pair(key, _whole(order, value), indent))
        if not anchors:
            first = next(iter(node.keys.values())).start
            self.edits.replace(first, first, lines.lstrip(" ") + "\n" + " " * indent)
            return
        anchor = max(anchors, key=lambda name: node.values[name].stop)
        gap = "\n\n" if key in SPACED and order is BRIEF_KEYS else "\n"
        self.edits.insert_below(self._stop(node, anchor), gap + lines)

    def _remove_key(self, node: Mapping, key: str) -> None:
        if len(node.keys) == 1:
            raise NotSpliced
        start = node.keys[key].start
        line_start = self.edits.line_start(start)
        names = list(node.keys)
        if self.text[line_start:start].strip():  # it stands behind the dash of an item
            following = names.index(key) + 1
            if following == len(names):
                raise NotSpliced
            self.edits.replace(start, node.keys[names[following]].start, "")
            return
        stop = self.edits.after_line(self._stop(node, key))
        comments = self.comments.between(line_start, stop)
        self.edits.replace(
            line_start, stop, "".join(f"{self.text[line_start:start]}{comment}\n" for comment in comments)
        )

    # Lists

    def _change_list(self, root: Mapping, name: str, old: AbstractSequence[Data], new: list[Entry]) -> None:
        if list(old) == [entry.data for entry in new]:
            return
        node = root.values.get(name)
        items = [entry.data for entry in new]
        if node is None:
            self._insert_key(root, name, ordered_items(name, items), self.order, 0)
            return
        if not isinstance(node, Sequence) or not node.items:
            self._fill_section(root, name, items)
            return
        if node.flow:
            self._change_flow_list(node, old, new, items)
            return
        end = self.lines.line_end(node.stop)
        if not items and not self.comments.between(root.keys[name].start, end):
            self._remove_section(root, name)
            return
        kept = {entry.origin for entry in new if entry.origin is not None}
        for place, item in enumerate(node.items):
            if place not in kept:
                self._remove_item(node, place, item)
        if kept:
            self._change_items(node, name, old, new)
        elif items:
            lines = "\n".join(write_pair(name, ordered_items(name, items), 0)[1:])
            self.edits.insert_below(root.keys[name].stop, "\n" + lines)

    def _change_flow_list(self, node: Sequence, old: AbstractSequence[Data], new: list[Entry], items: Any) -> None:
        if [entry.origin for entry in new] != list(range(len(node.items))):
            self.edits.replace(node.start, node.stop, write_flow(items))
            return
        for place, entry in enumerate(new):
            inner = node.items[place]
            if isinstance(inner, Mapping):
                self._change_mapping(inner, old[place], entry.data, ())

    def _change_items(self, node: Sequence, name: str, old: AbstractSequence[Data], new: list[Entry]) -> None:
        indent = self.edits.column(self._dash(node, 0))
        gap = "\n\n" if self._is_spaced(node, name) else "\n"
        waiting: list[str] = []
        last: Node | None = None
        for entry in new:
            if entry.origin is None:
                lines = "\n".join(write_item(ordered_items(name, [entry.data])[0], indent))
                if last is None:
                    waiting.append(lines)
                else:
                    self.edits.insert_below(last.stop, gap + lines)
                continue
            item = node.items[entry.origin]
            if isinstance(item, Mapping):
                self._change_mapping(item, old[entry.origin], entry.data, key_order(LISTED[name]))
            if last is None and waiting:
                at = self.edits.line_start(self._dash(node, entry.origin))
                self.edits.replace(at, at, gap.join(waiting) + gap)
            last = item

    def _fill_section(self, root: Mapping, name: str, items: AbstractSequence[Data]) -> None:
        """Write items below a key that stands there without any: `quotes:`, `quotes: []` or `quotes: null`."""
        key, node = root.keys[name], root.values[name]
        colon = self.text.index(":", key.stop) + 1
        if node.stop > node.start:
            self.edits.replace(colon, node.stop, "")
        self.edits.insert_below(node.stop, "\n" + "\n".join(write_pair(name, ordered_items(name, items), 0)[1:]))

    def _remove_section(self, root: Mapping, name: str) -> None:
        """Remove a list that has become empty, with the blank line below it."""
        stop = self.edits.after_line(self._stop(root, name))
        after = self.edits.after_line(stop) if stop < len(self.text) else stop
        if not self.text[stop:after].strip():
            stop = after
        self.edits.replace(self.edits.line_start(root.keys[name].start), stop, "")

    def _remove_item(self, node: Sequence, place: int, item: Node) -> None:
        """Remove an item's lines, and the blank lines between it and the next; comments above it stay."""
        start = self.edits.line_start(self._dash(node, place))
        stop = self.edits.after_line(item.stop)
        while place + 1 < len(node.items) and stop < len(self.text):
            after = self.edits.after_line(stop)
            if self.text[stop:after].strip():
                break
            stop = after
        self.edits.replace(start, stop, "")

    def _dash(self, node: Sequence, place: int) -> int:
        lowest = node.items[place - 1].stop if place else node.start
        dash = self.text.rfind("-", lowest, node.items[place].start)
        if dash < 0:
            raise NotSpliced
        return dash

    def _is_spaced(self, node: Sequence, name: str) -> bool:
        """Tell whether the items of a list are set apart by empty lines; of a single one, whether they would be."""
        if len(node.items) < 2:
            return name not in {"shared_text", "positions"}
        between = self.text[self.edits.after_line(node.items[0].stop) : self._dash(node, 1)]
        return any(not line.strip() for line in between.split("\n")[:-1])

    def _stop(self, node: Mapping, key: str) -> int:
        return max(node.values[key].stop, node.keys[key].stop)


def _order_below(order: AbstractSequence[str], key: str) -> tuple[str, ...]:
    """Return the order of the keys of what stands under `key`, in a mapping that has this order."""
    if order is BRIEF_KEYS and key == "articles":
        return _ARTICLES
    return key_order(ArticleEntry) if order is _ARTICLES else ()


def _whole(order: AbstractSequence[str], value: Any) -> Any:
    """Return a value as it is written; of an article, with the keys that are shown although they are empty."""
    return part_data(ArticleEntry.model_validate(value)) if order is _ARTICLES else value
