"""What an article's own paragraphs say of where it was written and who wrote it: dateline, agency credit."""

import re
from collections.abc import Sequence
from functools import cache

from generator.articles.stamps import stated_date
from generator.lexicon import read_lexicon

# NORHAVEN - | LINDWOOD (AP) — | NORHAVEN, June 15 (Reuters) - | ODDEN, June 3, 2024 /PRNewswire/ --
_DATELINE = re.compile(
    r"^(?P<place>[A-ZÀ-Þ][\w.’'-]{0,30}(?:[ ,/]{1,2}[A-ZÀ-Þ][\w.’'-]{0,30}){0,4}?)"
    r"(?:, (?P<day>(?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? (?:19|20)\d{2})?))?"
    r"(?: ?(?:\((?P<agency>[A-Z][A-Za-z .-]{1,30})\)|/(?P<service>[A-Z][A-Za-z .-]{1,30})/))? ?[-–—]{1,2} "
    r"(?=[A-ZÀ-Þ“\"‘])"
)
# Reporting by Jane Roe; Editing by … | Additional reporting by the Associated Press
_CREDIT = re.compile(
    r"(?:\b(?:by|from|with|via|sources?:|copyright|contributed)|©) (?:the )?(?P<rest>[^.]{2,200})", re.IGNORECASE
)
_WITH_AGENCIES = re.compile(r"\b(?:and|with|from) (?:news )?agencies\b", re.IGNORECASE)


def dateline_of(paragraph: str) -> str | None:
    """Return the place that a paragraph's dateline names: in capitals, or with an agency's name behind it."""
    match = _DATELINE.match(paragraph)
    if not match:
        return None
    known_agency = match["agency"] and match["agency"].strip().lower() in _agencies()
    return match["place"] if known_agency or match["place"].isupper() else None


def date_in_dateline(paragraph: str) -> str | None:
    """Return the day that a paragraph's dateline gives with its year, in EDTF; None if it gives none."""
    day = day_in_dateline(paragraph)
    return stated_date(day) if day else None


def day_in_dateline(paragraph: str) -> str | None:
    """Return the day that a paragraph's dateline gives, in its words, with a year or without: “Oct 3”."""
    match = _DATELINE.match(paragraph) if dateline_of(paragraph) else None
    return match["day"] if match else None


def agency_of(paragraphs: Sequence[str], author: str | None, dropped: Sequence[str]) -> str | None:
    """Return the agency that the article credits, by its preferred name; "agencies" where it names none of them.

    A dateline (“(Reuters) -”) or a byline credits; being told or quoted in the text does not.
    """
    for paragraph in paragraphs:
        match = _DATELINE.match(paragraph)
        if match and match["agency"] and (name := _agencies().get(match["agency"].strip().lower())):
            return name
    for line in (author or "", *(line for line in dropped if _CREDIT.search(line))):
        if match := _agency_names().search(line):
            return _agencies()[match[0].lower()]
        if _WITH_AGENCIES.search(line) or line.lower() == "agencies":
            return "agencies"
    return None


@cache
def _agencies() -> dict[str, str]:
    listed: dict[str, list[str]] = read_lexicon("agencies")
    return {form.lower(): name for name, forms in listed.items() for form in (name, *forms)}


@cache
def _agency_names() -> re.Pattern[str]:
    """Match an agency as it is listed or in capitals: “Mena Roe” is no credit of MENA."""
    forms = {form for name, forms in read_lexicon("agencies").items() for form in (name, *forms)}
    spelt = sorted(forms | {form.upper() for form in forms}, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(re.escape(form) for form in spelt)})(?!\w)")
