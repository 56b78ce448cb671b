"""Who is meant by “he”, “her” or “the two firms” in a clause that an article says is open."""

import re
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.model.findings import Name
from generator.stories.evidence import Place, Told
from generator.stories.questions.actors import is_actor, person_meant
from generator.stories.questions.asking import Context

# reached between | the two firms
_THE_TWO = re.compile(r"\b(?:the two|both|the) (?:companies|firms|parties|sides)\b")
# would the union back | her; after | his | trial
_HER = re.compile(
    r"\b(?P<pronoun>him|his|her)\b"
    r"(?P<owns>(?= (?!(?:in|on|at|for|to|by|with|from|and|or|as|of|after|before|when|if)\b)[a-z]))?"
)
HE = re.compile(r"\b(?:he|she)\b")
# how many of | its deputies
_ITS = re.compile(r"\bits (?P<what>[a-z]+)\b")
# Berg's coalition | holds nine seats; The Harbour Party | has nine
_BODY = re.compile(
    r"(?P<who>(?:[A-Z][\w.-]{1,30}['’]s|The)(?: [a-z]+)? (?P<noun>[a-z]{3,20})"
    r"|(?:The )?[A-Z][\w-]+(?: [A-Z][\w-]+){0,3})"
    r" (?:has|had|holds|held|is|was|will|would|won|lost|said|says)\b"
)
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


def with_owner(context: Context, told: Told, clause: str) -> str:
    """Return a clause with the body that “its” in it means: the one with which the sentence before begins.

    “Berg's party has nine seats. It is not known how many of its deputies …”: of the deputies of Berg's party.
    """
    before = context.coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    found, body = list(_ITS.finditer(clause)), _BODY.match(before.text) if before else None
    if before is None or body is None or len(found) != 1:
        return clause
    known = word_set("questions", "bodies") | word_set("questions", "institutions")
    if body["noun"] not in known and not is_actor(before, body["who"], bodies_only=True):
        return clause
    if any(name.kind == "organisation" and name.start > before.start + body.end() for name in before.names):
        return clause
    who = f"{body['who'][0].lower()}{body['who'][1:]}" if body["who"].startswith("The ") else body["who"]
    return f"{clause[: found[0].start()]}the {found[0]['what']} of {who}{clause[found[0].end() :]}"


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
