"""Events are dated to the day they took place, and what is quoted, planned or denied is none."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from yaml_cases import cases

from generator.extract import extract
from generator.extract.events import find_events
from generator.extract.events.dating import certain
from generator.extract.sentences import split_sentences
from generator.extract.tokens import tokenize
from generator.model.article import Article
from generator.model.findings import DateMention, Event, Quotation


def _article(case: dict[str, Any]) -> Article:
    return Article(
        file="a.txt",
        text=case["text"].strip(),
        title=case.get("title"),
        published=case.get("published", "2022-06-15"),
    )


def _dates(article: Article, case: dict[str, Any]) -> list[DateMention]:
    found = [_date(article.text, words, edtf, "case") for words, edtf in case.get("dates", {}).items()]
    found += [_date(article.text, words, edtf, "clock") for words, edtf in case.get("clocks", {}).items()]
    for words, value in case.get("lasting", {}).items():
        start = article.text.index(words)
        found.append(DateMention(start, start + len(words), words, None, "DURATION", value, None, "case"))
    return sorted(found, key=lambda date: date.start)


def _date(text: str, words: str, edtf: str, rule: str) -> DateMention:
    start = text.index(words)
    kind: Any = "TIME" if rule == "clock" else "DATE"
    return DateMention(start, start + len(words), words, edtf, kind, edtf, None, rule)


def _quotations(article: Article, case: dict[str, Any]) -> list[Quotation]:
    spans = [(words, "direct") for words in case.get("quoted", [])]
    spans += [(words, "indirect") for words in case.get("reported", [])]
    found = []
    for group, (words, kind) in enumerate(spans):
        start = article.text.index(words)
        which: Any = kind
        found.append(Quotation(start, start + len(words), words, None, which, None, (), None, group, "case"))
    return found


def _check(article: Article, found: tuple[Event, ...], wanted: list[dict[str, Any]]) -> None:
    told = [(event.date, article.text[event.start : event.end], event.rule) for event in found]
    assert len(found) == len(wanted), told
    for event, case in zip(found, wanted, strict=True):
        assert case.get("text", "") in article.text[event.start : event.end]
        assert event.status == ("announced" if event.rule == "announced" else "happened")
        keys = case.keys() - {"text"}
        assert {key: getattr(event, key) for key in keys} == {key: case[key] for key in keys}, told


@pytest.mark.parametrize("case", cases("events"))
def test_events(case: dict[str, Any]) -> None:
    article = _article(case)
    sentences = split_sentences(article)
    tokens = tokenize(article.text, sentences)
    given_to = article, sentences, tokens, _dates(article, case), _quotations(article, case)
    _check(article, find_events(*given_to), case["events"])


def test_how_a_day_is_known_is_told() -> None:
    article = Article(file="a.txt", text="The court ruled on June 10. The owners left.", published="2022-06-15")
    dates = [_date(article.text, "June 10", "2022-06-10", "case")]
    sentences = split_sentences(article)
    ruled, left = find_events(article, sentences, tokenize(article.text, sentences), dates, ())
    assert (ruled.stated, ruled.how) == (True, "“June 10” in the text")
    assert (left.stated, left.how) == (False, "not dated in the text: the day of the news, “June 10” in the text")


@pytest.mark.parametrize(
    ("edtf", "date"),
    [
        ("2022-06-15", "2022-06-15"),
        ("2022-06-15?", "2022-06"),
        ("2022-06", "2022-06"),
        ("2022-06-30/2022-07-02", "2022"),
        ("202X", None),
        ("2022/..", None),
        ("nonsense", None),
    ],
)
def test_only_what_is_certain_of_a_date_is_given(edtf: str, date: str | None) -> None:
    assert certain(edtf) == date


PIECES = [
    "On Monday, ",
    "he said ",
    "was ",
    "when ",
    "and ",
    "since ",
    "left ",
    "“",
    ", ",
    ". ",
    "\n\n",
    "to ",
    "-",
    "not ",
    "will open ",
    "is due ",
    "until ",
]


@settings(deadline=None)  # the machine may be busy
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=4)), max_size=40).map("".join))
def test_any_text_gives_events_that_lie_within_one_sentence(text: str) -> None:
    article = Article(file="a.txt", text=text, published="2022-06-15")
    sentences = split_sentences(article)
    dates, at = [], text.find("Monday")
    while at >= 0:
        day = "2022-06-13" if at % 2 else "2022-06-20"
        dates.append(DateMention(at, at + 6, "Monday", day, "DATE", day, None, "weekday"))
        at = text.find("Monday", at + 1)
    for event in find_events(article, sentences, tokenize(text, sentences), dates, ()):
        assert any(sentence.start <= event.start < event.end <= sentence.end for sentence in sentences)


@pytest.mark.parametrize(
    ("text", "days"),
    [
        ("A flood forced 600 people to leave their homes in Norby on Monday, the police said.", ["2022-06-13"]),
        ("The mayor and the union agreed to resume talks on Monday, the mediator said.", []),
    ],
)
def test_news_that_somebody_tells_is_of_the_day_it_came_to(text: str, days: list[str]) -> None:
    found = extract(Article(file="a.txt", text=text, published="2022-06-15"))
    assert [event.date for event in found.events if event.rule == "dated.goal"] == days
