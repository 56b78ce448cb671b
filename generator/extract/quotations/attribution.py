"""Attribution: joins stretches, cues and speakers, unit by unit."""

from collections.abc import Sequence
from dataclasses import replace

from generator.extract.quotations.addressees import partner
from generator.extract.quotations.contents import Content, belonging, find_contents, nested, resumed
from generator.extract.quotations.coreference import Discourse
from generator.extract.quotations.cues import find_cues
from generator.extract.quotations.frames import Cue
from generator.extract.quotations.marks import Stretch
from generator.extract.quotations.papers import read_speaker
from generator.extract.quotations.partners import Partners
from generator.extract.quotations.phrases import Phrase, name_before
from generator.extract.quotations.speakers import Cast, Reading, main_subject, read_phrase
from generator.extract.quotations.subjects import begins_clause
from generator.extract.quotations.tokens import Token, Unit
from generator.extract.quotations.utterances import (
    Utterance,
    as_quotations,
    clause_span,
    holds_quotation,
    is_introduced,
    is_said,
    is_title,
    is_when,
    kind_of,
    quotation_follows,
    transcript_label,
    weakened,
    worth_telling,
)
from generator.extract.quotations.verbs import OFFICES, PEOPLE
from generator.model.findings import Quotation

# What opens a sentence in marks and is longer than this is no term or title: “You went abroad to blame” workers.
_LONGEST_TERM = 30


