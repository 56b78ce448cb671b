"""Strings that break, steal or run where a program takes text for something else: ten thousand and more, and a
briefing in which every field that a person or an article can fill holds them.

Lists that others keep (Big List of Naughty Strings, html5lib's tokenizer tests), and strings put together from the
constructs of what a page goes through: YAML, Jinja, Markdown and its extensions, HTML, addresses, CSV, JSON.
"""

import json
import re
import typing
from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

from good_site import read_good
from pages_as_html import ROOT
from pydantic import BaseModel

from generator.model.article import Article, Dropped, Heading
from generator.model.brief import Brief, NameEntry, Text
from generator.model.briefing import Briefing
from generator.model.characters import clean

GENERATED = 4000
SEED = 20310402

_RUN = [
    "alert(1)", "window.__ran=1", "document.title=1", "fetch('//evil.example/x')", "eval('1')", "top.location=1",
]  # fmt: skip
_ADDRESSES = [
    "javascript:RUN", "JaVaScRiPt&colon;RUN", "data:text/html,<script>RUN</script>", "//evil.example/x",
    "https://evil.example/x.js", "vbscript:RUN", "java\tscript:RUN", "https://a@evil.example", "\\\\evil.example",
    "x' onerror='RUN", 'x" onload="RUN', "#\" onclick=RUN x=\"", "../../../../etc/passwd",
]  # fmt: skip
# By kind; parts of them stand for others: ADDRESS, RUN, and IN for any other construct.
_KINDS: dict[str, list[str]] = json.loads((ROOT / "tests/data/hostile_constructs.json").read_text("utf-8"))
_CONSTRUCTS = [text for kind in _KINDS.values() for text in kind]
# What would part an article's paragraph into two.
_ONE_PARAGRAPH = re.compile(r"\n\s*\n")
_WORDS = ["a", "the ferry", "x", "1", "Norsund", "“We”", "2022-06-15", "said"]


@cache
def hostile_strings() -> tuple[str, ...]:
    """Return more than 10,000 different strings, always the same."""
    found: dict[str, None] = {}
    for name in ("naughty_strings", "html5lib_tokenizer"):
        listed = json.loads((ROOT / "tests/data" / f"{name}.json").read_text("utf-8"))
        found |= dict.fromkeys(_writable(text) for text in listed)
    chance = Random(SEED)
    target = len(found) + GENERATED
    while len(found) < target:
        found |= {_writable(_construct(chance, chance.randrange(1, 4))): None}
    return tuple(text for text in found if text.strip() and clean(text).strip())


def fuzz(chance: Random) -> str:
    """Return a short mixture of signs and pieces of constructs."""
    signs = "<>&#;{}[]()*_`~^=!:/\\\"'|-+.1ab% \n\t$@?,\u2028\u202e\x00é"
    pieces = [
        chance.choice(signs) if chance.random() < 0.8 else chance.choice(_CONSTRUCTS)
        for _ in range(chance.randrange(1, 24))
    ]
    return _writable("".join(pieces))


def batches(size: int = 4000) -> list[str]:
    """Return all the strings as texts of up to so many characters, parted by blanks; each begins with a string."""
    texts: list[str] = []
    line = ""
    for text in hostile_strings():
        if line and len(line) + len(text) > size:
            texts.append(line)
            line = ""
        line = f"{line} {text}" if line else text[:size]
    return [*texts, line]


def _construct(chance: Random, depth: int) -> str:
    text = chance.choice(_CONSTRUCTS)
    while "IN" in text:
        inner = _construct(chance, depth - 1) if depth else chance.choice(_WORDS)
        text = text.replace("IN", inner, 1) if len(text) < 400 else text.replace("IN", "x")
    text = text.replace("ADDRESS", chance.choice(_ADDRESSES)).replace("RUN", chance.choice(_RUN))
    return text if chance.random() < 0.7 else chance.choice(_WORDS) + chance.choice(["", " ", "\n", "\n\n"]) + text


def _writable(text: str) -> str:
    """Return a text without lone surrogates, which no file can hold."""
    return text.encode("utf-8", "replace").decode("utf-8")


# What a field's text may not be: it names something that must be there, or is made of fixed words.
_REFERENCES = {"settled_by", "follows", "chart", "lead", "not_known", "file", "url"}
Words = Callable[[str], str]


def filled(words: Words) -> Briefing:
    """Return the invented briefing with `words(field)` in every field of free text, those that are empty too."""
    good = read_good()
    briefs = {slug: _filled(brief, words) for slug, brief in good.briefs.items()}
    names = tuple(_filled(entry, words) for entry in good.names)
    articles = {key: _article(article, words) for key, article in good.articles.items()}
    # A name that the pages look up, as each speaker of them does.
    names += (NameEntry(name=words("speaker"), role=words("role"), because=words("because")),)
    return Briefing(_filled(good.overview, words), briefs, articles, names, edited=frozenset(_references(briefs)))


def _references(briefs: dict[str, Brief]) -> Iterator[str]:
    for slug, brief in briefs.items():
        yield from (f"{slug}/{item.id}" for item in brief.key_facts[:1])


Part = typing.TypeVar("Part", bound=BaseModel)


def _filled(part: Part, words: Words) -> Part:
    data = {
        name: _value(name, field.annotation, field.metadata, getattr(part, name), words)
        for name, field in type(part).model_fields.items()
    }
    return type(part).model_validate(data)


def _value(name: str, kind: Any, limits: Any, value: Any, words: Words) -> Any:
    if name in _REFERENCES or (name == "quotes" and kind != list[Text] and not _are_parts(value)):
        return value
    if kind == Text | None or (kind is str and any(getattr(limit, "max_length", 0) == 10_000 for limit in limits)):
        return words(name)
    if kind == list[Text] and name != "quotes":
        return [words(name) for _ in value or [""]]
    if name == "evidence":
        return {
            key: [_passage(words) for _ in passages] if isinstance(passages, list) else _passage(words)
            for key, passages in value.items()
        }
    if name == "dropped":
        return {words(name): [words(name)]}
    if name == "differs":
        return {key: [words(name) for _ in texts] for key, texts in value.items()}
    if isinstance(value, list):
        return [_filled(one, words) if isinstance(one, BaseModel) else one for one in value]
    if isinstance(value, dict):
        return {key: _filled(one, words) if isinstance(one, BaseModel) else one for key, one in value.items()}
    return value


def _passage(words: Words) -> str:
    return _ONE_PARAGRAPH.sub("\n", clean(words("evidence")).strip())


def _are_parts(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(one, BaseModel) for one in value)


def _article(article: Article, words: Words) -> Article:
    paragraphs = [_passage(words) for _ in article.text.split("\n\n")]
    return replace(
        article,
        text="\n\n".join(paragraphs),
        title=words("title"), title_from=words("title_from"), standfirst=words("standfirst"),
        outlet=words("outlet"), author=words("author"), agency=words("agency"), how_dated=words("how_dated"),
        dateline=words("dateline"), encoding="utf-8",
        headings=(Heading(words("heading"), 0),), dropped=(Dropped(words("dropped"), words("why")),),
        recovered=(),
    )  # fmt: skip
