"""Date an article that states no date by its own words, as an honest interval.

What it can know: the months of the running year that have passed ("in the first four months of the year"),
and which year that is (the latest year told as past, or the one whose end or whose outcome lies ahead).
"""

import calendar
import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.edtf import in_words, is_uncertain, sort_key

# By the end of 2022 … | by late 2022
_BY_END = re.compile(r"\bby (?:the )?(?:end of|late|the close of) (?P<year>(?:19|20)\d{2})\b", re.IGNORECASE)
# will increase by 40% in 2023 | is expected to reach … in 2023
_AHEAD = re.compile(
    r"\b(?:will|would|is expected to|are expected to|forecasts?|plans? to|is set to|are set to)\b[^.!?\n]{0,80}?"
    r"\b(?:in|during|for|by) (?P<year>(?:19|20)\d{2})\b",
    re.IGNORECASE,
)
_YEAR = re.compile(
    r"\b(?i:in|since|of|during|from) (?:[A-Z][a-z]{2,8}\.? (?:\d{1,2},? )?)?(?P<year>(?:19|20)\d{2})\b"
)
# in the first four months of the year | the first 11 months of this year
_FIRST_MONTHS = re.compile(
    r"\bfirst (?P<count>\w+) months of (?:the|this) year\b(?! before| earlier| later)", re.IGNORECASE
)


def date_by_own_words(text: str) -> tuple[str, str] | None:
    """Return (EDTF, in plain words how) for the time the text was published in; None if it does not tell.

    >>> date_by_own_words("By the end of 2022 it will double. From January to November this year it grew.")
    ('[2022-12-01..2022-12-31]', '“January to November this year” had passed, “By the end of 2022” lay ahead')
    """
    ahead = [(int(m["year"]), m[0]) for pattern in (_BY_END, _AHEAD) for m in pattern.finditer(text)]
    if not ahead:
        return None
    year, words = min(ahead)
    past = [int(m["year"]) for m in _YEAR.finditer(text) if int(m["year"]) != year]
    if any(other > year for other in past):
        return None
    passed = _months_passed(text)
    if passed is None or passed[0] >= 12:
        return None
    month, phrase = passed[0] + 1, passed[1]
    how = f"“{phrase}” had passed, “{_year_words(words)}” lay ahead"
    return f"[{year}-{month:02}-01..{year}-12-31]", how


def date_by_same_text(articles: Sequence[Article], groups: Iterable[Sequence[int]]) -> tuple[Article, ...]:
    """Date the undated articles of each group that prints one text by its earliest dated one, as uncertain."""
    dated = list(articles)
    for group in groups:
        known = [a for a in (articles[i] for i in group) if a.published and not is_uncertain(a.published)]
        if not known:
            continue
        first = min(known, key=lambda article: sort_key(article.published or ""))
        published = first.published or ""
        how = f"the same text in {first.outlet or first.file}, dated {in_words(published)}"
        for index in group:
            if articles[index].published is None:
                dated[index] = replace(articles[index], published=f"{published}?", how_dated=how)
    return tuple(dated)


def _months_passed(text: str) -> tuple[int, str] | None:
    """Return the last month of the running year that the text tells as over, and the words that say so."""
    found: list[tuple[int, str]] = []
    for match in _FIRST_MONTHS.finditer(text):
        count = match["count"].lower()
        number = int(count) if count.isdigit() else _number_words().get(count, 0)
        if 1 <= number <= 12:
            found.append((number, match[0]))
    for match in _months_to_date().finditer(text):
        found.append((list(calendar.month_name).index(match["month"].capitalize()), match[0]))
    return max(found, default=None)


def _year_words(words: str) -> str:
    """Keep of a long forecast its end, where the year stands."""
    return words if len(words) <= 40 else "… " + " ".join(words.split()[-4:])


@cache
def _number_words() -> dict[str, int]:
    return {word: number for number, word in enumerate(read_lexicon("function_words")["numbers"], 1)}


@cache
def _months_to_date() -> re.Pattern[str]:
    """Match “between the months of January and November this year”, “from January to May of this year”."""
    months = "|".join(read_lexicon("calendar")["months"])
    return re.compile(
        rf"\b(?:January|Jan\.?) (?:and|to|through|until|till|-|–) (?P<month>{months}) (?:of )?this year\b",
        re.IGNORECASE,
    )
