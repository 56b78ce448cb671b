"""What a figure measures: the noun phrase in its sentence that the quantity is said of, or nothing."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from generator.extract.figures.quantity import Quantity
from generator.extract.figures.setting import Setting
from generator.extract.tokens import Token, touches
from generator.lexicon import read_lexicon

_WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in read_lexicon("amounts").items()}
_STOPS: frozenset[str] = frozenset(read_lexicon("units")["stops"])
_DETERMINERS = frozenset({"a", "an", "the", "this", "these", "its", "their", "his", "her", "our", "my", "your"})
_PREPOSITIONS = frozenset(
    {"in", "at", "on", "for", "by", "after", "from", "since", "under", "with", "of", "to", "about", "into", "over"}
)
_AWAY = frozenset({"from", "north", "south", "east", "west", "away", "off", "outside", "northwest", "northeast",
                   "southwest", "southeast", "ahead", "behind"})  # fmt: skip
_FINITE: frozenset[str] = _WORDS["be"] | frozenset({"has", "have", "had", "will", "would"})
_IT = [["it"], ["the", "figure"], ["that", "figure"], ["the", "total"], ["that", "total"], ["the", "number"]]
_HIGHER = frozenset({"higher", "lower", "more", "less", "fewer", "above", "below"})
_LONGEST = 10  # words: longer is a clause, not a heading
_LONGEST_NOUN = 5  # words of a noun phrase taken up to its determiner
_REACH = 24  # tokens before a figure within which its subject must begin


class Measure(NamedTuple):
    """The tokens of a noun phrase, half-open; `change` is the token where the words of a change begin, if any."""

    start: int
    end: int
    change: int | None = None


class Change(NamedTuple):
    """A figure that tells a change in what an earlier figure of the sentence measures."""

    change: int


class Again(NamedTuple):
    """A figure of "it": what the sentence before is about."""

    change: int | None = None


Found = Measure | Change | Again | None


def find_measure(setting: Setting, quantity: Quantity) -> Found:
    """Say what `quantity` measures, by the words before it, else by those after it."""
    tokens = setting.tokens
    at = _skip_back(tokens, quantity.first, _WORDS["praise"])
    found = _subject(setting, at, quantity) if at else None
    if found is None and at and tokens[at - 1].lower == "of":
        found = _headed(setting, at - 1)
    if found is None and at and tokens[at - 1].lower in {"by", "to"}:
        found = _object(setting, at - 1)
    return found or _after(setting, quantity)


def _subject(setting: Setting, at: int, quantity: Quantity) -> Found:
    """Read "trade is expected to amount to …", "exports fell by …", "rates were up …", and ", up …"."""
    tokens = setting.tokens
    joint = tokens[at - 1].lower if tokens[at - 1].lower in {"by", "to", "at"} else ""
    verb = _skip_back(tokens, at - bool(joint), frozenset()) - 1
    if verb < 0:
        return None
    change: int | None = None
    word = tokens[verb].lower
    if word in _WORDS["directions"]:
        if not verb or not tokens[verb - 1].is_word:
            return Change(verb)
        if tokens[verb - 1].lower not in _WORDS["be"] | _WORDS["change_verbs"]:
            return None
        change, verb, joint = verb, verb - 1, ""
        word = tokens[verb].lower
    elif not _tells_amount(word, joint, quantity):
        return None
    away = quantity.last < len(tokens) and tokens[quantity.last].lower in _AWAY
    if away and word in _WORDS["be"] and quantity.kind == "measure":
        return None
    if word == "worth" and verb and tokens[verb - 1].lower not in _WORDS["be"]:
        return _headed(setting, verb)
    if word in _WORDS["change_verbs"] and joint != "to":
        change = verb
    end = _before_dates(setting, _skip_back(tokens, verb, _WORDS["between"]))
    start = _clause_start(tokens, end, participle=word.endswith("ing"))
    if start is None:
        return None
    if [token.lower for token in tokens[start:end]] in _IT and word not in _WORDS["of_owners"]:
        return Again(change)
    return _checked(setting, start, end, change, shortest=1)


def _tells_amount(word: str, joint: str, quantity: Quantity) -> bool:
    if word in _WORDS["change_verbs"]:
        return bool(joint) or quantity.kind in {"percent", "money"}
    if quantity.kind == "count":
        return word in _WORDS["counting_verbs"]
    if word in _WORDS["be"]:
        return joint in {"", "at"}
    return word in _WORDS["amount_verbs"] and joint != "by"


def _headed(setting: Setting, end: int) -> Measure | Change | None:
    """Read "a death toll of …", "a contract worth …": the nouns before, back to their determiner."""
    tokens = setting.tokens
    start, words = end, 0
    while start > 0 and words <= _LONGEST_NOUN and start - 1 not in setting.dated:
        token = tokens[start - 1]
        hyphen = token.text == "-" and touches(tokens, start)
        if not hyphen and (not token.is_word or token.lower in _STOPS or token.lower in _WORDS["openers"]):
            break
        words += not hyphen
        start -= 1
    if start == end or words > _LONGEST_NOUN:
        return None
    if tokens[end - 1].lower in _WORDS["change_nouns"]:
        return Change(start)
    if start == 0:
        return None
    bounded = tokens[start - 1].lower in _DETERMINERS
    while not bounded and start < end and tokens[start].lower.endswith(("ed", "ing")):
        start += 1
    return _checked(setting, start, end)


def _object(setting: Setting, joint: int) -> Measure | None:
    """Read "cut interest rates by …": what stands between the verb and "by"."""
    for verb in range(joint - 2, max(-1, joint - 9), -1):
        token = setting.tokens[verb]
        if token.lower in _WORDS["changing_verbs"]:
            change = None if setting.tokens[joint].lower == "to" else verb
            return _checked(setting, verb + 1, joint, change, shortest=1)
        if not token.is_word or token.lower in _WORDS["openers"] or token.lower in _WORDS["between"]:
            return None
    return None


def _after(setting: Setting, quantity: Quantity) -> Found:
    """Read "a $40 billion tanker contract", "$3m in court costs", "160,000 members of the party"."""
    tokens, start = setting.tokens, quantity.last
    if start >= len(tokens):
        return None
    if quantity.kind == "percent" and start + 1 < len(tokens) and tokens[start].lower in _HIGHER:
        return Change(quantity.first) if tokens[start + 1].lower in {"than", "on", "from"} else None
    if quantity.kind == "count":
        need = (
            tokens[start].lower in _WORDS["needs"] and start + 1 < len(tokens) and tokens[start + 1].lower == "for"
        )
        if not need and tokens[start].lower != "of":
            return None
        return _checked(setting, start - 1, _noun_end(setting, start + 1 + need))
    inside = tokens[start].lower in {"in", "of"} and quantity.kind == "money"
    if not inside and tokens[start].lower in _DETERMINERS:
        return None
    if inside:
        start += 1
        if start >= len(tokens) or not tokens[start].text[0].islower() or tokens[start].lower in _STOPS:
            return None
    end = _noun_end(setting, start)
    if end == start:
        return None
    if any(token.lower in _WORDS["change_nouns"] for token in tokens[start:end]):
        return Change(start)
    if tokens[start].lower.endswith(("ing", "ed", "ly")) or tokens[start].lower in _WORDS["change_verbs"]:
        return None
    if not inside and end < len(tokens) - 1 and tokens[end].lower in {"of", "for", "with", "between", "in"}:
        longer = _noun_end(setting, end + 1)
        end = longer if longer > end + 1 else end
    while end > start and tokens[end - 1].lower.endswith("ed"):
        end -= 1
    return _checked(setting, start, end)


def _noun_end(setting: Setting, start: int) -> int:
    """Return where the noun phrase that begins at `start` (a determiner may open it) ends."""
    tokens = setting.tokens
    end = start + (start < len(tokens) and tokens[start].lower in _DETERMINERS)
    first = end
    while end < len(tokens) and end - first <= _LONGEST_NOUN and end not in setting.dated:
        token = tokens[end]
        hyphen = token.text == "-" and touches(tokens, end) and touches(tokens, end + 1)
        initials = token.text == "." and "." in tokens[end - 1].text
        if end > first and token.lower.endswith("ed"):
            break
        if not (hyphen or initials) and (not token.is_word or token.lower in _STOPS or token.text[0].isdigit()):
            break
        end += 1
    return end if first < end <= first + _LONGEST_NOUN else start


def _skip_back(tokens: Sequence[Token], at: int, words: Collection[str]) -> int:
    """Step back from `at` over some words and over adverbs in -ly."""
    while at > 0:
        token = tokens[at - 1]
        if token.lower not in words and not (token.lower.endswith("ly") and token.text.islower()):
            break
        at -= 1
    return at


def _before_dates(setting: Setting, end: int) -> int:
    """Step back over "last year", ", in 2022,"."""
    tokens, dated = setting.tokens, setting.dated
    while end > 0 and (
        end - 1 in dated
        or (end in dated and tokens[end - 1].lower in _PREPOSITIONS | {",", "the"})
        or (tokens[end - 1].text == "," and end - 2 in dated)
    ):
        end -= 1
    return end


def _clause_start(tokens: Sequence[Token], end: int, *, participle: bool) -> int | None:
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


def _checked(
    setting: Setting, start: int, end: int, change: int | None = None, *, shortest: int = 2
) -> Measure | None:
    """Return the phrase without its determiner, or None where it would not read as a heading."""
    tokens, dated = setting.tokens, setting.dated
    while start < end and (start in dated or tokens[start].lower in {"however", "meanwhile", "then"}):
        start += 1
    while start + 1 < end and tokens[start].lower in _PREPOSITIONS and start + 1 in dated:
        start += 1
        while start < end and start in dated:
            start += 1
    while start < end and tokens[start].lower in _DETERMINERS | {"about"}:
        start += 1
    end = next((at for at in range(start, min(end, start + _REACH)) if at in dated), end)
    while end > start and (tokens[end - 1].lower in _PREPOSITIONS or not tokens[end - 1].is_word):
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
    if first in _WORDS["pronouns"] | _PREPOSITIONS | _FINITE or last in _STOPS or not setting.tokens[start].is_word:
        return False
    if last.endswith("'s"):
        return False
    if all(token.lower in _WORDS["generic"] or token.lower in _STOPS for token in words):
        return False
    if any(token.text[0].isdigit() for token in words):
        return False
    common = (at for at in range(start, end) if at not in setting.named and setting.tokens[at].is_word)
    return any(at == 0 or setting.tokens[at].text[0].islower() for at in common)
