"""Pages of people and organisations: what they are called, what they said and where they are named."""

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from good_site import NAUGHTY
from pages_as_html import ROOT, convert

from generator.model.brief import Brief, KeyFact, NameEntry, Overview, Quote
from generator.model.briefing import Briefing
from generator.model.findings import Name
from generator.pages import publish, render_pages
from generator.pages.minor_speakers import minor_speakers
from generator.pages.people import ENOUGH, Bearer, bearers
from generator.pages.people_pages import people_view
from generator.pipeline import read_content

ARTICLE = "ellery-post-2024-03-12"


@pytest.fixture(scope="module")
def briefing() -> Briefing:
    return read_content(ROOT / "tests/sites/good/content")


def found(briefing: Briefing) -> dict[str, Bearer]:
    return {bearer.name: bearer for bearer in bearers(publish(briefing))}


def mentioned(briefing: Briefing, name: str, words: str, role: str | None = None, kind: str = "person") -> Briefing:
    """Return the briefing as if one article mentioned only this bearer, in words that its text holds."""
    text = briefing.articles[ARTICLE].text
    start = text.index(words)
    mention = Name(start, start + len(words), name, kind, role, "case")  # type: ignore[arg-type]
    return replace(briefing, mentions={ARTICLE: (mention,)}, names=())


def with_facts(briefing: Briefing, *texts: str) -> Briefing:
    brief = briefing.briefs["tunnel-opening"]
    facts = [KeyFact(id=f"fact-{n}", text=text, evidence={ARTICLE: "x"}) for n, text in enumerate(texts)]
    changed = brief.model_copy(
        update={"key_facts": facts, "quotes": [], "timeline": [], "figures": [], "open_questions": []}
    )
    overview = Overview(title="Lines")
    return replace(briefing, overview=overview, briefs={"tunnel-opening": changed})


def test_a_speaker_with_enough_to_show_has_a_page_with_it_all(briefing: Briefing) -> None:
    one = found(briefing)["Ines Okafor"]
    assert one.kind == "person"
    assert len(one.said) + len(one.about) >= ENOUGH
    assert {quote.item.speaker for quote in one.said} <= {"Ines Okafor", "Okafor"}
    [page] = [p for p in render_pages(publish(briefing)) if p.path == f"{one.page}.md"]
    text = convert(page.markdown).text_content()
    assert all(" ".join(quote.item.text.split()[:3]) in text for quote in one.said)


def test_a_line_names_somebody_by_a_short_form_that_is_nobody_elses(briefing: Briefing) -> None:
    word = "Okafor"
    lines = (f"{word} opened it.", f"They met {word}.", f"The {word}s are many.", f"{word}’s plan.")
    one = found(mentioned(with_facts(briefing, *lines), f"Ada {word}", word))[f"Ada {word}"]
    assert [placed.item.id for placed in one.about] == ["fact-0", "fact-1", "fact-3"]
    assert one.spellings == ()


def test_too_little_makes_no_page(briefing: Briefing) -> None:
    word = briefing.articles[ARTICLE].text.split()[0]
    assert not found(mentioned(with_facts(briefing, "Nothing here.", f"{word} is named once."), word, word))


def test_a_place_has_no_page(briefing: Briefing) -> None:
    word = briefing.articles[ARTICLE].text.split()[0]
    lines = with_facts(briefing, *(f"{word} is line {n}." for n in range(5)))
    assert found(mentioned(lines, word, word))
    assert not found(mentioned(lines, word, word, kind="place"))


@pytest.mark.parametrize(("role", "shown"), [("harbour minister", True), ("Danish counterpart", False)])
def test_a_role_that_says_only_whose_it_is_is_none(briefing: Briefing, role: str, shown: bool) -> None:
    word = briefing.articles[ARTICLE].text.split()[0]
    lines = with_facts(briefing, *(f"{word} is line {n}." for n in range(5)))
    one = found(mentioned(lines, word, word, role))[word]
    assert [(told.words, told.articles) for told in one.roles] == ([(role, (ARTICLE,))] if shown else [])


def test_other_spellings_are_told_and_the_editors_role_leads(briefing: Briefing) -> None:
    word = briefing.articles[ARTICLE].text.split()[0]
    lines = with_facts(briefing, *(f"{word} is line {n}." for n in range(5)))
    entry = NameEntry(name="Somebody Else", also=[word], role="harbour master")
    one = found(replace(mentioned(lines, word, word, "minister"), names=(entry,)))["Somebody Else"]
    assert [(spelling.words, dict(spelling.times)) for spelling in one.spellings] == [(word, {ARTICLE: 1})]
    assert [told.words for told in one.roles] == ["harbour master", "minister"]


def test_naughty_names_stay_text(briefing: Briefing) -> None:
    naughty = next(text for text in NAUGHTY if "<script" in text)
    one = Quote(text="Words", speaker=naughty, kind="direct", evidence={ARTICLE: "x"})
    quotes = [one.model_copy(update={"id": f"quote-{n}"}) for n in range(4)]
    bare = with_facts(briefing)
    brief = bare.briefs["tunnel-opening"].model_copy(update={"quotes": quotes})
    changed = replace(bare, briefs={"tunnel-opening": brief})
    word = briefing.articles[ARTICLE].text.split()[0]
    pages = render_pages(publish(replace(mentioned(changed, naughty, word), names=())))
    [page] = [p for p in pages if p.path.startswith("people/") and p.path != "people/index.md"]
    assert Path(page.path).stem.isascii()
    html = convert(page.markdown)
    assert not html.xpath("//script")


