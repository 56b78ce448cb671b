"""What people take out of a brief, put into another or write themselves stays so, whatever the articles do."""

from pathlib import Path
from typing import Any

import pytest

from generator.briefs import read_briefing, read_written, write_briefs
from generator.errors import ContentErrors
from generator.model.article import Article
from generator.model.brief import Brief

CONTENT = Path("content")
TEXTS = {
    "harbour.txt": "The ferry sailed again. “We never thought of selling her,” said Marit Aas. Who pays?",
    "island.txt": "The ferry was back. The mayor called it a relief.",
}
ARTICLES = {file: Article(file, text) for file, text in TEXTS.items()}
KEYS = {"harbour": "harbour.txt", "island": "island.txt"}


@pytest.fixture(autouse=True)
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    (tmp_path / "work" / "content").mkdir(parents=True)
    monkeypatch.chdir(tmp_path / "work")
    (CONTENT / "briefing.yml").write_text("title: The harbour\n", "utf-8")


def fact(name: str, text: str, *keys: str) -> dict[str, Any]:
    return {"id": name, "text": text, "evidence": dict.fromkeys(keys, text)}


SAILED = fact("sailed", "The ferry sailed again.", "harbour")
RELIEF = fact("relief", "The mayor called it a relief.", "island")


def brief(title: str, keys: str, *facts: dict[str, Any], **more: Any) -> Brief:
    articles = {key: {"file": KEYS[key]} for key in keys.split()}
    return Brief.model_validate({"title": title, "articles": articles, "key_facts": facts, **more})


def path(slug: str) -> Path:
    return CONTENT / "briefs" / f"{slug}.yml"


def edit(slug: str, old: str, new: str) -> None:
    text = path(slug).read_text("utf-8")
    assert old in text
    path(slug).write_text(text.replace(old, new), "utf-8")


def facts(slug: str) -> list[str | None]:
    return [item.id for item in read_briefing(CONTENT, ARTICLES).briefs[slug].key_facts]


TWO = {"ferry": brief("Ferry resumes", "harbour", SAILED), "isle": brief("A relief", "island", RELIEF)}
CUT = """  - id: sailed
    text: The ferry sailed again.
    evidence:
      harbour: The ferry sailed again.
"""


def test_an_item_pasted_into_another_brief_stays_there_and_does_not_come_back() -> None:
    two = {**TWO, "ferry": brief("Ferry resumes", "harbour", SAILED, fact("ferry", "The ferry", "harbour"))}
    write_briefs(CONTENT, two)
    edit("ferry", CUT + "\n", "")
    edit("isle", "key_facts:\n", f"key_facts:\n{CUT}\n")
    before = path("isle").read_bytes(), path("ferry").read_bytes()
    for run in (
        two,
        {**two, "ferry": brief("Ferry resumes", "harbour", fact("ferry", "The ferry", "harbour"))},
        two,
    ):
        assert not write_briefs(CONTENT, run).conflicts
        assert (path("isle").read_bytes(), path("ferry").read_bytes()) == before
    assert facts("ferry") == ["ferry"]
    assert facts("isle") == ["sailed", "relief"]


def test_a_deleted_item_stays_deleted_when_its_article_goes_and_returns() -> None:
    both = {"ferry": brief("Ferry resumes", "harbour island", SAILED, RELIEF)}
    write_briefs(CONTENT, both)
    edit("ferry", "\n  - id: relief\n    text: The mayor called it a relief.\n", "")
    edit("ferry", "    evidence:\n      island: The mayor called it a relief.\n", "")
    for run in ({"ferry": brief("Ferry resumes", "harbour", SAILED)}, both):
        write_briefs(CONTENT, run)
        assert "relief" not in path("ferry").read_text("utf-8")


def test_a_locked_item_waits_while_its_article_goes_and_returns() -> None:
    both = {"ferry": brief("Ferry resumes", "harbour island", SAILED, RELIEF)}
    write_briefs(CONTENT, both)
    edit("ferry", "    text: The mayor called it a relief.\n", "    text: A relief.\n    locked: true\n")
    for run in ({"ferry": brief("Ferry resumes", "harbour", SAILED)}, both):
        write_briefs(CONTENT, run)
        assert "    text: A relief.\n    locked: true\n" in path("ferry").read_text("utf-8")
        assert facts("ferry") == ["sailed", "relief"]


