"""What only looks like an expression of time: counts, names, titles and verbs."""

import re
from collections.abc import Iterable
from functools import cache

from generator.extract.dates.durations import UNITS
from generator.extract.dates.grammar import Phrase
from generator.extract.dates.lexer import Token
from generator.lexicon import read_lexicon

SURE_YEARS = range(1800, 2061)  # outside of these a bare number is a year only after "in", "since" and the like
LINE = 20  # characters either side that tell a line of capitals from a name in capitals
_WORD_BEFORE = re.compile(r"(?<![^\s(“\"])([^\s(“\"]+)\s+$")
_WORD_AFTER = re.compile(r"\s{1,40}([^\W\d_]+)")
_CAPITALISED = re.compile(r"[A-Z][\w.-]*")
_TODAY = re.compile(r"Today|TODAY")
_PROGRAMME = re.compile(r"This [A-Z][a-z]+")  # This Morning
_NAMED = re.compile(r"(?:\bthe|(?<![\w.’'-])[A-Z][\w’'-]{1,30}) \Z")  # [Norland] Today, [the] Today programme
_STOPS = re.compile(r"\s*(?:\Z|[^\w\s]|\n)")  # the year before[.]
# "Theresa May", in whatever sentence; not "In May 2019"
_PERSON_MAY = re.compile(r"\b([A-Z][a-z]+)\s+May\b(?!,?\s+\d)")
_FRACTION = re.compile(r"\s+of\s+(?!\d{4})")  # three quarters [of the voters]
_FOR_NAME = re.compile(r"\s+\w+\s+[A-Z]")  # the March [for Life]
_TO_PLAY = re.compile(
    r"\s+(?:left|remaining|to (?:go|play))\b(?! (?:for|from|in|on|the|to)\b)"
)  # with 3:08 to play
_TITLE_LEAD = re.compile(r"[\"“](?:[A-Z]\w{1,20} ){1,3}\Z")
_TITLE_END = re.compile(r"(?: [A-Z]\w{1,20})?[,.]?[\"”]")
_COMPOUND = re.compile(r"-[A-Za-z]")  # a 2000-strong force


def keep_times(phrases: Iterable[Phrase], text: str) -> list[Phrase]:
    """Return those of the expressions that the grammar found which are of time, by what stands around them."""
    leads = listed("month_leads")
    person_may = " May" in text and any(match.group(1).lower() not in leads for match in _PERSON_MAY.finditer(text))
    return [phrase for phrase in phrases if _is_time(phrase, text, person_may=person_may)]


def _is_time(phrase: Phrase, text: str, *, person_may: bool) -> bool:
    if any(token.kind in UNITS and text[token.start].isupper() for token in phrase.tokens[1:]):
        return False  # the title of a broadcast: This Week, 60 Minutes
    if phrase.rule == "daypart" and _PROGRAMME.fullmatch(text, phrase.start, phrase.end):
        return False  # on NTV This Morning
    before = _word(_WORD_BEFORE, text, max(0, phrase.start - 40), phrase.start)
    match phrase.rule:
        case "age":
            return False
        case "month":
            return _is_month(phrase, text, before, person_may=person_may)
        case "weekday":
            after = _word(_WORD_AFTER, text, phrase.end, phrase.end + 40)
            titled = _TITLE_LEAD.search(text, max(0, phrase.start - 40), phrase.start)
            if titled and _TITLE_END.match(text, phrase.end):
                return False  # on “Norland News Sunday,” she said
            return before not in listed("named_weekdays") and after not in listed("weekday_papers")
        case "year":
            return phrase.tokens[-1].kind != "YEAR" or _is_year(phrase, text, before)
        case "today":
            return not _is_title(phrase, text) and not (
                phrase.has("TODAY") and before.lower() in listed("some_tomorrow")
            )
        case "holiday":
            after = _word(_WORD_AFTER, text, phrase.end, phrase.end + 40)
            return after not in listed("festive")
        case "season":
            named = phrase.has("YEAR", "YEARU", "YEARWORDS", "EDGE")
            return named or (phrase.has("THE") and before.lower() in listed("season_leads"))
        case "clock":
            if phrase.tokens[-1].kind == "CLOCK" and _TO_PLAY.match(text, phrase.end):
                return False
            bare = phrase.tokens[-1].kind == "NOON" and phrase.tokens[0].kind == "NOON"
            return not bare or before.lower() in listed("noon_leads")
        case "the":
            return not _COMPOUND.match(text, phrase.end)  # the quarter-to-quarter comparison
        case "reference":
            return not phrase.has("PAST") or _is_the_past(phrase, text)
        case "one":
            return not phrase.has("QUARTERU") and not _is_rate(before.lower())
        case "counted":
            return not (phrase.tokens[0].kind == "A" and _is_rate(before.lower()))
        case "duration" | "span":
            return not _is_fraction(phrase.tokens[-1], phrase, text) and not _is_some_day(phrase, text, before)
        case "plural":
            return before.lower() in listed("stretch_leads") and phrase.tokens[-1].value != "Q"
        case "before":
            return phrase.has("EARLIER") or bool(_STOPS.match(text, phrase.end))
    return True


