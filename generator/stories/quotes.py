"""Quotes: what people said, each utterance once with its passage in every article that prints it."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date
from itertools import zip_longest

from generator.model.brief import Quote
from generator.model.edtf import bounds, is_uncertain
from generator.model.findings import Quotation
from generator.siblings import normal_words
from generator.stories.days import may_be_same
from generator.stories.evidence import LONGEST_SPAN, Coverage, Place
from generator.stories.occasions import find_occasions
from generator.stories.openings import is_clause
from generator.stories.pairs import with_pairs_named
from generator.stories.quoting import with_days, word_quote
from generator.stories.sameness import say_same
from generator.stories.saying import find_fresh_days, when_said
from generator.stories.speakers import said_by
from generator.stories.stretches import find_items
from generator.stories.utterances import BETTER, Utterance, are_alike, are_two, same_words
from generator.stories.words import content_words

# A fragment of fewer words tells nothing alone.
FRAGMENT_WORDS = 3
# So many words are a sentence that may end what somebody says: “Not one.”
SENTENCE_WORDS = 2
# A fragment of so many words or fewer is not shown again where a longer quotation has it.
ECHO_WORDS = 8
# Fewer words of reported speech are a cue with a pronoun.
REPORTED_WORDS = 5
# The most reported clauses a brief shows beside its quotations in marks, and how many more than it has articles.
MOST_REPORTED, MORE_REPORTED = 5, 2
# A reported clause with so much of a quotation in it says no more than that.
HELD_PART = 0.5
# my mother: of whoever writes
_WRITERS = re.compile(r"(?:[Mm]y|[Oo]ur) [a-z]")
_FIRST_PERSON = re.compile(r"\bI\b(?!\.)")


def find_quotes(coverage: Coverage, weights: Sequence[float], facts_at: frozenset[int]) -> list[Quote]:
    """Return the quotes without ids, by speaker in order of appearance.

    `facts_at` are the statements that stand as key facts: what they report is not told twice.
    """
    merged = _merge(coverage, _utterances(coverage))
    understood = [group for group in merged if _words_of(coverage, group[0])]
    groups = _without_echoes(
        coverage, _without_repeats(coverage, understood, facts_at), _printed(coverage, facts_at)
    )
    reported = [group for group in groups if group[0].kind == "indirect"]
    kept = sorted(
        (group for group in reported if _is_telling(coverage, group[0], facts_at)),
        key=lambda group: (-_weight(coverage, weights, group[0]), group[0].places),
    )[: max(MOST_REPORTED, len(coverage.story.keys) + MORE_REPORTED)]
    shown = [group for group in groups if group[0].kind != "indirect" or group in kept]
    dated = {place: group[0] for group in groups for u in group if u.said for place in u.places}
    quotes = [(_quote(coverage, group, dated), group[0].article) for group in shown]
    speakers = {speaker: at for at, speaker in enumerate(dict.fromkeys(quote.speaker for quote, _ in quotes))}
    quotes.sort(key=lambda one: (speakers[one[0].speaker], _day(coverage, *one)))
    return [quote for quote, _ in quotes]


def _day(coverage: Coverage, quote: Quote, article: int) -> date:
    """Return by when something was said: the day itself, else that of the article."""
    known = quote.said or coverage.story.findings[article].article.published
    return (bounds(known)[1] if known else None) or date.max


def _printed(coverage: Coverage, statements: frozenset[int]) -> str:
    """Return all words of some statements, each telling on a line."""
    tellings = (told for statement in sorted(statements) for told in coverage.tellings(statement))
    return "\n".join(f" {' '.join(normal_words(told.text))} " for told in tellings)


def _utterances(coverage: Coverage) -> list[Utterance]:
    """Return the utterances of all articles that say enough to be shown alone."""
    found: list[Utterance] = []
    occasions, fresh = find_occasions(coverage), find_fresh_days(coverage)
    for article, findings in enumerate(coverage.story.findings):
        for stretches in find_items(coverage, article, findings):
            longest = max(len(q.text.split()) for q in stretches)
            fragments = all(q.kind == "partial" for q in stretches)
            least = 1 if fragments else min(FRAGMENT_WORDS, longest)
            full = _full(coverage, article, stretches, least)
            reported = full[0].kind == "indirect"
            words = tuple(word for q in full for word in normal_words(q.text))
            places = _places(coverage, article, full)
            short = sum(len(q.text) for q in full) <= LONGEST_SPAN
            by_writers = any(_WRITERS.match(q.speaker or "") for q in full) or _is_writers(coverage, full, places)
            enough = not by_writers and len(words) >= (
                REPORTED_WORDS if reported else 1 if fragments else FRAGMENT_WORDS
            )
            if places and short and enough and (least > 1 or word_quote(coverage, article, full, "partial")):
                said, how = when_said(coverage, full, places, occasions, fresh) or (None, None)
                found.append(Utterance(article, tuple(full), places, words, said, how))
    return found


def _is_writers(coverage: Coverage, stretches: Sequence[Quotation], places: Sequence[Place]) -> bool:
    """Tell whether whoever writes the article says it: I laughed and said, “…”"""
    if stretches[0].speaker or not places:
        return False
    told = coverage.told[places[0]]
    return bool(_FIRST_PERSON.search(told.text[: max(0, stretches[0].start - told.start)]))


def _full(coverage: Coverage, article: int, stretches: Sequence[Quotation], least: int) -> list[Quotation]:
    """Return the stretches that say enough; “It is,” he said, “and …” goes on without what nobody could place."""
    full = [q for q, after in zip_longest(stretches, stretches[1:]) if _is_full(q, after, least)]
    short = len(full[0].text.split()) < least and len(full) > 1
    return full[1:] if short and not word_quote(coverage, article, full, "direct") else full


def _is_full(stretch: Quotation, after: Quotation | None, least: int) -> bool:
    """Tell whether a stretch is a sentence, long enough, or goes on: “That,” he added, “is our luck. Ours.”"""
    goes_on = after is not None and stretch.text.endswith(",") and after.text[:1].islower()
    least = min(least, SENTENCE_WORDS) if stretch.kind == "direct" else least
    return len(stretch.text.split()) >= least or goes_on


def _places(coverage: Coverage, article: int, stretches: Sequence[Quotation]) -> tuple[Place, ...]:
    """Return the sentences of the stretches, and the one before or after where the cue stands."""
    places = sorted({place for q in stretches for place in coverage.sentences_at(article, q.start, q.end)})
    cue = next((q.cue for q in stretches if q.cue), None)
    if not places or cue is None or any(cue in coverage.told[place].text for place in places):
        return tuple(places)
    for sentence in (places[0].sentence - 1, places[-1].sentence + 1):
        place = Place(article, sentence)
        if place in coverage.told and cue in coverage.told[place].text:
            return tuple(sorted([*places, place]))
    return tuple(places)


def _merge(coverage: Coverage, utterances: Sequence[Utterance]) -> list[list[Utterance]]:
    """Put together what prints the same words, the best printed first: in marks before reported."""
    groups: list[list[Utterance]] = []
    by_statement: dict[int, list[int]] = defaultdict(list)
    by_words: dict[tuple[str, ...], list[int]] = defaultdict(list)
    by_speaker: dict[str | None, list[int]] = defaultdict(list)

    def badness(one: Utterance) -> tuple[object, ...]:
        return _is_damaged(coverage, one), BETTER[one.kind], one.speaker is None, -len(one.words), one.places

    order = sorted(utterances, key=badness)
    for utterance in order:
        statements = {coverage.statement_of[place] for place in utterance.places}
        near = dict.fromkeys(number for statement in sorted(statements) for number in by_statement[statement])
        near.update(dict.fromkeys(by_words[utterance.words]))
        near.update(dict.fromkeys(n for n in by_speaker[utterance.speaker] if are_alike(groups[n][0], utterance)))
        same = next((n for n in near if same_words(coverage, groups[n][0], utterance)), None)
        if same is None:
            same = len(groups)
            groups.append([])
            by_words[utterance.words].append(same)
            by_speaker[utterance.speaker].append(same)
        groups[same].append(utterance)
        for statement in statements:
            by_statement[statement].append(same)
    return sorted(groups, key=lambda group: (group[0].places[0], group[0].first.start))


def _without_echoes(coverage: Coverage, groups: Sequence[list[Utterance]], facts: str) -> list[list[Utterance]]:
    """Leave out short fragments that stand within a longer quotation of the story, or within a fact."""
    long = [(f" {' '.join(group[0].words)} ", group[0]) for group in groups if len(group[0].words) > ECHO_WORDS]
    longer = "\n".join(words for words, _ in long)

    def is_echo(one: Utterance) -> bool:
        words = f" {' '.join(one.words)} "
        if len(one.words) > ECHO_WORDS or words not in longer:
            return len(one.words) <= ECHO_WORDS and _stands_in(one, facts)
        return not all(are_two(coverage, one, other) for held, other in long if words in held)

    return [group for group in groups if not is_echo(group[0])]


def _without_repeats(
    coverage: Coverage, groups: Sequence[list[Utterance]], facts_at: frozenset[int]
) -> list[list[Utterance]]:
    """Leave out reported speech that says what a fact or another quote of its speaker says, on no other day."""

    def is_fact(one: Utterance) -> bool:
        return any(coverage.statement_of[place] in facts_at for place in one.places)

    by_speaker: dict[str | None, list[Utterance]] = defaultdict(list)
    repeated = set[int]()
    order = sorted(groups, key=lambda g: (not is_fact(g[0]), BETTER[g[0].kind], -len(g[0].words)))
    for group in order:
        one = group[0]
        before = by_speaker[one.speaker]
        if one.kind == "indirect" and any(_says_again(one, other) or _holds(one, other) for other in before):
            repeated.add(id(group))
        else:
            by_speaker[one.speaker].append(one)
    return [group for group in groups if id(group) not in repeated]


def _says_again(one: Utterance, other: Utterance) -> bool:
    same_day = not (one.said and other.said) or may_be_same(one.said, other.said)
    texts = (" ".join(q.text for q in utterance.stretches) for utterance in (one, other))
    return one.speaker is not None and same_day and say_same(*(content_words(text) for text in texts))


def _holds(one: Utterance, other: Utterance) -> bool:
    """Tell whether a reported clause is for its greater part a quotation in marks that is shown."""
    within = [q for q in other.stretches if q.kind != "indirect" and one.first.start <= q.start < one.first.end]
    words = sum(len(q.text.split()) for q in within)
    return one.article == other.article and words >= HELD_PART * len(one.first.text.split())


def _words_of(coverage: Coverage, utterance: Utterance) -> str | None:
    first = utterance.stretches[0]
    text = word_quote(coverage, utterance.article, utterance.stretches, utterance.kind)
    places = coverage.sentences_at(utterance.article, first.start, first.end)
    return with_pairs_named(coverage, coverage.told[places[0]], text) if text else None


def _stands_in(utterance: Utterance, facts: str) -> bool:
    fragments = utterance.kind == "partial"
    return fragments and all(f" {' '.join(normal_words(q.text))} " in facts for q in utterance.stretches)


def _is_damaged(coverage: Coverage, utterance: Utterance) -> bool:
    return any(coverage.is_damaged(coverage.told[place]) for place in utterance.places)


def _is_telling(coverage: Coverage, utterance: Utterance, facts_at: frozenset[int]) -> bool:
    """Tell whether reported speech is worth showing: a whole clause with a speaker, not told among the facts."""
    statements = {coverage.statement_of[place] for place in utterance.places}
    return is_clause(utterance.first.text) and utterance.speaker is not None and not statements & facts_at


def _weight(coverage: Coverage, weights: Sequence[float], utterance: Utterance) -> float:
    return max((weights[coverage.statement_of[place]] for place in utterance.places), default=0.0)


def _quote(coverage: Coverage, group: Sequence[Utterance], dated: Mapping[Place, Utterance]) -> Quote:
    """Return the quote of a group; `dated` tells where an utterance of a known day stands."""
    best = group[0]
    places = {place for utterance in group for place in utterance.places}
    places |= {place for place in _unmarked(coverage, best) if not best.said or dated.get(place, best) is best}
    speakers = [u.speaker for u in group if u.speaker]
    days = [(_sure(coverage, u.said), u.how_dated) for u in group if u.said]
    said, how_dated = min(days, key=lambda day: is_uncertain(day[0]), default=(None, None))
    text = _words_of(coverage, best) or best.first.text
    return Quote(
        text=text if best.kind == "indirect" else with_days(coverage, best.article, text, best.stretches, said),
        speaker=said_by(coverage.story.findings[best.article], _speaker(speakers)),
        kind=best.kind,
        via=list(best.first.via),
        said=said,
        how_dated=how_dated,
        to=next((u.first.addressee for u in group if u.first.addressee), None),
        evidence=coverage.evidence(places),
        rule=best.first.rule,
    )


def _sure(coverage: Coverage, said: str) -> str:
    """Return a day without its `?` where another article makes it sure; what is only implied stays unsure."""
    return said if said.endswith("?") else coverage.sure(said)


def _speaker(speakers: Sequence[str]) -> str | None:
    """Return the fullest form of the speaker that the best telling names."""
    fuller = [speaker for speaker in speakers if speakers[0] in speaker]
    return max(fuller, key=len) if fuller else None


def _unmarked(coverage: Coverage, best: Utterance) -> set[Place]:
    """Return where other articles print the words of an utterance, their marks lost or another word beside them."""
    found: set[Place] = set()
    for place in best.places:
        for told in coverage.tellings_of(place):
            if told.place.article != best.article:
                printed = f" {' '.join(normal_words(told.text))} "
                if all(f" {' '.join(normal_words(q.text))} " in printed for q in best.stretches):
                    found.add(told.place)
    return found
