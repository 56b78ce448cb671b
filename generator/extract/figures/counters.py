"""Who counted a figure: whose words hold it."""

from bisect import bisect_left
from collections.abc import Sequence
from itertools import pairwise

from generator.extract.figures.numbers import SPELLED
from generator.extract.figures.quantity import Quantity
from generator.extract.figures.setting import BREAKS, TELLING, Setting
from generator.extract.tokens import Token
from generator.lexicon import read_lexicon
from generator.model.findings import Quotation

_WORDS: dict[str, frozenset[str]] = {name: frozenset(words) for name, words in read_lexicon("amounts").items()}
_STOPS: frozenset[str] = frozenset(read_lexicon("units")["stops"])
ACCORDING = " (according to "  # between who said it and who reports that
_BODIES: frozenset[str] = frozenset(read_lexicon("series")["bodies"])
_JOINTS = frozenset({"a", "an", "in", "of", "the"})
_CLAUSE = frozenset({"that", "which", "who", "as", "but", "while", "and"})
_ARTICLES = frozenset({"the", "a", "an"})
_IN_NAMES = _ARTICLES | {"of", "and", "its", "for", "on"}
_NOT_IN_BODIES: frozenset[str] = _WORDS["be"] | _WORDS["between"] | _WORDS["pronouns"]
# "told them to pay $3m", "warned the bank to pay $3m"
_ADDRESSED = frozenset(
    form for line in read_lexicon("reporting")["tell"] for form in line.split() if form in TELLING
) | frozenset({"warn", "warns", "warned"})
_LONGEST_BODY = 8  # tokens of who counted: "the Society of Motor Manufacturers and Traders"
_NOT_ASIDES = frozenset({"including", "excluding", "according", "counting"})
_AFTER_SAYING = frozenset(
    {"at", "by", "during", "earlier", "in", "late", "later", "on", "through", "to", "via", "when"}
)
_REQUEST = 6  # tokens after a verb of telling within which "to" makes it a request: "told them to pay"
_AFTER = 60  # tokens after a figure within which its speaker must be named


def find_counter(setting: Setting, quantity: Quantity) -> str | None:
    """Return who counted: the speaker whose words hold the figure, with or else whom "according to" names."""
    start, end = setting.tokens[quantity.number].start, setting.tokens[quantity.last - 1].end
    quoted = [said for said in setting.said if said.start <= start and end <= said.end and _gives_words(said)]
    if any(said.kind == "indirect" and _turns(setting, said.start, start) for said in quoted):
        speaker = None
    elif quoted:
        inmost = min(quoted, key=lambda said: said.end - said.start)
        speaker = _named(setting, inmost)
        nearer = [verb for verb in setting.verbs if inmost.start < setting.tokens[verb].start < start]
        claiming = _speaker_before(setting, quantity) if nearer and inmost.kind == "indirect" else None
        if speaker and claiming and claiming != speaker:
            return f"{claiming}{ACCORDING}{speaker})"
    else:
        speaker = (
            _speaker_before(setting, quantity)
            or _speaker_after(setting, quantity)
            or _putting_before(setting, quantity)
        )
    printed = _according(setting, quantity)
    if speaker and printed and not speaker.startswith(printed):
        return f"{speaker}{ACCORDING}{printed})"
    return speaker or printed


def _turns(setting: Setting, start: int, end: int) -> bool:
    """Tell whether a sentence turns to something else: "the mayor called for a cut, but the bank left it at 3%"."""
    return any(
        start <= one.start < end and (one.text == ";" or (one.text == "," and other.lower == "but"))
        for one, other in pairwise(setting.tokens)
    )


def _gives_words(said: Quotation) -> bool:
    """Tell a statement from a change ("sales declined to $3m") and from a request ("told the firm to pay $3m")."""
    cue = (said.cue or "").lower()
    return cue not in _WORDS["change_verbs"] and not (cue in _ADDRESSED and said.text.lower().startswith("to "))


def _named(setting: Setting, said: Quotation) -> str | None:
    """Return the speaker of a quotation without the article; None where it is a paper, not who counted."""
    words = _without_data((said.speaker or "").split())
    if not words or len(words) > _LONGEST_BODY or words[0].lower() in _NOT_IN_BODIES | _STOPS:
        return None
    if (
        not words[0][0].isalpha()
        or words[-1].lower() in _WORDS["pronouns"]
        or words[0].lower().split("-")[0] in SPELLED
    ):
        return None
    name = " ".join(words).removesuffix("'s").removesuffix("’s")
    return f"{name}." if any(known.name == f"{name}." for known in setting.names_by_end.values()) else name


def _without_data(words: Sequence[str]) -> Sequence[str]:
    """Return “customs” of “the latest customs data”."""
    first, last = 0, len(words)
    while first < last and (words[first].lower() in _ARTICLES or words[first] in _WORDS["data"]):
        first += 1
    cut = (at for at in range(first, last) if words[at] in _WORDS["issued"])
    last = next(cut, last)
    while first < last and words[last - 1] in _WORDS["data"]:
        last -= 1
    return words[first:last]


def _according(setting: Setting, quantity: Quantity) -> str | None:
    if not setting.according:
        return None
    after = bisect_left(setting.according, quantity.first)
    at = setting.according[min(after, len(setting.according) - 1)]
    start = last = at + 2
    tokens = setting.tokens
    while last < len(tokens) and last - start < _LONGEST_BODY and tokens[last].text not in BREAKS | {"."}:
        if tokens[last].lower in _STOPS - _IN_NAMES:
            break
        last += 1
    return _body(setting, start, last)


