"""What a figure measures: the noun phrase in its sentence that the quantity is said of, or nothing."""

from collections.abc import Collection, Sequence
from typing import NamedTuple

from generator.extract.figures.quantities import Quantity
from generator.extract.figures.tokens import Token, touches
from generator.lexicon import read_lexicon

_WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in read_lexicon("amounts").items()}
_STOPS: frozenset[str] = frozenset(read_lexicon("units")["stops"])
_DETERMINERS = frozenset({"a", "an", "the", "this", "these", "its", "their", "his", "her", "our", "my", "your"})
_PREPOSITIONS = frozenset(
    {"in", "at", "on", "for", "by", "after", "from", "since", "under", "with", "of", "to", "about", "into", "over"}
)
_AWAY = frozenset({"from", "north", "south", "east", "west", "away", "off", "outside", "northwest", "northeast",
                   "southwest", "southeast", "ahead", "behind"})  # fmt: skip
_LONGEST = 10  # words: longer is a clause, not a heading
_LONGEST_NOUN = 5  # words of a noun phrase taken up to its determiner
_REACH = 24  # tokens before a figure within which its subject must begin


class Measure(NamedTuple):
    """The tokens of the noun phrase, half-open, and the rule that found it; `change`: the figure tells a change."""

    start: int
    end: int
    rule: str


class Change(NamedTuple):
    """A figure that tells a change in what an earlier figure of the sentence measures."""

    start: int


def find_measure(
    tokens: Sequence[Token], quantity: Quantity, dated: Collection[int], named: Collection[int]
) -> Measure | Change | None:
    """Say what `quantity` measures; `dated` and `named` are the tokens that lie in dates and in names."""
    at = _skip_back(tokens, quantity.first, _WORDS["praise"])
    if at == 0:
        return _after(tokens, quantity, dated, named)
    found = _subject(tokens, at, quantity, dated, named)
    if found is None and tokens[at - 1].lower == "of":
        found = _headed(tokens, at - 1, dated, named)
    if found is None and tokens[at - 1].lower in {"by", "to"}:
        found = _object(tokens, at - 1, dated, named)
    return found or _after(tokens, quantity, dated, named)


def _subject(
    tokens: Sequence[Token], at: int, quantity: Quantity, dated: Collection[int], named: Collection[int]
) -> Measure | Change | None:
    """ "trade is expected to amount to …", "exports fell by …", ", up …", "a deal worth …"."""
    joint = tokens[at - 1].lower if tokens[at - 1].lower in {"by", "to", "at"} else ""
    verb = at - 1 - bool(joint)
    while verb > 0 and tokens[verb].lower.endswith("ly"):
        verb -= 1
    if verb < 0:
        return None
    word = tokens[verb].lower
    if word in _WORDS["directions"] and not (
        verb and tokens[verb - 1].lower in _WORDS["be"] | _WORDS["change_verbs"]
    ):
        return Change(verb)
    if word in _WORDS["directions"]:
        verb, word = verb - 1, tokens[verb - 1].lower
    if not _tells_amount(word, joint, quantity):
        return None
    if word in _WORDS["be"] and quantity.last < len(tokens) and tokens[quantity.last].lower in _AWAY:
        return None
    if word == "worth" and tokens[verb - 1].lower not in _WORDS["be"]:
        return _headed(tokens, verb, dated, named)
    end = _skip_back(tokens, verb, _WORDS["between"])
    end = _before_dates(tokens, end, dated)
    start = _clause_start(tokens, end, participle=word.endswith("ing"))
    return _checked(tokens, start, end, dated, named, "measure.subject", shortest=1) if start is not None else None


def _tells_amount(word: str, joint: str, quantity: Quantity) -> bool:
    if word in _WORDS["change_verbs"]:
        return bool(joint) or quantity.kind in {"percent", "money"}
    if quantity.kind == "count":
        return word in _WORDS["counting_verbs"]
    if word in _WORDS["be"]:
        return joint in {"", "at"}
    return word in _WORDS["amount_verbs"] and joint != "by"


def _headed(
    tokens: Sequence[Token], end: int, dated: Collection[int], named: Collection[int]
) -> Measure | Change | None:
    """ "a death toll of …", "a contract worth …": the nouns before, back to their determiner."""
    start, words = end, 0
    while start > 0 and words <= _LONGEST_NOUN and start - 1 not in dated:
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
    bounded = start > 0 and tokens[start - 1].lower in _DETERMINERS
    while not bounded and start < end and tokens[start].lower.endswith(("ed", "ing")):
        start += 1
    return _checked(tokens, start, end, dated, named, "measure.head")


def _object(tokens: Sequence[Token], joint: int, dated: Collection[int], named: Collection[int]) -> Measure | None:
    """ "cut interest rates by …": what stands between the verb and "by"."""
    for verb in range(joint - 2, max(-1, joint - 9), -1):
        token = tokens[verb]
        if token.lower in _WORDS["changing_verbs"]:
            return _checked(tokens, verb + 1, joint, dated, named, "measure.object", shortest=1)
        if not token.is_word or token.lower in _WORDS["openers"] or token.lower in _WORDS["between"]:
            return None
    return None


