"""The built site in a real browser: every page is clean, alone and fits a phone; the search finds what it holds."""

import gzip
import re
from functools import cache
from pathlib import Path

import lxml.html
import pytest
from built_site import DESKTOP, PHONE, open_all, page_names
from playwright.sync_api import Browser, Page, ViewportSize, expect

OVERFLOW = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
WORDS = re.compile(r"[A-Za-z]{3,}|\d+(?:\.\d+)?")
# What everything that a page needs may weigh on its way to a first reader, in bytes.
FIRST_LOAD = 250_000
SHIFTS = """
    window.shifted = 0
    new PerformanceObserver(list => list.getEntries().forEach(one => shifted += one.value))
        .observe({type: "layout-shift", buffered: true})
"""


@pytest.mark.parametrize("view", [PHONE, DESKTOP], ids=["phone", "desktop"])
def test_every_page_is_clean_alone_light_and_fits(
    site: Path, address: str, browser: Browser, view: ViewportSize
) -> None:
    context = browser.new_context(viewport=view)
    context.add_init_script(SHIFTS)
    page = context.new_page()
    wrong: list[str] = []
    loaded: set[str] = set()
    page.on("console", lambda message: wrong.append(message.text) if message.type == "error" else None)
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: loaded.add(request.url))
    for name in page_names(site):
        loaded.clear()
        page.emulate_media(color_scheme="light")
        page.goto(address + name, wait_until="networkidle")
        wrong += [f"{name}: {url}" for url in loaded if not url.startswith(address)]
        if (weight := sum(_compressed(site / url.removeprefix(address)) for url in loaded)) > FIRST_LOAD:
            wrong.append(f"{name}: {weight} bytes to load")
        if (shifted := page.evaluate("shifted")) > 0:
            wrong.append(f"{name}: the layout shifts by {shifted}")
        wrong += [f"{name}: {fault}" for fault in faults(page, "default")]
        page.emulate_media(color_scheme="dark")  # the page follows the system
        wrong += [f"{name}: {fault}" for fault in faults(page, "slate")]
    context.close()
    assert not wrong


@cache
def _compressed(path: Path) -> int:
    """Return how many bytes of a file a server sends."""
    return len(gzip.compress(path.read_bytes(), mtime=0))


def faults(page: Page, scheme: str) -> list[str]:
    """Look at the page with all passages open."""
    page.locator(f"body[data-md-color-scheme={scheme}]").wait_for(timeout=5_000)
    open_all(page)
    pixels = page.evaluate(OVERFLOW)
    return [f"{pixels} pixels too wide in {scheme}"] if pixels > 0 else []


def test_every_page_says_what_it_is(site: Path) -> None:
    titles = set()
    for name in page_names(site):
        page = lxml.html.parse(str(site / name)).getroot()
        assert page.xpath("count(//h1)") == 1 or name == "404.html", name
        assert page.xpath("string(//meta[@name='description']/@content)"), name
        titles.add(page.xpath("string(//title)"))
    assert len(titles) >= len(page_names(site)) - 1  # 404 and home may both be called by the site's name


def test_links_within_the_site_lead_somewhere(site: Path) -> None:
    ids = {name: {"", *lxml.html.parse(str(site / name)).getroot().xpath("//@id")} for name in page_names(site)}
    for name in set(ids) - {"404.html"}:
        for link in lxml.html.parse(str(site / name)).getroot().xpath("//main//a/@href"):
            if not link.startswith(("http:", "https:")):
                path, _, anchor = link.partition("#")
                target = ((site / name).parent / path).resolve() if path else site / name
                where = target.relative_to(site.resolve()).as_posix()
                assert target.is_file() if not anchor else anchor in ids[where], f"{name}: {link}"


def first(site: Path, pattern: str, xpath: str) -> str:
    """Return the text of the first such element on the pages that the pattern names."""
    for path in sorted(site.glob(pattern)):
        for element in lxml.html.parse(str(path)).getroot().xpath(xpath):
            if len(WORDS.findall(element.text_content())) >= 1:
                return str(element.text_content())
    raise AssertionError(f"no {xpath} on {pattern}")


