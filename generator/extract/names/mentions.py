"""Mentions: each run of capitalised words taken apart into titles, demonyms and names, with the kind of each."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from generator.extract.names.kinds import HEADS, classify
from generator.extract.names.tokens import Token, phrase
from generator.extract.names.words import (
    ADDRESS,
    COMMON,
    COMPANY_OFFICES,
    DATES,
    FAMILY_FIRST,
    FIRST_NAMES,
    GENERIC,
    KINDS,
    LONGEST_OFFICE,
    NOT_NAMES,
    OF_HEADS,
    OFFICES,
    OPENERS,
    ORGANISATION_HEADS,
    REGNAL,
    SUBJECTS,
    SUFFIXES,
    VOCATIVES,
    Words,
    is_people,
    is_role_noun,
    names_paper,
)
from generator.model.findings import Gender, NameKind

Known = Mapping[Words, NameKind]
_GENDERS: Mapping[str, Gender] = {"masculine": "m", "feminine": "f"}
_ARTICLES = frozenset({"The", "A", "An"})
_BODY_WORDS = ORGANISATION_HEADS | SUBJECTS | GENERIC
_FIRST_OR_REGNAL = FIRST_NAMES | REGNAL
# The same names return: within an article, and from one to the next.
_REMEMBERED = 4096
_SHORT_DATE = 3
_NO_ENDS = NOT_NAMES - SUFFIXES
_FIRST_OF_OFFICES = frozenset(office[0] for office in OFFICES)


@dataclass(slots=True)
class Mention:
    """A name as it stands in the text; `kind` is None while nothing tells it.

    `is_kin` tells that somebody's relation is named ("her daughter Ann Lee").
    `regnal` is the title that goes with a first name ("King", "Pope").
    `same_as` is the full name that this one stands beside: "Colin Hill, Lord Ardmore,".
    `titled` is the offset where the office or the form of address before it begins, in capitals as it may be.
    """

    start: int
    end: int
    words: Words
    kind: NameKind | None
    rule: str
    titled: int | None = None
    has_office: bool = False
    gender: Gender | None = None
    role: str | None = None
    after_preposition: bool = False
    is_kin: bool = False
    regnal: str | None = None
    same_as: "Mention | None" = None


def read_mentions(run: Sequence[Token], known: Known) -> Iterator[Mention]:
    """Take a run apart: "Indiana Gov. Ann Lee" gives a place and a person with an office."""
    run = _trim(run)
    if not run:
        return
    words = phrase(run)
    if len(run) == 1 and words[0].lower() in OPENERS and words not in known and not words[0].isupper():
        return
    if len(run) == 1 and (run[0].text in DATES or (words[0].isupper() and words[0].title() in DATES)):
        yield _mention(run, None, "common-word")
        return
    kind = _lookup(words, known)
    if kind:
        yield Mention(run[0].start, run[-1].end, words, kind, "lexicon")
        return
    split = _office_before_name(words)
    if split:
        begin, end = split
        yield from _before_office(run[:begin], words[begin:end], known)
        yield _titled(run, begin, end)
        return
    length = _office_at_end(words)
    if length:
        if len(words) == 1:
            yield _mention(run, None, "common-word")
        yield from _before_office(run[: len(run) - length], words[len(run) - length :], known)
        return
    yield from _plain(run, words, known)


def _trim(run: Sequence[Token]) -> Sequence[Token]:
    """Leave off days and months at either end, letters and marks that are no name, and "The"."""
    while len(run) > 1 and run[0].text in DATES and run[0].text not in FIRST_NAMES:
        if len(run[0].text) == _SHORT_DATE and run[0].text != "May" and run[1].text not in DATES:
            break  # the Sun Times
        run = run[1:]
    while run and _is_no_end(run):
        run = run[:-1]
    if len(run) > 1 and run[0].text in _ARTICLES and phrase(run) not in KINDS:
        run = run[1:]
    return run


def _is_no_end(run: Sequence[Token]) -> bool:
    last = run[-1].text
    if last in DATES:
        return not (_is_first_name_before(run) or names_paper(phrase(run)))  # the Elmdale Sun
    return last in _NO_ENDS


def _is_first_name_before(run: Sequence[Token]) -> bool:
    """Tell whether the last word may be a family name though it is a month: "Theresa May"; also "May" alone."""
    return len(run) == 1 or run[-2].text in FIRST_NAMES or run[-2].text in ADDRESS


def _lookup(words: Words, known: Known) -> NameKind | None:
    kind = known.get(words) or KINDS.get(words)
    if kind is None and words[0].isupper() and all(word.isupper() and len(word) > 2 for word in words):
        titled = tuple(word.title() for word in words)
        kind = known.get(titled) or KINDS.get(titled)
    return kind


def _mention(run: Sequence[Token], kind: NameKind | None, rule: str) -> Mention:
    return Mention(run[0].start, run[-1].end, phrase(run), kind, rule)


def _office_length(words: Words, at: int) -> int:
    """Return how many words from `at` are an office or a form of address."""
    small = tuple([word.lower() for word in words[at : at + LONGEST_OFFICE]])
    if (
        is_role_noun(small[0])
        and at + 1 < len(words)
        and words[at + 1] in FIRST_NAMES
        and words[at] not in FIRST_NAMES
    ):
        return 1
    for length in range(len(small) if small[0] in _FIRST_OF_OFFICES else 0, 0, -1):
        if small[:length] in OFFICES:
            return length + _subject_length(words[at + length :])
    return 1 if words[at] in ADDRESS else 0


@lru_cache(maxsize=_REMEMBERED)
def _office_before_name(words: Words) -> tuple[int, int] | None:
    """Return where the last office that a name follows begins and ends, in words of the run."""
    found: tuple[int, int] | None = None
    at = 0
    while at < len(words) - 1:
        length = _office_length(words, at)
        if not length:
            at += 1
            continue
        if found and found[1] == at and length == 1 and words[at] in FIRST_NAMES:
            break  # Gov. Earl Lee
        if at + length < len(words) and not (at and words[at - 1] in FIRST_NAMES):
            found = (found[0] if found and found[1] == at else at, at + length)
        at += length
    if found is None:
        return None
    rest = words[found[1] :]
    if rest[-1] in HEADS and rest[0] not in FIRST_NAMES and words[found[0]] not in ADDRESS:
        return None
    if rest[-1] in VOCATIVES:
        return None
    if len(rest) == 1 and (rest[0].lower(),) in OFFICES and rest[0] not in _FIRST_OR_REGNAL:
        return None  # an Elmdale Sheriff Deputy
    return None if is_people(rest) or rest[-1].lower() in {"of", "for"} else found


@lru_cache(maxsize=_REMEMBERED)
def _office_at_end(words: Words) -> int:
    for at in range(len(words)):
        if OF_HEADS.intersection(words[:at]) and {"of", "for", "on"}.intersection(words[:at]):
            return 0  # the Institute of Directors
        length = _office_length(words, at)
        if length and at + length == len(words):
            return 0 if length == 1 and at and words[0] in FIRST_NAMES else length
    return 0


def _subject_length(words: Words) -> int:
    """Return how many words at the beginning are the field of an office: "for Health and Sport"."""
    if len(words) < 2 or words[0] not in {"of", "for"}:
        return 0
    length = 1
    while length < len(words) and (words[length] in SUBJECTS or words[length] in {"the", "and"}):
        length += 1
    return length if words[length - 1] in SUBJECTS else 0


def _titled(run: Sequence[Token], begin: int, end: int) -> Mention:
    words = phrase(run)
    contest = words[end - 1] in ADDRESS and _is_contest(words[end:])
    mention = _mention(run[end + contest :], "person", "after-title")
    mention.titled = run[0].start
    mention.has_office = contest or any(word not in ADDRESS for word in words[begin:end])
    address = next((ADDRESS[word] for word in words[begin:end] if word in ADDRESS), None)
    mention.gender = _GENDERS.get(address) if address else None
    if not mention.has_office:
        mention.titled = None
    if len(mention.words) == 1 and words[end - 1] in REGNAL:
        mention.regnal = words[end - 1]
    return mention


def _is_contest(words: Words) -> bool:
    """Tell of "Miss [Harbour Ann Lee]": the form of address and the next word are a title won."""
    return len(words) > 2 and words[0] not in FIRST_NAMES and words[1] in FIRST_NAMES


def _before_office(run: Sequence[Token], office: Words, known: Known) -> Iterator[Mention]:
    """Yield the names that stand before an office: "Acme" in "Acme CEO Ann Lee", "Indiana" in "Indiana Gov."."""
    if len(run) > 1 and classify(phrase(run))[0] == "organisation":
        yield _mention(run, "organisation", "head")
        return
    while run and is_people((run[0].text,)):
        run = run[1:]
    if not run:
        return
    words = phrase(run)
    for length in range(len(run), 0, -1):
        kind = _lookup(words[:length], known)
        if kind:
            yield _mention(run[:length], kind, "lexicon")
            yield from _before_office(run[length:], office, known)
            return
    kind, rule = classify(words)
    if kind is None and COMPANY_OFFICES.intersection(office):
        kind, rule = "organisation", "before-office"
    if kind and kind != "person":
        yield _mention(run, kind, rule)


def _plain(run: Sequence[Token], words: Words, known: Known) -> Iterator[Mention]:
    if is_people(words) or all(word in NOT_NAMES for word in words):
        return
    for cut in range(min(2, len(run) - 1), 0, -1):
        if is_people(words[:cut]):
            rest = words[cut:]
            if _BODY_WORDS.issuperset(rest) and rest[-1] in ORGANISATION_HEADS:
                break  # the Indian Navy
            if _lookup(rest, known) or rest[0] in FIRST_NAMES or is_people(rest):
                yield from read_mentions(run[cut:], known)
                return
    place_first = _place_before_person(words, known)
    if place_first:
        yield _mention(run[:place_first], "place", "lexicon")
        yield from read_mentions(run[place_first:], known)
        return
    while (
        len(run) > 1 and is_people(words[-1:]) and not OF_HEADS.intersection(words) and words[-2] not in FIRST_NAMES
    ):
        run = run[:-1]
        words = phrase(run)
        if _lookup(words, known):
            yield from read_mentions(run, known)
            return
    if len(words) > 1 and all(word.isupper() for word in words) and any(word.lower() in COMMON for word in words):
        return
    kind, rule = classify(words)
    if kind is None and len(words) == 1 and words[0].lower() in COMMON and not words[0].isupper():
        rule = "common-word"
    yield _mention(run, kind, rule)


def _place_before_person(words: Words, known: Known) -> int:
    for length in range(1, len(words) - 1):
        place = _lookup(words[:length], known) == "place" and words[0] not in FIRST_NAMES
        person = words[length] in FIRST_NAMES or (words[length] in FAMILY_FIRST and len(words) > length + 1)
        if place and person and words[-1] not in HEADS:
            return length
    return 0
