"""Sentences: where each begins and ends, closing marks included."""

import re
from collections.abc import Iterator

from generator.lexicon import read_lexicon
from generator.model.article import Article
from generator.model.findings import Sentence

_ABBREVIATIONS = read_lexicon("abbreviations")
_CALENDAR = read_lexicon("calendar")
_BEFORE_NAME = frozenset(_ABBREVIATIONS["before_name"])
_BEFORE_NUMBER = frozenset(_ABBREVIATIONS["before_number"])
_EITHER = frozenset(_ABBREVIATIONS["either"])
_TIMES = frozenset(_ABBREVIATIONS["times"])
_MARKED = frozenset(_ABBREVIATIONS["marked"])
_OPENERS = frozenset(_ABBREVIATIONS["openers"])
_SAID = frozenset(_ABBREVIATIONS["said"])
_AFTER_TIME = frozenset(_ABBREVIATIONS["zones"]).union(
    *([name, *short] for kind in ("months", "weekdays") for name, short in _CALENDAR[kind].items())
)

# "… first.¶ ¶Second …": an empty line parts paragraphs
_EMPTY_LINE = re.compile(r"\n[^\S\n]*(?=\n)")
# "agreed ." | "Why?!" | "and so …" | "and so . . ." with what may close after it: "agreed.”)" "agreed.[1]"
_STOP = re.compile(r"(?P<stop>\.(?:[ \xa0]\.){2,}|[.!?…]+)(?P<close>(?:''|[)\]}”’»\"']|\[\d{1,3}\])*)")
# "agreed. ''": closing marks that a tokenizer has set apart
_SPACED_CLOSE = re.compile(r"[^\S\n]*(?:''|[”»]|\"(?P<straight>))+(?=\s|$)")
# The word a stop stands on, "U.S" in "the (U.S."; looked for in the last few characters only
_LOOK_BACK = 24
_LAST_WORD = re.compile(rf"[^\W\d_](?:[\w&'’-]|\.(?=\w)){{0,{_LOOK_BACK}}}$")
# What opens a sentence before its first word: “ ( [ - ` '
_OPENING = re.compile(r"[\s\"'“‘«(\[{`¿¡–—•*-]*")
# The next words, "Berg" "said"
_WORD = re.compile(r"[^\W_][\w'’]*")
# A name and a verb after a question in closing marks: “Why?” Ida Berg asked.
_NAME_AND_VERB = re.compile(r"\s+(?:[^\W\d_a-z][\w.’'-]*\s+){1,4}(?P<verb>[a-z]+)")
# A point that a tokenizer has set apart: "a . 38 caliber gun" | "$5. 3 million", "13. 8 percent"
_CALIBRE = re.compile(r" \d{2,3}[ -]cal(?:iber|ibre)\b")
_TORN_DECIMAL = re.compile(
    r"(?<![\w.,])\d{1,3}\. \d{1,2} (?:(?:m|b|tr)illion|percent|per cent|percentage|points?|magnitude)\b"
)
# "U.S" | "Ph.D" | "a.k.a"
_DOTTED = re.compile(r"[^\W\d_]{1,2}(?:\.[^\W\d_]{1,2})+")
# A line that goes on in the next: "… the" ¶ "minister said"
_GOES_ON = re.compile(r"[a-z][a-z’',.;:)-]*(?:\s|$)")
# Digits before the point of a number that a blank follows
_LONGEST_WHOLE = 3
_FIRST_PERSON = frozenset({"I", "I'm", "I've", "I’m", "I’ve"})
# In hard-wrapped text about every second line begins with a small letter; in lists and headlines hardly any does.
_WRAPPED_SHARE = 0.3
_WRAPPED_LINES = 2


def split_sentences(article: Article) -> tuple[Sentence, ...]:
    """Split `article.text` at sentence ends, empty lines, and line breaks that part blocks.

    Rows of lists of results are none.

    >>> text = "“We met Gen. Ito in the U.S. He came late,” she said. No. 2 left."
    >>> [text[s.start : s.end] for s in split_sentences(Article("a.txt", text))]
    ['“We met Gen. Ito in the U.S.', 'He came late,” she said.', 'No. 2 left.']
    """
    sentences: list[Sentence] = []
    paragraph, rows = 0, frozenset(article.rows)
    for start, end in _parted(article.text, 0, len(article.text), _EMPTY_LINE):
        if rows and article.text[start:end].strip() in rows:
            continue
        before = len(sentences)
        for block_start, block_end in _blocks(article.text, start, end):
            for first, last in _sentences(article.text, block_start, block_end):
                sentences.append(Sentence(first, last, paragraph))
        paragraph += len(sentences) > before
    return tuple(sentences)


