"""Roles: the office or description that stands beside a name, before it or after a comma."""

import re
from collections.abc import Sequence

from generator.extract.names.tokens import Token
from generator.extract.names.words import (
    ADDRESS,
    COMMON,
    DATES,
    DETERMINERS,
    ENDERS,
    KIN,
    MODIFIERS,
    NOT_AT_END,
    NOT_IN_ROLES,
    OFFICES,
    OPENERS,
    PARTICLES,
    is_people,
    is_role_noun,
)

_LONGEST_BEFORE = 14
_LONGEST_AFTER = 24
_LONGEST_COLOUR = 3
_NOUN_WITHIN = 7
# What joins the words of a role: "head of the agency", "secretary for health and sport"
_JOINTS = frozenset({"of", "for", "the", "and", "in", "at", "to", "on", "with", "from", "&"})
_BEFORE_ROLE = _JOINTS | DETERMINERS
_SMALL_WORDS = _BEFORE_ROLE | ENDERS | PARTICLES | OPENERS
# Forms of address that begin an office: "Lord President"
_BEFORE_OFFICES = frozenset(office[0] for office in OFFICES if len(office) > 1) & {word.lower() for word in ADDRESS}
# What a description does not end with
_LOOSE = _JOINTS | NOT_AT_END
# Ann Lee (R-Texas) | Ann Lee (D-N.Y.)
_POSSESSIVES = frozenset({"his", "her", "their", "its", "my", "our"})
_PARTY = re.compile(r" \((?P<party>[A-Z]{1,3}-[A-Z][\w.]*)\)")


def role_before(tokens: Sequence[Token], at: int) -> int:
    """Return the index of the token where the role begins that stands right before token `at`; `at` if none does.

    `at` is the first word of the name, or of the office in capitals before it ("former President …").
    """
    first = at
    seen_noun = False
    while first > 0 and at - first < _LONGEST_BEFORE and tokens[first].bound:
        token = tokens[first - 1]
        word = token.text.lower()
        # "Secretary of State Ann Lee", but "daughter of former mayor Ann Lee" is nobody's role here
        if word == "of" and 1 < first < at and _joins_office(tokens[first - 2], tokens[first:at]):
            first -= 1
            continue
        if not seen_noun and not token.capital and not is_role_noun(word) and word not in MODIFIERS:
            break
        if not seen_noun and is_role_noun(word) and not token.possessive:
            seen_noun = True
        elif not (_fits_role(token, word) or (first > 1 and _is_within_role(tokens[first - 2], token))):
            break
        first -= 1
    while first < at and _is_no_beginning(tokens, first):
        first += 1
    return first


def _is_within_role(before: Token, token: Token) -> bool:
    """Tell of any noun between two words of a role: "deputy chief [fire] officer"."""
    small = token.text.islower() and token.text.isalpha() and not token.text.endswith(("ed", "ing", "ly", "s"))
    word = before.text.lower()
    fits = token.text not in _SMALL_WORDS
    return small and fits and token.bound and not before.possessive and (word in MODIFIERS and is_role_noun(word))


def _joins_office(before: Token, following: Sequence[Token]) -> bool:
    """Tell whether "of" goes on with an office: "Secretary of State", "head of state"."""
    if not _is_role_word(before.text.lower()):
        return False
    return before.capital or (len(following) == 1 and not following[0].capital)


def _is_no_beginning(tokens: Sequence[Token], at: int) -> bool:
    """Tell of "old" in "80 - year - old driver", and of "Like" in "Like President" that only opens a sentence."""
    token = tokens[at]
    word = token.text.lower()
    if word == "old":
        return at > 0 and tokens[at - 1].text in {"year", "years"}
    return at == 0 and (word in NOT_IN_ROLES or (_is_verb(word) and word in COMMON and word not in MODIFIERS))


def _is_verb(word: str) -> bool:
    """Tell of "replied", but not of "red"."""
    return len(word) > _LONGEST_COLOUR and word.endswith("ed")


def is_introduced_as_kin(tokens: Sequence[Token], first: int) -> bool:
    """Tell whether the role or name at `first` follows "her husband," or the role says "daughter" itself."""
    words = {token.text.lower() for token in tokens[max(0, first - 1) : first + 1]}
    return not KIN.isdisjoint(words)


