"""Gender, where the text or a first name settles it: what a pronoun may mean depends on it."""

from collections.abc import Mapping, Sequence

from generator.extract.names.bearers import Bearer
from generator.extract.names.mentions import Mention
from generator.extract.names.words import FEMININE, FEMININE_ROLES, MASCULINE, MASCULINE_ROLES
from generator.model.findings import Gender


def tell_genders(mentions: Sequence[Mention], bearers: Mapping[int, Bearer]) -> dict[Bearer, Gender]:
    """Tell the gender of each person by address, roles and first name; left out where they do not agree.

    What the article says of the person ("Mrs.", "spokeswoman") goes before what the first name suggests.
    """
    told: dict[Bearer, set[Gender]] = {}
    familiar: set[Bearer] = set()
    for index, bearer in bearers.items():
        if bearer.kind == "person":
            mention = mentions[index]
            genders = told.setdefault(bearer, set())
            if mention.gender or mention.role:
                genders |= _told_by(mention)
            if mention.rule == "first-name-alone":
                familiar.add(bearer)
    settled = {
        bearer: genders or _by_first_name(bearer.name, alone=bearer in familiar) for bearer, genders in told.items()
    }
    return {bearer: next(iter(genders)) for bearer, genders in settled.items() if len(genders) == 1}


def _by_first_name(name: str, *, alone: bool) -> set[Gender]:
    """Tell by the first name: "J. Maria Lee"; where nothing follows it, only if the text shows it to be one."""
    words = name.split()
    given = next((word for word in words if len(word.rstrip(".")) > 1), "") if alone or len(words) > 1 else ""
    return {"m"} if given in MASCULINE else {"f"} if given in FEMININE else set()


def _told_by(mention: Mention) -> set[Gender]:
    told: set[Gender] = {mention.gender} if mention.gender else set()
    # Only the words that head the role: "wife of the chairman" tells of a woman.
    head = (mention.role or "").lower().partition(" of ")[0].split()
    if head and head[-1] in MASCULINE_ROLES:
        told.add("m")
    if head and head[-1] in FEMININE_ROLES:
        told.add("f")
    return told
