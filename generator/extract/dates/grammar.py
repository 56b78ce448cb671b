"""What expressions of time look like, as patterns over the kinds of tokens.

    "the third quarter of 1984"  →  THE ORD QUARTERU OF YEAR  →  rule "quarter"

A pattern names token kinds in capitals; `-` is a hyphen, `,` a comma; small names are the macros below. Of the
rules the first that matches at a token wins, so the longer forms stand before the shorter. No pattern repeats
anything without bound, so that reading stays linear in the text.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.extract.dates.lexer import Token

_MACROS = {
    "unit": "(DAYU|WEEKU|MONTHU|QUARTERU|YEARU|UNIT)",
    "number": "(DAY|YEAR|NUM|A? WORDNUM|YEARWORDS)",
    "amount": "((number|A) AND A HALF|A? VAGUE|number|A HALF|HALF A|HALF|A)",
    "det": "(THE|OWN|A)",
    "point": "(LAST|THIS|NEXT|PREVIOUS|FOLLOWING|PASTTHIS)",
    "edge": "(THE? (EDGE|EARLIER|LATER) -?)",
    "year": "(FISCAL? YEARU? (YEAR|YEARWORDS))",
    "years": "(YEAR ((-|DASH|SLASH) (YEAR|DAY|NUM))?)",
    "yearly": "(year|THE? point (FISCAL|FULL)? YEARU|THE? (THAT|SAME|COMING) YEARU)",
    "month": "(MONTH|MON)",
    "monthday": "(month THE? (DAY|ORDNUM)|THE? (DAY|ORDNUM) OF? month)",
    "date": "point? ((WEEKDAY|WD) ,?)? monthday (,? OF? yearly)?",
    "clock": "((CLOCK|NOON|(DAY|WORDNUM) OCLOCK) ZONE?|(YEAR|NUM) ZONE|(DAY|WORDNUM) IN THE DAYPART)",
    "to": "(TO|AND|OR|-|DASH)",
}

# Each rule with an expression it is for.
RULES = (
    ("iso", "ISO"),  # 2022-06-15
    ("numeric", "NUMERIC"),  # 15/6/2022
    ("clock", "APPROX? clock ,? (date|(WEEKDAY|TODAY) DAYPART?)"),  # 10 p.m. Wednesday
    ("clock", "APPROX? clock"),  # about 10:35 a.m.
    ("week-of", "THE? (WEEKU|WEEKEND) OF date"),  # the week of March 6
    ("day-range", "month (DAY|ORDNUM) to THE? (DAY|ORDNUM) (,? OF? yearly)?(?!-? MORE? UNITS)"),  # April 24 and 25
    ("day-range", "THE? (DAY|ORDNUM) to THE? (DAY|ORDNUM) OF? month (,? OF? yearly)?"),  # 6-12 June 2022
    ("set", "EVERY OTHER? (ORD|ORDNUM)? (month|WEEKDAY|unit|WEEKEND|DAYPART|SEASON) DAYPART?"),  # every Friday
    ("set", "EVERY number UNITS"),  # every four years
    ("set", "WEEKDAYS|WEEKENDS|WEEKDAY DAYPARTS"),  # Fridays
    ("date", "DAY - month - YEAR"),  # 5-Nov-2021
    ("nth-weekday", "THE? (ORD|LAST) WEEKDAY (OF|IN) month (,? OF? yearly)?"),  # the last Friday of June
    (
        "nth-weekday",
        "THE (ORD|LAST) WEEKDAY(?= (OF|IN) (THE|EVERY|A|THIS|THAT|LAST|NEXT|YEAR))",
    ),  # … of the month: no date
    ("date", "edge? date"),  # Friday, June 15, 2022
    ("month", "edge? point? month ,? OF? yearly"),  # January this year
    ("month", "edge? point? month"),  # early December, last May
    ("weekday", "edge? THE? point? WEEKDAY POSS? EDGE? DAYPART?"),  # late last Friday night
    ("today", "edge? TODAY DAYPART?"),  # late yesterday
    ("daypart", "edge? (THIS|THAT|SAME|THE? NEXT|THE (FOLLOWING|PREVIOUS|SAME)) DAYPART"),  # the next morning
    # this year's third quarter, the fiscal first quarter, the third quarter of 1984
    (
        "quarter",
        "edge? det? (yearly POSS?|COMPARABLE? YEARU -? (AGO|EARLIER))? FISCAL? -? ORD -? FISCAL? QUARTERU"
        " (,? OF? (yearly|A YEARU (AGO|EARLIER)))?",
    ),
    ("half", "edge? det? (ORD|LAST) -? HALF OF? THE? (yearly|YEARU)"),  # the first half of 2022
    ("quarter", "(FISCALYEAR|yearly) QUARTERNO|QUARTERNO -? (,? OF? yearly|FISCALYEAR)?"),  # Q3 2021
    # a year earlier, the year-ago quarter
    ("year-before", "THE? QUARTERU? det? COMPARABLE? YEARU -? (AGO|EARLIER) -? (ORD? -? QUARTERU|PERIOD)?"),
    ("year-before", "THE (COMPARABLE|SAME) (PERIOD|QUARTERU|MONTHU) (OF|IN)? THE? (LAST|PREVIOUS) YEARU"),
    ("year-quarter", "det (YEAR|LAST YEARU POSS) (QUARTERU|PERIOD)"),  # the 1988 quarter
    ("counted", "APPROX? (THE|A|number) (DAYU|WEEKU|MONTHU|YEARU|UNITS) (AFTER|BEFORE)"),  # two days after
    ("before", "(THE|A) (unit|WEEKEND) (BEFORE|EARLIER)"),  # a year earlier
    ("span", "(THE LAST|THE? PAST) (DAYU|WEEKU|MONTHU|YEARU|UNIT)"),  # the past decade
    # earlier this year, the following month, that same day
    (
        "relative",
        "edge? det? FULL? (LAST|NEXT|THIS|PREVIOUS|FOLLOWING|PASTTHIS|COMING|LATEST|THAT SAME?|THE SAME) -?"
        " (FISCAL|FULL)? (unit|WEEKEND|SEASON|PERIOD)",
    ),
    ("ago", "APPROX? amount MORE? (unit|UNITS) (AND A HALF)? ORSO? AGO"),  # three years ago
    ("ago", "UNITS AGO"),  # years ago
    ("age", "APPROX? amount -? (unit|UNITS) -? OLD"),  # 18-year-old: not an expression of time
    # the past two months, the first nine months
    (
        "span",
        "APPROX? det? (LAST|PAST|NEXT|COMING|RECENT|LATEST|FOLLOWING|PREVIOUS|ORD|COMPARABLE|YEARU -? EARLIER)?"
        " APPROX? (number|A? VAGUE) MORE? UNITS",
    ),
    ("recent", "det? (RECENT|COMING|PAST|LAST|NEXT) UNITS"),  # recent years
    ("fiscal", "edge? det? (FISCAL YEARU? years|years FISCAL YEARU|FISCALYEAR)"),  # fiscal 1989, FY2021-22
    ("season", "edge? THE? EDGE? SEASON OF? yearly|yearly POSS? SEASON|edge? THE? SEASON"),  # spring 2020
    ("decade", "THE? edge? THE? (DECADE|DECADES|DECADEWORD)"),  # the early 1990s
    ("century", "THE? edge? THE? (ORD|ORDNUM) -? UNIT"),  # the 20th century
    ("edge-unit", "edge det? (FISCAL|FULL)? (unit|WEEKEND)|det? YEARU (POSS|-)? END"),  # the end of the month
    ("duration", "APPROX? number -? to number -? MORE? (unit|UNITS)"),  # two to three weeks
    # three-year, two and a half hours, half a day
    (
        "duration",
        "APPROX? (number AND A HALF|A? VAGUE|number|A HALF|HALF A?) -? MORE? -? (unit|UNITS)"
        " (AND A HALF)? (-? LONG)?",
    ),
    ("one", "APPROX? A MORE? unit (AND A HALF)?"),  # a week
    ("long", "(UNITS|unit) -? LONG"),  # decades-long
    ("year-range", "edge? THE? YEAR (-|DASH|SLASH) (YEAR|DAY|NUM)"),  # 2019-20
    ("year", "edge? THE? YEARU? (YEAR|YEARWORDS)|THE YEARU WORDNUM"),  # mid-1996
    ("the", "det (FISCAL|FULL|LATEST)? (unit|WEEKEND)"),  # the quarter
    ("holiday", "point? HOLIDAY POSS? (,? OF? yearly)?"),  # last Thanksgiving
    ("plural", "UNITS"),  # for years
    ("set-word", "SETWORD"),  # annually
    ("reference", "REFERENCE|THE PAST"),  # now
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """The tokens of one expression, and the rule that found it."""

    rule: str
    tokens: tuple[Token, ...]
    start: int
    end: int
    kinds: frozenset[str]

    def first(self, *kinds: str) -> Token | None:
        """Return the first token of one of these kinds."""
        return _one_of(self.tokens, kinds) if self.has(*kinds) else None

    def last(self, *kinds: str) -> Token | None:
        return _one_of(reversed(self.tokens), kinds) if self.has(*kinds) else None

    def has(self, *kinds: str) -> bool:
        return not self.kinds.isdisjoint(kinds)


def find_phrases(tokens: Sequence[Token]) -> Iterator[Phrase]:
    """Yield the expressions in order, none over another."""
    codes = "".join(_CODES.get(token.kind, _UNKNOWN) for token in tokens)
    for match in _GRAMMAR.finditer(codes):
        found = tuple(tokens[match.start() : match.end()])
        kinds = frozenset([token.kind for token in found])
        yield Phrase(_RULE_NAMES[match.lastindex or 0], found, found[0].start, found[-1].end, kinds)


def _one_of(tokens: Iterable[Token], kinds: Sequence[str]) -> Token | None:
    for token in tokens:
        if token.kind in kinds:
            return token
    return None


def _translate(pattern: str) -> str:
    """Turn a pattern over kinds into one over characters, a character a kind."""

    def translated(match: re.Match[str]) -> str:
        word = match.group()
        if word.islower():
            return _translate(_MACROS[word])
        return _CODES[{",": "COMMA", "-": "HYPHEN"}.get(word, word)]

    grouped = re.sub(r"\((?!\?)", "(?:", pattern)
    return re.sub(r"[a-z]+|[A-Z]+|[,-]", translated, grouped).replace(" ", "")


_NAMED = " ".join([*(pattern for _, pattern in RULES), *_MACROS.values(), "GAP COMMA HYPHEN"])
_CODES = {kind: chr(0xE000 + n) for n, kind in enumerate(sorted(set(re.findall(r"[A-Z]+", _NAMED))))}
_UNKNOWN = "\uf8ff"
_RULE_NAMES = ("", *(name for name, _ in RULES))
# What opens no expression is passed over at once.
_GRAMMAR = re.compile(
    f"(?!{_CODES['GAP']})(?:" + "|".join(f"({_translate(pattern)})" for _, pattern in RULES) + ")"
)