def has_noun(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Tell whether the words name an office or what a person is."""
    return any(is_role_noun(token.text.lower()) or (token.text.lower(),) in OFFICES for token in tokens[first:end])


def _is_role_word(word: str) -> bool:
    return is_role_noun(word) or (word,) in OFFICES


def _fits_role(token: Token, word: str) -> bool:
    if (
        token.text in DATES
        or token.text in ADDRESS
        or (token.capital and word in OPENERS and word not in MODIFIERS)
    ):
        return False
    return (
        token.capital or word in MODIFIERS or is_role_noun(word) or is_people((token.text,)) or _is_compound(word)
    )


def _is_compound(word: str) -> bool:
    """Tell of words like "anti-abortion" and "52-year-old", which may describe a person."""
    return word.startswith(
        ("pro-", "anti-", "now-", "vice-", "ex-", "then-", "co-", "counter", "non-")
    ) or word.endswith("-old")


def role_set_off(text: str, tokens: Sequence[Token], at: int, end: int) -> tuple[int, int] | None:
    """Return the span of a role before a name set off by commas: "the mayor of the city, Ann Lee, said"."""
    if at == 0 or text[tokens[at - 1].end : tokens[at].start] != ", ":
        return None
    first = at
    while first > 0 and at - first < _LONGEST_BEFORE:
        token = tokens[first - 1]
        word = token.text.lower()
        if not (_fits_role(token, word) or word in _JOINTS) or (first < at and not tokens[first].bound):
            break
        first -= 1
        if word == "the" and first > 0 and tokens[first - 1].text.lower() not in _JOINTS:
            break
    while first < at and tokens[first].text.lower() in _BEFORE_ROLE:
        first += 1
    article = tokens[first - 1].text.lower() if first else ""
    closed = text[end : end + 1] == "," or article in _POSSESSIVES
    closed = (
        closed
        or (first <= 1 and " " in text[tokens[at].start : end])
        or (article == "the" and text[end : end + 1] == ".")
        # including Minister for Fish, Ann Lee.
        or (
            tokens[first].capital
            and text[tokens[first].start : tokens[at].start].count(" for ") == 1
            and text[end : end + 1] == "."
        )
    )
    if not closed:
        return None
    head = first
    while head < at and tokens[head].text.lower() not in _JOINTS:
        head += 1
    if first == at or not has_noun(tokens, first, head):
        return None
    return tokens[first].start, tokens[at - 1].end


def role_after(
    text: str, tokens: Sequence[Token], after: int, end: int, persons: frozenset[int]
) -> tuple[int, int] | None:
    """Return the span of a description after the name that ends at `end`: ", a member of the council,".

    `after` is the index of the first token behind the name; `persons` the offsets at which persons begin, since
    "Ann Lee, President Kaya and …" is a list.
    """
    if (party := _PARTY.match(text, end)) is not None:
        end = party.end()
        while after < len(tokens) and tokens[after].start < end:
            after += 1
    if after >= len(tokens) or text[end : tokens[after].start] not in {", ", " - ", " – ", " — ", "—", ",\xa0"}:
        return (party.start("party"), party.end("party")) if party else None
    dash = "," not in text[end : tokens[after].start]
    first = after
    while first < len(tokens) and tokens[first].text.lower() in DETERMINERS and first - after < 2:
        first += 1
    if first == len(tokens) or _opens_clause(tokens, first):
        return None
    found = _description(text, tokens, first, persons)
    if found is None or (dash and first == after and not _fits_role(tokens[first], tokens[first].text.lower())):
        return None
    return tokens[first].start, tokens[_without_loose_end(tokens, *found) - 1].end


def _opens_clause(tokens: Sequence[Token], at: int) -> bool:
    """Tell of ", echoing the president, said" and ", and the secretary": no description begins so."""
    word = tokens[at].text.lower()
    if word in _JOINTS:
        return True
    following = tokens[at + 1].text.lower() if at + 1 < len(tokens) and tokens[at + 1].bound else ""
    return word.endswith(("ing", "ed")) and following in _BEFORE_ROLE and following != "and"


def _description(text: str, tokens: Sequence[Token], first: int, persons: frozenset[int]) -> tuple[int, int] | None:
    """Return the index of the noun of the description that begins at `first`, and where it ends."""
    last = first
    noun_at: int | None = None
    while last < len(tokens) and last - first < _LONGEST_AFTER:
        token = tokens[last]
        word = token.text.lower()
        if last > first and not token.bound and not (noun_at is None and _is_list_comma(text, tokens, last)):
            break
        if token.start in persons:
            # ", campaign manager Ann Lee and": that is the role of the next; ", lawyer for Ann Lee,": of this one
            if last > first and tokens[last - 1].text.endswith("."):
                break
            if noun_at is None and any(one.possessive for one in tokens[last : last + 2]):
                last += 1
                continue
            if noun_at is None or not any(_is_preposition(one) for one in tokens[noun_at:last]):
                return None
        elif word in ENDERS:
            break
        if noun_at is None and _is_noun_of_role(tokens, last):
            noun_at = last
        if noun_at is None and (last - first >= _NOUN_WITHIN or not _fits_description(token, word)):
            return None
        last += 1
    return None if noun_at is None else (noun_at, last)


def _is_noun_of_role(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether the word says what one person is; "head" does not in "the head coaching job"."""
    word = tokens[at].text.lower()
    if at > 0 and tokens[at - 1].text in ADDRESS and (tokens[at - 1].text.lower(), word) in OFFICES:
        return True
    if not _is_role_word(word) or tokens[at].possessive or word.endswith(("people", "men")):
        return False
    if word not in MODIFIERS or at + 1 == len(tokens) or not tokens[at + 1].bound:
        return True
    after = tokens[at + 1].text
    return not after.islower() or after in _JOINTS or after in ENDERS or is_role_noun(after)


def _is_preposition(token: Token) -> bool:
    return token.text in _JOINTS and token.text not in {"and", "the", "&"}


def _without_loose_end(tokens: Sequence[Token], noun_at: int, last: int) -> int:
    """Leave off what leads on to nothing: "secretary of state [nominated during]", "mayor [also]"."""
    end = last
    while end - 1 > noun_at and (tokens[end - 1].text.lower() in _LOOSE or tokens[end - 1].text in ADDRESS):
        end -= 1
    led_on = end < last or (last < len(tokens) and tokens[last].bound and tokens[last].text.lower() in ENDERS)
    if led_on and end - 1 > noun_at and tokens[end - 1].text.endswith("ed") and tokens[end - 1].text.islower():
        end -= 1
    return end


def _is_list_comma(text: str, tokens: Sequence[Token], at: int) -> bool:
    return text[tokens[at - 1].end : tokens[at].start] == "-"


def _fits_description(token: Token, word: str) -> bool:
    return (
        _fits_role(token, word)
        or word in _JOINTS
        or word in _BEFORE_OFFICES
        or word.endswith(("al", "ic", "ive", "an", "ing", "ed", "ary", "ent", "ous", "ern", "-old"))
        or word.isdigit()
    )