def _parted(text: str, start: int, end: int, border: re.Pattern[str]) -> Iterator[tuple[int, int]]:
    for match in border.finditer(text, start, end):
        yield start, match.start()
        start = match.end()
    yield start, end


def _blocks(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the lines of a paragraph, those that go on in the next line joined with it."""
    breaks = [at for at in _line_breaks(text, start, end) if text[start:at].strip()]
    goes_on = [bool(_GOES_ON.match(text[at + 1 : at + 1 + _LOOK_BACK].lstrip())) for at in breaks]
    if sum(goes_on) >= max(_WRAPPED_LINES, _WRAPPED_SHARE * len(breaks)):
        yield start, end
        return
    for at, joined in zip(breaks, goes_on, strict=True):
        if not joined:
            yield start, at
            start = at + 1
    yield start, end


def _line_breaks(text: str, start: int, end: int) -> Iterator[int]:
    at = text.find("\n", start, end)
    while at >= 0:
        yield at
        at = text.find("\n", at + 1, end)


def _sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    start = _skip_blanks(text, start, end)
    while end > start and text[end - 1].isspace():
        end -= 1
    quotes, counted = 0, start
    for match in _STOP.finditer(text, start, end):
        if match.start() < start:
            continue
        last = match.end()
        quotes += text.count('"', counted, last)
        counted = last
        spaced = _SPACED_CLOSE.match(text, last, end)
        if spaced and (spaced["straight"] is None or quotes % 2 or spaced.end() == end):
            last = spaced.end()
        if _ends(text, start, match, last, end):
            yield start, last
            start = _skip_blanks(text, last, end)
    if start < end:
        yield start, end


def _skip_blanks(text: str, start: int, end: int) -> int:
    while start < end and text[start].isspace():
        start += 1
    return start


def _ends(text: str, start: int, match: re.Match[str], last: int, end: int) -> bool:
    """Tell whether the sentence from `start` ends with this stop, whose closing marks end at `last`."""
    if last >= end:
        return True
    if not text[last].isspace():
        return bool(match["close"]) and text[last] in "“‘«" and match["close"][-1] in "”’»"
    opening = _OPENING.match(text, last, end)
    following = _WORD.match(text, opening.end() if opening else last, end)
    word = following[0] if following else ""
    if not word or (word[0].islower() and word[:2].islower()):
        return not word and text[last:end].strip()[:1] not in {",", ";", ":", "–", "—", "-", "/", "&"}
    stop, closed = match["stop"], bool(match["close"])
    before = _LAST_WORD.search(text, max(start, match.start() - _LOOK_BACK), match.start())
    token = before[0] if before else ""
    if "!" in stop or "?" in stop:
        return not (closed and _goes_on_with_said(text, last, end)) and (token not in _MARKED or word in _OPENERS)
    if len(stop) > 1 or stop == "…":
        # With a blank before it, it is an omission ("ready ... to act"); without, the speaker trailed off.
        return not text[match.start() - 1].isspace() and word not in _FIRST_PERSON
    if not before:
        if _is_torn(text, match.start()):
            return False
        return bool(text[start : match.start()].strip("0123456789 (\"“'‘"))
    if token in _TIMES and opening and "(" in opening[0]:
        # at 5 p.m. (1700 UTC): the same time told in another way
        return not word[0].isdigit() and word not in _AFTER_TIME
    return closed or _ends_after(token, word)


def _is_torn(text: str, point: int) -> bool:
    """Tell whether the stop at `point` is the point of a number."""
    if text[point - 1].isspace():
        return _CALIBRE.match(text, point + 1) is not None
    at = point
    while at > max(0, point - _LONGEST_WHOLE) and text[at - 1].isdecimal():
        at -= 1
    return _TORN_DECIMAL.match(text, at) is not None


def _goes_on_with_said(text: str, last: int, end: int) -> bool:
    match = _NAME_AND_VERB.match(text, last, end)
    return match is not None and match["verb"] in _SAID


def _ends_after(token: str, word: str) -> bool:
    """Tell whether a full stop on `token` ends a sentence when `word`, not in small letters, follows."""
    if token in _TIMES:
        return word not in _AFTER_TIME
    if token in _BEFORE_NAME:
        return False
    if token in _BEFORE_NUMBER and word[0].isdigit():
        return False
    if token in _EITHER or _DOTTED.fullmatch(token) or (len(token) == 1 and token.isupper() and token != "I"):
        return word in _OPENERS
    return True
