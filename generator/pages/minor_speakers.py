"""Who speaks but has no page: there is too little of them, or the articles do not name them."""

from collections import Counter
from dataclasses import dataclass

from generator.model.brief import KeyFact, Quote
from generator.pages.items import NOT_NAMED, speaker_name
from generator.pages.people import Bearer
from generator.pages.published import Placed, Published
from generator.pages.speakers import office_of, preferred_name
from generator.pages.wording import capitalised


@dataclass(frozen=True, slots=True)
class MinorSpeaker:
    """Somebody with what they said and what is told according to them; `kind` as names have it, None: not named."""

    name: str
    kind: str | None
    office: str | None
    said: tuple[Placed[Quote], ...]
    told: tuple[Placed[KeyFact], ...]


def minor_speakers(site: Published, everybody: tuple[Bearer, ...]) -> tuple[MinorSpeaker, ...]:
    """Return those quoted or named as telling a fact who are not among `everybody`, those who appear most first."""
    with_page = {bearer.name for bearer in everybody}
    kinds = _kinds(site)
    said: dict[str, list[Placed[Quote]]] = {}
    told: dict[str, list[Placed[KeyFact]]] = {}
    for part in site.everything():
        for quote in part.quotes:
            said.setdefault(speaker_name(quote.item, site) or NOT_NAMED, []).append(quote)
        for fact in part.facts:
            name = preferred_name(fact.item.according_to or "", site)
            if kinds.get(name) in {"person", "organisation"}:
                told.setdefault(name, []).append(fact)
    found = (
        MinorSpeaker(
            name=capitalised(name),
            kind=kinds.get(name),
            office=office_of(name, (said.get(name) or told[name])[0], site),
            said=tuple(said.get(name, ())),
            told=tuple(told.get(name, ())),
        )
        for name in {**said, **told}
        if name not in with_page and name != NOT_NAMED
    )
    return tuple(sorted(found, key=lambda one: (-len(one.said) - len(one.told), one.name.casefold())))


def _kinds(site: Published) -> dict[str, str]:
    """Return what each name in the articles most often names."""
    kinds: dict[str, Counter[str]] = {}
    for mentions in site.mentions.values():
        for mention in mentions:
            kinds.setdefault(preferred_name(mention.name, site), Counter())[mention.kind] += 1
    listed = {entry.name: entry.kind for entry in site.names.values()}
    return {name: found.most_common(1)[0][0] for name, found in kinds.items()} | listed
