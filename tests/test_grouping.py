"""Articles about one event share a story; near-alike events of another time, place or people do not."""

import random
import string
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from yaml_cases import cases

from generator.model.article import Article
from generator.model.findings import Findings
from generator.stories.grouping import group_articles, group_stories, place_by_hand
from generator.stories.linkage import Span, link

NAMES = ["Arland", "Borovia", "Stern", "Rehn", "Kesh", "Tolund", "Norline", "Darvan", "Sahel", "Orda", "Lume"]
WORDS = ["pipeline", "court", "harbour", "ferry", "bank", "earthquake", "letter", "school", "strike", "vote"]


def _article(key: str, written: str) -> Article:
    """The first line of a case is the date of publication and the title."""
    first, _, text = written.partition("\n")
    published, _, title = first.partition(" ")
    return Article(
        file=f"{key}.txt", text=text, title=title or None, published=None if published == "unknown" else published
    )


def _articles(case: dict[str, Any]) -> list[Article]:
    return [_article(key, written) for key, written in case["articles"].items()]


@pytest.mark.parametrize("case", cases("grouping"))
def test_groups(case: dict[str, Any]) -> None:
    keys = list(case["articles"])
    assert [[keys[index] for index in story] for story in group_articles(_articles(case))] == case["stories"]


@pytest.mark.parametrize("case", cases("grouping"))
def test_the_order_of_the_articles_does_not_matter(case: dict[str, Any]) -> None:
    keys = list(case["articles"])
    random.Random(case["name"]).shuffle(keys)
    found = group_articles([_article(key, case["articles"][key]) for key in keys])
    assert sorted(sorted(keys[index] for index in story) for story in found) == case["stories"]


@pytest.mark.parametrize("case", cases("grouping"))
def test_findings_are_grouped_as_their_articles_are(case: dict[str, Any]) -> None:
    articles = _articles(case)
    findings = [Findings(article, (), (), (), (), (), ()) for article in articles]
    assert group_stories(findings) == group_articles(articles)


@given(st.lists(st.lists(st.sampled_from(NAMES + WORDS), max_size=12), max_size=12))
def test_every_article_is_in_one_story_and_stories_follow_their_first_articles(texts: list[list[str]]) -> None:
    stories = group_articles([Article(file=f"{n}.txt", text=" ".join(text)) for n, text in enumerate(texts)])
    assert sorted(index for story in stories for index in story) == list(range(len(texts)))
    assert all(list(story) == sorted(story) for story in stories)
    assert list(stories) == sorted(stories)


def test_many_stories_are_told_apart_by_their_keys() -> None:
    # More articles than are compared each with each.
    chance = random.Random(1)
    articles, expected = [], []
    for number in range(60):
        names = ["".join(chance.choices(string.ascii_lowercase, k=7)).title() for _ in range(8)]
        for at in range(3):
            words = chance.sample(names, 6) * 2 + chance.choices(WORDS, k=12)
            chance.shuffle(words)
            articles.append(Article(file=f"{number}-{at}.txt", text=" ".join(words)))
        expected.append((3 * number, 3 * number + 1, 3 * number + 2))
    assert group_articles(articles) == tuple(expected)


def test_events_on_one_subject_are_parted_by_what_only_they_have() -> None:
    chance = random.Random(2)
    subject = NAMES[:4] + WORDS
    events = [["".join(chance.choices(string.ascii_lowercase, k=7)).title() for _ in range(20)] for _ in range(2)]
    articles = []
    for at in range(20):
        words = subject + chance.sample(events[at % 2], 15)
        chance.shuffle(words)
        articles.append(Article(file=f"{at}.txt", text=" ".join(words)))
    assert group_articles(articles) == (tuple(range(0, 20, 2)), tuple(range(1, 20, 2)))
    assert group_articles(articles[:2]) == ((0, 1),), "alike enough to be on one subject"


def test_a_lone_article_on_a_subject_stays_with_the_rest() -> None:
    subject = " ".join(NAMES)
    texts = [
        f"{subject} {word}" for word in ("ferry ferries", "ferry ferries", "ferry ferries", "court letter vote")
    ]
    assert group_articles([Article(file=f"{at}.txt", text=text) for at, text in enumerate(texts)]) == (
        (0, 1, 2, 3),
    )


def test_a_chain_of_small_steps_joins_only_what_is_alike_on_average() -> None:
    chain = [{"a": 1.0}, {"a": 0.8, "b": 0.6}, {"b": 1.0}, {"b": 0.6, "c": 0.8}, {"c": 1.0}]
    assert link(chain, [Span()] * 5, [], least=0.5, gap=10) == [[0, 1], [2], [3, 4]]


def test_what_belongs_together_from_the_start_stays_together() -> None:
    assert link([{"a": 1.0}, {"b": 1.0}, {"c": 1.0}], [Span()] * 3, [(0, 2)], least=0.5, gap=10) == [[0, 2], [1]]


def test_spans_are_apart_by_the_days_between_them() -> None:
    june, december = Span(100, 110), Span(250, 280)
    assert june.apart(december) == december.apart(june) == 140
    assert june.apart(Span(105, 300)) == june.apart(Span()) == june.apart(Span(400, None)) == 0
    assert june.over(december) == Span(100, 280)
    assert june.over(Span()) == june


def test_an_article_that_was_moved_by_hand_is_in_the_story_of_its_brief() -> None:
    stories = ((0, 1, 2), (3, 4), (5,))
    assert place_by_hand(stories, {}) == stories
    assert place_by_hand(stories, {1: [1, 3, 4]}) == ((0, 2), (1, 3, 4), (5,))
    assert place_by_hand(stories, {5: [3, 5], 0: [0, 5, 3]}) == ((0, 3, 4, 5), (1, 2)), "a story may be left empty"
    assert place_by_hand(stories, {0: [0, 1], 1: [0, 1]}) == ((0, 1), (2,), (3, 4), (5,)), "a brief of its own"
