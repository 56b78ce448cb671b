"""The comments of a YAML file: what stands behind a # outside every key and value."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass

from generator.briefs.yaml_text import Document, Mapping, Node, Scalar

# > # a comment may stand behind the sign of a block text
_HEADER = re.compile(r"[|>][^\n\r]*")
# # as the editor wrote it
_COMMENT = re.compile(r"#[^\n\r]*")


@dataclass(frozen=True, slots=True)
class Comments:
    """Every comment of a file and where it begins, in order."""

    starts: tuple[int, ...]
    texts: tuple[str, ...]

    def between(self, start: int, stop: int) -> tuple[str, ...]:
        """Return the comments that begin between two offsets."""
        return self.texts[bisect_left(self.starts, start) : bisect_left(self.starts, stop)]


def find_comments(document: Document) -> Comments:
    """Return the comments of a document; a # within a key or value is none."""
    text = document.text
    found: list[tuple[int, str]] = []
    at = 0
    for scalar in sorted(_scalars(document.root), key=lambda scalar: scalar.start):
        header = _HEADER.match(text, scalar.start) if scalar.style in {"|", ">"} else None
        found += _in_gap(text, at, header.end() if header else scalar.start)
        at = scalar.stop
    found += _in_gap(text, at, len(text))
    return Comments(tuple(start for start, _ in found), tuple(comment for _, comment in found))


def _in_gap(text: str, start: int, stop: int) -> list[tuple[int, str]]:
    return [(match.start(), match[0].rstrip()) for match in _COMMENT.finditer(text, start, stop)]


def _scalars(node: Node) -> Iterator[Scalar]:
    """Yield every key and value."""
    if isinstance(node, Scalar):
        yield node
    elif isinstance(node, Mapping):
        yield from node.keys.values()
        for value in node.values.values():
            yield from _scalars(value)
    else:
        for item in node.items:
            yield from _scalars(item)
