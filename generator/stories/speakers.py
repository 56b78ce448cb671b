"""How a speaker is named: within a sentence, with the article of their name, and whose “her office” it is."""

import re

from generator.model.findings import Findings
from generator.stories.evidence import Told
from generator.stories.openings import opening
from generator.stories.words import GENDERS

# her | office; its | chief executive
_OWNED = re.compile(r"(?P<whose>its|his|her|their) (?P<what>.+)")
# The ministry | A judge | Another slide
_ARTICLE = re.compile(r"(?:The|An?|Another|One|Some) ")


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


def said_by(findings: Findings, speaker: str | None) -> str | None:
    """Return a speaker as it stands within a sentence: “the ministry”; “The Hague Times” where that is a name."""
    if speaker is None or not _ARTICLE.match(speaker) or any(speaker == name.name for name in findings.names):
        return speaker
    return speaker[0].lower() + speaker[1:]


def by_name(findings: Findings, speaker: str | None) -> str | None:
    """Return a speaker as `said_by`, with the article that the text sets before a name each time: the Treasury."""
    if speaker and any(speaker == name.name and name.kind != "person" for name in findings.names):
        told = re.findall(rf"(\b[Tt]he )?\b{re.escape(speaker)}\b", findings.article.text)
        return f"the {speaker}" if told and all(told) else speaker
    return said_by(findings, speaker)