def _speaker_before(setting: Setting, quantity: Quantity) -> str | None:
    """Return the subject of the verb of saying before a figure: "the agency forecasts that exports …"."""
    after = bisect_left(setting.verbs, quantity.first)
    if not after or not _takes(setting, setting.verbs[after - 1], quantity):
        return None
    end = setting.verbs[after - 1]
    tokens = setting.tokens
    while end > 0 and tokens[end - 1].lower in {"has", "have", "had", "also"}:
        end -= 1
    inserted = end > 0 and tokens[end - 1].text == ","
    end -= inserted
    start = end
    while start > 0 and end - start < _LONGEST_BODY and tokens[start - 1].text not in BREAKS:
        if tokens[start - 1].lower in _CLAUSE:
            break
        start -= 1
    if end - start >= _LONGEST_BODY or start == end:
        return None
    before = tokens[start - 1].text if start else ""
    if tokens[end - 1].end in setting.names_by_end:
        return _body(setting, start, end)
    if inserted or (before == "and" and tokens[start].lower not in _ARTICLES):
        described = setting.names_by_end.get(tokens[start - 2].end) if start > 1 and before == "," else None
        return described.name if described else None
    return _body(setting, start, end)


def _putting_before(setting: Setting, quantity: Quantity) -> str | None:
    """Return who begins a sentence and put something at a figure: "Police | put the crowd at 3,000"."""
    tokens, at = setting.tokens, quantity.first - 1
    if at < 0 or tokens[at].lower != "at":
        return None
    verbs = (verb for verb in range(min(at, _LONGEST_BODY + 1)) if tokens[verb].lower in _WORDS["putting"])
    verb = next(verbs, 0)
    plain = verb and all(token.is_word for token in tokens[verb:at]) and at - verb <= _LONGEST_BODY
    return _body(setting, 0, verb) if plain and tokens[verb].text.islower() else None


def _takes(setting: Setting, verb: int, quantity: Quantity) -> bool:
    """Tell whether a figure is in what a verb of saying says: not in "told them to pay $3m", "paid, owing $3m"."""
    between = [token.lower for token in setting.tokens[verb + 1 : quantity.first]]
    word = setting.tokens[verb].lower
    if "that" in between[:_REQUEST]:
        return True
    if word not in TELLING or (word in _ADDRESSED and "to" in between[:_REQUEST]):
        return False
    asides = (after for mark, after in pairwise(between) if mark == ",")
    return not any(after.endswith("ing") and after not in _NOT_ASIDES for after in asides)


def _speaker_after(setting: Setting, quantity: Quantity) -> str | None:
    """Return the speaker of ", the ministry said" and ", said the ministry" after a figure."""
    tokens = setting.tokens
    after = bisect_left(setting.verbs, quantity.last)
    if after == len(setting.verbs) or setting.verbs[after] - quantity.last > _AFTER:
        return None
    verb = start = setting.verbs[after]
    while start > quantity.last and tokens[start - 1].text not in BREAKS:
        start -= 1
    if start == quantity.last or verb - start > _LONGEST_BODY:
        return None
    if start < verb:
        return _body(setting, start, verb) if _ends_saying(setting, verb) else None
    if tokens[verb].lower not in TELLING:
        return None
    if tokens[verb - 1].text == "," and verb + 1 < len(tokens) and tokens[verb + 1].lower in _CLAUSE:
        return None
    last = verb + 1
    while last < len(tokens) and last - verb <= _LONGEST_BODY and tokens[last].text not in BREAKS | {"."}:
        last += 1
    return _body(setting, verb + 1, last)


def _ends_saying(setting: Setting, verb: int) -> bool:
    """Tell ", the ministry said in May." from what has an object: ", the ministry found itself"."""
    after = verb + 1
    if after >= len(setting.tokens) or not setting.tokens[after].is_word or after in setting.dated:
        return True
    return setting.tokens[after].lower in _AFTER_SAYING or setting.tokens[verb].lower in _ADDRESSED


def _is_named_by_data(tokens: Sequence[Token], start: int, last: int) -> bool:
    """Tell the statistics office, which keeps its first word, from “official” alone."""
    return start + 2 == last and tokens[start].lower.endswith("s") and tokens[start + 1].lower in _BODIES


def _body(setting: Setting, start: int, end: int) -> str | None:
    """Return the person or body that tokens name: a known name where one ends there, else the phrase itself."""
    tokens = setting.tokens
    while start < end and tokens[start].lower in {"the", "a", "an"}:
        start += 1
    if start >= end:
        return None
    name = setting.names_by_end.get(tokens[end - 1].end)
    if name and name.start >= tokens[start].start:
        return name.name
    last = next((at for at in range(start + 1, end) if tokens[at].lower in _WORDS["issued"]), end)
    while last > start and tokens[last - 1].lower in _WORDS["data"] | _WORDS["also"] | _JOINTS:
        last -= 1
    while start < last and tokens[start].text in _WORDS["data"] and not _is_named_by_data(tokens, start, last):
        start += 1
    words = [token.lower for token in tokens[start:last]]
    if not words or words[0] in _STOPS or words[-1] in _WORDS["also"]:
        return None
    if any(word in _NOT_IN_BODIES or (not word[0].isalpha() and word != "-") for word in words):
        return None
    if any(at in setting.dated for at in range(start, last)):
        return None
    phrase = setting.text[tokens[start].start : tokens[last - 1].end]
    return phrase.removesuffix("'s").removesuffix("’s")
