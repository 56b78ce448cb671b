"""What the pages of a story and of home are made of, part by part."""

from dataclasses import replace

import pytest
from good_site import read_good

from generator.model.brief import KeyFact, Overview, Quote, SharedText
from generator.model.findings import Name
from generator.pages.accounts import find_accounts
from generator.pages.changes import MOST, find_changes
from generator.pages.endnotes import endnotes
from generator.pages.home_page import home_view, known_facts
from generator.pages.items import Place, quote_view
from generator.pages.published import Placed, Published, publish
from generator.pages.speakers import introduce

POST, HERALD, GAZETTE = "ellery-post-2024-03-12", "northern-herald-2024-03-12", "gazette-2024-04-08"


@pytest.fixture(scope="module")
def site() -> Published:
    return publish(read_good())


def fact(number: int, **evidence: str) -> Placed[KeyFact]:
    keys = {"post": POST, "herald": HERALD, "gazette": GAZETTE}
    item = KeyFact(id=f"f{number}", text="x", evidence={keys[name]: text for name, text in evidence.items()})
    return Placed(item, "stories/tunnel-opening", f"f{number}", f"tunnel-opening--f{number}", None)


def shown(site: Published, *facts: Placed[KeyFact]) -> list[list[tuple[str, list[str]]]]:
    """Return of each changed sentence the outlets and the words that are marked."""
    return [
        [(one.outlets, [piece.text for piece in one.pieces if piece.marked]) for one in changed.prints]
        for changed in find_changes(facts, site.articles)
    ]


def test_words_that_outlets_changed_are_marked(site: Published) -> None:
    one = fact(
        1, post="The council has called the toll an insult.", herald="The council has called the toll a bad idea."
    )
    assert shown(site, one) == [[("Ellery Post", ["an insult"]), ("Northern Herald", ["a bad idea"])]]


def test_what_one_outlet_adds_is_marked_there_and_its_place_is_shown_in_the_other(site: Published) -> None:
    text = "The bridge will close in June, the harbour office said on Monday"
    [changed] = find_changes([fact(1, post=f"{text}.", herald=f"{text}, for eleven weeks.")], site.articles)
    assert [[piece.text for piece in one.pieces if piece.marked] for one in changed.prints] == [
        [],
        ["for eleven weeks"],
    ]
    assert "".join(piece.text for piece in changed.prints[0].pieces).endswith("said on Monday.")


@pytest.mark.parametrize(
    ("post", "herald"),
    [
        ("It cost $12bn, the U.S. office said.", "It cost $12 billion, the US office said."),
        ('The mayor called it "a farce".', "The mayor called it a farce."),
        ("It opened on 4 May in the north.", "It opened on May 4 in the north."),
        ("The ferry will be sold, he said.", "He said the ferry will be sold."),
        ("The ferry sank in the storm.", "Prices of fish have doubled since the spring."),
    ],
    ids=["house style", "marks", "a date turned round", "words that only stand elsewhere", "another sentence"],
)
def test_what_tells_nothing_is_no_change(site: Published, post: str, herald: str) -> None:
    assert shown(site, fact(1, post=post, herald=herald)) == []


def test_prints_that_differ_in_signs_and_little_words_alone_stand_together(site: Published) -> None:
    shared = [SharedText(articles=[POST, HERALD, GAZETTE])]
    good = read_good()
    briefs = {name: brief.model_copy(update={"shared_text": shared}) for name, brief in good.briefs.items()}
    one = fact(
        1,
        post="The owners call on Monday was the fourth of the towns complaints.",
        herald="The owners' call Monday was the fourth of the town's complaints.",
        gazette="The call between the two owners Monday was the fourth of the town's complaints.",
    )
    [changed] = find_changes([one], publish(replace(good, briefs=briefs)).articles)
    assert [one.outlets for one in changed.prints] == ["Ellery Post and Northern Herald", "Outlet not named"]
    assert "".join(piece.text for piece in changed.prints[0].pieces).startswith("The owners' call Monday")


def test_an_article_of_another_origin_changes_nothing(site: Published) -> None:
    one = fact(
        1, post="The council has called the toll an insult.", gazette="The council has called the toll a bad idea."
    )
    assert shown(site, one) == []


def test_of_many_changes_those_of_most_words_are_shown_and_each_once(site: Published) -> None:
    names = [f"pier number {number} of the old harbour will be closed" for number in range(MOST + 3)]
    facts = [fact(n, post=f"The {name} today.", herald=f"The {name} forever.") for n, name in enumerate(names)]
    assert len(find_changes([*facts, *facts], site.articles)) == MOST


