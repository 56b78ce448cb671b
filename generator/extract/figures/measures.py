"""What a figure measures: the noun phrase in its sentence that the quantity is said of, or nothing."""

from collections.abc import Sequence
from typing import NamedTuple

from generator.extract.figures.counts import is_plural
from generator.extract.figures.phrases import (
    DETERMINERS,
    LONGEST_NOUN,
    PREPOSITIONS,
    STOPS,
    Measure,
    before_dates,
    checked,
    clause_start,
    noun_end,
    skip_back,
)
from generator.extract.figures.quantity import QUAKE, Quantity
from generator.extract.figures.setting import Setting
from generator.extract.tokens import Token, touches
from generator.lexicon import read_lexicon

_WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in read_lexicon("amounts").items()}
_TIMED = frozenset({"after", "before", "since"})
_AWAY = frozenset({"from", "north", "south", "east", "west", "away", "off", "outside", "northwest", "northeast",
                   "southwest", "southeast", "ahead", "behind"})  # fmt: skip
_IT = [["it"], ["the", "figure"], ["that", "figure"], ["the", "total"], ["that", "total"], ["the", "number"]]
_IN_NAMES = frozenset({"=", "/", "&", "+", "*"})  # the euro EUR= up 1%: of another thing
_HAVE = frozenset({"had", "has", "have"})
_LISTING = frozenset({"at", "for", "from", "in", "of", "on", "to"})  # damage to | roads, bridges and houses
_MONEY: frozenset[str] = frozenset(read_lexicon("money")["measures"])
_COST = frozenset({"cost", "costing", "costs"})
_PAYERS = frozenset({"him", "her", "it", "me", "taxpayers", "them", "us", "you"})
_HIGHER = frozenset({"higher", "lower", "more", "less", "fewer", "above", "below"})
_ADJECTIVES = 3  # tokens before a figure within which its noun phrase begins: "an unprecedented $3m"


class Change(NamedTuple):
    """A figure that tells a change in what an earlier figure of the sentence measures."""

    change: int


class Again(NamedTuple):
    """A figure of "it": what the sentence before is about."""

    change: int | None = None


Found = Measure | Change | Again | None


def find_measure(setting: Setting, quantity: Quantity) -> Found:
    """Say what `quantity` measures, by the words before it, else by those after it."""
    if quantity.rule == QUAKE:
        return None
    tokens = setting.tokens
    at = skip_back(tokens, quantity.first, _WORDS["praise"])
    if 0 < at < quantity.first and tokens[at - 1].lower == "to" and tokens[at].lower in _WORDS["amount_verbs"]:
        at += 1  # is expected to | average | 3%
    at = _behind_cost(tokens, at)
    found = _subject(setting, at, quantity) if at else None
    of_this = not {"a", "an"} & {token.lower for token in tokens[at : quantity.first]}
    if found is None and of_this and at and tokens[at - 1].lower == "of":
        found = _headed(setting, at - 1, counted=quantity.kind == "count")
    if found is None and at and tokens[at - 1].lower in {"by", "to"}:
        found = _object(setting, at - 1, of_people=quantity.kind == "count" and quantity.unit is not None)
    if found is None and at and tokens[at - 1].lower == "at":
        found = _put_at(setting, at - 1)
    return found or _after(setting, quantity)


def _behind_cost(tokens: Sequence[Token], at: int) -> int:
    """Step back over whom something costs so much: "cost | it $3m", "will cost | the town $3m"."""
    for verb in range(at - 2, max(-1, at - 2 - _ADJECTIVES), -1):
        if tokens[verb].lower in _COST:
            payer = tokens[verb + 1 : at]
            pronoun = len(payer) == 1 and payer[0].lower in _PAYERS
            noun = len(payer) > 1 and payer[0].lower in DETERMINERS and all(token.is_word for token in payer)
            return verb + 1 if pronoun or noun else at
    return at


