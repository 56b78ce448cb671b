"""The one cleaning of characters, done once at intake: what articles, briefs and pages then agree on."""

import re
import unicodedata
from collections.abc import Iterator

REPLACEMENT = "\N{REPLACEMENT CHARACTER}"
# Controls but tab and line feed; bidi marks, embeddings, overrides and isolates; the zero-width space, the word
# joiner and other invisible operators; the byte order mark; surrogates; non-characters. ZWJ (U+200D) stays:
# without it emoji and some scripts fall apart.
_UNSAFE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200b\u200e\u200f\u2028\u2029\u202a-\u202e\u2060-\u206f\ufeff"
    "\ud800-\udfff\ufdd0-\ufdef\ufff9-\ufffb"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}" for plane in range(17))
    + "\U000e0000-\U000e007f]"
)
# A starter and the combining marks that follow it: what normalisation may join into one character.
_CLUSTER = re.compile(
    r"[\s\S][\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u1100-\u11ff\u3099\u309a]*"
)


def clean(text: str) -> str:
    r"""Return the text in NFC, line ends as \n, U+FFFD for what is invisible, reorders text or is no character.

    >>> clean("e\u0301\u202e!")
    'é�!'
    """
    joined = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSAFE.sub(REPLACEMENT, unicodedata.normalize("NFC", joined))


def clean_spans(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield `clean(text)` in pieces: (piece, start in `text`, length there); equal lengths map one for one.

    `text` is one line, without line ends.
    """
    if unicodedata.is_normalized("NFC", text):
        if text:
            yield _UNSAFE.sub(REPLACEMENT, text), 0, len(text)
        return
    for cluster in _CLUSTER.finditer(text):
        piece = _UNSAFE.sub(REPLACEMENT, unicodedata.normalize("NFC", cluster[0]))
        yield piece, cluster.start(), len(cluster[0])
