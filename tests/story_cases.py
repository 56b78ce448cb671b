"""Stories made by hand for the tests: the findings are given as words of the text, not found by the extraction."""

import re
from typing import Any

from generator.extract.sentences import split_sentences
from generator.model.article import Article
from generator.model.briefing import SharedGroup, Story
from generator.model.findings import DateMention, Event, Figure, Findings, Name, NameKind, Quotation


def story_of(case: dict[str, Any]) -> Story:
    """Return the story of a case: `articles` by key, and `shared`, lists of the keys that print one text."""
    keys = tuple(case["articles"])
    shared = tuple(
        SharedGroup(tuple(keys.index(key) for key in group), case.get("agency")) for group in case.get("shared", [])
    )
    findings = tuple(findings_of(key, article) for key, article in case["articles"].items())
    return Story(keys, findings, shared)


def findings_of(key: str, given: dict[str, Any]) -> Findings:
    text = given["text"].strip()
    article = Article(
        file=f"{key}.txt",
        text=text,
        title=given.get("title"),
        outlet=given.get("outlet"),
        published=given.get("published"),
        how_dated="given" if given.get("published") else None,
    )
    return Findings(
        article,
        split_sentences(article),
        tuple(sorted(_names(text, given), key=lambda name: name.start)),
        tuple(sorted((_quotation(text, one) for one in given.get("quotations", [])), key=lambda one: one.start)),
        tuple(sorted((_date(text, one) for one in given.get("dates", [])), key=lambda one: one.start)),
        tuple(sorted((_event(text, one) for one in given.get("events", [])), key=lambda one: one.start)),
        tuple(sorted((_figure(text, one) for one in given.get("figures", [])), key=lambda one: one.start)),
    )


def _span(text: str, words: str) -> tuple[int, int]:
    start = text.index(words)
    return start, start + len(words)


def _names(text: str, given: dict[str, Any]) -> list[Name]:
    """Return every mention of the article's `names` (persons, with their `roles`), `organisations` and `places`.

    `families` are family names that stand alone, with the person that each means.
    """
    found, taken = [], set[int]()
    organisations, places = given.get("organisations", []), given.get("places", [])
    for name in sorted([*given.get("names", []), *organisations, *places], key=len, reverse=True):
        start = text.find(name)
        while start >= 0:
            if start not in taken:
                taken.update(range(start, start + len(name)))
                kind: NameKind = (
                    "organisation" if name in organisations else "place" if name in places else "person"
                )
                gender = given.get("genders", {}).get(name)
                role = given.get("roles", {}).get(name)
                found.append(Name(start, start + len(name), name, kind, role, "test", gender))
            start = text.find(name, start + 1)
    for family, name in given.get("families", {}).items():
        gender = given.get("genders", {}).get(name)
        for match in re.finditer(rf"\b{family}\b", text):
            if match.start() not in taken and not text[: match.start()].endswith(f"{name.removesuffix(family)}"):
                found.append(Name(match.start(), match.end(), name, "person", None, "test", gender))
    return found


def _quotation(text: str, given: dict[str, Any]) -> Quotation:
    start, end = _span(text, given["text"])
    return Quotation(
        start, end, given["text"], given.get("speaker"), given.get("kind", "direct"), given.get("cue", "said"),
        tuple(given.get("via", [])), given.get("to"), given.get("group", start), "test",
    )  # fmt: skip


def _date(text: str, given: dict[str, Any]) -> DateMention:
    start, end = _span(text, given["text"])
    edtf, how = given.get("edtf"), f"“{given['text']}” in the test"
    return DateMention(start, end, given["text"], edtf, "DATE", edtf or "XXXX", how, "test")


def _event(text: str, given: dict[str, Any]) -> Event:
    start, end = _span(text, given["text"])
    stated = given.get("stated", False)
    rule = given.get("rule", "test")
    return Event(start, end, given["date"], given["date"], stated, "from the test", rule)


def _figure(text: str, given: dict[str, Any]) -> Figure:
    start, end = _span(text, given["text"])
    value, unit, bound = float(given["value"]), given.get("unit"), given.get("bound")
    period, measure, counted_by = given.get("period"), given.get("measure"), given.get("counted_by")
    status = given.get("status", "reported")
    rule = given.get("rule", "test")
    return Figure(start, end, given["text"], value, unit, bound, period, measure, counted_by, status, rule)
