"""Bearers: which mentions are of one and the same, and the fullest form of the name."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.extract.names.bodies import (
    is_whole,
    may_shorten,
    of_lands,
    short_organisations,
    with_article,
    without_article,
)
from generator.extract.names.kinds import is_initial
from generator.extract.names.mentions import Mention
from generator.extract.names.spellings import sound_of
from generator.extract.names.words import (
    ALSO_KNOWN,
    COMMON,
    FEMININE,
    FIRST_NAMES,
    KINDS,
    LEGAL_FORMS,
    MASCULINE,
    ORGANISATION_HEADS,
    PARTICLES,
    SUFFIXES,
    Words,
)
from generator.model.findings import Gender, NameKind


@dataclass(eq=False, slots=True)
class Bearer:
    """One person, organisation or place of the article; `since` is the offset of its first full mention."""

    name: str
    kind: NameKind
    since: int
    gender: Gender | None = None
    is_kin: bool = False
    roles: set[str] = field(default_factory=set)


# Of more bearers of one name than this none can be meant by it alone; it bounds the work on hostile text.
_MOST_SHARING = 20


def gender_of_first_name(words: Words) -> Gender | None:
    """Tell the gender that a full name's first name settles."""
    if len(words) < 2:
        return None
    return "m" if words[0] in MASCULINE else "f" if words[0] in FEMININE else None


def join_mentions(mentions: Sequence[Mention]) -> dict[int, Bearer]:
    """Return the bearer of each mention (by its place in `mentions`) that has one."""
    bearers: dict[int, Bearer] = {}
    _join_full_persons(mentions, bearers)
    _join_second_names(mentions, bearers)
    _join_short_persons(mentions, bearers)
    _join_organisations(mentions, bearers)
    _join_places(mentions, bearers)
    return bearers


def _core(words: Words) -> Words:
    return tuple(word.casefold() for word in words if word not in SUFFIXES) or words


def _parts(core: Words) -> set[Words]:
    """Return what a full name may be cut to while it stays a full name: middle or second family names left off."""
    plain = tuple(word for word in core if not is_initial(word.title()))
    parts: set[Words] = set()
    if core[-1] in COMMON:
        return parts
    for words in {core, plain}:
        if len(words) < 2:
            continue
        parts.add((words[0], words[-1]))
        parts.update(words[:end] for end in range(2, len(words) + 1))
        parts.update(words[start:] for start in range(1, len(words) - 1) if words[start].title() not in FIRST_NAMES)
    return parts - {core}


def _join_full_persons(mentions: Sequence[Mention], bearers: dict[int, Bearer]) -> None:
    by_core: dict[Words, Bearer] = {}
    by_sound: dict[Words | None, Bearer] = {}
    by_part: dict[Words, dict[Bearer, None]] = defaultdict(dict)
    fullest: dict[Bearer, Words] = {}
    for index, mention in enumerate(mentions):
        if mention.kind != "person" or len(mention.words) < 2 or mention.words[0] in PARTICLES:
            continue
        core = _core(mention.words)
        bearer = by_core.get(core)
        if bearer is None:
            parts = _parts(core)
            shorter = {by_core[part] for part in parts if part in by_core and fullest[by_core[part]] in parts}
            same = shorter or set(by_part[core] if len(by_part[core]) == 1 else ())
            sound = sound_of(core)
            spelt = by_sound.get(sound) if sound and not same else None
            if spelt and not _contradicts(mention, spelt):
                bearers[index] = spelt
                continue
            bearer = same.pop() if len(same) == 1 else Bearer(" ".join(mention.words), "person", mention.start)
            by_core[core] = by_sound[sound] = bearer
            if len(core) >= len(fullest.get(bearer, ())):
                fullest[bearer] = core
            for part in parts:
                by_part[part][bearer] = None
        name = " ".join(mention.words)
        if len(name) > len(bearer.name):
            bearer.name = name
        bearer.gender = bearer.gender or mention.gender or gender_of_first_name(mention.words)
        bearer.is_kin = bearer.is_kin or mention.is_kin
        if mention.role:
            bearer.roles.add(mention.role)
        bearers[index] = bearer


def _contradicts(mention: Mention, bearer: Bearer) -> bool:
    """Tell whether what is said beside a name spelt otherwise is another's office."""
    words = {word for role in bearer.roles for word in role.lower().split()}
    return bool(mention.role and words) and words.isdisjoint((mention.role or "").lower().split())


def _join_second_names(mentions: Sequence[Mention], bearers: dict[int, Bearer]) -> None:
    by_mention = {id(mention): index for index, mention in enumerate(mentions)}
    for index, mention in enumerate(mentions):
        other = by_mention.get(id(mention.same_as))
        if other in bearers and index not in bearers:
            bearers[index] = bearers[other]


def short_forms(words: Words) -> Iterable[Words]:
    """Yield what a full name may be shortened to: the family name, with or without particles, or the first name."""
    words = tuple(word for word in words if word not in SUFFIXES) or words
    for start in range(1, len(words)):
        rest = words[start:]
        yield rest
    if len(words) > 2 and words[1] not in FIRST_NAMES and not is_initial(words[1]):
        yield words[1:2]
    particle, hyphen, tail = words[-1].partition("-")
    if hyphen and particle.lower() in PARTICLES:
        yield (tail,)
        yield (particle.title() + hyphen + tail,)
    yield words[:1]