def _after(
    tokens: Sequence[Token], quantity: Quantity, dated: Collection[int], named: Collection[int]
) -> Measure | Change | None:
    """ "a $40 billion tanker contract", "$3m in court costs", "160,000 members of the party"."""
    start = quantity.last
    if start >= len(tokens):
        return None
    if quantity.kind == "count":
        head = start - 1
        if tokens[start].lower != "of":
            return None
        return _checked(tokens, head, _noun_end(tokens, start + 1, dated), dated, named, "measure.counted")
    if tokens[start].lower in {"in", "of"} and quantity.kind == "money":
        start += 1
        if start >= len(tokens) or not tokens[start].text[0].islower() or tokens[start].lower in _STOPS - {"the"}:
            return None
    end = _noun_end(tokens, start, dated)
    if end == start:
        return None
    if tokens[start].lower.endswith(("ing", "ed", "ly")) or tokens[start].lower in _WORDS["change_verbs"]:
        return Change(start) if _is_change(tokens, start, end) else None
    if _is_change(tokens, start, end):
        return Change(start)
    if end < len(tokens) - 1 and tokens[end].lower in {"of", "for", "with", "between", "in"}:
        longer = _noun_end(tokens, end + 1, dated)
        end = longer if longer > end + 1 else end
    return _checked(tokens, start, end, dated, named, "measure.after")


def _is_change(tokens: Sequence[Token], start: int, end: int) -> bool:
    return any(token.lower in _WORDS["change_nouns"] for token in tokens[start:end])


def _noun_end(tokens: Sequence[Token], start: int, dated: Collection[int]) -> int:
    """Return where the noun phrase that begins at `start` (a determiner may open it) ends."""
    end = start + (start < len(tokens) and tokens[start].lower in _DETERMINERS)
    first = end
    while end < len(tokens) and end - first <= _LONGEST_NOUN and end not in dated:
        token = tokens[end]
        hyphen = token.text in {"-", "."} and touches(tokens, end) and touches(tokens, end + 1)
        if not hyphen and (not token.is_word or token.lower in _STOPS or token.text[0].isdigit()):
            break
        end += 1
    return end if first < end <= first + _LONGEST_NOUN else start


def _skip_back(tokens: Sequence[Token], at: int, words: Collection[str]) -> int:
    while at > 0 and (
        tokens[at - 1].lower in words or (tokens[at - 1].lower.endswith("ly") and tokens[at - 1].text.islower())
    ):
        at -= 1
    return at


def _before_dates(tokens: Sequence[Token], end: int, dated: Collection[int]) -> int:
    """Step back over "last year", ", in 2022,"."""
    while end > 0 and (
        end - 1 in dated
        or (end in dated and tokens[end - 1].lower in _PREPOSITIONS | {",", "the"})
        or (tokens[end - 1].text == "," and end - 2 in dated)
    ):
        end -= 1
    return end


def _clause_start(tokens: Sequence[Token], end: int, *, participle: bool) -> int | None:
    """Walk back from the end of a subject to where its clause begins."""
    start = end
    while start > 0:
        token = tokens[start - 1]
        word = token.lower
        if end - start > _REACH:
            return None
        joined = token.text in {"-", "."} and touches(tokens, start)
        if (not token.is_word and not joined and token.text not in {"&", "'", "’"}) or word in _WORDS["openers"]:
            return start
        if participle and word == "with":
            return start
        if word == "and" and not _pairs(tokens, start - 1):
            return start
        if word in _WORDS["be"] or word in {"has", "have", "had", "will", "would"}:
            return None
        start -= 1
    return start


def _pairs(tokens: Sequence[Token], conjunction: int) -> bool:
    """Tell whether "and" joins two nouns, not two clauses: no verb stands before it."""
    for at in range(conjunction - 1, max(-1, conjunction - _REACH), -1):
        word = tokens[at].lower
        if word in {"between", "both"}:
            return True
        if not tokens[at].is_word and tokens[at].text not in {"-", "."}:
            return True
        if word in _WORDS["be"] or word in _WORDS["amount_verbs"] or word in _WORDS["change_verbs"]:
            return False
        if word in {"has", "have", "had", "will", "would"} or word in _WORDS["openers"]:
            return False
    return True


def _checked(
    tokens: Sequence[Token],
    start: int,
    end: int,
    dated: Collection[int],
    named: Collection[int],
    rule: str,
    shortest: int = 2,
) -> Measure | None:
    """Return the phrase without its determiner, or None where it would not read as a heading."""
    while start < end and (start in dated or tokens[start].lower in {"however", "meanwhile", "then"}):
        start += 1
    while start + 1 < end and tokens[start].lower in _PREPOSITIONS and start + 1 in dated:
        start += 1
        while start < end and start in dated:
            start += 1
    while start < end and tokens[start].lower in _DETERMINERS | {"about"}:
        start += 1
    words = [token for token in tokens[start:end] if token.is_word]
    if not shortest <= len(words) <= _LONGEST:
        return None
    first, last = words[0].lower, words[-1].lower
    if first in _WORDS["pronouns"] or first in _PREPOSITIONS or first in _WORDS["be"] or last in _STOPS:
        return None
    if all(token.lower in _WORDS["generic"] or token.lower in _STOPS for token in words):
        return None
    if all(at in named or not tokens[at].text[0].islower() for at in range(start, end)):
        return None
    if any(token.text[0].isdigit() for token in words) or any(at in dated for at in range(start, end)):
        return None
    return Measure(start, end, rule)
