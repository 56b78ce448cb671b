"""What the stories of a briefing add up to: series, forecasts settled, questions asked once, the overview."""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.briefs.ids import with_ids
from generator.briefs.overview import COPY, write_overview
from generator.briefs.store import write_briefs
from generator.model.brief import ArticleEntry, Brief, FigureItem, KeyFact, OpenQuestion, Quote
from generator.pipeline import generate
from generator.stories.across import compose_overview, join_briefs
from generator.stories.across.series import find_series

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "across.yml").read_text("utf-8"))
KINDS = {"date": "date", "forecast": "forecast", "accusation": "accusation"}


def named(part: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("case", [pytest.param(case, id=case["name"]) for case in CASES[part]])


def brief_of(slug: str, story: dict[str, Any]) -> Brief:
    figures = [figure_of(slug, number + 1, given) for number, given in enumerate(story.get("figures", []))]
    passages = [passage for figure in figures for passage in figure.evidence.values()]
    questions = [question_of(slug, given, passages) for given in story.get("questions", [])]
    articles = {f"{slug}-article": ArticleEntry(file=f"{slug}.txt")}
    return Brief(title=slug, date=story["date"], articles=articles, figures=figures, open_questions=questions)


def figure_of(slug: str, number: int, given: list[Any]) -> FigureItem:
    measure, written, value, unit, period, counter, status, passage, *rule = given
    return FigureItem(
        id=str(number), measure=measure, as_written=written, value=float(value), unit=unit, period=period,
        counted_by=counter, status=status, evidence={f"{slug}-article": passage}, rule=rule[0] if rule else "money",
    )  # fmt: skip


def question_of(slug: str, given: list[str], passages: list[Any]) -> OpenQuestion:
    question, rule = given
    kind: Any = KINDS.get(rule.split(".")[0], "position")
    evidence = {f"{slug}-article": list(passages) or f"What {slug} says."}
    return OpenQuestion(
        id=rule.replace(".", "-"), question=question, kind=kind, because="It is open.", evidence=evidence, rule=rule
    )


def briefs_of(case: dict[str, Any]) -> dict[str, Brief]:
    return {slug: brief_of(slug, story) for slug, story in case["stories"].items()}


@named("series")
def test_figures_of_one_measure_are_one_series(case: dict[str, Any]) -> None:
    series = find_series(briefs_of(case))
    assert [[figure.reference for figure in one.figures] for one in series] == case["together"]
    assert "named" not in case or [one.name for one in series] == [case["named"]]


def test_a_series_has_one_name_for_its_counter_and_each_figure_its_own_words() -> None:
    joined = join_briefs(briefs_of(CASES["series"][0]))
    figures = [figure for brief in joined.values() for figure in brief.figures]
    assert [figure.counted_by for figure in figures] == ["Norwegian customs"] * 2
    assert [figure.measure for figure in figures] == ["export volumes", "exports"]
    assert {figure.series for figure in figures} == {"exports (Norway and Sweden)"}


@named("settled")
def test_forecasts_are_settled_by_later_stories(case: dict[str, Any]) -> None:
    joined = join_briefs(briefs_of(case))
    settled = {
        f"{slug}/{figure.id}": figure.settled_by
        for slug, brief in joined.items()
        for figure in brief.figures
        if figure.settled_by
    }
    assert settled == case["settled"]
    questions = [question for brief in joined.values() for question in brief.open_questions]
    assert [question.answer for question in questions] == case["answers"]
    for question in questions:
        assert (question.status == "open") == (question.answer is None)
        assert (len(question.evidence) > 1) == (question.answer is not None or "because" in case)
        assert case.get("because", "") in question.because


def test_another_counter_is_told_as_another() -> None:
    joined = join_briefs(briefs_of(CASES["settled"][0]))
    assert "different services" in joined["spring"].open_questions[0].because


@named("repeated")
def test_a_question_of_several_stories_is_asked_once(case: dict[str, Any]) -> None:
    joined = join_briefs(briefs_of(case))
    assert {slug: len(brief.open_questions) for slug, brief in joined.items()} == case["asked"]
    first = next(brief for brief in joined.values() if brief.open_questions).open_questions[0]
    assert first.also_in == case["also_in"]
    assert len(first.evidence) == 1 + len(case["also_in"])


@named("differing")
def test_numbers_that_differ_between_stories_are_a_question_of_the_later_one(case: dict[str, Any]) -> None:
    joined = join_briefs(briefs_of(case))
    asked = {slug: [one.question for one in brief.open_questions] for slug, brief in joined.items()}
    assert {slug: questions for slug, questions in asked.items() if questions} == case["asks"]


def test_a_brief_that_is_locked_or_on_hold_asks_for_itself_alone() -> None:
    briefs = briefs_of(CASES["repeated"][0])
    joined = join_briefs(briefs, apart={"spring"})
    assert {slug: len(brief.open_questions) for slug, brief in joined.items()} == {"spring": 1, "autumn": 1}
    assert joined["spring"] == briefs["spring"]


def test_a_story_that_adds_nothing_changes_nothing() -> None:
    case = CASES["settled"][0]
    before = join_briefs(briefs_of(case))
    other = brief_of("other", {"date": "2032-01-01", "questions": [["Who opened the gates?", "asked.question"]]})
    after = join_briefs({**briefs_of(case), "other": other})
    assert {slug: after[slug] for slug in before} == before
    assert after["other"] == other


def fact(text: str, slug: str, passage: str, by: str | None = None) -> KeyFact:
    return KeyFact(text=text, according_to=by, evidence={key_of(slug): passage})


def said(text: str, slug: str, speaker: str = "Ida Berg") -> Quote:
    return Quote(text=text, speaker=speaker, kind="direct", evidence={key_of(slug): text})


def story(slug: str, date: str, **items: Any) -> Brief:
    return with_ids(Brief(title=slug, date=date, articles={key_of(slug): ArticleEntry(file="x.txt")}, **items))


def key_of(title: str) -> str:
    return f"{title.lower().replace(' ', '-')}-article"


def test_what_several_stories_say_alike_is_a_fact_of_the_whole() -> None:
    first = "Oslo is Stockholm's largest buyer of fish, with sales of $4 billion in 2029, customs data shows."
    later = "Norway is Sweden's largest buyer of fish, with sales of $5 billion in 2030, says customs."
    overview = compose_overview(
        {
            "one": story("one", "2030-05-02", key_facts=[fact(first, "one", first, "Norwegian customs")]),
            "two": story("two", "2031-05-02", key_facts=[fact(later, "two", later, "Norway Customs")]),
        }
    )
    (shared,) = overview.key_facts
    assert shared.text == "Norway is Sweden's largest buyer of fish […]"
    assert shared.according_to == "Norwegian customs"
    assert shared.evidence == {"one-article": first, "two-article": later}


def test_a_formula_that_two_stories_quote_is_a_fact_of_the_whole() -> None:
    first = "Oslo and Stockholm have what they call a “no tolls” treaty."
    later = 'This comes after Oslo promised a "no-tolls" bridge.'
    other = "Oslo spoke of “Norway first” and of a “treaty”."
    overview = compose_overview(
        {
            "one": story("one", "2030-05-02", key_facts=[fact(first, "one", first), fact(other, "one", other)]),
            "two": story("two", "2031-05-02", key_facts=[fact(later, "two", later), fact(other, "two", other)]),
        }
    )
    (shared,) = [one for one in overview.key_facts if one.rule == "formula.several-stories"]
    assert shared.text == first
    assert shared.evidence == {"one-article": first, "two-article": later}
    assert shared.differs == {"two-article": ["shares only “no tolls”"]}


def test_facts_that_begin_alike_have_ids_of_their_own() -> None:
    rose = "Shares on the Bergen exchange rose by four percent on heavy trade."
    fell = "Shares on the Bergen exchange rose by four percent, then fell."
    overview = compose_overview(
        {
            "one": story("one", "2030-05-02", key_facts=[fact(rose, "one", rose), fact(fell, "one", fell)]),
            "two": story("two", "2031-05-02", key_facts=[fact(rose, "two", rose), fact(fell, "two", fell)]),
        }
    )
    assert len({one.id for one in overview.key_facts}) == len(overview.key_facts) == 2


def test_what_two_stories_say_differently_is_none() -> None:
    first, later = "Oslo is Stockholm's largest buyer of fish.", "Oslo is Stockholm's largest buyer of wool."
    overview = compose_overview(
        {
            "one": story("one", "2030-05-02", key_facts=[fact(first, "one", first)]),
            "two": story("two", "2031-05-02", key_facts=[fact(later, "two", later)]),
        }
    )
    assert overview.key_facts == []


def test_a_position_over_time_links_what_a_speaker_says_again() -> None:
    early = "We are willing to help the islands on questions of vital importance such as water"
    late = "We are willing to help the islands on questions of basic importance"
    overview = compose_overview(
        {
            "one": story("one", "2030-05-02", quotes=[said(early, "one")]),
            "two": story("two", "2031-05-02", quotes=[said(late, "two"), said(early, "two", "Jon Vale")]),
        }
    )
    (position,) = overview.positions
    assert position.speaker == "Ida Berg"
    assert [reference.partition("/")[0] for reference in position.quotes] == ["one", "two"]
    assert position.shared == "We are willing to help the islands"


def test_who_speaks_for_a_body_speaks_as_the_body_and_nobody_known_is_no_position() -> None:
    early, late = (
        "Norway claims to be fair, but its ferries never come",
        "Oslo claims to be fair, but its ferries are late",
    )
    speakers = {"a Harbour Office spokesperson": ["the Harbour Office"], "a witness": [], "critics": []}
    for speaker, expected in speakers.items():
        overview = compose_overview(
            {
                "one": story("one", "2030-05-02", quotes=[said(early, "one", speaker)]),
                "two": story("two", "2031-05-02", quotes=[said(late, "two", speaker)]),
            }
        )
        assert [position.speaker for position in overview.positions] == expected
        assert all(p.shared == "[Norway] claims to be fair" for p in overview.positions)


def test_the_title_names_what_the_stories_have_in_common() -> None:
    norway = {
        "Norway and Sweden open a bridge": "2030-05-02",
        "Sweden sells Oslo its last ferry": "2031-05-02",
    }
    stories = {str(n): story(title, date) for n, (title, date) in enumerate(norway.items())}
    assert compose_overview(stories).title == "Norway and Sweden, 2030 to 2031"
    stories["9"] = story("A dog wins a race", "2031-06-01")
    assert compose_overview(stories).title == "3 stories, 2030 to 2031"
    assert compose_overview({"9": stories["9"]}).title == "A dog wins a race"


def test_the_overview_is_kept_up_to_date_until_somebody_edits_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    content = Path("content")
    first = {"one": story("Mill opens", "2030-05-02", key_facts=[fact("The mill opened.", "Mill opens", "x")])}
    write_briefs(content, first)
    write_overview(content, first)
    assert "title: Mill opens" in (content / "briefing.yml").read_text("utf-8")
    both = {**first, "two": story("Mill closes", "2031-05-02")}
    write_briefs(content, both)
    write_overview(content, both)
    text = (content / "briefing.yml").read_text("utf-8")
    assert "title: 2 stories, 2030 to 2031" in text
    assert (content / COPY).read_text("utf-8") == text
    edited = text.replace("2 stories, 2030 to 2031", "The mill")
    (content / "briefing.yml").write_text(edited, "utf-8")
    write_briefs(content, first)
    write_overview(content, first)
    assert (content / "briefing.yml").read_text("utf-8") == edited


MAY = """Ostland denies it took sides
20300502

Ostland claims to be neutral in the quarrel of the islands, a harbour master of Norvik said on Thursday.

Its three tugs stayed in the old harbour of Norvik while the ferries of the islands waited for the pilot.
"""
OCTOBER = """Bridge opens in the north
20311002

The king opened the longest bridge of the north on Thursday, in the rain and without a speech.

Ostland claims to be neutral in the quarrel of the islands, said an engineer who had built half of the bridge.
"""


def test_when_the_brief_that_asks_is_deleted_the_other_asks(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    articles = Path("content", "articles")
    articles.mkdir(parents=True)
    (articles / "may.txt").write_text(MAY, "utf-8")
    (articles / "october.txt").write_text(OCTOBER, "utf-8")

    def asking() -> list[str]:
        generate(Path("content"))
        briefs = sorted(Path("content", "briefs").glob("*.yml"))
        return [path.stem for path in briefs if "Is Ostland neutral" in path.read_text("utf-8")]

    (first,) = asking()
    assert first.startswith("ostland")
    Path("content", "briefs", f"{first}.yml").unlink()
    (other,) = asking()
    assert other != first


def test_stories_without_a_subject_in_common_are_titled_by_their_subjects() -> None:
    titles = {
        "Sweden sells Oslo its last ferry": "2030-05-02",
        "Norway and Sweden open a bridge": "2030-06-02",
        "Texas votes on water": "2030-07-02",
        "UK bakers strike": "2031-05-02",
    }
    stories = {str(n): story(title, date) for n, (title, date) in enumerate(titles.items())}
    assert compose_overview(stories).title == "Norway–Sweden, Texas and UK, 2030 to 2031"
    more = {str(n): story(f"{name} votes", "2030-05-02") for n, name in enumerate(["Oslo", "Texas", "UK", "Peru"])}
    assert compose_overview(more).title == "4 stories, 2030"


def question(text: str, kind: Any, slug: str, status: Any = "open") -> OpenQuestion:
    return OpenQuestion(question=text, kind=kind, because="x", status=status, evidence={key_of(slug): "x"})


def test_each_story_tells_what_is_not_known_before_one_does_twice() -> None:
    asked = {
        "one": [question("Who pays?", "accusation", "one"), question("Is it so?", "position", "one")],
        "two": [question("Who lies?", "accusation", "two"), question("When was it?", "date", "two")],
        "three": [question("Is it true?", "position", "three", "partly")],
        "four": [question("Was it done?", "announced", "four", "answered")],
        "five": [question("When?", "date", "five")],
    }
    stories = {
        slug: story(slug, f"203{n}-05-02", open_questions=given) for n, (slug, given) in enumerate(asked.items())
    }
    of_stories = [reference.partition("/")[0] for reference in compose_overview(stories).not_known]
    assert of_stories == ["three", "two", "one", "five", "one"]
