"""The period of a figure: a date that only ends a time is none."""

import pytest

from generator.extract import extract
from generator.model.article import Article


@pytest.mark.parametrize(
    ("text", "period"),
    [
        ("Some 7,500 people have left the valley since Saturday.", None),
        ("The fire burned 900 hectares of forest until Friday, June 10.", None),
        ("Some 7,500 people left the valley on Saturday.", "2022-06-11"),
    ],
)
def test_a_date_behind_since_or_until_is_no_period(text: str, period: str | None) -> None:
    found = extract(Article(file="a.txt", text=text, published="2022-06-15"))
    assert [figure.period for figure in found.figures] == [period]
