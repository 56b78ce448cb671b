"""Slips of the hand that YAML notices late or calls by another name: tabs and strange spaces, merges, indents."""

import re
from collections.abc import Iterator

QUOTE_IT = "put the whole text in double quotes, or on the next line after >-"
# <<<<<<< HEAD | ======= | >>>>>>> of-a-branch
_MERGE_MARK = re.compile(r"^(?:<{7}|>{7})(?:[ \t\r][^\n]*)?$|^={7}\r?$", re.MULTILINE)
# a tab among the blanks that a line begins with
_TAB = re.compile(r"[ -]*\t")
# a no-break space, or another blank of printers, before a key or right behind its colon
_STRANGE = re.compile(r"[ -]*(?:[a-z_]+: *)?(?P<blank>[\u00a0\u2000-\u200a\u202f\u205f\u3000])")
# key_facts: | articles:
_HEADING = re.compile(r"^[a-z_]+:[^\n]*$", re.MULTILINE)
# text: [some data] may have been accessed
_BRACKET = re.compile(r": ([\[{])")
# the line below that of an article's key:    file: harbour.txt
_FILE = re.compile(r" +file:")

Explained = tuple[int, str, str]


def find_merge_conflicts(text: str) -> Iterator[Explained]:
    """Yield each merge conflict of a version control system that nobody has resolved, from its first mark on."""
    began: int | None = None
    ended = len(text)
    for mark in _MERGE_MARK.finditer(text):
        if mark[0][0] == "<":
            began = mark.start()
        elif mark[0][0] == ">" and began is not None:
            line = text.count("\n", 0, mark.start()) + 1
            hint = "keep what is right of the two versions, and delete the lines <<<<<<<, ======= and >>>>>>>"
            yield began, f"two people changed this: a merge conflict begins here and ends in line {line}", hint
            began, ended = None, mark.end()
        elif began is None:
            yield mark.start(), "this line was left behind by a merge conflict", "delete it"
    if began is not None and ended != began:
        hint = "keep what is right of the two versions, and delete the lines <<<<<<< and ======="
        yield began, "two people changed this: a merge conflict begins here", hint


def find_strange_blank(text: str, here: int) -> Explained | None:
    """Return what is wrong if a blank that is none to YAML stands in the line of `here`, or in the one above."""
    start = _line_start(text, here)
    tab = _TAB.match(text, start)
    if tab is not None:
        hint = "use spaces in its place, as many as the lines beside it begin with"
        return tab.end() - 1, "a tab stands where the line is indented", hint
    above = _line_start(text, len(text[:start].rstrip()))
    for line in (start, above):
        strange = _STRANGE.match(text, line)
        if strange is not None:
            hint = "delete it and type it anew; it came with what was pasted"
            return strange.start("blank"), "this space is not an ordinary one", hint
    return None


def explain_indent(text: str, here: int) -> Explained:
    """Explain a line that the parser cannot fit in with those above it."""
    start = _line_start(text, here)
    bracket = _BRACKET.search(text, start, here)
    if bracket is not None and text[:here].rstrip(" ")[-1:] in {"]", "}"}:
        return bracket.start(1), f"a text cannot begin with {bracket[1]}", QUOTE_IT
    message, hint = "this line does not fit in with those above it", "indent it as the lines beside it"
    if not text.startswith("- ", here):
        return here, message, hint
    first = _first_item(text, start)
    if first is None:
        hint = "put back the line that stood above it, such as “key_facts:”, or indent it as the lines beside it"
        return here, "a list begins here, and no heading stands above it", hint
    line, indent = first
    return here, message, f"begin it with {indent} spaces, as line {line} does"


def _first_item(text: str, start: int) -> tuple[int, int] | None:
    """Return the line of the first item below the last heading above `start`, and by how much it is indented."""
    headings = list(_HEADING.finditer(text, 0, start))
    if not headings:
        return None
    end = headings[-1].end()
    begin = len(text) - len(text[end:].lstrip())
    if not text.startswith("- ", begin):
        return None
    return text.count("\n", 0, begin) + 1, begin - _line_start(text, begin)


def missing_above(text: str, start: int, here: int) -> str | None:
    """Return a hint if the “key:” from `start` to `here` looks like one whose heading was deleted."""
    key = text[start:here].strip(" -")
    below = text[text.find("\n", here) + 1 :]
    if _FILE.match(below):
        return "is the line “articles:” missing above it? if not, indent it as the keys beside it"
    if "-" in key and len(re.findall(rf"^ +{re.escape(key)}:", text, re.MULTILINE)) > 1:
        return "is the line “evidence:” missing above it? if not, indent it as the keys beside it"
    return None


def _line_start(text: str, index: int) -> int:
    return text.rfind("\n", 0, index) + 1
