"""What the generator itself made is written only if `check` would let it pass: what does not is left out, and told.

A missing item is better than a build that fails on what nobody wrote. Of a person's items nothing is ever left out.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.briefs.grounding import stands_in
from generator.briefs.quoted import words_not_said
from generator.model.article import Article
from generator.model.brief import Brief, Item, Quote

# So much of a passage or of words is shown in the line that tells of them.
SHOWN = 80


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An item that was not written, by its brief, its list and id; `why` names the article that it rests on."""

    slug: str
    section: str
    name: str
    rule: str
    why: str

    def __str__(self) -> str:
        rule = f" (rule {self.rule})" if self.rule else ""
        item = f"{self.slug}.yml: {self.section}/{self.name}"
        return f"{item}: {self.why}{rule}: the generator's mistake, please report it"


def leave_out(
    briefs: Mapping[str, Brief], articles: Mapping[str, Article]
) -> tuple[dict[str, Brief], tuple[LeftOut, ...]]:
    """Return the briefs, by slug, without what their articles (by file) do not prove, and what was left out."""
    by_key = {
        key: articles[entry.file]
        for brief in briefs.values()
        for key, entry in brief.articles.items()
        if entry.file in articles
    }
    left: list[LeftOut] = []
    kept: dict[str, Brief] = {}
    for slug, brief in briefs.items():
        wrong = _unproven(slug, brief, by_key)
        left += wrong
        names = {(one.section, one.name) for one in wrong}
        lists = {
            section: [item for item in items if (section, item.id) not in names]
            for section, items in brief.sections()
            if section in {one.section for one in wrong}
        }
        kept[slug] = brief.model_copy(update=lists) if lists else brief
    return (_without_references(kept, left) if left else kept), tuple(left)


def _unproven(slug: str, brief: Brief, articles: Mapping[str, Article]) -> list[LeftOut]:
    found = ((section, item, _why(item, articles)) for section, items in brief.sections() for item in items)
    return [LeftOut(slug, section, item.id or "", item.rule or "", why) for section, item, why in found if why]


def _why(item: Item, articles: Mapping[str, Article]) -> str | None:
    """Say why `check` would refuse an item; None: it would not."""
    for key, passages in item.evidence.items():
        if key not in articles:
            return f"there is no article {key}"
        for passage in [passages] if isinstance(passages, str) else passages:
            if not stands_in(passage, articles[key]):
                return f"its passage “{_shown(passage)}” does not stand in {articles[key].file}"
    missing = words_not_said(item) if isinstance(item, Quote) else None
    if missing is None:
        return None
    files = ", ".join(articles[key].file for key in item.evidence)
    return f"“{_shown(missing.text)}” does not stand in its passage of {files}"


def _without_references(briefs: Mapping[str, Brief], left: list[LeftOut]) -> dict[str, Brief]:
    """Return the briefs without a figure that settles a forecast, where that figure was left out."""
    gone = {f"{one.slug}/{one.name}" for one in left if one.section == "figures"}
    return {
        slug: brief.model_copy(
            update={
                "figures": [
                    one.model_copy(update={"settled_by": None}) if one.settled_by in gone else one
                    for one in brief.figures
                ]
            }
        )
        for slug, brief in briefs.items()
    }


def _shown(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= SHOWN else f"{words[:SHOWN].rstrip()} …"
