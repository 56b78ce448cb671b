"""How an item came to be: its articles, the rule, its dates, what was merged, what was left out beside it."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.briefs.briefing import brief_files
from generator.briefs.ids import item_words
from generator.briefs.read import read_brief
from generator.briefs.validate import nearest
from generator.errors import ContentError
from generator.lexicon import read_lexicon
from generator.model.brief import ArticleEntry, Brief, FigureItem, Item, Items, OpenQuestion, Overview, SharedText
from generator.model.edtf import in_words
from generator.model.findings import Findings
from generator.siblings import normal_words

CALLED = {
    "key_facts": "a key fact", "quotes": "a quote", "timeline": "an entry of the timeline", "figures": "a figure",
    "open_questions": "an open question",
}  # fmt: skip
OVERVIEW = "briefing.yml"
LAST = Path("briefs", ".written")
# Passages with this part of their words in common say one thing in words that differ.
ALIKE = 0.7
# Keys that do not tell what an item says.
_OF_THE_ITEM = frozenset({"id", "rule", "locked", "hold", "correction"})


@dataclass(frozen=True, slots=True)
class Known:
    """What an item is explained from: the briefs as they are and as last written, and what was found in articles.

    `findings` are by article key; those of articles that cannot be read are missing.
    """

    overview: Overview | None
    briefs: Mapping[str, Brief]
    written: Mapping[str, Brief]
    findings: Mapping[str, Findings]

    def entries(self) -> dict[str, ArticleEntry]:
        return {key: entry for brief in self.briefs.values() for key, entry in brief.articles.items()}

    def shared(self) -> list[SharedText]:
        return [group for brief in self.briefs.values() for group in brief.shared_text]


@dataclass(frozen=True, slots=True)
class Found:
    """An item, the brief it stands in (OVERVIEW: in briefing.yml) and the list it is in."""

    slug: str
    section: str
    item: Item

    @property
    def reference(self) -> str:
        return f"{self.slug}/{self.item.id}"


def read_last_written(content: Path) -> dict[str, Brief]:
    """Return the briefs by slug as the generator last wrote them; raises ContentErrors if one cannot be read."""
    return {path.stem: read_brief(path).brief for path in brief_files(content / LAST)}


def find_items(known: Known, name: str) -> list[Found]:
    """Return the items that `name` may mean: brief/id, or the id alone."""
    return [found for found in _all_items(known) if name in {found.reference, found.item.id}]


def not_one(name: str, known: Known, found: Sequence[Found]) -> ContentError:
    """Return the error for a name that no item has, or several."""
    if found:
        hint = f"write one of: {', '.join(one.reference for one in found)}"
        return ContentError(name, None, None, "several items have this id", hint)
    of_all = [one.reference for one in _all_items(known)]
    near = nearest(name, of_all) or nearest(name, [reference.partition("/")[2] for reference in of_all])
    hint = f"did you mean “{near}”?" if near else "write brief-name/item-id, as the brief and its page have it"
    return ContentError(name, None, None, "there is no such item", hint)


def explain(known: Known, found: Found) -> list[str]:
    """Return how an item came to be, as lines of plain words."""
    parts = (
        ("It rests on", _rests_on(known, found.item)),
        ("Why it is there", _rule(found.item)),
        ("Dates", _dates(known, found.item)),
        ("Merged", _merged(known, found)),
        ("Left out beside it", _left_out(known, found)),
        ("Edited", _edited(known, found)),
    )
    lines = [f"{found.reference}: {CALLED[found.section]} of {_place(known, found.slug)}"]
    lines += [f"  {_says(found.item)}"]
    for title, told in parts:
        if below := [f"  {line}" for line in told]:
            lines += ["", title, *below]
    return lines


def _all_items(known: Known) -> Iterator[Found]:
    holders: dict[str, Items] = dict(known.briefs)
    if known.overview is not None:
        holders[OVERVIEW] = known.overview
    for slug, holder in holders.items():
        for section, items in holder.sections():
            yield from (Found(slug, section, item) for item in items)


def _place(known: Known, slug: str) -> str:
    return "the whole briefing" if slug == OVERVIEW else f"“{known.briefs[slug].title}”"


def _says(item: Item) -> str:
    if not isinstance(item, FigureItem):
        return item_words(item)
    period = f", {in_words(item.period)}" if item.period else ""
    by = f", counted by {item.counted_by}" if item.counted_by else ""
    return f"{item.measure}: {item.as_written}{period}{by}{' (a forecast)' if item.status == 'forecast' else ''}"


def _rests_on(known: Known, item: Item) -> Iterator[str]:
    entries = known.entries()
    for key, passages in item.evidence.items():
        entry = entries.get(key)
        yield f"{key}{f': {_article(entry)}' if entry else ''}"
        yield from (f"  “{passage}”" for passage in _list(passages))


def _article(entry: ArticleEntry) -> str:
    when = f"{in_words(entry.published)} ({entry.how_dated})" if entry.published else "date not known"
    return f"{entry.outlet or 'outlet not named'}, {when}, {entry.file}"


def _rule(item: Item) -> Iterator[str]:
    if item.rule is None:
        yield "no rule: a person wrote it"
        return
    meaning = read_lexicon("rules")
    name = item.rule
    while name not in meaning and "." in name:
        name = name.rpartition(".")[0]
    yield f"rule {item.rule}{f': {meaning[name]}' if name in meaning else ''}"
    if isinstance(item, OpenQuestion):
        yield item.because


def _dates(known: Known, item: Item) -> Iterator[str]:
    """Yield what each expression of time in the passages means, and from what that was worked out."""
    told: dict[str, None] = {}
    for findings, start, end in _spans(known, item):
        for mention in findings.dates:
            if start <= mention.start < end and mention.edtf:
                how = f", worked out: {mention.how}" if mention.how else ", as stated"
                told[f"“{mention.text}” is {in_words(mention.edtf)}{how}"] = None
    yield from told


def _merged(known: Known, found: Found) -> Iterator[str]:
    """Yield which articles count as one, where they differ in words, and what other stories add."""
    item = found.item
    keys = set(item.evidence)
    for group in known.shared():
        printed = [key for key in group.articles if key in keys]
        if len(printed) > 1:
            yield f"{', '.join(printed)} print one text, so they are one origin, counted once"
    first, *others = item.evidence.items()
    for key, passages in others:
        words, own = _words(_list(passages)), _words(_list(first[1]))
        if words != own and len(words & own) >= ALIKE * max(len(words), len(own)):
            yield f"{key} says it in other words than {first[0]}: {_difference(words, own)}"
    if isinstance(item, FigureItem) and item.series:
        yield f"in one series, “{item.series}”, with {_listed(_in_series(known, found))}: they measure the same"
    if isinstance(item, FigureItem) and item.counted_by and not _is_named(item.counted_by, item):
        yield f"“{item.counted_by}” is what the briefing calls the counter; the passage has another form of it"
    if isinstance(item, FigureItem) and item.settled_by:
        yield f"what came is {item.settled_by}"
    if isinstance(item, OpenQuestion) and item.also_in:
        yield f"asked here for {_listed(item.also_in)} too, which leave the same open"


def _is_named(name: str, item: Item) -> bool:
    return any(name in passage for passages in item.evidence.values() for passage in _list(passages))


def _in_series(known: Known, found: Found) -> list[str]:
    name = found.item.series if isinstance(found.item, FigureItem) else None
    return [
        one.reference
        for one in _all_items(known)
        if isinstance(one.item, FigureItem) and one.item.series == name and one.reference != found.reference
    ]


def _left_out(known: Known, found: Found) -> Iterator[str]:
    """Yield what else was found in the same passages and stands in no item of the briefing."""
    shown = "\n".join(_shown(one.item) for one in _all_items(known))
    told: dict[str, None] = {}
    for findings, start, end in _spans(known, found.item):
        for figure in findings.figures:
            if start <= figure.start < end and not _stands(figure.text, figure.bound, shown):
                why = "it is not said what it measures" if figure.measure is None else "weightier figures stand"
                told[f"the figure “{figure.text}” (rule {figure.rule}): {why}"] = None
        for quotation in findings.quotations:
            if start <= quotation.start < end and quotation.text.strip(" ,.") not in shown:
                speaker = quotation.speaker or "no speaker known"
                told[f"the {quotation.kind} quotation “{quotation.text}” ({speaker})"] = None
        for event in findings.events:
            clause = findings.article.text[event.start : event.end]
            if start <= event.start < end and clause.rstrip(".") not in shown:
                told[f"the event “{clause}”, {in_words(event.edtf)} ({event.how})"] = None
    yield from told


def _edited(known: Known, found: Found) -> Iterator[str]:
    """Yield what a person made of the item since the generator wrote it."""
    item = found.item
    last = known.written.get(found.slug)
    if last is not None:
        before = next((one for _, items in last.sections() for one in items if one.id == item.id), None)
        if before is None:
            yield "the generator did not write it: a person did, or changed its id"
        else:
            for key in type(item).model_fields:
                was, now = getattr(before, key), getattr(item, key)
                if was != now and key not in {"id", "locked", "hold"}:
                    yield f"{key}: a person changed it; the generator wrote: {was}"
    if item.locked:
        yield "locked: the generator leaves it alone"
    if item.hold:
        yield "on hold: it is not published"


def _spans(known: Known, item: Item) -> Iterator[tuple[Findings, int, int]]:
    """Yield each passage as a span of its article."""
    for key, passages in item.evidence.items():
        findings = known.findings.get(key)
        for passage in _list(passages):
            start = findings.article.text.find(passage) if findings else -1
            if findings and start >= 0:
                yield findings, start, start + len(passage)


def _shown(item: Item) -> str:
    values = (getattr(item, key) for key in type(item).model_fields if key not in {*_OF_THE_ITEM, "evidence"})
    return "\n".join(str(value) for value in values if value)


def _stands(text: str, bound: str | None, shown: str) -> bool:
    return text in shown or (bound is not None and text.removeprefix(bound).strip() in shown)


def _difference(words: frozenset[str], own: frozenset[str]) -> str:
    more, fewer = sorted(words - own), sorted(own - words)
    parts = [f"it has “{', '.join(more)}”" if more else "", f"it has not “{', '.join(fewer)}”" if fewer else ""]
    return "; ".join(part for part in parts if part)


def _words(passages: Sequence[str]) -> frozenset[str]:
    return frozenset(word for passage in passages for word in normal_words(passage))


def _list(passages: str | list[str]) -> list[str]:
    return [passages] if isinstance(passages, str) else passages


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), *names[-1:]]))
