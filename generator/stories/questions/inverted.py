"""A clause as a question in plain English: “whether Berg had a key” is asked as “Did Berg have a key?”."""

import re
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.words import AUXILIARIES

_IS_AUXILIARY = re.compile(AUXILIARIES)
# A subject of more words may hold a verb that was not seen.
LONGEST_SUBJECT = 8
# whether | the vote will be held; how many of the ships | sailed
_BEGINS = re.compile(r"(?P<how>whether|if|why|how|when|where)\s+(?P<rest>\S.*)", re.IGNORECASE | re.DOTALL)
# who fired first | how many people were hurt: the order of words is that of a question already
_ASKS = re.compile(
    r"(?:who|what|how (?:many|much)(?: [a-z-]+){1,3}?|which [a-z-]+(?: of the [a-z-]+)?) "
    r"(?P<verb>[a-z]+)\b"
)
# how many of the deputies of Berg's party | will | back the bill
_ASKS_OF = re.compile(rf"how (?:many|much) of [^,;:]{{3,80}}? (?P<verb>{AUXILIARIES}) \S")
# he decided to leave | or | was forced out
_OR = re.compile(rf",? or (?=(?P<verb>{AUXILIARIES}) (?!not\b))")
_DETERMINER = re.compile(
    r"(?:the|an?|any|all|some|its|his|her|their|more|many|most|other|another)\b", re.IGNORECASE
)
_PRONOUN = re.compile(r"(?:he|she|they|it)")
# had | a gun: having itself, not the past of another verb
_OWNS = re.compile(r"(?:an?|the|any|enough|more|his|her|their|its|money|access|control)\b")
# has | been: the past of another verb
_WITH_PARTICIPLE = re.compile(
    r"(?:(?:ever|already|yet|also|since) )?(?:[a-z]+(?:ed|en)|done|gone|held|made|met|paid|seen|sold|told|won)\b"
)
# decid(ed), forc(ed), mov(ed), argu(ed), seiz(ed), settl(ed), hir(ed), clos(ed), chang(ed): the verb ends in “e”
_LOST_E = re.compile(
    r"(?:[^aeiou]id|[aeiour]c|nc|v|u|[aeioy]z|[bcdfgkptz]l|[^aeiou]ir|[ao]s|us|rs|ns|ang|arg|dg|rg)$"
)
# want(ed), fail(ed), open(ed), kill(ed), attack(ed): it ends as it stands
_WHOLE = re.compile(
    r"(?:[nsrclp]t|ss|sh|[ct]ch|rch|ck|rk|lk|nk|rm|rn|rd|ld|nd|ll|wn|ow|ay|oy|ff|ft|lp|mp|sk|sp|[ae]in|een|ear|eal|ail|eed|oin|oad|pen|ffer|nter|nder)$"
)
# planned, stopped
_DOUBLED = re.compile(r"(?P<verb>.*[aeiou])(?P<last>[bdgmnprt])(?P=last)$")


def inverted(clause: str, subject: str | None = None) -> str | None:
    """Return a clause as a question without its mark; None where its verb cannot be told for sure.

    `subject` is a name that the clause begins with, where it begins with one.

    >>> inverted("whether the vote will be held again")
    'Will the vote be held again'
    >>> inverted("whether Berg had a key", "Berg")
    'Did Berg have a key'
    >>> inverted("who opened the gates"), inverted("why the gates of the dam stood open")
    ('Who opened the gates', 'Why did the gates of the dam stand open')
    >>> inverted("how much of the money can be recovered")
    'How much of the money can be recovered'
    """
    asks = _ASKS_OF.match(clause) or _ASKS.match(clause)
    if asks:
        is_verb = _IS_AUXILIARY.fullmatch(asks["verb"]) or _base(asks["verb"])
        return clause[0].upper() + clause[1:] if is_verb else None
    begins = _BEGINS.fullmatch(clause)
    if begins is None:
        return None
    first, either, other = begins["rest"], "", _OR.search(begins["rest"])
    if other:
        either = first[other.end() :]
        first = first[: other.start()]
    split = _split(first, subject)
    if split is None:
        return None
    who, verb, rest = split
    asked = _asked(who, verb, rest)
    if asked is None:
        return None
    if either:
        verb, _, rest = either.partition(" ")
        either = f", or {verb} {who} {rest}" if _PRONOUN.fullmatch(who) else ""
        if not either:
            return None
    word = begins["how"].lower()
    lead = "" if word in {"whether", "if"} else f"{word} "
    question = f"{lead}{asked}{either}"
    return question[0].upper() + question[1:]


