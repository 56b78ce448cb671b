"""The command line: `briefing …`. Exit codes: 0 fine, 1 the content has errors, 2 wrong usage."""

import gc
import io
import json
import shlex
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any, TextIO, TypeVar, get_args

import click

from generator import pipeline
from generator.articles import read_article
from generator.articles.dating import date_by_own_words
from generator.briefs import schemas
from generator.cli.new import start_briefing
from generator.cli.records import article_record, findings_record, parse_records
from generator.cli.rendered import write_rendered
from generator.cli.report import Report
from generator.errors import ContentError, ContentErrors, Format
from generator.exports import export_files
from generator.extract import extract
from generator.model.article import Article
from generator.pages import publish, render_pages
from generator.pages.parts import hand_written
from generator.stories import group_articles

T = TypeVar("T")
_CONTENT = click.option(
    "--content",
    type=click.Path(exists=True, file_okay=False, path_type=Path),
    default="content",
    show_default=True,
    help="The folder with articles/, briefs/, briefing.yml and names.yml.",
)
_FORMAT = click.option(
    "--format",
    "form",
    type=click.Choice(get_args(Format)),
    default="text",
    show_default=True,
    help="How errors are told: for people, as a JSON list, or as annotations of a GitHub workflow.",
)


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="explainer-briefing")
def main() -> None:
    """Turn news articles into an explainer briefing in which every line shows the passage it rests on."""


@main.command()
@_CONTENT
@_FORMAT
@click.option("--check", is_flag=True, help="Write nothing; exit 1 if a run would change a brief.")
@click.option("--dry-run", is_flag=True, help="Write nothing; show what a run would change, as a diff.")
def generate(content: Path, form: Format, check: bool, dry_run: bool) -> None:
    """Turn the articles into briefs, keeping people's edits, and say what changed."""
    report = Report(content, form)
    with report.content_errors():
        run = pipeline.generate(content, check=check or dry_run, over=_mapped("Reading articles"))
    if dry_run:
        report.show_diff(run.changes)
    report.tell(run)
    report.fail_on((*run.errors, *run.refused))
    if check and run.changes.any():
        sys.exit(1)


@main.command()
@_CONTENT
@_FORMAT
def check(content: Path, form: Format) -> None:
    """Check every brief, every passage and every reference."""
    report = Report(content, form)
    with report.content_errors():
        briefing = pipeline.read_content(content)
    passages = sum(
        len(item.evidence) for brief in briefing.briefs.values() for _, items in brief.sections() for item in items
    )
    report.say(f"{len(briefing.briefs)} briefs and {passages} passages checked: all stand in their articles")
    report.fail_on([])


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
def new(folder: Path) -> None:
    """Start a briefing of your own in DIR, with example articles, ready to build."""
    report = Report(folder / "content")
    with report.content_errors():
        start_briefing(folder)
        run = pipeline.generate(folder / "content")
    report.fail_on((*run.errors, *run.refused))
    click.echo(f"A new briefing stands in {folder}. Next:\n  cd {shlex.quote(str(folder))}\n  mkdocs serve")


@main.command()
@click.argument("folder", metavar="DIR", type=click.Path(file_okay=False, path_type=Path))
@_CONTENT
@click.option("--full-text", is_flag=True, help="Show whole articles on the source pages (where rights allow).")
def render(folder: Path, content: Path, full_text: bool) -> None:
    """Write the pages as Markdown, and the open data, into DIR, for another site builder.

    What an earlier run wrote there and this one does not is removed; other files in DIR are left alone.
    """
    with Report().content_errors():
        site = publish(pipeline.read_content(content))
        theme = content.resolve().parent / "theme"
        pages = dict(hand_written(content / "pages", site, theme))
        pages |= {page.path: page.markdown for page in render_pages(site, full_text=full_text, own_theme=theme)}
        write_rendered(folder, {name: page.encode() for name, page in pages.items()} | dict(export_files(site)))
    click.echo(f"{len(pages)} pages written to {folder}")


