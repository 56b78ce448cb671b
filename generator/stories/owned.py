"""Whose “her office” a speaker is, where the sentence has named them before."""

import re

from generator.stories.evidence import Told
from generator.stories.openings import opening
from generator.stories.words import GENDERS

# her | office; its | chief executive
_OWNED = re.compile(r"(?P<whose>its|his|her|their) (?P<what>.+)")


def named_speaker(told: Told, speaker: str | None) -> str | None:
    """Return a speaker as a reader knows them: “Ida Moe’s office” for “her office”, “the clerk” for “its clerk”.

    None where nobody is, or only the sentences before tell whose they are.
    """
    match = _OWNED.fullmatch(speaker or "")
    if match is None:
        return None if opening(speaker or "") == "dangling" else speaker
    before = [name for name in told.names if 0 <= name.start - told.start < told.text.find(match[0])]
    gender = GENDERS.get(match["whose"])
    persons = {name.name for name in before if name.kind == "person" and name.gender in {gender, None}}
    if gender and len(persons) == 1:
        return f"{persons.pop()}’s {match['what']}"
    return f"the {match['what']}" if (persons if gender else before) else None
