"""Questions about what one side asserts and the article holds at arm's length: Norvik insists that …"""

from collections.abc import Iterator

from generator.lexicon import word_set
from generator.model.findings import Quotation
from generator.stories.evidence import Told
from generator.stories.openings import is_clause
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    articles_say,
    ask,
    everywhere,
    plainly,
    ties,
    trimmed,
    with_article,
)
from generator.stories.wording import tell

# A shorter claim is not understood alone.
CLAIM_WORDS = 6


def ask_asserted(context: Context) -> Iterator[Question]:
    """Ask whether a side is right whose claim is told with a verb that leaves it to them."""
    for told in context.coverage.undamaged_first():
        for quotation in told.quotations:
            claim = _claim(told, quotation)
            if claim is not None:
                speaker = with_article(context, told, quotation.speaker or "")
                reason = Reason("position", _because(context, told, claim), "position.asserts")
                yield ask(context, told, f"Is {speaker} right that {plainly(claim)}?", reason)


def _because(context: Context, told: Told, claim: str) -> str:
    """Say whose claim it is; in the article's words where a “thus” rests it on what stands before it."""
    they, ends = articles_say(everywhere(context, told.place))
    words = f": “{tell(context.coverage, told.place.article, told.start, told.end)}”" if ties(claim) else ""
    start = f"{they} report{ends} it as one side's claim{words}"
    denies = f"{'It does' if ends else 'They do'}" if words else f"and {'does' if ends else 'do'}"
    return f"{start} {denies} not say that it is so. Evidence from somebody who takes no side would settle it."


def _claim(told: Told, quotation: Quotation) -> str | None:
    """Return what a named speaker asserts, if it can be read alone."""
    cue = (quotation.cue or "").lower().split()
    named = any(quotation.speaker in {name.name, f"the {name.name}"} for name in told.names)
    if quotation.kind != "indirect" or not named or not set(cue) & word_set("questions", "asserting"):
        return None
    claim = trimmed(quotation.text.removeprefix("that "))
    words = claim.lower().split()
    alone = len(words) >= CLAIM_WORDS and not word_set("questions", "pronouns") & set(words[:2])
    alone = alone and not word_set("questions", "opinion") & set(words)
    return claim if alone and is_clause(claim) and not set(claim) & set('"“”') else None
