"""The whole of content/, read and checked: every error of every file at once."""

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from generator.briefs.check import check_briefing, keyed_articles
from generator.briefs.edited import edited_items, edited_of_overview
from generator.briefs.ids import with_ids
from generator.briefs.read import (
    ReadBrief,
    brief_in_part,
    names_in_part,
    overview_in_part,
    read_brief,
    read_names_file,
)
from generator.briefs.references import Content
from generator.errors import ContentError, ContentErrors
from generator.model.article import Article
from generator.model.brief import Brief, NameEntry, Overview
from generator.model.briefing import Briefing

_SLUG = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
MAX_SLUG = 80
# The folder beside the briefs that holds what the generator last wrote.
WRITTEN = ".written"
Read = TypeVar("Read")


def read_briefing(content: Path, articles: Mapping[str, Article]) -> Briefing:
    """Read the briefs, the overview and the names below `content`; `articles` are by file.

    Every item has an id: one without gets its id from its words. Raises ContentErrors with all that is wrong.
    """
    briefs, errors, whole = _briefs_in_part(content)
    overview = overview_in_part(content / "briefing.yml", shown(content / "briefing.yml"))
    names = names_in_part(content / "names.yml", shown(content / "names.yml"))
    last = _last_written(content)
    read = Content(
        briefs={slug: replace(one, brief=with_ids(one.brief)) for slug, one in briefs.items()},
        overview=overview.read and replace(overview.read, overview=with_ids(overview.read.overview)),
        last=last,
        whole=whole,
        own=overview.whole,
    )
    errors += [*overview.errors, *names.errors]
    told = {(error.file, error.line, error.column) for error in errors}
    found = check_briefing(read, articles)
    errors += [error for error in found if (error.file, error.line, error.column) not in told]
    if errors or read.overview is None or names.read is None:
        raise ContentErrors(errors)
    return Briefing(
        overview=read.overview.overview,
        briefs={slug: one.brief for slug, one in read.briefs.items()},
        articles=keyed_articles(read, articles),
        names=names.read.names,
        edited=edited_items({slug: one.brief for slug, one in read.briefs.items()}, last)
        | edited_of_overview(read.overview.overview, _last_overview(content)),
    )


def _briefs_in_part(content: Path) -> tuple[dict[str, ReadBrief], list[ContentError], bool]:
    """Return what is right in the briefs, what is wrong, and whether all is there that others may refer to."""
    briefs: dict[str, ReadBrief] = {}
    errors: list[ContentError] = []
    whole = True
    for path in brief_files(content / "briefs"):
        errors += (found := _check_name(path))
        whole = whole and not found
        if path.suffix == ".yml":
            part = brief_in_part(path, shown(path))
            errors += part.errors
            whole = whole and part.whole
            if part.read is not None:
                briefs[path.stem] = part.read
    return briefs, errors, whole


def _last_written(content: Path) -> dict[str, Brief]:
    """Return what the generator last wrote, by slug; a file that cannot be read is the next run's matter."""
    read = {path.stem: _attempt(read_brief, path)[0] for path in brief_files(content / "briefs" / WRITTEN)}
    return {slug: with_ids(one.brief) for slug, one in read.items() if one}


def _last_overview(content: Path) -> Overview | None:
    """Return the overview as the generator last wrote it."""
    path = content / "briefs" / WRITTEN / "overview" / "briefing.yml"
    read = overview_in_part(path, shown(path)).read if path.is_file() else None
    return with_ids(read.overview) if read else None


def read_names(content: Path) -> tuple[NameEntry, ...]:
    """Return the entries of content/names.yml, none where there is no such file; raises ContentErrors."""
    path = content / "names.yml"
    return read_names_file(path, shown(path)).names


def read_briefs(content: Path) -> tuple[dict[str, ReadBrief], list[ContentError]]:
    """Return the briefs that can be read, by slug in order, and what is wrong with the others."""
    briefs: dict[str, ReadBrief] = {}
    errors: list[ContentError] = []
    for path in brief_files(content / "briefs"):
        errors += _check_name(path)
        if path.suffix == ".yml":
            read, found = _attempt(read_brief, path)
            errors += found
            if read is not None:
                briefs[path.stem] = read
    return briefs, errors


def brief_files(folder: Path) -> list[Path]:
    """Return the YAML files of a folder, hidden ones aside, by name."""
    if not folder.is_dir():
        return []
    found = (path for path in folder.iterdir() if path.suffix in {".yml", ".yaml"} and path.is_file())
    return sorted((path for path in found if not path.name.startswith(".")), key=lambda path: path.name)


def shown(path: Path) -> str:
    """Return a path as errors show it: from the working folder where it lies below it."""
    absolute, here = path.absolute(), Path.cwd()
    return (absolute.relative_to(here) if absolute.is_relative_to(here) else path).as_posix()


def _check_name(path: Path) -> list[ContentError]:
    if path.suffix == ".yaml":
        return [ContentError(shown(path), None, None, "this file is not read", f"rename it to {path.stem}.yml")]
    if not _SLUG.fullmatch(path.stem) or len(path.stem) > MAX_SLUG:
        message = "the name of this file cannot be the address of a page"
        hint = f"small letters a to z, digits and single hyphens, at most {MAX_SLUG} characters"
        return [ContentError(shown(path), None, None, message, hint)]
    return []


def _attempt(read: Callable[[Path, str], Read], path: Path) -> tuple[Read | None, list[ContentError]]:
    try:
        return read(path, shown(path)), []
    except ContentErrors as problem:
        return None, list(problem.errors)
