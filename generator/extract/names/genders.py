"""Gender, where the text or a first name settles it: what a pronoun may mean depends on it."""

from collections.abc import Sequence

from generator.extract.names.mentions import Gender
from generator.extract.names.words import ADDRESS, FEMININE, FEMININE_ROLES, MASCULINE, MASCULINE_ROLES
from generator.model.article import Article
from generator.model.findings import Name

_ADDRESSES: dict[str, Gender] = {
    **{word: "m" for word, gender in ADDRESS.items() if gender == "masculine"},
    **{word: "f" for word, gender in ADDRESS.items() if gender == "feminine"},
}
_LOOK_BACK = 12


def gender_of(name: str, names: Sequence[Name], article: Article) -> Gender | None:
    """Tell the gender of the person `name` by address, roles and first name; None if they do not agree.

    What the article says of the person ("Mrs.", "spokeswoman") goes before what the first name suggests.
    """
    told: set[Gender] = set()
    for mention in names:
        if mention.name == name and mention.kind == "person":
            told |= _told_by(mention, article.text)
    if told:
        return told.pop() if len(told) == 1 else None
    first, *rest = name.split()
    if not rest:
        return None
    return "m" if first in MASCULINE else "f" if first in FEMININE else None


def _told_by(mention: Name, text: str) -> set[Gender]:
    told: set[Gender] = set()
    before = text[max(0, mention.start - _LOOK_BACK) : mention.start].split()
    if before and before[-1] in _ADDRESSES:
        told.add(_ADDRESSES[before[-1]])
    # Only the words that head the role: "wife of the chairman" tells of a woman.
    head = (mention.role or "").lower().partition(" of ")[0].split()
    if head and head[-1] in MASCULINE_ROLES:
        told.add("m")
    if head and head[-1] in FEMININE_ROLES:
        told.add("f")
    return told
