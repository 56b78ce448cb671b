"""A brief adds up what the articles of a story say, and every word of it stands in one of them."""

import re
from typing import Any

import pytest
from story_cases import story_of
from yaml_cases import cases

from generator.model.brief import SECTIONS, Brief, Item, KeyFact, Quote, TimelineEntry
from generator.model.briefing import Story
from generator.stories import compose_brief
from generator.stories.wording import CUT

STORIES = cases("stories")
QUESTIONS = cases("questions")
SHARED = cases("shared_text")
SAYING = cases("saying")


@pytest.mark.parametrize("case", STORIES)
def test_says_what_the_articles_add_up_to(case: dict[str, Any]) -> None:
    brief = compose_brief(story_of(case))
    for key, wanted in case["expect"].items():
        if key not in SECTIONS:
            assert getattr(brief, key) == wanted, key
            continue
        for item in wanted:
            assert any(_fits(found, item) for found in getattr(brief, key)), (item, getattr(brief, key))
    for section, parts in case.get("never", {}).items():
        for item in getattr(brief, section):
            text = getattr(item, "text", None) or item.measure
            assert not any(part in text for part in parts), item


@pytest.mark.parametrize("case", [*STORIES, *QUESTIONS])
def test_every_passage_is_verbatim(case: dict[str, Any]) -> None:
    story = story_of(case)
    for item in _items(compose_brief(story)):
        for key, passages in item.evidence.items():
            for passage in [passages] if isinstance(passages, str) else passages:
                assert passage in _text(story, key)


@pytest.mark.parametrize("case", [*STORIES, *QUESTIONS])
def test_every_text_is_verbatim_but_for_marked_cuts_and_insertions(case: dict[str, Any]) -> None:
    story = story_of(case)
    brief = compose_brief(story)
    texts: list[KeyFact | Quote | TimelineEntry] = [*brief.key_facts, *brief.quotes, *brief.timeline]
    for item in texts:
        passages = [_text(story, key) for key in item.evidence]
        assert any(_is_verbatim(item.text, passage) for passage in passages), item.text


@pytest.mark.parametrize("case", [*STORIES, *QUESTIONS])
def test_ids_are_unique_and_the_result_is_the_same_again(case: dict[str, Any]) -> None:
    brief = compose_brief(story_of(case))
    ids = [item.id for item in _items(brief)]
    assert None not in ids
    assert len(set(ids)) == len(ids)
    assert compose_brief(story_of(case)) == brief


def test_items_keep_their_ids_when_an_article_is_added() -> None:
    case = next(case.values[0] for case in STORIES if "one text in two papers" in case.values[0]["name"])
    alone = {**case, "articles": {"gazette": case["articles"]["gazette"]}, "shared": []}
    before = {(type(item), item.id) for item in _items(compose_brief(story_of(alone)))}
    after = {(type(item), item.id) for item in _items(compose_brief(story_of(case)))}
    assert before <= after


def _items(brief: Brief) -> list[Item]:
    return [item for section in SECTIONS for item in getattr(brief, section)]


def _text(story: Story, key: str) -> str:
    return story.findings[story.keys.index(key)].article.text


def _fits(found: Item, wanted: dict[str, Any]) -> bool:
    return all(
        set(found.evidence) == set(value) if key == "evidence" else getattr(found, key) == value
        for key, value in wanted.items()
    )


def _is_verbatim(text: str, passage: str) -> bool:
    """Tell whether the pieces between cuts and insertions stand in the passage, in their order."""
    at = 0
    for piece in re.split(r" ?\[[^\]]*\]", text.replace(CUT, "[cut]")):
        found = passage.find(piece.strip(), at)
        if found < 0:
            return False
        at = found
    return True


def test_the_statement_under_the_title_is_the_first_fact() -> None:
    case = next(case.values[0] for case in STORIES if "what the title tells comes first" in case.values[0]["name"])
    brief = compose_brief(story_of(case))
    assert brief.key_facts[0].text.startswith("The council closed the old harbour bridge")


@pytest.mark.parametrize("case", SHARED)
def test_a_fact_claims_no_more_than_every_paper_prints(case: dict[str, Any]) -> None:
    names = sorted(
        {word for text in case["texts"].values() for word in re.findall(r"Lom|Arnes|Norway|United", text)}
    )
    articles = {
        key: {"text": text, "names": [name for name in names if name in text]}
        for key, text in case["texts"].items()
    }
    brief = compose_brief(story_of({"articles": articles}))
    assert [fact.text for fact in brief.key_facts] == [case["fact"]]
    fact = brief.key_facts[0]
    assert fact.differs == case["differs"]
    assert set(fact.evidence) == set(case["texts"])
    for key, differences in fact.differs.items():
        for words in re.findall(r"^(?:adds )?“([^”]*)”", "\n".join(differences), re.MULTILINE):
            assert words in case["texts"][key]


@pytest.mark.parametrize("case", SAYING)
def test_dates_what_was_said(case: dict[str, Any]) -> None:
    brief = compose_brief(story_of({"articles": {"a": case}}))
    assert {quote.text: quote.said for quote in brief.quotes} == case["said"]
    for quote in brief.quotes:
        assert (quote.said is None) <= (quote.how_dated is None)
        assert quote.how_dated == case.get("how_dated", quote.how_dated)


def test_nothing_is_both_fact_and_quote() -> None:
    # What a fact says of somebody's words may name them in brackets: “This formulation [“…”] is often heard”.
    for case in [*STORIES, *QUESTIONS]:
        brief = compose_brief(story_of(case.values[0]))
        facts = [re.sub(r"\[“[^\[\]]*”\]", "", fact.text) for fact in brief.key_facts]
        for quote in brief.quotes:
            assert not any(part in fact for fact in facts for part in quote.text.split(f" {CUT} ")), quote.text


def test_the_standfirst_repeats_no_fact() -> None:
    for case in [*STORIES, *QUESTIONS]:
        brief = compose_brief(story_of(case.values[0]))
        assert brief.standfirst not in {fact.text for fact in brief.key_facts}


@pytest.mark.parametrize("case", cases("adding"))
def test_an_article_more_changes_only_what_it_touches(case: dict[str, Any]) -> None:
    before = compose_brief(story_of({"articles": case["articles"]}))
    after = compose_brief(story_of({"articles": {**case["articles"], "added": case["added"]}}))
    kept = {item.id: item for item in _items(after)}
    touched = [item.id for item in _items(before) if kept.get(item.id) != item]
    assert touched == case["touched"]
    assert {item.id for item in _items(before)} <= set(kept)
    new = {item.id: set(item.evidence) for item in _items(after) if item.id not in {i.id for i in _items(before)}}
    assert set(new) == set(case["new"])
    assert all("added" in evidence for evidence in new.values())


def test_a_changed_article_changes_only_its_items() -> None:
    case = cases("adding")[0].values[0]
    changed = {**case["articles"]["a"], "text": case["articles"]["a"]["text"].replace("ninety", "eighty")}
    before = compose_brief(story_of({"articles": case["articles"]}))
    after = compose_brief(story_of({"articles": {**case["articles"], "a": changed}}))
    differing = [item for item in _items(before) if item not in _items(after)]
    assert differing
    assert all("a" in item.evidence for item in differing)
