"""Headlines: where common words have capitals too, only names that are known stand out."""

from collections.abc import Mapping, Sequence

from generator.extract.names.mentions import Mention
from generator.extract.names.runs import Usage
from generator.extract.names.tokens import Token
from generator.extract.names.words import COMMON, FIRST_NAMES, KINDS, NOT_NAMES, OFFICES, OPENERS, Words, is_people
from generator.model.findings import NameKind


def find_in_headline(tokens: Sequence[Token], forms: Mapping[Words, NameKind], usage: Usage) -> list[Mention]:
    """Find the names that the article (`forms`) or the lexicon has, and first names with a name of the text."""
    longest = max(map(len, forms), default=1)
    found: list[Mention] = []
    at = 0
    while at < len(tokens):
        mention, end = _longest(tokens, at, longest, forms)
        if end - at <= 1 and _is_full_name(tokens, at, usage):
            end = at + 2
            words = (tokens[at].text, tokens[at + 1].text)
            mention = Mention(tokens[at].start, tokens[at + 1].end, words, "person", "headline")
        if mention:
            found.append(mention)
        at = max(end, at + 1)
    return found


def _longest(
    tokens: Sequence[Token], at: int, longest: int, forms: Mapping[Words, NameKind]
) -> tuple[Mention | None, int]:
    for end in range(min(len(tokens), at + longest), at, -1):
        words = tuple(token.text for token in tokens[at:end])
        kind = forms.get(words) or (None if len(words) == 1 and words[0].lower() in COMMON else KINDS.get(words))
        if kind and all(token.bound for token in tokens[at + 1 : end]):
            return Mention(tokens[at].start, tokens[end - 1].end, words, kind, "headline"), end
    return None, at


def _is_full_name(tokens: Sequence[Token], at: int, usage: Usage) -> bool:
    """Tell of "Lena Berg" where the text has "Berg"."""
    if at + 1 == len(tokens) or (at and tokens[at].bound and _may_be_name(tokens[at - 1])):
        return False
    first, last = tokens[at], tokens[at + 1]
    given = first.text in FIRST_NAMES and not first.possessive and _may_be_name(first)
    return given and last.bound and _may_be_name(last) and usage.capital[last.text] > 0


def _may_be_name(token: Token) -> bool:
    small = token.text.lower()
    known = small in COMMON or small in OPENERS or token.text in NOT_NAMES or (token.text,) in KINDS
    return token.capital and not known and (small,) not in OFFICES and not is_people((token.text,))
