"""Key facts: the statements of a story that are worth a reader's minute, worded and in order."""

import re
from collections.abc import Sequence
from dataclasses import replace

from generator.lexicon import read_lexicon
from generator.model.brief import KeyFact
from generator.stories.arranging import arrange_facts
from generator.stories.attributed import concession_in, is_act, speaker_of
from generator.stories.background import part_of
from generator.stories.candidates import Chosen
from generator.stories.evidence import Coverage, Told
from generator.stories.introducing import introduce
from generator.stories.lede import Top
from generator.stories.speakers import by_name, named_speaker
from generator.stories.variants import are_one_text, differences
from generator.stories.wording import CUT, Edit, cut_says_who, tell

# The feud grew | when | Moe said so; Although | Moe has said so
_BESIDE = r"\b(?:[Aa]fter|[Aa]lthough|[Bb]ecause|[Bb]efore|[Ss]ince|[Tt]hough|[Uu]ntil|[Ww]hen|[Ww]hile)"
# doubts on Moe | 's claim that
_CLAIM = r"['’]s? (?:claim|assertion|statement|suggestion|remark|comment)s?\b"


def find_key_facts(coverage: Coverage, chosen: Sequence[Chosen], top: Top) -> list[KeyFact]:
    """Return the key facts without ids, in the order of a reader."""
    ordered = arrange_facts(coverage, chosen, top)
    introduced = introduce(coverage, ordered, top.title)
    return [_fact(coverage, fact, top, names) for fact, names in zip(ordered, introduced, strict=True)]


def _fact(coverage: Coverage, fact: Chosen, top: Top, names: Sequence[Edit]) -> KeyFact:
    told = fact.told
    said = told if fact.outcome else _without_concession(told)
    speaker = None if is_act(told) or _says_beside(said) else speaker_of(said)
    last = told.start + len(told.text.rstrip("."))
    concession = [Edit(said.end - 1, last, f" {CUT}")] if speaker and said is not told else []
    end = fact.outcome.end if fact.outcome else told.end
    text = tell(coverage, told.place.article, told.start, end, (*fact.cuts, *fact.edits, *names, *concession))
    text = " ".join(filter(None, map(str.strip, text.splitlines())))
    tellings = [one for place in fact.places for one in coverage.tellings_of(place)]
    return KeyFact(
        text=cut_says_who(text, speaker) if speaker else text,
        according_to=by_name(coverage.findings(told.place), named_speaker(told, speaker)),
        part=part_of(coverage, told, top),
        differs=_differs(coverage, fact),
        evidence=coverage.evidence([*(one.place for one in tellings), *fact.also_at]),
        rule="statement.attributed" if speaker else "statement",
    )


def _without_concession(told: Told) -> Told:
    """Return a sentence without what its outlet sets against the speaker: it is no word of theirs."""
    at = concession_in(told)
    if at is None:
        return told
    end = told.start + at + 1
    quotations = tuple(quotation for quotation in told.quotations if quotation.start < end)
    return replace(told, text=f"{told.text[:at]}.", end=end, quotations=quotations)


def _says_beside(told: Told) -> bool:
    """Tell whether who says so stands in a clause beside that of the sentence, or only owns a claim."""
    name = re.escape((speaker_of(told) or "").split(" ")[-1])
    if not name or name.lower().partition("-")[0] in read_lexicon("units")["numbers"]:
        return True
    beside = re.search(rf"{_BESIDE} (?:[A-Z][\w.'’-]+ ){{0,3}}?{name}\b", told.text)
    owned = re.search(rf"\b[a-z]+ (?:[A-Z][\w.]+ ){{0,2}}?{name}{_CLAIM}", told.text)
    return bool(beside or owned)


def _differs(coverage: Coverage, fact: Chosen) -> dict[str, list[str]]:
    """Say for each article that prints the fact in other words how it does; of own words numbers alone."""
    found: dict[str, list[str]] = {}
    for told in coverage.tellings_of(fact.told.place):
        own_words = not are_one_text([fact.told, told])
        if words := differences(fact.told, fact.cuts, told, counts_only=own_words):
            found.setdefault(coverage.story.keys[told.place.article], []).extend(words)
    return found
