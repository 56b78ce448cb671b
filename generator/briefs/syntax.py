"""Broken YAML in plain words: where it began, and what to write instead."""

import re

import yaml

_QUOTE_IT = "put the whole text in double quotes, or on the next line after >-"
# key: some text: more text
_KEY = re.compile(r"[^\s:#][^:#]*:(?:\s|$)")


def explain_syntax(problem: yaml.MarkedYAMLError, text: str) -> tuple[int, str, str | None]:
    """Return the index to point at, what is wrong there in plain words, and what to do.

    The parser notices many mistakes lines after they were made; where it knows the beginning, that is shown.
    """
    here = problem.problem_mark.index if problem.problem_mark else 0
    began = problem.context_mark.index if problem.context_mark else here
    what = problem.problem or ""
    context = problem.context or ""
    here = min(here, len(text))
    if "quoted scalar" in context:
        return _quoted(what, began, here, text)
    if "simple key" in context:
        return began, "this line has no “key:”", "indent it as part of the text above, or write “key: text”"
    if "alias" in context or "anchor" in context:
        return began, f"a text cannot begin with {text[began : began + 1]}", _QUOTE_IT
    if "flow sequence" in context:
        return began, "the list that opens here with [ is not closed", "add the ], or put a text with [ in quotes"
    if "flow mapping" in context:
        return began, "the { that opens here is not closed", "add the }, or put a text with { in quotes"
    if "block scalar" in context:
        return here, "after > or | the text begins on the next line", "write >- and break the line"
    if "tag" in context or "tag" in what:
        return began, "a text cannot begin with !", _QUOTE_IT
    return _other(what, began, here, text)


def _quoted(what: str, began: int, here: int, text: str) -> tuple[int, str, str]:
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
        if text[here : here + 1] == "\t" or "\t" in text[text.rfind("\n", 0, here) + 1 : here + 1]:
            return here, "a tab stands where the line is indented", "indent with spaces"
        return here, f"a text cannot begin with {text[here : here + 1]}", _QUOTE_IT
    if "expected key" in what:
        if _ends_quoted(here, text):
            hint = 'put the whole text in quotes; write \\" for a quotation mark within double quotes'
            return here, "there is text after the closing quotation mark", hint
        return here, "this line does not fit in with those above it", "indent it as the lines beside it"
    if "expected '-'" in what:
        return here, "this line does not belong to the list above it", "begin it with “- ”, or indent it further"
    if "block sequence entries" in what:
        return here, "a list cannot begin here", f"begin it on a line of its own; for a text, {_QUOTE_IT}"
    if "node content" in what or "document start" in what:
        sign = text[here : here + 1]
        if sign in {"]", "}", ","}:
            return here, f"there is a {sign} too many, or a text begins with it", _QUOTE_IT
        return here, "nothing may follow here", "remove it, or indent it as part of what stands above"
    if "incompatible" in what or "directive" in what:
        return here, "a line cannot begin with %", "remove it"
    return here, f"this is not YAML ({what})", f"the mistake may begin above; {_QUOTE_IT}"


def _second_colon(here: int, text: str) -> tuple[int, str, str]:
    line = text[text.rfind("\n", 0, here) + 1 : here]
    if _KEY.match(line.lstrip(" -")):
        return here, "a second “: ” in this line", _QUOTE_IT
    hint = "indent it as the keys beside it; a text over several lines goes below >-"
    return here, "a “key:” cannot stand here, below a text", hint


def _ends_quoted(here: int, text: str) -> bool:
    line = text[text.rfind("\n", 0, here) + 1 : here].rstrip()
    return line.endswith(('"', "'"))
