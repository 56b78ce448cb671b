"""Write what the generator made into content/, keeping what people made of it.

Beside the briefs, `.written/` holds exactly what the generator last wrote: what differs from it is a person's.
A brief is written before its copy there; a run that is killed between the two is completed by the next.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from generator.briefs.briefing import WRITTEN, brief_files, read_briefs, shown
from generator.briefs.changes import Changes, FileChange
from generator.briefs.edits import NotSpliced
from generator.briefs.files import (
    SavedMeanwhile,
    locked,
    read_if_there,
    remove_file,
    remove_leftovers,
    replace_file,
)
from generator.briefs.held import hold_back
from generator.briefs.ids import with_ids
from generator.briefs.journal import Note, complete_runs, drop_note, hashed, write_note
from generator.briefs.keep import meaning, merge
from generator.briefs.lines import decode_text
from generator.briefs.read import ReadBrief, parse_brief, read_brief
from generator.briefs.schema import brief_schema
from generator.briefs.splice import commented_items, splice
from generator.briefs.write import dump_brief
from generator.errors import ContentError, ContentErrors
from generator.model.brief import Brief

# Somebody who saves a file five times while it is merged is asked to stop.
TRIES = 5


_Ready = Callable[[Path], None]


@dataclass(frozen=True, slots=True)
class _Plan:
    """What is to become of one brief and of its copy in .written/; None: removed, or not there.

    `elsewhere` are the keys of the articles of other briefs.
    """

    change: FileChange
    mine: bytes | None
    mine_after: bytes | None
    base: bytes | None
    base_after: bytes | None
    elsewhere: frozenset[str] = frozenset()

    def told(self) -> FileChange:
        told = replace(self.change, writes=(self.mine, self.base) != (self.mine_after, self.base_after))
        if self.mine == self.mine_after:
            return told
        return replace(told, before=_shown(self.mine), after=_shown(self.mine_after))


def write_briefs(content: Path, generated: Mapping[str, Brief], *, check: bool = False) -> Changes:
    """Write the briefs by slug, keeping every edit by hand; `check` only tells what would be done.

    Raises ContentErrors, before anything is written, if a brief cannot be read.
    """
    folder = content / "briefs"
    if check:
        return Changes(tuple(plan.told() for plan in _plan_all(folder, generated)))
    with locked(folder):
        saved = tuple(shown(path) for path in complete_runs(folder, folder / WRITTEN))
        remove_leftovers(folder)
        remove_leftovers(folder / WRITTEN)
        plans = _plan_all(folder, generated)
        return Changes(tuple(_carry_out(folder, plan, generated) for plan in plans), saved)


def read_written(content: Path) -> dict[str, Brief]:
    """Return the briefs so far by slug: as people have them, with the articles that the generator last knew.

    A brief that a person deleted is among them, so that its slug and its articles' keys stay given; an article that
    a person put into another brief is that one's.
    Raises ContentErrors if one cannot be read.
    """
    briefs, errors = read_briefs(content)
    last: dict[str, Brief] = {}
    for path in brief_files(content / "briefs" / WRITTEN):
        try:
            last[path.stem] = read_brief(path, shown(path)).brief
        except ContentErrors as problem:
            errors += problem.errors
    if errors:
        raise ContentErrors(errors)
    owner = {entry.file: slug for slug, read in briefs.items() for entry in read.brief.articles.values()}
    merged = {**last, **{slug: read.brief for slug, read in briefs.items()}}
    for slug, brief in merged.items():
        known = {**(last[slug].articles if slug in last else {}), **brief.articles}
        articles = {key: entry for key, entry in known.items() if owner.get(entry.file, slug) == slug}
        merged[slug] = brief.model_copy(update={"articles": articles})
    return dict(sorted(merged.items()))


def write_schema(content: Path) -> None:
    """Write content/brief.schema.json, which an editor's completion comes from, if it is not as it should be."""
    path = content / "brief.schema.json"
    wanted = (json.dumps(brief_schema(), indent=2, ensure_ascii=False) + "\n").encode()
    if read_if_there(path) != wanted:
        replace_file(path, wanted, read_if_there(path))


