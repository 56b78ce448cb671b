"""What a brief should say after a run: what the generator found anew, with every edit by hand kept.

briefing.yml is merged likewise.

Three versions are compared, value by value: `base` (what the generator last wrote), `mine` (the file that people
edit) and `new` (what it writes now).

    mine        new         result
    as base     anything    new     nobody touched it: the generator may change or remove it
    edited      as base     mine    a person's edit; deleting is an edit as well
    edited      changed     mine    and the two are reported, so that a person can decide
    locked      anything    mine

Items are known by their id, articles by their key, shared texts by the articles they have in common.
"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from generator.briefs.quoted import missing_words
from generator.model.brief import SECTIONS, Items

LISTS = (*SECTIONS, "shared_text", "positions")
Data = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Conflict:
    """A value that both a person and the generator changed; None: one of them has no such value."""

    where: str
    mine: Any
    new: Any


@dataclass(frozen=True, slots=True)
class Entry:
    """An item of a list after the merge; `origin` is its place in the list of the file, None if it is new."""

    origin: int | None
    data: Data


@dataclass(frozen=True, slots=True)
class Merged:
    """The brief that is meant: its own values, and its lists in order."""

    values: Data
    lists: dict[str, list[Entry]]
    conflicts: tuple[Conflict, ...]
    kept: int

    @property
    def data(self) -> Data:
        """What is meant, as `meaning` gives it."""
        lists = {name: [entry.data for entry in entries] for name, entries in self.lists.items() if entries}
        return {**self.values, **lists}


def meaning(part: Items) -> Data:
    """Return what a brief or the overview says, as plain data: absent and default are the same."""
    return part.model_dump(exclude_defaults=True)


def merge(
    base: Data,
    mine: Data,
    new: Data,
    commented: Mapping[str, Collection[int]] | None = None,
    elsewhere: Collection[str] = (),
) -> Merged:
    """Merge three versions of a brief, each as `meaning` gives it.

    `commented` are the places in each list of `mine` of the items that a person wrote a comment into: they stay.
    `elsewhere` are the keys of the articles of other briefs. An article that an item rests on stays with it, also
    where the generator does not find it any more, so that the missing file is told and no edit lost.
    """
    notes = _Notes()
    own = [{key: value for key, value in version.items() if key not in LISTS} for version in (base, mine, new)]
    values = _merge_mapping("", own[0], own[1], own[2], notes)
    lists = {}
    for name in LISTS:
        versions = [version.get(name, []) for version in (base, mine, new)]
        label = _label_shared if name == "shared_text" else label_items
        lists[name] = _merge_list(name, label(*versions), (commented or {}).get(name, ()), notes)
    resting = {key for name in SECTIONS for entry in lists[name] for key in entry.data["evidence"]}
    there = values.get("articles", {})
    for key, entry in mine.get("articles", {}).items():
        if key in resting and key not in there and key not in elsewhere:
            values["articles"] = {**values.get("articles", {}), key: entry}
            notes.kept += 1
            notes.conflict(f"articles/{key}", entry, _MISSING)
    return Merged(values, lists, tuple(notes.conflicts), notes.kept)


class _Missing:
    """No such value in this version."""

    def __repr__(self) -> str:
        return "(nothing)"


_MISSING = _Missing()


@dataclass(slots=True)
class _Notes:
    """What the merge has to report."""

    conflicts: list[Conflict] = field(default_factory=list)
    kept: int = 0

    def conflict(self, where: str, mine: Any, new: Any) -> None:
        shown = [None if isinstance(value, _Missing) else value for value in (mine, new)]
        self.conflicts.append(Conflict(where, *shown))


def _merge_mapping(where: str, base: Data, mine: Data, new: Data, notes: _Notes) -> Data:
    merged: Data = {}
    for key in [*mine, *(key for key in new if key not in mine)]:
        place = f"{where}/{key}".lstrip("/")
        base_value, mine_value, new_value = (version.get(key, _MISSING) for version in (base, mine, new))
        value = _merge_value(place, base_value, mine_value, new_value, notes)
        if not isinstance(value, _Missing):
            merged[key] = value
    return merged


def _merge_value(where: str, base: Any, mine: Any, new: Any, notes: _Notes) -> Any:
    if mine == new:
        return mine
    if isinstance(mine, Mapping) and mine.get("locked"):
        notes.kept += 1
        return mine
    if mine == base:
        return new
    if isinstance(mine, dict) and isinstance(new, dict):
        return _merge_mapping(where, base if isinstance(base, dict) else {}, mine, new, notes)
    notes.kept += 1
    # What a person deleted is gone, whatever the generator now makes of it: there is nothing to decide.
    if new != base and not isinstance(mine, _Missing):
        notes.conflict(where, mine, new)
    return mine


@dataclass(frozen=True, slots=True)
class Labelled:
    """The three versions of a list as label → item, in their order."""

    base: Data
    mine: Data
    new: Data


def _merge_list(name: str, versions: Labelled, commented: Collection[int], notes: _Notes) -> list[Entry]:
    """Merge a list by its labels: the file's order stays, what is new follows what it follows in `new`."""
    merged = _merge_mapping(name, versions.base, versions.mine, versions.new, notes)
    origins = {label: place for place, label in enumerate(versions.mine)}
    for label, place in origins.items():
        if label not in merged and place in commented:
            merged[label] = versions.mine[label]
            notes.kept += 1
            notes.conflict(f"{name}/{label}", versions.mine[label], _MISSING)
    if name == "quotes":
        _keep_proven(versions, merged, notes)
    order = [label for label in origins if label in merged]
    previous: str | None = None
    for label in versions.new:
        if label in merged and label not in origins:
            order.insert(order.index(previous) + 1 if previous is not None else 0, label)
        if label in merged:
            previous = label
    return [Entry(origins.get(label), merged[label]) for label in order]


