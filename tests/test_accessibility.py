"""The built site for readers of every kind: screen readers, the keyboard, 400% zoom, no script, paper."""

import unicodedata
from io import BytesIO
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from built_site import DESKTOP, PHONE, open_all, page_names, page_types
from playwright.sync_api import Browser, Page, ViewportSize
from pypdf import PdfReader

from generator.siblings import normal_words

RULES = {
    "resultTypes": ["violations"],
    "runOnly": {
        "type": "tag",
        "values": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
    },
}
# Nothing moves: what is measured is where things come to rest.
STILL = """() => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync("*, *::before, *::after { transition: none !important; scroll-behavior: auto !important }")
    document.adoptedStyleSheets.push(sheet)
}"""
# What a keyboard must reach: all that a pointer can work and that shows.
WORKED = """() => {
    const inside = 'a[href], summary, button, select, textarea, input:not([type=radio])'
        + ', .md-option:has(+ label:not([hidden]))'
    const shows = one => one.checkVisibility({visibilityProperty: true}) && !one.closest('.md-toggle')
    const told = one => one.tagName + ' ' + (one.getAttribute('aria-label') || one.textContent).trim().slice(0, 40)
    window.worked = [...document.querySelectorAll(inside)].filter(one => shows(one) && one.tabIndex >= 0)
    return worked.map(told)
}"""
# Which of them has the focus, if that is seen, and if nothing lies over it; a radio button shows in its label.
FOCUSED = """() => {
    const one = document.activeElement
    const shown = one.type === 'radio' ? one.nextElementSibling : one
    const {outlineStyle, outlineWidth} = getComputedStyle(shown)
    const box = shown.getClientRects()[0] || shown.getBoundingClientRect()
    const x = Math.min(Math.max(box.x + box.width / 2, 1), innerWidth - 1)
    const y = Math.min(Math.max(box.y + box.height / 2, 1), innerHeight - 1)
    const top = document.elementFromPoint(x, y)
    return {
        at: worked.indexOf(one),
        told: one.tagName + ' ' + one.className + one.textContent.trim().slice(0, 40),
        over: top ? top.outerHTML.slice(0, 80) : 'nothing',
        ringed: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1,
        free: !!top && (shown.contains(top) || top.contains(shown)),
    }
}"""


@pytest.mark.parametrize(
    "look",
    [(DESKTOP, "light", False), (DESKTOP, "dark", True), (PHONE, "light", True), (PHONE, "dark", False)],
    ids=["desktop light", "desktop dark opened", "phone light opened", "phone dark"],
)
def test_axe_finds_nothing(
    site: Path, address: str, browser: Browser, look: tuple[ViewportSize, Literal["light", "dark"], bool]
) -> None:
    """WCAG 2.2 AA and what axe calls best practice, on every kind of page."""
    view, scheme, opened = look
    page = browser.new_page(viewport=view, color_scheme=scheme)
    axe = Axe()
    found = []
    for name in page_types(site):
        page.goto(address + name)
        page.locator(f"body[data-md-color-scheme={'slate' if scheme == 'dark' else 'default'}]").wait_for()
        if opened:
            open_all(page)
        for violation in axe.run(page, options=RULES).response["violations"]:
            found += [f"{name}: {violation['id']}: {node['html'][:200]}" for node in violation["nodes"]]
    page.close()
    assert not found


@pytest.mark.parametrize("view", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_the_keyboard_reaches_everything_and_its_place_is_seen(
    site: Path, address: str, browser: Browser, view: ViewportSize
) -> None:
    page = browser.new_page(viewport=view)
    wrong = []
    for name in page_types(site):
        page.goto(address + name)
        page.locator("label[for^=__palette]:visible").wait_for()
        page.evaluate(STILL)
        wrong += [f"{name}: {fault}" for fault in _tab_through(page)]
    page.close()
    assert not wrong


def _tab_through(page: Page) -> list[str]:
    """Press Tab until everything was reached; every stop must show."""
    wanted = page.evaluate(WORKED)
    reached, wrong = set[int](), []
    for _ in range(len(wanted) + 10):
        page.keyboard.press("Tab")
        stop = page.evaluate(FOCUSED)
        if not stop["free"]:  # the search is about to open or to close
            page.wait_for_timeout(100)
            stop = page.evaluate(FOCUSED)
        reached.add(stop["at"])
        if not stop["ringed"]:
            wrong.append(f"no ring around {stop['told']}")
        if not stop["free"]:
            wrong.append(f"{stop['over']} covers {stop['told']}")
        if len(reached - {-1}) == len(wanted):
            break
    return wrong + [f"not reached: {told}" for at, told in enumerate(wanted) if at not in reached]


def test_the_keyboard_searches_opens_passages_and_changes_the_scheme(
    site: Path, address: str, browser: Browser
) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto(address + next(name for name in page_types(site) if name.startswith("stories/")))
    page.locator("label[for^=__palette]:visible").wait_for()
    page.locator(".md-option").first.focus()
    page.keyboard.press("ArrowRight")
    page.keyboard.press("ArrowRight")
    page.locator("body[data-md-color-scheme=slate]").wait_for()
    page.locator(".passage__summary").first.focus()
    page.keyboard.press("Enter")
    assert page.locator(".passage__text").first.is_visible()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.passage__body') !== null")
    page.locator("[data-md-component=search-query]").focus()
    page.keyboard.type("the")
    page.locator("a.md-search-result__link").first.wait_for()
    page.locator(".md-search-result__meta", has_text="matching").wait_for()
    page.keyboard.press("ArrowDown")
    page.wait_for_function("document.activeElement.matches('.md-search-result__link')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    page.close()


def test_without_script_everything_but_search_and_filters_is_there(
    site: Path, address: str, browser: Browser
) -> None:
    """What is read on a page with script is read on it without, and every passage opens."""
    with_script = browser.new_page(viewport=DESKTOP)
    bare = browser.new_context(java_script_enabled=False, viewport=DESKTOP).new_page()
    for name in page_names(site):
        read = []
        for page in (with_script, bare):
            page.goto(address + name)
            open_all(page)
            read.append(page.locator("main").inner_text().splitlines())
        missing = set(read[0]) - set(read[1])
        filters = with_script.locator(".filter, .filter__count").all_inner_texts()
        assert not {line for line in missing if not any(line in text for text in filters)}, name
    with_script.close()
    bare.context.close()


@pytest.mark.parametrize("kind", ["index.html", "stories/"])
def test_on_paper_every_passage_is_there(site: Path, address: str, browser: Browser, kind: str) -> None:
    """Words are compared: lines break anywhere, and wordings that differ in marks or capitals are one note."""
    page = browser.new_page(viewport=DESKTOP)
    page.goto(address + next(name for name in page_types(site) if name.startswith(kind)))
    paper = _words("\n".join(one.extract_text() for one in PdfReader(BytesIO(page.pdf())).pages))
    passages = page.locator(".passage__text").all_text_contents()
    headings = page.locator("main h1, main h2, main h3").all_text_contents()
    page.close()
    assert passages
    assert [text for text in (*passages, *headings) if _words(text) not in paper] == []


def _words(text: str) -> str:
    """Return the words as they are compared, in one piece; a PDF has "fi" as one sign."""
    return "".join(normal_words(unicodedata.normalize("NFKC", text)))
