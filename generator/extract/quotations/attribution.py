"""Attribution: joins stretches, cues and speakers, unit by unit."""

from collections.abc import Mapping, Sequence
from itertools import count, pairwise

from generator.extract.quotations.addressees import partner
from generator.extract.quotations.alone import Alone
from generator.extract.quotations.belonging import belonging, nested
from generator.extract.quotations.clauses import main_subject
from generator.extract.quotations.contents import Content, find_contents, resumed
from generator.extract.quotations.coreference import Discourse
from generator.extract.quotations.cues import find_cues
from generator.extract.quotations.frames import Cue
from generator.extract.quotations.marks import Stretch
from generator.extract.quotations.papers import read_speaker
from generator.extract.quotations.partners import Partners
from generator.extract.quotations.phrases import Phrase, name_before
from generator.extract.quotations.speakers import Cast, Reading, read_phrase
from generator.extract.quotations.subjects import begins_clause
from generator.extract.quotations.tokens import Token, Unit
from generator.extract.quotations.utterances import (
    Utterance,
    as_quotations,
    clause_span,
    holds_quotation,
    is_said,
    is_when,
    quotation_follows,
    transcript_label,
    weakened,
    worth_telling,
)
from generator.extract.quotations.verbs import ADDRESS
from generator.model.findings import Quotation


class Reporter:
    """Reads an article's units in order and keeps who spoke last."""

    def __init__(self, text: str, stretches: Sequence[Stretch], cast: Cast) -> None:
        self._text = text
        self._stretches = stretches
        self._cast = cast
        self._discourse = Discourse(self._cast)
        self._partners = Partners(text, self._cast, self._discourse)
        self._groups = count()
        self._alone = Alone(text, stretches, cast, self._discourse, self._groups)
        self.quotations: list[Quotation] = []

    def read(self, unit: Unit, following: Unit | None) -> None:
        """Find the utterances of one unit."""
        self._partners.read_meetings(unit)
        cues, utterances, contents = self._outermost(unit)
        if not cues and not unit.quoted:
            self._discourse.settle(unit, ())
            self._alone.remember(unit, (), (), following)
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
        self._rejoin(unit, cues, utterances, owners)
        for cue, utterance in zip(cues, utterances, strict=True):
            if cue.weak and not utterance.stretches:
                utterance.clauses = []
        spoken = [utterance for utterance in utterances if utterance.stretches or utterance.clauses]
        for utterance in spoken:
            self._alone.join(utterance)
        spoken += self._alone.find(unit, alone)
        for utterance in spoken:
            self.quotations += as_quotations(self._text, self._stretches, utterance)
        self._discourse.settle(unit, [utterance.speaker for utterance in spoken if utterance.speaker])
        self._alone.remember(unit, spoken, utterances, following)

    def _rejoin(
        self, unit: Unit, cues: Sequence[Cue], utterances: Sequence[Utterance], owners: Mapping[int, int]
    ) -> None:
        """“When you say that,” X said, referring to the tax, “you are wrong”: one sentence, and X's."""
        for before, at in pairwise(unit.quoted):
            left, right = owners.get(before), owners.get(at)
            if left is None or right is None or left == right or not cues[right].shared:
                continue
            first, second = (self._stretches[unit.tokens[one].stretch or 0] for one in (before, at))
            open_ended = self._text[first.end - 1] == "," and self._text[second.start].islower()
            apart = unit.tokens[at - 1].lower == "," and cues[right].end < at - 1 and cues[left].closing
            numbers = utterances[right].stretches
            if open_ended and apart and numbers == [unit.tokens[at].stretch]:
                utterances[left].stretches.append(numbers.pop())
                utterances[right].clauses = []

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
        nearest = found[-1] if found else None
        subject = nearest[0].subject if nearest else None
        own = subject and subject.first > 0 and tokens[subject.first].lower in {"i", "we"}
        if nearest and subject and own and tokens[subject.first - 1].lower == ",":
            return nearest[1]  # When she told me of it, I laughed and said …
        return _inherited(_without_told(tokens, cue, found))

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
        return Utterance(
            speaker,
            self._text[tokens[cue.first].start : tokens[cue.stop - 1].end],
            (through,) if through else (),
            addressee,
            next(self._groups),
            cue.rule,
            unit.paragraph,
            closing=cue.closing,
        )

    def _talked_to(self, tokens: Sequence[Token], cue: Cue, speaker: str | None) -> str | None:
        """Cited Lee as saying at a dinner with Jane Doe: she heard it."""
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
            opening = cue.aside.first + (tokens[cue.aside.first].lower in ADDRESS)
            named = opening < cue.aside.stop and self._cast.within(tokens[opening].start, tokens[opening].end)
            named = named or self._cast.within(tokens[cue.aside.first].start, tokens[cue.aside.first].end)
            return aside.text if named else None
        return None


def _without_told(
    tokens: Sequence[Token], cue: Cue, found: Sequence[tuple[Cue, Utterance]]
) -> Sequence[tuple[Cue, Utterance]]:
    """X said the board has asked many people, but added …: leave out the board, of which X tells."""
    if cue.first < 1 or tokens[cue.first - 1].lower not in {"and", "but"} or tokens[cue.first - 2].lower != ",":
        return found
    last = len(found) - 1
    told = last > 0 and not found[last][0].shared and "clause" in found[last - 1][0].frames
    return found[:last] if told and found[last][0].begin == found[last - 1][0].end else found


def _inherited(found: Sequence[tuple[Cue, Utterance]]) -> Utterance | None:
    """Return the utterance whose speaker a verb without a subject of its own shares."""
    strong = [utterance for cue, utterance in found if utterance.speaker and not cue.weak and not cue.relative]
    main = [utterance for cue, utterance in found if not cue.relative]
    return strong[-1] if strong else main[-1] if main else found[-1][1] if found else None
