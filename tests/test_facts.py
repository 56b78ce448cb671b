"""The key facts of a story: which they are, in which order, who says so, and what background stands with them."""

from typing import Any

import pytest
from story_cases import story_of
from yaml_cases import cases

from generator.stories import compose_brief


@pytest.mark.parametrize("case", [*cases("facts"), *cases("facts_alone"), *cases("facts_more")])
def test_tells_the_facts_in_order(case: dict[str, Any]) -> None:
    brief = compose_brief(story_of(case))
    facts = brief.key_facts
    assert brief.title == case.get("title", brief.title)
    assert [fact.text for fact in facts] == [wanted["text"] for wanted in case["facts"]]
    for fact, wanted in zip(facts, case["facts"], strict=True):
        found = {**fact.model_dump(), "evidence": list(fact.evidence)}
        assert {key: found[key] for key in wanted} == wanted
