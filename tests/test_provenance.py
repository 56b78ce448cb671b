"""From every line to the passage it rests on and its article, and back, in one action, over the built pages."""

from functools import cache
from pathlib import Path

import lxml.html
from built_site import page_names
from lxml.html import HtmlElement

from generator.model.brief import Item
from generator.pages import Published
from generator.pages.passages import passages
from generator.pages.published import Placed

# The blocks that show an item: each opens its passage in place, or is a link to where the item stands.
SHOWN = ("fact", "quote", "timeline__item", "question", "lines__one", "notknown__item")
BLOCKS = "//main//*[{}]".format(
    " or ".join(f"contains(concat(' ', normalize-space(@class), ' '), ' {name} ')" for name in SHOWN)
)


@cache
def tree(path: Path) -> HtmlElement:
    return lxml.html.parse(str(path)).getroot()


def text(element: HtmlElement) -> str:
    return " ".join(str(element.text_content()).split())


def follow(page: Path, link: str) -> tuple[Path, list[HtmlElement]]:
    """Return the page a link leads to, and what has the anchor on it."""
    path, _, anchor = link.partition("#")
    target = (page.parent / path).resolve() if path else page
    return target, tree(target).xpath("//*[@id=$anchor]", anchor=anchor)


def block_of(element: HtmlElement) -> HtmlElement:
    """Return the block of an item, whose anchor may stand on its heading."""
    return next(one for one in (element, *element.iterancestors()) if one.xpath(".//details[@class='passage']"))


def test_every_item_opens_its_passages_each_with_its_article_which_leads_back(
    site: Path, built_from: Published
) -> None:
    items = [placed for part in built_from.everything() for placed in part.all()]
    assert items
    for placed in items:
        check_both_ways(site.resolve(), built_from, placed)


def check_both_ways(site: Path, published: Published, placed: Placed[Item]) -> None:
    page = site / f"{placed.page}.html"
    [element] = tree(page).xpath("//*[@id=$anchor]", anchor=placed.anchor)
    [body, *_] = block_of(element).xpath(".//details[@class='passage']")
    shown = {text(one) for one in body.xpath(".//*[@class='passage__text']")}
    links = [follow(page, str(link)) for link in body.xpath(".//*[@class='passage__where']//a/@href")]
    for key, passage in passages(placed.item):
        assert " ".join(passage.split()) in shown, f"{placed.reference}: {passage}"
        article = site / f"{published.articles[key].page}.html"
        used = [one.xpath("ancestor::li[@class='used__item']")[0] for target, [one] in links if target == article]
        assert used, f"{placed.reference}: no link to {key}"
        [there] = [one for one in used if " ".join(passage.split()) in text(one)][:1]
        back = [
            follow(article, str(link))
            for link in there.xpath(
                ".//p[@class='used__for']//a/@href[contains(., '#') and not(contains(., '://'))]"
            )
        ]
        assert (page, [element]) in back, f"{placed.reference}: {key} does not lead back"


def test_whatever_shows_an_item_opens_its_passage_or_leads_to_it(site: Path) -> None:
    blocks = 0
    for name in page_names(site):
        page = (site / name).resolve()
        for block in tree(page).xpath(BLOCKS):
            blocks += 1
            if not block.xpath(".//details[@class='passage']//*[@class='passage__where']//a"):
                ways = [follow(page, str(link)) for link in block.xpath(".//a/@href") if "#" in link]
                assert any(
                    block_of(one).xpath(".//*[@class='passage__text']") for _, found in ways for one in found
                ), f"{name}: {text(block)}"
    assert blocks > 20


def test_every_figure_of_a_chart_leads_to_its_passage(site: Path) -> None:
    rows = 0
    for name in page_names(site):
        page = (site / name).resolve()
        for row in tree(page).xpath("//main//*[figure[@class='chart']]//table//tr[td]"):
            rows += 1
            ways = [follow(page, str(link)) for link in row.xpath(".//a/@href")]
            assert [one for _, found in ways for one in found], f"{name}: {text(row)}"
    assert rows
