"""The pages of a briefing: what they show, that their links lead somewhere, and that content stays text on them."""

import posixpath
import re
from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from good_site import NAUGHTY, with_text
from lxml.html import HtmlElement
from mkdocs.utils.meta import get_data
from pages_as_html import ROOT, convert, structure
from yaml_cases import cases

from generator.model.brief import Overview, SharedText
from generator.model.briefing import Briefing
from generator.model.characters import clean
from generator.pages import Page, render_pages
from generator.pages.passages import passages
from generator.pages.published import href, publish
from generator.pages.slugs import unique_slugs
from generator.pages.wording import capitalised, number
from generator.pipeline import read_content

SECTIONS = [
    "index", "stories/index", "timeline", "who-said-what", "people/index", "figures", "open-questions", "lines",
    "sources/index",
]  # fmt: skip


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read_content(ROOT / "tests/sites/good/content")


@pytest.fixture(scope="module")
def pages(briefing: Briefing) -> dict[str, HtmlElement]:
    return as_html(render_pages(publish(briefing)))


def as_html(pages: tuple[Page, ...]) -> dict[str, HtmlElement]:
    return {page.path.removesuffix(".md"): convert(get_data(page.markdown)[0]) for page in pages}


def part_of(page: HtmlElement, at: str | None, within: str | None) -> HtmlElement:
    """Return the item with the anchor; for a heading its section, for `within` the block of that class."""
    if at is None:
        return page
    [found] = page.xpath("//*[@id=$at]", at=at)
    if within:
        [found] = found.xpath("ancestor::*[contains(concat(' ', @class, ' '), $name)]", name=f" {within} ")
    elif found.tag == "h2":
        found = found.getparent()
    return found


@pytest.mark.parametrize("case", cases("pages"))
def test_page(case: dict[str, Any], pages: dict[str, HtmlElement]) -> None:
    part = part_of(pages[case["page"]], case.get("at"), case.get("within"))
    text = " ".join(part.text_content().split(" ")).replace("\n", " ")
    for words in case.get("shows", ()):
        assert words in text
    for words in case.get("never", ()):
        assert words not in text
    links = {absolute(case["page"], link) for link in part.xpath(".//a/@href")}
    for address in case.get("leads", ()):
        wanted = absolute(case["page"], address)
        assert wanted in (links if "#" in address else {link.partition("#")[0] + "#" for link in links} | links)


def absolute(page: str, address: str) -> str:
    if address.startswith("https:"):
        return address
    path, _, anchor = address.partition("#")
    target = posixpath.normpath(posixpath.join(posixpath.dirname(page), path)) if path else f"{page}.html"
    return f"{target.removeprefix('../')}#{anchor}"


def test_sections_are_in_the_navigation_and_nothing_else(briefing: Briefing) -> None:
    pages = render_pages(publish(briefing))
    assert [page.path for page in pages if page.in_nav] == [f"{name}.md" for name in SECTIONS]


def test_every_page_has_a_title_and_a_description(briefing: Briefing) -> None:
    for page in render_pages(publish(briefing)):
        _, values = get_data(page.markdown)
        assert values["title"]
        assert values["description"]


def test_every_link_leads_to_a_page_and_an_item_that_exist(pages: dict[str, HtmlElement]) -> None:
    anchors = {f"{name}.html": {"", *page.xpath("//@id")} for name, page in pages.items()}
    about = (ROOT / "content/pages/about.md").read_text(encoding="utf-8")
    anchors["about.html"] = {"", *re.findall(r"\{: #(\w+) \}", about)}
    for name, page in pages.items():
        for address in page.xpath("//a/@href"):
            if not address.startswith("https:"):
                path, _, anchor = absolute(name, address).partition("#")
                assert anchor in anchors[path], f"{name}: {address}"


def test_no_anchor_comes_twice_on_a_page(pages: dict[str, HtmlElement]) -> None:
    for name, page in pages.items():
        assert max(Counter(page.xpath("//@id")).values()) == 1, name


def test_every_item_stands_on_its_own_page_and_shows_its_passages(
    briefing: Briefing, pages: dict[str, HtmlElement]
) -> None:
    site = publish(briefing)
    for part in site.everything():
        for placed in part.all():
            [item] = pages[placed.page].xpath("//*[@id=$at]", at=placed.anchor)
            block = item.getparent() if item.tag == "h3" else item
            shown = "".join(block.xpath(".//blockquote[@class='passage__text']//text()"))
            for _, passage in passages(placed.item):
                assert passage in shown