def _keep_proven(versions: Labelled, merged: Data, notes: _Notes) -> None:
    """Keep a person's words and passages together where the generator's other half would not fit them.

    The words of a quote stand in its passages: an edited text and a new passage, or the other way round, need not.
    """
    for label, quote in versions.mine.items():
        if label in merged and merged[label] != quote and _is_unproven(merged[label]) and not _is_unproven(quote):
            merged[label] = {**merged[label], **{key: quote[key] for key in ("text", "kind", "evidence")}}
            if not any(one.where.startswith(f"quotes/{label}/") for one in notes.conflicts):
                notes.conflict(f"quotes/{label}", quote, versions.new.get(label, _MISSING))


def _is_unproven(quote: Data) -> bool:
    passages = [[one] if isinstance(one, str) else one for one in quote["evidence"].values()]
    return quote["kind"] != "indirect" and missing_words(quote["text"], passages) is not None


def label_items(base: Sequence[Data], mine: Sequence[Data], new: Sequence[Data]) -> Labelled:
    """Label items by id; one that a person left without is the generator's item with the same passage."""
    labelled_base = {item["id"]: item for item in base if "id" in item}
    labelled_new = {item["id"]: item for item in new if "id" in item}
    free = {**labelled_new, **labelled_base}
    for item in mine:
        free.pop(item.get("id"), None)
    labelled: Data = {}
    for place, item in enumerate(mine):
        label = item.get("id") or _same_passage(item, free)
        if label is None or label in labelled:
            label = f"#{place}"
        free.pop(label, None)
        labelled[label] = item
    return Labelled(labelled_base, labelled, labelled_new)


def _same_passage(item: Data, among: Data) -> str | None:
    passages = set(_passages(item))
    return next((label for label, other in among.items() if passages & set(_passages(other))), None)


def _passages(item: Data) -> Iterator[tuple[str, str]]:
    """Yield what an item rests on; of a position, the quotes that it is made of."""
    for key, passages in item.get("evidence", {}).items():
        for passage in [passages] if isinstance(passages, str) else passages:
            yield key, passage
    for quote in item.get("quotes", ()):
        yield "", quote


def _label_shared(base: Sequence[Data], mine: Sequence[Data], new: Sequence[Data]) -> Labelled:
    """Label groups of articles: one is another's later state if they have an article in common."""
    known: dict[str, set[str]] = {}
    labelled: list[Data] = []
    for version in (base, mine, new):
        named: Data = {}
        for place, group in enumerate(version):
            articles = set(group["articles"])
            label = next((name for name, others in known.items() if name not in named and others & articles), None)
            label = label or f"{len(labelled)}.{place}"
            known[label] = known.get(label, set()) | articles
            named[label] = group
        labelled.append(named)
    return Labelled(*labelled)