def test_a_speaker_is_called_by_the_office_that_the_articles_give_and_their_spelling_is_told(
    site: Published,
) -> None:
    text = site.articles[GAZETTE].article
    assert text is not None
    start = text.text.index("Tomas Brandt")
    name = Name(start, start + 12, "Tomas Brandt", "person", role="chairman of the ferry owners", rule="test")
    friend = replace(name, role="Norwegian counterpart")
    spelt = replace(name, start=start + 6, end=start + 12, name="Tomas Brandt")
    known = replace(site, mentions={GAZETTE: (friend, name, spelt)})
    quote = next(quote for quote in known.items["ferry-owners"].quotes if quote.item.speaker == "Tomas Brandt")
    told = introduce(quote, known, "people/tomas-brandt.html")
    assert (told.office, told.spelt, told.page) == (
        "chairman of the ferry owners",
        None,
        "people/tomas-brandt.html",
    )
    other = replace(quote, item=Quote.model_validate(quote.item.model_dump() | {"speaker": "Thomas Brand"}))
    misspelt = replace(known, mentions={GAZETTE: (replace(name, name="Thomas Brand"),)})
    assert introduce(other, misspelt, None).spelt == "also spelt “Tomas Brandt”"


def test_two_parties_or_there_is_nothing_to_set_side_by_side(site: Published) -> None:
    items = site.items["tunnel-opening"]
    assert [side.party for side in find_accounts(items, site)[0].sides] == [
        "the authority",
        "the tunnel workers' union",
    ]
    one_party = replace(items, quotes=tuple(q for q in items.quotes if q.item.id != "no-date-agreed"))
    assert find_accounts(one_party, site) == ()
    assert find_accounts(replace(items, questions=()), site) == ()


def test_items_that_rest_on_one_passage_share_a_note(site: Published) -> None:
    one = fact(1, post="The toll is off.", herald="The toll is off!")
    two = fact(2, herald="The toll is off!", gazette="There will be no toll.")
    other = fact(3, post="The pier is closed.")
    notes = endnotes([one, two, other], site.articles)
    assert [notes.of(placed) for placed in (one, two, other)] == ["1", "1", "2"]
    assert [[wording.text for wording in note.wordings] for note in notes.notes] == [
        ["The toll is off.", "There will be no toll."],
        ["The pier is closed."],
    ]
    assert notes.notes[0].wordings[0].where == "Ellery Post and Northern Herald, 12 March 2024"


def test_several_passages_of_an_article_are_several_notes(site: Published) -> None:
    item = KeyFact(id="f", text="x", evidence={POST: ["The toll is off.", "The pier is closed."]})
    placed = Placed(item, "index", "f", "briefing--f", None)
    assert endnotes([placed], site.articles).of(placed) == "1, 2"


def test_what_a_story_says_again_does_not_lead_the_home_page_twice() -> None:
    briefing = replace(read_good(), overview=Overview(title="The tunnel"))
    opening = briefing.briefs["tunnel-opening"].key_facts[0].text
    again = KeyFact(text=f"{opening[:60]}, it is said.", evidence={GAZETTE: "x"})
    ferries = briefing.briefs["ferry-owners"]
    told = ferries.model_copy(update={"key_facts": [*ferries.key_facts, again]})
    site = publish(replace(briefing, briefs={**briefing.briefs, "ferry-owners": told}))
    texts = [fact.item.text for fact in known_facts(site)]
    assert len([text for text in texts if "harbour tunnel at Port Ellery" in text]) == 1
    assert len(texts) > 2


def test_home_says_why_a_question_is_open_in_one_sentence_that_may_end_in_marks() -> None:
    briefing = read_good()
    brief = briefing.briefs["tunnel-opening"]
    asked = [
        question.model_copy(update={"because": "The U.S. office speaks of a “firm date”. Minutes would settle it."})
        for question in brief.open_questions
    ]
    changed = {**briefing.briefs, "tunnel-opening": brief.model_copy(update={"open_questions": asked})}
    [shown] = home_view(publish(replace(briefing, briefs=changed))).not_known
    assert shown.because == "The U.S. office speaks of a “firm date”."


@pytest.mark.parametrize(
    ("kind", "text", "told"),
    [
        ("partial", "on time, […] and safe,", "…\u00a0“on time” […] “and safe”\u00a0…"),
        ("direct", "It is on time,", "“It is on time”"),
        ("direct", "Is it on time?", "“Is it on time?”"),
        ("indirect", "the tunnel is safe", "… the tunnel is safe"),
    ],
)
def test_a_comma_of_the_outlets_sentence_is_not_the_speakers(
    site: Published, kind: str, text: str, told: str
) -> None:
    quote = site.items["tunnel-opening"].quotes[0]
    item = Quote.model_validate(quote.item.model_dump() | {"kind": kind, "text": text})
    view = quote_view(replace(quote, item=item), Place(site, "stories/tunnel-opening"))
    assert "".join(one.text for one in view.words) == told
