"""The whole flow on a folder of an editor's own: generate, edit, generate again, check, add an article."""

import hashlib
import shutil
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner

from generator.cli import main
from generator.errors import ContentErrors
from generator.pipeline import generate, read_content

ROOT = Path(__file__).parent.parent
FERRY = """Ferry sinks off Porto, all rescued
20240610
https://www.example.org/ferry
The Harbour Queen ferry sank off Porto on Monday and all 120 passengers were rescued, the coast guard said.
"We were lucky that the sea was calm," captain Ana Lopes told reporters.
The ferry company carried 2.4 million passengers last year, according to the harbour office.
The coast guard said it will publish a report by the end of the year.
The ferry had been accused of sailing with too many passengers.
"""
FERRY_AGAIN = """Passengers of the Harbour Queen tell of rescue
20240611
https://news.example.com/rescue
The Harbour Queen ferry sank off Porto on Monday and all 120 passengers were rescued, the coast guard said.
"I saw the helicopter and knew we would live," passenger Joao Reis said.
The ferry company carried 2.4 million passengers last year, according to the harbour office.
"""


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    (folder / "articles").mkdir(parents=True)
    (folder / "articles" / "ferry.txt").write_text(FERRY, encoding="utf-8")
    return folder


def _state(folder: Path) -> dict[str, str]:
    files = (path for path in folder.rglob("*") if path.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in sorted(files)}


def _brief(content: Path) -> Path:
    (brief,) = (content / "briefs").glob("*.yml")
    return brief


@pytest.mark.parametrize("header", [True, False], ids=["with its header lines", "without"])
def test_an_article_of_ones_own_gives_a_brief(content: Path, header: bool) -> None:
    if not header:
        body = FERRY.split("\n", 3)[3]
        (content / "articles" / "ferry.txt").write_text(body, encoding="utf-8")
    run = generate(content)
    assert not run.errors
    (brief,) = read_content(content).briefs.values()
    assert brief.key_facts
    assert any("sea was calm" in quote.text and quote.speaker == "Ana Lopes" for quote in brief.quotes)
    assert brief.open_questions
    assert any(figure.value == 2_400_000 for figure in brief.figures)
    assert (brief.date is not None) == header


def test_generating_twice_changes_no_byte(content: Path) -> None:
    generate(content)
    before = _state(content)
    assert not generate(content, check=True).changes.any()
    assert not generate(content).changes.any()
    assert _state(content) == before


def test_articles_are_never_written_to_and_check_writes_nothing(content: Path) -> None:
    before = _state(content)
    assert generate(content, check=True).changes.any()
    assert _state(content) == before
    generate(content)
    assert {k: v for k, v in _state(content).items() if k.startswith("articles")} == before


def test_an_edit_a_comment_and_a_deletion_survive_another_article(content: Path) -> None:
    generate(content)
    path = _brief(content)
    text = path.read_text(encoding="utf-8")
    brief = yaml.safe_load(text)
    title, gone = brief["title"], brief["open_questions"][0]["id"]
    text = text.replace(f"title: {title}", "title: My own title  # better", 1)
    start = text.index(f"- id: {gone}")
    following = text.find("\n  - id:", start)
    text = text[: text.rindex("\n", 0, start) + 1] + (text[following + 1 :] if following > 0 else "")
    path.write_text(text, encoding="utf-8")
    (content / "articles" / "again.txt").write_text(FERRY_AGAIN, encoding="utf-8")
    run = generate(content)
    assert not run.errors
    after = _brief(content).read_text(encoding="utf-8")
    assert "title: My own title  # better" in after
    kept = yaml.safe_load(after)
    assert gone not in [question["id"] for question in kept["open_questions"] or []]
    assert len(kept["articles"]) == 2
    assert any("helicopter" in quote["text"] for quote in kept["quotes"])
    settled = _state(content)
    generate(content)
    assert _state(content) == settled


def test_removing_all_briefs_starts_afresh(content: Path) -> None:
    generate(content)
    before = _state(content)
    shutil.rmtree(content / "briefs")
    generate(content)
    assert _state(content) == before


