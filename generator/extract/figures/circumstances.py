"""Around a figure: over which period, against which base, and whether it is reported or forecast."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from generator.extract.figures.periods import Period
from generator.extract.figures.quantity import Quantity
from generator.extract.figures.setting import COUNTERS, Setting
from generator.extract.tokens import Token
from generator.lexicon import read_lexicon
from generator.model.edtf import bounds
from generator.model.findings import FigureStatus

_WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in read_lexicon("amounts").items()}
_STOPS: frozenset[str] = frozenset(read_lexicon("units")["stops"])
_NO_NOUNS = _STOPS | _WORDS["amount_verbs"] | _WORDS["change_verbs"]
_CHANGING = _WORDS["change_verbs"] | _WORDS["changing_verbs"]
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_LONG = re.compile(r"\d{4}(?:-[234]\d)?|\d{4}-\d{2}/\d{4}-\d{2}|\d{4}/\d{4}")  # a year, a quarter, a span of these
_STRETCH = 40  # tokens on either side of a figure within which its clause must end
_OPENING = 2  # tokens before a date that opens its sentence: "By the end of 2022, …"
_REQUIRED = 3  # tokens after a figure within which it is said to be needed: "the two-thirds majority required"
_COMPARING = 6  # tokens before a date within which it is told to be compared: "than in the same months of 2019"
# After these a clause of its own begins: "will go to prison after a verdict on 54 charges".
_ANEW = frozenset(
    {"after", "although", "because", "but", "though", "when", "where", "which", "while", "who", "whose"}
)
_DASHES = frozenset({"—", "–", "―"})
_HAD = frozenset({"had", "was", "were"})
_SUBJECT = 9  # tokens of a subject that a share opens: "of the 12,000 people of the firm"
_OVER = frozenset({"in", "for", "during", "the", "over", "of"})
# Before a date these tell when, before a date and a noun ("for October elections") they do not.
_WHEN = frozenset({"in", "on", "during", "by", "since", "until", "through", "before", "after", "from", "to", "and"})


def find_period(setting: Setting, quantity: Quantity) -> str | None:
    """Return the date nearest to a figure in its stretch between commas, else the one that opens the sentence.

    Of two as near it is the one behind: "2% in May and | 3% in June".
    """
    tokens = setting.tokens
    start, last = _stretch(setting, quantity)
    if _is_rule(tokens, quantity, start) or _is_left_behind(tokens, quantity):
        return None
    near: list[tuple[int, bool, str]] = []
    lowest = bisect_left(setting.periods, start, key=lambda period: period.first)
    for period in setting.periods[lowest:]:
        if period.first >= last:
            break
        if not _is_beside_the_point(setting, period, quantity):
            distance = min(abs(period.first - quantity.last), abs(quantity.first - period.last))
            near.append((distance, period.first < quantity.first, period.edtf))
    if near:
        return min(near)[2]
    opening = [
        period.edtf
        for period in setting.periods[:1]
        if period.first <= _OPENING and not _is_beside_the_point(setting, period, quantity)
        if sum(token.text in _DASHES for token in tokens[: quantity.first]) % 2 == 0
    ]
    return opening[0] if opening else None


def _is_left_behind(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell what an amount was before: "rose from 10% to 25% in May" says of May only the 25%."""
    first, last = quantity.first, quantity.last
    if first < 2 or last >= len(tokens) or tokens[first - 1].lower != "from" or tokens[last].lower != "to":
        return False
    return any(token.lower in _CHANGING for token in tokens[max(0, first - 3) : first - 1])


def find_base(setting: Setting, quantity: Quantity, *, changes: bool) -> str | None:
    """Return the date that a change is measured from: "up 30 percent on 2019"."""
    if not changes and quantity.kind != "percent":
        return None
    _, last = _stretch(setting, quantity)
    for period in setting.periods:
        if period.first >= last:
            break
        opens = period.first <= _OPENING + 1 and setting.tokens[0].lower in _WORDS["comparing"]
        if _is_base(setting, period, quantity) or (opens and period.last < quantity.first):
            return period.edtf
    return None


def _stretch(setting: Setting, quantity: Quantity) -> tuple[int, int]:
    """Return the tokens between the marks on either side of a figure."""
    before, after = bisect_left(setting.breaks, quantity.first), bisect_left(setting.breaks, quantity.last)
    start = setting.breaks[before - 1] + 1 if before else 0
    last = setting.breaks[after] if after < len(setting.breaks) else len(setting.tokens)
    return max(start, quantity.first - _STRETCH), min(last, quantity.last + _STRETCH)


def _is_beside_the_point(setting: Setting, period: Period, quantity: Quantity) -> bool:
    tokens = setting.tokens
    before = tokens[period.first - 1].lower if period.first else ""
    return (
        before == "due"
        or (before == "through" and _DAY.fullmatch(period.edtf) is not None)
        or "since" in {token.lower for token in tokens[quantity.last : period.first]} | {before}
        or (period.first <= _OPENING + 1 and tokens[0].lower in _WORDS["comparing"])
        or _is_base(setting, period, quantity)
        or _names_a_thing(setting, period)
        or any(_had_by_then(tokens, at) for at in range(period.last, quantity.first))
        or _dates_the_saying(setting, period, quantity)
    )


def _had_by_then(tokens: Sequence[Token], at: int) -> bool:
    """Tell where it begins what had come of it later: "broke out on Saturday | and had burned 300 hectares"."""
    return tokens[at].lower == "and" and [token.lower for token in tokens[at + 1 : at + 2]] == ["had"]


