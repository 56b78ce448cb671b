"""Every passage stands character for character in its article; if not, the first character that differs is told."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from rapidfuzz import fuzz

from generator.briefs.offsets import file_index
from generator.briefs.yaml_text import Document, Loc, Scalar, walk_scalars
from generator.errors import ContentError
from generator.model.article import Article
from generator.model.brief import Items

# Sentences of one news article aligned with another article on another subject (1,000 pairs, 9 articles) scored
# 47 in the median, 62 at the 99th percentile; with one letter changed they score over 95 with their own.
NEAR_PASSAGE = 65
# A shorter passage stands anywhere, and is no ground for a line.
LEAST_WORDS = 2
# Longer passages are shown in a hint only around the place that differs.
SHOWN = 240


@dataclass(frozen=True, slots=True)
class Near:
    """The stretch of an article most like a passage, and where in the passage the two begin to differ."""

    start: int
    end: int
    differs_at: int


def check_passages(document: Document, items: Items, articles: Mapping[str, Article]) -> Iterator[ContentError]:
    """Yield an error for each passage that its article does not carry; `articles` are by key."""
    for section, entries in items.sections():
        for place, item in enumerate(entries):
            for key in item.evidence:
                if key in articles:
                    yield from _check(document, (section, place, "evidence", key), key, articles)


def stands_in(passage: str, article: Article) -> bool:
    """Tell whether an article carries a passage, from the beginning of a word to the end of one."""
    words = passage.strip()
    return any(
        _is_edge(article.text, at) and _is_edge(article.text, at + len(words))
        for at in _occurrences(article.text, words)
    )


def _occurrences(text: str, words: str) -> Iterator[int]:
    at = text.find(words)
    while at >= 0:
        yield at
        at = text.find(words, at + 1)


def _is_edge(text: str, at: int) -> bool:
    """Tell whether a place is not within a word."""
    return not (0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum())


def find_near(passage: str, text: str) -> Near | None:
    """Return the stretch of `text` most like `passage`, in whole words."""
    if len(passage) > len(text):
        return None
    found = fuzz.partial_ratio_alignment(passage, text, score_cutoff=NEAR_PASSAGE)
    if found is None:
        return None
    first = _skip_blanks(text, found.dest_start)
    starts = (_word_start(text, first), _skip_blanks(text, _word_end(text, first + 1)))
    start = max(starts, key=lambda begin: _common(passage, text, begin))
    return Near(start, _word_end(text, found.dest_end), _common(passage, text, start))


def _check(document: Document, loc: Loc, key: str, articles: Mapping[str, Article]) -> Iterator[ContentError]:
    article = articles[key]
    for scalar in walk_scalars(document.node(loc)):
        if not stands_in(scalar.text, article):
            yield _not_found(document, scalar, key, articles)
        elif len(scalar.text.split()) < LEAST_WORDS and scalar.text.strip() not in article.text.splitlines():
            hint = "give the sentence that it stands in"
            yield document.error(scalar.start, "a passage of one word shows nothing", hint)


def _not_found(document: Document, scalar: Scalar, key: str, articles: Mapping[str, Article]) -> ContentError:
    passage, article = scalar.text.strip(), articles[key]
    message = f"this passage is not in {key} ({article.file})"
    elsewhere = next((other for other, one in articles.items() if stands_in(passage, one)), None)
    near = find_near(passage, article.text)
    hint = "nothing like it is there: copy the passage from the article, word for word"
    index = scalar.start
    if near is not None:
        lead = len(scalar.text) - len(scalar.text.lstrip())
        index = file_index(document.text, scalar, lead + near.differs_at)
        message += ": it differs from here"
        hint = _said(article.text, near)
    if elsewhere is not None:
        hint = f"it stands in {elsewhere} ({articles[elsewhere].file}): put it under that key"
    return document.error(index, message, hint)


def _said(text: str, near: Near) -> str:
    """Quote what the article says, of a long passage what stands around the difference."""
    start, end = near.start, near.end
    if end - start > SHOWN:
        start = max(start, min(near.start + near.differs_at - SHOWN // 2, end - SHOWN))
        end = min(end, start + SHOWN)
        start, end = _word_start(text, start), _word_end(text, end)
    quoted = " ".join(text[start:end].split("\n"))
    before, after = "… " if start > near.start else "", " …" if end < near.end else ""
    return f"the article says: {before}{quoted}{after}"


def _common(passage: str, text: str, start: int) -> int:
    """Return how many characters of `passage` stand at `start` of `text`."""
    for count, sign in enumerate(passage):
        if not text.startswith(sign, start + count):
            return count
    return len(passage)


def _word_start(text: str, index: int) -> int:
    while 0 < index < len(text) and not text[index - 1].isspace():
        index -= 1
    return index


def _word_end(text: str, index: int) -> int:
    while 0 < index < len(text) and not text[index].isspace() and not text[index - 1].isspace():
        index += 1
    return index


def _skip_blanks(text: str, index: int) -> int:
    while index < len(text) and text[index].isspace():
        index += 1
    return index
