"""Questions about what there is one of: a deal's value, somebody's age, the day of a death, the year of a prize."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.edtf import bounds, in_words
from generator.model.findings import Figure
from generator.stories.change import is_change
from generator.stories.days import is_day
from generator.stories.evidence import Place, Told
from generator.stories.questions.asking import Context, Question, Reason, article_of, capital, everywhere, weight_of
from generator.stories.questions.numbers import NEAR_DAYS, of_one_day
from generator.stories.questions.ranges import agree
from generator.stories.words import content_words, phrases

# ISO 4217: the amount of a deal
_CURRENCY = re.compile(r"[A-Z]{3}|rupees")
# died on Monday | aged 92; dies | at the age of 92; not: died | at 10:30, at 12 Mill Lane
_AGED = re.compile(
    r"[^.;:]{0,60}? (?:aged (\d{2,3})\b"
    r"|at (?:the age of |age )?(\d{2,3})(?=,|[.;](?!\d)|\Z| (?:after|from|in|on)\b))"
)
# She was | 91.
_WAS = re.compile(r"(?:He|She) was (\d{2,3})\.?")
_CAPITAL = re.compile(r"\b[A-Z][\w-]+")
_PRONOUN = re.compile(r"(?:He|She)\b")
# Ida Moe | , 34, | a baker
_YEARS = re.compile(r", (\d{2})(?=[,.])")
# won the | Norland Medal | in 1989
_PRIZE = re.compile(
    r"\b(?:awarded|given|received|shared|won) the (?P<prize>(?:[A-Z][\w'’-]{0,30} ){1,5}(?:Award|Medal|Prize))"
    r" in (?P<year>(?:19|20)\d\d)\b"
)
# A day this far behind the word is that of the death.
_NEAR = 45


@dataclass(frozen=True, slots=True)
class _Given:
    """What an article gives: as it is compared, and as it is asked; `figure` where it is an amount."""

    told: Told
    asked: str
    value: str
    figure: Figure | None = None


def ask_singles(context: Context) -> Iterator[Question]:
    """Ask which is right where two outlets give two values for what there is one of, at the same time."""
    things: dict[tuple[str, str], dict[int, list[_Given]]] = defaultdict(lambda: defaultdict(list))
    for told in context.coverage.undamaged_first():
        found = (*_of_death(context, told), *_of_age(told), *_of_prize(context, told), *_of_deal(context, told))
        for thing, given in found:
            things[thing][context.coverage.origins[told.place.article]].append(given)
    for (kind, _), by_origin in things.items():
        # One who gives several tells of several, or corrects himself.
        sure = [given[0] for given in by_origin.values() if len({one.value for one in given}) == 1]
        pairs = ((one, other) for at, one in enumerate(sure) for other in sure[at + 1 :])
        differing = next(((one, other) for one, other in pairs if _differ(context, kind, one, other)), None)
        if differing:
            yield _question(context, kind, *differing)


def _differ(context: Context, kind: str, one: _Given, other: _Given) -> bool:
    if kind == "years" and not of_one_day(context, one.told, other.told):
        return False
    if one.figure and other.figure:
        near = of_one_day(context, one.told, other.told) and not agree(one.figure, other.figure, exact=False)
        return near and one.figure.unit == other.figure.unit and _of_one_deal(one.told, other.told)
    return one.value != other.value


def _of_death(context: Context, told: Told) -> Iterator[tuple[tuple[str, str], _Given]]:
    """Yield the age and the day of a death that a sentence tells of one person."""
    if was := _WAS.fullmatch(told.text.strip()):
        before = context.coverage.told.get(Place(told.place.article, told.place.sentence - 1))
        died = _died().search(before.text) if before else None
        who = _who(context, before, died.start()) if before and died else None
        if who:
            yield ("age", who.lower()), _Given(told, who, was[1])
        return
    died = _died().search(told.text)
    who = _who(context, told, died.start()) if died else None
    if died is None or who is None:
        return
    if aged := _AGED.match(told.text, died.end()):
        yield ("age", who.lower()), _Given(told, who, aged[1] or aged[2])
    for mention in told.dates:
        gap = told.text[died.end() : max(died.end(), mention.start - told.start)]
        behind = mention.start - told.start > died.end() and len(gap) <= _NEAR and not set(gap) & set(",.;:")
        if behind and mention.edtf and is_day(mention.edtf) and " after " not in gap and " since " not in gap:
            yield ("day", who.lower()), _Given(told, who, mention.edtf)
            return


def _of_age(told: Told) -> Iterator[tuple[tuple[str, str], _Given]]:
    """Yield the age that stands behind a person's name: “Ida Moe, 34, a baker”."""
    for name in told.names:
        years = _YEARS.match(told.text, name.end - told.start) if name.kind == "person" else None
        if years and " " in name.name:
            yield ("years", name.name.lower()), _Given(told, name.name, years[1])


