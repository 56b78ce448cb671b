"""Open questions: what each rule asks, and where it must not."""

from typing import Any

import pytest
from story_cases import story_of
from yaml_cases import cases

from generator.stories import compose_brief
from generator.stories.questions import MOST


@pytest.mark.parametrize("case", cases("questions"))
def test_asks(case: dict[str, Any]) -> None:
    asked = compose_brief(story_of(case)).open_questions
    wanted = case["asks"]
    found = [{key: getattr(one, key) for key in want} for one, want in zip(asked, wanted, strict=False)]
    assert found == wanted
    assert len(asked) == len(wanted)


def test_a_brief_has_few_questions() -> None:
    sentences = [f"Firm{letter} has been accused of selling lot {letter} twice." for letter in "ABCDEFGH"]
    sentences += [f"It is not clear why firm {letter} was sold." for letter in "ABCDEFGH"]
    sentences += [f"The board of {letter} is to meet the owners in May." for letter in "ABCDEFGH"]
    case = {"articles": {"a": {"text": " ".join(sentences), "outlet": "Norvik News"}}}
    assert 3 <= len(compose_brief(story_of(case)).open_questions) <= MOST