def test_nothing_of_a_brief_on_hold_is_on_any_page(briefing: Briefing) -> None:
    text = "".join(page.markdown for page in render_pages(publish(briefing)))
    assert "lighthouse" not in text
    assert "not published yet" not in text


def test_passages_are_searched_where_they_belong_and_nowhere_twice(pages: dict[str, HtmlElement]) -> None:
    for name, page in pages.items():
        bodies = page.xpath("//div[@class='passage__body']")
        searched = page.xpath("//div[@class='passage__body'][not(@data-search-exclude)]")
        assert searched == (bodies if name.startswith("stories/") else [])


def test_whole_articles_are_shown_only_where_asked_for(briefing: Briefing) -> None:
    path = "sources/ellery-post-2024-03-12"
    sentence = "One ferry will keep running at night."
    assert sentence not in as_html(render_pages(publish(briefing)))[path].text_content()
    assert sentence in as_html(render_pages(publish(briefing), full_text=True))[path].text_content()


def test_a_briefing_without_stories_has_all_sections(briefing: Briefing) -> None:
    empty = Briefing(Overview(title="Nothing yet"), {}, {}, ())
    assert [page.path for page in render_pages(publish(empty))] == [f"{name}.md" for name in SECTIONS]


def test_rendering_twice_gives_the_same_pages(briefing: Briefing) -> None:
    assert render_pages(publish(briefing)) == render_pages(publish(briefing))


def test_texts_shared_through_a_third_article_are_one_origin(briefing: Briefing) -> None:
    keys = ["ellery-post-2024-03-12", "gazette-2024-04-08", "northern-herald-2024-03-12"]
    shared = [SharedText(articles=keys[:2]), SharedText(articles=keys[1:])]
    briefs = {name: brief.model_copy(update={"shared_text": shared}) for name, brief in briefing.briefs.items()}
    site = publish(Briefing(briefing.overview, briefs, briefing.articles, briefing.names))
    assert {article.origin for article in site.articles.values()} == {keys[0]}


def test_slugs_of_colliding_titles_part_and_do_not_depend_on_order() -> None:
    first = unique_slugs(["Port", "Pört", "con", "", "Port"])
    assert len(set(first)) == 5
    assert set(first[:2]) == set(unique_slugs(["Pört", "Port"]))
    assert unique_slugs(["Tunnel"]) == ("tunnel",)


def test_addresses_are_relative_to_the_page() -> None:
    assert href("stories/a", "index") == "../index.html"
    assert href("sources/index", "sources/a", "x") == "a.html#x"


def without_marks(tree: HtmlElement) -> list[tuple[str, tuple[str, ...]]]:
    """Marks stand where an item's words are part of its passage, or were put in: other words, other marks."""
    return [element for element in structure(tree) if element[0] not in {"mark", "ins"}]


HARMLESS = "harmless words"
# In every place a template knows, test_escape.py tries them all; here a few of those that look like markup.
LIKE_MARKUP = [text for text in NAUGHTY if set("<{[`|*") & set(text)][::12]


def test_naughty_strings_in_every_field_stay_text(briefing: Briefing) -> None:
    naughty = clean(" ".join(LIKE_MARKUP))
    pages = as_html(render_pages(publish(with_text(briefing, lambda _: f"a {naughty} z"))))
    harmless = as_html(render_pages(publish(with_text(briefing, lambda _: HARMLESS))))
    assert list(pages) == list(harmless)
    for name, page in pages.items():
        assert without_marks(page) == without_marks(harmless[name]), name
    story = pages["stories/tunnel-opening"]
    assert story.xpath("string(//h1)") == f"a {naughty} z"
    [first, *_] = story.xpath("//p[@class='fact__text']")
    assert first.text_content().removesuffix(" Disputed") == f"a {naughty} z"


