"""In what way a question is open, and what stands beside a line because of it: its mark, its counts, its cells."""

from dataclasses import replace
from typing import get_args

import pytest
from good_site import read_good

from generator.model.brief import ArticleEntry, FigureItem, KeyFact, OpenQuestion, QuestionKind
from generator.pages.coverage import coverage_of
from generator.pages.items import Place, figure_view, question_view
from generator.pages.openness import LABELS, questions_on
from generator.pages.passages import origins_of
from generator.pages.published import Placed, PublishedArticle, publish
from generator.pages.story_top import before_after, disputed

SENTENCE = "The dam at Solvik was neglected, it is said."


def fact(**evidence: str) -> KeyFact:
    return KeyFact(text="The dam at Solvik was neglected", evidence=evidence)


def question(kind: QuestionKind, **more: object) -> Placed[OpenQuestion]:
    item = OpenQuestion.model_validate({"question": "Was it?", "kind": kind, "evidence": {"post": SENTENCE}} | more)
    return Placed(item, "stories/dam", "was-it", "dam--was-it", None)


def article(key: str, outlet: str | None, origin: str | None = None) -> PublishedArticle:
    return PublishedArticle(
        key, key, ArticleEntry(file=f"{key}.txt", outlet=outlet), None, outlet or key, origin or key
    )


def test_every_kind_of_question_has_a_short_word() -> None:
    assert LABELS.keys() == {*get_args(QuestionKind)}


@pytest.mark.parametrize(
    ("kind", "label"), [("position", "Disputed"), ("readout", "Two accounts"), ("accusation", "Not named")]
)
def test_the_top_of_a_story_says_in_what_way_each_is_open(kind: QuestionKind, label: str) -> None:
    assert [one.badge.words for one in disputed([question(kind)])] == [label]


def test_without_a_dispute_the_top_says_what_is_not_known() -> None:
    assert [one.badge.words for one in disputed([question("forecast"), question("unnamed")])] == [
        "Not known",
        "Not named",
    ]


@pytest.mark.parametrize(
    ("asked", "marks"),
    [
        (question("accusation"), ["Accuser not named"]),
        (question("number", evidence={"post": f"It rained. {SENTENCE}"}), ["Disputed"]),
        (question("position", status="answered", answer="It was."), []),
        (question("forecast"), []),
        (question("position", evidence={"post": "The dam will be built anew."}), []),
        (question("position", evidence={"mail": SENTENCE}), []),
    ],
)
def test_a_fact_is_marked_that_is_the_matter_of_a_question(asked: Placed[OpenQuestion], marks: list[str]) -> None:
    assert [mark for mark, _ in questions_on(fact(post=SENTENCE), [asked])] == marks


def test_outlets_are_counted_only_where_all_are_named() -> None:
    named = [article("a", "Post"), article("b", "Mail", "a")]
    assert origins_of(named).words == "One origin, two outlets"
    assert origins_of([*named, article("c", None)]).words == "Two origins, three articles"
    assert origins_of([article("c", None)]).words == "One origin, outlet not named"


def test_a_question_counts_no_origins() -> None:
    site = publish(read_good())
    story = next(story for story in site.stories if story.slug == "tunnel-opening")
    asked = site.items[story.slug].questions[0]
    assert question_view(asked, Place(site, "open-questions", spanning=True)).origins is None


def test_a_fact_in_other_words_is_neither_carried_whole_nor_left_out() -> None:
    site = publish(read_good())
    told = fact(post=SENTENCE, mail=SENTENCE).model_copy(update={"differs": {"mail": ["“bad” for “neglected”"]}})
    other = fact(post=SENTENCE, news="Of the dam at Solvik nobody took care.")
    placed = [Placed(one, "stories/dam", str(n), f"dam--{n}", None) for n, one in enumerate((told, other))]
    papers = [article("post", "Post"), article("mail", "Mail"), article("news", "News"), article("late", "Late")]
    coverage = coverage_of(placed, [], papers, site)
    assert coverage is not None
    assert [cell.carried for cell in coverage.rows[0].cells] == ["whole", "part", "part", "out"]


def test_stories_before_and_after_are_counted_through_others() -> None:
    good = read_good()
    first, last = good.briefs["tunnel-opening"], good.briefs["ferry-owners"]
    third = last.model_copy(update={"follows": "ferry-owners", "date": "2024-05-02"})
    site = publish(replace(good, briefs={"tunnel-opening": first, "ferry-owners": last, "third": third}))
    words = {story.slug: found.words for story in site.stories if (found := before_after(site, story))}
    assert words == {
        "tunnel-opening": "Two later stories",
        "ferry-owners": "One earlier story and one later story",
        "third": "Two earlier stories",
    }


def test_stories_that_follow_each_other_round_come_to_an_end() -> None:
    good = read_good()
    first = good.briefs["tunnel-opening"].model_copy(update={"follows": "ferry-owners"})
    site = publish(replace(good, briefs={**good.briefs, "tunnel-opening": first}))
    assert [found.words for story in site.stories if (found := before_after(site, story))] == [
        "One earlier story and one later story"
    ] * 2


def test_a_change_says_what_changed_before_how_much() -> None:
    item = FigureItem(
        measure="rise in fares",
        value=30,
        as_written="30 percent",
        bound="more than",
        period="2021",
        base="2019",
        evidence={"ellery-post-2024-03-12": "Fares were up more than 30 percent on 2019."},
    )
    site = publish(read_good())
    view = figure_view(Placed(item, "stories/dam", "fares", "dam--fares", None), Place(site, "stories/dam"))
    assert f"{view.change}: {view.quantity}" == "Rise in fares, 2021: more than 30 percent, compared with 2019"