class Reporter:
    """Reads an article's units in order and keeps who spoke last."""

    def __init__(self, text: str, stretches: Sequence[Stretch], cast: Cast) -> None:
        self._text = text
        self._stretches = stretches
        self._cast = cast
        self._discourse = Discourse(self._cast)
        self._partners = Partners(text, self._cast, self._discourse)
        self._last: Utterance | None = None
        self._announced: Utterance | None = None
        self._paragraph = -1
        self._subject: tuple[str, int] | None = None
        self._groups = 0
        self.quotations: list[Quotation] = []

    def read(self, unit: Unit, following: Unit | None) -> None:
        """Find the utterances of one unit."""
        self._partners.read_meetings(unit)
        cues, utterances, contents = self._outermost(unit)
        if not cues and not unit.quoted:
            self._discourse.settle(unit, ())
            self._remember(unit, (), (), following)
            return
        for number, (cue, utterance, content) in enumerate(zip(cues, utterances, contents, strict=True)):
            rest = resumed(unit, cues, number, content)
            if cue.weak and not worth_telling(unit.tokens, content):
                continue
            least = 1 if rest else 2  # the mine, as she said, is safe
            parts = [clause_span(unit.tokens, part, least=least) for part in (content, rest)]
            utterance.clauses = [span for span in parts if span]
        owners = belonging(unit, cues, contents)
        alone: list[int] = []
        for at in unit.quoted:
            number = unit.tokens[at].stretch or 0
            stretch = self._stretches[number]
            if at not in owners or transcript_label(self._text, stretch):
                alone.append(at)
            elif is_said(self._text, stretch, unit.tokens, at, cues[owners[at]]):
                utterances[owners[at]].stretches.append(number)
        for cue, utterance in zip(cues, utterances, strict=True):
            if cue.weak and not utterance.stretches:
                utterance.clauses = []
        spoken = [utterance for utterance in utterances if utterance.stretches or utterance.clauses]
        spoken += self._orphans(unit, alone)
        for utterance in spoken:
            self.quotations += as_quotations(self._text, self._stretches, utterance)
        self._discourse.settle(unit, [utterance.speaker for utterance in spoken if utterance.speaker])
        self._remember(unit, spoken, utterances, following)

    def _outermost(self, unit: Unit) -> tuple[list[Cue], list[Utterance], list[Content]]:
        """Return the cues whose subject can speak and that no other speaker's words hold, with what they say."""
        understood = [] if unit.quiet else self._understood(unit)
        if not understood:
            return [], [], []
        cues = [cue for cue, _ in understood]
        utterances = [utterance for _, utterance in understood]
        contents = find_contents(unit, cues)
        cues = [weakened(unit.tokens, cue, content) for cue, content in zip(cues, contents, strict=True)]
        chained = self._chain(unit, cues, utterances, contents)
        telling = [None if n in chained else content for n, content in enumerate(contents)]
        dropped = chained | nested(cues, telling)
        kept = [n for n in range(len(cues)) if n not in dropped]
        return [cues[n] for n in kept], [utterances[n] for n in kept], [contents[n] for n in kept]

    def _chain(
        self, unit: Unit, cues: list[Cue], utterances: Sequence[Utterance], contents: Sequence[Content]
    ) -> set[int]:
        """Turn "According to AFP, Lee praised …" into Lee's words through AFP; return the cues so used up."""
        used: set[int] = set()
        for outer, (cue, content) in enumerate(zip(cues, contents, strict=True)):
            if cue.rule != "according-to":
                continue
            for inner, said in enumerate(cues):
                between = unit.tokens[said.end : cue.begin]
                after = said.closing and cue.closing and said.end < cue.begin and all(map(is_when, between))
                whole = after or (content is not None and said.begin == content[0])
                if inner == outer or not whole or not said.subject or not utterances[inner].speaker:
                    continue
                follows = quotation_follows(unit.tokens, content, cues[inner + 1 :])
                if not said.weak or follows or holds_quotation(unit.tokens, contents[inner]):
                    cues[inner] = said._replace(weak=said.weak and not follows)
                    via = utterances[outer].speaker
                    utterances[inner].via = (via, *utterances[inner].via) if via else utterances[inner].via
                    used.add(outer)
                    break
        return used

    def _understood(self, unit: Unit) -> list[tuple[Cue, Utterance]]:
        """Return the cues whose subject can speak, each with its utterance."""
        found: list[tuple[Cue, Utterance]] = []
        for cue in find_cues(unit):
            if utterance := self._utterance(unit, cue, self._sharing(unit.tokens, cue, found)):
                guessed = cue.inward and not found and self._cast.kind(utterance.speaker or "") == "person"
                found.append((cue._replace(weak=True) if guessed else cue, utterance))
        return found

    def _sharing(
        self, tokens: Sequence[Token], cue: Cue, found: Sequence[tuple[Cue, Utterance]]
    ) -> Utterance | None:
        """Return whose subject a cue shares; …, saying [he] trusted the courts: no land or body does."""
        if cue.shared and cue.end < len(tokens) and tokens[cue.end].lower in {"he", "she"}:
            bodies = {"place", "organisation"}
            found = [one for one in found if self._cast.kind(one[1].speaker or "") not in bodies] or found
        return _inherited(found)

    def _utterance(self, unit: Unit, cue: Cue, before: Utterance | None) -> Utterance | None:
        tokens, paper = unit.tokens, None
        if cue.shared and before:
            speaker = before.speaker
        else:
            subject = main_subject(unit, self._cast) if cue.shared else cue.subject
            if subject is None or (cue.shared and subject.first >= cue.first):
                return None
            speaker = self._named_aside(tokens, cue)
            if speaker is None:
                reading = read_speaker(tokens, subject, self._cast)
                if reading is None:
                    return None
                paper = reading.paper
                speaker = self._named_before(tokens, cue, subject, reading) or self._discourse.speaker(
                    unit, reading, tokens[subject.first].start
                )
        via = read_phrase(tokens, cue.via, self._cast) if cue.via else None
        through = via.text if via else paper
        told = read_phrase(tokens, cue.addressee, self._cast) if cue.addressee else None
        addressee = self._partners.addressed(speaker, told) or self._talked_to(tokens, cue, speaker)
        self._partners.meet(speaker, addressee)
        self._groups += 1
        return Utterance(
            speaker,
            self._text[tokens[cue.first].start : tokens[cue.stop - 1].end],
            (through,) if through else (),
            addressee,
            self._groups - 1,
            cue.rule,
            unit.paragraph,
            closing=cue.closing,
        )

    def _talked_to(self, tokens: Sequence[Token], cue: Cue, speaker: str | None) -> str | None:
        """Reported Lee as saying during a call with Jane Doe: she heard it."""
        whom = partner(tokens, cue.begin, cue.end)
        reading = read_phrase(tokens, whom, self._cast) if whom else None
        return reading.text if reading and reading.kind == "name" and reading.text != speaker else None

    def _named_before(self, tokens: Sequence[Token], cue: Cue, subject: Phrase, reading: Reading) -> str | None:
        """Jane Doe, Lady Reed, the president of the court decided: the first of several titles is the name."""
        if reading.kind not in {"role", "phrase"} or cue.closing or tokens[subject.first].lower != "the":
            return None
        person, stop = None, subject.first - 1
        while stop > 0 and tokens[stop].lower == ",":
            name = name_before(tokens, stop)
            if name is None or (name.first > 0 and not begins_clause(tokens, name.first, {","})):
                break
            found = self._cast.ending_at(tokens[stop - 1].end)
            person = found.name if found and found.kind == "person" else person
            stop = name.first - 1
        return person

    def _named_aside(self, tokens: Sequence[Token], cue: Cue) -> str | None:
        """The deputy head of the chamber, Jane Doe, said: the aside is the name."""
        if cue.aside is None or cue.subject is None:
            return None
        subject = read_phrase(tokens, cue.subject, self._cast)
        aside = read_phrase(tokens, cue.aside, self._cast)
        if aside and aside.kind == "name" and not (subject and subject.kind == "name"):
            starts_with_name = self._cast.within(tokens[cue.aside.first].start, tokens[cue.aside.first].end)
            return aside.text if starts_with_name else None
        return None

    def _orphans(self, unit: Unit, alone: Sequence[int]) -> list[Utterance]:
        """Quotations without a cue in their sentence: carried on from the one before, or announced by it."""
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
            if stretch.continues and last and not label:
                found.append(self._carried(last, number, unit, "continued-paragraph", same=True))
            elif label:
                found.append(self._said(self._cast.by_last_name(label), [number], unit, "transcript-label"))
            elif subject := self._announcing(unit, at):
                found.append(self._said(subject, [number], unit, "announced-by-subject"))
            elif self._announced and at == 0:
                found.append(self._carried(self._announced, number, unit, "announced", same=False))
            elif whole and self._subject and unit.paragraph == self._subject[1]:
                found.append(self._said(self._subject[0], [number], unit, "subject-of-sentence-before"))
            elif whole and last and last.paragraph == unit.paragraph:
                found.append(self._carried(last, number, unit, "continued", same=True))
            elif whole and last and last.paragraph == self._paragraph == unit.paragraph - 1 and kind == "direct":
                found.append(self._carried(last, number, unit, "orphan-paragraph", same=False))
            elif is_introduced(unit.tokens, at) and kind == "direct" and not is_title(self._text, stretch):
                found.append(self._said(None, [number], unit, "no-speaker"))
        return found

    def _said(self, speaker: str | None, stretches: list[int], unit: Unit, rule: str) -> Utterance:
        self._groups += 1
        return Utterance(speaker, None, (), None, self._groups - 1, rule, unit.paragraph, stretches)

    def _announcing(self, unit: Unit, at: int) -> str | None:
        """Return the subject of a sentence that ends in a colon before the words: X has a new message: “…”"""
        if at < 2 or unit.tokens[at - 1].lower != ":":
            return None
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
        group = last.group
        if not same:
            group = self._groups
            self._groups += 1
        cue = last.cue if same or rule == "announced" else None
        return replace(
            last, cue=cue, group=group, rule=rule, paragraph=unit.paragraph, stretches=[stretch], clauses=[]
        )

    def _remember(
        self, unit: Unit, spoken: Sequence[Utterance], all_cues: Sequence[Utterance], following: Unit | None
    ) -> None:
        """Keep what the next unit may carry on: who spoke, announced words or was the subject."""
        self._paragraph = unit.paragraph
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


def _inherited(found: Sequence[tuple[Cue, Utterance]]) -> Utterance | None:
    """Return the utterance whose speaker a verb without a subject of its own shares."""
    strong = [utterance for cue, utterance in found if utterance.speaker and not cue.weak and not cue.relative]
    main = [utterance for cue, utterance in found if not cue.relative]
    return strong[-1] if strong else main[-1] if main else found[-1][1] if found else None
