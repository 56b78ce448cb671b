"""What `mkdocs serve` shows while the content has errors: the same text as the command line, on every section."""

from pathlib import Path

from generator.errors import ContentErrors
from generator.pages.escape import environment, front_matter
from generator.pages.lines_page import LINES
from generator.pages.people import PEOPLE
from generator.pages.published import FIGURES, HOME, QUESTIONS, SOURCES, SPEAKERS, STORIES, TIMELINE
from generator.pages.render import Page
from generator.pages.theme_folder import theme_folders

TITLE = "The content has errors"
# A page for each section that the site's navigation names, so that none of its links is broken meanwhile.
SECTION_PAGES = (HOME, STORIES, TIMELINE, SPEAKERS, PEOPLE, FIGURES, QUESTIONS, LINES, SOURCES)


def render_error_page(errors: ContentErrors, *, own_theme: Path | None = None) -> tuple[Page, ...]:
    """Return the error page under the name of every section."""
    template = environment(*theme_folders(own_theme)).get_template("pages/error.md.jinja")
    body = template.render(title=TITLE, errors=[str(error) for error in errors.errors])
    markdown = front_matter({"title": TITLE, "description": TITLE}) + body
    return tuple(Page(f"{name}.md", TITLE, markdown, in_nav=True) for name in SECTION_PAGES)
