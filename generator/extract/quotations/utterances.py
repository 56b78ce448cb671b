"""An utterance while it is put together: its stretches, its reported clauses, and the kind of each."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.extract.quotations.contents import Content
from generator.extract.quotations.finite import is_finite
from generator.extract.quotations.frames import Cue
from generator.extract.quotations.marks import LABEL, Stretch
from generator.extract.quotations.phrases import dateline, is_adverb, is_time
from generator.extract.quotations.tokens import Token
from generator.extract.quotations.verbs import (
    AUXILIARIES,
    CRIES,
    PAPERS,
    PEOPLE,
    PREPOSITIONS,
    PRONOUNS,
    READ_ON,
    RELATIVES,
    SMALL_WORDS,
    SPANS,
    WHEREABOUTS,
)
from generator.model.findings import Quotation, QuotationKind

# "We are safe. We will stay": where one sentence ends within the marks and another begins
_SENTENCE_END = re.compile(r"[a-z]{4}[.!?] [A-Z]")
_LONGEST_TITLE = 8
_LONGEST_CRY = 12  # letters: | screaming | “shame on you!”
# What parts a verb of an act from words that are not of that act: responded to calls, arriving with “…”
_PARTS = frozenset({",", ";"})
_MONEY = frozenset("$£€¥")
# sign | that | read | “…”
_SIGN_READS = 3
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
    """Yield one quotation for each stretch and each reported clause.

    Words that their marks do not vouch for are reported speech, and keep the marks as they are printed.
    """
    kinds = [kind_of(text, stretches[number]) for number in utterance.stretches]
    cried = bool(kinds) and text[stretches[utterance.stretches[0]].start].islower()
    if kinds and kinds[0] == "direct" and not (utterance.clauses or cried):
        kinds = ["direct"] * len(kinds)  # “Now,” he said, “it was over”: the rest of one whole
    spans: list[tuple[int, int, QuotationKind]] = []
    for number, kind in zip(utterance.stretches, kinds, strict=True):
        stretch = stretches[number]
        if stretch.vouched:
            spans.append((stretch.start, stretch.end, kind))
        elif not any(start <= stretch.opens and stretch.closes <= end for start, end in utterance.clauses):
            spans.append((stretch.opens, stretch.closes, "indirect"))
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
        before = text[max(0, stretch.opens - _LONGEST_CRY) : stretch.opens].split()[-1:]
        cried = words.endswith("!") and " " in words and not CRIES.isdisjoint(before)
        return "direct" if cried else "partial"
    ended_outside = text[stretch.closes : stretch.closes + 1] in {".", ",", "?", "!"} and len(words.split()) > 2
    inner = words.rstrip("'’") or words  # she wrote, ‘Do not call me,’
    closed = inner.rstrip("])")[-1:] if inner.endswith("]") else inner[-1]  # in force[.]
    whole = closed in _CLAUSE_ENDS or ended_outside or _SENTENCE_END.search(words) is not None
    return "direct" if whole else "partial"


def is_title(text: str, stretch: Stretch) -> bool:
    """Tell whether the marks hold the title of a work: “Fox and Friends.”"""
    words = text[stretch.start : stretch.end].split()
    capitals = [word for word in words if word[:1].isupper()]
    return (
        (len(capitals) > 1 or len(words) == len(capitals) == 1)
        and len(words) <= _LONGEST_TITLE
        and words[0][:1].isupper()
        and words[-1][:1].isupper()
        and words[-1][-1] not in "!?"
        and not _SENTENCE_END.search(text, stretch.start, stretch.end)
        and all(word[:1].isupper() or not word[:1].isalpha() or word.lower() in SMALL_WORDS for word in words)
    )


def transcript_label(text: str, stretch: Stretch) -> str | None:
    """Return the speaker that a transcript puts before the words: “WALLACE: Let’s start …"""
    label = LABEL.match(text, stretch.start, stretch.end)
    return label[1] if label else None


def clause_span(tokens: Sequence[Token], content: Content, *, least: int = 2) -> tuple[int, int] | None:
    """Return the span of the reported clause, or None where it is a quotation and nothing else, or too short."""
    if content is None:
        return None
    inside = tokens[content[0] : content[1]]
    outside = [token for token in inside if token.stretch is None and token.text[0].isalnum()]
    if not outside or len(inside) < least or inside[0].lower.endswith(("self", "selves")):
        return None  # found herself in court
    opened = content[0] > 0 and tokens[content[0] - 1].lower == "that"
    in_front = content[0] <= dateline(tokens)
    if not opened and _tells_where(inside) and not (in_front and is_finite(tokens, *content)):
        return None
    return inside[0].start, inside[-1].end


def _tells_where(inside: Sequence[Token]) -> bool:
    """Commented on the matter; reported from the harbour: no clause, but where or of what it was said.

    Nor is “In the harbour, Moe said”, but “In the harbour two boats sank, Moe said” is, and “about 300 boats sank”.
    """
    if inside[0].lower == "about" and inside[1].text[0].isdigit():
        return False
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


def is_said(text: str, stretch: Stretch, tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Tell what was said from a title, from words on a sign and from marks that a cue of an act is too far from."""
    if _is_written(tokens, at, cue):
        return False
    if is_title(text, stretch):
        directly = at == cue.end + 1 and tokens[cue.end].lower == ","
        return cue.naming or directly or (at == 0 and cue.closing) or tokens[at - 1].lower == ":"
    if not cue.weak or at <= cue.end or is_introduced(tokens, at):
        return True
    first = next(n for n in range(cue.end, at + 1) if tokens[n].stretch is not None)
    return not any(token.lower in _PARTS for token in tokens[cue.end : first])


