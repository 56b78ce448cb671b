"""The articles of a story call one person by one name."""

from collections.abc import Mapping

import pytest
from story_cases import findings_of

from generator.stories.bearers import tell_alike


def names_told(*articles: list[str]) -> list[list[str]]:
    found = [
        findings_of(f"a{number}", {"text": ". ".join(names), "names": names})
        for number, names in enumerate(articles)
    ]
    return [[name.name for name in one.names] for one in tell_alike(found)]


@pytest.mark.parametrize(
    ("one", "other", "told"),
    [
        ("Ida Moe", "Ida R. Moe Lund", ["Ida R. Moe Lund", "Ida R. Moe Lund"]),
        ("Ida Moe", "Ida R. Moe", ["Ida R. Moe", "Ida R. Moe"]),
        ("Ida Moe", "Ida Ruth Moe", ["Ida Ruth Moe", "Ida Ruth Moe"]),
        ("Anton Chekhov", "Anton Tchékhov", ["Anton Tchékhov", "Anton Tchékhov"]),
        ("Ida Moe", "Ida Lund Holm", ["Ida Moe", "Ida Lund Holm"]),
        ("Ida Moe", "Ada R. Moe", ["Ida Moe", "Ada R. Moe"]),
    ],
)
def test_one_person_has_one_name(one: str, other: str, told: list[str]) -> None:
    assert names_told([one], [other]) == [[name] for name in told]


def test_the_form_printed_most_often_is_told() -> None:
    assert names_told(["Ida Moe"], ["Ida Moe"], ["Ida R. Moe Lund"]) == [["Ida Moe"]] * 3


def test_two_in_one_article_are_two() -> None:
    assert names_told(["Ida Moe", "Ida Moe Lund"], ["Ida Moe"]) == [["Ida Moe", "Ida Moe Lund"], ["Ida Moe"]]


def test_a_name_that_fits_two_is_neither() -> None:
    assert names_told(["Ida Moe"], ["Ida R. Moe"], ["Ida Moe Lund"]) == [
        ["Ida Moe"],
        ["Ida R. Moe"],
        ["Ida Moe Lund"],
    ]


def test_a_speaker_is_told_by_that_name() -> None:
    text = "“We will stay in Lom”, Ida R. Moe Lund told Jon Vale."
    said = {"text": "We will stay in Lom", "speaker": "Ida R. Moe Lund", "to": "Jon Vale", "via": ["AFP"]}
    found = findings_of("a", {"text": text, "names": ["Ida R. Moe Lund", "Jon Vale"], "quotations": [said]})
    others = [findings_of(key, {"text": "Ida Moe left.", "names": ["Ida Moe"]}) for key in "bc"]
    quotation = tell_alike([found, *others])[0].quotations[0]
    assert (quotation.speaker, quotation.addressee, quotation.via) == ("Ida Moe", "Jon Vale", ("AFP",))


def speakers_told(other: Mapping[str, object], *articles: Mapping[str, object]) -> list[str | None]:
    """Return who says what stands in an article that knows them by “Moe” alone, beside other articles."""
    said = {"text": "We will stay in Lom", "speaker": "Moe"}
    found = findings_of("a", {"text": "“We will stay in Lom”, Moe said.", "quotations": [said], **other})
    others = [findings_of(f"b{number}", dict(article)) for number, article in enumerate(articles)]
    return [one.speaker for one in tell_alike([found, *others])[0].quotations]


CALLED_SO = {
    "text": "Ida Moe left. Moe was late.",
    "names": ["Ida Moe"],
    "families": {"Moe": "Ida Moe"},
}


def test_a_family_name_alone_means_whom_another_article_calls_so() -> None:
    assert speakers_told({}, CALLED_SO) == ["Ida Moe"]


@pytest.mark.parametrize(
    ("given", "other"),
    [
        ({}, {"text": "Ida Moe left.", "names": ["Ida Moe"]}),
        ({}, {**CALLED_SO, "text": "Ida Moe left. Moe was late. Jon Moe came.", "names": ["Ida Moe", "Jon Moe"]}),
        ({"organisations": ["Moe"]}, CALLED_SO),
        ({}, {**CALLED_SO, "text": "Ida Moe left. Moe was late. Moe Lund came.", "names": ["Ida Moe", "Moe Lund"]}),
    ],
    ids=["called-so-nowhere", "two-of-that-name", "a-body", "a-first-name"],
)
def test_a_family_name_alone_is_left_where_it_may_mean_another(
    given: dict[str, object], other: dict[str, object]
) -> None:
    assert speakers_told(given, other) == ["Moe"]
