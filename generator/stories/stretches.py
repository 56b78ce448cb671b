"""What a brief shows as one quote: the stretches of a group that stand together, without typed marks."""

import re
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.extract.quotations.marks import Stretch
from generator.extract.quotations.utterances import kind_of
from generator.lexicon import read_lexicon
from generator.model.findings import Findings, Quotation
from generator.stories.evidence import Coverage
from generator.stories.quoting import is_other_clause
from generator.stories.unsaid import is_unsaid

# Stretches further apart than this many sentences are two items, though one utterance.
ONE_ITEM_SENTENCES = 4
# ''We will not sign,'' | ``a disaster'': words that stand whole between pairs of typed marks
_TYPED = re.compile(r"(?:''|``)(?!['`\s])(?P<words>[^`]+?)(?<!['\s])''")
# a reader | would now ask
_ANYBODY = re.compile(r"(?:an?|any|every) ", re.IGNORECASE)
_WOULD = re.compile(r"\b(?:would|might|could|may|can)(?: [a-z]+){0,2} $")
_NEAR = 80
# one of the | critics of the port; some of the many
_ONE_OF = re.compile(
    r"(?:one|some|many|most|several|two|three|few|all) of (?:the |its |his |her |their )?", re.IGNORECASE
)
# the critics | of the port
_HANGS_ON = re.compile(r",? (?:of|in|at|for|from|who|with|by|on|tracking|about|to|near|within|inside|against)\b|,")
# the questioner, economists
_AGENT = re.compile(r"[a-z]{2}(?:er|or|ist|ian|man|men|woman|women|person|people|eer)s?$")
# “ | " | '' | ``
_MARK = re.compile(r"[\"“”]|''|``")


def find_items(coverage: Coverage, article: int, findings: Findings) -> Iterator[list[Quotation]]:
    """Part an article's quotations into what is shown as one: a group's stretches in marks that stand together.

    A reported clause that has words in marks is not shown: what is between the marks stands alone.
    """
    groups: dict[tuple[int, bool], list[Quotation]] = defaultdict(list)
    for quotation in (_unmarked(findings, q) for q in findings.quotations):
        if is_unsaid(coverage, article, quotation) or _is_nobody(findings, quotation):
            continue
        groups[quotation.group, quotation.kind == "indirect"].append(quotation)
    for (_, reported), stretches in groups.items():
        if reported:
            yield from ([q] for q in stretches if not _MARK.search(q.text))
            continue
        item: list[Quotation] = []
        for quotation in stretches:
            near = item and _apart(coverage, article, item[0], quotation) < ONE_ITEM_SENTENCES
            if item and (not near or is_other_clause(coverage, article, item[-1], quotation)):
                yield item
                item = []
            item.append(quotation)
        yield item


def _is_nobody(findings: Findings, quotation: Quotation) -> bool:
    """Tell whether only a thing shows what is reported (the video), or nobody said it yet (a reader would ask)."""
    speaker = quotation.speaker or ""
    if _ANYBODY.match(speaker):
        near = findings.article.text[max(0, quotation.start - _NEAR) : quotation.end + _NEAR]
        return any(_WOULD.search(part) for part in near.split(quotation.cue or "\n")[:-1])
    named = not speaker or any(name.name in speaker or speaker in name.name.split() for name in findings.names)
    if named or quotation.kind != "indirect":
        return False
    words = _HANGS_ON.split(_ONE_OF.sub("", speaker), maxsplit=1)[0].split() or [""]
    head = words[-1].lower().removeprefix("ex-").removeprefix("co-")
    called = len(words) > 1 and words[-1][:1].isupper()
    return not called and head not in _speaking() and not _AGENT.search(head)


@cache
def _speaking() -> frozenset[str]:
    """Return the nouns of those that speak and of papers that tell something."""
    lexicon = read_lexicon("reporting")
    kinds = (
        "people",
        "offices",
        "papers",
        "documents",
        "bodies",
        "rulings",
        "generic",
        "nouns_of_men",
        "nouns_of_women",
    )
    nouns = {noun for kind in kinds for noun in lexicon[kind]}
    return frozenset(nouns | {f"{noun}s" for noun in nouns})


def _unmarked(findings: Findings, quotation: Quotation) -> Quotation:
    """Return words that stand between typed marks as quoted: what says who speaks vouches for them."""
    match = _TYPED.fullmatch(quotation.text) if quotation.kind == "indirect" and quotation.speaker else None
    if match is None or _MARK.search(match["words"]) or (quotation.cue or "").lower() not in _saying():
        return quotation
    start, end = quotation.start + match.start("words"), quotation.start + match.end("words")
    kind = kind_of(findings.article.text, Stretch(start, end, quotation.start, quotation.end))
    return replace(quotation, start=start, end=end, text=match["words"], kind=kind)


@cache
def _saying() -> frozenset[str]:
    lexicon = read_lexicon("reporting")
    return frozenset(form for frame in ("clause", "tell") for line in lexicon[frame] for form in line.split())


def _apart(coverage: Coverage, article: int, first: Quotation, last: Quotation) -> int:
    places = coverage.sentences_at(article, first.start, last.end)
    return places[-1].sentence - places[0].sentence if places else 0
