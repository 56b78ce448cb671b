"""Questions about a report that says more than the words it quotes."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache

from generator.lexicon import read_lexicon
from generator.model.findings import Quotation
from generator.stories.countries import with_countries
from generator.stories.evidence import Told
from generator.stories.openings import is_clause
from generator.stories.questions.asking import (
    Context,
    Question,
    Reason,
    everywhere,
    subject_within,
    trimmed,
    weight_of,
    within_sentence,
)
from generator.stories.words import content_words, phrases

# Words of the report that the quotation must have too, as a part and in number, for both to be of one utterance.
SAME, LEAST = 0.5, 4
# A shorter quotation cannot be held against a report.
QUOTED_WORDS = 8
STEM = 5
# A report is held against so many quotations of its speaker at most: of hundreds of articles, the first say it all.
MOST_QUOTED = 40
# They noted that | the harbour side | has said
_SIDE = re.compile(r"\bthat (?P<who>[\w’' -]{3,40}) $")
_MARK = re.compile(r"[\"“”]")
# her “full trust” as to the “old charter”
_MARKED = re.compile(r"[\"“]([^\"“”]{1,300})[\"”]")
# willing to | continue to offer | keep up
_CONTINUES = re.compile(r" (?:continue|go on|keep|maintain|further|remain)\b")
# promised her help | and called for peace
_NEXT_VERB = re.compile(r",? (?:and|but) \w+ed\b")


def ask_paraphrases(context: Context) -> Iterator[Question]:
    """Ask whether a speaker went as far as reported, where the words quoted are weaker."""
    quoted: dict[str, list[tuple[Told, Quotation]]] = defaultdict(list)
    for told in context.coverage.undamaged_first():
        for quotation in told.quotations:
            long = len(quotation.text.split()) >= QUOTED_WORDS
            own = quotation.speaker and quotation.kind != "indirect" and quotation.start >= told.start
            if own and long and len(quoted[quotation.speaker or ""]) < MOST_QUOTED:
                quoted[quotation.speaker or ""].append((told, quotation))
    for told in context.coverage.undamaged_first():
        for report in told.quotations:
            if report.kind != "indirect" or report.speaker is None or report.start < told.start:
                continue
            said = _reported(context, told, report)
            for of, words in quoted[report.speaker] if said else ():
                if of.place != told.place and _is_weaker(words.text, said or ""):
                    yield _question(context, told, of, said or "", words)
                    break


def _question(context: Context, told: Told, of: Told, said: str, words: Quotation) -> Question:
    """Ask with the gap by its name: the very word of the quotation that the report leaves out."""
    hedge = _hedges().search(words.text)
    word = hedge[0] if hedge else ""
    if word.lower().endswith(" said"):
        side = _SIDE.search(words.text, 0, hedge.start() if hedge else 0)
        who = side["who"] if side else "another side"
        gap = f"The report gives it as a fact; in the words quoted it is what {who} has said"
    else:
        gap = f"The words quoted have “{word}”, which the report leaves out"
    because = f"{gap}: “{trimmed(words.text)}”. A transcript of what was said would settle it."
    speaker = within_sentence(words.speaker or "")
    places = tuple(dict.fromkeys((*everywhere(context, told.place), *everywhere(context, of.place))))
    reason = Reason("paraphrase", because, "paraphrase.stronger")
    question = f"Did {speaker} go as far as reported, {trimmed(said)}?"
    return Question(question, reason, places, weight_of(context, told.place))


def _reported(context: Context, told: Told, report: Quotation) -> str | None:
    """Return what is reported: a clause, or the verb that commits the speaker with what it commits them to."""
    clause = trimmed(report.text.removeprefix("that "))
    if is_clause(clause) and not _MARK.search(clause):
        return f"saying that {subject_within(context, told, clause)}"
    verb = (report.cue or "").split(" ")[-1]
    before = told.text[: report.start - told.start]
    committing = _commits().get(verb.lower())
    if committing is None or verb not in before:
        return None
    said = told.text[before.rindex(verb) + len(verb) : report.end - told.start]
    return f"{committing}{_NEXT_VERB.split(said, maxsplit=1)[0]}"


def _is_weaker(quoted: str, reported: str) -> bool:
    """Tell whether a quotation is of what is reported, but hedged where the report is not.

    Where the report itself quotes enough, those words tell what it is of.
    """
    marked, others = _stems(" ".join(_MARKED.findall(reported))), _stems(quoted)
    stems = marked if len(marked) >= LEAST else _stems(reported.removeprefix("saying that "))
    shared = len(stems & others)
    if shared < LEAST or shared < SAME * len(stems):
        return False
    hedge = _hedges().search(quoted)
    return hedge is not None and not _goes_on(quoted, hedge) and not _hedges().search(reported)


def _goes_on(quoted: str, hedge: re.Match[str]) -> bool:
    """Tell whether a hedge is none: who is “willing to continue” something does it already."""
    return bool(_CONTINUES.match(quoted, hedge.end()))


def _stems(text: str) -> frozenset[str]:
    return frozenset(word[:STEM] for word in content_words(with_countries(text)))


@cache
def _hedges() -> re.Pattern[str]:
    return phrases(read_lexicon("questions")["hedges"])


@cache
def _commits() -> dict[str, str]:
    """Return the verbs that commit a speaker, each with its participle."""
    return dict(read_lexicon("questions")["commits"])