@main.command()
@click.argument("name", metavar="ID")
@_CONTENT
def why(name: str, content: Path) -> None:
    """Tell how an item came to be; ID is brief-name/item-id, or the item's id alone.

    Its articles and passages, the rule that found it, what its dates mean, what was merged, what was left out.
    """
    with Report().content_errors():
        lines = pipeline.why(content, name)
    for line in lines:
        click.echo(line)


@main.command()
@click.argument("of", type=click.Choice(list(schemas())), default="brief")
def schema(of: str) -> None:
    """Print the JSON Schema of a brief, of briefing.yml or of names.yml."""
    click.echo(json.dumps(schemas()[of], indent=2, ensure_ascii=False))


@main.command()
@click.argument("files", metavar="FILE…", nargs=-1, required=True)
def read(files: tuple[str, ...]) -> None:
    """Print what is read from articles, as JSON Lines; the files are one set."""
    out = _json_output()
    articles, numbers, errors = _read_set(files)
    for number, article in zip(numbers, pipeline.join_siblings(articles), strict=True):
        _print_record(out, article_record(article, number, files[number]))
    Report().fail_on(errors)


@main.command()
def annotate() -> None:
    """Annotate texts: JSON Lines in ({"id","text","published","title"}) and out, a record at a time."""
    # The word lists stay, and an article leaves no cycles: looking for some all the time takes a tenth of the time.
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)
    out = _json_output()
    with Report().content_errors():
        for article in parse_records(_json_input(), "<stdin>"):
            _print_record(out, findings_record(extract(article)))


@main.command()
def group() -> None:
    """Tell which texts are about the same event: JSON Lines in as for annotate, {"id","story"} out."""
    out = _json_output()
    with Report().content_errors():
        articles = tuple(_dated(article) for article in parse_records(_json_input(), "<stdin>"))
    story_of = {index: story for story, members in enumerate(group_articles(articles)) for index in members}
    for index, article in enumerate(articles):
        _print_record(out, {"id": article.file, "story": story_of[index]})


def _dated(article: Article) -> Article:
    """Date an undated text by its own words, as reading a file does."""
    known = None if article.published else date_by_own_words(article.text)
    return replace(article, published=known[0], how_dated=known[1]) if known else article


def _read_set(files: Sequence[str]) -> tuple[list[Article], list[int], list[ContentError]]:
    articles: list[Article] = []
    numbers: list[int] = []
    errors: list[ContentError] = []
    with _progress(files, "Reading") as counted:
        for number, file in enumerate(counted):
            try:
                articles.append(read_article(Path(file), file))
                numbers.append(number)
            except ContentErrors as found:
                errors += found.errors
    return articles, numbers, errors


def _mapped(label: str) -> pipeline.Map:
    """Return a `map` that shows a progress bar, on a terminal only."""

    def over(function: Any, articles: Iterable[Article]) -> Iterator[Any]:
        with _progress(list(articles), label) as counted:
            yield from map(function, counted)

    return over


@contextmanager
def _progress(items: Sequence[T], label: str) -> Iterator[Iterable[T]]:
    if not sys.stderr.isatty():
        yield items
        return
    with click.progressbar(items, label=label, file=sys.stderr) as bar:
        yield bar


def _json_input() -> TextIO:
    """JSON is UTF-8 wherever it runs; of bytes that are not, `parse_records` tells the line."""
    if isinstance(sys.stdin, io.TextIOWrapper):
        sys.stdin.reconfigure(encoding="utf-8", errors="surrogateescape")
    return sys.stdin


def _json_output() -> TextIO:
    """JSON is UTF-8 wherever it runs; a lone surrogate, which UTF-8 cannot hold, is written as its JSON escape."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace", newline="\n")
    return sys.stdout


def _print_record(out: TextIO, record: dict[str, Any]) -> None:
    out.write(json.dumps(record, ensure_ascii=False) + "\n")
    out.flush()
