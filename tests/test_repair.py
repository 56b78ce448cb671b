"""A damaged article is repaired by others of the same text: marks and order, never a word."""

from dataclasses import replace
from typing import Any

import pytest
from yaml_cases import cases

from generator.extract import extract
from generator.extract.reading import read_repaired
from generator.model.article import Article
from generator.pipeline import join_siblings
from generator.siblings import repair_articles

BRIDGE = (
    "Ana Lopes, the mayor of Hallo, closed the old bridge to lorries on Monday after cracks were found in it.",
    '"Nobody will cross it before the engineers are done," Lopes said at the town hall on Monday evening.',
    "Harbour engineer Joao Reis warned two years ago that the third pillar was sinking into the river bed.",
    "Reis lost his post soon afterwards, and his report was never shown to the members of the council.",
    "Lopes has promised to publish it this week together with the minutes of the meeting that followed it.",
    "Lorries now take the road through the southern hills, which adds two hours to every single journey.",
)
BANK = (
    "Central bank governor Maria Stone raised interest rates to nine percent on Tuesday, the highest in a decade.",
    "Stone said that inflation had become “the first worry of every household in the country” this winter.",
    "Finance minister Paul Adeyemi had asked the bank in public to wait until the harvest was brought in.",
    "Adeyemi did not comment on the decision, but his spokeswoman called it regrettable and badly timed.",
    "Markets had expected the rise, and the currency gained less than one percent against the dollar by noon.",
    "The next meeting of the board is planned for the last week of May, after the budget has been passed.",
)
CLUB = (
    "Olympic champion Lena Berg will leave the Northern Rowing Club after a row over money, she said on Friday.",
    "Berg won two gold medals for the club and had a contract until the end of the coming summer season.",
    "Club president Otto Lind told members that “nobody is bigger than the boat” in a letter sent on Thursday.",
    "Lind refused to say how much the champion had asked for, or who had spoken to the newspapers first.",
    "Three other rowers have said that they would follow her to a new club on the southern shore of the lake.",
    "The federation will hear both sides next month and can bar the champion from races until the autumn.",
)

OTHER_NEWS = (
    "Bakers in the old town raised the price of bread again on Friday and blamed the cost of flour and of heating.",
    "Customers queued before sunrise all the same, and most shops had sold everything that they had by nine.",
    "A loaf now costs twice as much as it did two winters ago, according to a survey among the city's households.",
)


@pytest.mark.parametrize("case", cases("repair"))
def test_marks(case: dict[str, Any]) -> None:
    damaged, intact = Article("damaged.txt", case["damaged"]), Article("intact.txt", case["intact"])
    repaired, other = repair_articles([damaged, intact], [(0, 1)])
    assert other == intact
    assert repaired.text == case["damaged"]
    assert read_repaired(repaired).text == (case["reads"] or case["damaged"])
    assert all(recovered.article == "intact.txt" for recovered in repaired.recovered)


def _scrambled(sentences: tuple[str, ...]) -> tuple[Article, tuple[int, ...]]:
    """Return the sentences with those first that name people in short, without marks, and their right order."""
    order = list(range(len(sentences)))[::-1]
    text = "\n\n".join(sentences[i] for i in order)
    return Article("scrambled.txt", text.translate(str.maketrans("", "", '"“”'))), tuple(order[::-1])


@pytest.mark.parametrize("sentences", [BRIDGE, BANK, CLUB], ids=["bridge", "bank", "club"])
def test_the_order_of_a_scrambled_text_is_recovered(sentences: tuple[str, ...]) -> None:
    scrambled, order = _scrambled(sentences)
    intact = Article("intact.txt", "\n\n".join(sentences))
    repaired, other = repair_articles([scrambled, intact], [(0, 1)])
    assert (repaired.order, other.order) == (tuple(reversed(range(len(sentences)))), ())
    assert order == tuple(range(len(sentences)))
    assert read_repaired(repaired).text == intact.text


def test_an_edited_order_is_not_a_scrambled_one() -> None:
    moved = Article("moved.txt", "\n\n".join([*BRIDGE[:2], BRIDGE[3], BRIDGE[2], *BRIDGE[4:]]))
    repaired, other = repair_articles([moved, Article("intact.txt", "\n\n".join(BRIDGE))], [(0, 1)])
    assert (repaired.order, other.order) == ((), ())


@pytest.mark.parametrize("sentences", [BRIDGE, BANK, CLUB], ids=["bridge", "bank", "club"])
def test_findings_of_a_repaired_text_point_into_the_text_as_printed(sentences: tuple[str, ...]) -> None:
    scrambled, _ = _scrambled(sentences)
    intact = Article("intact.txt", "\n\n".join(sentences))
    repaired, _ = repair_articles([replace(scrambled, published="2024-03-15"), intact], [(0, 1)])
    found = extract(repaired)
    assert found.article is repaired
    assert [repaired.text[s.start : s.end] for s in found.sentences] == repaired.text.split("\n\n")
    assert [s.paragraph for s in found.sentences] == list(range(len(sentences)))
    spans = [(one.start, one.end, one.text) for one in found.quotations]
    spans += [(date.start, date.end, date.text) for date in found.dates]
    spans += [(figure.start, figure.end, figure.text) for figure in found.figures]
    assert all(repaired.text[start:end] == text for start, end, text in spans)
    marked = [quotation.text.rstrip(",") for quotation in found.quotations if quotation.kind != "indirect"]
    expected = next(s for s in sentences if "“" in s or s.startswith('"'))
    assert any(text in expected for text in marked)
    assert [name.start for name in found.names] == sorted(name.start for name in found.names)


def test_a_paragraph_of_unknown_place_carries_nothing_over() -> None:
    scrambled, _ = _scrambled(BRIDGE)
    extra = replace(scrambled, text="The official said no more.\n\n" + scrambled.text)
    repaired, _ = repair_articles([extra, Article("intact.txt", "\n\n".join(BRIDGE))], [(0, 1)])
    reading = read_repaired(repaired).text
    assert reading.endswith("\n\n* * *\n\nThe official said no more.")
    assert "* * *" not in extra.text


def test_a_dateline_opens_the_recovered_order() -> None:
    scrambled, _ = _scrambled(BRIDGE)
    text = scrambled.text + "\n\nHALLO - The town of Hallo has one bridge only, and it is ninety years old by now."
    repaired, _ = repair_articles(
        [replace(scrambled, text=text), Article("intact.txt", "\n\n".join(BRIDGE))], [(0, 1)]
    )
    assert repaired.order[0] == len(BRIDGE)


@pytest.mark.parametrize("sentences", [BRIDGE, BANK, CLUB], ids=["bridge", "bank", "club"])
def test_an_undated_print_of_a_dated_text_is_dated_by_it_as_uncertain(sentences: tuple[str, ...]) -> None:
    first = Article("first.txt", "\n\n".join(sentences), published="2024-03-15", outlet="Harbour Post")
    later = Article("later.txt", "\n\n".join(sentences[:5]) + "\n\nMore on this later.", published="2024-03-16")
    undated = Article("undated.txt", "\n\n".join(sentences[::-1]))
    other = Article("other.txt", "\n\n".join(OTHER_NEWS))
    *_, dated, alone = join_siblings([first, later, undated, other])
    assert (dated.published, dated.how_dated) == (
        "2024-03-15?",
        "the same text in Harbour Post, dated 15 March 2024",
    )
    assert (alone.published, alone.how_dated) == (None, None)
