"""Changes to a text at given places, gathered first and made all at once."""

from dataclasses import dataclass

from generator.briefs.lines import Lines


class NotSpliced(Exception):
    """The file is written in a way that cannot be changed in place with certainty."""


@dataclass(frozen=True, slots=True)
class _Edit:
    start: int
    stop: int
    text: str


class Edits:
    """Replacements and insertions; all positions are those of the text before any of them."""

    def __init__(self, lines: Lines) -> None:
        self.lines = lines
        self.text = lines.text
        self._edits: list[_Edit] = []

    def replace(self, start: int, stop: int, text: str) -> None:
        """Put `text` in place of what stands between two offsets; insertions at one place keep their order."""
        self._edits.append(_Edit(start, stop, text))

    def insert_below(self, stop: int, text: str) -> None:
        """Insert lines (a line break before each) below the line of `stop`, past a comment at its end."""
        end = self.lines.line_end(stop)
        self.replace(end, end, text)

    def apply(self) -> str:
        """Return the text with every edit made, in the line breaks that it has; raise NotSpliced if two overlap."""
        newline = "\r\n" if "\r\n" in self.text else "\n"
        edits = [self._out_of_removed(edit) for edit in self._edits]
        numbered = sorted(enumerate(edits), key=lambda one: (one[1].start, one[1].stop, one[0]), reverse=True)
        text, before = self.text, len(self.text)
        for _, edit in numbered:
            if edit.stop > before:
                raise NotSpliced
            text = text[: edit.start] + edit.text.replace("\n", newline) + text[edit.stop :]
            before = edit.start
        return text

    def column(self, index: int) -> int:
        """Return how many characters stand before `index` in its line."""
        return self.lines.place(index)[1] - 1

    def line_start(self, index: int) -> int:
        """Return where the line of `index` begins."""
        return index - self.column(index)

    def after_line(self, index: int) -> int:
        """Return where the line below that of `index` begins."""
        end = self.lines.line_end(index)
        return end + (2 if self.text.startswith("\r\n", end) else 1 if end < len(self.text) else 0)

    def _out_of_removed(self, edit: _Edit) -> _Edit:
        """Move lines that are to go below lines that are removed to below the last that stay."""
        at = edit.start
        if edit.stop > at or not edit.text.startswith("\n"):
            return edit
        removed = sorted((one.start, one.stop) for one in self._edits if not one.text and one.stop > one.start)
        for start, stop in reversed(removed):
            if start < at < stop:
                at = self.lines.line_end(start - 1)
        return _Edit(at, at, edit.text)
