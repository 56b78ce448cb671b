"""What is no figure: a number that only means many, an amount of which nobody knows what it measures."""

import pytest

from generator.extract import extract
from generator.model.article import Article
from generator.model.briefing import Story
from generator.stories import compose_brief


def _measures(text: str) -> list[str]:
    article = Article("a.txt", text, "Norland trade fair", published="2031-05-09")
    return [item.measure for item in compose_brief(Story(("a",), (extract(article, ()),), ())).figures]


@pytest.mark.parametrize(
    "text",
    [
        '"I call it the voyage that launched 1,000 voyages," Captain Ida Moe said in Arnes in 2030.',
        '"The stairs are worn down by a thousand bare feet," Mayor Ida Moe said in Arnes in May 2031.',
        "The orders are worth $5 billion, the yard in Arnes said.",
        "Arnes had 300 people in 2030, the council said.",
        "The council of Arnes met 5,300 clerks last week.",
        "Mayor Ida Moe named 88 captains on Tuesday.",
        "The yard in Arnes has a tax bill of $3 billion, the council said.",
        "Sales rose 6 percent and the net was $3 million, Mayor Ida Moe of Arnes said.",
        "Norland counted 633 million crowns in 2030, Mayor Ida Moe of Arnes said.",
        "A quake of Arnes could have killed 90 people in 2030.",
        "A 17-foot boat of Norland was found in 2030.",
        "The jobless rate was 33 percent, Mayor Ida Moe of Arnes said.",
        "The fund bought a 25 percent stake in Norland Shipping in 2030.",
        "Norair could cut 900 jobs, Mayor Ida Moe of Arnes said.",
        "Norair did not cut 900 jobs, Mayor Ida Moe of Arnes said.",
        "Another 900 houses were destroyed in Arnes, the council said.",
        "The council asked Norair to cut 900 jobs in Arnes.",
        "The jury of eight held two men in Arnes on Friday.",
        "In Arnes 44% of the vote came by mail, Mayor Ida Moe said.",
        "Norair denied on Friday that it would cut 900 jobs in Arnes.",
        "Norair will leave Arnes in May, which it told the council on Friday, and cut 900 jobs.",
        "Rebels demanded on Friday that Mayor Ida Moe of Arnes free 300 prisoners.",
        "Norland Shipping employs 7,400 people who sail to Arnes.",
        "The number of known trains in Arnes has risen, and the council counted 90.",
        "Norland Shipping brought clean drinking water to 400,000 people in Arnes.",
    ],
)
def test_a_figure_of_speech_and_an_amount_of_nothing_in_particular_are_none(text: str) -> None:
    assert _measures(text) == []


def test_what_was_done_so_far_is_of_the_day_on_which_it_is_told() -> None:
    text = (
        "Norair cancelled 40 flights on Friday after Thursday's storm. "
        "It now says 90 flights and 30 trains have been called off since Friday."
    )
    article = Article("a.txt", text, "Norland trade fair", published="2031-05-12")
    figures = compose_brief(Story(("a",), (extract(article, ()),), ())).figures
    assert [(item.measure, item.value, item.period) for item in figures] == [
        ("flights cancelled", 40, "2031-05-09"),
        ("flights cancelled", 90, "2031-05-12"),
        ("trains cancelled", 30, "2031-05-12"),
    ]


def test_a_level_is_given_with_what_it_is_a_part_of() -> None:
    article = Article("a.txt", "Reservoirs in Norland stand at 41% of capacity.", "Norland", published="2031-05-09")
    figures = compose_brief(Story(("a",), (extract(article, ()),), ())).figures
    assert [item.as_written for item in figures] == ["41% of capacity"]


def test_an_amount_is_given_with_the_time_that_it_is_for() -> None:
    text = (
        "The strike cost the port $3 million a day, Mayor Ida Moe of Arnes said. "
        "The dike cost $2 million a year ago."
    )
    article = Article("a.txt", text, "Norland trade fair", published="2031-05-09")
    figures = compose_brief(Story(("a",), (extract(article, ()),), ())).figures
    assert [(item.as_written, item.measure) for item in figures] == [
        ("$3 million a day", "cost of the strike"),
        ("$2 million", "cost of the dike"),
    ]


