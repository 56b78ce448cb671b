"""Date an article that states no date by its own words, as an honest interval.

What it can know: the months of the running year that have passed (“in the first four months of the year”), and
which year that is: the one that a forecast speaks of, where something else in the text pins the forecast to the
running year. A forecast alone does not: it may look years ahead, or be quoted from years ago.
"""

import calendar
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

from generator.articles.stamps import stated_date
from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.edtf import in_words, is_uncertain, sort_key

# … last year. Trade … | … it fell.” The …
_SENTENCE_END = re.compile(r"(?<=[.!?])[\"”’)]{0,2}\s+(?=[\"“‘(]?[A-Z])")
# By the end of 2022 … | by late 2022
_BY_END = re.compile(r"\bby (?:the )?(?:end of|late|the close of) (?P<year>(?:19|20)\d{2})\b", re.IGNORECASE)
# … will increase by 40% in 2023
_IN_YEAR = re.compile(r"\b(?:in|during|for|by) (?P<year>(?:19|20)\d{2})\b", re.IGNORECASE)
_YEAR = re.compile(r"(?<![\d.,$€£])(?:19|20)\d{2}(?![\d.,]\d|\d|%)")
# in the first four months of the year | the first 11 months of this year
_FIRST_MONTHS = re.compile(
    r"\bfirst (?P<count>\w+) months of (?P<which>the|this) year\b(?! before| earlier| later| \d)", re.IGNORECASE
)
# a day that is certain
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
NEAR = 3  # days between two articles on one piece of news
# “September 30th, ”
_MONTH_AND_DAY = 20
# Words of a forecast are quoted to the editor up to this length.
_QUOTED_LENGTH = 40


@dataclass(frozen=True, slots=True)
class _Forecast:
    """A year that a sentence speaks of as lying ahead, its words, and the paragraph it stands in."""

    year: int
    words: str
    paragraph: int
    whole_year: bool


@dataclass(frozen=True, slots=True)
class _Passed:
    """The last month of the running year that a sentence tells as over, its words and its paragraph."""

    month: int
    words: str
    paragraph: int


def date_by_own_words(text: str) -> tuple[str, str] | None:
    """Return (EDTF, in plain words how) for the time the text was published in; None if it does not tell.

    >>> date_by_own_words("By the end of 2022 it will double. From January to November this year it grew.")
    ('[2022-12-01..2022-12-31]', '“January to November this year” had passed, “By the end of 2022” lay ahead')
    """
    sentences = list(_sentences(text))
    passed = max(
        (found for at, part in enumerate(sentences) if (found := _passed(part, sentences[at - 1] if at else None))),
        key=lambda found: found.month,
        default=None,
    )
    if passed is None or passed.month >= 12:
        return None
    forecasts = [found for part in sentences for found in _forecasts(part)]
    if not forecasts:
        return None
    nearest = min(forecasts, key=lambda found: (found.year, not found.whole_year))
    told = {year for _, part in sentences if not _looks_ahead(part) for year in _bare_years(part)}
    if any(year >= nearest.year for year in told) or not _is_running_year(nearest, passed, told, text):
        return None
    how = f"“{passed.words}” had passed, “{_shortened(nearest.words)}” lay ahead"
    return f"[{nearest.year}-{passed.month + 1:02}-01..{nearest.year}-12-31]", how


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


def date_by_dateline(articles: Sequence[Article]) -> tuple[Article, ...]:
    """Date the undated articles whose dateline gives a day without its year: of the one year of which others are.

    “Oct 3 (NRX) -” is of 2030 where an article is of that day or near it in 2030, and none in another year; that is
    not certain.
    """
    known = {article.published for article in articles if article.published and _DAY.fullmatch(article.published)}
    days = {date.fromisoformat(day) for day in known}

    def dated(article: Article) -> Article:
        words = None if article.published else article.dateline_day
        meant = {stated_date(f"{words} {year}") for year in {day.year for day in days}} if words else ()
        near = [
            day for day in meant if day and any(abs((date.fromisoformat(day) - at).days) <= NEAR for at in days)
        ]
        how = f"the dateline, “{words}”, in the year of other articles of those days"
        return replace(article, published=f"{near[0]}?", how_dated=how) if len(near) == 1 else article

    return tuple(map(dated, articles))


