"""Bytes to text: what a file is, in which encoding, and what to tell the editor when it is neither."""

from pathlib import Path

from charset_normalizer import from_bytes

from generator.errors import ContentError, ContentErrors

MAX_BYTES = 1_000_000
# Every page's head and every front matter fits in this; reading more only to tell what a file is would be waste.
_HEAD = 2_000


def read_file(path: Path, shown_as: str) -> str:
    """Return the decoded text of an article file; raise ContentErrors saying what is wrong and what to do."""
    try:
        if path.stat().st_size > MAX_BYTES:
            raise _refused(
                shown_as, "the file is larger than 1 MB", "keep one article a file, as text or saved HTML"
            )
        raw = path.read_bytes()
    except IsADirectoryError:
        raise _refused(shown_as, "this is a folder, not an article", "move its files up or rename it") from None
    except FileNotFoundError:
        raise _refused(shown_as, "there is no such file", "check the name, or mend the link") from None
    except OSError as error:
        raise _refused(shown_as, f"cannot be read: {error.strerror}", "check the file's permissions") from None
    return decode(raw, shown_as)


def decode(raw: bytes, shown_as: str) -> str:
    """Decode UTF-8, UTF-16 with a byte order mark, else what the bytes look like; never lossily."""
    if not raw.strip():
        raise _refused(shown_as, "the file is empty", "put the article's text into it, or delete it")
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if raw.startswith(mark):
            return _decode_as(raw, encoding, shown_as)
    if b"\0" in raw:
        raise _refused(shown_as, "this is a binary file, not text", "save the article as plain text or HTML")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        best = from_bytes(raw).best()
        if best is None:
            raise _refused(shown_as, "the encoding cannot be told", "save the file as UTF-8") from None
        return _decode_as(raw, best.encoding, shown_as)


def looks_like_html(text: str) -> bool:
    """Tell a saved page by how it begins, whatever its name."""
    head = text[:_HEAD].lstrip("\ufeff \t\r\n").lower()
    return head.startswith(("<!doctype html", "<html", "<?xml")) or "<head" in head or "<body" in head


def _decode_as(raw: bytes, encoding: str, shown_as: str) -> str:
    try:
        return raw.decode(encoding)
    except UnicodeDecodeError as error:
        message = f"not valid {encoding} at byte {error.start}"
        raise _refused(shown_as, message, "save the file as UTF-8") from None


def _refused(shown_as: str, message: str, hint: str) -> ContentErrors:
    return ContentErrors([ContentError(shown_as, None, None, message, hint)])
