"""Key facts: the statements of a story that are worth a reader's minute, worded and in order."""

from collections.abc import Sequence

from generator.model.brief import KeyFact
from generator.stories.arranging import arrange_facts
from generator.stories.attributed import is_act, speaker_of
from generator.stories.background import part_of
from generator.stories.choosing import Chosen
from generator.stories.evidence import Coverage
from generator.stories.lede import Top
from generator.stories.variants import are_one_text, differences
from generator.stories.wording import by_name, cut_says_who, tell


def find_key_facts(coverage: Coverage, chosen: Sequence[Chosen], top: Top) -> list[KeyFact]:
    """Return the key facts without ids, in the order of a reader."""
    return [_fact(coverage, fact, top) for fact in arrange_facts(coverage, chosen, top)]


def _fact(coverage: Coverage, fact: Chosen, top: Top) -> KeyFact:
    told = fact.told
    speaker = None if is_act(told) else speaker_of(told)
    end = fact.outcome.end if fact.outcome else told.end
    text = tell(coverage, told.place.article, told.start, end, (*fact.cuts, *fact.edits))
    tellings = [one for place in fact.places for one in coverage.tellings_of(place)]
    return KeyFact(
        text=cut_says_who(text, speaker) if speaker else text,
        according_to=by_name(coverage.findings(told.place), speaker),
        part=part_of(coverage, told, top),
        differs=_differs(coverage, fact),
        evidence=coverage.evidence([*(one.place for one in tellings), *fact.also_at]),
        rule="statement.attributed" if speaker else "statement",
    )


def _differs(coverage: Coverage, fact: Chosen) -> dict[str, list[str]]:
    """Say for each article that prints the fact in other words how it does; of own words numbers alone."""
    found: dict[str, list[str]] = {}
    for told in coverage.tellings_of(fact.told.place):
        own_words = not are_one_text([fact.told, told])
        if words := differences(fact.told, fact.cuts, told, counts_only=own_words):
            found.setdefault(coverage.story.keys[told.place.article], []).extend(words)
    return found
