"""An utterance as one article has it, and which of several articles' are one."""

import re
from dataclasses import dataclass

from generator.model.findings import Quotation, QuotationKind
from generator.siblings import normal_words
from generator.stories.days import may_be_same
from generator.stories.evidence import Coverage, Place

# Two utterances are one where so many of the shorter one's words are in the other.
SAME_WORDS = 0.8
# His ex-wife: whose, another sentence tells; not: Her Majesty
_OWNED = re.compile(r"(?:(?:[Aa]ll|[Mm]any|[Mm]ost|[Oo]ne|[Ss]ome) of )?(?:[Hh]is|[Hh]er|[Ii]ts|[Tt]heir) [a-z]")
BETTER: dict[QuotationKind, int] = {"direct": 0, "partial": 1, "indirect": 2}


@dataclass(frozen=True, slots=True)
class Utterance:
    """What one article has of one utterance: its stretches, in order, all of one kind of attribution."""

    article: int
    stretches: tuple[Quotation, ...]
    places: tuple[Place, ...]
    words: tuple[str, ...]
    said: str | None
    how_dated: str | None

    @property
    def first(self) -> Quotation:
        return self.stretches[0]

    @property
    def kind(self) -> QuotationKind:
        return min((q.kind for q in self.stretches), key=lambda kind: BETTER[kind])

    @property
    def speaker(self) -> str | None:
        return next((q.speaker for q in self.stretches if q.speaker and not _OWNED.match(q.speaker)), None)


def same_words(coverage: Coverage, one: Utterance, other: Utterance) -> bool:
    """Tell whether two utterances share most of the shorter one's words, and were not said on different days.

    Two outlets may print like words of two persons: each is shown.
    """
    if one.said and other.said and not may_be_same(one.said, other.said):
        return False
    short, long = sorted((set(one.words), set(other.words)), key=len)
    return len(short & long) >= SAME_WORDS * len(short) and not are_two(coverage, one, other)


def are_alike(one: Utterance, other: Utterance) -> bool:
    """Tell whether two quotations in marks of one speaker have nearly the same words: “The city chose …”."""
    some, others = set(one.words), set(other.words)
    marked = "indirect" not in {one.kind, other.kind} and one.speaker is not None and one.article != other.article
    return marked and len(some & others) >= SAME_WORDS * max(len(some), len(others))


def are_two(coverage: Coverage, one: Utterance, other: Utterance) -> bool:
    """Tell whether two persons say something: neither name has a word of the other's."""

    def is_person(utterance: Utterance) -> bool:
        names = coverage.story.findings[utterance.article].names
        return any(name.kind == "person" and name.name == utterance.speaker for name in names)

    apart = set(normal_words(one.speaker or "")).isdisjoint(normal_words(other.speaker or ""))
    return apart and is_person(one) and is_person(other)
