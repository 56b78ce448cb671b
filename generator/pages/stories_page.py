"""The list of stories."""

from dataclasses import dataclass

from generator.pages.published import STORIES, Published
from generator.pages.teasers import PageInfo, StoryTeaser, story_teaser
from generator.pages.wording import capitalised, counted, year_of


@dataclass(frozen=True, slots=True)
class YearOfStories:
    """The stories of one year; of the last, the date may not be known."""

    anchor: str
    name: str
    stories: tuple[StoryTeaser, ...]


@dataclass(frozen=True, slots=True)
class StoriesView:
    page: PageInfo
    years: tuple[YearOfStories, ...]


def stories_view(site: Published) -> StoriesView:
    """List all stories by the year of their event, the newest first."""
    years: dict[int | None, list[StoryTeaser]] = {}
    for story in site.stories:
        year = year_of(story.brief.date) if story.brief.date else None
        years.setdefault(year, []).append(story_teaser(site, story, STORIES))
    told = capitalised(counted(len(site.stories), "story", "stories"))
    return StoriesView(
        page=PageInfo(STORIES, "Stories", f"{told}, each with the passages it rests on.", in_nav=True),
        years=tuple(
            YearOfStories(f"y{year}" if year else "undated", str(year or "Date not known"), tuple(stories))
            for year, stories in years.items()
        ),
    )