def _subject(setting: Setting, at: int, quantity: Quantity) -> Found:
    """Read "trade is expected to amount to …", "exports fell by …", "rates were up …", and ", up …"."""
    tokens = setting.tokens
    joint = tokens[at - 1].lower if tokens[at - 1].lower in {"by", "to", "at"} else ""
    verb = skip_back(tokens, at - bool(joint), frozenset()) - 1
    if verb < 0:
        return None
    change: int | None = None
    word = tokens[verb].lower
    if word in _WORDS["directions"]:
        if not verb or not tokens[verb - 1].is_word:
            return None if verb and tokens[verb - 1].text in _IN_NAMES else Change(verb)
        if tokens[verb - 1].lower not in _WORDS["be"] | _WORDS["change_verbs"]:
            return None
        change, verb, joint = verb, verb - 1, ""
        word = tokens[verb].lower
    elif not _tells_amount(word, joint, quantity) and not _is_put(tokens, verb, joint):
        return None
    if word in _WORDS["be"] and (_tells_of_more(setting, quantity) or _compares(setting, quantity)):
        return None
    if word == "worth" and verb and tokens[verb - 1].lower not in _WORDS["be"]:
        return None if joint else _headed(setting, verb)
    if word in _WORDS["parting"] and quantity.kind == "money":
        return None
    if word in _WORDS["change_verbs"] and joint != "to":
        change = verb
    end = before_dates(setting, skip_back(tokens, verb, _WORDS["between"]))
    start = clause_start(tokens, end, participle=word.endswith("ing"))
    if start is None:
        return None
    if start > 1 and tokens[start - 1].lower in _TIMED:
        start, end = _before_time(tokens, start, end)
    if [token.lower for token in tokens[start:end]] in _IT and word not in _WORDS["of_owners"]:
        return Again(change)
    if start and tokens[start - 1].text == "," and any(token.lower == "and" for token in tokens[start:end]):
        start = _list_start(setting, start)
        if start is None:
            return None
    return checked(setting, start, end, change, shortest=1)


def _before_time(tokens: Sequence[Token], start: int, end: int) -> tuple[int, int]:
    """Return the subject that "after" ends: "the number of flights cut | after the storm rose to 90"."""
    first = clause_start(tokens, start - 1, participle=False)
    opens = (
        [token.lower for token in tokens[first : start - 1] if token.lower not in DETERMINERS][:2]
        if first is not None
        else []
    )
    return (first, start - 1) if first is not None and opens == ["number", "of"] else (start, end)


def _list_start(setting: Setting, start: int) -> int | None:
    """Return where the subject begins whose list ends at `start`: "Damage to roads, | bridges and houses was …".

    None where a list goes on that is not the whole subject's; `start` where the words before are no list.
    """
    before = setting.tokens[:start]
    first = before[0].lower if before else ""
    at = next((at for at, token in enumerate(before) if token.lower in _LISTING), 0)
    opens = first in PREPOSITIONS or first in _WORDS["openers"] or 0 in setting.dated
    if not at or opens:
        return start
    plain = all(token.is_word or token.text == "," for token in before) and before[-2].lower not in STOPS
    verb = any(token.lower in _WORDS["be"] | _WORDS["change_verbs"] | _HAVE for token in before)
    return 0 if plain and not verb and at <= LONGEST_NOUN else None


def _tells_of_more(setting: Setting, quantity: Quantity) -> bool:
    """Tell whether what follows says what the figure is: "is 20 km from the border", "are 30 percent full"."""
    if quantity.last >= len(setting.tokens):
        return False
    after = setting.tokens[quantity.last]
    if quantity.kind == "percent":
        plain = after.lower not in STOPS | _HIGHER | {"up", "down"} and quantity.last not in setting.dated
        return after.is_word and plain
    return quantity.kind == "measure" and after.lower in _AWAY


def _is_put(tokens: Sequence[Token], verb: int, joint: str) -> bool:
    """Tell what an amount is said of by those who reckon it: "the crowd was | put | at 3,000"."""
    put = joint == "at" and tokens[verb].lower in _WORDS["putting"]
    return put and verb > 0 and tokens[verb - 1].lower in _WORDS["be"]


def _compares(setting: Setting, quantity: Quantity) -> bool:
    """Tell by how much something differs from what it is: "are 18% less likely to fall ill", "was 24% lower"."""
    after = setting.tokens[quantity.last].lower if quantity.last < len(setting.tokens) else ""
    return quantity.kind == "percent" and after in _HIGHER - {"above", "below"}


def _tells_amount(word: str, joint: str, quantity: Quantity) -> bool:
    if word in _WORDS["change_verbs"]:
        return bool(joint) or quantity.kind in {"percent", "money"} or quantity.unit == "points"
    if quantity.kind == "count":
        return word in _WORDS["counting_verbs"]
    if word in _WORDS["be"]:
        return joint in {"", "at"}
    return word in _WORDS["amount_verbs"] and joint != "by"


