"""Attribution: joins stretches, cues and speakers, unit by unit."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from generator.extract.quotations.contents import backward, belonging, forward
from generator.extract.quotations.cues import Cue, find_cues
from generator.extract.quotations.marks import Stretch
from generator.extract.quotations.speakers import Cast, Discourse, main_subject, read_phrase
from generator.extract.quotations.tokens import Token, Unit
from generator.extract.quotations.verbs import SMALL_WORDS
from generator.model.findings import Name, Quotation, QuotationKind


@dataclass(slots=True)
class Utterance:
    """One attribution while it is put together."""

    speaker: str | None
    cue: str | None
    via: tuple[str, ...]
    addressee: str | None
    group: int
    rule: str
    paragraph: int
    stretches: list[int] = field(default_factory=list)
    clause: tuple[int, int] | None = None
    closing: bool = False


class Reporter:
    """Reads an article's units in order and keeps who spoke last."""

    def __init__(self, text: str, stretches: Sequence[Stretch], names: Sequence[Name]) -> None:
        self._text = text
        self._stretches = stretches
        self._cast = Cast(text, names)
        self._discourse = Discourse(self._cast)
        self._last: Utterance | None = None
        self._announced: Utterance | None = None
        self._groups = 0
        self.quotations: list[Quotation] = []

    def read(self, unit: Unit) -> None:
        """Find the utterances of one unit."""
        cues = find_cues(unit)
        self._discourse.enter(unit)
        utterances = self._utterances(unit, cues)
        owners = belonging(unit, cues)
        alone: list[int] = []
        for at, token in enumerate(unit.tokens):
            if token.stretch is None:
                continue
            if at in owners and (utterance := utterances[owners[at]]) is not None:
                if not self._is_title(token) or self._adjacent(unit.tokens, at):
                    utterance.stretches.append(token.stretch)
            else:
                alone.append(at)
        spoken = [utterance for utterance in utterances if utterance and (utterance.stretches or utterance.clause)]
        spoken += self._orphans(unit, alone)
        for utterance in spoken:
            self._write(utterance)
        speaking = [u.speaker for u in spoken if u.speaker]
        self._discourse.settle(unit, speaking)
        self._remember(unit, spoken, [u for u in utterances if u])

    def _utterances(self, unit: Unit, cues: Sequence[Cue]) -> list[Utterance | None]:
        found: list[Utterance | None] = []
        for number, cue in enumerate(cues):
            utterance = self._utterance(unit, cue, found)
            if utterance is not None:
                content = backward(unit, cues, number) if cue.closing else forward(unit, cues, number)
                utterance.clause = self._clause(unit.tokens, content, cue)
            found.append(utterance)
        return found

    def _utterance(self, unit: Unit, cue: Cue, earlier: Sequence[Utterance | None]) -> Utterance | None:
        tokens = unit.tokens
        speaker: str | None = None
        if cue.shared:
            inherited = next((u for u in reversed(earlier) if u), None)
            if inherited:
                speaker = inherited.speaker
            elif subject := main_subject(unit, self._cast):
                if subject.first >= cue.first:
                    return None
                reading = read_phrase(tokens, subject, self._cast)
                speaker = self._discourse.speaker(unit, reading, tokens[subject.first].start) if reading else None
            if speaker is None and not inherited:
                return None
        else:
            subject = cue.subject
            if cue.aside and (named := self._named_aside(tokens, cue)):
                speaker = named
            elif subject is None or (reading := read_phrase(tokens, subject, self._cast)) is None:
                return None
            else:
                speaker = self._discourse.speaker(unit, reading, tokens[subject.first].start)
        via = read_phrase(tokens, cue.via, self._cast) if cue.via else None
        told = read_phrase(tokens, cue.addressee, self._cast) if cue.addressee else None
        self._groups += 1
        return Utterance(
            speaker,
            self._text[tokens[cue.first].start : tokens[cue.stop - 1].end],
            (via.text,) if via else (),
            told.text if told and told.kind != "pronoun" else None,
            self._groups - 1,
            cue.rule,
            unit.paragraph,
            closing=cue.closing,
        )

    def _named_aside(self, tokens: Sequence[Token], cue: Cue) -> str | None:
        """The deputy head of the chamber, Vladimir Padalka, said: the aside is the name."""
        if cue.aside is None or cue.subject is None:
            return None
        subject = read_phrase(tokens, cue.subject, self._cast)
        aside = read_phrase(tokens, cue.aside, self._cast)
        if aside and aside.kind == "name" and not (subject and subject.kind == "name"):
            starts_with_name = self._cast.within(tokens[cue.aside.first].start, tokens[cue.aside.first].end)
            return aside.text if starts_with_name else None
        return None

    def _clause(self, tokens: Sequence[Token], content: tuple[int, int] | None, cue: Cue) -> tuple[int, int] | None:
        if content is None:
            return None
        inside = tokens[content[0] : content[1]]
        if all(token.stretch is not None or not token.text[0].isalnum() for token in inside):
            return None
        if not any(token.stretch is not None for token in inside) and len(inside) < 2:
            return None
        return inside[0].start, inside[-1].end

    def _is_title(self, token: Token) -> bool:
        """Tell whether the marks hold a title of a work: “Fox and Friends.”"""
        stretch = self._stretches[token.stretch or 0]
        words = self._text[stretch.start : stretch.end].split()
        capitals = [word for word in words if word[:1].isupper()]
        return (
            2 <= len(words) <= 8
            and words[0][:1].isupper()
            and words[-1][:1].isupper()
            and len(capitals) >= 2
            and all(word[:1].isupper() or not word[:1].isalpha() or word.lower() in SMALL_WORDS for word in words)
            and words[-1][-1] not in "!?"
        )

    def _adjacent(self, tokens: Sequence[Token], at: int) -> bool:
        return at == 0 or tokens[at - 1].lower in {":", ","}

    def _orphans(self, unit: Unit, alone: Sequence[int]) -> list[Utterance]:
        """Quotations without a cue in their sentence: carried on from the one before, or announced by it."""
        found: list[Utterance] = []
        for at in alone:
            token = unit.tokens[at]
            number = token.stretch or 0
            stretch = self._stretches[number]
            whole = all(t.stretch is not None or not t.text[0].isalnum() for t in unit.tokens)
            last = self._last
            if stretch.continues and last:
                found.append(self._carried(last, number, unit, "continued-paragraph", same=True))
            elif self._announced and at == 0:
                found.append(self._carried(self._announced, number, unit, "announced", same=False))
            elif whole and last and last.paragraph == unit.paragraph:
                found.append(self._carried(last, number, unit, "continued", same=True))
            elif whole and last and last.paragraph == unit.paragraph - 1:
                found.append(self._carried(last, number, unit, "orphan-paragraph", same=False))
            elif self._kind(number) == "direct" and not self._is_title(token):
                self._groups += 1
                found.append(
                    Utterance(None, None, (), None, self._groups - 1, "no-speaker", unit.paragraph, [number])
                )
        return found

    def _carried(self, last: Utterance, stretch: int, unit: Unit, rule: str, *, same: bool) -> Utterance:
        group = last.group
        if not same:
            group = self._groups
            self._groups += 1
        return replace(last, group=group, rule=rule, paragraph=unit.paragraph, stretches=[stretch], clause=None)

    def _remember(self, unit: Unit, spoken: Sequence[Utterance], all_cues: Sequence[Utterance]) -> None:
        self._announced = None
        last_token = unit.tokens[-1].lower if unit.tokens else ""
        if last_token == ":" and all_cues:
            self._announced = all_cues[-1]
        quoted = [utterance for utterance in spoken if utterance.speaker]
        if quoted:
            self._last = max(quoted, key=lambda u: (bool(u.stretches), u.closing))
        elif self._last and unit.paragraph == self._last.paragraph and not spoken:
            self._last = None

    def _write(self, utterance: Utterance) -> None:
        spans: list[tuple[int, int, QuotationKind]] = []
        for number in utterance.stretches:
            stretch = self._stretches[number]
            spans.append((stretch.start, stretch.end, self._kind(number)))
        if utterance.clause:
            spans.append((*utterance.clause, "indirect"))
        for start, end, kind in spans:
            self.quotations.append(
                Quotation(
                    start,
                    end,
                    self._text[start:end],
                    utterance.speaker,
                    kind,
                    utterance.cue,
                    utterance.via,
                    utterance.addressee,
                    utterance.group,
                    utterance.rule,
                )
            )

    def _kind(self, number: int) -> QuotationKind:
        stretch = self._stretches[number]
        text = self._text[stretch.start : stretch.end]
        opening = text.lstrip("[(…. ")[:1]
        ends = text[-1:] in ".,!?…—-" or self._text[stretch.closes : stretch.closes + 1] in {".", ",", "?", "!"}
        return "direct" if opening.isupper() and ends and len(text.split()) > 2 else "partial"
