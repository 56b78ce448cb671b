"""Which words of one text stand in another: what an item takes over from its passage, and what outlets changed."""

from collections.abc import Sequence

from rapidfuzz.distance import LCSseq

from generator.lexicon import read_lexicon
from generator.siblings import normal_words

Spans = list[tuple[int, int]]
LITTLE: frozenset[str] = frozenset(read_lexicon("stopwords")["words"])


def words_of(text: str) -> tuple[tuple[str, ...], tuple[tuple[int, int], ...]]:
    """Return the words of a text as they are compared, and where each stands, with the marks around it."""
    words: list[str] = []
    spans: Spans = []
    end = 0
    for token in text.split():
        start = text.index(token, end)
        end = start + len(token)
        compared = normal_words(token)
        words += compared
        spans += [(start, end)] * len(compared)
    return tuple(words), tuple(spans)


def joined(text: str, spans: Sequence[tuple[int, int]]) -> Spans:
    """Join spans between which only space stands, and leave out the marks after them."""
    whole: Spans = []
    for start, end in spans:
        if whole and whole[-1][0] < whole[-1][1] and start < end and not text[whole[-1][1] : start].strip():
            whole[-1] = whole[-1][0], max(end, whole[-1][1])
        else:
            whole.append((start, end))
    return [(start, start + len(text[start:end].rstrip(",.;:"))) for start, end in whole]


def shared_words(text: str, parts: Sequence[str]) -> Spans:
    """Return where the words of the parts stand in a text, in order; a little word alone is there by chance."""
    words, spans = words_of(text)
    wanted = [word for part in parts for word in normal_words(part)]
    telling: Spans = []
    for block in LCSseq.opcodes(words, wanted).as_matching_blocks():
        first, last = block.a, block.a + block.size
        if LITTLE.issuperset(words[first:last]):
            continue
        # The little words before may have been found further up: "the minister said the dam".
        before = block.b
        while first and before and words[first - 1] == wanted[before - 1]:
            first, before = first - 1, before - 1
        telling += spans[first:last]
    return joined(text, telling)