def in_two_stories(briefing: Briefing, name: str, kind: str = "organisation") -> list[Bearer]:
    """Return the bearers of a name in the lines of two stories, each of an article of its own."""
    first, second = [key for key, article in briefing.articles.items() if article.published][:2]
    entries = {key: entry for brief in briefing.briefs.values() for key, entry in brief.articles.items()}
    briefs = {}
    for slug, title, key in (("one", "Norway votes", first), ("two", "Peru votes", second)):
        facts = [KeyFact(id=f"{slug}-{n}", text=f"{slug} {n}: {name}.", evidence={key: "x"}) for n in range(ENOUGH)]
        briefs[slug] = Brief(title=title, articles={key: entries[key]}, key_facts=facts)
    mentions = {key: (Name(0, 1, name, kind, None, "case"),) for key in (first, second)}  # type: ignore[arg-type]
    site = publish(replace(briefing, overview=Overview(title="x"), briefs=briefs, names=(), mentions=mentions))
    return [bearer for bearer in bearers(site) if bearer.name == name]


def test_a_name_that_others_may_have_is_not_one_bearers_in_stories_of_two_countries(briefing: Briefing) -> None:
    courts = in_two_stories(briefing, "Supreme Court")
    assert sorted([placed.item.id for placed in court.about] for court in courts) == [
        ["one-0", "one-1", "one-2"],
        ["two-0", "two-1", "two-2"],
    ]
    assert len({court.page for court in courts}) == len(courts)
    (group,) = people_view(tuple(courts)).groups
    assert sorted(str(one.role) for one in group.bearers) == ["In “Norway votes”", "In “Peru votes”"]


@pytest.mark.parametrize(
    ("name", "kind"),
    [("Supreme Court of Norway", "organisation"), ("Greenpeace", "organisation"), ("Ida Berg", "person")],
)
def test_a_full_name_is_one_bearers_in_all_stories(briefing: Briefing, name: str, kind: str) -> None:
    (one,) = in_two_stories(briefing, name, kind)
    assert len(one.about) == 2 * ENOUGH


def test_roles_are_told_latest_first(briefing: Briefing) -> None:
    entries = {key: entry for one in briefing.briefs.values() for key, entry in one.articles.items()}
    early, late = "northern-herald-2024-03-12", "lighthouse-2024-04-01"
    entries[late] = entries[late].model_copy(update={"published": "2024-04-01"})
    lines = with_facts(briefing, *(f"Ida Berg is line {n}." for n in range(5)))
    roles = {ARTICLE: None, early: "minister", late: "mayor"}
    mentions = {key: (Name(0, 1, "Ida Berg", "person", role, "case"),) for key, role in roles.items()}
    told = replace(lines, mentions=mentions, names=())
    brief = told.briefs["tunnel-opening"]
    brief = brief.model_copy(update={"articles": entries})
    one = found(replace(told, briefs={"tunnel-opening": brief}))["Ida Berg"]
    assert [role.words for role in one.roles] == ["mayor", "minister"]


def test_the_list_has_whoever_speaks_too_little_for_a_page_or_without_a_name(briefing: Briefing) -> None:
    brief = briefing.briefs["tunnel-opening"]
    [first, *_] = brief.key_facts
    [quote, *_] = brief.quotes
    changed = brief.model_copy(
        update={
            "key_facts": [first.model_copy(update={"according_to": "Mario Lind"})],
            "quotes": [quote.model_copy(update={"speaker": "a harbour pilot"})],
        }
    )
    site = publish(mentioned(replace(briefing, briefs={"tunnel-opening": changed}), "Mario Lind", "Last week"))
    everybody = bearers(site)
    others = minor_speakers(site, everybody)
    listed = {group.name: group.bearers for group in people_view(everybody, others).groups}
    assert [(one.name.text, one.told) for one in listed["People"]][-1] == (
        "Mario Lind",
        "Cited for one fact",
    )
    [pilot] = listed["Not named"]
    assert (pilot.name.text, pilot.told) == ("A harbour pilot", "One quotation")
    assert pilot.name.href == f"../stories/tunnel-opening.html#{quote.id}"


def test_who_appears_most_comes_first() -> None:
    def weight(name: str, said: int, about: int) -> tuple[int, int, str]:
        some: Any = [None]
        return Bearer(name, "person", "", (), (), tuple(some * said), tuple(some * about), ()).weight

    often, speaks, named = weight("C", 0, 12), weight("B", 3, 0), weight("A", 1, 2)
    assert sorted([named, often, speaks]) == [often, speaks, named]


def test_who_has_a_page_is_in_the_list_once(briefing: Briefing) -> None:
    site = publish(briefing)
    everybody = bearers(site)
    names = [
        one.name.text
        for group in people_view(everybody, minor_speakers(site, everybody)).groups
        for one in group.bearers
    ]
    assert len(names) == len({*names})
    assert "Ines Okafor" in names
