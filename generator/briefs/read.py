"""Read the files that people edit: a brief, the overview and the names, each with the place of everything in it."""

from dataclasses import dataclass
from pathlib import Path

from generator.briefs.validate import validate, validate_node
from generator.briefs.yaml_text import Document, Scalar, Sequence, parse_yaml, read_yaml
from generator.errors import ContentError, ContentErrors
from generator.model.brief import Brief, NameEntry, Overview


@dataclass(frozen=True, slots=True)
class ReadBrief:
    """A brief as its file has it, and where each part of it stands."""

    brief: Brief
    document: Document


@dataclass(frozen=True, slots=True)
class ReadOverview:
    """content/briefing.yml and where each part of it stands."""

    overview: Overview
    document: Document


@dataclass(frozen=True, slots=True)
class ReadNames:
    """content/names.yml and where each part of it stands; no document where there is no such file."""

    names: tuple[NameEntry, ...]
    document: Document | None


def read_brief(path: Path, shown_as: str | None = None) -> ReadBrief:
    """Read one brief; errors name it `shown_as`. Raises ContentErrors with every error of the file."""
    return _brief(read_yaml(path, shown_as or path.as_posix()))


def parse_brief(text: str, file: str) -> ReadBrief:
    """Read a brief from its text (without a byte order mark); raises ContentErrors with every error of it."""
    return _brief(parse_yaml(text, file))


def read_overview(path: Path, shown_as: str | None = None) -> ReadOverview:
    """Read briefing.yml; raises ContentErrors, also where there is no such file."""
    file = shown_as or path.as_posix()
    if not path.is_file():
        hint = "write one with at least a line “title: …”: it is the title of the site"
        raise ContentErrors([ContentError(file, None, None, "there is no such file", hint)])
    document = read_yaml(path, file)
    overview, errors = validate(document, Overview)
    _raise_any(document, errors)
    assert overview is not None
    return ReadOverview(overview, document)


def read_names_file(path: Path, shown_as: str | None = None) -> ReadNames:
    """Read names.yml; there are no names where there is no such file, or nothing but comments in it."""
    file = shown_as or path.as_posix()
    if not path.is_file():
        return ReadNames((), None)
    document = read_yaml(path, file)
    root = document.root
    if isinstance(root, Scalar) and root.is_null:
        return ReadNames((), document)
    if not isinstance(root, Sequence):
        hint = "begin each entry with “- name: …”"
        raise ContentErrors([*document.problems, document.error(root.start, "this file must be a list", hint)])
    names: list[NameEntry] = []
    errors: list[ContentError] = []
    for place, node in enumerate(root.items):
        entry, found = validate_node(document, node, (place,), NameEntry)
        errors += found
        if entry is not None:
            names.append(entry)
    _raise_any(document, errors)
    return ReadNames(tuple(names), document)


def _brief(document: Document) -> ReadBrief:
    brief, errors = validate(document, Brief)
    _raise_any(document, errors)
    assert brief is not None
    return ReadBrief(brief, document)


def _raise_any(document: Document, errors: list[ContentError]) -> None:
    """Raise what is wrong with a document; of two errors at one place the earlier found explains the other."""
    found = list(document.problems)
    places = {(error.line, error.column) for error in found}
    found += [error for error in errors if (error.line, error.column) not in places]
    if found:
        raise ContentErrors(found)
