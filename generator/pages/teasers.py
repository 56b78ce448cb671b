"""How a page, a story and an article are named where others lead to them."""

from dataclasses import dataclass

from generator.pages.passages import Link, Origins, origins_of
from generator.pages.published import Published, PublishedArticle, PublishedStory, href
from generator.pages.wording import Date, date

NO_TITLE, SAME_TITLE, NO_OUTLET = "Headline not in our copy", "The article of this title", "Outlet not named"


@dataclass(frozen=True, slots=True)
class PageInfo:
    """A page's name (its path without the suffix), its title and what search engines say of it."""

    name: str
    title: str
    description: str
    in_nav: bool = False


@dataclass(frozen=True, slots=True)
class ArticleTeaser:
    """An article as a list shows it; `named` is False where words stand in for a title."""

    title: Link
    named: bool
    outlet: str
    date: Date | None
    how_dated: str | None


@dataclass(frozen=True, slots=True)
class StoryTeaser:
    """A story as a list shows it."""

    title: Link
    date: Date | None
    origins: Origins
    text: str | None


def article_teaser(article: PublishedArticle, here: str, under: str = "") -> ArticleTeaser:
    """Show an article; a title that it stands `under` already is not told again."""
    entry = article.entry
    title = SAME_TITLE if entry.title and entry.title == under else entry.title or NO_TITLE
    return ArticleTeaser(
        title=Link(title, href(here, article.page)),
        named=title not in {SAME_TITLE, NO_TITLE},
        outlet=entry.outlet or NO_OUTLET,
        date=date(entry.published) if entry.published else None,
        how_dated=entry.how_dated,
    )


def story_teaser(site: Published, story: PublishedStory, here: str) -> StoryTeaser:
    return StoryTeaser(
        title=Link(story.brief.title, href(here, story.page)),
        date=story_date(site, story),
        origins=origins_of(site.articles[key] for key in story.brief.articles),
        text=story.brief.standfirst,
    )


def story_date(site: Published, story: PublishedStory) -> Date | None:
    """Say when a story's event took place; from which words that is known stands at the event itself."""
    when = story.brief.date
    events = site.items[story.slug].timeline
    how = next((event.item.how_dated for event in events if event.item.date == when), None)
    return date(when, how_dated=how) if when else None
