"""What a reader meets in a real browser: lines that links lead to, paper, a thumb, the timeline's filter."""

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, ViewportSize, expect

from generator.siblings import normal_words

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}
# /Type /Page of a PDF, and not /Type /Pages
SHEET = re.compile(rb"/Type\s*/Page\b")
# What stands in a sentence may be lower than what stands alone (WCAG 2.5.8).
TOO_LOW = """() => [...document.querySelectorAll("main :is(a, summary, button, select), nav a, header a")]
    .filter(one => one.checkVisibility() && !one.closest(".md-search"))
    .filter(one => one.parentElement.textContent.trim() === one.textContent.trim() || one.tagName !== "A")
    .filter(one => one.getBoundingClientRect().height < 23.5)
    .map(one => `${one.className || one.parentElement.className}: ${one.textContent.trim().slice(0, 40)}`)"""
# What a print would write behind a link.
ADDRESSES = """() => [...document.querySelectorAll("main a")].map(one => getComputedStyle(one, "::after").content)
    .filter(content => !["none", "normal"].includes(content))"""

# The first facts of the page, folded away within a fold, as on a phone the rest of many news facts is.
FOLD = """() => {
    const facts = document.querySelector("main .facts")
    const summary = "<summary class=fold__summary>Two more facts</summary>"
    const within = `<details class="fold fold--facts">${summary}${facts.outerHTML}</details>`
    facts.outerHTML = `<details class="fold">${summary}${within}</details>`
}"""
# How each mark is drawn, colour left out.
DRAWN = """kinds => kinds.map(kind => {
    const badge = document.createElement("span")
    badge.className = `badge badge--${kind}`
    document.querySelector("main article").append(badge)
    const {
        content, width, height, borderWidth, borderStyle, borderRadius, backgroundImage, backgroundColor, transform
    } = getComputedStyle(badge, "::before")
    const filled = backgroundImage !== "none" ? backgroundImage : backgroundColor !== "rgba(0, 0, 0, 0)"
    return [content, width, height, borderWidth, borderStyle, borderRadius, filled, transform].join()
})"""
KINDS = [
    "stated", "year", "derived", "uncertain", "announced", "forecast", "open", "disputed", "beside", "partly",
    "answered",
]  # fmt: skip


def stories(site: Path) -> list[str]:
    return [f"stories/{path.name}" for path in sorted((site / "stories").glob("*.html")) if path.stem != "index"]


def open_passages(page: Page) -> int:
    return page.locator(".passage[open]").count()


