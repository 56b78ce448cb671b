"""Bylines: lines above an article that name who wrote it."""

import re
from functools import cache

from generator.lexicon import read_lexicon

# A byline is short; longer lines are not looked at.
_LONGEST = 160
# Roe, Agriculture Correspondent | Roe - Staff Writer | Roe in Nairobi
_TAIL = re.compile(r"(?:,| [-–—/|])\s+|\s+(?=(?:in|at) [A-Z])")
_AND = re.compile(r",? (?:and|&) |, ")
# Jo Sand is a reporter | Jo Sand Associated Press
_ENDS_NAME = re.compile(r",? (?:is|was) (?:an?|the) | (?:for )?(?:The )?Associated Press\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w.’'-]*")
_QUOTED = re.compile(r"[\"“”!?]")


def author_of(line: str) -> str | None:
    """Return the writers whom a whole line names after “by”, without their roles; None if it is no byline.

    >>> author_of("By Maria Pell and Jo Sand, Agriculture Correspondents")
    'Maria Pell and Jo Sand'
    >>> author_of("By Monday the water had gone down")
    """
    match = _byline().fullmatch(line) if len(line) <= _LONGEST else None
    if not match or _QUOTED.search(match["who"]):
        return None
    who = _without_role(match["who"].strip())
    return who if all(word[0].isupper() or word in _particles() for word in _WORD.findall(who)) else None


def named_alone(line: str) -> str | None:
    """Return the writers where a line is nothing but names, perhaps with a role or a place: “Nora Vance in Altdal”.

    The first word must be a known given name: a headline in capitals is none.
    """
    if len(line) > _LONGEST or _QUOTED.search(line):
        return None
    who = _without_role(line)
    return who if all(_is_person(part) for part in _AND.split(who)) else None


def tidy_authors(names: str) -> str | None:
    """Return the writers of a list as trafilatura yields it, without dates, roles and agencies that it took along.

    >>> tidy_authors("Jane Roe Monday; November; Jo Sand is a reporter; Associated Press")
    'Jane Roe, Jo Sand'
    """
    listed = [part.strip() for part in names.split(";")]
    parts = [part if is_agency(part) else _ENDS_NAME.split(part, maxsplit=1)[0] for part in listed]
    tidy = [" ".join(_without_date(part.split())) for part in parts]
    kept = [part for part in tidy if part and not _roles().search(part) and not is_agency(part)]
    return ", ".join(dict.fromkeys(kept)) or next(iter(filter(None, tidy)), None)


def is_agency(words: str) -> bool:
    """Tell a listed news agency by its name or another form of it."""
    return words.casefold() in _agencies()


def is_role(line: str) -> bool:
    """Tell a byline without a name: “Our arts editor in Odden”, “By Our Special Correspondent”, “World desk”."""
    return len(line) <= _LONGEST and bool(_role_alone().fullmatch(line))


def _without_date(words: list[str]) -> list[str]:
    """Cut a date behind a name; a first or second word may be a name itself (April Roe, Theresa May)."""
    dated = [at for at, word in enumerate(words) if word.strip(",.") in _calendar() and (at > 1 or len(words) == 1)]
    return words[: dated[0]] if dated else words


def _without_role(who: str) -> str:
    """Cut what follows the names: a role, an outlet after a dash, a place."""
    for cut in _TAIL.finditer(who):
        rest = who[cut.end() :]
        more_names = any(_is_person(part) for part in _AND.split(rest))
        if not more_names and (cut[0] != ", " or _roles().search(rest)):
            return who[: cut.start()].strip()
    return who


def _is_person(words: str) -> bool:
    names = words.split()
    if not 2 <= len(names) <= 5 or names[0].strip(".").capitalize() not in _given_names():
        return False
    return all(name[0].isupper() or name in _particles() for name in names)


@cache
def _byline() -> re.Pattern[str]:
    """Match “By Jane Roe”, “Interview by Eva Lind”, “BY JANE ROE, STAFF WRITER”."""
    kinds = "|".join(read_lexicon("bylines")["kinds"])
    return re.compile(rf"(?:(?i:{kinds}) )?(?i:by):? (?P<who>[A-ZÀ-Þ](?:[^.]|(?<=\b[A-Z])\.){{2,120}})")


@cache
def _roles() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{'|'.join(read_lexicon('bylines')['roles'])})\b", re.IGNORECASE)


@cache
def _role_alone() -> re.Pattern[str]:
    roles = "|".join(read_lexicon("bylines")["roles"])
    return re.compile(
        rf"(?i:(?:by |from )?(?:our|a staff|staff)(?: own)?(?: [\w&-]{{2,20}}){{0,2}} (?:{roles}))"
        r"(?: (?:in|at) [A-Z][\w -]{1,40})?|(?:[A-Z][\w&-]{1,20} ){1,2}(?i:desk|bureau)"
    )


@cache
def _given_names() -> frozenset[str]:
    return frozenset(name for names in read_lexicon("first_names").values() for name in names.split())


@cache
def _agencies() -> frozenset[str]:
    listed: dict[str, list[str]] = read_lexicon("agencies")
    return frozenset(form.casefold() for name, forms in listed.items() for form in (name, *forms))


@cache
def _calendar() -> frozenset[str]:
    calendar: dict[str, dict[str, list[str]]] = read_lexicon("calendar")
    return frozenset(
        form for names in calendar.values() for name, short in names.items() for form in (name, *short)
    )


@cache
def _particles() -> frozenset[str]:
    return frozenset(read_lexicon("bylines")["particles"])
