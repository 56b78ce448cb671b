"""Questions about appeals that somebody who was found guilty, or a lawyer, says are to come."""

import re
from collections.abc import Iterator

from generator.stories.evidence import Told
from generator.stories.questions.asking import Context, Question, Reason, article_of, ask
from generator.stories.questions.settled import later

# His lawyer, Ida Berg, said he | would appeal; not: would appeal to voters
_TO_APPEAL = re.compile(
    r"\b(?:lawyer|attorney|counsel)s?\b[^;“”\"]{0,80}?\b(?:said|says|told)\b[^;“”\"]{0,80}?"
    r"\b(?:would|will|plan(?:s|ned)? to|intend(?:s|ed)? to) appeal"
    r"(?=[.,]|$| (?:the|against|within|his|her|both|and|on)\b)"
)
# Jon Vale | was found guilty; found Jon Vale | guilty
_GUILTY = re.compile(r"(?:, \d{2},)? (?:was |has been |is )?(?:convicted|found guilty|guilty|sentenced)\b")
_APPEALED = re.compile(r"\bappeal")


def ask_appeals(context: Context) -> Iterator[Question]:
    """Ask whether the one whom the story has found guilty appealed, as a lawyer said."""
    guilty = {who for told in context.coverage.told.values() for who in _guilty(told)}
    if len(guilty) != 1:
        return
    who = guilty.pop()
    for told in context.coverage.undamaged_first():
        if _TO_APPEAL.search(told.text) and not any(_APPEALED.search(one.text) for one in later(context, told)):
            because = (
                f"{article_of(context, told)} says that this was planned; no article tells whether it happened. "
                "A later report would settle it."
            )
            reason = Reason("announced", because, "announced")
            yield ask(context, told, f"Did {who} appeal against the verdict?", reason)


def _guilty(told: Told) -> Iterator[str]:
    """Yield who, as a sentence tells, was found guilty."""
    for name in told.names:
        if name.kind == "person" and _GUILTY.match(told.text, name.end - told.start):
            yield name.name
