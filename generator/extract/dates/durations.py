"""How long, how often and at what hour: the values of durations, sets and times of day."""

import re

from generator.extract.dates.context import Context, Reading
from generator.extract.dates.grammar import Phrase
from generator.extract.dates.lexer import Token, number_value

UNITS = ("DAYU", "WEEKU", "MONTHU", "QUARTERU", "YEARU", "UNIT", "UNITS", "WEEKEND")
NUMBERS = ("WORDNUM", "DAY", "NUM", "YEAR", "YEARWORDS")


def _period(count: str, unit: str) -> str:
    """Write an amount of a unit as TIMEX3: P3D, PT2H, PXY; decades and centuries count as years."""
    if unit.endswith("0Y"):
        return f"P{count}Y" if count == "X" else f"P{_plain(float(count) * int(unit[:-1]))}Y"
    if unit == "2W":
        return f"P{count}W" if count == "X" else f"P{_plain(float(count) * 2)}W"
    return f"PT{count}{unit[1]}" if unit.startswith("T") else f"P{count}{unit}"


def _unit(phrase: Phrase) -> str:
    token = phrase.last(*UNITS)
    return token.value if token else ""


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else f"{number:g}"


_HALVES = {"Y": (6, "M"), "TH": (30, "TM"), "TM": (30, "TS"), "D": (12, "TH")}


def lasting(phrase: Phrase, context: Context) -> Reading:
    letter = _unit(phrase)
    if phrase.has("VAGUE"):
        return Reading("DURATION", _period("X", letter))
    number = phrase.last(*NUMBERS)
    value = number_value(number.value) if number else 0.0 if phrase.has("HALF") and not phrase.has("AND") else 1.0
    value += 0.5 * phrase.has("HALF")
    whole, halves = int(value), value - int(value)
    if halves == 0.5 and letter in _HALVES:
        count, smaller = _HALVES[letter]
        tail = _period(str(count), smaller)[1:]
        if whole:
            head = _period(str(whole), letter)
            return Reading("DURATION", head + tail.removeprefix("T") if "T" in head else head + tail)
        return Reading("DURATION", f"P{tail}")
    return Reading("DURATION", _period(_plain(value), letter))


def vague(phrase: Phrase, context: Context) -> Reading:
    """Read "day-long" and "for years"."""
    return Reading("DURATION", _period("X" if phrase.has("UNITS") else "1", _unit(phrase)))


def recent(phrase: Phrase, context: Context) -> Reading:
    """Read "recent years" as the past, "recent weeks" and "the coming months" as stretches of time."""
    unit = _unit(phrase)
    if phrase.has("RECENT") and unit == "Y":
        return Reading("DATE", "PAST_REF")
    return Reading("DURATION", _period("X", unit))


def repeated(phrase: Phrase, context: Context) -> Reading:
    token = phrase.first("SETWORD")
    if token:
        return Reading("SET", token.value)
    part = phrase.last("DAYPART", "DAYPARTS")
    if month := phrase.first("MONTH", "MON"):
        return Reading("SET", f"XXXX-{int(month.value):02}")
    if weekday := phrase.first("WEEKDAY", "WEEKDAYS"):
        return Reading("SET", f"XXXX-WXX-{weekday.value}" + (f"T{part.value[:2].upper()}" if part else ""))
    if season := phrase.first("SEASON"):
        return Reading("SET", f"XXXX-{season.value}")
    if phrase.first("WEEKEND", "WEEKENDS"):
        return Reading("SET", "XXXX-WXX-WE")
    if part:
        return Reading("SET", f"XXXX-XX-XXT{part.value[:2].upper()}")
    number = phrase.last(*NUMBERS)
    count = number_value(number.value) if number else 2 if phrase.has("OTHER") else 1
    return Reading("SET", _period(_plain(count), _unit(phrase)))


def time_of_day(phrase: Phrase) -> str:
    """Return the hour and minute of a clock time, as in 22:00."""
    if noon := phrase.first("NOON"):
        return noon.value
    token = phrase.first("CLOCK") or phrase.first("DAY", "WORDNUM", "YEAR", "NUM")
    if token is None:
        raise ValueError("no time of day")
    zone = "Z" if (mark := phrase.first("ZONE")) and mark.value in {"GMT", "UTC"} else ""
    return f"{_hour_and_minute(token, phrase)}{zone}"


def _hour_and_minute(token: Token, phrase: Phrase) -> str:
    numbers = re.findall(r"\d+", token.value)
    if token.kind in {"YEAR", "NUM"}:  # 0930 GMT
        if len(token.value) != 4:
            raise ValueError(f"{token.value} is no time of day")
        numbers = [token.value[:-2] or "0", token.value[-2:]]
    hour, minute = int(numbers[0]), int(numbers[1]) if len(numbers) > 1 else 0
    half = token.value.lower().lstrip("0123456789:. ")[:1]
    if half and not 1 <= hour <= 12:
        raise ValueError(f"{token.value} is no time of day")
    part = phrase.last("DAYPART")
    if part and part.value in {"AF", "EV", "NI"}:
        half = "p"
    if half == "p" and hour < 12:
        hour += 12
    if half == "a" and hour == 12:
        hour = 0
    if hour > 24 or minute > 59:
        raise ValueError(f"{token.value} is no time of day")
    return f"{hour:02}:{minute:02}"
