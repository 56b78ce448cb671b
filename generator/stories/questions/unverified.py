"""Questions about claims of which an article says that they could not be verified."""

import re
from collections.abc import Iterator
from dataclasses import replace

from generator.lexicon import word_set
from generator.stories.evidence import Place, Told
from generator.stories.openings import is_clause
from generator.stories.questions.actors import is_actor
from generator.stories.questions.announcers import announces
from generator.stories.questions.asking import Context, Question, Reason, ask, plainly, trimmed, with_article
from generator.stories.wording import tell

# A shorter claim is not understood alone.
CLAIM_WORDS = 5
_FREELY = r"(?:immediately |independently )*"
# The Norvik Post could not verify the letters. | The account could not be independently verified.
_UNVERIFIED = re.compile(
    rf"\b(?:could not|couldn['’]t|(?:was|were|has been|have been) (?:unable|not able) to|cannot) "
    rf"(?:{_FREELY}verify|independently confirm|{_FREELY}be {_FREELY}verified|be independently confirmed)\b"
)


def ask_unverified(context: Context) -> Iterator[Question]:
    """Ask whether somebody is right whose claim, told right before, could not be verified."""
    for told in context.coverage.undamaged_first():
        if not _UNVERIFIED.search(told.text):
            continue
        before = context.coverage.told.get(Place(told.place.article, told.place.sentence - 1))
        found = _claim(context, before) if before else None
        if before is None or found is None:
            continue
        speaker, claim = found
        because = (
            f"The article tells it as what {speaker} said, and adds: “{told.text}” "
            "A check by somebody who takes no side would settle it."
        )
        are = "Are" if speaker.startswith("the ") and speaker.endswith("s") else "Is"
        reason = Reason("asked", because, "asked.unverified")
        asked = ask(context, before, f"{are} {speaker} right that {plainly(claim)}?", reason)
        yield replace(asked, places=tuple(dict.fromkeys((*asked.places, told.place))))


def _claim(context: Context, told: Told) -> tuple[str, str] | None:
    """Return who says what in a sentence, if both are plain without their article."""
    for said in told.quotations:
        speaker = said.speaker or ""
        known = any(name.name == speaker for name in told.names) or (bool(speaker) and is_actor(told, speaker))
        if said.kind != "indirect" or not known or said.start < told.start or said.end > told.end:
            continue
        claim = trimmed(tell(context.coverage, told.place.article, said.start, said.end).removeprefix("that "))
        words = claim.lower().split()
        plain = len(words) >= CLAIM_WORDS and not word_set("questions", "pronouns") & set(words[:2])
        is_said = is_clause(claim) or (announces(said.cue) and words[0] != "to")
        if plain and is_said and not set(claim) & set('"“”'):
            return with_article(context, told, speaker), claim
    return None