def _is_base(setting: Setting, period: Period, quantity: Quantity) -> bool:
    """Tell whether a date after a figure is what that is compared with: "up 30 percent on 2019"."""
    tokens, first = setting.tokens, period.first
    if first <= quantity.last:
        return False
    before = tokens[first - 1].lower
    if before == "on":
        return first == quantity.last + 1 and quantity.kind == "percent" and not _DAY.fullmatch(period.edtf)
    if before == "since":
        return quantity.kind == "percent"
    at = first - 1
    while at > quantity.last and first - at < _COMPARING and tokens[at].lower in _WORDS["same"]:
        at -= 1
    return tokens[at].lower in _WORDS["comparing"] or "from" in {tokens[at].lower, before}


def _names_a_thing(setting: Setting, period: Period) -> bool:
    """Tell a date that is part of what a thing is called: "the bid for October elections"."""
    tokens, last = setting.tokens, period.last
    if last >= len(tokens) or tokens[period.first].text[0].islower() or not tokens[last].text.islower():
        return False
    before = tokens[period.first - 1].lower if period.first else ""
    if before not in _STOPS - _WHEN or (before == "of" and tokens[period.first - 2].lower == "as"):
        return False
    return tokens[last].lower not in _NO_NOUNS and not tokens[last].lower.endswith(("ed", "ing"))


def _dates_the_saying(setting: Setting, period: Period, quantity: Quantity) -> bool:
    """Tell whether a date is that of a verb of saying: "said last Friday that", "Last week the bank warned"."""
    tokens = setting.tokens
    before = [token.lower for token in tokens[max(0, period.first - 2) : period.first]]
    if before and (before[-1] in COUNTERS or (before[-1] in {"on", "in"} and before[0] in COUNTERS)):
        return True
    after = tokens[period.last].lower if period.last < len(tokens) else ""
    if after in COUNTERS or not quantity.first > period.last:
        return after in COUNTERS
    if after == "that" and _WORDS["data"] & {
        token.lower for token in tokens[max(0, period.first - 5) : period.first]
    }:
        return True
    said = [verb for verb in setting.verbs[: bisect_left(setting.verbs, quantity.first)] if _is_past(tokens, verb)]
    if not said or tokens[min(said[-1] + 1, len(tokens) - 1)].text == ",":
        return False
    if period.first > said[-1]:
        return after == "that"
    return not (before and before[-1] in _OVER and _LONG.fullmatch(period.edtf))


def _is_past(tokens: Sequence[Token], verb: int) -> bool:
    return tokens[verb].lower in {"said", "told", "wrote", "found"} or tokens[verb].lower.endswith("ed")


def find_status(setting: Setting, quantity: Quantity, period: str | None, published: str | None) -> FigureStatus:
    """Tell a figure that is expected from one that is reported: by the words before it, or a period to come."""
    tokens = setting.tokens
    start, _ = _stretch(setting, quantity)
    if _is_rule(tokens, quantity, start) or _tells_the_size(tokens, quantity):
        return "reported"
    ahead = bisect_left(setting.ahead, start)
    if ahead < len(setting.ahead) and setting.ahead[ahead] < quantity.first:
        anew = (at for at in range(quantity.first - 1, start, -1) if _begins_anew(tokens, at))
        ahead = bisect_left(setting.ahead, next(anew, start))
        told = ahead < len(setting.ahead) and setting.ahead[ahead] < quantity.first
        if told and not _is_habit(tokens, quantity, start):
            return "forecast"
    if _is_share_to_come(tokens, quantity):
        return "forecast"
    begins = bounds(period)[0] if period else None
    published_by = bounds(published)[1] if published else None
    return "forecast" if begins and published_by and begins > published_by else "reported"


def _begins_anew(tokens: Sequence[Token], at: int) -> bool:
    """Tell where a clause of its own begins: "after a verdict", "plans for a sale and had its worth cut"."""
    after = tokens[at + 1]
    return (tokens[at].lower in _ANEW and after.is_word) or (tokens[at].lower == "and" and after.lower in _HAD)


def _is_habit(tokens: Sequence[Token], quantity: Quantity, start: int) -> bool:
    """Tell what is so whenever the reader does it: "the bank will let you have $50"."""
    return any(token.lower == "you" for token in tokens[start : quantity.first])


def _is_share_to_come(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell a share of whom something will befall: "More than a third of the crew will be dismissed"."""
    if quantity.kind != "percent" or quantity.first or quantity.last >= len(tokens):
        return False
    if tokens[quantity.last].lower != "of":
        return False
    for token in tokens[quantity.last : quantity.last + _SUBJECT]:
        if not token.is_word:
            return False
        if token.lower == "will":
            return True
    return False


def _tells_the_size(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell what only says how large a place is: "will feed a nation of 53 million people"."""
    words = [token.lower for token in tokens[max(0, quantity.first - 2) : quantity.first]]
    return quantity.kind == "count" and words[-1:] == ["of"] and words[0] in _WORDS["peopled"]


def _is_rule(tokens: Sequence[Token], quantity: Quantity, start: int) -> bool:
    """Tell what a rule asks for ("the two-thirds majority required") from what is expected."""
    if quantity.kind not in {"percent", "count"}:
        return False
    before = any(token.lower in _WORDS["requiring"] for token in tokens[start : quantity.first])
    after = tokens[quantity.last - 1 : quantity.last + _REQUIRED]
    return before or any(token.lower in _WORDS["needs"] or token.lower == "majority" for token in after)