@pytest.mark.parametrize(
    ("text", "measures"),
    [
        ("The council of Arnes voted 31 to 22 in favour of the motion on Friday.", ["in favour of", "against"]),
        ("The motion was defeated in Arnes by 31 votes to 22 on Friday.", ["against", "in favour of"]),
        ("The council of Arnes voted 31-22 against the motion on Friday.", ["against", "in favour of"]),
        ("The council of Arnes voted 31 to 22 to repeal the motion on Friday.", []),
        ("The council of Arnes voted 31 to 22 on the motion last year, Mayor Ida Moe said.", []),
        ("The council of Arnes passed the motion and the budget by 31 votes to 22 on Friday.", []),
    ],
)
def test_a_vote_has_those_for_and_against_where_the_words_tell(text: str, measures: list[str]) -> None:
    assert _measures(text) == [f"votes {side} the motion" for side in measures]


@pytest.mark.parametrize(
    ("text", "measure"),
    [
        ("A fire in Arnes killed 12 people on Friday, police said.", "people killed"),
        ("Some 40 sailors were injured in Arnes on Friday.", "sailors injured"),
        ("The repairs of the hall cost $4 million, the council said.", "cost of the repairs of the hall"),
        ("Sales hit $5 billion in 2030, according to the yard in Arnes.", "Sales"),
        ("Timber exports hit $3 billion in 2030, according to the port of Arnes.", "Timber exports"),
        ("The port of Arnes shipped 1,000 containers in 2030, the council said.", "containers"),
        ("The port of Arnes has won 35 new orders, Mayor Ida Moe said.", "new orders"),
        ("The tax bill of Arnes came to $3 billion, the council said.", "tax bill of Arnes"),
        ("The jobless rate was 5 percent in 2030, the council said.", "jobless rate"),
        (
            "Norway is Sweden's largest partner, with trade volumes of $3 billion in 2030, Norwegian customs said.",
            "trade volumes between Norway and Sweden",
        ),
        ("Norway, Sweden and Poland met. Their trade hit $3 billion in 2030, customs said.", "trade"),
        ("The council of Arnes dismissed 5,300 clerks last week.", "clerks dismissed"),
        ("Norair will cut 900 jobs in Arnes, it said on Friday.", "jobs cut"),
        ("The Harbour List has won 43 seats in Arnes.", "seats won by the Harbour List"),
        ("Ida Moe, a nurse from Arnes, took 44% of the vote.", "share of the vote for Ida Moe"),
        ("The storm closed 1,200 schools in Arnes on Friday.", "schools closed"),
        ("Turnout in the last election of Arnes was 71%.", "Turnout in the last election of Arnes"),
        ("About 800 nurses in Moss went on strike on Friday.", "nurses on strike"),
        ("Some 40,000 homes had no electricity on Friday, the mayor of Arnes said.", "homes without electricity"),
        ("The fire had burned 700 hectares of pine by Friday, police said.", "area burned"),
        ("The mayor of Arnes put the crowd at 700, and said 900 people took part.", "crowd"),
        ("Police said around 2,000 people joined a march in Arnes on Friday.", "crowd"),
        ("The storm killed four people in Arnes on Friday.", "people killed"),
        ("The death toll of the storm rose to five on Friday, police said.", "death toll of the storm"),
        ("Ida Moe was found guilty on 16 of 17 counts in Arnes on Friday.", "counts with a guilty verdict"),
        ("Damage to roads in Arnes was put at $3 million, the council said.", "Damage to roads in Arnes"),
        ("The Arnes Opera cancelled 14 performances on Friday.", "performances cancelled"),
        ("The number of cancelled trains in Arnes has risen to 90, the council said.", "trains cancelled"),
        ("The files of 12,000 members were stolen in Arnes on Friday.", "members whose data were stolen"),
        ("Norland Shipping employs 7,400 people.", "people employed by Norland Shipping"),
        ("Norland Shipping, which has 40,000 customers, sails to Arnes.", "customers of Norland Shipping"),
    ],
)
def test_other_figures_are_told(text: str, measure: str) -> None:
    assert _measures(text) == [measure]