def _plan_all(folder: Path, generated: Mapping[str, Brief]) -> list[_Plan]:
    slugs = {path.stem for path in (*brief_files(folder), *brief_files(folder / WRITTEN)) if path.suffix == ".yml"}
    plans: list[_Plan] = []
    errors: list[ContentError] = []
    files: dict[str, _Mine] = {}
    for slug in sorted(slugs | set(generated)):
        try:
            files[slug] = _read_mine(folder, slug)
        except ContentErrors as problem:
            errors += problem.errors
    holders = _holders(files, generated)
    for slug, mine in files.items():
        try:
            plan = _plan(folder, slug, mine, generated.get(slug), _elsewhere(holders, slug))
        except ContentErrors as problem:
            errors += problem.errors
            continue
        if plan is not None:
            plans.append(plan)
    if errors:
        raise ContentErrors(errors)
    return plans


@dataclass(frozen=True, slots=True)
class _Mine:
    """A brief's file as it is; None: there is no such file."""

    data: bytes | None
    read: ReadBrief | None


def _read_mine(folder: Path, slug: str) -> _Mine:
    path = folder / f"{slug}.yml"
    data = read_if_there(path)
    return _Mine(data, None if data is None else _parse(data, shown(path)))


def _holders(files: Mapping[str, _Mine], generated: Mapping[str, Brief]) -> dict[str, set[str]]:
    """Return the briefs that each article (by key) belongs to, as people and as the generator have it."""
    holders: dict[str, set[str]] = {}
    briefs = [(slug, mine.read.brief) for slug, mine in files.items() if mine.read]
    for slug, brief in (*briefs, *generated.items()):
        for key in brief.articles:
            holders.setdefault(key, set()).add(slug)
    return holders


def _elsewhere(holders: Mapping[str, set[str]], slug: str) -> frozenset[str]:
    return frozenset(key for key, slugs in holders.items() if slugs - {slug})


def _plan(folder: Path, slug: str, file: _Mine, new: Brief | None, elsewhere: frozenset[str]) -> _Plan | None:
    """Decide about one brief; None where it is none of the generator's business."""
    mine, read = file.data, file.read
    base = read_if_there(folder / WRITTEN / f"{slug}.yml")
    name = shown(folder / f"{slug}.yml")
    if new is None:
        return _plan_gone(name, mine, base)
    dumped = dump_brief(with_ids(new)).encode()
    if mine is None or read is None:
        if base is not None:
            change = FileChange(name, "left alone", "it was deleted by hand, and stays deleted")
            return _Plan(change, None, None, base, base, elsewhere)
        return _Plan(FileChange(name, "added"), None, dumped, None, dumped, elsewhere)
    if read.brief.locked:
        return _Plan(FileChange(name, "left alone", "it is locked"), mine, mine, base, base, elsewhere)
    if _same_text(mine, dumped) and (base is None or _same_text(mine, base)):
        return _Plan(FileChange(name, "unchanged"), mine, mine, base, dumped, elsewhere)
    if base is None:
        why = "there is no record of what the generator wrote: all of it counts as written by hand"
        return _Plan(FileChange(name, "left alone", why), mine, mine, None, dumped, elsewhere)
    if _same_text(mine, base):
        return _Plan(FileChange(name, "updated"), mine, dumped, base, dumped, elsewhere)
    return _plan_merge(name, file, base, with_ids(new), elsewhere)


def _plan_gone(file: str, mine: bytes | None, base: bytes | None) -> _Plan | None:
    """Decide about a brief that the generator does not write any more."""
    if mine is None or base is None:
        return None
    if _same_text(mine, base):
        why = "no articles make up this story any more"
        return _Plan(FileChange(file, "removed", why), mine, None, base, None)
    why = "no articles make up this story any more, but it was edited by hand"
    return _Plan(FileChange(file, "left alone", why), mine, mine, base, base)


