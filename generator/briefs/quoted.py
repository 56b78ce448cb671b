"""No paraphrase passes for a quotation: the words of a quote stand in its passage, letter for letter.

Cuts `[…]` and insertions `[2021]` aside, which are marked as such. Reported speech (`kind: indirect`) is free.
"""

import re
from collections.abc import Iterator, Sequence
from collections.abc import Mapping as AbstractMapping
from dataclasses import dataclass

from generator.briefs.offsets import file_index
from generator.briefs.yaml_text import Document, Scalar
from generator.errors import ContentError
from generator.model.article import Article
from generator.model.brief import Items, Quote

# [2021] | […] | …
_NOT_SAID = re.compile(r"\[[^\[\]]*\]|…|\.\.\.")
# What the passage may have where a quote goes on: the marks around the words, and blanks for line ends.
_MARKS = "\"“”„‟'‘’‚‛«»‹› ,.;:\n"
_QUOTATION_MARKS = '"“”„‟«»'
_BLANKS = re.compile(r"\s+")
SHOWN = 200


@dataclass(frozen=True, slots=True)
class Fragment:
    """A stretch of a quote's text between two cuts or insertions, from `start` in it.

    Its first and last word are whole but where an insertion touches them: “[T]he”, “sell[ing]”.
    """

    text: str
    start: int
    cut_before: bool = False
    cut_after: bool = False

    def found_in(self, passage: str, at: int) -> int:
        """Return the offset behind these words in a passage, from `at` on; -1 where they do not stand there."""
        words = _plain(self.text)
        start = passage.find(words, at)
        while start >= 0:
            stop = start + len(words)
            begins = self.cut_before or not (passage[start - 1 : start].isalnum() and words[0].isalnum())
            ends = self.cut_after or not (passage[stop : stop + 1].isalnum() and words[-1].isalnum())
            if begins and ends:
                return stop
            start = passage.find(words, start + 1)
        return -1


def check_quotes(
    document: Document, items: Items, articles: AbstractMapping[str, Article]
) -> Iterator[ContentError]:
    """Yield an error for each direct or partial quote whose words its passages do not have; articles by key."""
    for place, quote in enumerate(items.quotes):
        missing = words_not_said(quote)
        if missing is not None:
            yield from _check(document, place, quote, missing, articles)


def words_not_said(quote: Quote) -> Fragment | None:
    """Return the first words of a quote that its passages do not have; None: all are there, or it is indirect."""
    if quote.kind == "indirect":
        return None
    return missing_words(quote.text, _passages(quote))


def missing_words(text: str, evidence: Sequence[Sequence[str]]) -> Fragment | None:
    """Return the first words of a quote that no article's passages (in their order) have; None: all are there.

    >>> missing_words("We […] never thought of it", [["“We,” she said, “never thought of it.”"]])
    >>> missing_words("We go. They stay.", [["“We go.", "“They stay.”"]])
    >>> missing_words("We always thought", [["“We never thought of it.”"]])
    Fragment(text='We always thought', start=0, cut_before=False, cut_after=False)
    """
    fragments = list(_fragments(text))
    furthest: Fragment | None = None
    for passages in evidence:
        missing = _first_missing(fragments, _joined(passages))
        if missing is None:
            return None
        if furthest is None or missing.start > furthest.start:
            furthest = missing
    return furthest


def _first_missing(fragments: Sequence[Fragment], passage: str) -> Fragment | None:
    at = 0
    for fragment in fragments:
        at = fragment.found_in(passage, at)
        if at < 0:
            return fragment
    return None


def _fragments(text: str) -> Iterator[Fragment]:
    """Yield what stands between cuts and insertions, without marks and blanks at its ends."""
    begin = 0
    for match in [*_NOT_SAID.finditer(text), None]:
        part = text[begin : match.start() if match else len(text)]
        inner = part.strip(_MARKS)
        if inner:
            start = part.index(inner)
            cut = (bool(begin) and start == 0, match is not None and part.endswith(inner))
            yield Fragment(inner, begin + start, *cut)
        begin = match.end() if match else begin


def _joined(passages: Sequence[str]) -> str:
    """Return an article's passages as one text; marks at their ends are those that open each paragraph anew."""
    return _plain("\n".join(passage.strip(_QUOTATION_MARKS) for passage in passages))


def _plain(text: str) -> str:
    return _BLANKS.sub(" ", text)


def _passages(quote: Quote) -> list[list[str]]:
    """Return the passages of each article that a quote rests on."""
    return [[one] if isinstance(one, str) else one for one in quote.evidence.values()]


def _check(
    document: Document, place: int, quote: Quote, missing: Fragment, articles: AbstractMapping[str, Article]
) -> Iterator[ContentError]:
    scalar = document.node(("quotes", place, "text"))
    if not isinstance(scalar, Scalar):
        return
    passages = [_joined(one) for one in _passages(quote)]
    same, message, hint = _explain(
        missing, passages, {key: articles[key] for key in quote.evidence if key in articles}
    )
    lead = len(scalar.text) - len(scalar.text.lstrip())
    index = file_index(document.text, scalar, lead + missing.start + same)
    yield document.error(index, message, hint)


def _explain(
    missing: Fragment, passages: Sequence[str], articles: AbstractMapping[str, Article]
) -> tuple[int, str, str]:
    """Return after how many characters the words go wrong, what is wrong and what to do."""
    message = "a quote must have the words of its passage"
    mark = "mark cuts […] and insertions [2021], or write kind: indirect"
    if any(missing.found_in(passage, 0) >= 0 for passage in passages):
        return (
            0,
            f"{message}, in their order: these stand before those above",
            "quote them in the order they were said",
        )
    for key, article in articles.items():
        if missing.found_in(_plain(article.text), 0) >= 0:
            return 0, f"{message}: these stand elsewhere in {key}", f"add that passage to {key} under evidence"
    words = _plain(missing.text)
    passage, same = max(((one, _same_start(words, one)) for one in passages), key=lambda found: found[1])
    if same < len(words.split()[0]):
        return 0, f"{message}: these are not in it", mark
    start = passage.find(words[:same])
    stop = passage.find(" ", min(len(passage), start + len(words) + 1))
    shown = passage[start : stop if stop > 0 else len(passage)][:SHOWN]
    return same, f"{message}: they differ from here", f"the passage says: {shown}; {mark}"


def _same_start(words: str, passage: str) -> int:
    """Return how many characters of `words`, from the first on, stand together in a passage."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if words[:middle] in passage else (low, middle - 1)
    return low
