"""What the site gives to other programs, read back by programs of the field."""

import csv
import io
import json
import xml.dom.minidom
from functools import partial
from typing import Any

import feedparser
import icalendar
import lxml.html
import pytest
from good_site import NAUGHTY, read_good, with_text
from PIL import Image

from generator.briefs.read import parse_brief
from generator.exports import export_files, head
from generator.exports.cards import SIZE, card
from generator.exports.structured import structured_data
from generator.model.briefing import Briefing
from generator.model.characters import clean
from generator.pages import Published, publish

ADDRESS = "https://example.org/tunnel/"
TABLES = ("facts", "quotes", "timeline", "figures", "questions")


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read_good()


@pytest.fixture(scope="module")
def site(briefing: Briefing) -> Published:
    return publish(briefing)


def _instead(text: str, _: str) -> str:
    return text


def rows(files: dict[str, bytes], name: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(files[f"data/{name}.csv"].decode("utf-8-sig"), newline="")))


def count(site: Published, kind: str) -> int:
    return sum(len(getattr(part, kind)) for part in site.everything())


def test_every_published_item_is_in_its_table_with_its_passages_and_its_place(site: Published) -> None:
    files = dict(export_files(site, ADDRESS))
    for name in TABLES:
        table = rows(files, name)
        assert len(table) == count(site, name) > 0, name
        assert all(row["id"] and row["passages"] and row["page"].startswith(ADDRESS) for row in table)
    quotes = {row["id"]: row for row in rows(files, "quotes")}
    for part in site.everything():
        for placed in part.quotes:
            assert quotes[placed.reference]["text"] == placed.item.text


def test_the_json_and_the_yaml_hold_what_is_published(site: Published) -> None:
    files = export_files(site)
    data = json.loads(files["data/briefing.json"])
    assert [story["slug"] for story in data["stories"]] == [story.slug for story in site.stories]
    for story, shown in zip(site.stories, data["stories"], strict=True):
        facts = [one.item.text for one in site.items[story.slug].facts]
        assert [fact["text"] for fact in shown["key_facts"]] == facts
        brief = parse_brief(files[f"data/briefs/{story.slug}.yml"].decode(), "x").brief
        assert [fact.text for fact in brief.key_facts] == facts


def test_nothing_on_hold_is_given_away(briefing: Briefing) -> None:
    name, brief = next(iter(briefing.briefs.items()))
    secret = "a line that is on hold"
    held = brief.key_facts[0].model_copy(update={"text": secret, "hold": True})
    briefs = {**briefing.briefs, name: brief.model_copy(update={"key_facts": [held, *brief.key_facts[1:]]})}
    files = export_files(publish(Briefing(briefing.overview, briefs, briefing.articles, briefing.names)), ADDRESS)
    assert not [path for path, data in files.items() if secret.encode() in data]


def test_a_text_that_a_spreadsheet_would_run_is_text(briefing: Briefing) -> None:
    for formula in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "＝1"):
        found = with_text(briefing, partial(_instead, formula + " x"))
        for name in TABLES:
            for row in rows(dict(export_files(publish(found))), name):
                cells = [text for key, text in row.items() if key != "value"]
                assert not [text for text in cells if text.startswith(("=", "+", "-", "@", "\t", "＝"))], name


def test_the_calendar_holds_every_event_over_the_days_it_may_be(site: Published) -> None:
    calendar: Any = icalendar.Calendar.from_ical(export_files(site, ADDRESS)["data/timeline.ics"])
    events = calendar.walk("VEVENT")
    assert len(events) == count(site, "timeline")
    assert len({str(event["uid"]) for event in events}) == len(events)
    for event in events:
        assert event["dtstart"].dt < event["dtend"].dt
        assert str(event["url"]).startswith(ADDRESS)


def test_the_feed_is_one_that_a_reader_takes(site: Published) -> None:
    feed = feedparser.parse(export_files(site, ADDRESS)["feed.xml"])
    assert not feed.bozo
    assert feed.version == "atom10"
    corrected = sum(bool(one.item.correction) for part in site.items.values() for one in part.all())
    corrected += sum(bool(story.brief.correction) for story in site.stories)
    assert len(feed.entries) == len(site.stories) + corrected
    assert len({entry.id for entry in feed.entries}) == len(feed.entries)
    assert all(entry.link.startswith(ADDRESS) and entry.updated_parsed for entry in feed.entries)


