"""Names as names.yml lists them: also those with small letters in them, as they stand in the text."""

import re
from collections.abc import Iterator, Sequence

from generator.extract.names.mentions import Mention
from generator.model.brief import NameEntry

_BLANKS = r"[^\S\n]+"


def with_listed(text: str, mentions: Sequence[Mention], known: Sequence[NameEntry]) -> list[Mention]:
    """Add what names.yml spells with a small word ("Kenyan customs"); it goes before what lies within it."""
    listed: list[Mention] = []
    taken = 0
    for mention in sorted(_listed(text, known), key=lambda one: (one.start, -one.end)):
        if mention.start >= taken:
            listed.append(mention)
            taken = mention.end
    if not listed:
        return list(mentions)
    apart = [one for one in mentions if all(one.end <= other.start or other.end <= one.start for other in listed)]
    return apart + listed


def _listed(text: str, known: Sequence[NameEntry]) -> Iterator[Mention]:
    for entry in known:
        for spelling in (entry.name, *entry.also):
            words = tuple(spelling.split())
            if all(not word[0].islower() for word in words):
                continue  # names in capitals are found as any others are
            written = _BLANKS.join(map(re.escape, words))
            for match in re.finditer(rf"\b{written}\b", text):
                yield Mention(*match.span(), words, entry.kind, "names.yml")
