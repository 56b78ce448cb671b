"""The one cleaning of characters, done once at intake: what articles, briefs and pages then agree on."""

import re
import unicodedata

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


def clean(text: str) -> str:
    r"""Return the text in NFC, line ends as \n, U+FFFD for what is invisible, reorders text or is no character.

    >>> clean("e\u0301\u202e!")
    'é�!'
    """
    joined = text.replace("\r\n", "\n").replace("\r", "\n")
    return _UNSAFE.sub(REPLACEMENT, unicodedata.normalize("NFC", joined))