def test_what_rests_on_an_article_that_a_person_took_out_goes_with_it() -> None:
    twice = fact("twice", "The ferry", "harbour", "island")
    both = {"ferry": brief("Ferry resumes", "harbour island", twice, RELIEF)}
    write_briefs(CONTENT, both)
    edit("ferry", "  island:\n    file: island.txt\n    title: null\n    outlet: null\n    published: null\n", "")
    more = {
        "ferry": brief("Ferry resumes", "harbour island", twice, RELIEF, fact("was", "The ferry was", "island"))
    }
    for run in (both, more):
        write_briefs(CONTENT, run)
        assert "island" not in path("ferry").read_text("utf-8")
    assert facts("ferry") == ["twice"]


def test_an_article_pasted_into_another_brief_is_that_one_s() -> None:
    write_briefs(CONTENT, {**TWO, "ferry": brief("Ferry resumes", "harbour", SAILED)})
    entry = "  harbour:\n    file: harbour.txt\n    title: null\n    outlet: null\n    published: null\n"
    edit("isle", "articles:\n", f"articles:\n{entry}")
    edit("isle", "key_facts:\n", f"key_facts:\n{CUT}\n")
    path("ferry").unlink()
    for _ in range(2):
        write_briefs(CONTENT, TWO)
        assert not path("ferry").exists()
        assert facts("isle") == ["sailed", "relief"]
    assert {slug: list(one.articles) for slug, one in read_written(CONTENT).items()} == {
        "ferry": [],
        "isle": ["island", "harbour"],
    }


def test_an_article_gone_from_the_folder_takes_no_edit_with_it_and_is_missed_aloud() -> None:
    both = {"ferry": brief("Ferry resumes", "harbour island", SAILED, RELIEF)}
    write_briefs(CONTENT, both)
    edit("ferry", "text: The mayor called it a relief.", "text: A relief, said the mayor.")
    changes = write_briefs(CONTENT, {"ferry": brief("Ferry resumes", "harbour", SAILED)})
    assert "text: A relief, said the mayor." in path("ferry").read_text("utf-8")
    assert [conflict.where for _, conflict in changes.conflicts] == [
        "key_facts/relief",
        "articles/island",
    ]
    with pytest.raises(ContentErrors, match="there is no article island"):
        read_briefing(CONTENT, {"harbour.txt": ARTICLES["harbour.txt"]})
    before = path("ferry").read_bytes()
    again = write_briefs(CONTENT, {"ferry": brief("Ferry resumes", "harbour", SAILED)})
    assert not again.any()
    assert not again.conflicts
    assert path("ferry").read_bytes() == before


BY_HAND = """title: By hand
articles:
  harbour: {file: harbour.txt}
key_facts:
  - text: She sailed.
    evidence: {harbour: The ferry sailed again.}
quotes:
  - text: We never thought of selling her
    evidence: {harbour: "“We never thought of selling her,” said Marit Aas."}
  - text: The owner did not think of it
    evidence: {harbour: "“We never thought of selling her,” said Marit Aas."}
timeline:
  - text: She sailed.
    date: 2 April 2031
    evidence: {harbour: The ferry sailed again.}
open_questions:
  - question: Who pays?
    evidence: {harbour: Who pays?}
  - question: What did it cost?
    evidence: {harbour: The ferry sailed again.}
"""


def test_an_item_written_by_hand_needs_only_what_it_says_and_its_evidence() -> None:
    path("by-hand").parent.mkdir(parents=True)
    path("by-hand").write_text(BY_HAND, "utf-8")
    read = read_briefing(CONTENT, ARTICLES).briefs["by-hand"]
    assert [quote.kind for quote in read.quotes] == ["direct", "indirect"]
    assert [question.kind for question in read.open_questions] == ["asked", "omission"]
    assert {question.because for question in read.open_questions} == {"The articles do not say."}
    assert read.timeline[0].date == "2031-04-02"
    write_briefs(CONTENT, TWO)
    assert path("by-hand").read_text("utf-8") == BY_HAND


def test_a_plain_date_stays_as_it_was_typed() -> None:
    write_briefs(CONTENT, {"ferry": brief("Ferry resumes", "harbour", SAILED, date="2031-04-01")})
    edit("ferry", "date: 2031-04-01", "date: 2 April 2031  # as printed")
    write_briefs(CONTENT, {"ferry": brief("Ferry sails", "harbour", SAILED, date="2031-04-01")})
    text = path("ferry").read_text("utf-8")
    assert "title: Ferry sails\ndate: 2 April 2031  # as printed\n" in text
