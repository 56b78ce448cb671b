"""Lines of an article that are no sentences of it: its title again, teasers and what stands over a paragraph."""

import re
from collections.abc import Sequence

from generator.lexicon import word_set
from generator.model.findings import Findings, Sentence
from generator.siblings import normal_words

# A title of fewer words may be a name that a sentence is about; one of more is a sentence that became a title.
FEWEST_WORDS, MOST_WORDS = 4, 22
# Words with a capital that make a line a headline, where no other word has none.
CAPITALS = 3
_WORD = re.compile(r"[^\W\d_][\w’'.-]*")
# Frustration with the council: Owners say that | Where to go: Lom
_LABEL = re.compile(r"[\"“‘]?[A-Z][^:;,.!?\"“”]{2,50}: (?=[\"“‘]?[A-Z])")
LABEL_WORDS = 6
# A teaser has no more words, and is no quotation.
BARE_WORDS, _MARKS = 12, "\"“‘'`"
# THE BORROWING Back when he
_RUN_IN = re.compile(r"(?:[A-Z]{3,} ){2,}[A-Z][a-z]+ [a-z]")
# Senator from Arnes says he will not stand
_SAYS_BARE = re.compile(r"[A-Z][a-z]+(?<!s) (?:from|of) (?:[\w.’'-]+ ){1,4}?(?:says|calls|wants|backs) ")


def find_headlines(findings: Findings) -> frozenset[int]:
    """Return the numbers of the sentences that are headlines, or labels that stand before a list or a paragraph."""
    found = set[int]()
    said = [(q.start, q.end) for q in findings.quotations if q.kind != "indirect"]
    for number, sentence in enumerate(findings.sentences):
        text = findings.article.text[sentence.start : sentence.end]
        alone = _is_alone(findings, number)
        under = alone and number - 1 in found and (_SAYS_BARE.match(text) or _is_bare(text))
        if (
            (_says_title(text, findings.article.title) and not _is_within(said, sentence))
            or (alone and (_is_in_capitals(text) or text.rstrip().endswith(":")))
            or under
        ):
            found.add(number)
    return frozenset(found)


def has_label(text: str) -> bool:
    """Tell whether a sentence has run together with what stands over it.

    >>> has_label("Frustration with the council: Owners say they wait."), has_label("The mayor said: Wait a day.")
    (True, False)
    """
    if _RUN_IN.match(text):
        return True
    label = _LABEL.match(text)
    words = [word.lower() for word in _WORD.findall(label[0])] if label else []
    return bool(words) and len(words) <= LABEL_WORDS and not word_set("headlines", "saying") & set(words)


def _says_title(text: str, title: str | None) -> bool:
    """Tell whether a sentence is the title of its article, or a part of it; a title as long as a lede is one."""
    if title is None:
        return False
    said, whole = normal_words(text), normal_words(title)
    if not FEWEST_WORDS <= len(said) <= len(whole) <= MOST_WORDS:
        return False
    return any(whole[at : at + len(said)] == said for at in range(len(whole) - len(said) + 1))


def _is_within(spans: Sequence[tuple[int, int]], sentence: Sentence) -> bool:
    """Tell whether a sentence shares a character with any of the spans: what a title quotes is said below it."""
    return any(start < sentence.end and end > sentence.start for start, end in spans)


def _is_in_capitals(text: str) -> bool:
    """Tell whether all words of a line have a capital but the small ones: a sentence has a verb that has none."""
    words = _WORD.findall(text)
    small = [word for word in words if word[0].islower()]
    if text.isupper() or len(words) == 1:
        return True
    return len(words) - len(small) >= CAPITALS and all(word in word_set("headlines", "small") for word in small)


def _is_bare(text: str) -> bool:
    """Tell whether a short line does without articles and without a past, as teasers do."""
    words = [word.lower() for word in _WORD.findall(text)]
    told = any(word.endswith("ed") or word in word_set("headlines", "of_sentences") for word in words)
    return len(words) <= BARE_WORDS and not told and text[:1] not in _MARKS and not any(map(str.isdigit, text))


def _is_alone(findings: Findings, number: int) -> bool:
    """Tell whether a sentence is all of its paragraph."""
    sentences = findings.sentences
    near = [sentences[at].paragraph for at in (number - 1, number + 1) if 0 <= at < len(sentences)]
    return sentences[number].paragraph not in near
