"""Who is meant by “he”, “her” or “the two firms” in a clause that an article says is open."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Name
from generator.stories.evidence import Told
from generator.stories.questions.actors import person_meant
from generator.stories.questions.asking import Context

# reached between | the two firms
_THE_TWO = re.compile(r"\b(?:the two|both|the) (?:companies|firms|parties|sides)\b")
# would the union back | her; after | his | trial
_HER = re.compile(
    r"\b(?P<pronoun>him|his|her)\b"
    r"(?P<owns>(?= (?!(?:in|on|at|for|to|by|with|from|and|or|as|of|after|before|when|if)\b)[a-z]))?"
)
HE = re.compile(r"\b(?:he|she)\b")
_FEMALE = {"he": "f", "she": "m"}


def with_the_two(context: Context, told: Told, what: str) -> str | None:
    """Return what is kept with the names of “the two firms”: those that open the article; None where not two do."""
    match = _THE_TWO.search(what)
    if match is None:
        return None if pronouns() & set(what.lower().split()) else what
    lede = context.top.ledes[told.place.article]
    named = context.coverage.told[lede].names if lede else ()
    firms = list(dict.fromkeys(one.name for one in named if one.kind == "organisation"))
    return f"{what[: match.end()]} [{firms[0]} and {firms[1]}]{what[match.end() :]}" if len(firms) == 2 else None


def with_person(context: Context, told: Told, clause: str, start: int) -> str:
    """Return a clause with the name of “her” or “his” in it, where the sentences tell who that is.

    >>> bool(_HER.search("whether the union would back her")), bool(_HER.search("whether it sank"))
    (True, False)
    """
    found = list(_HER.finditer(clause))
    if len(found) != 1 or HE.search(clause):
        return clause
    pronoun = found[0]["pronoun"]
    meant = person_meant(context, told, pronoun, start)
    if meant is None:
        return clause
    owns = pronoun == "his" or found[0]["owns"] is not None
    return f"{clause[: found[0].start()]}{meant}{'’s' if owns else ''}{clause[found[0].end() :]}"


def person_before(told: Told, start: int, pronoun: str) -> str | None:
    """Return whom “he” or “she” means: the one person whom the sentence has named, if it may be one."""
    people: dict[str, Name] = {
        one.name: one for one in told.names if one.kind == "person" and one.end - told.start <= start
    }
    if len(people) != 1:
        return None
    one = next(iter(people.values()))
    return None if one.gender == _FEMALE[pronoun] else one.name


@cache
def pronouns() -> frozenset[str]:
    """Return the words that leave open who or what is meant."""
    return frozenset(read_lexicon("questions")["pronouns"]) - {"that"}