@pytest.mark.parametrize(
    ("pattern", "xpath"),
    [
        ("stories/*.html", "//blockquote[@class='passage__text']"),
        ("sources/*-*.html", "//blockquote[@class='used__text']"),
        ("who-said-what.html", "//h2"),
        ("figures.html", "//span[@class='figure__quantity']"),
        ("open-questions.html", "//h3"),
    ],
    ids=["passage", "source passage", "speaker", "figure", "question"],
)
def test_search_leads_to_the_page_that_holds_it(
    site: Path, address: str, browser: Browser, pattern: str, xpath: str
) -> None:
    wanted = first(site, pattern, xpath)
    words = WORDS.findall(wanted)[:8]
    page = browser.new_page(viewport=DESKTOP)
    page.goto(address + "index.html")
    search(page, words)
    page.wait_for_load_state()
    assert page.url.startswith(address)
    text = page.locator("main").text_content() or ""
    assert " ".join(wanted.split()).casefold() in " ".join(text.split()).casefold()
    page.close()


def search(page: Page, words: list[str]) -> None:
    """Search for all the words, and follow the first result."""
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type(f'"{" ".join(words)}"')
    result = page.locator("a.md-search-result__link").first
    result.wait_for(state="visible")
    with page.expect_navigation():
        result.click()


def test_a_passage_opens_without_script(site: Path, address: str, browser: Browser) -> None:
    [story, *_] = [
        name for name in page_names(site) if name.startswith("stories/") and name != "stories/index.html"
    ]
    context = browser.new_context(java_script_enabled=False, viewport=DESKTOP)
    page = context.new_page()
    page.goto(address + story)
    passage = page.locator(".passage__text").first
    assert not passage.is_visible()
    page.locator(".passage__summary").first.click()
    assert passage.is_visible()
    context.close()


def test_from_a_folder_the_search_works_without_a_server(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    refused: list[str] = []
    page.on("console", lambda told: refused.append(told.text) if "Content Security Policy" in told.text else None)
    page.goto((site / "timeline.html").as_uri())
    wanted = WORDS.findall(first(site, "stories/*.html", "//p[@class='fact__text']"))[:6]
    search(page, wanted)
    assert page.url.startswith(site.as_uri())
    assert not refused
    page.close()


def test_the_policy_lets_nothing_in_that_a_page_might_be_made_to_hold(address: str, browser: Browser) -> None:
    page = browser.new_page()
    page.goto(address + "index.html")
    page.evaluate("""() => {
        const script = document.createElement("script")
        script.textContent = "window.ran = true"
        document.body.append(script)
        document.body.insertAdjacentHTML("beforeend", "<img src=x: onerror='window.ran = true'>")
    }""")
    page.wait_for_timeout(200)
    assert page.evaluate("window.ran") is None
    page.close()


def test_lines_are_filtered_and_the_choice_stands_in_the_address(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto((site / "lines.html").as_uri())
    lines = page.locator(".lines__one")
    everything = lines.count()
    assert lines.filter(visible=True).count() == everything > 1
    page.get_by_label("Kind").select_option("Fact")
    facts = lines.filter(visible=True).count()
    assert 0 < facts < everything
    assert page.get_by_role("status").inner_text() == f"{facts} of {everything} lines"
    assert all("Fact" in text for text in page.locator(".lines__one:visible .lines__by").all_inner_texts())
    page.reload()
    assert lines.filter(visible=True).count() == facts
    page.get_by_role("button", name="Show all").click()
    expect(lines.filter(visible=True)).to_have_count(everything)
    page.close()


def test_without_script_all_lines_are_there_and_no_filter(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "lines.html").as_uri())
    assert page.locator(".lines__one").filter(visible=True).count() == page.locator(".lines__one").count() > 1
    assert not page.locator(".filter").is_visible()
    context.close()


def test_a_filter_that_leaves_nothing_says_so_and_leads_back(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto((site / "lines.html").as_uri())
    lines = page.locator(".lines__one")
    page.evaluate("""() => {
        for (const line of document.querySelectorAll(".lines__one")) line.dataset.kind = "0"
    }""")
    back = page.get_by_role("button", name="Show all lines")
    assert not back.is_visible()
    page.get_by_label("Kind").select_option(index=1)
    assert page.get_by_role("status").inner_text() == "Nothing matches"
    back.click()
    expect(lines.filter(visible=True)).to_have_count(lines.count())
    page.close()
