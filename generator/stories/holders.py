"""What a number is of: whose votes and seats, which of the members, trade between whom, as far as is told."""

import re
from dataclasses import dataclass
from functools import cache

from generator.lexicon import read_lexicon, word_set
from generator.model.findings import Figure, Name
from generator.stories.countries import find_countries, without_countries
from generator.stories.evidence import Coverage, Place, Told
from generator.stories.pairs import names_of_two
from generator.stories.words import content_words

# took | 12 medals; picked up | another 3 seats; finished on | some 9,000 votes
_VERB = re.compile(
    r"\b(?P<verb>[a-z]+(?: (?:off|on to|up))?) (?:(?:on|up with|with) )?"
    r"(?:(?:an?|the|just|only|all|another|additional|extra|more|some|about|nearly) ){0,3}\Z"
)
# gained 4 medals, | which takes its total to | 31 medals
_IN_ALL = re.compile(
    r",? (?:and )?(?:which )?(?:totall?ing|for a total of|to reach|(?:making|giving (?:it|them)) (?:a total of )?"
    r"|leaving (?:it|them) with|(?:bring|tak)(?:ing|es) (?:it|them|(?:its|their|the) (?:total|tally)) to) \Z"
)
# The Harbour Party | (HP) | took; the oldest guild, the Coopers, | lost; Ida Berg, | a nurse, | won
_BETWEEN = re.compile(r"(?:, (?:an?|the) [^,()]{3,80})?,? (?:\([^()]{1,20}\) )?\Z")
# the oldest guild, | Coopers, | lost
_SHORT = re.compile(r", ([A-Z][a-z]+), \Z")
# Going into the draw, | the Coopers' Guild held | 7 seats
_BEFORE = re.compile(r"(?:Ahead of|Before|Going into|Until) (?P<what>(?:this|the) [a-z]+), ")
_HAD = re.compile(r"\b(?:had|held) (?:just |only |about )?\Z")
# Ida Berg | had | won
_AUXILIARY = re.compile(r"(?:has |have |had |also |then )\Z")
HELD = "held"
# A list or an alliance that no word tells to be one has votes and seats too.
_HOLDERS = frozenset({"person", "organisation", "other"})
# took 44% | of the vote; 37% | for the Hills
_OF_VOTE, _FOR = re.compile(r" of (?:the )?votes?\b"), re.compile(r" for (?:the )?(?=[A-Z])")
_BODIES = frozenset({"organisation", "other"})
# Norcomp | , which | has; the Norcomp | group | has
_WHICH_HAS = re.compile(r"(?:, which)? (?:now |still |already |currently )?\Z")
# 300 people | who lost their jobs
_RELATIVE = re.compile(r" (?:that|which|who|whose|in|under|with|without)\b")
_PRONOUNS = {"He": "m", "She": "f"}
# members of the club | that were allowed to vote
_WHICH = re.compile(r" (?:that|who|which) [^,.;:()\"“”—–]{3,60}(?=[,.;:)])")
# out of | 9,000 members who …
_AFTER_PREPOSITION = re.compile(r"\b(?:of|by|among|from|for|to|with|than)(?: [a-z]+)? \Z")


@dataclass(frozen=True, slots=True)
class Holding:
    """What a count of votes or seats is of: of `unit`, whose, and how they came by it (“won”) or that it is “held”.

    `before` is what the count was held before: “this election”.
    """

    unit: str
    verb: str
    who: str
    before: str | None = None

    @property
    def measure(self) -> str:
        """The words for it: “seats won by the Harbour Party”."""
        if self.unit == "votes" and self.verb not in {"lost", HELD}:
            return f"votes for {self.who}"
        return f"{self.unit} {self.verb} by {self.who}" + (f" before {self.before}" if self.before else "")


def held(coverage: Coverage, told: Told, figure: Figure) -> Holding | None:
    """Return what a count of votes or seats is of; None where the sentence does not tell whose they are."""
    if figure.unit not in word_set("series", "held") or figure.unit is None:
        return None
    before = told.text[: figure.start - told.start]
    in_all = _IN_ALL.search(before)
    if in_all:
        first = next((one for one in told.figures if one.end == told.start + in_all.start()), None)
        whose = _holder(coverage, told, first) if first and first.unit == figure.unit else None
        return Holding(figure.unit, HELD, whose[1]) if whose else None
    earlier = _BEFORE.match(told.text)
    if earlier and _HAD.search(before):
        first_named = next((name for name in told.names if name.kind in _HOLDERS - {"other"}), None)
        return Holding(figure.unit, HELD, _called(told, first_named), earlier["what"]) if first_named else None
    whose = _holder(coverage, told, figure)
    return Holding(figure.unit, *whose) if whose else None


def measure_held(coverage: Coverage, told: Told, figure: Figure) -> str | None:
    """Return what a count of votes or seats measures: “seats won by the Harbour Party”."""
    holding = held(coverage, told, figure)
    return holding.measure if holding else None


