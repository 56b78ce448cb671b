"""Bodies: what an organisation may be called for short, in words alone."""

from collections.abc import Iterator, Set

from generator.extract.names.words import (
    COMMON,
    FIRST_NAMES,
    KINDS,
    LEGAL_FORMS,
    ORGANISATION_HEADS,
    TOWN_HEADS,
    Words,
)


def is_whole(name: str, words: Words) -> bool:
    """Tell whether the name is only the legal form or the expansion of what the lexicon knows by `words`."""
    return name.rsplit(maxsplit=1)[-1] in LEGAL_FORMS or not name.startswith(words[0])


def of_lands(named: Set[Words]) -> dict[Words, Words]:
    """Return what a body of some land is called alone: the Supreme Court; not beside the U.S. Supreme Court."""
    found: dict[Words, Words | None] = {}
    for words in sorted(named):
        if "of" in words[2:] and words[words.index("of") - 1] in ORGANISATION_HEADS:
            body = words[: words.index("of")]
            found[body] = None if body in found else words
    others = {words[at:] for words in named for at in range(1, len(words) - 1)}
    return {body: words for body, words in found.items() if words and body not in others}


def short_organisations(words: Words) -> Iterator[Words]:
    """Yield what a body may be called for short; the first word alone is as often its town: "Elmdale Police"."""
    if acronym := _acronym(words):
        yield (acronym,)
    if len(words) > 2 or words[-1] not in TOWN_HEADS:
        yield words[:-1]
    first, last = words[0], words[-1]
    headed = first in ORGANISATION_HEADS if "of" in words else last not in TOWN_HEADS and not first.isupper()
    if len(words) > 2 and (headed or (first.isupper() and last in LEGAL_FORMS)):
        yield words[:1]
    if words[-1] in ORGANISATION_HEADS:
        yield words[-1:]


def may_shorten(words: Words) -> bool:
    if words[0] in ORGANISATION_HEADS:
        return True
    return len(words) > 1 or words[0].isupper() or (words[0].lower() not in COMMON and words[0] not in FIRST_NAMES)


def without_article(words: Words) -> Words:
    return words[1:] if len(words) > 1 and words[0] == "The" else words


def with_article(words: Words) -> Words:
    """Newspapers are named with their article: "The New York Times", also where a text leaves it off."""
    return ("The", *words) if ("The", *words) in KINDS else words


def _acronym(words: Words) -> str:
    letters = "".join(
        word.replace(".", "") if word.isupper() and len(word) > 1 else word[0]
        for word in words
        if word[0].isupper()
    )
    return letters if len(letters) > 2 else ""