def _join_short_persons(mentions: Sequence[Mention], bearers: dict[int, Bearer]) -> None:
    sharing: dict[Words, dict[Bearer, None]] = defaultdict(dict)
    for index, bearer in list(bearers.items()):
        for form in short_forms(mentions[index].words):
            sharing[form][bearer] = None
    by_short = {form: list(shared)[:_MOST_SHARING] for form, shared in sharing.items()}
    alone: dict[Words, Bearer] = {}
    settled: dict[Words, Bearer] = {}
    for index, mention in enumerate(mentions):
        if index in bearers:
            continue
        words = mention.words
        candidates = by_short.get(words) or by_short.get(tuple(word.title() for word in words), [])
        if mention.kind == "place":
            candidates = [one for one in candidates if one.name.split()[-1] == words[-1]]
        if candidates and _may_be_short(mention):
            chosen = _choose(mention, candidates, settled.get(words))
            if chosen:
                settled.setdefault(words, chosen)
                bearers[index] = chosen
                continue
            mention.kind = "person"
        if mention.kind == "person":
            bearer = alone.setdefault(words, Bearer(" ".join(words), "person", mention.start, mention.gender))
            if mention.regnal and len(bearer.name.split()) == 1:
                bearer.name = f"{mention.regnal} {bearer.name}"
            bearers[index] = bearer
    for index, mention in enumerate(mentions):
        if index not in bearers and mention.kind is None and mention.words in alone:
            bearers[index] = alone[mention.words]


def _may_be_short(mention: Mention) -> bool:
    """A family name may also be a place's; then it is the place after "in" and the like."""
    if mention.kind == "person":
        return True
    if mention.kind == "place" and len(mention.words) == 1:
        return not mention.after_preposition
    return mention.words not in KINDS


def _choose(mention: Mention, candidates: Sequence[Bearer], settled: Bearer | None) -> Bearer | None:
    """Choose among bearers of one short form; None where the text does not settle it."""
    if mention.regnal:
        candidates = [one for one in candidates if one.name.split()[0] == mention.words[0]]
    fitting = [one for one in candidates if not (mention.gender and one.gender and mention.gender != one.gender)]
    if len(fitting) <= 1:
        return fitting[0] if fitting else None
    if mention.role:
        same_role = [one for one in fitting if mention.role in one.roles]
        if len(same_role) == 1:
            return same_role[0]
    principal = [one for one in fitting if not one.is_kin]
    if len(principal) == 1:
        return principal[0]
    earlier = [one for one in fitting if one.since < mention.start]
    if len(earlier) == 1:
        return earlier[0]
    return settled if settled in fitting else None


def _join_organisations(mentions: Sequence[Mention], bearers: dict[int, Bearer]) -> None:
    full: dict[Words, Bearer] = {}
    short: dict[Words, list[Bearer]] = defaultdict(list)
    named = {without_article(mention.words) for mention in mentions if mention.kind == "organisation"}
    longer = {words[:-1]: words for words in named if words[-1] in LEGAL_FORMS or words[-1] == "Department"}
    of_land = of_lands(named)
    for index, mention in enumerate(mentions):
        if mention.kind != "organisation" or index in bearers:
            continue
        words = without_article(mention.words)
        if len(words) < 2:
            continue
        words = longer.get(words, words)
        words = of_land[words] if of_land.get(words) in full else words
        if words not in full:
            full[words] = Bearer(" ".join(with_article(words)), "organisation", mention.start)
            for form in short_organisations(words):
                short[form].append(full[words])
        bearers[index] = full[words]
    present = {" ".join(mention.words) for mention in mentions}
    for index, mention in enumerate(mentions):
        if index in bearers or mention.kind not in {"organisation", None}:
            continue
        words = without_article(mention.words)
        candidates = short.get((words[0].replace(".", ""),) if len(words) == 1 else words, [])
        if words in KINDS and words[0] not in ORGANISATION_HEADS:
            # The FBI is not its laboratory; but Acme is Acme Corp.
            candidates = [one for one in candidates if is_whole(one.name, words)]
        if words[0] in ORGANISATION_HEADS:
            # "The Senate" is the one named before, not the Senate of another country named further down.
            candidates = [one for one in candidates if one.since < mention.start and words not in full]
        if len(candidates) == 1 and may_shorten(words):
            bearers[index] = candidates[0]
        elif words in full:
            bearers[index] = full[words]
        elif mention.kind == "organisation":
            name = _fullest(" ".join(with_article(words) if words != mention.words else words), present)
            bearers[index] = full.setdefault(tuple(name.split()), Bearer(name, "organisation", mention.start))


def _fullest(name: str, present: set[str]) -> str:
    full = ALSO_KNOWN.get(name, name)
    return full if full in present else name


def _join_places(mentions: Sequence[Mention], bearers: dict[int, Bearer]) -> None:
    present = {" ".join(mention.words) for mention in mentions}
    places: dict[str, Bearer] = {}
    for index, mention in enumerate(mentions):
        if mention.kind in {"place", "other"} and index not in bearers:
            name = _fullest(" ".join(mention.words), present)
            bearers[index] = places.setdefault(name, Bearer(name, mention.kind, mention.start))


def known_names(mapping: Mapping[str, tuple[str, NameKind]], bearers: dict[int, Bearer]) -> None:
    """Give each bearer the preferred name that names.yml has for it."""
    for bearer in set(bearers.values()):
        if bearer.name in mapping:
            bearer.name, bearer.kind = mapping[bearer.name]
