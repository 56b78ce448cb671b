"""Ten thousand hostile strings in every field: a sample here, all of them with `make torture` (TORTURE=1)."""

import csv
import io
import json
import os
import re
import subprocess
import sys
import xml.dom.minidom
from collections import Counter
from collections.abc import Callable
from functools import cache, partial
from pathlib import Path
from random import Random
from urllib.parse import urlsplit

import feedparser
import icalendar
import lxml.html
import pytest
from built_site import page_names, served
from hostile import batches, filled, fuzz, hostile_strings
from hostile_build import ADDRESS, everywhere
from lxml.html import HtmlElement
from mkdocs.utils.meta import get_data
from pages_as_html import convert, site_extensions, structure
from playwright.sync_api import Browser, Page
from test_escape import assert_literal, printable

from generator.errors import ContentError, ContentErrors
from generator.exports import export_files, head
from generator.exports.cards import card
from generator.model.characters import clean
from generator.pages import publish, render_error_page, render_pages
from generator.pages.escape import link
from generator.pages.slugs import unique_slugs

TORTURE = "TORTURE" in os.environ
STRINGS = hostile_strings()
# A little of each kind, or all of it in turn.
SAMPLE = " ".join(text for text in STRINGS[:: len(STRINGS) // 60] if len(text) < 60)
TEXTS = [f"Aa {text} z" for text in (batches() if TORTURE else [SAMPLE])]
HARMLESS = "Harmless text"
FUZZ = 100_000 if TORTURE else 2_000
SHARES = 8


def test_there_are_ten_thousand_of_them() -> None:
    assert len(set(STRINGS)) == len(STRINGS) > 10_000


@pytest.mark.parametrize("share", range(SHARES))
def test_each_string_alone_is_text_in_every_kind_of_place(share: int) -> None:
    step = SHARES if TORTURE else SHARES * 40
    for text in filter(printable, STRINGS[share::step]):
        assert_literal(text, site_extensions())


def as_html(words: Callable[[str], str]) -> dict[str, HtmlElement]:
    pages = render_pages(publish(filled(words)), full_text=True)
    return {page.path: convert(get_data(page.markdown)[0]) for page in pages}


@cache
def harmless() -> dict[str, HtmlElement]:
    return as_html(partial(everywhere, HARMLESS))


def without_marks(tree: HtmlElement) -> list[tuple[str, tuple[str, ...]]]:
    """Marks stand where an item's words are part of its passage, or were put in: other words, other marks."""
    return [element for element in structure(tree) if element[0] not in {"mark", "ins"}]


def with_harmless_words(page: str, text: str) -> str:
    """Put harmless words in place of a text, also where a template shows its beginning alone."""
    page = page.replace(text, HARMLESS)
    while (at := page.find(text[:3])) >= 0:
        pairs = zip(page[at:], text, strict=False)
        shown = next((number for number, (one, other) in enumerate(pairs) if one != other), len(text))
        rest = page[at + shown :]
        blank = " " if page[at : at + shown].endswith(" ") and not rest.startswith("…") else ""
        page = page[:at] + HARMLESS + blank + rest.removeprefix(" …").removeprefix("…")
    return without_short_lines(" ".join(page.split()))


def without_short_lines(page: str) -> str:
    """Leave out what a page says of short lines alone: which one it is that stands in several reports."""
    return page.replace(f" reports: {HARMLESS}.", " reports.")


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_in_every_field_of_every_page_it_is_text(number: int) -> None:
    text = TEXTS[number]
    pages = as_html(partial(everywhere, text))
    assert list(pages) == list(harmless())
    for name, page in pages.items():
        expected = harmless()[name]
        assert without_marks(page) == without_marks(expected), name
        shown = with_harmless_words(" ".join(page.text_content().split()), " ".join(clean(text).split()))
        assert shown == without_short_lines(" ".join(expected.text_content().split())), name


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_in_every_file_for_other_programs_it_is_text(number: int) -> None:
    text = TEXTS[number]
    site, plain = publish(filled(partial(everywhere, text))), publish(filled(partial(everywhere, HARMLESS)))
    files, expected = dict(export_files(site, ADDRESS)), dict(export_files(plain, ADDRESS))
    assert list(files) == list(expected)
    xml.dom.minidom.parseString(files["feed.xml"])
    feed = feedparser.parse(files["feed.xml"])
    assert not feed.bozo
    assert len(feed.entries) == len(feedparser.parse(expected["feed.xml"]).entries)
    for name in (name for name in files if name.endswith(".csv")):
        assert len(table(files[name])) == len(table(expected[name]))
        for row in table(files[name]):
            assert row.keys() == table(expected[name])[0].keys()
    events, before = (icalendar.Calendar.from_ical(one["data/timeline.ics"]) for one in (files, expected))
    assert len(events.walk()) == len(before.walk())
    assert shape(json.loads(files["data/briefing.json"])) == shape(json.loads(expected["data/briefing.json"]))
    for page in ("index", "timeline", "who-said-what", "figures", site.stories[0].page):
        data = head(site, page, ADDRESS).structured or ""
        tree = lxml.html.document_fromstring(f'<script type="application/ld+json">{data}</script><p>z</p>')
        assert [element.tag for element in tree.iter()] == ["html", "head", "script", "body", "p"]
        assert shape(json.loads(data)) == shape(json.loads(head(plain, page, ADDRESS).structured or ""))


def table(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def shape(data: object) -> object:
    """Return what JSON is made of, without its texts."""
    if isinstance(data, dict):
        return {key: shape(value) for key, value in data.items() if key != "dropped"}
    return [shape(one) for one in data] if isinstance(data, list) else type(data)


def test_no_spreadsheet_runs_any() -> None:
    for text in STRINGS if TORTURE else [*STRINGS[::200], "=1+1", "@x"]:
        if text[:1] in "=+-@\t\r\n＝＋－＠" or text in STRINGS[::500]:
            files = export_files(publish(filled(partial(everywhere, text.strip() or "x"))))
            for name in (name for name in files if name.endswith(".csv")):
                for row in table(files[name]):
                    told = [cell for key, cell in row.items() if key != "value"]
                    assert not [cell for cell in told if cell.startswith(tuple("=+-@\t\r\n＝＋－＠"))]


def test_addresses_are_web_addresses_or_no_links() -> None:
    for text in STRINGS:
        for address in (text, f"https://{text}", f"https://example.org/{text}"):
            found = link(address)
            assert found is None or re.fullmatch(r"(?i)https?://[!-~]+", found)
            assert found is None or not set(found) & set('<>"\\`{}')


def test_names_of_pages_are_plain_and_no_two_the_same() -> None:
    names = unique_slugs(STRINGS)
    assert len({name.casefold() for name in names}) == len(STRINGS)
    assert all(re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", name) and len(name) < 120 for name in names)


def test_a_shared_picture_is_made_of_each() -> None:
    for text in STRINGS[:: 5 if TORTURE else 400]:
        assert card(text, text[::-1]).startswith(b"\x89PNG")


def test_the_page_of_errors_shows_each_as_it_is() -> None:
    for text in [*STRINGS[:: 10 if TORTURE else 200], SAMPLE]:
        error = ContentError(text, 3, 2, text, text, text)
        [page, *_] = render_error_page(ContentErrors([error]))
        [plain, *_] = render_error_page(ContentErrors([ContentError("x.yml", 3, 2, "x", "x", "x")]))
        trees = [convert(get_data(one.markdown)[0]) for one in (page, plain)]
        assert structure(trees[0]) == structure(trees[1])
        assert trees[0].xpath("string(//pre)").strip() == clean(str(error)).strip()


@pytest.mark.parametrize("share", range(SHARES))
def test_mixtures_of_signs_are_text_wherever_they_stand(share: int) -> None:
    """Another text in each kind of field: as many placements as FUZZ says."""
    chance, placed = Random(share), Counter[str]()
    expected = {name: without_marks(page) for name, page in as_html(str.capitalize).items()}
    while placed.total() < FUZZ / SHARES:
        texts: dict[str, str] = {}

        def words(field: str, texts: dict[str, str] = texts) -> str:
            placed[field] += 1
            while not texts.get(field, "").strip():  # a field may be of any text, but not empty
                texts[field] = fuzz(chance)
            return texts[field]

        site = publish(filled(words))
        pages = {page.path: convert(get_data(page.markdown)[0]) for page in render_pages(site, full_text=True)}
        for story in site.stories:
            assert pages[f"{story.page}.md"].xpath("string(//h1)") == clean(story.brief.title)
        found = sorted(without_marks(page) for page in pages.values())
        assert found == sorted(expected.values()), texts


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return hostile_site(HARMLESS, tmp_path_factory.mktemp("harmless"))


def hostile_site(text: str, folder: Path) -> Path:
    program = Path(__file__).with_name("hostile_build.py")
    done = subprocess.run(
        [sys.executable, str(program), str(folder)],
        input=text.encode("utf-8"),
        env=os.environ | {"NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr.decode()
    return folder


_ELEMENTS = """[...document.querySelectorAll('*')].filter(one => one.tagName != 'MARK').map(one =>
    one.tagName + ' ' + one.getAttributeNames().sort().join(' '))"""
_ADDRESSES = (
    "[...document.querySelectorAll('[href], [src], [action]')].map(one => one.href || one.src || one.action)"
)
# The theme's script has come to its end, and has switched the colours.
_SETTLED = """'component$' in window && !document.body.hasAttribute('data-md-color-switching')
    && document.querySelector('[data-md-scrollfix]') === null"""
_WATCH = """window.__ran = 0; for (const name of ['alert', 'prompt', 'confirm', 'print', 'open'])
    window[name] = () => { window.__ran += 1; };"""


def settle(page: Page) -> None:
    """Wait for the theme; Playwright's own waiting evaluates a string, which the pages' policy forbids."""
    for _ in range(300):
        if page.evaluate(_SETTLED):
            return
        page.wait_for_timeout(100)
    pytest.fail(f"{page.url}: the theme's script has not come to its end")


def looked_at(page: Page, address: str) -> Counter[str]:
    """Open a page; return its elements once its own scripts have run."""
    page.goto(address, wait_until="networkidle")
    settle(page)
    assert page.evaluate("window.__ran") == 0
    addresses = page.evaluate(_ADDRESSES)
    assert {urlsplit(str(one)).scheme for one in addresses} <= {"http", "https", "mailto", ""}
    return Counter(page.evaluate(_ELEMENTS))


def searched(page: Page, address: str) -> set[str]:
    """Search for a word of the pages' own; return the kinds of elements that what is found is shown in."""
    page.goto(address, wait_until="networkidle")
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type("origin")
    page.locator("a.md-search-result__link").first.wait_for(state="visible")
    found = page.evaluate("[...document.querySelectorAll('.md-search-result *')].map(one => one.tagName)")
    assert page.evaluate("window.__ran") == 0
    return set(found)


@pytest.mark.parametrize("number", range(len(TEXTS)))
def test_in_a_browser_nothing_runs_and_nothing_is_asked_of_others(
    number: int, built: Path, tmp_path: Path, browser: Browser
) -> None:
    site = hostile_site(TEXTS[number], tmp_path / "site")
    assert page_names(site) == page_names(built)
    json.loads((site / "search" / "search_index.json").read_text("utf-8"))
    wrong: list[str] = []
    page = browser.new_page()
    page.add_init_script(_WATCH)
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("response", lambda one: wrong.append(one.url) if one.status >= 400 else None)
    page.on("dialog", lambda dialog: wrong.append(dialog.message))
    page.on("request", lambda one: None if urlsplit(one.url).hostname == "127.0.0.1" else wrong.append(one.url))
    with served(site) as here, served(built) as plain:
        for name in page_names(site):
            assert looked_at(page, here + name) == looked_at(page, plain + name), name
        assert searched(page, here) <= searched(page, plain)
    page.close()
    assert wrong == []