def test_a_broken_article_spoils_nothing_but_the_exit_code(content: Path) -> None:
    (content / "articles" / "bad.txt").write_bytes(b"\x00\x01")
    done = CliRunner().invoke(main, ["generate", "--content", str(content)])
    assert done.exit_code == 1
    assert "bad.txt: this is a binary file, not text" in done.stderr
    assert _brief(content).exists()


def test_an_article_in_another_language_is_left_out_and_no_error(content: Path) -> None:
    (content / "articles" / "german.txt").write_text(
        "Das Schiff ist am Montag vor der Küste gesunken und alle Passagiere wurden gerettet.\n\n"
        "Wo es liegt, weiß niemand; die Behörden suchen es mit zwei Booten und einem Hubschrauber, "
        "und der Minister sagte, man werde erst morgen wissen, ob sich die Bergung überhaupt lohnt.\n\n"
        "Die Reederei aus Bremen wollte sich nicht äußern und verwies auf die laufende Untersuchung.\n",
        encoding="utf-8",
    )
    done = CliRunner().invoke(main, ["generate", "--content", str(content)])
    assert done.exit_code == 0, done.stderr
    told = f"left out   {content}/articles/german.txt: not in English: only English articles are read\n"
    assert told in done.stdout
    assert done.stdout.endswith("; 1 article not in English\n")
    assert _brief(content).exists()
    for command in (["check"], ["generate", "--check"]):
        assert CliRunner().invoke(main, [*command, "--content", str(content)]).exit_code == 0


def test_one_changed_letter_in_a_passage_is_found_at_its_place(content: Path) -> None:
    generate(content)
    path = _brief(content)
    lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
    evidence = next(number for number, line in enumerate(lines) if line.strip() == "evidence:")
    number = next(i for i, line in enumerate(lines) if i > evidence and "sank" in line)
    column = lines[number].index("sank") + 1
    lines[number] = lines[number].replace("sank", "sunk", 1)
    path.write_text("".join(lines), encoding="utf-8")
    with pytest.raises(ContentErrors) as found:
        read_content(content)
    (error,) = found.value.errors
    assert (error.file.endswith(path.name), error.line, error.column) == (True, number + 1, column + 1)
    assert error.hint
    assert "sank off Porto" in error.hint


def test_the_committed_briefs_are_what_the_committed_articles_give() -> None:
    assert not generate(ROOT / "content", check=True).changes.any()


def test_a_line_is_restored_or_dropped_by_hand(content: Path) -> None:
    article = content / "articles" / "ferry.txt"
    caption = "The captain's dog, a spaniel of three years, swimming ashore on Tuesday among the divers of Porto"
    article.write_text(FERRY + caption + "\nBuy our ferry calendar.\n", encoding="utf-8")
    generate(content)
    path = _brief(content)
    (entry,) = yaml.safe_load(path.read_text("utf-8"))["articles"].values()
    assert [caption] in entry["dropped"].values()
    text = path.read_text("utf-8").replace(
        "    how_dated:", f'    restore: ["{caption}"]\n    drop: [Buy our ferry calendar.]\n    how_dated:', 1
    )
    path.write_text(text, encoding="utf-8")
    run = generate(content)
    assert not run.errors
    assert not run.changes.conflicts
    read = read_content(content).articles
    (article_read,) = read.values()
    assert article_read.text.endswith(caption)
    assert [line.why for line in article_read.dropped] == ["dropped by an editor"]
    (entry,) = yaml.safe_load(path.read_text("utf-8"))["articles"].values()
    assert (entry["restore"], entry["dropped"]) == (
        [caption],
        {"dropped by an editor": ["Buy our ferry calendar."]},
    )


def test_a_date_of_publication_set_by_hand_dates_what_the_article_tells_and_stays(content: Path) -> None:
    generate(content)
    path = _brief(content)
    path.write_text(path.read_text("utf-8").replace("published: 2024-06-10", "published: 2024-06-17"), "utf-8")
    for _ in range(3):
        run = generate(content)
        assert not run.errors
        assert not run.changes.conflicts
        brief = yaml.safe_load(path.read_text("utf-8"))
        (entry,) = brief["articles"].values()
        assert (str(entry["published"]), entry["how_dated"]) == ("2024-06-17", "set by hand")
        assert "2024-06-17" in {str(event["date"]) for event in brief["timeline"]}
        (article,) = read_content(content).articles.values()
        assert article.published == "2024-06-17"
    assert not run.changes.any()


