"""Who says what a sentence tells, by the cases of cases/attributed.yml."""

from typing import Any

import pytest
from yaml_cases import cases

from generator.extract import extract
from generator.model.article import Article
from generator.model.briefing import Story
from generator.stories.attributed import is_act, speaker_of
from generator.stories.evidence import align_story


@pytest.mark.parametrize("case", cases("attributed"))
def test_tells_who_says_so(case: dict[str, Any]) -> None:
    findings = extract(Article("a.txt", case["text"].strip(), published="2031-05-05"))
    coverage = align_story(Story(("a",), (findings,), ()))
    told = list(coverage.told.values())[case.get("sentence", -1)]
    assert (None if is_act(told) else speaker_of(told)) == case["by"]