def size_of(told: Told, figure: Figure) -> str | None:
    """Return whose people a count is of: “employs 7,100 people”, “Norcomp, which has 3 million users”."""
    verb = _VERB.search(told.text, 0, figure.start - told.start)
    size = read_lexicon("series")["sizes"].get(verb["verb"]) if verb else None
    if size is None or verb is None or figure.unit not in size["of"] or figure.status != "reported":
        return None
    if _RELATIVE.match(told.text, figure.end - told.start):
        return None
    subject = told.text[: verb.start()]
    names = (n for n in told.names if n.kind in _BODIES and n.end - told.start <= len(subject))
    who = next((n for n in names if _WHICH_HAS.fullmatch(subject, n.end - told.start)), None)
    measure: str = size["measure"]
    return measure.format(unit=figure.unit, who=_called(told, who)) if who else None


def share_of_vote(coverage: Coverage, told: Told, figure: Figure) -> str | None:
    """Return whose share of the vote a percentage is: “took 44% of the vote to 37% for the Hills”."""
    if figure.unit != "%" or figure.measure:
        return None
    end = figure.end - told.start
    if _OF_VOTE.match(told.text, end):
        whose = _holder(coverage, told, figure)
        return f"share of the vote for {whose[1]}" if whose else None
    after = _FOR.match(told.text, end)
    earlier = (one for one in told.figures if one.unit == "%" and one.end < figure.start)
    if after is None or not any(_OF_VOTE.match(told.text, one.end - told.start) for one in earlier):
        return None
    name = next((one for one in told.names if one.start - told.start == after.end()), None)
    return f"share of the vote for {_called(told, name)}" if name else None


def between(coverage: Coverage, told: Told, measure: str) -> str:
    """Return a measure of trade with the two countries between which it is, where sentences near it name two."""
    words = {*content_words(without_countries(measure))} - word_set("series", "light")
    if not words or words - word_set("series", "two_sided") or find_countries(measure) or " between " in measure:
        return measure
    names = names_of_two(coverage, told, "countries")
    return f"{measure} between {' and '.join(names)}" if names else measure


def with_clause(told: Told, figure: Figure) -> str | None:
    """Return the measure of a count with the clause that says which are counted; None where that is not clear."""
    measure = figure.measure or ""
    at = told.text.find(measure, max(0, figure.start - told.start))
    if at < 0:
        return measure
    end = at + len(measure)
    if not re.match(r" (?:that|who|which) ", told.text[end : end + 7]):
        return measure
    clause = _WHICH.match(told.text, end)
    if clause is None or not _AFTER_PREPOSITION.search(told.text, 0, figure.start - told.start):
        return None
    return f"{measure}{clause[0]}"


def _holder(coverage: Coverage, told: Told, figure: Figure) -> tuple[str, str] | None:
    """Return the verb by which somebody came by what is counted, as a participle, and their name."""
    verb = _VERB.search(told.text, 0, figure.start - told.start)
    participle = verb and _participles().get(verb["verb"])
    if not verb or not participle:
        return None
    subject = _AUXILIARY.sub("", told.text[: verb.start()])
    before = (name for name in told.names if name.end - told.start <= len(subject) and name.kind in _HOLDERS)
    for name in before:
        if _BETWEEN.fullmatch(subject, name.end - told.start):
            return participle, _called(told, name)
    meant = _meant(coverage, told) if subject.strip() in _PRONOUNS else _shortened(coverage, told, subject)
    return (participle, meant) if meant else None


def _shortened(coverage: Coverage, told: Told, subject: str) -> str | None:
    """Return the one party that a subject calls by its first word: “the oldest guild, Coopers, lost 2”."""
    short = _SHORT.search(subject)
    names = coverage.findings(told.place).names if short else ()
    called = {n.name for n in names if n.kind == "organisation" and short and n.name.startswith(f"{short[1]} ")}
    return f"the {called.pop()}" if len(called) == 1 else None


def _called(told: Told, name: Name) -> str:
    """Return a name with the article that stands before it, or that a possessive stands for."""
    before = told.text[: name.start - told.start]
    return f"the {name.name}" if re.search(r"(?:\b[Tt]he |['’]s? (?:\(\w+\) )?)\Z", before) else name.name


def _meant(coverage: Coverage, told: Told) -> str | None:
    """Return whom “He” or “She” at the start of a sentence means: the person with whom the one before begins."""
    before = coverage.told.get(Place(told.place.article, told.place.sentence - 1))
    if before is None or not before.names:
        return None
    first = before.names[0]
    fits = first.gender in {_PRONOUNS[told.text.split()[0]], None}
    return first.name if first.start == before.start and first.kind == "person" and fits else None


@cache
def _participles() -> dict[str, str]:
    return {verb: verb for verb in word_set("series", "coming_by")} | dict(read_lexicon("series")["participles"])
