"""What a command tells: an account, diffs, and the errors of a run, for people or for other programs."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path

import click

from generator.briefs import Changes, counted
from generator.errors import ContentError, ContentErrors, Format, in_order
from generator.pipeline import Run

# How the lines of a diff are coloured; click leaves the colours out where nobody would see them.
_COLOURS = {"+": "green", "-": "red", "@": "cyan"}


@dataclass(frozen=True, slots=True)
class Report:
    """Where the errors of a run go: to people on stderr, to programs on stdout.

    `content` is the folder whose articles are meant by the paths of errors in articles.
    """

    content: Path | None = None
    form: Format = "text"

    def say(self, line: str) -> None:
        """Print a line of the account; beside JSON on stderr, so that stdout holds JSON alone."""
        click.echo(line, err=self.form == "json")

    def tell(self, run: Run) -> None:
        """Print the account of a run: what became of each brief, what was left out, and the totals."""
        *lines, total = run.changes.lines()
        foreign = [f"{self._path_of(file)}: not in English: only English articles are read" for file in run.foreign]
        for line in (*lines, *(f"{'left out':10} {one}" for one in (*run.left_out, *foreign))):
            self.say(line)
        unread = {error.file for error in run.errors}
        refused = {error.file for error in run.refused}
        if run.left_out:
            total += f"; {counted(len(run.left_out), 'item')} left out"
        if run.foreign:
            total += f"; {counted(len(run.foreign), 'article')} not in English"
        if unread:
            total += f"; {counted(len(unread), 'article')} unread"
        if refused:
            total += f"; {counted(len(refused), 'file')} with mistakes"
        self.say(total)

    def show_diff(self, changes: Changes) -> None:
        """Print a unified diff of each file that a run would change."""
        for change in changes.all:
            for line in change.diff():
                bold = line.startswith(("+++ ", "--- "))
                self.say(click.style(line, fg=None if bold else _COLOURS.get(line[:1]), bold=bold or None))

    def fail_on(self, errors: Sequence[ContentError]) -> None:
        """Print the errors and exit 1, if there are any."""
        found = [self._located(error) for error in in_order(errors)]
        if self.form == "json":
            click.echo(json.dumps([error.record() for error in found], indent=2))
        for error in found if self.form != "json" else ():
            click.echo(error.annotation() if self.form == "github" else str(error), err=self.form == "text")
        if found:
            click.echo(f"{counted(len(found), 'error')} in the content", err=True)
            sys.exit(1)

    @contextmanager
    def content_errors(self) -> Iterator[None]:
        """Show all errors in the content and exit 1."""
        try:
            yield
        except ContentErrors as found:
            self.fail_on(found.errors)

    def _located(self, error: ContentError) -> ContentError:
        return replace(error, file=self._path_of(error.file))

    def _path_of(self, file: str) -> str:
        """Name an article by its path from the working folder, as all other files are."""
        if self.content is None or Path(file).is_file():
            return file
        path = self.content / "articles" / file
        return path.as_posix() if path.is_file() else file
