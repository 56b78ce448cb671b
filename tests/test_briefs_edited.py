"""Items that a person changed or added are known as such, and said to be."""

import shutil
from pathlib import Path

from good_site import read_good
from pages_as_html import ROOT, convert

from generator.articles import read_articles
from generator.briefs import dump_brief, read_briefing
from generator.briefs.edited import edited_items, edited_of_overview
from generator.model.brief import Brief
from generator.model.briefing import Briefing
from generator.pages import publish, render_pages


def _brief() -> Brief:
    return read_good().briefs["tunnel-opening"]


def test_a_changed_and_an_added_item_are_known_and_no_other() -> None:
    brief = _brief()
    first, second, *others = brief.key_facts
    before = brief.model_copy(update={"key_facts": [first.model_copy(update={"text": "Other words."}), *others]})
    found = edited_items({"tunnel-opening": brief}, {"tunnel-opening": before})
    assert found == {f"tunnel-opening/{first.id}", f"tunnel-opening/{second.id}"}


def test_holding_locking_or_correcting_an_item_changes_not_what_it_says() -> None:
    brief = _brief()
    first, *others = brief.key_facts
    now = first.model_copy(update={"locked": True, "hold": not first.hold, "correction": "2025-01-01: so."})
    changed = brief.model_copy(update={"key_facts": [now, *others]})
    assert edited_items({"a": changed}, {"a": brief}) == frozenset()


def test_a_brief_that_the_generator_never_wrote_is_not_marked_line_by_line() -> None:
    assert edited_items({"a": _brief()}, {}) == frozenset()


def test_of_the_overview_too_a_changed_and_an_added_item_are_known() -> None:
    overview = read_good().overview
    [first, *others] = overview.key_facts
    before = overview.model_copy(update={"key_facts": [first.model_copy(update={"text": "Other words."}), *others]})
    assert edited_of_overview(overview, before) == {first.id}
    assert edited_of_overview(overview, overview) == frozenset()
    assert edited_of_overview(overview, None) == frozenset()


def test_the_page_says_which_line_is_edited() -> None:
    good = read_good()
    edited = frozenset({"tunnel-opening/opens-4-may"})
    briefing = Briefing(good.overview, good.briefs, good.articles, good.names, edited)
    [page] = [p for p in render_pages(publish(briefing)) if p.path == "stories/tunnel-opening.md"]
    html = convert(page.markdown)
    items = html.xpath("//li[.//span[@class='passage__edited'] = 'Worded by an editor']/@id")
    assert items == ["opens-4-may"]


def test_home_says_which_of_its_own_lines_is_edited() -> None:
    good = read_good()
    [own, *_] = good.overview.key_facts
    briefing = Briefing(good.overview, good.briefs, good.articles, good.names, frozenset({str(own.id)}))
    [page] = [p for p in render_pages(publish(briefing)) if p.path == "index.md"]
    items = convert(page.markdown).xpath("//li[.//span[@class='passage__edited'] = 'Worded by an editor']/@id")
    assert items == [f"briefing--{own.id}"]


def test_what_the_generator_last_wrote_is_read_with_the_briefing(tmp_path: Path) -> None:
    content = shutil.copytree(ROOT / "tests/sites/good/content", tmp_path / "content")
    brief = _brief()
    first, *others = brief.key_facts
    before = brief.model_copy(update={"key_facts": [first.model_copy(update={"text": "Other words."}), *others]})
    (content / "briefs/.written").mkdir()
    (content / "briefs/.written/tunnel-opening.yml").write_text(dump_brief(before), encoding="utf-8")
    articles = {article.file: article for article in read_articles(content / "articles")[0]}
    assert read_briefing(content, articles).edited == {f"tunnel-opening/{first.id}"}
