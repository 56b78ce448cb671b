"""The name of the outlet in the lines above an article, beside the date or the byline or on a line of its own."""

import re
from functools import cache

from generator.articles.bylines import is_agency, is_role, named_alone
from generator.lexicon import read_lexicon

# A name of an outlet is short; longer words are not looked at.
_LONGEST = 60
_WORDS = 6
# The Harbour Post | Sowley & District Gazette | Daily Bugle-Post | St. Ives Times
_NAME = re.compile(r"[A-ZÀ-Þ][\w&’'.-]*(?: (?:[A-ZÀ-Þ0-9][\w&’'.-]*|&|and|of|on|upon)){0,5}")
# WKRT 7 | KBXA-TV | WNPR News
_STATION = re.compile(r"[KW][A-Z]{2,3}(?:[ -](?:TV|FM|AM|News|\d{1,2})){1,2}")
# The Teslander | The Norlandian: who lives there, not the place itself
_OF_PEOPLE = re.compile(r"The [A-Z][a-z]{2,20}(?:er|ian|ist|sman)")
# initials behind a place: London (NRX)
_INITIALS = re.compile(r" \([A-Z]{2,6}\)$")
# From The Evening Courier
_FROM = re.compile(r"^(?:From|Source|Via):? ")
# The Evening Courier with agencies
_WITH = re.compile(r",? (?:with|and) (?:news )?agencies$")
# World desk, | Jane Roe,
_COMMA = re.compile(r", (?=[^,]{2,60}$)")
# By Jane Roe, The Harbour Post | Jane Roe (WKRT 7) | Jane Roe for The Harbour Post
_AFTER_WRITER = re.compile(r"(?:,| for| of| [-–—/]) (?P<after>[^,()]{2,60})$| \((?P<inside>[^()]{2,60})\)$")
# ARTS | Second juror quits
_KICKER = re.compile(r"[A-Z][A-Z&’' -]{1,24} \| (?=\S{1,40} \S{1,40} \S)")
# Ferry runs again | The Harbour Post
_TITLE_END = re.compile(r" (?:\||[-–—]) (?P<name>[^|–—]{2,60})$")


def outlet_named(words: str, *, beside: bool = False) -> str | None:
    """Return the outlet that words of a header name, without what else they say; None where that is not sure.

    `beside`: they stand beside the date or the byline, where names that are told less surely count too.

    >>> outlet_named("World desk, The Sowley Gazette"), outlet_named("Guest Post")
    ('The Sowley Gazette', None)
    """
    words = _WITH.sub("", _FROM.sub("", words))
    if cut := _COMMA.search(words):
        before = words[: cut.start()]
        words = words[cut.end() :] if is_role(before) or named_alone(before) else ""
    if not words or len(words) > _LONGEST:
        return None
    if words.casefold() in _listed() or _STATION.fullmatch(words):
        return words
    if not _NAME.fullmatch(words) or len(words.split()) > _WORDS or named_alone(words):
        return None
    return words if _ends_as_outlet(words, beside=beside) or (beside and _is_of_people(words)) else None


def without_outlet(writer: str) -> tuple[str, str | None]:
    """Part a byline into the writers and the outlet or agency that stands behind them.

    >>> without_outlet("Jane Roe, The Daily Bugle-Post")
    ('Jane Roe', 'The Daily Bugle-Post')
    """
    if found := _AFTER_WRITER.search(writer):
        name = found["after"] or found["inside"]
        if is_agency(name) or outlet_named(name, beside=True):
            return writer[: found.start()].strip(), name
    return writer, None


def tidy_title(title: str) -> tuple[str, str | None]:
    """Return a title without the kicker in front of it and the outlet behind it, and that outlet.

    >>> tidy_title("ARTS | Choir sings for a day - The Odden Courier")
    ('Choir sings for a day', 'The Odden Courier')
    """
    if kicker := _KICKER.match(title):
        title = title[kicker.end() :]
    if (end := _TITLE_END.search(title)) and (name := outlet_named(end["name"])):
        return title[: end.start()], name
    return title, None


def is_short_name(words: str) -> bool:
    """Tell a few words in capitals, such as a section, a place or an outlet that is not known: “London (NRX)”."""
    return len(words) <= _LONGEST and bool(_NAME.fullmatch(_INITIALS.sub("", words.replace(",", ""))))


def is_kind_of_text(words: str) -> bool:
    """Tell words that say what a text is or where it stands, and name nothing: “BREAKING”, “Live updates”."""
    return all(word.casefold() in _common() | _words("sections") for word in words.split())


def _ends_as_outlet(name: str, *, beside: bool) -> bool:
    """Tell a name by its last word, where the others do not make it a section or a kind of text.

    Words of every day name an outlet behind “The” only: “The Evening Courier”, but “Winter Star”.
    """
    spelt = name.title() if name.isupper() else name
    the = spelt.startswith("The ")
    end = _outlet_end().search(spelt)
    if not end or (end["weak"] and not (beside and the)):
        return False
    rest = re.findall(r"[\w’']+", spelt[: end.start()].removeprefix("The ").casefold())
    own = [word for word in rest if word not in _words("sections")]
    return bool(own) and (the or any(word not in _common() for word in own))


def _is_of_people(name: str) -> bool:
    return bool(_OF_PEOPLE.fullmatch(name)) and name[4:].casefold() not in _common() | _words("sections")


@cache
def _outlet_end() -> re.Pattern[str]:
    """Match the words of an outlet's name at its end: “… Gazette”, “…-Post”, “The … Review”."""
    strong, weak = (_longest_first(read_lexicon("mastheads")[which]) for which in ("strong", "weak"))
    return re.compile(rf"(?:^|[ -])(?:(?P<strong>{strong})|(?P<weak>{weak}))$")


def _longest_first(words: list[str]) -> str:
    return "|".join(sorted(words, key=len, reverse=True))


@cache
def _listed() -> frozenset[str]:
    names: dict[str, str] = read_lexicon("outlets")
    known = {name.casefold() for name in names.values()}
    return frozenset(name for name in known | {name.removeprefix("the ") for name in known} if " " in name)


@cache
def _words(which: str) -> frozenset[str]:
    return frozenset(read_lexicon("mastheads")[which])


@cache
def _common() -> frozenset[str]:
    return frozenset(read_lexicon("common_words")["words"].split())
