"""Parts that a hand-written page may take in by name: `<!-- briefing: made-from -->`."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from generator.errors import ContentError, ContentErrors
from generator.pages.escape import environment
from generator.pages.openness import tally
from generator.pages.passages import Link, Origins, origins_of
from generator.pages.published import Published
from generator.pages.sureness import as_reports
from generator.pages.theme_folder import theme_folders
from generator.pages.wording import counted

# <!-- briefing: made-from -->, on a line of its own
_TAKEN_IN = re.compile(r"^<!-- briefing: ([a-z-]+) -->$", re.MULTILINE)


class UnknownPart(ValueError):
    """A page asks for a part that there is not."""


@dataclass(frozen=True, slots=True)
class Parts:
    """What the parts show: what the site was made from, in numbers of this build, and whom to tell of an error."""

    made_from: str
    origins: Origins
    items: tuple[str, ...]
    contact: Link | None


def fill_parts(markdown: str, site: Published, own_theme: Path | None = None, contact: Link | None = None) -> str:
    """Return a hand-written page with its parts filled in; raises UnknownPart for one that there is not."""
    if not _TAKEN_IN.search(markdown):
        return markdown
    templates, parts = environment(*theme_folders(own_theme)), _parts(site, contact)
    names = sorted(
        name.removeprefix("parts/").removesuffix(".md.jinja")
        for name in templates.list_templates()
        if name.startswith("parts/")
    )

    def fill(match: re.Match[str]) -> str:
        if match[1] not in names:
            raise UnknownPart(f"there is no part “{match[1]}”: there are {', '.join(names)}")
        return templates.get_template(f"parts/{match[1]}.md.jinja").render(parts=parts)

    return _TAKEN_IN.sub(fill, markdown)


def hand_written(folder: Path, site: Published, own_theme: Path | None = None) -> Mapping[str, str]:
    """Return the hand-written pages below a folder, filled in, by their paths; raises ContentErrors."""
    pages: dict[str, str] = {}
    errors: list[ContentError] = []
    for path in sorted(folder.rglob("*.md")):
        try:
            pages[path.relative_to(folder).as_posix()] = fill_parts(path.read_text("utf-8"), site, own_theme)
        except UnknownPart as unknown:
            errors.append(ContentError(path.as_posix(), None, None, str(unknown)))
        except UnicodeDecodeError:
            errors.append(ContentError(path.as_posix(), None, None, "the page is not UTF-8", "save it as UTF-8"))
        except OSError as problem:
            errors.append(ContentError(path.as_posix(), None, None, f"cannot be read: {problem.strerror}"))
    if errors:
        raise ContentErrors(errors)
    return pages


def _parts(site: Published, contact: Link | None) -> Parts:
    kinds: Mapping[str, int] = {
        name: sum(len(getattr(part, kind)) for part in site.everything())
        for kind, name in (
            ("facts", "key fact"),
            ("quotes", "quotation"),
            ("timeline", "dated event"),
            ("figures", "figure"),
        )
    }
    articles = tuple(site.articles.values())
    told = f"Made from {as_reports(articles, ', which make')}"
    stories = counted(len(site.stories), "story", "stories")
    questions = tally([question for part in site.everything() for question in part.questions])
    items = (stories, *(counted(count, name) for name, count in kinds.items()), questions)
    return Parts(told, origins_of(articles), items, contact)
