"""In what way a question is open, and what stands beside a line because of it: its mark, its counts, its cells."""

from dataclasses import replace
from typing import get_args

import pytest
from good_site import read_good

from generator.model.brief import ArticleEntry, FigureItem, KeyFact, OpenQuestion, QuestionKind, TimelineEntry
from generator.pages.coverage import coverage_of
from generator.pages.figure_views import figure_view
from generator.pages.items import Place, question_view
from generator.pages.legend import meanings_of
from generator.pages.openness import KINDS, badge_of, badges_of, kind_words, questions_on, tally
from generator.pages.passages import origins_of, told_in
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
    assert KINDS.keys() == {*get_args(QuestionKind)}


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


def event(**evidence: str) -> TimelineEntry:
    return TimelineEntry(date="2024-05-06", text="The dam at Solvik was neglected", evidence=evidence)


def test_a_dated_event_is_marked_as_a_fact_is() -> None:
    assert [mark for mark, _ in questions_on(event(post=SENTENCE), [question("position")])] == ["Disputed"]
    assert not questions_on(event(mail=SENTENCE), [question("position")])


@pytest.mark.parametrize(
    ("asked", "marked"),
    [
        ("Were 12 or 15 boats lost?", True),
        ("Were twelve or 15 boats lost?", True),
        ("Were 112 or 115 boats lost?", False),
        ("Were 12,500 boats lost?", False),
    ],
)
def test_a_figure_is_marked_where_its_number_is_asked_about(asked: str, marked: bool) -> None:
    figure = FigureItem(measure="boats", value=12, as_written="twelve", evidence={"post": SENTENCE})
    questions = [question("number", question=asked), question("position", question=asked)]
    assert [mark for mark, _ in questions_on(figure, questions)] == (["Disputed"] if marked else [])


@pytest.mark.parametrize(
    ("rule", "evidence", "words"),
    [
        ("position.asserts", {"post": SENTENCE}, "One side’s claim"),
        ("position.accuses", {"post": [SENTENCE, "The harbour denies it."]}, "Disputed"),
        ("position.claims-to-be", {"post": SENTENCE}, "Disputed"),
        (None, {"post": SENTENCE}, "Disputed"),
    ],
)
def test_a_claim_with_nothing_against_it_is_not_called_disputed(
    rule: str | None, evidence: dict[str, object], words: str
) -> None:
    one = question("position", rule=rule, evidence=evidence)
    assert badge_of(one.item).words == words
    assert not kind_words(one.item).startswith(words)


def test_a_question_wears_its_mark_wherever_it_stands_and_beside_it_how_far_it_is_answered() -> None:
    asked = {status: question("forecast", status=status, answer="It did.") for status in ("partly", "answered")}
    assert [one.words for one in badges_of(question("forecast").item)] == ["Not known"]
    assert [one.words for one in badges_of(asked["partly"].item)] == ["Not known", "Partly answered"]
    assert [one.words for one in badges_of(asked["answered"].item)] == ["Answered"]


def test_a_report_that_is_stronger_than_the_words_quoted_says_so() -> None:
    stronger = question("paraphrase", rule="paraphrase.stronger")
    assert badge_of(stronger.item).words == "Reported more strongly than quoted"
    assert [mark for mark, _ in questions_on(fact(post=SENTENCE), [stronger])] == [
        "Reported more strongly than quoted"
    ]
    assert [mark for mark, _ in questions_on(fact(post=SENTENCE), [question("paraphrase")])] == ["Two wordings"]


def test_what_is_told_twice_has_another_sign_than_what_is_disputed() -> None:
    kinds = {badge_of(question(kind).item).kind for kind in ("readout", "paraphrase")}
    assert kinds == {"beside"}
    assert badge_of(question("position").item).kind == "disputed"
    assert [one.term for one in meanings_of([question("readout"), question("position")])] == [
        "Disputed",
        "Two accounts",
    ]


def test_questions_are_counted_alike_everywhere() -> None:
    answered = question("position", status="answered", answer="It was.")
    partly = question("position", status="partly", answer="It may have been.")
    assert tally([question("date"), partly, answered]) == "one question open, one answered in part, one answered"
    assert tally([question("date")]) == "one question open"
    assert tally([answered]) == "no questions open, one answered"


def test_outlets_are_counted_only_where_all_are_named() -> None:
    named = [article("a", "Post"), article("b", "Mail", "a")]
    assert origins_of(named).words == "One text, two outlets"
    assert origins_of([*named, article("c", None)]).words == "Two separate texts, three articles"
    assert origins_of([article("a", "Post")]).words == "Post only"
    assert origins_of([article("c", None)]).words == "One article, outlet not named"


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


def test_an_article_without_some_of_a_facts_words_has_it_in_other_words() -> None:
    told = fact(post=SENTENCE, mail="Nobody took care of the dam at Solvik.", news="The Solvik dam was neglected.")
    papers = [article("post", "Post"), article("mail", "Mail"), article("news", "News")]
    coverage = coverage_of([Placed(told, "stories/dam", "0", "dam--0", None)], [], papers, publish(read_good()))
    assert coverage is not None
    assert [cell.carried for cell in coverage.rows[0].cells] == ["whole", "part", "whole"]


def test_of_two_halves_of_one_sentence_neither_says_who_carries_the_other() -> None:
    site = publish(read_good())
    whole = "The dam at Solvik was neglected, so the harbour office warned the town."
    half = fact(post=whole, mail="The dam at Solvik was neglected.").model_copy(
        update={"text": "The dam at Solvik was neglected […]."}
    )
    other = fact(post=whole).model_copy(update={"text": "[…] the harbour office warned the town."})
    placed = [Placed(one, "stories/dam", str(n), f"dam--{n}", None) for n, one in enumerate((half, other))]
    coverage = coverage_of(placed, [], [article("post", "Post"), article("mail", "Mail")], site)
    assert coverage is not None
    assert [[cell.carried for cell in row.cells] for row in coverage.rows] == [["whole", "whole"], ["whole", "out"]]


def test_an_article_that_shares_a_formula_alone_is_no_origin_of_a_fact() -> None:
    told = fact(post=SENTENCE, mail=SENTENCE).model_copy(update={"differs": {"mail": ["shares only “neglected”"]}})
    assert told_in(told) == ["post"]


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


@pytest.mark.parametrize(("period", "meant"), [("2022", None), ("2022?", "2022"), (None, None)])
def test_what_came_of_a_forecast_for_an_uncertain_year_is_told_with_a_doubt(
    period: str | None, meant: str | None
) -> None:
    item = FigureItem(measure="boats", value=12, as_written="12", period=period, evidence={"post": "12 boats"})
    good = read_good()
    post = {"ellery-post-2024-03-12": "12 boats"}
    site, item = publish(good), item.model_copy(update={"evidence": post})
    view = figure_view(Placed(item, "stories/dam", "boats", "dam--boats", None), Place(site, "stories/dam"))
    assert view.meant == meant
