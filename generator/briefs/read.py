"""Read the files that people edit: a brief, the overview and the names, each with the place of everything in it."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, TypeVar

from pydantic import BaseModel

from generator.briefs.salvage import salvage
from generator.briefs.validate import validate, validate_node
from generator.briefs.yaml_text import Document, Loc, Scalar, Sequence, parse_yaml, read_yaml
from generator.errors import ContentError, ContentErrors
from generator.model.brief import Brief, NameEntry, Overview

Read = TypeVar("Read")
Model = TypeVar("Model", bound=BaseModel)


@dataclass(frozen=True, slots=True)
class ReadBrief:
    """A brief as its file has it, and where each part of it stands."""

    brief: Brief
    document: Document

    @property
    def part(self) -> Brief:
        """The brief, under the name that it shares with the overview."""
        return self.brief


@dataclass(frozen=True, slots=True)
class ReadOverview:
    """content/briefing.yml and where each part of it stands."""

    overview: Overview
    document: Document

    @property
    def part(self) -> Overview:
        """The overview, under the name that it shares with a brief."""
        return self.overview


@dataclass(frozen=True, slots=True)
class ReadNames:
    """content/names.yml and where each part of it stands; no document where there is no such file.

    `places` are those of the entries in the file's list: one that is wrong is not among them.
    """

    names: tuple[NameEntry, ...]
    document: Document | None
    places: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Partly(Generic[Read]):
    """What is right in a file and what is wrong with the rest.

    `whole`: nothing is missing that other files may refer to.
    """

    read: Read | None
    errors: tuple[ContentError, ...] = ()
    whole: bool = True


def read_brief(path: Path, shown_as: str | None = None) -> ReadBrief:
    """Read one brief; errors name it `shown_as`. Raises ContentErrors with every error of the file."""
    document = read_yaml(path, shown_as or path.as_posix())
    return ReadBrief(_all_of(document, Brief), document)


def parse_brief(text: str, file: str) -> ReadBrief:
    """Read a brief from its text (without a byte order mark); raises ContentErrors with every error of it."""
    document = parse_yaml(text, file)
    return ReadBrief(_all_of(document, Brief), document)


def read_overview(path: Path, shown_as: str | None = None) -> ReadOverview:
    """Read briefing.yml; raises ContentErrors, also where there is no such file."""
    document = _overview_document(path, shown_as or path.as_posix())
    return ReadOverview(_all_of(document, Overview), document)


def parse_overview(text: str, file: str) -> ReadOverview:
    """Read briefing.yml from its text (without a byte order mark); raises ContentErrors with every error of it."""
    document = parse_yaml(text, file)
    return ReadOverview(_all_of(document, Overview), document)


def read_names_file(path: Path, shown_as: str | None = None) -> ReadNames:
    """Read names.yml; there are no names where there is no such file, or nothing but comments in it."""
    found = names_in_part(path, shown_as or path.as_posix())
    if found.errors or found.read is None:
        raise ContentErrors(list(found.errors))
    return found.read


def brief_in_part(path: Path, shown_as: str) -> Partly[ReadBrief]:
    """Return what is right in a brief, with every error of the file."""
    try:
        document = read_yaml(path, shown_as)
    except ContentErrors as problem:
        return Partly(None, problem.errors, whole=False)
    brief, rest, errors, whole = _part_of(document, Brief)
    return Partly(ReadBrief(brief, rest) if brief else None, errors, whole)


def overview_in_part(path: Path, shown_as: str) -> Partly[ReadOverview]:
    """Return what is right in briefing.yml, with every error of the file."""
    try:
        document = _overview_document(path, shown_as)
    except ContentErrors as problem:
        return Partly(None, problem.errors, whole=False)
    overview, rest, errors, whole = _part_of(document, Overview)
    return Partly(ReadOverview(overview, rest) if overview else None, errors, whole)


def names_in_part(path: Path, shown_as: str) -> Partly[ReadNames]:
    """Return the entries of names.yml that are right, with every error of the file."""
    if not path.is_file():
        return Partly(ReadNames((), None))
    try:
        document = read_yaml(path, shown_as)
    except ContentErrors as problem:
        return Partly(None, problem.errors, whole=False)
    root = document.root
    if isinstance(root, Scalar) and root.is_null:
        return Partly(ReadNames((), document))
    if not isinstance(root, Sequence):
        hint = "begin each entry with “- name: …”"
        errors = (*document.problems, document.error(root.start, "this file must be a list", hint))
        return Partly(None, errors, whole=False)
    names: dict[int, NameEntry] = {}
    wrong: list[ContentError] = []
    for place, node in enumerate(root.items):
        entry, found = validate_node(document, node, (place,), NameEntry)
        wrong += found
        if entry is not None:
            names[place] = entry
    read = ReadNames(tuple(names.values()), document, tuple(names))
    all_wrong = (*_all_errors(document, wrong), *check_spellings(read))
    return Partly(read, all_wrong, whole=not all_wrong)


def check_spellings(names: ReadNames) -> Iterator[ContentError]:
    """Yield an error for each spelling that stands for two bearers."""
    document = names.document
    if document is None:
        return
    bearer: dict[str, tuple[int, str, Loc]] = {}
    for place, entry in zip(names.places, names.names, strict=True):
        spellings: list[tuple[str, Loc]] = [(entry.name, (place, "name"))]
        spellings += [(also, (place, "also", position)) for position, also in enumerate(entry.also)]
        for spelling, loc in spellings:
            other, preferred, first = bearer.setdefault(spelling.casefold(), (place, entry.name, loc))
            if other != place:
                line, _ = document.lines.place(document.node(first).start)
                hint = (
                    f"in line {line} it belongs to {preferred}; one spelling can name one bearer only: remove one"
                )
                yield document.error(document.node(loc).start, f"the spelling “{spelling}” is already taken", hint)


def _overview_document(path: Path, file: str) -> Document:
    if not path.is_file():
        hint = "write one with at least a line “title: …”: it is the title of the site"
        raise ContentErrors([ContentError(file, None, None, "there is no such file", hint)])
    return read_yaml(path, file)


def _all_of(document: Document, model: type[Model]) -> Model:
    found, errors = validate(document, model)
    wrong = _all_errors(document, errors)
    if wrong or found is None:
        raise ContentErrors(wrong)
    return found


def _part_of(
    document: Document, model: type[Model]
) -> tuple[Model | None, Document, tuple[ContentError, ...], bool]:
    found, errors = validate(document, model)
    wrong = tuple(_all_errors(document, errors))
    if found is not None:
        return found, document, wrong, not wrong
    found, rest, whole = salvage(document, model)
    return found, rest, wrong, whole


def _all_errors(document: Document, errors: list[ContentError]) -> list[ContentError]:
    """Return what is wrong with a document; of two errors at one place the earlier found explains the other."""
    found = list(document.problems)
    places = {(error.line, error.column) for error in found}
    return found + [error for error in errors if (error.line, error.column) not in places]
