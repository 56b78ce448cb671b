"""Write what the generator made into content/, keeping what people made of it.

Beside the briefs, `.written/` holds exactly what the generator last wrote: what differs from it is a person's.
A brief is written before its copy there; a run that is killed between the two is completed by the next.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from generator.briefs.briefing import WRITTEN, brief_files, read_briefs, read_names, shown
from generator.briefs.changes import Changes, FileChange, What
from generator.briefs.files import locked, read_if_there, remove_leftovers, replace_file
from generator.briefs.held import hold_back
from generator.briefs.ids import with_ids
from generator.briefs.journal import complete_runs
from generator.briefs.keep import meaning
from generator.briefs.lines import decode_text
from generator.briefs.plans import Place, Plan, carry_out, plan_merged, same_text
from generator.briefs.read import ReadBrief, overview_in_part, parse_brief, read_brief
from generator.briefs.schema import schemas
from generator.briefs.write import dump_brief
from generator.errors import ContentError, ContentErrors
from generator.model.brief import Brief, NameEntry


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
        done = [_carry_out(folder, plan, generated) for plan in _plan_all(folder, generated)]
        return Changes(tuple(done), saved)


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


def read_edited(content: Path) -> tuple[tuple[NameEntry, ...], dict[str, Brief]]:
    """Return the names and, as `read_written`, the briefs so far.

    Raises ContentErrors with all that is wrong in the files that people edit, briefing.yml among them.
    """
    errors: list[ContentError] = []
    names: tuple[NameEntry, ...] = ()
    written: dict[str, Brief] = {}
    try:
        written = read_written(content)
    except ContentErrors as problem:
        errors += problem.errors
    try:
        names = read_names(content)
    except ContentErrors as problem:
        errors += problem.errors
    if (content / "briefing.yml").is_file():
        errors += overview_in_part(content / "briefing.yml", shown(content / "briefing.yml")).errors
    if errors:
        raise ContentErrors(errors)
    return names, written


def write_schemas(content: Path, *, check: bool = False) -> tuple[FileChange, ...]:
    """Write content/*.schema.json, which an editor's completion comes from, if they are others."""
    return tuple(_write_schema(content / f"{name}.schema.json", one, check) for name, one in schemas().items())


def _write_schema(path: Path, schema: Mapping[str, object], check: bool) -> FileChange:
    wanted = (json.dumps(schema, indent=2, ensure_ascii=False) + "\n").encode()
    there = read_if_there(path)
    if there == wanted:
        return FileChange(shown(path), "unchanged")
    if not check:
        replace_file(path, wanted, there)
    before = None if there is None else there.decode("utf-8", "replace")
    what: What = "added" if there is None else "updated"
    return FileChange(shown(path), what, writes=True, before=before, after=wanted.decode())


def _plan_all(folder: Path, generated: Mapping[str, Brief]) -> list[Plan]:
    slugs = {path.stem for path in (*brief_files(folder), *brief_files(folder / WRITTEN)) if path.suffix == ".yml"}
    plans: list[Plan] = []
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


def _plan(folder: Path, slug: str, file: _Mine, new: Brief | None, elsewhere: frozenset[str]) -> Plan | None:
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
            return Plan(change, None, None, base, base, elsewhere)
        return Plan(FileChange(name, "added"), None, dumped, None, dumped, elsewhere)
    if read.brief.locked:
        return Plan(FileChange(name, "left alone", "it is locked"), mine, mine, base, base, elsewhere)
    if same_text(mine, dumped) and (base is None or same_text(mine, base)):
        return Plan(FileChange(name, "unchanged"), mine, mine, base, dumped, elsewhere)
    if base is None:
        why = "there is no record of what the generator wrote: all of it counts as written by hand"
        return Plan(FileChange(name, "left alone", why), mine, mine, None, dumped, elsewhere)
    if same_text(mine, base):
        return Plan(FileChange(name, "updated"), mine, dumped, base, dumped, elsewhere)
    return _plan_merge(name, file, base, with_ids(new), elsewhere)


def _plan_gone(file: str, mine: bytes | None, base: bytes | None) -> Plan | None:
    """Decide about a brief that the generator does not write any more."""
    if mine is None or base is None:
        return None
    if same_text(mine, base):
        why = "no articles make up this story any more"
        return Plan(FileChange(file, "removed", why), mine, None, base, None)
    why = "no articles make up this story any more, but it was edited by hand"
    return Plan(FileChange(file, "left alone", why), mine, mine, base, base)


def _plan_merge(file: str, mine: _Mine, base: bytes, new: Brief, elsewhere: frozenset[str]) -> Plan:
    """Merge a brief that was edited by hand."""
    assert mine.data is not None
    assert mine.read is not None
    last = meaning(with_ids(_parse(base, f"{WRITTEN}/{file}").brief))
    held = hold_back(last, meaning(mine.read.brief), meaning(new), elsewhere)
    base_after = dump_brief(Brief.model_validate(held)).encode()
    return plan_merged(file, (mine.read, mine.data), (last, base), (held, base_after), elsewhere)


def _carry_out(folder: Path, plan: Plan, generated: Mapping[str, Brief]) -> FileChange:
    slug = Path(plan.change.file).stem
    place = Place(folder, folder / WRITTEN, slug)
    return carry_out(place, plan, partial(_again, folder, slug, generated.get(slug), plan.elsewhere))


def _again(folder: Path, slug: str, new: Brief | None, elsewhere: frozenset[str]) -> Plan | None:
    return _plan(folder, slug, _read_mine(folder, slug), new, elsewhere)


def _parse(data: bytes, file: str) -> ReadBrief:
    return parse_brief(decode_text(data, file), file)
