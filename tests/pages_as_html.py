"""Pages as the site's Markdown makes HTML of them, for the tests to look into."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

import lxml.html
import yaml
from lxml.html import HtmlElement
from markdown import Markdown

ROOT = Path(__file__).parent.parent
MKDOCS_OWN = ("toc", "tables", "fenced_code")


@cache
def site_extensions() -> tuple[str, ...]:
    site = yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))
    return (*MKDOCS_OWN, *site["markdown_extensions"])


def convert(markdown: str, extensions: Sequence[str] | None = None) -> HtmlElement:
    html = Markdown(extensions=list(site_extensions() if extensions is None else extensions)).convert(markdown)
    return lxml.html.document_fromstring(f"<html><body>{html}</body></html>")


def structure(tree: HtmlElement) -> list[tuple[str, tuple[str, ...]]]:
    """Return each element's tag and the names of its attributes, in document order."""
    return [(str(element.tag), tuple(sorted(map(str, element.attrib)))) for element in tree.iter()]
