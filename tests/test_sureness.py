"""A story and the home page say in plain words how sure they are, and whether an editor has read them."""

from dataclasses import replace
from typing import Any

import pytest
from good_site import read_good
from yaml_cases import cases

from generator.model.brief import ArticleEntry, Brief, KeyFact, Overview, Quote, SharedText
from generator.model.briefing import Briefing
from generator.pages.home_page import home_view, known_facts
from generator.pages.published import Published, publish
from generator.pages.reviews import review_of_all, review_of_story
from generator.pages.sureness import as_reports, sure_of_all, sure_of_story

SENTENCE = "The dam broke."


def brief_of(case: dict[str, Any]) -> Brief:
    keys = [f"a-{number}" for number, _ in enumerate(case["articles"], 1)]
    texts: dict[int, list[str]] = {}
    for key, article in zip(keys, case["articles"], strict=True):
        texts.setdefault(article["text"], []).append(key)
    return Brief(
        title="The dam",
        articles={
            key: ArticleEntry(file=f"{key}.txt", **{name: one[name] for name in one if name != "text"})
            for key, one in zip(keys, case["articles"], strict=True)
        },
        shared_text=[SharedText(articles=group) for group in texts.values() if len(group) > 1],
        key_facts=[
            KeyFact(
                text=SENTENCE,
                according_to=fact.get("cites"),
                evidence={keys[place - 1]: SENTENCE for place in fact["in"]},
            )
            for fact in case.get("facts", ())
        ],
        quotes=[
            Quote(
                text="It broke",
                kind="indirect",
                speaker=quote["speaker"],
                via=[quote["via"]] if "via" in quote else [],
                evidence={keys[0]: SENTENCE},
            )
            for quote in case.get("quoted", ())
        ],
    )


def site_of(**briefs: Brief) -> Published:
    return publish(Briefing(Overview(title="Dams"), briefs, {}, ()))


@pytest.mark.parametrize("case", cases("sureness"))
def test_a_story_says_how_sure_it_is(case: dict[str, Any]) -> None:
    site = site_of(dam=brief_of(case))
    sure = sure_of_story(site, site.stories[0], case.get("later", 0))
    assert f"{sure.verdict} {sure.more}" == case["says"]


def article(outlet: str | None, text: int, published: str = "2024-05-07") -> dict[str, Any]:
    return {"outlet": outlet, "published": published, "text": text}


def renamed(brief: Brief, by: str) -> Brief:
    """Give the articles of a brief keys of their own, so that two stories share none."""
    return Brief.model_validate_json(brief.model_dump_json(exclude_none=True).replace('"a-', f'"{by}-'))


def test_home_says_how_many_stories_have_one_report_alone() -> None:
    one = brief_of({"articles": [article("Post", 1), article("Mail", 1)], "facts": [{"in": [1, 2]}]})
    two = brief_of({"articles": [article("Post", 1), article(None, 2)], "facts": [{"in": [1, 2]}]})
    last = brief_of({"articles": [article("News", 1, "2024-06-01")]})
    said = {}
    for name, briefs in {
        "some": (one, two, last),
        "one": (one, two),
        "all": (one, last),
        "several": (two, two),
        "none": (two,),
    }.items():
        site = site_of(**{f"s{n}": renamed(brief, f"s{n}") for n, brief in enumerate(briefs)})
        sure = sure_of_all(site, known_facts(site))
        assert sure
        said[name] = f"{sure.verdict} {sure.more}"
    tail = "Whether what the reports say is true was not checked."
    assert said == {
        "some": "two of the three stories rest on a single report each; no second one here confirms them. Five "
        "articles: two print largely the same text, one comes from an outlet that is not named. The one line below "
        f"stands in one report alone. {tail} The last article is from 1 June 2024; nothing later is followed.",
        "one": "one of the two stories rests on a single report; no second one here confirms it. Four articles: "
        "two print largely the same text, one comes from an outlet that is not named. The one line below stands "
        f"in one report alone. {tail} The articles are from 7 May 2024; nothing later is followed.",
        "all": "each of the two stories rests on a single report; no second one here confirms it. Three articles: "
        f"two print largely the same text. The one line below stands in one report alone. {tail} The last article "
        "is from 1 June 2024; nothing later is followed.",
        "several": "each of the two stories rests on more than one report. Four articles: two come from outlets "
        f"that are not named. The one line below stands in more than one report. {tail} The articles are from "
        "7 May 2024; nothing later is followed.",
        "none": "it rests on two separate reports; one comes from an outlet that is not named. The one line below "
        f"stands in more than one report. {tail} The articles are from 7 May 2024; nothing later is followed.",
    }


def test_a_briefing_without_articles_is_not_said_to_be_sure() -> None:
    assert home_view(site_of()).sureness is None


def test_articles_are_counted_as_reports_by_their_texts() -> None:
    two_texts = brief_of({"articles": [article("A", 1), article("B", 1), article("C", 2), article("D", 2)]})
    site = site_of(dam=two_texts)
    assert as_reports([*site.articles.values()]) == (
        "four articles make two separate reports, as all share their text with another"
    )


@pytest.mark.parametrize(
    ("reviewed", "edited", "told"),
    [
        (None, [], "No editor has compared the lines with the articles"),
        (
            None,
            ["opens-4-may"],
            "No editor has compared the lines with the articles; one line was written or changed by hand",
        ),
        (
            "2024-03-14, M. Lind",
            [],
            "An editor (M. Lind) compared the lines with the articles on 14 March 2024 and changed none",
        ),
        (
            "M. Lind",
            ["opens-4-may", "no-toll"],
            "An editor (M. Lind) compared the lines with the articles and shortened, reworded or wrote two of them",
        ),
    ],
)
def test_a_story_says_who_read_it_and_what_they_did(reviewed: str | None, edited: list[str], told: str) -> None:
    good = read_good()
    brief = good.briefs["tunnel-opening"].model_copy(update={"reviewed": reviewed})
    edits = frozenset(f"tunnel-opening/{name}" for name in edited)
    site = publish(replace(good, briefs={"tunnel-opening": brief}, edited=edits))
    assert review_of_story(site, site.stories[0]).text == told


def test_home_says_how_many_stories_an_editor_has_read() -> None:
    good = read_good()
    briefs = {name: brief for name, brief in good.briefs.items() if not brief.hold}
    said = []
    for read in ((), ("tunnel-opening",), tuple(briefs)):
        now = {
            name: brief.model_copy(update={"reviewed": "2024-03-14, M. Lind" if name in read else None})
            for name, brief in briefs.items()
        }
        said.append(review_of_all(publish(replace(good, briefs=now)), "index").text)
    one = publish(replace(good, briefs={"tunnel-opening": briefs["tunnel-opening"]}, overview=Overview(title="x")))
    assert [*said, review_of_all(one, "index").text] == [
        "No editor has compared the lines with the articles",
        "An editor compared one of two stories with its articles and changed none",
        "An editor compared both stories with their articles and changed none",
        "An editor compared the one story with its articles and changed none",
    ]
