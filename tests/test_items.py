"""What is said of a line: who tells it, what of its date was worked out, where in time it stands."""

from dataclasses import replace

import pytest
from good_site import read_good

from generator.model.article import Article, Recovered
from generator.model.brief import ArticleEntry, KeyFact, TimelineEntry
from generator.pages.items import Place, event_view
from generator.pages.order import in_order
from generator.pages.passages import found, passage_of
from generator.pages.published import Placed, Published, PublishedArticle, publish
from generator.pages.voices import according_to, told_by

TOLD = "The dam at Solvik broke on Monday"


@pytest.fixture(scope="module")
def site() -> Published:
    return publish(read_good())


def articles(**agencies: str | None) -> dict[str, PublishedArticle]:
    entries = {
        key: ArticleEntry(file=f"{key}.txt", outlet=key.title(), agency=name) for key, name in agencies.items()
    }
    return {key: PublishedArticle(key, key, entry, None, key.title(), key) for key, entry in entries.items()}


@pytest.mark.parametrize(
    ("passages", "told"),
    [
        ({"post": f"{TOLD}."}, "The article’s own statement"),
        ({"post": f"{TOLD}.", "mail": f"{TOLD}."}, "The articles’ own statement"),
        ({"wire": f"{TOLD}."}, "Northwire’s own statement"),
        ({"wire": f"{TOLD}.", "mail": f"{TOLD}."}, "The articles’ own statement"),
        (
            {"post": f"{TOLD}, according to state media.", "mail": f"{TOLD}."},
            "The articles’ own statement, but Post adds “according to state media”",
        ),
        ({"post": f"{TOLD}. The rain stops, according to the weather office."}, "The article’s own statement"),
        ({"post": f"The valley, according to plan, was empty when {TOLD}."}, "The article’s own statement"),
    ],
)
def test_a_fact_is_told_by_whoever_has_it(passages: dict[str, str], told: str) -> None:
    fact = KeyFact(text=f"{TOLD}.", evidence=dict(passages))
    assert told_by(fact, articles(post=None, mail=None, wire="Northwire")) == told


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The mayor considers that the dam broke.", ""),
        ("[…] Norvik [warned] Solvik it risked a flood.", ""),
        ("The study found that the dam was neglected.", ""),
        ("The dam, it is widely believed, was neglected.", "The article’s own statement"),
        ("It was said that the dam was neglected.", "The article’s own statement"),
        ("The town rejected the claim that the dam was safe.", "The article’s own statement"),
        ("The mayor promised residents a new dam.", "The article’s own statement"),
        ("Norvik has refused to condemn the plan.", "The article’s own statement"),
    ],
)
def test_a_line_that_names_whose_word_it_is_needs_no_label(text: str, told: str) -> None:
    assert told_by(KeyFact(text=text, evidence={"post": text}), articles(post=None)) == told


def test_beside_the_mark_of_a_claim_stands_only_what_an_outlet_adds() -> None:
    fact = KeyFact(text=f"{TOLD}.", evidence={"post": f"{TOLD}, according to state media.", "mail": f"{TOLD}."})
    assert told_by(fact, articles(post=None, mail=None), claimed=True) == "Post adds “according to state media”"


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Police", "police"),
        ("Economists at the Solvik Institute", "economists at the Solvik Institute"),
        ("An official", "an official"),
        ("Minister Ida Berg", "Minister Ida Berg"),
        ("Norvik", "Norvik"),
        ("A", "A"),
    ],
)
def test_who_has_no_name_is_written_small_within_a_sentence(name: str, told: str) -> None:
    assert according_to(name) == f"According to {told}"


def test_whom_a_fact_names_tells_it() -> None:
    fact = KeyFact(text=f"{TOLD}.", according_to="the water board", evidence={"post": f"{TOLD}."})
    assert told_by(fact, articles(post=None)) == "According to the water board"


@pytest.mark.parametrize(
    ("date", "how", "words"),
    [
        ("2024-05-04", "“4 May” in an article of 12 March 2024", "Year worked out"),
        ("2024-05-04", "“May 4” in an article of 12 March 2024", "Year worked out"),
        ("2024-05-04", "“the day after May 3” in an article of 12 March 2024", "Date worked out"),
        ("2024-05-04", "“Saturday” in an article of 8 May 2024", "Date worked out"),
        ("2024-05", "“in May” in an article of 12 March 2024", "Year worked out"),
        ("2024-05", "“last month” in an article of 12 June 2024", "Date worked out"),
        ("2024", "“this year” in an article of 12 June 2024", "Date worked out"),
        ("2024-05-04", None, "Date worked out"),
    ],
)
def test_of_a_date_with_day_and_month_the_year_alone_is_derived(
    date: str, how: str | None, words: str, site: Published
) -> None:
    event = TimelineEntry(date=date, dated="derived", how_dated=how, text=f"{TOLD}.", evidence={"post": f"{TOLD}."})
    place = Place(replace(site, articles={**site.articles, **articles(post=None)}), "timeline")
    [badge] = event_view(Placed(event, "timeline", "a", "briefing--a", None), place).badges
    assert (badge.kind, badge.words) == ("year" if words == "Year worked out" else "derived", words)


def test_a_year_stands_before_its_months_and_a_month_before_its_days() -> None:
    dates = ["2022", "2022-02", "2022-02-24", "2022-06-15", "[2022-06-06..2022-06-20]", "2022-06-21", "2023/.."]
    events = [
        Placed(
            TimelineEntry(date=date, text="x", evidence={"post": "x"}), "timeline", f"e{n}", f"briefing--e{n}", None
        )
        for n, date in enumerate(reversed(dates))
    ]
    assert [event.item.date for event in in_order(events)] == dates


@pytest.mark.parametrize(
    ("passage", "parts", "marked"),
    [
        ("On Monday the dam broke, and two villages stood under water.", ["the dam broke"], ["the dam broke"]),
        ("The minister said the dam broke at night.", ["The dam", "broke at night."], ["the dam broke at night"]),
        (
            'It ended "on the wrong side", he said in Solvik.',
            ["It ended “on the wrong side”"],
            ['It ended "on the wrong side"'],
        ),
        ("They left the port after a week of storms.", ["Ships of the navy came"], []),
        ("The dam at Solvik broke.", ["The dam at Solvik broke."], []),
    ],
    ids=["verbatim", "another case, a cut", "other marks", "a little word alone", "the whole passage"],
)
def test_the_words_of_a_line_are_marked_in_its_passage(passage: str, parts: list[str], marked: list[str]) -> None:
    assert [passage[start:end] for start, end in found(passage, parts)] == marked


def test_a_passage_says_which_marks_its_file_lost(site: Published) -> None:
    text = "Annas dam will hold, she said."
    recovered = (Recovered(0, 5, "Anna’s", "mail.txt"), Recovered(6, 19, "“dam will hold,”", "mail.txt"))
    post = replace(articles(post=None)["post"], article=Article("post.txt", text, recovered=recovered))
    fact = KeyFact(text=text, evidence={"post": text})
    [wording] = passage_of(fact, "index", {"post": post}).wordings
    assert wording.differs == "Quotation marks and apostrophes are missing in our copy"
