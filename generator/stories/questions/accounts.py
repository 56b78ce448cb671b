"""Questions about what was said where only the sides' own accounts tell of it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import cycle

from generator.lexicon import read_lexicon
from generator.model.findings import Quotation
from generator.stories.evidence import Told
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    capital,
    everywhere,
    trimmed,
    weight_of,
    with_article,
)
from generator.stories.words import content_words, overlap

# So much of an account is shown; and two that have more than this of their words in common tell the same.
SHOWN_WORDS, SAME = 30, 0.75
# An account of fewer words tells nothing that could be compared.
TOLD_WORDS = 3


_MARKS = re.compile(r"[\"“”]")


@dataclass(frozen=True, slots=True)
class _Account:
    """What an organisation passes on from an occasion: its name with its article, the sentence, the words."""

    teller: str
    told: Told
    words: str


def ask_accounts(context: Context) -> Iterator[Question]:
    """Ask whether two organisations' accounts of one call or meeting agree that do not tell the same."""
    accounts: dict[str, dict[str, _Account]] = defaultdict(dict)
    for told in context.coverage.undamaged_first():
        organisations = {
            name.name for name in context.coverage.findings(told.place).names if name.kind == "organisation"
        }
        for noun in {found.lower().split()[-1] for found in _of_occasion().findall(told.text)}:
            for teller, quotation in _tellings(told):
                if teller in organisations and len(quotation.text.split()) >= TOLD_WORDS:
                    words = _shown(_as_printed_plainest(context, told, teller, quotation))
                    account = _Account(with_article(context, told, teller), told, words)
                    accounts[noun].setdefault(teller, account)
    for noun, tellers in accounts.items():
        if len(tellers) < 2:
            continue
        one, other = sorted(tellers.values(), key=lambda account: account.told.place)[:2]
        if overlap(frozenset(content_words(one.words)), frozenset(content_words(other.words))) > SAME:
            continue
        places = tuple(
            dict.fromkeys(place for told in (one.told, other.told) for place in everywhere(context, told.place))
        )
        question = f"Do the accounts that {one.teller} and {other.teller} give of the {noun} agree?"
        yield Question(question, _reason(one, other), places, weight_of(context, one.told.place))


def _as_printed_plainest(context: Context, told: Told, teller: str, quotation: Quotation) -> Quotation:
    """Return a quotation as the outlet has it that puts least into it: support, not support (to us)."""
    printed = [
        other
        for one in context.coverage.tellings_of(told.place)
        for by, other in _tellings(one)
        if by == teller and other.kind == quotation.kind
    ]
    alike = (other for other in printed if overlap(_words(other), _words(quotation)) > SAME)
    return min([quotation, *alike], key=lambda other: other.text.count("("))


def _words(quotation: Quotation) -> frozenset[str]:
    return frozenset(content_words(quotation.text))


def _reason(one: _Account, other: _Account) -> Reason:
    told = " ".join(f"{capital(account.teller)}: {account.words}." for account in (one, other))
    because = (
        f"Each gives its own account, and neither is quoted on what the other tells. {told} "
        "A transcript, or an account by somebody who was there and took no side, would settle it."
    )
    return Reason("readout", because, "readout.two-accounts")


def _shown(quotation: Quotation) -> str:
    """Return the first words of an account, cut with a mark; in quotation marks are only words that were said."""
    words = quotation.text.removeprefix("that ").split()
    cut = len(words) > SHOWN_WORDS + 10
    text = trimmed(" ".join(words[:SHOWN_WORDS] if cut else words))
    end = " […]" if cut else ""
    if quotation.kind != "indirect":
        return f"“{_MARKS.sub('', text)}{end}”"
    sides = cycle("“”")
    marked = _MARKS.sub(lambda match: next(sides), text)
    return f"{marked}{end}{'”' * (marked.count('“') - marked.count('”'))}"


def _tellings(told: Told) -> Iterator[tuple[str, Quotation]]:
    """Return through whom the sentence has what it reports: those who passed it on, else the speaker."""
    for quotation in told.quotations:
        if teller := quotation.via[-1] if quotation.via else quotation.speaker:
            yield teller, quotation


@cache
def _of_occasion() -> re.Pattern[str]:
    """Return the pattern of “during a call”, “after their second meeting”."""
    nouns = "|".join(read_lexicon("occasions")["two_sided"])
    determiner = r"(?:an?|the|his|her|its|their|this|that)"
    return re.compile(
        rf"\b(?:during|in|at|on|after|following) (?:{determiner} )?(?:[\w-]+ )?({nouns})\b", re.IGNORECASE
    )