def _split(clause: str, subject: str | None) -> tuple[str, str, str] | None:
    """Return the subject of a clause, its verb and what follows; None where the subject may hold a verb."""
    words = clause.split(" ")
    pronoun = _PRONOUN.fullmatch(words[0])
    if subject and clause.startswith(f"{subject} "):
        at = len(subject.split(" "))
    elif pronoun:
        at = 1
    elif _DETERMINER.match(clause):
        at = next((n for n, word in enumerate(words) if n > 1 and _is_finite(word)), 0)
        if not 1 < at <= LONGEST_SUBJECT or any(word in _no_subject() or word.endswith(",") for word in words[:at]):
            return None
    else:
        return None
    if at >= len(words) or not _is_finite(words[at]):
        return None
    # the newly planned | line will open: no verb, but what is planned
    if not pronoun and at > 1 and not _IS_AUXILIARY.fullmatch(words[at]) and set(words[at + 1 :]) & _auxiliaries():
        return None
    # the arrest announced | in May stemmed from it: another verb behind what looks like one
    if not pronoun and not subject and not _IS_AUXILIARY.fullmatch(words[at]) and any(map(_base, words[at + 1 :])):
        return None
    return " ".join(words[:at]), words[at], " ".join(words[at + 1 :])


def _is_finite(word: str) -> bool:
    return bool(_IS_AUXILIARY.fullmatch(word) or _base(word))


def _asked(subject: str, verb: str, rest: str) -> str | None:
    if not rest and verb in {"was", "were", "is", "are", "had", "has", "have"}:
        return None
    has = {"had": "did", "has": "does", "have": "do"}
    if verb in has and not _WITH_PARTICIPLE.match(rest):
        return f"{has[verb]} {subject} have {rest}" if _OWNS.match(rest) else None
    if _IS_AUXILIARY.fullmatch(verb):
        return f"{verb} {subject} {rest}".rstrip()
    return f"did {subject} {_base(verb)} {rest}".rstrip()


def _base(past: str) -> str | None:
    """Return what the past of a verb is formed of; None where more than one verb may have it.

    >>> _base("decided"), _base("planned"), _base("carried"), _base("knew"), _base("wanted")
    ('decide', 'plan', 'carry', 'know', 'want')
    >>> _base("created"), _base("hundred")
    (None, None)
    """
    irregular = read_lexicon("questions")["pasts"].get(past)
    if irregular:
        return str(irregular)
    if not past.endswith("ed") or len(past) < 5 or not past.islower():
        return None
    stem = past[:-2]
    doubled = _DOUBLED.fullmatch(stem)
    if stem.endswith("i"):
        return f"{stem[:-1]}y"
    if doubled:
        return doubled["verb"] + doubled["last"]
    if _LOST_E.search(stem):
        return f"{stem}e"
    return stem if _WHOLE.search(stem) else None


@cache
def _auxiliaries() -> frozenset[str]:
    return frozenset(AUXILIARIES.split("|"))


@cache
def _no_subject() -> frozenset[str]:
    """Return the words that no plain subject holds: those that open a clause within it."""
    return frozenset(
        {"that", "which", "who", "whom", "whose", "where", "when", "if", "and", "or", "but", "not", "to"}
    )
