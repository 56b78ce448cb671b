"""What only looks like an expression of time: counts, names and verbs."""

import re

from generator.extract.dates.grammar import Phrase

_UNITS = ("DAYU", "WEEKU", "MONTHU", "QUARTERU", "YEARU", "UNIT", "UNITS")
_FRACTION = re.compile(r"\s+of\s+(?!\d{4})")  # three quarters of the voters
# The word before: "for" years, "$2 million" a year, "the" March
_BEFORE = re.compile(r"(\S+)\s+$")


def is_time(phrase: Phrase, text: str) -> bool:
    """Tell whether an expression that the grammar found is one of time, by what stands around it."""
    if phrase.has(*_UNITS) and any(token.kind in _UNITS and text[token.start].isupper() for token in phrase.tokens):
        return False  # the title of a broadcast: This Week, 60 Minutes
    match phrase.rule:
        case "one":
            return not phrase.has("QUARTERU") and not _is_rate(_word_before(phrase, text))
        case "duration" | "span" if (last := phrase.tokens[-1]).value == "Q":  # three-quarters of it
            return last.kind == "UNITS" and not _FRACTION.match(text, last.end) and not phrase.has("HYPHEN")
        case "plural":
            return _word_before(phrase, text).lower() in {"for", "after", "within"}
        case "season":
            return phrase.has("YEAR", "YEARU", "YEARWORDS", "EDGE") or (
                phrase.has("THE") and _word_before(phrase, text).lower() in _SEASON_LEADS
            )
        case "month":
            return phrase.has("MONTH") or text[phrase.end - 1] == "."
    return True


_SEASON_LEADS = {"in", "over", "during", "since", "until", "by", "through", "throughout"}


def _word_before(phrase: Phrase, text: str) -> str:
    match = _BEFORE.search(text, max(0, phrase.start - 40), phrase.start)
    return match.group(1) if match else ""


def _is_rate(word: str) -> bool:
    """Tell "$2 million a year", "358,000 a month" and "four flights a week" from "within a week"."""
    return word[-1:].isdigit() or word in {"million", "billion", "trillion", "thousand", "percent"} or (
        word.endswith("s") and word not in {"is", "was", "has", "as", "this", "takes", "lasts", "less"}
    )
