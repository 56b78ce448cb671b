"""YAML as people type it: every scalar is its own text, and every node keeps its place in the file.

Refused, each with its place: tags, anchors and aliases, duplicate keys, more than one document, nesting deeper
than 20, files over 5 MB or not in UTF-8. `no`, `12:30`, `1.10` and `010` are just that text; only a plain
`null`, `~` or nothing at all is None.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Any

import yaml

from generator.briefs.lines import Lines, read_text
from generator.briefs.slips import find_merge_conflicts
from generator.briefs.syntax import explain_syntax
from generator.errors import ContentError, ContentErrors

MAX_DEPTH = 20
MOST_PROBLEMS = 100
NULLS = frozenset({"", "~", "null"})
_STARTS = (yaml.MappingStartEvent, yaml.SequenceStartEvent)
_ENDS = (yaml.MappingEndEvent, yaml.SequenceEndEvent)
# What YAML does not allow in a file at all: control characters, surrogates, U+FFFE, U+FFFF.
_UNPRINTABLE = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@dataclass(slots=True)
class Scalar:
    """A value or key, from `start` to `stop` of the document's text. `style` is "" (plain), ', ", | or >."""

    text: str
    style: str
    start: int
    stop: int

    @property
    def is_null(self) -> bool:
        return not self.style and self.text in NULLS


@dataclass(slots=True)
class Mapping:
    """Keys and their values, in the file's order; `flow` is the form in braces."""

    start: int
    stop: int
    flow: bool
    keys: dict[str, Scalar] = field(default_factory=dict)
    values: dict[str, "Node"] = field(default_factory=dict)


@dataclass(slots=True)
class Sequence:
    """A list; `flow` is the form in brackets."""

    start: int
    stop: int
    flow: bool
    items: list["Node"] = field(default_factory=list)


Node = Scalar | Mapping | Sequence
Loc = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Document:
    """One file: its text, its nodes, and what is wrong with it so far."""

    lines: Lines
    root: Node
    problems: tuple[ContentError, ...] = ()

    @property
    def text(self) -> str:
        return self.lines.text

    def error(self, index: int, message: str, hint: str | None = None) -> ContentError:
        """Return an error at the character `index` of the text."""
        return self.lines.error(index, message, hint)

    def node(self, loc: Loc) -> Node:
        """Return the node at `loc`, or the deepest one on the way there."""
        return self._walk(loc)[0]

    def key(self, loc: Loc) -> Scalar | None:
        """Return the key that the deepest node at `loc` stands under; None in a list or at the top."""
        return self._walk(loc)[1]

    def _walk(self, loc: Loc) -> tuple[Node, Scalar | None]:
        node: Node = self.root
        key: Scalar | None = None
        for step in loc:
            if isinstance(node, Mapping) and step in node.values:
                key = node.keys[str(step)]
                node = node.values[str(step)]
            elif isinstance(node, Sequence) and isinstance(step, int) and step < len(node.items):
                key = None
                node = node.items[step]
        return node, key


def read_yaml(path: Path, shown_as: str) -> Document:
    """Read and parse one file; raises ContentErrors where nothing more can be checked."""
    return parse_yaml(read_text(path, shown_as), shown_as)


def parse_yaml(text: str, file: str) -> Document:
    """Parse one YAML document.

    What leaves the rest readable (a tag, an alias, a duplicate key) is kept in `problems`; raises ContentErrors
    where it does not (broken syntax, a file with nothing in it).
    """
    lines = Lines(file, text)
    bad = [
        lines.error(match.start(), f"U+{ord(match[0]):04X}, a character that no text has", "remove it")
        for match in _UNPRINTABLE.finditer(text)
    ]
    bad += [lines.error(*conflict) for conflict in islice(find_merge_conflicts(text), MOST_PROBLEMS)]
    if bad:
        raise ContentErrors(bad)
    builder = _Builder(lines)
    try:
        builder.build(yaml.parse(text, Loader=yaml.CBaseLoader))
    except yaml.MarkedYAMLError as problem:
        found = lines.error(*explain_syntax(problem, text))
        explained = any(known.line == found.line for known in builder.problems)
        raise ContentErrors(builder.problems if explained else [*builder.problems, found]) from None
    if builder.root is None:
        raise ContentErrors([*builder.problems, ContentError(file, 1, 1, "the file has nothing in it")])
    return Document(lines, builder.root, tuple(builder.problems))


def to_data(node: Node) -> Any:
    """Return the node as dicts, lists, texts and None."""
    if isinstance(node, Mapping):
        return {key: to_data(value) for key, value in node.values.items()}
    if isinstance(node, Sequence):
        return [to_data(item) for item in node.items]
    return None if node.is_null else node.text


