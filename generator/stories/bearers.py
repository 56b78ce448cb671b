"""One person, one name: what the articles of a story call a person in full, told alike in all of them."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations

from generator.extract.names.spellings import sound_of
from generator.model.findings import Findings, Gender, Name, Quotation
from generator.stories.evidence import is_quoted

_LONGEST_INITIAL = 2
_SHORTEST_OF_TWO_FAMILIES = 3
_SHORTEST_OFFICE = 4  # letters: "of the" is told of every office


def tell_alike(findings: Sequence[Findings]) -> tuple[Findings, ...]:
    """Return the findings with one name for each person: the full form that the articles print most often.

    “Ida Moe” and “Ida R. Moe Lund” are one, but not where one article names both, two fit the shorter form, or
    their genders differ.
    """
    printed = Counter(
        " ".join(found.article.text[name.start : name.end].split())
        for found in findings
        for name in found.names
        if name.kind == "person" and not is_quoted(found.quotations, name.start)
    )
    meant = _meant(findings, printed)
    told = tuple(_renamed(found, meant) for found in findings) if meant else tuple(findings)
    families = _families(told)
    return tuple(_renamed(found, families) for found in told) if families else told


def _families(findings: Sequence[Findings]) -> dict[str, str]:
    """Return the person that a family name means in an article that has no more of it: “Moe said” of “Ida Moe”.

    One only may have that name, no body or place may have it in theirs, and an article must call the person so
    too, or both must be told to be of one gender. What is told of their offices may not differ.
    """
    names = [name for found in findings for name in found.names]
    full = {name.name for name in names if name.kind == "person" and " " in name.name}
    by_family: dict[str, set[str]] = defaultdict(set)
    for person in full:
        by_family[person.split()[-1]].add(person)
    others = {word for name in names if name.kind in {"organisation", "place"} for word in name.name.split()}
    others |= {person.split()[0] for person in full}
    bare = {name.name for name in names if name.kind in {"person", "other"}}
    bare |= {one.speaker for found in findings for one in found.quotations if one.speaker}
    return {
        family: person
        for family, (person, *more) in by_family.items()
        if family in bare and family not in others and not more and _is_called(findings, family, person)
    }


def _is_called(findings: Sequence[Findings], family: str, person: str) -> bool:
    names = [(found, name) for found in findings for name in found.names]
    alone = [name for _, name in names if name.name == family]
    meant = [(found, name) for found, name in names if name.name == person]
    genders = {name.gender for name in alone if name.gender}, {name.gender for _, name in meant if name.gender}
    offices = _offices(alone), _offices(name for _, name in meant)
    if (all(genders) and genders[0] != genders[1]) or (all(offices) and offices[0].isdisjoint(offices[1])):
        return False
    called = any(found.article.text[name.start : name.end].split() == [family] for found, name in meant)
    return called or bool(genders[0] & genders[1])


def _offices(names: Iterable[Name]) -> set[str]:
    return {word for name in names for word in (name.role or "").lower().split() if len(word) >= _SHORTEST_OFFICE}


def _meant(findings: Sequence[Findings], printed: Mapping[str, int]) -> dict[str, str]:
    """Return the name to tell for each one that has another in another article."""
    persons = [{name.name: name.gender for name in found.names if name.kind == "person"} for found in findings]
    by_given: dict[str, list[str]] = defaultdict(list)
    for name in sorted({name for named in persons for name in named if " " in name}):
        by_given[_plain(name)[0]].append(name)
    others: dict[str, list[str]] = defaultdict(list)
    for one, other in chain.from_iterable(combinations(names, 2) for names in by_given.values()):
        if _may_be_one(one, other) and not _differ(one, other, persons):
            others[one].append(other)
            others[other].append(one)
    meant = {}
    for name, same in others.items():
        if len(same) == 1 and len(others[same[0]]) == 1:
            chosen = max((name, same[0]), key=lambda form: (printed[form], len(form), form))
            meant[name] = chosen
    return {name: chosen for name, chosen in meant.items() if name != chosen}


def _may_be_one(one: str, other: str) -> bool:
    """Tell whether one name is the other with a middle or a second family name, or spelt otherwise."""
    short, long = sorted((_plain(one), _plain(other)), key=len)
    if len(short) == 1:
        return False
    if short == long:
        return True
    if len(short) == len(long):
        return short[:-1] == long[:-1] and sound_of(short) is not None and sound_of(short) == sound_of(long)
    second = len(long) >= _SHORTEST_OF_TWO_FAMILIES and short == long[:-1]
    return second or short == (long[0], long[-1])


def _plain(name: str) -> tuple[str, ...]:
    """Return the words of a name without its initials."""
    words = [word.casefold() for word in name.split()]
    return tuple(word for word in words if len(word.rstrip(".")) >= _LONGEST_INITIAL) or tuple(words)


def _differ(one: str, other: str, persons: Sequence[Mapping[str, Gender | None]]) -> bool:
    """Tell whether an article names both, or what the articles tell of their genders differs."""
    if any(one in named and other in named for named in persons):
        return True
    genders = {named[name] for named in persons for name in (one, other) if named.get(name)}
    return len(genders) > 1


def _renamed(found: Findings, meant: Mapping[str, str]) -> Findings:
    names = tuple(
        replace(name, name=meant[name.name], kind="person") if name.name in meant else name for name in found.names
    )
    return replace(found, names=names, quotations=tuple(_said_by(one, meant) for one in found.quotations))


def _said_by(one: Quotation, meant: Mapping[str, str]) -> Quotation:
    speaker = meant.get(one.speaker or "", one.speaker)
    addressee = meant.get(one.addressee or "", one.addressee)
    via = tuple(meant.get(name, name) for name in one.via)
    same = (speaker, addressee, via) == (one.speaker, one.addressee, one.via)
    return one if same else replace(one, speaker=speaker, addressee=addressee, via=via)
