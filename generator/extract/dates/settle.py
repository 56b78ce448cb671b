"""From readings to a finding: what is certain of a date, and how an editor is told of it."""

import re

from generator.extract.dates.context import PUBLISHED, Reading
from generator.extract.dates.grammar import Phrase
from generator.model import edtf
from generator.model.article import Article
from generator.model.findings import DateMention

# The parts of a TIMEX3 value that may be unknown one by one: 2022-W23-5, 2022-06-15TMO
_PARTS = re.compile(r"\d+|[A-Z]+")
_NAMED = ("MONTH", "MON", "ORD", "SEASON", "HOLIDAY")  # words that name a part of any year


def settle(article: Article, phrase: Phrase, first: Reading, last: Reading) -> DateMention:
    """Join the readings from the first and from the last possible day of publication."""
    start = phrase.start if first.start is None else first.start
    end = phrase.end if first.end is None else first.end
    words = article.text[start:end]
    value = first.value if first.value == last.value else _common(phrase, first.value, last.value)
    written = _edtf(phrase, article.published, first, last)
    return DateMention(start, end, words, written, first.type, value, _how(article, words, first), phrase.rule)


def _common(phrase: Phrase, first: str, last: str) -> str:
    if weekday := phrase.first("WEEKDAY"):
        return f"XXXX-WXX-{weekday.value}{first[10:]}"
    return _mask(first, last, named=phrase.has(*_NAMED))


def _mask(first: str, last: str, *, named: bool) -> str:
    """Write X for what differs, and for all that follows it unless the words name it (a month, a quarter).

    >>> _mask("2022-06-03", "2022-06-10", named=False), _mask("2021-12-25", "2022-12-25", named=True)
    ('2022-06-XX', 'XXXX-12-25')
    """
    if re.sub(r"\d", "0", first) != re.sub(r"\d", "0", last):
        return "XXXX"
    out, differs = first, False
    for one, other in zip(_PARTS.finditer(first), _PARTS.finditer(last), strict=True):
        if one.group() == "T":
            break
        differs = (differs and not named) or one.group() != other.group()
        if differs and one.group().isdecimal():
            out = out[: one.start()] + "X" * len(one.group()) + out[one.end() :]
    return out


def _edtf(phrase: Phrase, published: str | None, first: Reading, last: Reading) -> str | None:
    if first.period is None or last.period is None:
        return None
    if first.period == last.period:
        written = first.period.edtf
        return _marked(written, published) if first.basis == PUBLISHED and published else written
    if published is None:
        return None
    if phrase.has(*_NAMED) and last.period.first.year - first.period.first.year == 1:
        return f"[{first.period.edtf},{last.period.edtf}]"
    return f"[{first.period.first}..{last.period.last}]"


def _marked(written: str, published: str) -> str:
    """Carry the mark of an uncertain day of publication (2022-06-15?) over to what was counted from it."""
    mark = published[-1] if published[-1] in "?~%" else ""
    if not mark or written[-1] in "?~%":
        return written
    if written.endswith("]"):
        return re.sub(r"(?<=\d)(?=\.\.|\])", mark, written)
    return re.sub(r"(?<=[\dX])(?=/|$)", mark, written)


def _how(article: Article, words: str, reading: Reading) -> str | None:
    quoted = f"“{' '.join(words.split())}”"
    if reading.basis is None:
        return None
    if reading.basis != PUBLISHED:
        return f"{quoted}, counted from “{' '.join(reading.basis.split())}”"
    if article.published is None:
        return f"{quoted} in an article without a date"
    # A mark of doubt belongs to the article's own date, where it is explained.
    published = re.sub(r"[?%](?=$|[/.\],])", "", article.published)
    return f"{quoted} in an article of {edtf.in_words(published)}"
