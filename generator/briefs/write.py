"""A brief as YAML: keys in the order a reader wants, long texts folded, nothing that reads back differently."""

from collections.abc import Mapping, Sequence
from typing import Any

from pydantic import BaseModel

from generator.briefs.read import parse_brief
from generator.briefs.scalars import WIDTH, write_inline, write_scalar
from generator.errors import ContentErrors
from generator.model.brief import (
    BRIEF_KEYS,
    SECTIONS,
    ArticleEntry,
    Brief,
    FigureItem,
    Item,
    Items,
    KeyFact,
    OpenQuestion,
    Overview,
    Part,
    Position,
    Quote,
    SharedText,
    TimelineEntry,
)

SCHEMA_LINE = "# yaml-language-server: $schema=../brief.schema.json"
OVERVIEW_SCHEMA_LINE = "# yaml-language-server: $schema=briefing.schema.json"
# These are shown although they are empty: their places ask an editor to fill them in.
SHOWN_EMPTY: dict[type[BaseModel], frozenset[str]] = {
    Brief: frozenset({"reviewed"}),
    ArticleEntry: frozenset({"title", "outlet", "published"}),
    SharedText: frozenset({"agency"}),
}
# YAML reads a longer key only where a question mark says that it is one.
LONGEST_KEY = 1000
SPACED = (*SECTIONS, "articles", "shared_text")
LISTED: dict[str, type[BaseModel]] = {
    "key_facts": KeyFact,
    "quotes": Quote,
    "timeline": TimelineEntry,
    "figures": FigureItem,
    "open_questions": OpenQuestion,
    "shared_text": SharedText,
    "positions": Position,
}


class NotWritable(ValueError):
    """A brief that YAML would not give back as it is: a mistake in the program, never in the content."""


def dump_brief(brief: Brief) -> str:
    """Return the brief as the text of its file.

    >>> print(dump_brief(Brief(title="A call", articles={"wire-2022": ArticleEntry(file="wire.txt")})), end="")
    # yaml-language-server: $schema=../brief.schema.json
    title: A call
    reviewed: null
    <BLANKLINE>
    articles:
      wire-2022:
        file: wire.txt
        title: null
        outlet: null
        published: null
    """
    text = dump_data(part_data(brief))
    try:
        same = parse_brief(text, "as written").brief == brief
    except ContentErrors as problem:
        raise NotWritable(str(problem)) from problem
    if not same:
        raise NotWritable(f"the brief “{brief.title}” would read back differently")
    return text


def dump_overview(overview: Overview) -> str:
    """Return the text of content/briefing.yml."""
    lines = (line for key, value in part_data(overview).items() for line in write_pair(key, value, 0))
    return "\n".join([OVERVIEW_SCHEMA_LINE, *lines]) + "\n"


def dump_data(data: Mapping[str, Any]) -> str:
    """Return the data of a brief, as `part_data` gives it, as the text of its file."""
    lines = [SCHEMA_LINE]
    for key, value in data.items():
        if key in SPACED:
            lines.append("")
        lines += write_pair(key, value, 0)
    return "\n".join(lines) + "\n"


def part_data(part: BaseModel) -> dict[str, Any]:
    """Return a part of a brief as it is written: keys in their order, without those that hold their default."""
    shown = SHOWN_EMPTY.get(type(part), frozenset())
    data: dict[str, Any] = {}
    for name in key_order(type(part)):
        value = getattr(part, name)
        if name in shown or value != type(part).model_fields[name].get_default(call_default_factory=True):
            data[name] = _data(value)
    return data


def ordered_items(name: str, items: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    """Return the items of a list of a brief with their keys as they are written."""
    return [part_data(LISTED[name].model_validate(item)) for item in items]


def key_order(model: type[BaseModel]) -> tuple[str, ...]:
    """Return the keys of a part in the order they are written: of an item its id, its own, then what all have."""
    if model is Brief:
        return BRIEF_KEYS
    names = tuple(model.model_fields)
    if issubclass(model, Items):
        return (*(name for name in names if name not in SECTIONS), *SECTIONS)
    if not issubclass(model, Item):
        return names
    own = tuple(name for name in names if name not in Item.model_fields)
    return ("id", *own, "locked", "hold", "correction", "evidence", "rule")


def write_pair(key: str, value: Any, indent: int) -> list[str]:
    """Return the lines of `key: value`, indented by `indent`."""
    start = " " * indent + _write_key(key, "\n" + " " * indent)
    if isinstance(value, Mapping):
        return [start, *(line for name, inner in value.items() for line in write_pair(name, inner, indent + 2))]
    if isinstance(value, Sequence) and not isinstance(value, str):
        return _write_list(start, value, indent)
    return f"{start} {write_value(value, indent, len(start) + 1)}".split("\n")


def _write_key(key: str, gap: str, *, flow: bool = False) -> str:
    """Return a key with its colon; a long one needs a question mark before it and a gap behind it."""
    written = write_inline(key, flow=flow)
    return f"{written}:" if len(written) < LONGEST_KEY else f"? {written}{gap}:"


def write_value(value: Any, indent: int, used: int = 0) -> str:
    """Return a value that is no list or mapping, for a key indented by `indent`."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e21 else repr(value)
    return write_scalar(value, indent, used)


def write_item(value: Any, indent: int) -> list[str]:
    """Return the lines of one item of a list whose dash is indented by `indent`."""
    dash = " " * indent + "- "
    if not isinstance(value, Mapping):
        return f"{dash}{write_value(value, indent, len(dash))}".split("\n")
    lines = [line for name, inner in value.items() for line in write_pair(name, inner, indent + 2)]
    return [dash + lines[0][indent + 2 :], *lines[1:]]


def write_flow(value: Any) -> str:
    """Return a value in brackets and braces, on one line."""
    if isinstance(value, Mapping):
        pairs = (f"{_write_key(key, ' ', flow=True)} {write_flow(one)}" for key, one in value.items())
        return f"{{{', '.join(pairs)}}}"
    if isinstance(value, list):
        return "[" + ", ".join(write_flow(one) for one in value) + "]"
    return write_inline(value, flow=True) if isinstance(value, str) else write_value(value, 0)


def _write_list(start: str, values: Sequence[Any], indent: int) -> list[str]:
    if all(isinstance(value, str) for value in values):
        inline = f"{start} [{', '.join(write_inline(value, flow=True) for value in values)}]"
        if len(inline) <= WIDTH:
            return [inline]
    lines = [start]
    for place, value in enumerate(values):
        if place and isinstance(value, Mapping) and "evidence" in value:
            lines.append("")
        lines += write_item(value, indent + 2)
    return lines


def _data(value: Any) -> Any:
    if isinstance(value, Part):
        return part_data(value)
    if isinstance(value, Mapping):
        return {key: _data(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_data(inner) for inner in value]
    return value