def _of_prize(context: Context, told: Told) -> Iterator[tuple[tuple[str, str], _Given]]:
    """Yield the year in which a sentence says that one person received a prize."""
    for match in _PRIZE.finditer(told.text):
        who = _who(context, told, match.start())
        if who:
            thing = "prize", f"{who.lower()} {match['prize']}"
            yield thing, _Given(told, f"{who} receive the {match['prize']}", match["year"])


def _of_deal(context: Context, told: Told) -> Iterator[tuple[tuple[str, str], _Given]]:
    """Yield the value of the deal that is the news: “a merger worth £3.2bn”; not of an arms deal."""
    for figure in told.figures:
        if not _CURRENCY.fullmatch(figure.unit or "") or figure.status != "reported" or is_change(figure):
            continue
        deal = _deals().search(told.text, 0, figure.start - told.start)
        if deal and not _is_of_past(context, told) and (_bodies(told) or deal["the"].lower() == "the"):
            yield ("deal", figure.unit or ""), _Given(told, deal["noun"], str(figure.value), figure)


def _is_of_past(context: Context, told: Told) -> bool:
    """Tell whether a sentence has a date long before its article: a deal of last year."""
    published = context.coverage.findings(told.place).article.published
    day = bounds(published)[1] if published else None
    ends = (bounds(mention.edtf)[1] for mention in told.dates if mention.edtf)
    return day is None or any(end is None or (day - end).days > NEAR_DAYS for end in ends)


def _of_one_deal(one: Told, other: Told) -> bool:
    """Tell whether none of two sentences names a body that the other leaves out for another."""
    fewer, more = sorted((_bodies(one), _bodies(other)), key=len)
    return fewer <= more


def _bodies(told: Told) -> frozenset[str]:
    """Return the words in capitals, dates aside, that may name who takes part."""
    apart = [(mention.start, mention.end) for mention in told.dates]
    capitals = ((match, told.start + match.start()) for match in _CAPITAL.finditer(told.text))
    words = (match[0] for match, at in capitals if not any(start <= at < end for start, end in apart))
    return frozenset(word for capital in words for word in content_words(capital))


def _who(context: Context, told: Told, end: int) -> str | None:
    """Return the one person named before a verb; of “She” at the start the one with whom the article begins."""
    before = {name.name for name in told.names if name.kind == "person" and name.end - told.start <= end}
    if _PRONOUN.match(told.text):
        opening = context.coverage.told.get(Place(told.place.article, 0))
        persons = [name.name for name in opening.names if name.kind == "person"] if opening else []
        return persons[0] if len(set(persons)) == 1 else None
    return before.pop() if len(before) == 1 else None


def _question(context: Context, kind: str, one: _Given, other: _Given) -> Question:
    values = sorted((one, other), key=lambda given: given.figure.value if given.figure else given.value)
    told = [_value(kind, given) for given in values]
    who = [article_of(context, given.told) for given in values]
    who = [who[0], f"{who[1][0].lower()}{who[1][1:]}"] if who[0] != who[1] else ["One article", "another"]
    because = f"{capital(who[0])}: {told[0]}; {who[1]}: {told[1]}. {_settled()[kind]}"
    name = max((given.asked for given in values), key=lambda asked: (asked != "deal", len(asked)))
    asked = _asked()[kind].format(what=name)
    return Question(
        f"{asked}: {told[0]} or {told[1]}?",
        Reason("number", because, f"number.{kind}"),
        tuple(dict.fromkeys(place for given in values for place in everywhere(context, given.told.place))),
        max(weight_of(context, given.told.place) for given in values),
    )


def _value(kind: str, given: _Given) -> str:
    if given.figure:
        return given.figure.text
    return f"on {in_words(given.value)}" if kind == "day" else given.value


@cache
def _died() -> re.Pattern[str]:
    return phrases(read_lexicon("deeds")["died"])


@cache
def _deals() -> re.Pattern[str]:
    """Return the pattern of a deal before its value: “the all-share merger is valued at”."""
    deals, kinds = (phrases(read_lexicon("deeds")[name]).pattern for name in ("deals", "kinds_of_deal"))
    return re.compile(
        rf"\b(?P<the>[Tt]he|an?) (?:{kinds} )?(?P<noun>{deals})(?: (?:of|between|with) [^,.;:()]{{1,80}})?"
        r"(?:, [^,.;:()]{1,60},)?,?(?: (?:is|was|that is|which is))? (?:worth|valued at)(?: [a-z]+)? ?\Z"
    )


@cache
def _asked() -> dict[str, str]:
    return dict(read_lexicon("deeds")["asked_of_one"])


@cache
def _settled() -> dict[str, str]:
    return dict(read_lexicon("deeds")["settled_of_one"])
