"""Quotations without a cue in their sentence: carried on, announced, labelled in a transcript, or nobody's."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from generator.extract.quotations.clauses import main_subject
from generator.extract.quotations.coreference import Discourse
from generator.extract.quotations.marks import Stretch
from generator.extract.quotations.speakers import Cast, read_phrase
from generator.extract.quotations.tokens import Unit
from generator.extract.quotations.utterances import (
    Utterance,
    is_introduced,
    is_title,
    kind_of,
    transcript_label,
)
from generator.extract.quotations.verbs import AUXILIARIES, BE, OFFICES, PASTS, PEOPLE, SMALL_WORDS, VERBS

# What opens a sentence in marks and is longer than this is no term or title: “You went abroad to blame” workers.
_LONGEST_TERM = 30
# A longer name in a label has taken in a part of the title.
_LONGEST_NAME = 3
_FIRST_PERSONS = frozenset({"i", "we"})


class Alone:
    """What the text has said so far that a quotation alone may belong to."""

    def __init__(
        self, text: str, stretches: Sequence[Stretch], cast: Cast, discourse: Discourse, groups: Iterator[int]
    ) -> None:
        self._text, self._stretches, self._cast, self._discourse = text, stretches, cast, discourse
        self._groups = groups
        self._last: Utterance | None = None
        self._announced: Utterance | None = None
        self._paragraph = -1
        self._subject: tuple[str, int] | None = None
        self._owners: dict[int, Utterance] = {}
        self._open: list[int] = []
        self._before: Utterance | None = None

    def join(self, utterance: Utterance) -> None:
        """Add what came before within the same marks to the utterance that says at last who speaks."""
        if self._open and self._open[-1] + 1 in utterance.stretches:
            utterance.stretches[:0] = self._open
            self._open = []

    def find(self, unit: Unit, alone: Sequence[int]) -> list[Utterance]:
        """Return the utterances of the quotations that no cue of their unit has."""
        found: list[Utterance] = []
        for at in alone:
            token = unit.tokens[at]
            number = token.stretch or 0
            stretch = self._stretches[number]
            last = self._last
            label, kind = transcript_label(self._text, stretch), kind_of(self._text, stretch)
            whole = not is_title(self._text, stretch) and (
                (at == 0 and (kind == "direct" or stretch.end - stretch.start > _LONGEST_TERM))
                or all(t.stretch is not None or not t.text[0].isalnum() for t in unit.tokens)
            )
            if stretch.continues and not label:
                found += self._going_on(unit, number)
            elif label:
                found.append(self._said(self._cast.by_last_name(label), [number], unit, "transcript-label"))
            elif labelled := self._labelled(unit, at):
                found.append(self._said(labelled, [number], unit, "label"))
            elif subject := self._announcing(unit, at):
                found.append(self._said(subject, [number], unit, "announced-by-subject"))
            elif self._announced and at == 0:
                found.append(self._carried(self._announced, number, unit, "announced", same=False))
            elif whole and self._subject and unit.paragraph == self._subject[1]:
                found.append(self._said(self._subject[0], [number], unit, "subject-of-sentence-before"))
            elif whole and last and last.paragraph == unit.paragraph:
                found.append(self._carried(last, number, unit, "continued", same=True))
            elif self._goes_on(number):
                self._open = [number]
                self._before = last if whole and last and self._is_next(unit, last) and kind == "direct" else None
            elif whole and last and self._is_next(unit, last) and kind == "direct":
                found.append(self._carried(last, number, unit, "orphan-paragraph", same=False))
            elif is_introduced(unit.tokens, at) and kind == "direct" and not self._is_named(unit, at):
                found.append(self._said(None, [number], unit, "no-speaker"))
        return found

    def _goes_on(self, number: int) -> bool:
        return number + 1 < len(self._stretches) and self._stretches[number + 1].continues

    def _going_on(self, unit: Unit, number: int) -> list[Utterance]:
        """Give a paragraph that takes up the open marks of the one before to whoever has that one."""
        owner = self._owners.get(number - 1)
        if owner:
            return [self._carried(owner, number, unit, "continued-paragraph", same=True)]
        if not self._open or self._open[-1] != number - 1:
            return []
        self._open.append(number)
        if self._goes_on(number):
            return []
        whole, self._open = self._open, []
        if self._before:
            first = self._carried(self._before, whole[0], unit, "orphan-paragraph", same=False)
            return [replace(first, stretches=whole)]
        capital = self._text[self._stretches[whole[0]].start].isupper()
        return [self._said(None, whole, unit, "no-speaker")] if capital else []

    def _is_next(self, unit: Unit, last: Utterance) -> bool:
        """Tell whether the paragraph before is the last speaker’s; who signs a paragraph has said no other."""
        return last.paragraph == self._paragraph == unit.paragraph - 1 and last.rule != "byline"

    def _is_named(self, unit: Unit, at: int) -> bool:
        """Tell whether the words are the name of something: her column, “Tell us the truth,” is …"""
        following = unit.tokens[at + 1].lower if at + 1 < len(unit.tokens) else ""
        return following in BE or is_title(self._text, self._stretches[unit.tokens[at].stretch or 0])

    def _labelled(self, unit: Unit, at: int) -> str | None:
        """Return the person named right before a colon and the words: Harbour master Jane Doe: “…”"""
        tokens = unit.tokens
        person = self._cast.ending_at(tokens[at - 2].end) if at > 1 and tokens[at - 1].lower == ":" else None
        if person is None or person.kind != "person":
            return None
        label = [token for token in tokens[: at - 1] if token.start < person.start]
        opens = next((n + 1 for n in range(len(label) - 1, -1, -1) if label[n].lower == ":"), 0)
        titled = all(
            token.text[:1].isupper()
            or token.lower in SMALL_WORDS
            or (token.text.isalpha() and token.lower not in AUXILIARIES | PASTS | VERBS.keys())
            for token in label[opens:]
        )
        if not titled or len(person.name.split()) > _LONGEST_NAME:
            return None
        shorter = (name.name for name in self._cast.names if person.name.endswith(f" {name.name}"))
        return max((name for name in shorter if " " in name), key=len, default=person.name)

    def _said(self, speaker: str | None, stretches: list[int], unit: Unit, rule: str) -> Utterance:
        return Utterance(speaker, None, (), None, next(self._groups), rule, unit.paragraph, stretches)

    def _announcing(self, unit: Unit, at: int) -> str | None:
        """Return the subject of a sentence that ends in a colon before the words: X has a new message: “…”"""
        if at < 2 or unit.tokens[at - 1].lower != ":":
            return None
        if any(token.lower in _FIRST_PERSONS for token in unit.tokens[:at]):
            return None  # She was so upset that I had to change my answer: “…”
        return self._main_speaker(unit, roles=True)

    def _main_speaker(self, unit: Unit, *, roles: bool = False) -> str | None:
        """Return who the subject of the main clause is; with `roles` also the judge."""
        subject = main_subject(unit, self._cast)
        reading = read_phrase(unit.tokens, subject, self._cast) if subject else None
        if reading is None or subject is None:
            return None
        role = roles and reading.kind == "role" and reading.head in PEOPLE | OFFICES
        if not role and reading.kind not in {"name", "pronoun"}:
            return None
        return self._discourse.speaker(unit, reading, unit.tokens[subject.first].start)

    def _carried(self, last: Utterance, stretch: int, unit: Unit, rule: str, *, same: bool) -> Utterance:
        group = last.group if same else next(self._groups)
        cue = last.cue if same or rule == "announced" else None
        return replace(
            last, cue=cue, group=group, rule=rule, paragraph=unit.paragraph, stretches=[stretch], clauses=[]
        )

    def remember(
        self, unit: Unit, spoken: Sequence[Utterance], all_cues: Sequence[Utterance], following: Unit | None
    ) -> None:
        """Keep what the next unit may carry on: who spoke, announced words or was the subject."""
        self._paragraph = unit.paragraph
        self._owners.update((number, utterance) for utterance in spoken for number in utterance.stretches)
        self._announced = None
        if following is not None and unit.end > unit.start and self._text[unit.end - 1] == ":":
            subject = self._main_speaker(unit, roles=True) if not all_cues else None
            announcing = self._said(subject, [], unit, "announced") if subject else None
            self._announced = all_cues[-1] if all_cues else announcing
            self._last = self._announced  # whoever it is that speaks next, it is nobody from before
        self._subject = None
        carries = following is not None and following.paragraph == unit.paragraph and 0 in following.quoted[:1]
        if not spoken and carries:
            speakers = [utterance.speaker for utterance in all_cues if utterance.speaker]
            subject = speakers[-1] if speakers else self._main_speaker(unit)
            self._subject = (subject, unit.paragraph) if subject else None
        quoted = [one for one in spoken if one.speaker and (one.stretches or one.rule != "noun-of-speech")]
        if quoted:
            self._last = max(quoted, key=lambda u: (bool(u.stretches), u.closing))
