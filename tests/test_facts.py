"""The key facts of a story: which they are, in which order, who says so, and what background stands with them."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from story_cases import story_of
from yaml_cases import cases

from generator.briefs.briefing import read_briefs
from generator.pipeline import generate
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


@pytest.mark.parametrize("case", cases("facts_read"))
def test_tells_the_facts_of_files(case: dict[str, Any], tmp_path: Path) -> None:
    (tmp_path / "articles").mkdir()
    for name, text in case["files"].items():
        (tmp_path / "articles" / name).write_text(text, encoding="utf-8")
    (tmp_path / "names.yml").write_text(yaml.safe_dump(case.get("names", [])), encoding="utf-8")
    generate(tmp_path)
    briefs = [read.brief for read in read_briefs(tmp_path)[0].values()]
    found = {fact.text: fact.according_to for brief in briefs for fact in brief.key_facts}
    for wanted in case["facts"]:
        assert found.get(wanted["text"].strip(), "no such fact") == wanted.get("by"), list(found)
    wanted_first = [wanted["text"].strip() for wanted in case["facts"]]
    assert [text for text in found if text in wanted_first] == wanted_first
    parts = {fact.text: fact.part for brief in briefs for fact in brief.key_facts}
    assert [text for text in case.get("background", []) if parts.get(text) != "background"] == []
    assert not [part for part in case.get("never", []) if any(part in text for text in found)]
