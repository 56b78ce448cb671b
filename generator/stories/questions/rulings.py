"""What courts and others who decide have found, and where the articles tell of it."""

from collections.abc import Sequence

from generator.model.edtf import sort_key
from generator.stories.deciding import is_decider, is_finding
from generator.stories.evidence import Told
from generator.stories.questions.asking import Context, weight_of
from generator.stories.words import content_words

STEM = 5
# What a finding and a claim must have in common, beside the name of whom both are about.
SHARED = 2


def finding_about(context: Context, told: Told, about: Sequence[Told], *, later: bool = True) -> Told | None:
    """Return a sentence of a later (or any other) article in which a court or the like finds on a claim.

    It names a person whom the claim names, and shares content words with the claim or its context, `about`.
    """
    stems = frozenset(stem for one in about for stem in stems_told(one))
    people = {name.name for one in about for name in one.names if name.kind == "person"}
    found = [
        one
        for one in context.coverage.told.values()
        if is_finding(one)
        and (not later or is_later(context, one, told))
        and one.place.article != told.place.article
        and (both := people & {name.name for name in one.names if name.kind == "person"})
        and len((stems & stems_told(one)) - stems_of(" ".join(both))) >= SHARED
        and any(is_decider(quotation.speaker) for quotation in one.quotations)
    ]
    return max(found, key=lambda one: weight_of(context, one.place), default=None)


def named_before(context: Context, told: Told, kind: str) -> str | None:
    """Return the court that “the court” of a sentence is: the only one that its article has named so far."""
    names = context.coverage.findings(told.place).names
    before = {name.name for name in names if name.start < told.start and kind in name.name.lower().split()}
    return f"the {before.pop()}" if len(before) == 1 else None


def stems_of(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in content_words(text))


def stems_told(told: Told) -> frozenset[str]:
    """Return the stems of a sentence, from its words as they are known."""
    return frozenset(word[:STEM] for word in told.words)


def is_later(context: Context, one: Told, other: Told) -> bool:
    """Tell whether a sentence stands in a later article, or in the same one and tells of no earlier day."""
    days = [context.coverage.findings(told.place).article.published for told in (one, other)]
    if one.place.article != other.place.article:
        return None not in days and sort_key(days[0] or "") > sort_key(days[1] or "")
    first, last = (max((sort_key(event.edtf) for event in told.events), default=None) for told in (other, one))
    return first is not None and last is not None and last > first