@cache
def listed(name: str) -> frozenset[str]:
    return frozenset(read_lexicon("time")["screen"][name])


def _word(pattern: re.Pattern[str], text: str, start: int, end: int) -> str:
    match = pattern.search(text, start, end) if pattern is _WORD_BEFORE else pattern.match(text, start, end)
    return match.group(1) if match else ""


def _is_month(phrase: Phrase, text: str, before: str, *, person_may: bool) -> bool:
    """Tell "in May" from Theresa May, "May I", the March for Life and April Smith."""
    token = phrase.last("MONTH", "MON")
    if token is None or len(phrase.tokens) > 1:
        return True
    written, after = text[token.start : token.end], _word(_WORD_AFTER, text, token.end, token.end + 40)
    if token.kind == "MON":
        return written.endswith(".") and before.lower() in listed("month_leads")
    if written.capitalize() not in listed("ambiguous_months"):
        return True
    if written == "May":
        return before.lower() in listed("sure_month_leads" if person_may else "month_leads")
    if written == "March" and after in listed("month_denied_by"):
        return before.lower() in listed("sure_month_leads") and not _FOR_NAME.match(text, token.end)
    if before.lower() in listed("month_leads"):
        return not (after[:1].isupper() and before.lower() in listed("name_leads"))
    return not _CAPITALISED.fullmatch(before) and not after[:1].isupper()


def _is_year(phrase: Phrase, text: str, before: str) -> bool:
    """Tell "in 1984" from 1984 people, Resolution 1973 and a 2000-strong force."""
    lower, after = before.lower(), _word(_WORD_AFTER, text, phrase.end, phrase.end + 40)
    if after in listed("counted") or _COMPOUND.match(text, phrase.end):
        return False
    if len(phrase.tokens) > 1 or lower in listed("year_leads"):
        return lower not in listed("counted_by")
    return int(phrase.tokens[0].value) in SURE_YEARS and lower not in listed("counted_by")


def _is_title(phrase: Phrase, text: str) -> bool:
    """Tell a paper or a programme of that name ("Norland Today") from a word in a line of capitals."""
    if not _TODAY.fullmatch(text, phrase.start, phrase.end) or not _NAMED.search(
        text, max(0, phrase.start - 40), phrase.start
    ):
        return False
    return any(letter.islower() for letter in text[max(0, phrase.start - LINE) : phrase.end + LINE])


def _is_rate(before: str) -> bool:
    """Tell "$2 million a year", "358,000 a month" and "four flights a week" from "within a week"."""
    if before[-1:].isdigit() or before in listed("amounts"):
        return True
    return before.endswith("s") and before not in listed("not_plural")


def _is_the_past(phrase: Phrase, text: str) -> bool:
    """Tell "in the past" from "the past three summers" and "the past president"."""
    after = _word(_WORD_AFTER, text, phrase.end, phrase.end + 40)
    return bool(_STOPS.match(text, phrase.end)) or after in listed("the_past_followed_by")


def _is_some_day(phrase: Phrase, text: str, before: str) -> bool:
    """Tell "one day he will win" from "within one day" and "one day later"."""
    if text[phrase.start : phrase.end].lower() != "one day":
        return False
    after = _word(_WORD_AFTER, text, phrase.end, phrase.end + 40)
    return before.lower() not in listed("one_day_leads") and after not in listed("one_day_followed_by")


def _is_fraction(unit: Token, phrase: Phrase, text: str) -> bool:
    """Tell "three-quarters of its food" from "the past two quarters"."""
    return unit.value == "Q" and (
        unit.kind != "UNITS" or phrase.has("HYPHEN") or bool(_FRACTION.match(text, unit.end))
    )
