"""JSON Lines, the interface for other programs: what goes in and out of `read`, `annotate` and `group`."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from generator.articles.language import language_of
from generator.errors import ContentError, ContentErrors
from generator.model.article import Article
from generator.model.edtf import check_edtf
from generator.model.findings import Findings

Record = dict[str, Any]


def parse_records(lines: Iterable[str], shown_as: str) -> Iterator[Article]:
    """Yield an article for each JSON line {"id","text","published","title"}; `file` holds the id.

    The text is taken exactly as given, so that offsets point into it. Raises ContentErrors at the first line
    that is not such a record.
    """
    for number, line in enumerate(lines, 1):
        if line.strip():
            yield _article(line, number, shown_as)


def article_record(article: Article, number: int, shown_as: str) -> Record:
    """Return what `briefing read` says of an article; `shown_as` is the path as typed."""
    return {
        "file": shown_as,
        "id": number,
        "title": article.title,
        "title_from": article.title_from,
        "standfirst": article.standfirst,
        "outlet": article.outlet,
        "author": article.author,
        "agency": article.agency,
        "published": article.published,
        "how_dated": article.how_dated,
        "url": article.url,
        "language": article.language,
        "dateline": article.dateline,
        "encoding": article.encoding,
        "text": article.text,
        "headings": [{"text": heading.text, "before": heading.before} for heading in article.headings],
        "recovered": [
            {"start": r.start, "end": r.end, "text": r.text, "from": r.article} for r in article.recovered
        ],
        "dropped": [{"text": dropped.text, "why": dropped.why} for dropped in article.dropped],
    }


def findings_record(found: Findings) -> Record:
    """Return what `briefing annotate` says of a text; offsets are code points of the text as given."""
    return {
        "id": found.article.file,
        "sentences": [{"start": s.start, "end": s.end} for s in found.sentences],
        "names": [
            {"start": n.start, "end": n.end, "name": n.name, "kind": n.kind, "role": n.role, "rule": n.rule}
            for n in found.names
        ],
        "quotations": [
            {
                "start": q.start, "end": q.end, "text": q.text, "speaker": q.speaker, "kind": q.kind, "cue": q.cue,
                "via": list(q.via), "group": q.group, "addressee": q.addressee, "rule": q.rule,
            }
            for q in found.quotations
        ],
        "dates": [
            {
                "start": d.start, "end": d.end, "text": d.text, "edtf": d.edtf,
                "timex": {"type": d.type, "value": d.value}, "how": d.how, "rule": d.rule,
            }
            for d in found.dates
        ],
        "events": [
            {
                "start": e.start, "end": e.end, "date": e.date, "edtf": e.edtf, "status": e.status, "how": e.how,
                "rule": e.rule,
            }
            for e in found.events
        ],
        "figures": [
            {
                "start": f.start, "end": f.end, "text": f.text, "value": f.value, "unit": f.unit, "bound": f.bound,
                "period": f.period, "measure": f.measure, "counted_by": f.counted_by, "status": f.status,
                "rule": f.rule, "base": f.base,
            }
            for f in found.figures
        ],
    }  # fmt: skip


def _article(line: str, number: int, shown_as: str) -> Article:
    try:
        line.encode()
    except UnicodeEncodeError as error:  # the bytes that were no UTF-8 came in as lone surrogates
        raise _refused(shown_as, number, error.start + 1, "not UTF-8") from None
    try:
        record = json.loads(line.rstrip("\r\n"))
    except json.JSONDecodeError as error:
        raise _refused(shown_as, number, error.colno, f"not a JSON record: {error.msg}") from None
    except (ValueError, RecursionError):  # a number of thousands of digits, brackets in brackets without end
        raise _refused(shown_as, number, 1, "not a JSON record: nested too deep, or a number too long") from None
    if not isinstance(record, dict) or not isinstance(record.get("text"), str) or "id" not in record:
        raise _refused(shown_as, number, 1, 'a record needs "id" and "text"')
    for key in ("published", "title"):
        if not isinstance(record.get(key), str | None):
            raise _refused(shown_as, number, 1, f'"{key}" is neither text nor null')
    text, title, published = record["text"], record.get("title"), record.get("published")
    if published is not None:
        try:
            check_edtf(published)
        except ValueError as error:
            raise _refused(shown_as, number, 1, f'"published": {error}') from None
    return Article(record["id"], text, title, published=published, language=language_of(text))


def _refused(shown_as: str, line: int, column: int, message: str) -> ContentErrors:
    hint = 'one JSON object a line: {"id": …, "text": …, "published": EDTF or null, "title": … or null}'
    return ContentErrors([ContentError(shown_as, line, column, message, hint)])
