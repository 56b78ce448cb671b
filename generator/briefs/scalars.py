"""A text as YAML: in the form that is pleasantest to read and edit of those that read back exactly."""

import re

import yaml

WIDTH = 100
# Characters that a file may not hold, that count as line breaks, or that reorder or hide what is beside them.
_ESCAPED = re.compile(
    "[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u200b\u2028-\u202e\u2060-\u2069\ufeff]"
)
# - a | ? b | "c | @d | %e
_CANNOT_BEGIN = re.compile(r"[-?:,\[\]{}#&*!|>'\"%@`=<~]|\.\.\.")
# what would end a plain text: “Note: …”, “No. #1”, “Note:”
_CANNOT_HOLD = re.compile(r":(?:\s|$)|\s#|[\t\n]")
_NOT_IN_FLOW = re.compile(r"[,\[\]{}:?]")
# 12 | 1.10 | 12:30 | 0x1F | 1e3 | 1_000
_NUMBER = re.compile(r"[-+]?\.?\d[\d_.,:+\-a-fA-FxXoO]*")
# 2022-06-15 | 2022-12: what other readers of YAML take for a number or a date is a date here as well
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?")
_SHORT_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def write_scalar(text: str, indent: int, used: int = 0) -> str:
    """Return `text` as a YAML value below a key that is indented by `indent`, on a line with `used` characters.

    Plain where it is short and safe, folded (`>-`) where it is long, literal (`|-`) where it has lines of its
    own, else in double quotes.
    """
    if "\n" in text and _can_be_block(text):
        return "|-\n" + "\n".join(" " * (indent + 2) + line if line else "" for line in text.split("\n"))
    if used + len(text) > WIDTH and _can_be_block(text) and " " in text:
        return ">-\n" + "\n".join(" " * (indent + 2) + line for line in _fold(text, WIDTH - indent - 2))
    return write_inline(text)


def write_inline(text: str, *, flow: bool = False) -> str:
    """Return `text` as a YAML value on one line; `flow`: as a part of [a, b] or {a: b}."""
    return text if _is_plain(text, flow=flow) else quote(text)


def quote(text: str) -> str:
    """Return `text` in double quotes, what cannot be seen or typed as escapes."""
    escaped = "".join(_SHORT_ESCAPES.get(sign, sign) for sign in text)
    return f'"{_ESCAPED.sub(_escape, escaped)}"'


def _escape(match: re.Match[str]) -> str:
    code = ord(match[0])
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"


def _is_plain(text: str, *, flow: bool) -> bool:
    if not text or text != text.strip() or _ESCAPED.search(text):
        return False
    if _CANNOT_BEGIN.match(text) or _CANNOT_HOLD.search(text) or (flow and _NOT_IN_FLOW.search(text)):
        return False
    return bool(_DATE.fullmatch(text)) or not _means_more(text)


def _means_more(text: str) -> bool:
    """Tell whether some reader of YAML, such as an editor, takes this text for a number, a boolean or null."""
    if _NUMBER.fullmatch(text):
        return True
    resolvers = yaml.resolver.Resolver.yaml_implicit_resolvers.get(text[0], [])
    return any(pattern.match(text) for _, pattern in resolvers) or text.lower() in {"true", "false", "null"}


def _can_be_block(text: str) -> bool:
    lines = text.split("\n")
    if _ESCAPED.search(text) or not lines[0] or not lines[-1]:
        return False
    return all(line == line.strip(" ") for line in lines)


def _fold(text: str, width: int) -> list[str]:
    """Break a text of one line at single spaces; a double space and all else is kept within a line."""
    lines: list[str] = []
    line = ""
    for word in re.split(r"(?<! ) (?! )", text):
        if line and len(line) + 1 + len(word) > width:
            lines.append(line)
            line = word
        else:
            line = f"{line} {word}" if line else word
    return [*lines, line]