def _is_written(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    """Police found a sign reading “Keep out”: what stands on a thing is nobody's words."""
    if at < _SIGN_READS or tokens[at - 1].lower not in READ_ON:
        return False
    related = tokens[at - 2].lower in RELATIVES
    if cue.stop == at and not (related or tokens[at - 1].lower.endswith("ing")):
        return False  # the clerk read “…”
    thing = tokens[at - 3 if related else at - 2]
    noun = thing.text.islower() and thing.text[-1].isalpha()
    return noun and thing.lower not in PEOPLE | PAPERS | RELATIVES | SMALL_WORDS | PRONOUNS.keys()


def weakened(tokens: Sequence[Token], cue: Cue, content: Content) -> Cue:
    """Let a cue that tells of things as often as of words attribute quoted words only, where no clause is said."""
    infinitive = "infinitive" in cue.frames and content is not None and tokens[content[0]].lower == "to"
    thought = "mind" in cue.frames and cue.end < len(tokens) and tokens[cue.end].lower in {"the", "these", "those"}
    if not (cue.clause_only or thought) or cue.weak or infinitive:
        return cue
    if content:
        first, stop = content
        behind = () if cue.closing else range(first + 1, stop)  # the men who fled are safe, the guild confirmed
        within = next((at for at in behind if _opens_another(tokens, at)), stop)
        if tokens[first].text[0] in _MONEY:  # added $3 million to its reserves and closed two mines
            within = next((at for at in range(first + 1, within) if tokens[at].lower == "and"), within)
        if tokens[first].lower in {"a", "an"}:  # added a word of thanks, should they …
            within = next((at for at in range(first + 1, within) if tokens[at].lower == ","), within)
        if is_finite(tokens, first, within):
            return cue
    return cue._replace(weak=True)


def _opens_another(tokens: Sequence[Token], at: int) -> bool:
    """Added 25 points, [and] Peter Hall had 15; added a garage [that] was …: the verb there is another's."""
    joined = tokens[at].lower in {"and", "but"} and tokens[at - 1].lower == ","
    return joined or tokens[at].lower in RELATIVES


def is_when(token: Token) -> bool:
    """Tell whether the word may part a cue from the outlet it came through: she said years later, according to …"""
    return token.lower == "," or is_time(token) or is_adverb(token) or token.lower in SPANS


def is_introduced(tokens: Sequence[Token], at: int) -> bool:
    return at == 0 or tokens[at - 1].lower in {":", ","}
