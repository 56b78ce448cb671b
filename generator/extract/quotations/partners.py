"""Partners: whom a speaker met or spoke to, so that "told her guest" can say who that is."""

import re
from collections import defaultdict

from generator.extract.quotations.coreference import Discourse
from generator.extract.quotations.phrases import Phrase, phrase_after
from generator.extract.quotations.speakers import Cast, Reading, read_phrase
from generator.extract.quotations.subjects import phrase_before
from generator.extract.quotations.tokens import Unit
from generator.extract.quotations.verbs import MEETING, OWNERS, PARTIES

# She told [her guest] that …
_OTHER_PARTY = re.compile(rf"\b(?:{'|'.join(sorted(OWNERS))})\s(?:{'|'.join(sorted(PARTIES))})\b")


class Partners:
    """Who met or addressed whom so far; kept only for a text that speaks of somebody's guest or the like."""

    def __init__(self, text: str, cast: Cast, discourse: Discourse) -> None:
        self._asked_for = any(party in text for party in PARTIES) and _OTHER_PARTY.search(text) is not None
        self._cast, self._discourse = cast, discourse
        self._of: dict[str, set[str]] = defaultdict(set)

    def meet(self, one: str | None, other: str | None) -> None:
        """Keep that two persons were in one conversation."""
        if self._asked_for and one and other and self._cast.kind(one) == self._cast.kind(other) == "person":
            self._of[one].add(other)
            self._of[other].add(one)

    def read_meetings(self, unit: Unit) -> None:
        """Keep who met whom in a unit: she received the Kenyan premier Joel Otieno."""
        if not self._asked_for:
            return
        for at, token in enumerate(unit.tokens):
            if token.lower in MEETING:
                subject, met = phrase_before(unit.tokens, at, 0).phrase, phrase_after(unit.tokens, at + 1)
                self.meet(self._person(unit, subject), self._person(unit, met))

    def _person(self, unit: Unit, phrase: Phrase | None) -> str | None:
        reading = read_phrase(unit.tokens, phrase, self._cast) if phrase else None
        if reading is None or phrase is None or reading.kind not in {"name", "pronoun"}:
            return None
        return self._discourse.speaker(unit, reading, unit.tokens[phrase.first].start)

    def addressed(self, speaker: str | None, told: Reading | None) -> str | None:
        """Return who was told: a name, the public; "her guest" where she had to do with one person only."""
        if told is None or told.kind == "pronoun":
            return None
        if told.text.split()[0].lower() not in OWNERS:
            return told.text
        others = self._of[speaker] if speaker and _OTHER_PARTY.fullmatch(told.text) else set()
        return next(iter(others)) if len(others) == 1 else None
