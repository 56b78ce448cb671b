"""Noun phrases that can head a figure: where they begin and end, and whether they read as a heading."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from generator.extract.figures.setting import COUNTERS, Setting
from generator.extract.tokens import Token, touches
from generator.lexicon import read_lexicon

_WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in read_lexicon("amounts").items()}
STOPS: frozenset[str] = frozenset(read_lexicon("units")["stops"])
DETERMINERS = frozenset({"a", "an", "the", "this", "these", "its", "their", "his", "her", "our", "my", "your"})
PREPOSITIONS = frozenset(
    {"in", "at", "on", "for", "by", "after", "from", "since", "under", "with", "of", "to", "about", "into", "over"}
)
_FINITE: frozenset[str] = _WORDS["be"] | frozenset({"has", "have", "had", "will", "would"})
LONGEST_NOUN = 5  # words of a noun phrase taken up to its determiner
_LONGEST = 10  # words: longer is a clause, not a heading
_REACH = 24  # tokens before a figure within which its subject must begin


class Measure(NamedTuple):
    """The tokens of a noun phrase, half-open; `change` is the token where the words of a change begin, if any."""

    start: int
    end: int
    change: int | None = None


def noun_end(setting: Setting, start: int) -> int:
    """Return where the noun phrase that begins at `start` (a determiner may open it) ends."""
    tokens = setting.tokens
    end = start + (start < len(tokens) and tokens[start].lower in DETERMINERS)
    first = end
    while end < len(tokens) and end - first <= LONGEST_NOUN and end not in setting.dated:
        token = tokens[end]
        hyphen = token.text == "-" and touches(tokens, end) and touches(tokens, end + 1)
        initials = token.text == "." and "." in tokens[end - 1].text
        if end > first and (token.lower.endswith("ed") or _goes_off(tokens, end)):
            break
        if end > first and end in setting.named and end - 1 in setting.named:
            end += 1
            continue
        if not (hyphen or initials) and (not token.is_word or token.lower in STOPS or token.text[0].isdigit()):
            break
        end += 1
    if first < end < len(tokens) and tokens[end - 1].lower.endswith("ing") and tokens[end].lower in DETERMINERS:
        return start  # people breaking | the ban: a clause
    return end if first < end <= first + LONGEST_NOUN else start


def _goes_off(tokens: Sequence[Token], at: int) -> bool:
    """Tell whether a phrase ends before a word: "information | leading to", "savings | mainly from"."""
    word = tokens[at].lower
    beside = at + 1 < len(tokens) and tokens[at + 1].lower in PREPOSITIONS
    return beside and (word.endswith("ing") or (word.endswith("ly") and word not in _WORDS["nouns_in_ly"]))


def skip_back(tokens: Sequence[Token], at: int, words: Collection[str]) -> int:
    """Step back from `at` over some words and over adverbs in -ly."""
    while at > 0:
        token = tokens[at - 1]
        if token.lower not in words and not (token.lower.endswith("ly") and token.text.islower()):
            break
        at -= 1
    return at


def before_dates(setting: Setting, end: int) -> int:
    """Step back over "last year", ", in 2022,"."""
    tokens, dated = setting.tokens, setting.dated
    while end > 0 and (
        end - 1 in dated
        or (end in dated and tokens[end - 1].lower in PREPOSITIONS | {",", "the"})
        or (tokens[end - 1].text == "," and end - 2 in dated)
    ):
        end -= 1
    return end


def clause_start(tokens: Sequence[Token], end: int, *, participle: bool) -> int | None:
    """Walk back from the end of a subject to where its clause begins; None where that is not to be seen."""
    start = end
    while start > 0:
        token = tokens[start - 1]
        word = token.lower
        if end - start > _REACH or word in _FINITE:
            return None
        joined = token.text in {"-", "."} and touches(tokens, start)
        mark = not token.is_word and not joined and token.text not in {"&", "'", "’"}
        if mark or word in _WORDS["openers"] or (participle and word == "with"):
            return start
        if word in COUNTERS and start < end and tokens[start].lower in DETERMINERS | {"it", "they"}:
            return start
        if word == "and" and not _pairs(tokens, start - 1):
            return start
        start -= 1
    return start


def _pairs(tokens: Sequence[Token], conjunction: int) -> bool:
    """Tell whether "and" joins two nouns, not two clauses: no verb stands before it."""
    for at in range(conjunction - 1, max(-1, conjunction - _REACH), -1):
        word = tokens[at].lower
        if word in {"between", "both"} or (not tokens[at].is_word and tokens[at].text not in {"-", "."}):
            return True
        if word in _FINITE or any(word in _WORDS[kind] for kind in ("amount_verbs", "change_verbs", "openers")):
            return False
    return True


def checked(
    setting: Setting, start: int, end: int, change: int | None = None, *, shortest: int = 2
) -> Measure | None:
    """Return the phrase without its determiner, or None where it would not read as a heading."""
    tokens, dated = setting.tokens, setting.dated
    while start < end and (start in dated or tokens[start].lower in {"however", "meanwhile", "then"}):
        start += 1
    while start + 1 < end and tokens[start].lower in PREPOSITIONS and start + 1 in dated:
        start += 1
        while start < end and start in dated:
            start += 1
    while start < end and tokens[start].lower in DETERMINERS | {"about"}:
        start += 1
    end = next((at for at in range(start, min(end, start + _REACH)) if at in dated), end)
    while end > start and (tokens[end - 1].lower in PREPOSITIONS or not tokens[end - 1].is_word):
        end -= 1
    words = [token for token in tokens[start:end] if token.is_word]
    return (
        Measure(start, end, change)
        if shortest <= len(words) <= _LONGEST and _is_heading(setting, start, end)
        else None
    )


def _is_heading(setting: Setting, start: int, end: int) -> bool:
    """Tell whether tokens read as a noun phrase that names what is measured."""
    words = [token for token in setting.tokens[start:end] if token.is_word]
    first, last = words[0].lower, words[-1].lower
    if first in _WORDS["pronouns"] | PREPOSITIONS | _FINITE or last in STOPS or not setting.tokens[start].is_word:
        return False
    if last.endswith("'s") or last in _WORDS["many"]:
        return False
    if first.endswith("ing") and len(words) > 1 and words[1].lower in DETERMINERS:
        return False
    if all(token.lower in _WORDS["generic"] or token.lower in STOPS for token in words):
        return False
    if any(token.text[0].isdigit() for token in words) or any(map(_is_verb, words, words[1:], words[2:])):
        return False
    common = (at for at in range(start, end) if at not in setting.named and setting.tokens[at].is_word)
    return any(at == 0 or setting.tokens[at].text[0].islower() for at in common)


def _is_verb(before: Token, word: Token, after: Token) -> bool:
    """Tell the verb of a clause: "quake caused damage", not "firm's adjusted income", "people killed in riots"."""
    if not word.lower.endswith("ed") or before.lower in DETERMINERS or before.lower.endswith(("'s", "ly")):
        return False
    return after.lower not in PREPOSITIONS and before.lower not in STOPS and word.end + 1 == after.start