def _sentences(text: str) -> Iterator[tuple[int, str]]:
    """Yield each sentence, roughly, with the number of its paragraph."""
    for number, paragraph in enumerate(text.split("\n\n")):
        for sentence in _SENTENCE_END.split(paragraph):
            yield number, sentence


def _looks_ahead(sentence: str) -> bool:
    """Tell a forecast of the text's own time: “will”, “is expected to”, and nothing that sets it in the past."""
    return bool(_words("ahead").search(sentence)) and not _words("past").search(sentence)


def _forecasts(part: tuple[int, str]) -> Iterator[_Forecast]:
    """Yield the year a sentence forecasts; one with other years may tell of a forecast made in them."""
    paragraph, sentence = part
    if not _looks_ahead(sentence) or len(set(_YEAR.findall(sentence))) != 1:
        return
    if match := _BY_END.search(sentence):
        yield _Forecast(int(match["year"]), match[0], paragraph, whole_year=True)
    elif match := _IN_YEAR.search(sentence):
        before = _words("ahead").search(sentence)
        start = before.start() if before and before.start() < match.start() else match.start()
        yield _Forecast(int(match["year"]), sentence[start : match.end()], paragraph, whole_year=False)


def _passed(part: tuple[int, str], before: tuple[int, str] | None) -> _Passed | None:
    """Return the months that a sentence tells as over: of this year, or of “the year” where none other is named."""
    paragraph, sentence = part
    if match := _months_to_date().search(sentence):
        return _Passed(list(calendar.month_name).index(match["month"].capitalize()), match[0], paragraph)
    match = _FIRST_MONTHS.search(sentence)
    if not match or _looks_ahead(sentence):
        return None
    if match["which"].lower() == "the":
        context = sentence + (before[1] if before and before[0] == paragraph else "")
        if _YEAR.search(context):
            return None
    count = match["count"].lower()
    month = int(count) if count.isdecimal() and count.isascii() else _number_words().get(count, 0)
    return _Passed(month, match[0], paragraph) if 1 <= month <= 12 else None


def _bare_years(sentence: str) -> set[int]:
    """Return the years told without a month: a text names its own year so only when it is over."""
    return {int(match[0]) for match in _YEAR.finditer(sentence) if not _follows_month(match)}


def _follows_month(year: re.Match[str]) -> bool:
    start = year.start()
    return bool(_month_before().search(year.string, max(0, start - _MONTH_AND_DAY), start))


def _is_running_year(forecast: _Forecast, passed: _Passed, told: set[int], text: str) -> bool:
    """Tell whether a forecast is one for the running year.

    It is where the year before is told as over, where a month of that very year is told, or where the forecast
    for a year's end stands beside the months of it that have passed.
    """
    if told and max(told) == forecast.year - 1:
        return True
    if any(int(found[0]) == forecast.year and _follows_month(found) for found in _YEAR.finditer(text)):
        return True
    beside = abs(forecast.paragraph - passed.paragraph) <= 1
    return forecast.whole_year and beside and not told


def _shortened(words: str) -> str:
    """Keep of a long forecast its end, where the year stands."""
    return words if len(words) <= _QUOTED_LENGTH else "… " + " ".join(words.split()[-4:])


@cache
def _words(which: str) -> re.Pattern[str]:
    """Match a phrase of forecasts.yml."""
    phrases = "|".join(read_lexicon("forecasts")[which])
    return re.compile(rf"\b(?:{phrases})\b", re.IGNORECASE)


@cache
def _month_before() -> re.Pattern[str]:
    """Match a month, and perhaps a day, right before: “March ”, “Feb. 24, ”."""
    months: dict[str, list[str]] = read_lexicon("calendar")["months"]
    names = "|".join(form for name, short in months.items() for form in (name, *short))
    return re.compile(rf"\b(?:{names})\.?(?: \d{{1,2}})?,? \Z")


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
