"""Questions about deals that somebody hopes for or expects, and that no article tells of."""

import re
from collections import Counter
from collections.abc import Iterator

from generator.stories.evidence import Told
from generator.stories.questions.asking import Context, Question, Reason, article_of, ask
from generator.stories.questions.settled import later

_DEAL = r"(?P<deal>deal|agreement|accord|settlement|truce|ceasefire|compromise)"
# “sure” | a deal could be struck; hoped for | a wage deal; expect | a quota deal
_HOPED = re.compile(
    r"\b(?:optimistic|confident|hopeful|hope[ds]?|expect(?:s|ed)?)[\"”]? (?:that |for |of |about )?"
    rf"an? (?P<kind>(?!(?:new|final|quick|good|better|possible|early|swift)\b)[a-z]+ )??{_DEAL}\b"
    r"(?= (?:would|will|could|can) be (?:reached|agreed|struck|found|signed)\b| by\b| within\b| before\b|[.,;]|$)"
)
# before a fish | deal with the Strait Union | and
_WITH = re.compile(
    _DEAL
    + r" (?:with|between) (?:the )?[A-Z][\w.-]*\w(?: [A-Z][\w-]+)*(?: and (?:the )?[A-Z][\w-]+(?: [A-Z][\w-]+)*)?"
)
_REACHED = re.compile(r"\b(?:reach|agree|struck|strike|sign|seal|conclud|made|fail|collaps)")


def ask_deals(context: Context) -> Iterator[Question]:
    """Ask whether a deal was reached that is hoped for: with whom, or on what, the story must tell."""
    for told in context.coverage.undamaged_first():
        match = _HOPED.search(told.text)
        if match is None or any(_tells_of(one, match["deal"]) for one in later(context, told)):
            continue
        what = f"{match['kind']}{match['deal']}" if match["kind"] else _fullest(context, match["deal"])
        if what is not None:
            because = (
                f"{article_of(context, told)} tells that it was hoped for or expected; no article tells whether "
                "it came about. A later report would settle it."
            )
            an = "an" if what[0] in "aeiou" else "a"
            yield ask(context, told, f"Was {an} {what} reached?", Reason("announced", because, "announced.deal"))


def _fullest(context: Context, deal: str) -> str | None:
    """Return the name of a deal that tells with whom it is, as the story has it most often."""
    found = Counter(
        match[0]
        for told in context.coverage.told.values()
        for match in _WITH.finditer(told.text)
        if match["deal"] == deal
    )
    return found.most_common(1)[0][0] if found else None


def _tells_of(told: Told, deal: str) -> bool:
    return deal in told.text and bool(_REACHED.search(told.text))
