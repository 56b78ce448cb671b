"""Broken YAML in plain words: where it began, and what to write instead."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

import yaml

from generator.briefs.slips import QUOTE_IT, explain_indent, find_strange_blank, missing_above

# key: some text: more text
_KEY = re.compile(r"[^\s:#][^:#]*:(?:\s|$)")
# title:Ferry resumes | -text: The ferry sailed
_NO_BLANK = re.compile(r"(?:- )*(?:(?P<dash>-)(?=[a-z_]+:)|[a-z_]+(?P<colon>:)(?=[^\s:/]))")


@dataclass(frozen=True, slots=True)
class _Quoted:
    """A text in quotation marks, from the first to behind the last."""

    start: int
    stop: int


def explain_syntax(problem: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str | None]:
    """Return the index to point at, what is wrong there in plain words, and what to do.

    The parser notices many mistakes lines after they were made; where it knows the beginning, that is shown.
    """
    here = problem.problem_mark.index if problem.problem_mark else 0
    began = problem.context_mark.index if problem.context_mark else here
    what = problem.problem or ""
    context = problem.context or ""
    here = min(here, len(text))
    if (blank := find_strange_blank(text, here)) is not None:
        return blank
    if "quoted scalar" in context:
        return _unclosed(what, began, here, text)
    if (last := _last_quoted(text, here)) is not None:
        return _behind_quoted(last, here, text)
    if "simple key" in context:
        return began, *_no_key(text, began)
    if "alias" in context or "anchor" in context:
        return began, f"a text cannot begin with {text[began : began + 1]}", QUOTE_IT
    if "flow sequence" in context or "flow mapping" in context:
        return _not_closed(began, text)
    if "block scalar" in context:
        return here, "after > or | the text begins on the next line", "write >- and break the line"
    if "tag" in context or "tag" in what:
        return began, "a text cannot begin with !", QUOTE_IT
    return _other(what, began, here, text)


def _not_closed(began: int, text: str) -> tuple[int, str, str]:
    if text[began : began + 1] == "{":
        return began, "the { that opens here is not closed", "add the }, or put a text with { in quotes"
    return began, "the list that opens here with [ is not closed", "add the ], or put a text with [ in quotes"


def _last_open(text: str, here: int) -> int | None:
    """Return where the innermost [ or { begins that is open at `here`."""
    opened: list[int] = []
    try:
        for token in yaml.scan(text, Loader=yaml.CBaseLoader):
            if token.start_mark.index >= here:
                break
            if isinstance(token, yaml.FlowSequenceStartToken | yaml.FlowMappingStartToken):
                opened.append(token.start_mark.index)
            elif isinstance(token, yaml.FlowSequenceEndToken | yaml.FlowMappingEndToken) and opened:
                opened.pop()
    except yaml.MarkedYAMLError:
        pass
    return opened[-1] if opened else None


def _last_quoted(text: str, here: int) -> _Quoted | None:
    """Return the text in quotation marks right behind which the parser stopped, if it stopped at one."""
    last: _Quoted | None = None
    try:
        for quoted in _all_quoted(text):
            if quoted.stop > here:
                break
            last = quoted
    except yaml.MarkedYAMLError:
        pass
    return last if last and not text[last.stop : here].strip(" \t") else None


def _all_quoted(text: str) -> Iterator[_Quoted]:
    for token in yaml.scan(text, Loader=yaml.CBaseLoader):
        if isinstance(token, yaml.ScalarToken) and token.style in {"'", '"'}:
            yield _Quoted(token.start_mark.index, token.end_mark.index)


def _behind_quoted(last: _Quoted, here: int, text: str) -> tuple[int, str, str]:
    """Explain what stands behind a closing mark: over several lines, the opening one was left open."""
    mark = text[last.start]
    if "\n" in text[last.start : last.stop]:
        line = text.count("\n", 0, last.stop) + 1
        message = f"the quotation mark that opens here is closed only by that of another text, in line {line}"
        return last.start, message, f"close it with {mark} where its text ends"
    hint = f"put the whole text in quotes; write {_WITHIN[mark]}"
    return here, "there is text after the closing quotation mark", hint


_WITHIN = {
    '"': '\\" for a quotation mark within double quotes',
    "'": "'' for an apostrophe within single quotes, or use double quotes",
}


def _unclosed(what: str, began: int, here: int, text: str) -> tuple[int, str, str]:
    if "escape" in what:
        hint = r"write \\ for a backslash, or use single quotes"
        return here, f"{text[here : here + 2]} means nothing in double quotes", hint
    return (
        began,
        "the quotation mark that opens here is never closed",
        (f"close it with {text[began]}, or write the text without it after >-"),
    )


def _other(what: str, began: int, here: int, text: str) -> tuple[int, str, str | None]:
    if "mapping values are not allowed" in what:
        return _second_colon(here, text)
    if "cannot start any token" in what:
        return here, f"a text cannot begin with {text[here : here + 1]}", QUOTE_IT
    if "expected key" in what:
        if text[here : here + 1] in {"]", "}"}:
            return here, f"there is a {text[here]} too many", f"remove it; for a text, {QUOTE_IT}"
        return explain_indent(text, here)
    if "expected '-'" in what:
        if (missing := _NO_BLANK.match(text, here)) and missing["dash"]:
            return here + 1, "there must be a blank after this dash", "write “- ”"
        return here, "this line does not belong to the list above it", "begin it with “- ”, or indent it further"
    if "block sequence entries" in what:
        return here, "a list cannot begin here", f"begin it on a line of its own; for a text, {QUOTE_IT}"
    if "node content" in what or "document start" in what:
        sign = text[here : here + 1]
        if sign in {"]", "}", ","}:
            return here, f"there is a {sign} too many, or a text begins with it", QUOTE_IT
        if (opened := _last_open(text, here)) is not None:
            return _not_closed(opened, text)
        return here, "nothing may follow here", "remove it, or indent it as part of what stands above"
    if "incompatible" in what or "directive" in what:
        return text.rfind("\n", 0, here) + 1, "a line cannot begin with %", "remove it"
    if "keys are not allowed" in what:
        return here, "a text cannot begin with “? ”", QUOTE_IT
    return here, f"this is not YAML ({what})", f"the mistake may begin above; {QUOTE_IT}"


def _second_colon(here: int, text: str) -> tuple[int, str, str]:
    start = text.rfind("\n", 0, here) + 1
    if _KEY.match(text[start:here].lstrip(" -")):
        return here, "a second “: ” in this line", QUOTE_IT
    above = _line_above(text, start)
    if above is not None and (found := _explain_above(text, above)) is not None:
        return found
    hint = missing_above(text, start, here)
    hint = hint or "indent it as the keys beside it; a text over several lines goes below >-"
    return here, "a “key:” cannot stand here, below a text", hint


def _explain_above(text: str, start: int) -> tuple[int, str, str] | None:
    """Explain the line at `start` (its first sign) if it is what made the line below it wrong."""
    line = text[start : text.find("\n", start)]
    missing = _NO_BLANK.match(line)
    if missing:
        sign = missing.lastgroup or ""
        at = start + missing.end(sign)
        return at, f"there must be a blank after this {sign}", f"write “{text[at - 1]} ”"
    if ":" not in line and not text[:start].rstrip(" \n"):
        return start, *_no_key(text, start)
    return None


def _line_above(text: str, start: int) -> int | None:
    """Return where the words of the last line above `start` begin that is not empty."""
    above = text[:start].rstrip()
    if not above:
        return None
    begin = above.rfind("\n") + 1
    return begin + len(above[begin:]) - len(above[begin:].lstrip(" "))


def _no_key(text: str, start: int) -> tuple[str, str]:
    missing = _NO_BLANK.match(text, start)
    if missing:
        return f"there must be a blank after the {missing.lastgroup} in this line", "write “key: text”"
    return "this line has no “key:”", "indent it as part of the text above, or write “key: text”"
