"""An utterance while it is put together: its stretches, its reported clauses, and the kind of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.extract.quotations.contents import Content
from generator.extract.quotations.frames import Cue
from generator.extract.quotations.marks import Stretch
from generator.extract.quotations.tokens import Token
from generator.extract.quotations.verbs import AUXILIARIES, PREPOSITIONS, SMALL_WORDS, WHEREABOUTS
from generator.model.findings import Quotation, QuotationKind

# "WALLACE: Let’s start …": who speaks in a transcript
_LABEL = re.compile(r"([A-Z][A-Z.’'-]+(?: [A-Z][A-Z.’'-]+){0,3}):\s")
# "We are safe. We will stay": where one sentence ends within the marks and another begins
_SENTENCE_END = re.compile(r"[a-z]{4}[.!?] [A-Z]")
_LONGEST_TITLE = 8
# Signs before a closing mark that end a clause
_CLAUSE_ENDS = frozenset(".,!?…—–-")


@dataclass(slots=True)
class Utterance:
    """One attribution: `stretches` are numbers of stretches, `clauses` spans of reported speech."""

    speaker: str | None
    cue: str | None
    via: tuple[str, ...]
    addressee: str | None
    group: int
    rule: str
    paragraph: int
    stretches: list[int] = field(default_factory=list)
    clauses: list[tuple[int, int]] = field(default_factory=list)
    closing: bool = False


def as_quotations(text: str, stretches: Sequence[Stretch], utterance: Utterance) -> Iterator[Quotation]:
    """Yield one quotation for each stretch and each reported clause."""
    kinds = [kind_of(text, stretches[number]) for number in utterance.stretches]
    if kinds and kinds[0] == "direct" and not utterance.clauses:
        kinds = ["direct"] * len(kinds)  # “Now,” he said, “it was over”: the rest of one whole
    spans: list[tuple[int, int, QuotationKind]] = [
        (stretches[number].start, stretches[number].end, kind)
        for number, kind in zip(utterance.stretches, kinds, strict=True)
    ]
    spans += [(start, end, "indirect") for start, end in utterance.clauses]
    for start, end, kind in spans:
        yield Quotation(
            start=start,
            end=end,
            text=text[start:end],
            speaker=utterance.speaker,
            kind=kind,
            cue=utterance.cue,
            via=utterance.via,
            addressee=utterance.addressee,
            group=utterance.group,
            rule=utterance.rule,
        )


def kind_of(text: str, stretch: Stretch) -> QuotationKind:
    """Tell a whole clause in marks from a fragment, by its capital and by the sign at its end."""
    words = text[stretch.start : stretch.end]
    if not words.lstrip("[(…. ")[:1].isupper():
        return "partial"
    ended_outside = text[stretch.closes : stretch.closes + 1] in {".", ",", "?", "!"} and len(words.split()) > 2
    whole = words[-1] in _CLAUSE_ENDS or ended_outside or _SENTENCE_END.search(words) is not None
    return "direct" if whole else "partial"


def is_title(text: str, stretch: Stretch) -> bool:
    """Tell whether the marks hold the title of a work: “Fox and Friends.”"""
    words = text[stretch.start : stretch.end].split()
    capitals = [word for word in words if word[:1].isupper()]
    return (
        len(capitals) > 1
        and len(words) <= _LONGEST_TITLE
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and words[-1][-1] not in "!?"
        and all(word[:1].isupper() or not word[:1].isalpha() or word.lower() in SMALL_WORDS for word in words)
    )


def transcript_label(text: str, stretch: Stretch) -> str | None:
    """Return the speaker that a transcript puts before the words: “WALLACE: Let’s start …"""
    label = _LABEL.match(text, stretch.start, stretch.end)
    return label[1] if label else None


def clause_span(tokens: Sequence[Token], content: Content, *, least: int = 2) -> tuple[int, int] | None:
    """Return the span of the reported clause, or None where it is a quotation and nothing else, or too short."""
    if content is None:
        return None
    inside = tokens[content[0] : content[1]]
    outside = [token for token in inside if token.stretch is None and token.text[0].isalnum()]
    if not outside or len(inside) < least:
        return None
    opened = content[0] > 0 and tokens[content[0] - 1].lower == "that"
    if not opened and _tells_where(inside):
        return None
    return inside[0].start, inside[-1].end


def _tells_where(inside: Sequence[Token]) -> bool:
    """Commented on the matter; reported from the harbour: no clause, but where or of what it was said."""
    return inside[0].lower in WHEREABOUTS and not any(token.lower in AUXILIARIES for token in inside)


def holds_quotation(tokens: Sequence[Token], content: Content) -> bool:
    return content is not None and any(token.stretch is not None for token in tokens[content[0] : content[1]])


def quotation_follows(tokens: Sequence[Token], content: Content, later: Sequence[Cue]) -> bool:
    """Tell whether a quotation stands behind the content, before any cue of its own: … regret; “We need a plan.”"""
    if content is None:
        return False
    stop = min((cue.begin for cue in later if cue.begin >= content[1]), default=len(tokens))
    return any(token.stretch is not None for token in tokens[content[1] : stop])


def worth_telling(tokens: Sequence[Token], content: Content) -> bool:
    """Tell whether what follows a weak cue is more than where and when: greeted in front of Li relations “of …”."""
    return holds_quotation(tokens, content) and content is not None and tokens[content[0]].lower not in PREPOSITIONS


def is_introduced(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].lower in {":", ","}
