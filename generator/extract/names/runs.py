"""Runs of capitalised words in a sentence: which words belong together as one name."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from generator.extract.names.tokens import Line, Token, phrase
from generator.extract.names.words import (
    ADDRESS,
    COMMON,
    DATES,
    FIRST_NAMES,
    FOR_HEADS,
    KINDS,
    LAND_FORMS,
    LONGEST_NAME,
    NOT_NAMES,
    OF_HEADS,
    OFFICES,
    ON_HEADS,
    OPENERS,
    ORGANISATION_HEADS,
    OTHER_HEADS,
    PARTICLES,
    PLACE_OF_HEADS,
    POSSESSORS,
    SUBJECTS,
    SUFFIXES,
    Words,
    is_people,
    names_paper,
)

# How far a particle may stand from the next capital: "van der Meer", "bin al Ahmad".
_PARTICLES_IN_A_ROW = 3
_FIRST_WORDS = frozenset(words[0].removesuffix("'s") for words in KINDS if len(words) > 1) | frozenset(
    office[0].title() for office in OFFICES if not {"of", "the"}.isdisjoint(office)
)
_PARTS_OF_NAMES = SUBJECTS | ORGANISATION_HEADS | OTHER_HEADS
# Heads that "of" follows in a name: not "citizens of …".
_OF_ALONE = OF_HEADS - FOR_HEADS
_BEFORE_PLURALS = frozenset({"the", "both", "all", "many", "two"})
_VERB_ENDINGS = ("ing", "ed", "ly")
# "Minister for Energy", "Secretary of Justice"
_OFFICE_JOINTS = frozenset({"of", "for"})
# The longest names of bodies and titles together have some 20 words; what is longer is no name.
_LONGEST_RUN = 24
_DASHES = frozenset({"— ", "– ", "- ", "_ "})
_HEADLINE_WORDS = 2
_LONG_WORD = 4
_LAND_AND_NAME = 3
# Mum-of-three Kelly Marsh
_OF_SOME = re.compile(r"[A-Z][a-z]+-of-[a-z]+")


@dataclass(slots=True)
class Usage:
    """How an article writes its words: which it has in small letters, and which with a capital in a sentence."""

    small: set[str] = field(default_factory=set)
    capital: Counter[str] = field(default_factory=Counter)
    pairs: set[tuple[str, str]] = field(default_factory=set)

    def count(self, text: str, line: Line) -> None:
        tokens = line.tokens
        self.small.update([token.text for token in tokens if not token.capital])
        before = -2
        for index in line.capitals:
            token = tokens[index]
            if not index or opens(text, token):
                continue
            self.capital[token.text] += 1
            if before == index - 1 and token.bound:
                self.pairs.add((tokens[before].text, token.text))
            before = index


def with_apostrophes(line: Line, usage: Usage) -> Line:
    """Read "Kenyas support" as "Kenya's support" where the name without the s is known or stands in the text."""
    lost = [at for at in line.capitals if _lost_apostrophe(line.tokens, at, usage)]
    if not lost:
        return line
    tokens = list(line.tokens)
    for at in lost:
        token = tokens[at]
        tokens[at] = token._replace(end=token.end - 1, text=token.text[:-1], possessive=True)
    return Line(tokens, line.capitals)


def _lost_apostrophe(tokens: Sequence[Token], at: int, usage: Usage) -> bool:
    token = tokens[at]
    bare = token.text[:-1]
    if token.text[-1] != "s" or token.possessive or len(bare) < 2:
        return False
    if token.text.lower() in COMMON or token.text.lower() in OPENERS or token.text in ADDRESS:
        return False
    followed = at + 1 < len(tokens) and tokens[at + 1].bound
    plural = at > 0 and tokens[at].bound and tokens[at - 1].text.lower() in _BEFORE_PLURALS
    if not followed or plural or (token.text,) in KINDS or is_people((token.text,)) or is_people((bare,)):
        return False
    in_text = (
        usage.capital[bare]
        and bare not in FIRST_NAMES
        and bare.lower() not in COMMON
        and usage.capital[bare] >= usage.capital[token.text]
    )
    return bool(in_text) or KINDS.get((bare,)) == "place"


def opens(text: str, token: Token) -> bool:
    """Tell whether the word stands right after an opening mark or a colon, where any word may have a capital."""
    before = text[max(0, token.start - 2) : token.start]
    return before[-1:] in {"“", "‘", '"', "'", "`", "«"} or before in {": ", ":\n", "• ", "· "}


def is_unproved(text: str, tokens: Sequence[Token], index: int, usage: Usage) -> bool:
    """Tell whether only the beginning of a sentence may have given a word its capital."""
    token = tokens[index]
    if usage.capital[token.text] or not (index == 0 or opens(text, token)):
        return False
    small = token.text.lower()
    return token.text not in FIRST_NAMES or small in COMMON or small in usage.small


def is_headline(line: Line) -> bool:
    """Tell whether common words are written with capitals: such a line does not tell names from other words."""
    common = 0
    for index in line.capitals:
        word = line.tokens[index].text
        if index and len(word) >= _LONG_WORD and word.lower() in COMMON and not _is_part_of_names(word):
            common += 1
    if common < _HEADLINE_WORDS:
        return False
    small = sum(not token.capital and len(token.text) >= _LONG_WORD for token in line.tokens[1:])
    return common > small


def _is_part_of_names(word: str) -> bool:
    return word in _PARTS_OF_NAMES or (word.lower(),) in OFFICES


def find_runs(text: str, line: Line, usage: Usage) -> Iterator[Sequence[Token]]:
    """Yield the capitalised runs of a sentence, the word that merely begins the sentence left off."""
    tokens = line.tokens
    end = 0
    for index in line.capitals:
        if index < end:
            continue
        end = _run_end(text, tokens, index)
        run = tokens[index:end]
        after_dash = text[tokens[index].start - 2 : tokens[index].start] in _DASHES
        if index == 0 or opens(text, tokens[index]):
            run = _without_opener(run, usage)
        elif after_dash and len(run) > 1 and run[0].text.lower() in OPENERS and not _is_lexicon_name(run):
            run = run[1:]  # ELMDALE (AP) — To Ann Lee, it is
        if index > 1 and _follows_its_land(tokens, index, run):
            yield run[:1]
            run = run[1:]
        if run:
            yield run


def _follows_its_land(tokens: Sequence[Token], at: int, run: Sequence[Token]) -> bool:
    """Tell of "President of the Republic of Tesland Ann Lee", where no list has the land, but one has "Ann"."""
    if len(run) != _LAND_AND_NAME or tokens[at - 1].text != "of":
        return False
    before, (land, first, _) = tokens[at - 2].text, [token.text for token in run]
    office = before in LAND_FORMS or (before.lower(),) in OFFICES
    return office and land not in FIRST_NAMES and first in FIRST_NAMES


def _run_end(text: str, tokens: Sequence[Token], start: int) -> int:
    end = start
    while True:
        end += _phrase_length(tokens, end)
        if end >= len(tokens) or end - start >= _LONGEST_RUN:
            return end
        token, before = tokens[end], tokens[end - 1]
        joined = before.text in POSSESSORS and token.bound and token.text in ORGANISATION_HEADS
        if (before.possessive and not joined) or not token.bound:
            if token.text in SUFFIXES and text[before.end : token.start] == ", ":
                continue
            return end
        if token.capital:
            if token.text in DATES and before.text not in FIRST_NAMES and token.text not in FIRST_NAMES:
                if names_paper(phrase(tokens[start : end + 1])):
                    continue  # the Elmdale Sun
                return end
            continue
        step = _particles(tokens, end) or _connection(tokens, start, end)
        if not step:
            return end
        end += step


def _phrase_length(tokens: Sequence[Token], start: int) -> int:
    """Return how many words from `start` are one name or office of the lexicon; 1 where none is."""
    if tokens[start].text not in _FIRST_WORDS:
        return 1
    longest = 1
    words: Words = (tokens[start].text,)
    for at in range(start + 1, min(len(tokens), start + LONGEST_NAME)):
        if not tokens[at].bound:
            break
        words = phrase(tokens[start : at + 1])
        if words in KINDS or tuple([word.lower() for word in words]) in OFFICES:
            longest = at + 1 - start
    return longest


def _particles(tokens: Sequence[Token], at: int) -> int:
    """Return how many particles ("van der") stand at `at` before a capital."""
    for count in range(_PARTICLES_IN_A_ROW + 1):
        if at + count >= len(tokens) or not tokens[at + count].bound:
            return 0
        if tokens[at + count].capital:
            return count
        if tokens[at + count].text not in PARTICLES:
            return 0
    return 0


def _connection(tokens: Sequence[Token], start: int, at: int) -> int:
    """Return how many small words at `at` join the run with what follows: "Ministry of the Interior"."""
    small = tokens[at].text
    step = 2 if at + 1 < len(tokens) and tokens[at + 1].text == "the" else 1
    if at + step >= len(tokens):
        return 0
    following = tokens[at + step]
    if not (following.capital and following.bound) or following.text in DATES:
        return 0
    run = [token.text for token in tokens[start:at]]
    if small in _OFFICE_JOINTS and (run[-1].lower(),) in OFFICES and following.text in SUBJECTS:
        return step
    if small == "&":
        return step if step == 1 and run[-1] not in OPENERS else 0
    if small == "and":
        return step if step == 1 and run[-1] in SUBJECTS and following.text in SUBJECTS else 0
    if small == "on":
        return step if run[-1] in ON_HEADS else 0
    if small == "for":
        fits = following.text not in FIRST_NAMES and (following.text.lower(),) not in OFFICES
        return step if fits and (run[-1] in OF_HEADS or (OF_HEADS & set(run) and following.text in SUBJECTS)) else 0
    if small == "of":
        return step if run[-1] in PLACE_OF_HEADS or not _OF_ALONE.isdisjoint(run) else 0
    return 0


def _without_opener(run: Sequence[Token], usage: Usage) -> Sequence[Token]:
    """Leave off the first word where only the beginning of a sentence gave it a capital."""
    first = run[0].text
    small = first.lower()
    if first in NOT_NAMES or _OF_SOME.fullmatch(first):
        return run[1:]
    if len(run) == 1:
        doubtful = (first,) in KINDS and small in COMMON and not usage.capital[first]
        return () if small in OPENERS or doubtful else run
    if small in OPENERS and not _is_lexicon_name(run):
        return _without_opener(run[1:], usage) if run[1].text.lower() in OPENERS else run[1:]
    if (
        small not in COMMON
        and small not in usage.small
        and not (small.endswith(_VERB_ENDINGS) and not usage.capital[first])
    ):
        return run
    if small in PARTICLES or _begins_name(run, usage):
        return run
    return run[1:]


def _is_lexicon_name(run: Sequence[Token]) -> bool:
    return any(phrase(run[:length]) in KINDS for length in range(2, len(run) + 1))


def _begins_name(run: Sequence[Token], usage: Usage) -> bool:
    first, second = run[0].text, run[1].text
    words = [token.text for token in run]
    if first in FIRST_NAMES or (first, second) in usage.pairs or usage.capital[first]:
        return True
    if _is_lexicon_name(run):
        return True
    lower = [word.lower() for word in words]
    return (
        any(tuple(lower[:length]) in OFFICES for length in range(1, len(words) + (len(words) > 2)))
        or first in SUBJECTS
        or first in ORGANISATION_HEADS
    )
