"""Questions about what was said where only the sides' own accounts tell of it."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from generator.lexicon import read_lexicon
from generator.stories.evidence import Told
from generator.stories.questions.asking import Context, Question, Reason, everywhere, weight_of, with_article

_OWN_ACCOUNTS = Reason(
    "readout",
    "Each tells of it in its own words. A transcript, or an account by somebody who was there "
    "and took no side, would settle it.",
    "readout.two-accounts",
)


def ask_accounts(context: Context) -> Iterator[Question]:
    """Ask whether two organisations' accounts of one call or meeting agree."""
    accounts: dict[str, dict[str, tuple[str, Told]]] = defaultdict(dict)
    for told in context.coverage.undamaged_first():
        organisations = {
            name.name for name in context.coverage.findings(told.place).names if name.kind == "organisation"
        }
        for noun in {found.lower().split()[-1] for found in _of_occasion().findall(told.text)}:
            for teller in _tellers(told):
                if teller in organisations:
                    accounts[noun].setdefault(teller, (with_article(told, teller), told))
    for noun, tellers in accounts.items():
        if len(tellers) < 2:
            continue
        (first, one), (second, other) = sorted(tellers.values(), key=lambda found: found[1].place)[:2]
        places = tuple(dict.fromkeys((*everywhere(context, one.place), *everywhere(context, other.place))))
        question = f"Do the accounts that {first} and {second} give of the {noun} agree?"
        yield Question(question, _OWN_ACCOUNTS, places, weight_of(context, one.place))


def _tellers(told: Told) -> Iterator[str]:
    """Return through whom the sentence has what it reports: those who passed it on, else the speaker."""
    for quotation in told.quotations:
        if quotation.via:
            yield quotation.via[-1]
        elif quotation.speaker:
            yield quotation.speaker


@cache
def _of_occasion() -> re.Pattern[str]:
    """Return the pattern of “during a call”, “after their second meeting”."""
    nouns = "|".join(read_lexicon("occasions")["two_sided"])
    determiner = r"(?:an?|the|his|her|its|their|this|that)"
    return re.compile(
        rf"\b(?:during|in|at|on|after|following) (?:{determiner} )?(?:[\w-]+ )?({nouns})\b", re.IGNORECASE
    )
