"""What a page tells the programs that read it: search engines, and sites where people share it."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.exports.cards import card
from generator.exports.structured import structured_data
from generator.pages.published import HOME, Published


@dataclass(frozen=True, slots=True)
class Head:
    """`image` is the full address of the page's picture; `structured` is JSON-LD that may stand in a `<script>`."""

    kind: str
    image: str | None
    structured: str | None


def head(site: Published, page: str, address: str | None) -> Head:
    """Return what stands in the head of a page; pictures need full addresses: none without `address`."""
    stories = {story.page for story in site.stories}
    image = f"{address}{_path(page if page in stories else HOME)}" if address else None
    return Head("article" if page in stories else "website", image, structured_data(site, page, address))


def pictures(site: Published) -> Mapping[str, bytes]:
    """Return the pictures by their paths: the home page's, for all without one of their own, and each story's."""
    titles = {HOME: site.overview.title, **{story.page: story.brief.title for story in site.stories}}
    return {_path(page): card(title, site.overview.title if page != HOME else "") for page, title in titles.items()}


def _path(page: str) -> str:
    return f"assets/cards/{page.rpartition('/')[2]}.png"
