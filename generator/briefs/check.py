"""What one file alone cannot tell: ids, article keys and references across the whole of content/."""

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.briefs.grounding import check_passages
from generator.briefs.quoted import check_quotes
from generator.briefs.read import ReadBrief
from generator.briefs.references import Content, check_references
from generator.briefs.validate import nearest
from generator.briefs.yaml_text import Document
from generator.errors import ContentError
from generator.model.article import Article
from generator.model.brief import ArticleEntry, Items

# The lines of so many passages are named in a hint.
SHOWN = 12


def check_briefing(content: Content, articles: Mapping[str, Article]) -> list[ContentError]:
    """Return everything wrong across the files; `articles` are by file. Ids must have been given to all items."""
    errors = list(_check_articles(content, articles))
    by_key = keyed_articles(content, articles)
    known = {key for read in content.briefs.values() for key in read.brief.articles}
    taken_out = {key for brief in content.last.values() for key in brief.articles} - known
    parts: list[tuple[Document, Items]] = [(read.document, read.brief) for read in content.briefs.values()]
    if content.overview is not None:
        parts.append((content.overview.document, content.overview.overview))
    for document, items in parts:
        errors += _check_ids(document, items)
        errors += check_passages(document, items, by_key)
        errors += check_quotes(document, items, by_key)
        if content.whole:
            errors += _check_evidence_keys(document, items, known, taken_out)
    if content.whole:
        for read in content.briefs.values():
            errors += _check_shared_keys(read, known)
        errors += check_references(content)
    return errors


def keyed_articles(content: Content, articles: Mapping[str, Article]) -> dict[str, Article]:
    """Return the articles by the keys that the briefs give them."""
    entries = {key: entry.file for read in content.briefs.values() for key, entry in read.brief.articles.items()}
    return {key: articles[file] for key, file in sorted(entries.items()) if file in articles}


def _check_articles(content: Content, articles: Mapping[str, Article]) -> Iterator[ContentError]:
    """Check that each article is there, in one brief only, under one key of its own."""
    file_of: dict[str, tuple[str, str]] = {}
    seen: dict[str, str] = {}
    for read in content.briefs.values():
        document = read.document
        for key, entry in read.brief.articles.items():
            at = document.node(("articles", key, "file")).start
            if entry.file not in articles:
                yield document.error(at, f"there is no article {entry.file}", _nearest_file(entry.file, articles))
            elif entry.file in seen:
                hint = f"it is listed in {seen[entry.file]}; an article belongs to one brief, remove one of the two"
                yield document.error(at, f"the article {entry.file} is listed twice", hint)
            line, _ = document.lines.place(at)
            place = f"{document.lines.file}:{line}"
            seen.setdefault(entry.file, place)
            other, where = file_of.setdefault(key, (entry.file, place))
            named = document.key(("articles", key))
            if other != entry.file and named is not None:
                hint = f"in {where} it is {other}: give one of them another key"
                yield document.error(named.start, f"the key {key} names two articles", hint)
            if entry.file in articles:
                yield from _check_lines(document, key, entry, articles[entry.file])


def _check_lines(document: Document, key: str, entry: ArticleEntry, article: Article) -> Iterator[ContentError]:
    """Check that the lines restored or dropped by hand are lines of the file, which is read with them by now."""
    text = article.text.split("\n\n")
    dropped = [line.text for line in article.dropped]
    for name, lines, all_lines in (("restore", entry.restore, text), ("drop", entry.drop, dropped)):
        for number, line in enumerate(lines):
            if line not in all_lines:
                at = document.node(("articles", key, name, number)).start
                known = nearest(line, [*text, *dropped])
                hint = (
                    f"the nearest line is: {known}" if known else "copy the whole line as it stands in the article"
                )
                yield document.error(at, f"there is no such line in {entry.file}", hint)


def _nearest_file(file: str, articles: Mapping[str, Article]) -> str:
    near = nearest(file, list(articles))
    same_name = [known for known in articles if PurePosixPath(known).name == PurePosixPath(file).name]
    found = same_name[0] if same_name else near
    return f"did you mean “{found}”?" if found else "put it into content/articles/, or remove it here"


def _check_ids(document: Document, items: Items) -> Iterator[ContentError]:
    """Check that each id stands once in a file: it is the item's anchor on the page."""
    first: dict[str, int] = {}
    for section, entries in items.sections():
        for place, item in enumerate(entries):
            start = document.node((section, place, "id")).start
            line, _ = document.lines.place(start)
            if item.id in first:
                hint = f"the first is in line {first[item.id]}: give this one another"
                yield document.error(start, f"the id “{item.id}” stands here a second time", hint)
            elif item.id is not None:
                first[item.id] = line


def _check_evidence_keys(
    document: Document, items: Items, known: set[str], taken_out: set[str]
) -> Iterator[ContentError]:
    """Check that each passage is one of an article; an article that is gone is told once, with all its passages."""
    named = (
        (key, document.key((section, place, "evidence", key)))
        for section, entries in items.sections()
        for place, item in enumerate(entries)
        for key in item.evidence
        if key not in known
    )
    places: dict[str, list[int]] = {}
    for key, scalar in named:
        if scalar is not None:
            places.setdefault(key, []).append(scalar.start)
    for key, starts in places.items():
        message, hint = _unknown_key(key, known)
        if key in taken_out:
            hint = "put it back under “articles:”, or run “briefing generate”, which sets its passages right"
        lines = [document.lines.place(start)[0] for start in sorted(starts)]
        if len(lines) > 1:
            message += f"; {len(lines)} passages here are from it"
            hint += f" (lines {', '.join(map(str, lines[:SHOWN]))}{' …' if len(lines) > SHOWN else ''})"
        yield document.error(min(starts), message, hint)


def _check_shared_keys(read: ReadBrief, known: set[str]) -> Iterator[ContentError]:
    for place, shared in enumerate(read.brief.shared_text):
        for position, key in enumerate(shared.articles):
            if key not in known:
                at = read.document.node(("shared_text", place, "articles", position)).start
                yield read.document.error(at, *_unknown_key(key, known))


def _unknown_key(key: str, known: set[str]) -> tuple[str, str]:
    near = nearest(key, sorted(known))
    hint = (
        f"did you mean “{near}”?" if near else "list it under “articles:” in a brief first, or remove what names it"
    )
    return f"no brief has an article with the key “{key}”", hint