def _headed(setting: Setting, end: int, *, counted: bool = False) -> Measure | Change | None:
    """Read "a death toll of …", "a contract worth …": the nouns before, back to their determiner."""
    tokens = setting.tokens
    start, words = end, 0
    while start > 0 and words <= LONGEST_NOUN and start - 1 not in setting.dated:
        token = tokens[start - 1]
        hyphen = token.text == "-" and touches(tokens, start)
        if not hyphen and (not token.is_word or token.lower in STOPS or token.lower in _WORDS["openers"]):
            break
        words += not hyphen
        start -= 1
    if start == end or words > LONGEST_NOUN:
        return None
    head = tokens[end - 1].lower
    if head in _WORDS["change_nouns"]:
        return Change(start)
    if start == 0 or (head not in _WORDS["holders"] and (counted or head in _WORDS["parts"])):
        return None
    bounded = tokens[start - 1].lower in DETERMINERS
    while not bounded and start < end - 1 and _may_be_verb(tokens[start]):
        start += 1
    return checked(setting, start, end)


def _may_be_verb(token: Token) -> bool:
    """Tell whether the first word of a phrase with no determiner may be the verb before it: "includes debt of"."""
    return token.lower.endswith(("ed", "ing")) or (token.text.islower() and is_plural(token.text))


def _object(setting: Setting, joint: int, *, of_people: bool) -> Measure | None:
    """Read "cut interest rates by …": what stands between the verb and "by".

    What is brought “to” so many people is not how many they are, unless it is “the” toll.
    """
    for verb in range(joint - 2, max(-1, joint - 9), -1):
        token = setting.tokens[verb]
        if token.lower in _WORDS["changing_verbs"]:
            change = None if setting.tokens[joint].lower == "to" else verb
            end = next((at for at in range(verb + 1, joint) if setting.tokens[at].lower == "by"), joint)
            given = of_people and setting.tokens[joint].lower == "to"
            if given and setting.tokens[verb + 1].lower not in DETERMINERS:
                return None
            return checked(setting, verb + 1, end, change, shortest=1)
        if not token.is_word or token.lower in _WORDS["openers"] or token.lower in _WORDS["between"]:
            return None
    return None


def _put_at(setting: Setting, joint: int) -> Measure | None:
    """Read "put the crowd at …", "estimated the cost of the bridge at …": what stands between the verb and "at"."""
    for verb in range(joint - 2, max(-1, joint - 9), -1):
        token = setting.tokens[verb]
        if token.lower in _WORDS["putting"]:
            determined = setting.tokens[verb + 1].lower in DETERMINERS | _MONEY
            return checked(setting, verb + 1, joint, shortest=1) if determined else None
        if not token.is_word or token.lower in _WORDS["openers"] | _WORDS["between"] - {"to"}:
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
        within = quantity.first > 0 and tokens[quantity.first - 1].lower == "within"
        return None if within else checked(setting, start - 1, noun_end(setting, start + 1 + need))
    inside = tokens[start].lower in {"in", "of"} and quantity.kind == "money"
    if not inside and (tokens[start].lower in DETERMINERS or not _is_determined(tokens, quantity)):
        return None
    if inside:
        start += 1
        if start >= len(tokens) or not tokens[start].text[0].islower() or tokens[start].lower in STOPS:
            return None
    end = noun_end(setting, start)
    if end == start:
        return None
    if any(token.lower in _WORDS["change_nouns"] for token in tokens[start:end]):
        return Change(start)
    if tokens[start].lower.endswith(("ing", "ed", "ly")) or tokens[start].lower in _WORDS["change_verbs"]:
        return None
    if not inside and end < len(tokens) - 1 and tokens[end].lower in {"of", "for", "with", "between", "in"}:
        longer = noun_end(setting, end + 1)
        end = longer if longer > end + 1 else end
    while end > start and tokens[end - 1].lower.endswith("ed"):
        end -= 1
    return checked(setting, start, end)


def _is_determined(tokens: Sequence[Token], quantity: Quantity) -> bool:
    """Tell whether a figure stands in a noun phrase: "a $40 billion contract", not "5 percent prefer the mayor"."""
    before = [token.lower for token in tokens[max(0, quantity.first - _ADJECTIVES) : quantity.number]]
    return any(word in DETERMINERS or word.endswith("'s") for word in before)
