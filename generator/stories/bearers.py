"""One person, one name: what the articles of a story call a person in full, told alike in all of them."""

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import chain, combinations

from generator.extract.names.spellings import sound_of
from generator.model.findings import Findings, Gender, Name, Quotation

_LONGEST_INITIAL = 2
_SHORTEST_OF_TWO_FAMILIES = 3


def tell_alike(findings: Sequence[Findings]) -> tuple[Findings, ...]:
    """Return the findings with one name for each person: the full form that the articles print most often.

    “Ida Moe” and “Ida R. Moe Lund” are one, but not where one article names both, two fit the shorter form, or
    their genders differ.
    """
    printed = Counter(
        " ".join(found.article.text[name.start : name.end].split())
        for found in findings
        for name in found.names
        if name.kind == "person" and not _is_quoted(found, name)
    )
    meant = _meant(findings, printed)
    return tuple(_renamed(found, meant) for found in findings) if meant else tuple(findings)


def _is_quoted(found: Findings, name: Name) -> bool:
    quoted = (q for q in found.quotations if q.kind != "indirect" and q.start <= name.start)
    return any(name.start < q.end for q in quoted)


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
    names = tuple(replace(name, name=meant[name.name]) if name.name in meant else name for name in found.names)
    return replace(found, names=names, quotations=tuple(_said_by(one, meant) for one in found.quotations))


def _said_by(one: Quotation, meant: Mapping[str, str]) -> Quotation:
    speaker = meant.get(one.speaker or "", one.speaker)
    addressee = meant.get(one.addressee or "", one.addressee)
    via = tuple(meant.get(name, name) for name in one.via)
    same = (speaker, addressee, via) == (one.speaker, one.addressee, one.via)
    return one if same else replace(one, speaker=speaker, addressee=addressee, via=via)
