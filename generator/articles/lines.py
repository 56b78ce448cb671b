"""Give every line of an article's file one class: metadata, text, a row, a heading, or dropped with a reason."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from generator.articles.blocks import Block
from generator.articles.boilerplate import caption_reason, goes_on, is_closed, is_label, match_boilerplate
from generator.articles.header import Header, is_dated_two_ways
from generator.articles.results import find_results
from generator.articles.unclosed import lost_its_stop, pairs_of_words
from generator.model.article import LineEdits

# A line without a stop that is as long as a sentence is a caption, a teaser or a standfirst, not a heading.
_HEADING_WORDS = 12
_LIST_ITEMS = 3
# An appeal at the end of a page has the buttons of its form below it, “Monthly”, “Not now?”, “Remind me later.”:
# after this many of them another short line is one too, closed or not, where nothing longer follows.
_BUTTONS = 2
_BUTTON_WORDS = 6
_LIST = "an item of a list or table, not a sentence"
_FRAGMENT = "no closing stop: a caption, a teaser or a standfirst"
_LABEL = "a label after the end of the article"
_TWO_WAYS = "a date that can be read in two ways"
_PICTURE = "picture without words"
# • the coast line | - the coast line | 2) the coast line
_ITEM = re.compile(r"(?:[-*•‣◦▪–—·]|\(?\d{1,2}[.)])\s+\S")
_BY_HAND = "dropped by an editor"
Form = Literal["plain", "markdown", "page"]
NO_EDITS = LineEdits()


@dataclass(frozen=True, slots=True)
class Line:
    """A block with its class; `why` says why it was dropped. A row lists a result: text, no sentence."""

    block: Block
    kind: Literal["metadata", "text", "row", "heading", "dropped"]
    why: str | None = None


def class_lines(blocks: Sequence[Block], header: Header, form: Form = "plain") -> tuple[Line, ...]:
    """Give every block exactly one class; takes the standfirst, if there is one, into the header."""
    lines: list[Line] = []
    running: tuple[str, str] | None = None  # the kind of block that a boilerplate line began, and why
    last_text = max((i for i, b in enumerate(blocks) if i not in header.used and is_closed(b.text)), default=-1)
    buttons = _first_of_short_end(blocks)
    started = False
    for index, block in enumerate(blocks):
        if index in header.used or (not started and _repeats_title(block, header)):
            lines.append(Line(block, "metadata"))
            continue
        if not (form == "markdown" and block.text.startswith("#")) and (found := match_boilerplate(block.text)):
            why, begins = found
            # A slogan above the article is a line of its own: what follows it is the article.
            running = (begins, why) if begins and started else running
            lines.append(Line(block, "dropped", why))
        elif running and (_goes_on(running[0], block.text) or (index >= buttons and _below_buttons(lines))):
            lines.append(Line(block, "dropped", running[1]))
        elif _is_standfirst(block, header, form, started=started):
            header.standfirst = block.text
            lines.append(Line(block, "metadata"))
        else:
            running = None
            lines.append(_class_prose(block, form, is_last=index > last_text))
            started = started or lines[-1].kind == "text"
    return _keep_results(_class_lists(_take_back(lines), form))


def apply_edits(lines: Sequence[Line], edits: LineEdits) -> tuple[Line, ...]:
    """Give the lines that an editor restored or dropped the class that they were given by hand."""
    return tuple(
        Line(line.block, "text")
        if line.block.text in edits.restore
        else Line(line.block, "dropped", _BY_HAND)
        if line.block.text in edits.drop
        else line
        for line in lines
    )


def _goes_on(begun: str, line: str) -> bool:
    return goes_on(line) if begun == "appeal" else not is_closed(line)


def _below_buttons(before: Sequence[Line]) -> bool:
    above = before[-_BUTTONS:]
    return all(line.kind == "dropped" and len(line.block.text.split()) <= _BUTTON_WORDS for line in above)


def _first_of_short_end(blocks: Sequence[Block]) -> int:
    """Return the number of the first block behind which, itself included, all are as short as a button."""
    for index in range(len(blocks), 0, -1):
        if len(blocks[index - 1].text.split()) > _BUTTON_WORDS:
            return index
    return 0


def _repeats_title(block: Block, header: Header) -> bool:
    return header.title is not None and block.text.lstrip("# ").casefold() == header.title.casefold()


def _is_standfirst(block: Block, header: Header, form: Form, *, started: bool) -> bool:
    """A line under the title that is as long as a sentence and has no stop."""
    if started or form == "page" or not header.title or header.standfirst is not None:
        return False
    long_enough = len(block.text.split()) > _HEADING_WORDS
    return long_enough and not is_closed(block.text) and not caption_reason(block.text)


def _class_prose(block: Block, form: Form, *, is_last: bool) -> Line:
    if not block.text:
        return Line(block, "dropped", _PICTURE)
    if form == "markdown" and block.text.startswith("#"):
        return Line(block, "heading")
    if why := caption_reason(block.text):
        return Line(block, "dropped", why)
    if is_closed(block.text):
        return Line(block, "text")
    if is_dated_two_ways(block.text):
        return Line(block, "dropped", _TWO_WAYS)
    if form != "page" and is_last and is_label(block.text):
        return Line(block, "dropped", _LABEL)
    if len(block.text.split()) <= _HEADING_WORDS:
        return Line(block, "heading")
    return Line(block, "text") if form == "page" else Line(block, "dropped", _FRAGMENT)


def _take_back(lines: Sequence[Line]) -> list[Line]:
    """Make text of the sentences without a stop that stand between lines of text: nothing of it is lost."""
    texts = [number for number, line in enumerate(lines) if line.kind == "text"]
    if all(line.why != _FRAGMENT for line in lines) or not texts:
        return list(lines)
    said = pairs_of_words(lines[number].block.text for number in texts)
    return [
        Line(line.block, "text")
        if line.why == _FRAGMENT and texts[0] < number < texts[-1] and lost_its_stop(line.block.text, said)
        else line
        for number, line in enumerate(lines)
    ]


def _class_lists(lines: Sequence[Line], form: Form) -> tuple[Line, ...]:
    """Three and more headings in a row head nothing: they are the items of a list or a table.

    In a page's body, which was found by its markup, they are its text; so are marked items below a line of
    text that ends in a colon. Other rows of plain text may be anything.
    """
    result: list[Line] = []
    for kind, run in groupby(lines, key=lambda line: line.kind):
        items = list(run)
        if kind == "heading" and _is_list_of(result, items):
            items = [Line(item.block, "text") for item in items]
        elif kind == "heading" and len(items) >= _LIST_ITEMS:
            items = [
                Line(item.block, "text") if form == "page" else Line(item.block, "dropped", _LIST) for item in items
            ]
        result += items
    return tuple(result)


def _keep_results(lines: Sequence[Line]) -> tuple[Line, ...]:
    """Make rows of the lines that list results, also of those below the last sentence."""
    own = [line.kind in {"text", "heading"} or line.why in {_LIST, _LABEL, _FRAGMENT} for line in lines]
    prose = " ".join(line.block.text for line in lines if line.kind in {"text", "metadata"})
    rows = find_results([line.block.text if may else "" for line, may in zip(lines, own, strict=True)], prose)
    return tuple(Line(line.block, "row") if number in rows else line for number, line in enumerate(lines))


def _is_list_of(before: Sequence[Line], items: Sequence[Line]) -> bool:
    """Tell whether items belong to the sentence that announces them: “It names these lines:”."""
    announced = bool(before) and before[-1].kind == "text" and before[-1].block.text.endswith(":")
    return announced and all(_ITEM.match(item.block.text) for item in items)