def walk_scalars(node: Node) -> Iterator[Scalar]:
    """Yield every value (not key) below `node`, in the file's order."""
    if isinstance(node, Scalar):
        yield node
        return
    for child in node.values.values() if isinstance(node, Mapping) else node.items:
        yield from walk_scalars(child)


class _Builder:
    """Builds nodes from the parser's events, without recursion, so that depth costs nothing."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.problems: list[ContentError] = []
        self.root: Node | None = None
        self._open: list[Mapping | Sequence] = []
        self._keys: list[Scalar | None] = []
        self._doubled: set[int] = set()

    def build(self, events: Iterable[Any]) -> None:
        documents = 0
        for event in events:
            kind = type(event)
            if kind is yaml.DocumentStartEvent:
                documents += 1
                if documents > 1:
                    self._report(event, "a second document begins here", "one file holds one brief: remove the ---")
                    return
            elif kind is yaml.AliasEvent:
                hint = "write the text out; a text that begins with * needs quotation marks"
                self._report(event, f"*{event.anchor} is a YAML alias, which is not used here", hint)
                self._add(Scalar("", '"', event.start_mark.index, event.end_mark.index))
            elif kind is yaml.ScalarEvent:
                self._check_node(event)
                self._add(self._scalar(event))
            elif kind in _STARTS:
                self._check_node(event)
                if len(self._open) >= MAX_DEPTH:
                    found = self.lines.error(event.start_mark.index, f"nested more than {MAX_DEPTH} deep")
                    raise ContentErrors([*self.problems, found])
                self._start(event)
            elif kind in _ENDS:
                self._end(event)

    def _scalar(self, event: Any) -> Scalar:
        start, stop = event.start_mark.index, event.end_mark.index
        style = event.style or ""
        if style in {"|", ">"}:  # the parser counts the empty lines and comments below as part of it
            stop = start + len(self.lines.text[start:stop].rstrip(" \t\r\n"))
        return Scalar(event.value, style, start, stop)

    def _start(self, event: Any) -> None:
        kind = Mapping if isinstance(event, yaml.MappingStartEvent) else Sequence
        node = kind(event.start_mark.index, event.end_mark.index, bool(event.flow_style))
        if self._add(node):
            self._open.append(node)
            self._keys.append(None)

    def _end(self, event: Any) -> None:
        node = self._open.pop()
        self._keys.pop()
        children = list(node.values.values()) if isinstance(node, Mapping) else node.items
        if node.flow:
            node.stop = event.end_mark.index
        elif children:
            node.stop = max(child.stop for child in children)

    def _add(self, node: Node) -> bool:
        """Put a node where the parser is."""
        if not self._open:
            self.root = node
            return True
        parent = self._open[-1]
        if isinstance(parent, Sequence):
            parent.items.append(node)
            return True
        key = self._keys[-1]
        if key is not None:
            self._keys[-1] = None
            if key.text not in parent.keys:
                parent.keys[key.text], parent.values[key.text] = key, node
            return True
        if isinstance(node, Scalar):
            if node.text in parent.keys:
                self._note_second(node, parent)
            self._keys[-1] = node
            return True
        hint = "a text that begins with [ or { needs quotation marks"
        raise ContentErrors([*self.problems, self.lines.error(node.start, "a key must be a text", hint)])

    def _note_second(self, key: Scalar, mapping: Mapping) -> None:
        """Note a key that stands twice; where the first key of an item comes again, so may all that follow it."""
        in_list = len(self._open) > 1 and isinstance(self._open[-2], Sequence)
        if in_list and id(mapping) in self._doubled:
            return
        first, _ = self.lines.place(mapping.keys[key.text].start)
        hint = f"the first is in line {first}; remove one"
        if in_list and next(iter(mapping.keys)) == key.text:
            self._doubled.add(id(mapping))
            hint += ", or write “- ” before it if another item begins here"
        self._note(key.start, f"the key “{key.text}” stands here a second time", hint)

    def _check_node(self, event: Any) -> None:
        if event.anchor is not None:
            hint = "write the text out; a text that begins with & needs quotation marks"
            self._report(event, f"&{event.anchor} is a YAML anchor, which is not used here", hint)
        if event.tag is not None:
            hint = "remove it; a text that begins with ! needs quotation marks"
            self._report(event, f"{event.tag} is a YAML tag, which is not used here", hint)

    def _report(self, event: Any, message: str, hint: str) -> None:
        self._note(event.start_mark.index, message, hint)

    def _note(self, index: int, message: str, hint: str) -> None:
        """Note a problem; a file with very many is not read to its end."""
        if len(self.problems) >= MOST_PROBLEMS:
            hint = "mend those above first: they often have one cause"
            raise ContentErrors([*self.problems, self.lines.error(index, "more mistakes from here on", hint)])
        self.problems.append(self.lines.error(index, message, hint))
