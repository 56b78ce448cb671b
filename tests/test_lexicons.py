"""The word lists: each says what it is for, is read, holds no word twice, and each reporting verb does its work."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.extract import extract
from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.findings import Quotation

PACKAGE = Path(__file__).parent.parent / "generator"
FILES = sorted((PACKAGE / "lexicon").glob("*.yml"))
# One word cannot be in both lists of these.
APART = (
    ("first_names", "masculine", "feminine"),
    ("first_names", "masculine", "neutral"),
    ("first_names", "feminine", "neutral"),
    ("titles", "masculine", "feminine"),
    ("forecasts", "ahead", "past"),
    ("tense", "future", "past"),
)


def _lists(value: Any, path: str = "") -> Iterator[tuple[str, list[str]]]:
    """Yield each list of words below a value, with the keys that lead to it."""
    if isinstance(value, list) and all(isinstance(one, str) for one in value):
        yield path, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _lists(inner, f"{path}.{key}".lstrip("."))
    elif isinstance(value, list):
        for inner in value:
            yield from _lists(inner, path)


def _tree(path: Path) -> Any:
    return yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_says_at_its_head_what_it_is_for(path: Path) -> None:
    head = re.match(r"(?:#.*\n)+", path.read_text(encoding="utf-8"))
    assert head and len(head[0].split()) > 6


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_list_holds_a_word_twice(path: Path) -> None:
    twice = {
        where: sorted({word for word in words if words.count(word) > 1})
        for where, words in _lists(read_lexicon(path.stem))
        if len(set(words)) < len(words)
    }
    assert not twice


# Lists whose order means something, or that a journalist reads by what their phrases have in common.
IN_ORDER = {
    "function_words.numbers",
    "forecasts.ahead",
    "forecasts.past",
    "background.phrases",
    "series.horizons",
}
# The keys of an article's front matter, the likeliest first; other names of an agency, the commonest first.
FILES_IN_ORDER = {"front_matter", "agencies"}


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.stem not in FILES_IN_ORDER], ids=lambda path: path.stem
)
def test_each_list_is_sorted(path: Path) -> None:
    """Right below a key of the file; comments may part a list into groups, which stand as somebody saw fit."""
    text = path.read_text(encoding="utf-8")
    for key, node in _tree(path).value if isinstance(_tree(path), yaml.MappingNode) else ():
        words = [one.value for one in node.value if isinstance(one, yaml.ScalarNode)] if _is_list(node) else []
        grouped = "#" in text[node.start_mark.index : node.end_mark.index]
        if not grouped and f"{path.stem}.{key.value}" not in IN_ORDER:
            assert words == sorted(words, key=lambda word: (word.casefold(), word)), key.value


def _is_list(node: yaml.Node) -> bool:
    return isinstance(node, yaml.SequenceNode)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_no_key_stands_twice(path: Path) -> None:
    """The later of two would silently replace the first."""

    def keys(node: yaml.Node) -> Iterator[str]:
        if isinstance(node, yaml.MappingNode):
            names = [key.value for key, _ in node.value]
            yield from (name for name in names if names.count(name) > 1)
        for inner in node.value if isinstance(node, yaml.CollectionNode) else ():
            for part in inner if isinstance(inner, tuple) else (inner,):
                yield from keys(part)

    assert not list(keys(_tree(path)))


@pytest.mark.parametrize(("file", "one", "other"), APART)
def test_lists_that_exclude_each_other_share_no_word(file: str, one: str, other: str) -> None:
    lexicon = read_lexicon(file)
    words, others = (value.split() if isinstance(value, str) else value for value in (lexicon[one], lexicon[other]))
    assert not set(words) & set(others)


@cache
def _strings() -> tuple[frozenset[str], ...]:
    """Return the strings that each module spells out: the lexicons it reads and their keys are among them."""
    trees = (ast.parse(path.read_text(encoding="utf-8")) for path in PACKAGE.rglob("*.py"))
    return tuple(
        frozenset(
            node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)
        )
        for tree in trees
    )


def _strings_beside(lexicon: str) -> frozenset[str]:
    """Return the strings of the modules that name a lexicon."""
    return frozenset().union(*(strings for strings in _strings() if lexicon in strings))


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_file_is_read(path: Path) -> None:
    assert _strings_beside(path.stem)


# Their keys are themselves words: names, dates, words with what they mean; or all keys are read in one loop.
KEYED_BY_WORDS = {"agencies", "outlets", "front_matter", "rules"}


@pytest.mark.parametrize(
    "path", [path for path in FILES if path.stem not in KEYED_BY_WORDS], ids=lambda path: path.stem
)
def test_each_key_is_used(path: Path) -> None:
    lexicon = read_lexicon(path.stem)
    used = _strings_beside(path.stem)
    assert not [key for key in lexicon if key not in used] if isinstance(lexicon, dict) else lexicon


def _past(line: str) -> str:
    """wrote, of write writes wrote written writing: the first form that is neither of the present nor in -ing."""
    return line.split()[2]


def _quotations(text: str) -> list[Quotation]:
    return list(extract(Article("a.txt", text, published="2022-06-15")).quotations)


def _lines(*frames: str) -> list[Any]:
    lexicon = read_lexicon("reporting")
    return [pytest.param(line, id=f"{frame}: {line.split()[0]}") for frame in frames for line in lexicon[frame]]


def _only_quoted() -> set[str]:
    return set(read_lexicon("reporting")["quoted_only"])


@pytest.mark.parametrize("line", _lines("clause", "finding", "mind"))
def test_a_verb_reports_the_clause_behind_that(line: str) -> None:
    if line.split(maxsplit=1)[0] in _only_quoted():
        return
    # What one person thought, nobody knows; what engineers did, they have let be known.
    who = "Engineers" if line.split(maxsplit=1)[0] in read_lexicon("reporting")["inward"] else "Ana Lopes"
    found = _quotations(f"{who} {_past(line)} that the old bridge would close in May.")
    assert [(one.kind, one.speaker, one.cue) for one in found] == [("indirect", who, _past(line))]


@pytest.mark.parametrize("line", _lines("tell"))
def test_a_verb_of_telling_names_whom_it_was_told(line: str) -> None:
    found = _quotations(f"Ana Lopes {_past(line)} Tomas Eide that the old bridge would close in May.")
    assert [(one.kind, one.speaker, one.cue) for one in found] == [("indirect", "Ana Lopes", _past(line))]
    assert found[0].addressee == "Tomas Eide"


@pytest.mark.parametrize("line", _lines("clause"))
def test_a_verb_attributes_the_words_before_it(line: str) -> None:
    found = _quotations(f"“The old bridge will close in May,” Ana Lopes {_past(line)}.")
    assert [(one.kind, one.speaker, one.cue) for one in found] == [("direct", "Ana Lopes", _past(line))]


@pytest.mark.parametrize("line", _lines("object"))
def test_a_verb_attributes_the_words_within_its_object(line: str) -> None:
    found = _quotations(f"Ana Lopes {_past(line)} the plan as “a gift to the islands of the north”.")
    assert {one.speaker for one in found if one.kind != "indirect"} == {"Ana Lopes"}


@pytest.mark.parametrize("line", _lines("infinitive"))
def test_a_verb_of_asking_takes_what_is_to_be_done(line: str) -> None:
    whom = "on the council " if line.startswith("call ") else ""
    found = _quotations(f"Ana Lopes {_past(line)} {whom}“to close the old bridge for the whole of May”.")
    assert {one.speaker for one in found if one.kind != "indirect"} == {"Ana Lopes"}
