"""Open questions: what each rule asks, and where it must not."""

from typing import Any, get_args

import pytest
from story_cases import story_of
from yaml_cases import cases

from generator.model.brief import QuestionKind
from generator.stories import compose_brief
from generator.stories.questions import MOST


@pytest.mark.parametrize(
    "case",
    [
        *cases("questions"),
        *cases("questions_kinds"),
        *cases("questions_settled"),
        *cases("questions_steps"),
        *cases("questions_sides"),
    ],
)
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


def test_each_kind_is_asked_on_three_stories_of_several_outlets() -> None:
    asked = [
        want["kind"]
        for case in (parameter.values[0] for parameter in cases("questions_kinds"))
        for want in case["asks"]
        if len(case["articles"]) > 1
    ]
    assert {kind: asked.count(kind) >= 3 for kind in get_args(QuestionKind)} == dict.fromkeys(
        get_args(QuestionKind), True
    )
