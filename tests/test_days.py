"""What somebody said stands by its day, and what has none by its story, in the order of the article."""

from dataclasses import replace

import pytest
from good_site import read_good

from generator.model.brief import Quote
from generator.pages.days import by_day, days_of
from generator.pages.items import Place
from generator.pages.published import Placed, Published, PublishedStory, publish


@pytest.fixture
def site() -> Published:
    return publish(read_good())


def said(text: str, day: str | None, story: PublishedStory | None) -> Placed[Quote]:
    quote = Quote(text=text, speaker="Ida Berg", kind="direct", said=day, evidence={"ellery-post-2024-03-12": text})
    return Placed(quote, "who-said-what", text, f"x--{text}", story)


def test_days_come_first_then_stories_in_order_then_what_belongs_to_no_day(site: Published) -> None:
    later, earlier = sorted(site.stories, key=lambda story: story.brief.date or "", reverse=True)
    dateless = replace(earlier, brief=earlier.brief.model_copy(update={"date": None}))
    quotes = [
        said("g", None, None),
        said("f", None, later),
        said("c", None, earlier),
        said("h", None, dateless),
        said("b", "2024-04-01", later),
        said("d", None, earlier),
        said("a", "2024-03", earlier),
        said("e", None, earlier),
    ]
    assert "".join(quote.item.text for quote in by_day(quotes)) == "abcdefgh"


def test_what_has_no_day_says_of_which_story_it_is(site: Published) -> None:
    later, earlier = sorted(site.stories, key=lambda story: story.brief.date or "", reverse=True)
    quotes = by_day([said("c", None, later), said("b", None, earlier), said("a", "2024-03-12", later)])
    days = days_of(quotes, Place(site, "who-said-what", spanning=True))
    assert [(day.date.words if day.date else None, day.story and day.story.text) for day in days] == [
        ("12 March 2024", None),
        (None, earlier.brief.title),
        (None, later.brief.title),
    ]
    assert [day.story_date and day.story_date.words for day in days] == [None, "12 March 2024", "8 April 2024"]
    assert [bool(quote.stories) for day in days for quote in day.quotes] == [True, False, False]
