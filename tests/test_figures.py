"""Figures are read with their unit, bound, measure, period and counter; what only looks like one is left alone."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml_cases import cases

from generator.extract.figures import find_figures, with_preferred_names
from generator.extract.sentences import split_sentences
from generator.extract.tokens import tokenize
from generator.model.article import Article
from generator.model.brief import NameEntry
from generator.model.findings import DateMention, Figure, Name, Quotation


def _figures(case: dict[str, Any]) -> tuple[Figure, ...]:
    text = case["text"]
    article = Article(file="a.txt", text=text, published="2022-06-15")
    names = [
        Name(text.index(name), text.index(name) + len(name), name, kind, None, "case")
        for name, kind in case.get("names", {}).items()
    ]
    dates = [_date(text, words, edtf, "DATE", edtf) for words, edtf in case.get("dates", {}).items()]
    dates += [_date(text, words, None, "DURATION", value) for words, value in case.get("durations", {}).items()]
    known = [NameEntry(name=name, also=also, kind="organisation") for name, also in case.get("known", {}).items()]
    dates.sort(key=lambda date: date.start)
    sentences = split_sentences(article)
    said = [_said(text, words, speaker) for words, speaker in case.get("said", {}).items()]
    found = find_figures(article, sentences, tokenize(text, sentences), names, dates, said)
    return with_preferred_names(found, known)


def _said(text: str, words: str, speaker: str) -> Quotation:
    start = text.index(words)
    return Quotation(start, start + len(words), words, speaker, "indirect", "said", (), None, 0, "case")


def _date(text: str, words: str, edtf: str | None, kind: Any, value: str) -> DateMention:
    start = text.index(words)
    return DateMention(start, start + len(words), words, edtf, kind, value, None, "case")


@pytest.mark.parametrize("case", cases("figures"))
def test_figures(case: dict[str, Any]) -> None:
    found = _figures(case)
    assert [figure.text for figure in found if figure.text not in case["text"]] == []
    assert len(found) == len(case["figures"]), [figure.text for figure in found]
    for figure, wanted in zip(found, case["figures"], strict=True):
        assert {key: getattr(figure, key) for key in wanted} == wanted


PIECES = [
    "$",
    "1,",
    "5 km ",
    "US$",
    "half of ",
    "up ",
    "-",
    "said ",
    "trade ",
    "%",
    "2,5",
    "9" * 30,
    "’s",
    "\n\n",
    "and ",
    ", 000 ",
    ". 8 ",
    "a third ",
    "magnitude ",
]


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=5)), max_size=40).map("".join))
def test_any_text_gives_figures_that_stand_in_it_in_order(text: str) -> None:
    article = Article(file="a.txt", text=text)
    sentences = split_sentences(article)
    found = find_figures(article, sentences, tokenize(text, sentences), (), ())
    assert [figure.start for figure in found] == sorted(figure.start for figure in found)
    for figure in found:
        assert figure.text == text[figure.start : figure.end]
        assert figure.measure is None or figure.measure in text
