"""Briefing → pages: each view through its template, with its front matter."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from generator.pages.article_pages import article_views, sources_view
from generator.pages.escape import environment, front_matter
from generator.pages.home_page import home_view
from generator.pages.lines_page import lines_view
from generator.pages.minor_speakers import minor_speakers
from generator.pages.people import bearers
from generator.pages.people_pages import bearer_view, people_view
from generator.pages.published import Published
from generator.pages.spanning_pages import figures_view, questions_view, speakers_view
from generator.pages.stories_page import stories_view
from generator.pages.story_page import story_view
from generator.pages.teasers import PageInfo
from generator.pages.theme_folder import theme_folders
from generator.pages.timeline_page import timeline_view


@dataclass(frozen=True, slots=True)
class Page:
    """A page as a site builder takes it: its path below the pages' folder, and Markdown with front matter.

    `in_nav` pages are the site's sections; all others are reached from these and by the search.
    """

    path: str
    title: str
    markdown: str
    in_nav: bool


class View(Protocol):
    """What a template is given, under the name `view`."""

    @property
    def page(self) -> PageInfo: ...


def render_pages(site: Published, *, full_text: bool = False, own_theme: Path | None = None) -> tuple[Page, ...]:
    """Return every page of the site but the hand-written ones, sections first.

    `full_text` shows whole articles on their pages, for those whose rights allow it. Templates in `own_theme`
    replace those of the same name.
    """
    templates = environment(*theme_folders(own_theme))
    return tuple(
        Page(
            path=f"{view.page.name}.md",
            title=view.page.title,
            markdown=front_matter({"title": view.page.title, "description": view.page.description})
            + templates.get_template(f"pages/{template}.md.jinja").render(view=view),
            in_nav=view.page.in_nav,
        )
        for template, view in _views(site, full_text)
    )


def _views(site: Published, full_text: bool) -> Iterator[tuple[str, View]]:
    """Yield each page's template and view, so that memory holds one story at a time."""
    yield "home", home_view(site)
    yield "stories", stories_view(site)
    everybody = bearers(site)
    yield "timeline", timeline_view(site, everybody)
    yield "who-said-what", speakers_view(site, everybody)
    yield "people", people_view(everybody, minor_speakers(site, everybody))
    yield "figures", figures_view(site)
    yield "open-questions", questions_view(site)
    yield "lines", lines_view(site)
    yield "sources", sources_view(site)
    for bearer in everybody:
        yield "person", bearer_view(site, bearer)
    for story in site.stories:
        yield "story", story_view(site, story, everybody)
    for article in article_views(site, full_text):
        yield "article", article