def test_an_address_of_a_line_opens_its_passage_and_marks_it(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    [story, *_] = stories(site)
    page.goto((site / story).as_uri())
    assert open_passages(page) == 0
    anchor = page.locator(".quote").last.get_attribute("id")
    page.goto(f"{(site / story).as_uri()}#{anchor}")
    page.locator(f"#{anchor} .passage[open]").wait_for()
    assert open_passages(page) == 1
    assert page.locator(f"#{anchor}").evaluate("one => getComputedStyle(one).boxShadow") != "none"
    page.close()


def test_an_address_that_is_cut_off_does_no_harm(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.goto(f"{(site / stories(site)[0]).as_uri()}#%")
    page.locator(".passage:visible summary").first.click()
    page.wait_for_function("history.state?.opened.length === 1")
    assert not wrong
    page.close()


def test_who_comes_back_finds_open_what_was_open_and_stands_where_they_stood(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)
    page.goto((site / stories(site)[0]).as_uri())
    opened = page.locator(".passage:visible").nth(1)
    opened.locator("summary").click()
    page.wait_for_function("history.state?.opened.length === 1")
    opened.scroll_into_view_if_needed()
    stood = page.evaluate("scrollY")
    opened.locator(".passage__where a").first.click()
    page.wait_for_url(re.compile("/sources/"))
    page.go_back()
    page.locator(".passage[open]").wait_for()
    assert (
        page.evaluate("[...document.querySelectorAll('.passage:not(.fold .passage)')].findIndex(one => one.open)")
        == 1
    )
    page.wait_for_function("stood => Math.abs(scrollY - stood) < 40", arg=stood)
    page.goto((site / "index.html").as_uri())
    page.goto((site / stories(site)[0]).as_uri())
    assert open_passages(page) == 0
    page.close()


def test_without_script_a_line_that_an_address_leads_to_is_marked(site: Path, browser: Browser) -> None:
    context = browser.new_context(viewport=DESKTOP, java_script_enabled=False)
    page = context.new_page()
    [story, *_] = stories(site)
    page.goto((site / story).as_uri())
    anchor = page.locator(".fact").first.get_attribute("id")
    page.goto(f"{(site / story).as_uri()}#{anchor}")
    marked = page.locator(f"#{anchor}:target")
    assert marked.evaluate("one => getComputedStyle(one).boxShadow") != "none"
    context.close()


@pytest.mark.parametrize("kind", [".fact:not(.figure) .fact__text", ".quote__text"])
def test_the_search_leads_to_the_line_and_opens_its_passage(site: Path, browser: Browser, kind: str) -> None:
    page = browser.new_page(viewport=DESKTOP)
    [story, *_] = stories(site)
    page.goto((site / story).as_uri())
    line = page.locator(kind).last
    words = re.findall(r"[A-Za-z]{3,}", line.text_content() or "")[:7]  # it may be folded away
    page.goto((site / "figures.html").as_uri())
    page.locator("[data-md-component=search-query]").click()
    page.keyboard.type(f'"{" ".join(words)}"')
    result = page.locator(f'a.md-search-result__link[href*="{story}"]').first
    result.wait_for(state="visible")
    result.click()
    page.wait_for_url(re.compile(r"#(?![A-Z])[\w-]+$"))
    page.locator(".passage[open]").wait_for()
    assert all(word in page.locator(".passage[open]").inner_text() for word in words)
    page.close()


def test_all_that_opens_on_a_screen_is_a_note_on_paper(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    for name in ("index.html", "timeline.html", "who-said-what.html", *stories(site)):
        page.goto((site / name).as_uri())
        assert not page.locator(".endnotes").is_visible()
        shown = page.locator(".passage__text").all_text_contents()
        page.emulate_media(media="print")
        notes = {tuple(normal_words(text)) for text in page.locator(".endnotes__text").all_inner_texts()}
        assert {tuple(normal_words(text)) for text in shown} <= notes, name
        numbers = [
            text for mark in page.locator(".passage__note:visible").all_inner_texts() for text in mark.split(", ")
        ]
        assert set(numbers) == {str(number) for number in range(1, page.locator(".endnotes li").count() + 1)}, name
        assert page.locator(".passage__note:visible").count() == page.locator(".passage").count(), name
        assert page.locator(":is(.passage__body, .passage__mark, .filter):visible").count() == 0, name
        assert page.evaluate(ADDRESSES) == [], name
        page.emulate_media(media="screen")
    page.close()


def test_what_is_opened_by_a_click_has_no_frame_and_by_a_key_has_one(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto((site / stories(site)[0]).as_uri())
    for name in (".passage", ".fold"):
        opened = page.locator(name).first
        opened.locator("summary").click()
        assert opened.evaluate("one => getComputedStyle(one).boxShadow") == "none"
        assert opened.locator("summary").evaluate("one => getComputedStyle(one).outlineStyle") == "none"
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"
    page.close()


def test_the_way_about_a_story_needs_no_script(site: Path, browser: Browser) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    for name in stories(site):
        page.goto((site / name).as_uri())
        fold = page.locator(".folds .fold").first
        fold.locator("summary").click()
        targets = [str(link.get_attribute("href")) for link in fold.get_by_role("link").all()]
        parts = page.locator("main .section h2[id]").all()
        assert targets == [f"#{part.get_attribute('id')}" for part in parts if part.is_visible()]
    context.close()


def test_what_is_folded_away_is_found_by_a_link_and_printed(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto((site / stories(site)[0]).as_uri())
    page.evaluate(FOLD)
    fact = page.locator(".fold--facts .fact").first
    assert not fact.is_visible()
    page.emulate_media(media="print")
    assert fact.evaluate("one => one.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})")
    assert fact.bounding_box()["height"] > 10  # type: ignore[index]
    page.emulate_media(media="screen")
    page.evaluate("anchor => location.hash = anchor", fact.get_attribute("id"))
    fact.locator(".passage[open]").wait_for()
    page.close()


def test_a_phone_folds_away_what_a_wide_screen_and_paper_show(site: Path, browser: Browser) -> None:
    phone, wide = browser.new_page(viewport=PHONE), browser.new_page(viewport=DESKTOP)
    seen = 0
    for name in stories(site):
        for page in (phone, wide):
            page.goto((site / name).as_uri())
        seen += (many := phone.locator(".fold--phone").count())
        assert wide.locator(".fold--phone > summary:visible").count() == 0
        for at in range(many):
            assert not _shows(phone, at)
            assert _shows(wide, at)
        phone.emulate_media(media="print")
        assert all(_shows(phone, at) for at in range(many))
        phone.emulate_media(media="screen")
        for summary in phone.locator(".fold--phone > summary").all():
            summary.click()
        assert all(_shows(phone, at) for at in range(many))
    assert seen
    phone.close()
    wide.close()


def _shows(page: Page, at: int) -> bool:
    """Tell whether what a fold holds is seen."""
    held = page.locator(".fold--phone").nth(at).locator(":scope > :not(summary)").first
    return bool(
        held.evaluate("one => one.checkVisibility({contentVisibilityAuto: true, visibilityProperty: true})")
    )


def test_home_fits_two_sheets_and_a_story_four(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    for name, most in (("index.html", 2), *((story, 4) for story in stories(site))):
        page.goto((site / name).as_uri())
        assert len(SHEET.findall(page.pdf(format="A4", prefer_css_page_size=True))) <= most, name
    page.close()


def test_what_a_thumb_is_to_hit_is_high_enough(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=PHONE)
    for name in ("index.html", "timeline.html", "sources/index.html", "people/index.html", *stories(site)):
        page.goto((site / name).as_uri())
        page.evaluate("document.querySelectorAll('details').forEach(one => one.open = true)")
        assert page.evaluate(TOO_LOW) == [], name
    page.close()


def test_the_timeline_is_filtered_by_story_and_years_without_entries_go(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto((site / "timeline.html").as_uri())
    entries = page.locator(".timeline__item")
    everything = entries.count()
    story = page.get_by_label("Story")
    name = story.locator("option").nth(1).inner_text()
    story.select_option(name)
    shown = page.locator(".timeline__item:visible").count()
    assert 0 < shown < everything
    assert set(page.locator(".timeline__item:visible .instory").all_inner_texts()) == {name}
    assert page.get_by_role("status").inner_text() == f"{shown} of {everything} entries"
    assert page.locator("section:visible:not(:has(.timeline__item:visible)):has(.timeline__item)").count() == 0
    page.get_by_role("button", name="Show all").click()
    expect(page.locator(".timeline__item[hidden]")).to_have_count(0)
    page.close()


def test_without_script_the_timeline_is_whole_and_has_no_filter(site: Path, browser: Browser) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "timeline.html").as_uri())
    assert page.locator(".timeline__item:visible").count() == page.locator(".timeline__item").count() > 1
    assert not page.locator(".filter").is_visible()
    context.close()


def test_no_two_marks_are_drawn_alike(site: Path, browser: Browser) -> None:
    page = browser.new_page()
    page.goto((site / "about.html").as_uri())
    drawn = dict(zip(page.evaluate(DRAWN, KINDS), KINDS, strict=True))
    assert sorted(drawn.values()) == sorted(KINDS)
    page.close()
