"""An article's key and a brief's slug are given once and then kept."""

import pytest

from generator.briefs.keys import assign_keys, assign_slug
from generator.model.article import Article
from generator.model.brief import ArticleEntry, Brief

ADDRESS = "https://www.harbour-post.example/ferry"


def _brief(**files: str) -> Brief:
    return Brief(title="Ferry", articles={key: ArticleEntry(file=file) for key, file in files.items()})


@pytest.mark.parametrize(
    ("article", "key"),
    [
        (Article("a.txt", "", outlet="The Harbour Post", published="2024-03-11"), "theharbourpost-2024-03-11"),
        (Article("a.txt", "", outlet="El País"), "elpais"),
        (Article("a.txt", "", outlet="news.example.org", url=ADDRESS, published="2024"), "harbourpost-2024"),
        (Article("a.txt", "", title="Ferry to the islands runs again"), "ferry-islands-runs"),
        (Article("a.txt", "", title="Ferry sinks", published="[2022-12-01..2022-12-31]"), "ferry-sinks-2022-12"),
        (Article("a.txt", "", title="Ferry sinks", published="2022-12-01?"), "ferry-sinks-2022-12-01"),
        (Article("a.txt", "", title="Ferry sinks", published="[2022-12-30..2023-01-02]"), "ferry-sinks"),
    ],
)
def test_a_new_key_is_outlet_and_date_as_far_as_they_are_known(article: Article, key: str) -> None:
    assert assign_keys([article], []) == (key,)


def test_a_stored_key_is_kept_and_never_given_twice() -> None:
    articles = [
        Article("new.txt", "", outlet="Post", published="2024-03-11"),
        Article("old.txt", "", outlet="Renamed", published="2025"),
    ]
    stored = [Brief(title="t", articles={"post-2024-03-11": ArticleEntry(file="old.txt")})]
    assert assign_keys(articles, stored) == ("post-2024-03-11-2", "post-2024-03-11")


def test_a_story_keeps_the_slug_of_the_brief_with_most_of_its_articles() -> None:
    briefs = {"one": _brief(a="a.txt"), "two": _brief(b="b.txt", c="c.txt")}
    assert assign_slug("Any title", {"a.txt", "b.txt", "c.txt"}, briefs, ()) == "two"
    assert assign_slug("Any title", {"a.txt", "b.txt", "c.txt"}, briefs, {"two"}) == "one"
    assert assign_slug("Ferry sinks", {"d.txt"}, briefs, ()) == "ferry-sinks"
    assert assign_slug("Ferry sinks", {"d.txt"}, briefs, {"ferry-sinks"}) == "ferry-sinks-2"