def test_an_address_that_may_not_be_followed_is_shown_as_text(briefing: Briefing) -> None:
    brief = briefing.briefs["tunnel-opening"]
    entries = {
        key: entry.model_copy(update={"url": "javascript:alert(1)"}) for key, entry in brief.articles.items()
    }
    briefs = {**briefing.briefs, "tunnel-opening": brief.model_copy(update={"articles": entries})}
    changed = Briefing(briefing.overview, briefs, briefing.articles, briefing.names)
    page = as_html(render_pages(publish(changed)))["sources/ellery-post-2024-03-12"]
    assert "javascript:alert(1)" in page.text_content()
    assert not [address for address in page.xpath("//a/@href") if "javascript" in address]


def test_views_compute_and_templates_do_not() -> None:
    for path in sorted((ROOT / "theme").rglob("*.jinja")):
        text = path.read_text(encoding="utf-8")
        assert "{% set" not in text, path.name
        assert "namespace(" not in text, path.name


def test_pages_are_free_of_mkdocs() -> None:
    for path in sorted(Path(ROOT / "generator/pages").glob("*.py")):
        assert "import mkdocs" not in path.read_text(encoding="utf-8")
        assert "from mkdocs" not in path.read_text(encoding="utf-8")


def test_a_forecast_leads_to_what_came_where_that_is_published(briefing: Briefing) -> None:
    brief = briefing.briefs["tunnel-opening"]
    for reference, shown in (("ferry-owners/passengers-2023", True), ("ferry-owners/nothing-there", False)):
        figures = [
            figure.model_copy(update={"settled_by": reference}) if figure.status == "forecast" else figure
            for figure in brief.figures
        ]
        briefs = {**briefing.briefs, "tunnel-opening": brief.model_copy(update={"figures": figures})}
        changed = replace(briefing, briefs=briefs)
        for name, link in (
            ("stories/tunnel-opening", "ferry-owners.html#passengers-2023"),
            ("figures", "stories/ferry-owners.html#passengers-2023"),
        ):
            page = as_html(render_pages(publish(changed)))[name]
            told = page.xpath("//p[@class='figure__came']")
            assert [" ".join(one.text_content().split()) for one in told] == (
                ["What came: 2.1 million passengers in 2023, according to the harbour office"] if shown else []
            )
            assert [one.xpath(".//a/@href")[0] for one in told] == ([link] if shown else [])


def test_of_the_background_what_is_beyond_three_facts_is_folded_away(briefing: Briefing) -> None:
    brief = briefing.briefs["tunnel-opening"]
    [first, *_] = brief.key_facts
    for many, folded in ((3, 0), (5, 2)):
        facts = [first.model_copy(update={"id": f"back-{n}", "part": "background"}) for n in range(many)]
        briefs = {**briefing.briefs, "tunnel-opening": brief.model_copy(update={"key_facts": facts})}
        page = as_html(render_pages(publish(replace(briefing, briefs=briefs))))["stories/tunnel-opening"]
        assert len(page.xpath("//details[contains(@class, 'fold--facts')]//li[contains(@class, 'fact')]")) == folded
        assert len(page.xpath("//section//li[@class='fact']")) == many


@pytest.mark.parametrize(("many", "folded"), [(9, 0), (10, 0), (11, 2), (14, 5)])
def test_of_the_news_what_is_beyond_nine_facts_is_folded_away(briefing: Briefing, many: int, folded: int) -> None:
    brief = briefing.briefs["tunnel-opening"]
    [first, *_] = brief.key_facts
    facts = [first.model_copy(update={"id": f"news-{n}"}) for n in range(many)]
    briefs = {**briefing.briefs, "tunnel-opening": brief.model_copy(update={"key_facts": facts})}
    page = as_html(render_pages(publish(replace(briefing, briefs=briefs))))["stories/tunnel-opening"]
    away = page.xpath("//details[contains(@class, 'fold--facts')]")
    assert [len(one.xpath(".//li[@class='fact']")) for one in away] == ([folded] if folded else [])
    assert len(page.xpath("//section//li[@class='fact']")) == many
    [words, *_] = page.xpath("//ul[@class='facts']/following-sibling::details/summary/text()")
    assert words == f"{capitalised(number(many - 5))} more facts"


def test_the_search_holds_no_words_of_filters(pages: dict[str, HtmlElement]) -> None:
    filters = [one for page in pages.values() for one in page.xpath("//select | //button")]
    assert filters
    assert not [one for one in filters if not one.xpath("ancestor-or-self::*[@data-search-exclude]")]