def _plan_merge(file: str, mine: _Mine, base: bytes, new: Brief, elsewhere: frozenset[str]) -> _Plan:
    """Merge a brief that was edited by hand."""
    data, read = mine.data, mine.read
    assert data is not None
    assert read is not None
    last = meaning(with_ids(_parse(base, f"{WRITTEN}/{file}").brief))
    held = hold_back(last, meaning(read.brief), meaning(new), elsewhere)
    merged = merge(last, meaning(read.brief), held, commented_items(read.document), elsewhere)
    try:
        text = splice(read, merged) if merged.data != meaning(read.brief) else read.document.text
    except NotSpliced:
        why = (
            "it is written in a way that cannot be changed in place; put it into the usual form to have it updated"
        )
        change = FileChange(file, "left alone", why, merged.kept, merged.conflicts)
        return _Plan(change, data, data, base, base, elsewhere)
    after = (_bom(data) + text.encode()) if text != read.document.text else data
    change = FileChange(file, "unchanged" if after == data else "updated", None, merged.kept, merged.conflicts)
    return _Plan(change, data, after, base, dump_brief(Brief.model_validate(held)).encode(), elsewhere)


def _carry_out(folder: Path, plan: _Plan, generated: Mapping[str, Brief]) -> FileChange:
    """Write what was planned; if somebody saved the file meanwhile, plan again from what they saved."""
    slug = Path(plan.change.file).stem
    current: _Plan | None = plan
    for _ in range(TRIES):
        if current is None:
            return replace(plan.change, what="left alone", why="it was removed meanwhile")
        try:
            _write(folder, slug, current)
        except SavedMeanwhile:
            current = _plan(folder, slug, _read_mine(folder, slug), generated.get(slug), plan.elsewhere)
            continue
        return current.told()
    message = "this file is being saved again and again while it is to be written"
    raise ContentErrors(
        [ContentError(plan.change.file, None, None, message, "close it in the editor and run again")]
    )


def _write(folder: Path, slug: str, plan: _Plan) -> None:
    """Put a brief in place, then its copy; a note tells the next run of it if this one ends between the two."""
    path, copy = folder / f"{slug}.yml", folder / WRITTEN / f"{slug}.yml"
    if plan.mine == plan.mine_after or plan.base == plan.base_after:
        _put(path, plan.mine, plan.mine_after)
        _put(copy, plan.base, plan.base_after)
        return

    def note(temporary: Path | None) -> None:
        after = None if plan.base_after is None else plan.base_after.decode("utf-8")
        name = None if temporary is None else temporary.name
        write_note(copy.parent, slug, Note(hashed(plan.mine), hashed(plan.mine_after), after, name))

    try:
        if plan.mine_after is None:
            note(None)
        _put(path, plan.mine, plan.mine_after, note)
    except (SavedMeanwhile, ContentErrors):
        # A disk may fail after the brief was put in place: then the note must tell the next run so.
        if hashed(read_if_there(path)) != hashed(plan.mine_after):
            drop_note(copy.parent, slug)
        raise
    _put(copy, plan.base, plan.base_after)
    drop_note(copy.parent, slug)


def _put(
    path: Path, before: bytes | None, after: bytes | None, ready: Callable[[Path], None] | None = None
) -> None:
    if after is None and before is not None:
        remove_file(path, before)
    elif after is not None and after != before:
        replace_file(path, after, before, ready)


def _parse(data: bytes, file: str) -> ReadBrief:
    return parse_brief(decode_text(data, file), file)


def _same_text(mine: bytes, base: bytes) -> bool:
    """Tell whether two files are the same but for what a version control system or an editor does to line ends."""
    return mine.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n") == base.replace(b"\r\n", b"\n")


def _shown(data: bytes | None) -> str | None:
    return None if data is None else data.decode("utf-8").removeprefix("\ufeff")


def _bom(data: bytes) -> bytes:
    return b"\xef\xbb\xbf" if data.startswith(b"\xef\xbb\xbf") else b""