def test_where_the_site_stands_changes_no_id(site: Published) -> None:
    files = [dict(export_files(site, address)) for address in (None, ADDRESS, "https://example.com/elsewhere/")]
    feeds = [feedparser.parse(data["feed.xml"]) for data in files]
    ids = [[feed.feed.id, *(entry.id for entry in feed.entries)] for feed in feeds]
    assert len(set(ids[0])) == len(ids[0])
    assert ids[0] == ids[1] == ids[2]
    calendars: list[Any] = [icalendar.Calendar.from_ical(data["data/timeline.ics"]) for data in files]
    uids = [[str(event["uid"]) for event in calendar.walk("VEVENT")] for calendar in calendars]
    assert uids[0] == uids[1] == uids[2]


def test_a_correction_is_an_entry_of_its_own_dated_as_it_says(briefing: Briefing) -> None:
    name, brief = next(iter(briefing.briefs.items()))
    corrected = brief.key_facts[0].model_copy(update={"correction": "2025-01-03: the tunnel is 4 km long."})
    briefs = {**briefing.briefs, name: brief.model_copy(update={"key_facts": [corrected, *brief.key_facts[1:]]})}
    site = publish(Briefing(briefing.overview, briefs, briefing.articles, briefing.names))
    entries = feedparser.parse(export_files(site, ADDRESS)["feed.xml"]).entries
    [entry] = [one for one in entries if one.summary == "2025-01-03: the tunnel is 4 km long."]
    assert entry.updated == "2025-01-03T00:00:00Z"
    assert entry == entries[0]
    before = {one.id for one in feedparser.parse(export_files(publish(briefing), ADDRESS)["feed.xml"]).entries}
    assert {one.id for one in entries} - before == {entry.id}


def test_what_a_page_says_of_itself_is_json_of_schema_org(site: Published) -> None:
    story = site.stories[0]
    types = {"index": "WebSite", "timeline": "ItemList", "who-said-what": "ItemList", "figures": "Dataset"}
    for page, kind in {**types, story.page: "NewsArticle"}.items():
        data = json.loads(structured_data(site, page, ADDRESS) or "")
        assert (data["@context"], data["@type"]) == ("https://schema.org", kind)
    said = [part for part in data["hasPart"] if part["@type"] == "Quotation"]
    assert [part["text"] for part in said] == [one.item.text for one in site.items[story.slug].quotes]
    assert data["citation"]
    assert structured_data(site, "about", ADDRESS) is None


def test_naughty_strings_break_none_of_the_formats(briefing: Briefing) -> None:
    text = "\n".join(NAUGHTY)[:9000] + "</script><script>alert(1)</script>]]>&lt;"
    site = publish(with_text(briefing, lambda _: f"a {text} z"))
    files = dict(export_files(site, ADDRESS))
    assert not feedparser.parse(files["feed.xml"]).bozo
    xml.dom.minidom.parseString(files["feed.xml"])
    assert len(icalendar.Calendar.from_ical(files["data/timeline.ics"]).walk("VEVENT")) == count(site, "timeline")
    assert all(len(rows(files, name)) == count(site, name) for name in TABLES)
    fact = json.loads(files["data/briefing.json"])["stories"][0]["key_facts"][0]["text"]
    assert clean(fact) == clean(f"a {text} z")
    data = head(site, site.stories[0].page, ADDRESS).structured or ""
    page = lxml.html.document_fromstring(f'<p>a</p><script type="application/ld+json">{data}</script><p>z</p>')
    assert page.xpath("count(//p)") == 2
    assert json.loads(str(page.xpath("string(//script)")))["headline"] == clean(f"a {text} z")


def test_a_card_is_a_picture_of_the_size_that_is_asked_for() -> None:
    for title in ("The tunnel opens", "A very long title " * 20, "", "Ж — a letter the font lacks", *NAUGHTY[::40]):
        image = Image.open(io.BytesIO(card(title, "The tunnel")))
        assert (image.size, image.format) == (SIZE, "PNG")
    assert card("Same", "same") == card("Same", "same")
    assert card("Ж", "") == card("", ""), "no wrong letters"


def test_cards_are_made_only_where_their_address_is_known(site: Published) -> None:
    pictures = [path for path in export_files(site, ADDRESS) if path.endswith(".png")]
    assert len(pictures) == len(site.stories) + 1
    image = head(site, site.stories[0].page, ADDRESS).image or ""
    assert image.removeprefix(ADDRESS) in pictures
    assert head(site, "timeline", ADDRESS).image == f"{ADDRESS}assets/cards/index.png"
    assert not [path for path in export_files(site) if path.endswith(".png")]
    assert head(site, "index", None).image is None
