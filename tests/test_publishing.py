"""The site wherever it is put: at any address, in any folder of it, and what machines are told there."""

import gzip
import json
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from urllib.parse import urljoin, urlsplit

import lxml.etree
import lxml.html
import pytest
import yaml
from built_site import SITES, build, page_names, served
from pages_as_html import ROOT
from playwright.sync_api import Browser
from pyld import jsonld

from generator.exports import export_files
from generator.pages import publish
from generator.pipeline import read_content

ADDRESS = "https://example.org/some/base/"
LINKS = "//a/@href | //link[@rel!='canonical']/@href | //script/@src | //img/@src"
SITEMAP = "{http://www.sitemaps.org/schemas/sitemap/0.9}"


def variant(folder: Path, **settings: object) -> Path:
    """Build the invented site with other settings; return where it lies."""
    (folder / "content").symlink_to(SITES["good"] / "content")
    given = {
        "INHERIT": str(ROOT / "mkdocs.yml"),
        "site_name": "The Port Ellery tunnel",
        "theme": {"custom_dir": str(ROOT / "theme" / "overrides")},
    }
    (folder / "mkdocs.yml").write_text(yaml.safe_dump(given | settings), "utf-8")
    return build(folder, folder / "site")


@pytest.fixture(scope="module")
def placed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the invented site as built for an address below another site's."""
    return variant(tmp_path_factory.mktemp("placed"), site_url=ADDRESS)


def links(site: Path, name: str, address: str) -> Iterator[str]:
    """Yield each address of the own host that a page leads to, whole, as a browser makes it."""
    for link in lxml.html.parse(str(site / name)).getroot().xpath(LINKS):
        target = urljoin(address + name, str(link))
        if urlsplit(target).netloc == urlsplit(address).netloc:
            yield target.partition("#")[0]


@pytest.mark.parametrize(
    "settings",
    [{"use_directory_urls": True}, {"plugins": ["search", {"briefing": {"content": "content"}}]}],
    ids=["directory addresses", "without the offline plugin"],
)
def test_other_settings_break_no_link(tmp_path: Path, settings: dict[str, object]) -> None:
    """MkDocs' own default, use_directory_urls, would move every page from where the others look for it."""
    site = variant(tmp_path, site_url=ADDRESS, **settings)
    assert_links_hold(site)


def test_below_another_address_no_link_leaves_it_or_leads_nowhere(placed: Path) -> None:
    assert_links_hold(placed)


def assert_links_hold(site: Path) -> None:
    for name in page_names(site):
        for link in links(site, name, ADDRESS):
            assert link.startswith(ADDRESS), f"{name}: {link}"
            path = link.removeprefix(ADDRESS)
            assert (site / (path or "index.html")).is_file(), f"{name}: {link}"


def test_the_page_for_what_is_not_there_works_at_any_depth(placed: Path) -> None:
    """A server shows it under the address that was asked for: its links name the whole way."""
    page = lxml.html.parse(str(placed / "404.html")).getroot()
    inner = [str(link) for link in page.xpath(LINKS) if not str(link).startswith(("#", "http"))]
    assert inner
    assert all(link.startswith(urlsplit(ADDRESS).path) for link in inner)


def test_served_below_another_address_pages_run_clean(placed: Path, tmp_path: Path, browser: Browser) -> None:
    (tmp_path / "some").mkdir()
    (tmp_path / "some" / "base").symlink_to(placed)
    wrong: list[str] = []
    page = browser.new_page()
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    with served(tmp_path) as address:
        for name in ("404.html", "index.html", "stories/tunnel-opening.html"):
            page.goto(f"{address}some/base/{name}", wait_until="networkidle")
            page.locator("label[for^=__palette]:visible").wait_for()  # Material's script has run
    page.close()
    assert wrong == []


def test_each_page_names_its_own_address(placed: Path) -> None:
    for name in set(page_names(placed)) - {"404.html"}:
        page = lxml.html.parse(str(placed / name)).getroot()
        [canonical] = page.xpath("//link[@rel='canonical']/@href")
        assert canonical == ADDRESS + name
        assert page.xpath("//meta[@property='og:url']/@content") == [canonical]
        [image] = page.xpath("//meta[@property='og:image']/@content")
        assert (placed / str(image).removeprefix(ADDRESS)).is_file()


def test_the_sitemap_lists_every_page_once(placed: Path) -> None:
    written = (placed / "sitemap.xml").read_bytes()
    assert gzip.decompress((placed / "sitemap.xml.gz").read_bytes()) == written
    tree = lxml.etree.fromstring(written)
    assert tree.tag == f"{SITEMAP}urlset"
    listed = [str(one.findtext(f"{SITEMAP}loc")) for one in tree]
    wanted = [ADDRESS + name for name in page_names(placed) if name != "404.html"]
    assert sorted(listed) == sorted(wanted)
    assert all(date.fromisoformat(str(one.findtext(f"{SITEMAP}lastmod"))) for one in tree)


def test_the_data_files_are_published_as_they_were_made(placed: Path) -> None:
    made = export_files(publish(read_content(SITES["good"] / "content")), ADDRESS)
    assert [path for path, data in made.items() if (placed / path).read_bytes() != data] == []


def test_without_an_address_nothing_claims_one(site: Path) -> None:
    for name in page_names(site):
        page = lxml.html.parse(str(site / name)).getroot()
        assert not page.xpath(
            "//link[@rel='canonical'] | //meta[@property='og:url'] | //meta[@property='og:image']"
        )


# What schema.org lets a thing of each type say of itself, of what the site says (https://schema.org/NewsArticle …).
VOCABULARY = {
    "WebSite": "name description url hasPart",
    "NewsArticle": "headline description url datePublished citation correction hasPart publisher author",
    "Quotation": "text creator creditText dateCreated url citation",
    "Event": "name startDate endDate url",
    "Dataset": "name description distribution variableMeasured url",
    "DataDownload": "encodingFormat contentUrl",
    "PropertyValue": "name value unitText description",
    "ItemList": "numberOfItems itemListElement",
    "ListItem": "position item",
    "Organization": "name",
    "Person": "name",
}
SCHEMA = "https://schema.org/"


def _schema_org(address: str, options: object) -> dict[str, object]:
    """Stand in for schema.org's own context, which no test may fetch."""
    assert address.rstrip("/") == SCHEMA.rstrip("/")
    context = {"@context": {"@vocab": SCHEMA}}
    return {"contentType": "application/ld+json", "contextUrl": None, "documentUrl": address, "document": context}


def test_what_pages_say_of_themselves_is_linked_data_in_the_words_of_schema_org(site: Path) -> None:
    kinds = set()
    for name in page_names(site):
        page = lxml.html.parse(str(site / name)).getroot()
        for data in page.xpath("//script[@type='application/ld+json']/text()"):
            flat = jsonld.flatten(json.loads(str(data)), None, {"documentLoader": _schema_org})
            assert flat, name
            for thing in flat:
                [kind] = [one.removeprefix(SCHEMA) for one in thing["@type"]]
                said = {key.removeprefix(SCHEMA) for key in thing if not key.startswith("@")}
                assert said <= set(VOCABULARY[kind].split()), f"{name}: {kind}"
                kinds.add(kind)
    assert kinds >= {"WebSite", "NewsArticle", "Quotation", "Event", "Dataset", "ItemList"}
