"""What a reader meets first: how sure it is, what is open, and the way about; in a real browser."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser, ViewportSize

DESKTOP: ViewportSize = {"width": 1280, "height": 900}
PHONE: ViewportSize = {"width": 360, "height": 740}


def stories(site: Path) -> list[str]:
    return [f"stories/{path.name}" for path in sorted((site / "stories").glob("*.html")) if path.stem != "index"]


@pytest.mark.parametrize("view", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_how_sure_it_is_and_what_is_open_stand_on_the_first_screen(
    site: Path, browser: Browser, view: ViewportSize
) -> None:
    page = browser.new_page(viewport=view)
    for name in ("index.html", *stories(site)):
        page.goto((site / name).as_uri())
        sure = page.locator(".sureness").bounding_box()
        assert sure, name
        assert sure["y"] + sure["height"] < view["height"], name
        page.emulate_media(media="print")
        assert page.locator(".sureness").is_visible(), name
        page.emulate_media(media="screen")
    page.goto((site / "index.html").as_uri())
    question = page.locator(":is(.disputed--phone, .notknown) a:visible").first.bounding_box()
    assert question
    assert question["y"] + question["height"] < view["height"]
    page.close()


def test_what_the_marks_mean_is_folded_away_once_a_page_and_paper_leaves_it_out(
    site: Path, browser: Browser
) -> None:
    page = browser.new_page(viewport=DESKTOP)
    for name in ("index.html", "timeline.html", "figures.html", "open-questions.html", *stories(site)):
        page.goto((site / name).as_uri())
        assert page.locator(".legend").count() == 1, name
        assert not page.locator(".legend__one").first.is_visible(), name
        page.emulate_media(media="print")
        assert not page.locator(".legend").is_visible(), name
        page.emulate_media(media="screen")
    page.close()


def test_the_sections_fit_one_row_of_a_phone_and_all_can_be_reached_without_script(
    site: Path, browser: Browser
) -> None:
    context = browser.new_context(viewport=PHONE, java_script_enabled=False)
    page = context.new_page()
    page.goto((site / "about.html").as_uri())
    bar = page.locator("nav.md-tabs")
    assert bar.bounding_box()["height"] < 50  # type: ignore[index]
    shown = set(bar.get_by_role("link").all_inner_texts())
    bar.locator("summary").click()
    reached = shown | set(bar.get_by_role("link").all_inner_texts())
    assert len(shown) < len(reached)
    assert reached | {"Overview"} == set(page.locator(".colophon__nav a").all_inner_texts())
    assert bar.locator("[aria-current]").inner_text() == "About"
    context.close()
    wide = browser.new_page(viewport=DESKTOP)
    wide.goto((site / "about.html").as_uri())
    assert set(wide.locator("nav.md-tabs").get_by_role("link").all_inner_texts()) == reached | {"Overview"}
    assert not wide.locator("nav.md-tabs summary").is_visible()
    wide.close()


def test_what_can_be_opened_stands_on_the_line_of_the_link_before_it(site: Path, browser: Browser) -> None:
    page = browser.new_page(viewport=DESKTOP)
    page.goto((site / "index.html").as_uri())
    tops = page.locator(".folds").first.evaluate(
        """folds => [...folds.querySelectorAll(".folds__note a, .fold__summary")].map(one => {
            const range = document.createRange()
            range.selectNodeContents(one)
            return range.getBoundingClientRect().bottom
        })"""
    )
    assert len(tops) == 2
    assert abs(tops[0] - tops[1]) < 1
    page.close()
