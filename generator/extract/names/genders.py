"""Gender, where the text or a first name settles it: what a pronoun may mean depends on it."""

from collections.abc import Mapping, Sequence

from generator.extract.names.bearers import Bearer
from generator.extract.names.mentions import Mention
from generator.extract.names.words import FEMININE, FEMININE_ROLES, MASCULINE, MASCULINE_ROLES, Words
from generator.model.article import Article
from generator.model.findings import Gender, Name


def tell_genders(mentions: Sequence[Mention], bearers: Mapping[int, Bearer]) -> dict[Bearer, Gender]:
    """Tell the gender of each person by address, roles and first name; left out where they do not agree.

    What the article says of the person ("Mrs.", "spokeswoman") goes before what the first name suggests.
    """
    told: dict[Bearer, set[Gender]] = {}
    for index, bearer in bearers.items():
        if bearer.kind == "person":
            mention = mentions[index]
            genders = told.setdefault(bearer, set())
            if mention.gender or mention.role:
                genders |= _told_by(mention)
    settled = {bearer: genders or _by_first_name(tuple(bearer.name.split())) for bearer, genders in told.items()}
    return {bearer: next(iter(genders)) for bearer, genders in settled.items() if len(genders) == 1}


def gender_of(name: str, names: Sequence[Name], _article: Article | None = None) -> Gender | None:
    """Return the gender that the article's mentions of the person carry."""
    return next((one.gender for one in names if one.name == name and one.gender), None)


def _by_first_name(words: Words) -> set[Gender]:
    if len(words) < 2:
        return set()
    return {"m"} if words[0] in MASCULINE else {"f"} if words[0] in FEMININE else set()


def _told_by(mention: Mention) -> set[Gender]:
    told: set[Gender] = {mention.gender} if mention.gender else set()
    # Only the words that head the role: "wife of the chairman" tells of a woman.
    head = (mention.role or "").lower().partition(" of ")[0].split()
    if head and head[-1] in MASCULINE_ROLES:
        told.add("m")
    if head and head[-1] in FEMININE_ROLES:
        told.add("f")
    return told