def test_an_article_moved_to_another_brief_stays_there_with_what_it_tells(content: Path) -> None:
    bank = "Bank of Tolund raises its rate\n20230301\nhttps://example.org/bank\nThe bank of Tolund raised its rate."
    (content / "articles" / "again.txt").write_text(FERRY_AGAIN, encoding="utf-8")
    (content / "articles" / "bank.txt").write_text(bank, encoding="utf-8")
    generate(content)
    ferry, other = sorted((content / "briefs").glob("*.yml"), key=lambda path: "ferry.txt" not in path.read_text())
    text = ferry.read_text("utf-8")
    keys = {entry["file"]: key for key, entry in yaml.safe_load(text)["articles"].items()}
    start = text.index(f"  {keys['again.txt']}:\n    file:")
    end = min(at for mark in ("\n  " + keys["ferry.txt"], "\n\n") if (at := text.find(mark, start)) > 0) + 1
    ferry.write_text(text[:start] + text[end:], "utf-8")
    other.write_text(other.read_text("utf-8").replace("articles:\n", "articles:\n" + text[start:end], 1), "utf-8")
    for _ in range(3):
        run = generate(content)
        assert not run.changes.conflicts
        assert keys["again.txt"] not in ferry.read_text("utf-8")
        moved_to = yaml.safe_load(other.read_text("utf-8"))
        assert keys["again.txt"] in moved_to["articles"]
        assert any(keys["again.txt"] in quote["evidence"] for quote in moved_to["quotes"])
    assert not run.changes.any()


def test_a_restored_line_that_is_not_in_the_file_is_an_error(content: Path) -> None:
    generate(content)
    path = _brief(content)
    path.write_text(
        path.read_text("utf-8").replace("    how_dated:", "    drop: [No such line.]\n    how_dated:", 1)
    )
    with pytest.raises(ContentErrors, match=r"there is no such line in ferry\.txt"):
        read_content(content)


def test_a_brief_says_why_its_articles_are_one_story(content: Path) -> None:
    (content / "articles" / "again.txt").write_text(FERRY_AGAIN, encoding="utf-8")
    generate(content)
    brief = yaml.safe_load(_brief(content).read_text(encoding="utf-8"))
    assert len(brief["articles"]) == 2
    assert "sentences shared" in brief["grouped_because"]
    assert "follows" not in brief


def test_the_committed_stories_say_which_one_each_goes_on_from() -> None:
    briefs = read_content(ROOT / "content").briefs
    followed = {slug: brief.follows for slug, brief in briefs.items() if brief.follows}
    assert followed
    for slug, earlier in followed.items():
        assert (briefs[earlier].date or "").strip("[") < (briefs[slug].date or "9").strip("[")
        assert briefs[slug].follows_because


@pytest.mark.parametrize("deleted", [True, False], ids=["deleted", "edited"])
def test_an_item_keeps_its_id_where_a_new_article_has_one_that_would_be_called_the_same(
    content: Path, deleted: bool
) -> None:
    """What a person deleted or edited is the item, not whatever now has the words that its name is made of."""
    generate(content)
    path = _brief(content)
    text = path.read_text("utf-8")
    (old,) = [fact["id"] for fact in yaml.safe_load(text)["key_facts"] if "2.4 million" in fact["text"]]
    before, behind = text.split(f"  - id: {old}\n", 1)
    if deleted:
        edited = f"{before.rstrip()}\n\n{behind.partition(chr(10) * 2)[2]}"
    else:
        edited = f"{before}  - id: {old}\n{behind.replace('The ferry company', 'Their company', 1)}"
    path.write_text(edited, "utf-8")
    more = FERRY_AGAIN.replace("20240611", "20240612").replace("2.4 million", "2.9 million")
    (content / "articles" / "more.txt").write_text(more, encoding="utf-8")
    assert not generate(content).changes.conflicts
    facts = {fact["id"]: fact["text"] for fact in yaml.safe_load(path.read_text("utf-8"))["key_facts"]}
    assert [name for name, text in facts.items() if "2.4 million" in text] == ([] if deleted else [old])
    assert deleted or facts[old].startswith("Their company")
    (new,) = [name for name, text in facts.items() if "2.9 million" in text]
    assert new != old
