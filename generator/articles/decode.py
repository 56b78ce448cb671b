"""Bytes to text: what a file is, in which encoding, and what to tell the editor when it is neither."""

import codecs
import re
from dataclasses import dataclass
from pathlib import Path
from stat import S_ISDIR, S_ISREG

from charset_normalizer import from_bytes

from generator.errors import ContentError, ContentErrors

MAX_BYTES = 1_000_000
# A saved page brings its pictures, styles and scripts along; reading one takes as long as its length says.
MAX_PAGE = 10_000_000
_ONE_A_FILE = "keep one article a file, as text or saved HTML"
# Every page's head and every front matter fits in this; reading more only to tell what a file is would be waste.
_HEAD = 2_000
# As much of a file as is looked at to tell an encoding that nothing states.
_SAMPLE = 50_000
# In English prose fewer letters than this part of them bear an accent.
_ACCENTED = 0.05
# UTF-16 of English text: nearly every second byte is zero.
_ZEROS = 0.4
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "UTF-8 with BOM"),
    (codecs.BOM_UTF16_LE, "utf-16", "UTF-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "UTF-16"),
)
_SIGNATURES = (
    (b"%PDF-", "a PDF file"),
    (b"{\\rtf", "an RTF file"),
    (b"PK\x03\x04", "a packed file, such as .docx"),
)
_WESTERN = (("windows-1252", "windows-1252"), ("mac-roman", "Mac Roman"))
# <meta charset="iso-8859-1"> | content="text/html; charset=windows-1251"
_STATED = re.compile(rb"<meta[^>]{0,200}?charset=[\"']?(?P<name>[\w-]{2,30})", re.IGNORECASE)
# What windows-1252 holds beside ASCII and accented letters: quotation marks, dashes, signs of money and measure.
_SIGNS = frozenset("€‚„…‘’“”•–—™\u00a0¡¢£¥§©«®°±²³´·¹»¼½¾¿×÷\u00adª¶ºµ")
_LETTER = re.compile(r"[^\W\d_]")
# donÕt: an accented capital behind a small letter is a quotation mark of another encoding.
_ODD_CAPITAL = re.compile(r"[a-z][À-ÖØ-Þ]")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A file's text, and its encoding in words for an editor."""

    text: str
    encoding: str


def read_file(path: Path, shown_as: str) -> Decoded:
    """Return the decoded text of an article file; raise ContentErrors saying what is wrong and what to do."""
    name = shown_as.encode(errors="backslashreplace").decode()
    if name != shown_as:
        raise _refused(name, "the file's name is not UTF-8", "rename it: letters, digits and hyphens are safe")
    try:
        status = path.stat()
        if not (S_ISREG(status.st_mode) or S_ISDIR(status.st_mode)):
            raise _refused(shown_as, "this is a pipe or a device, not a file", "remove it from the folder")
        if S_ISREG(status.st_mode) and status.st_size > MAX_PAGE:
            raise _refused(shown_as, "the file is larger than 10 MB", _ONE_A_FILE)
        raw = path.read_bytes()
    except IsADirectoryError:
        raise _refused(shown_as, "this is a folder, not an article", "move its files up or rename it") from None
    except FileNotFoundError:
        raise _refused(shown_as, "there is no such file", "check the name, or mend the link") from None
    except OSError as error:
        raise _refused(shown_as, f"cannot be read: {error.strerror}", "check the file's permissions") from None
    decoded = decode(raw, shown_as)
    if len(raw) > MAX_BYTES and not looks_like_html(decoded.text):
        raise _refused(shown_as, "the file is larger than 1 MB", _ONE_A_FILE)
    return decoded


def decode(raw: bytes, shown_as: str) -> Decoded:
    """Decode by byte order mark, as UTF-8, as the page states, else by what the bytes look like; never lossily."""
    if not raw.strip():
        raise _refused(shown_as, "the file is empty", "paste the article into it, or remove it")
    for signature, what in _SIGNATURES:
        if raw.startswith(signature):
            raise _refused(shown_as, f"this is {what}, not text", "save the article as plain text or HTML")
    for mark, codec, encoding in _MARKS:
        if raw.startswith(mark):
            return _text(_decode_as(raw, codec, encoding, shown_as), encoding, shown_as)
    if raw[1::2].count(0) > len(raw) / 2 * _ZEROS and not raw[::2].count(0):
        return _text(_decode_as(raw, "utf-16-le", "UTF-16", shown_as), "UTF-16 without a mark", shown_as)
    try:
        return _text(raw.decode("utf-8"), "UTF-8", shown_as)
    except UnicodeDecodeError:
        return _text(*_decode_unmarked(raw, shown_as), shown_as)


def looks_like_html(text: str) -> bool:
    """Tell a saved page by how it begins, whatever its name."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(("<!doctype html", "<html", "<?xml")) or "<head" in head or "<body" in head


def _decode_unmarked(raw: bytes, shown_as: str) -> tuple[str, str]:
    if stated := _stated_codec(raw[:_HEAD]):
        return _decode_as(raw, stated, stated, shown_as), f"{stated} (stated in the page)"
    for codec, encoding in _WESTERN:
        western = raw.decode(codec, errors="replace")
        if _is_western(western):
            return western, f"{encoding} (told by its bytes)"
    best = None if b"\0" in raw else from_bytes(raw[:_SAMPLE]).best()
    if best is None:
        what = "this is a binary file, not text" if b"\0" in raw else "the encoding cannot be told"
        raise _refused(shown_as, what, "save the article as plain text in UTF-8, or as HTML")
    return _decode_as(raw, best.encoding, best.encoding, shown_as), f"{best.encoding} (told by its bytes)"


def _stated_codec(head: bytes) -> str | None:
    """Return the encoding that a page states; browsers read Latin-1 as windows-1252, and so does this."""
    match = _STATED.search(head)
    if not match:
        return None
    try:
        name = codecs.lookup(match["name"].decode("ascii")).name
    except LookupError:
        return None
    return {"iso8859-1": "windows-1252", "cp1252": "windows-1252", "utf-8": None}.get(name, name)


def _is_western(text: str) -> bool:
    """Tell English prose in windows-1252: a few accented letters where letters stand, and its own signs."""
    accented = [char for char in text if char > "\x7f" and char not in _SIGNS]
    if not all(char.isalpha() for char in accented) or _ODD_CAPITAL.search(text):
        return False
    return len(accented) <= max(1.0, len(_LETTER.findall(text)) * _ACCENTED)


def _decode_as(raw: bytes, codec: str, encoding: str, shown_as: str) -> str:
    try:
        return raw.decode(codec)
    except UnicodeDecodeError as error:
        message = f"not valid {encoding} at byte {error.start}"
        raise _refused(shown_as, message, "save the file as UTF-8") from None


def _text(text: str, encoding: str, shown_as: str) -> Decoded:
    if "\0" in text:
        raise _refused(shown_as, "this is a binary file, not text", "save the article as plain text or HTML")
    if not text.strip("\ufeff \t\r\n\u00a0"):
        raise _refused(shown_as, "the file is empty", "paste the article into it, or remove it")
    return Decoded(text, encoding)


def _refused(shown_as: str, message: str, hint: str) -> ContentErrors:
    return ContentErrors([ContentError(shown_as, None, None, message, hint)])
