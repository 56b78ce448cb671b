"""Running the generator again never loses or changes what a person wrote, deleted, added, moved or commented."""

import copy
from collections import Counter
from pathlib import Path
from random import Random
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.briefs import write_briefs
from generator.briefs.comments import find_comments
from generator.briefs.held import hold_back
from generator.briefs.keep import Merged, meaning, merge
from generator.briefs.read import ReadBrief, parse_brief
from generator.briefs.splice import commented_items, splice
from generator.briefs.write import dump_brief
from generator.model.brief import SECTIONS, Brief

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "briefs_keep.yml").read_text(encoding="utf-8"))
WORDS = ("the", "ferry", "sailed:", "-", '"she"', "said,", "it's", "#", "fine", "[and]", "{so}", "eleven", "weeks")


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


@pytest.mark.parametrize("line_end", ["\n", "\r\n"], ids=["LF", "CR LF"])
@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_cases(case: dict[str, Any], line_end: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    content = Path("content")
    path = content / "briefs" / "ferry.yml"
    write_briefs(content, {"ferry": parse_brief(case["last"], "last").brief})
    assert path.read_text(encoding="utf-8") == dump_brief(parse_brief(case["last"], "last").brief)
    if "edited" in case:
        path.write_bytes(case["edited"].replace("\n", line_end).encode())
    now = {"ferry": parse_brief(case["now"], "now").brief}
    account = "\n".join(write_briefs(content, now).lines()) + "\n"
    written = path.read_bytes()
    assert written.decode() == case["result"].replace("\n", line_end if "edited" in case else "\n")
    assert account == case["account"]
    again = write_briefs(content, now)
    assert path.read_bytes() == written
    assert not again.any()
    assert not again.conflicts


def words(random: Random, count: int | None = None) -> str:
    return " ".join(random.choice(WORDS) for _ in range(count or random.choice((1, 3, 8, 30))))


def an_item(random: Random, section: str, name: str) -> dict[str, Any]:
    passages = words(random) if random.random() < 0.7 else [words(random), words(random)]
    kinds: dict[str, dict[str, Any]] = {
        "key_facts": {"text": words(random)},
        "quotes": {"text": words(random), "kind": "direct", "via": [words(random, 1)]},
        "timeline": {"text": words(random), "date": "2031-04"},
        "figures": {"measure": words(random, 2), "value": 2.5, "as_written": "2.5"},
        "open_questions": {"question": words(random), "kind": "asked", "because": words(random)},
    }
    return {"id": name, **kinds[section], "evidence": {random.choice("ab"): passages}}


def a_brief(random: Random) -> dict[str, Any]:
    data: dict[str, Any] = {"title": words(random), "articles": {key: {"file": key} for key in "ab"}}
    if random.random() < 0.5:
        data["shared_text"] = [{"articles": ["a", "b"]}]
    for section in SECTIONS:
        data[section] = [an_item(random, section, f"{section[0]}{n}") for n in range(random.choice((0, 1, 3)))]
    return data


def changed(random: Random, data: dict[str, Any], who: str) -> dict[str, Any]:
    """Change a few things as a person or a new set of articles might."""
    data = copy.deepcopy(data)
    for number in range(random.choice((0, 1, 2, 5))):
        section = random.choice(SECTIONS)
        items = data[section]
        match random.choice(("title", "standfirst", "article", "shared", "add", "remove", "move", *["item"] * 4)):
            case "title":
                data["title"] = words(random)
            case "standfirst":
                data["standfirst"] = words(random) if random.random() < 0.7 else None
            case "article":
                data["articles"][random.choice(("a", who))] = {"file": words(random, 1), "outlet": words(random, 2)}
            case "shared":
                data["shared_text"] = [{"articles": ["a", "b"], "agency": words(random, 1)}] * random.choice((0, 1))
            case "add":
                items.insert(random.randint(0, len(items)), an_item(random, section, f"{who}{number}"))
            case "remove" if items:
                items.pop(random.randrange(len(items)))
            case "move" if items:
                items.append(items.pop(random.randrange(len(items))))
            case "item" if items:
                change_item(random, random.choice(items))
    return data


def change_item(random: Random, item: dict[str, Any]) -> None:
    match random.choice(("words", "passage", "more", "rule", "locked", "correction")):
        case "words":
            item[next(key for key in ("text", "question", "measure") if key in item)] = words(random)
        case "passage":
            item["evidence"] = {random.choice("ab"): words(random)}
        case "more":
            item["evidence"][random.choice("ab")] = [words(random), words(random, 1)]
        case "rule":
            item["rule"] = words(random, 1) if random.random() < 0.7 else None
        case "locked":
            item["locked"] = True
        case "correction":
            item["correction"] = words(random)


def reformatted(random: Random, text: str) -> str:
    """Strew comments and empty lines over a file, nowhere within a text of several lines."""
    share = random.choice((0, 0.05, 0.25))
    lines: list[str] = []
    inside = -1
    for line in text.split("\n"):
        indent = len(line) - len(line.lstrip())
        if inside >= 0 and line.strip() and indent <= inside:
            inside = -1
        if inside < 0 and random.random() < share:
            lines += [" " * indent + f"# above {random.randint(0, 999)}", ""]
        opens = line.endswith((">-", "|-"))
        beside = inside < 0 and line.strip() and not opens and "# " not in line[:2] and random.random() < share
        lines.append(f"{line}  # beside {random.randint(0, 999)}" if beside else line)
        if opens:
            inside = indent
    return "\n".join(lines).replace("\n", random.choice(("\n", "\n", "\r\n")))


def merged(base: Brief, read: ReadBrief, new: Brief) -> tuple[Merged, Brief]:
    held = hold_back(meaning(base), meaning(read.brief), meaning(new))
    result = merge(meaning(base), meaning(read.brief), held, commented_items(read.document))
    return result, Brief.model_validate(held)


@settings(max_examples=80, deadline=None)
@given(st.randoms(use_true_random=False))
def test_no_edit_is_ever_lost(random: Random) -> None:
    data = a_brief(random)
    base, new = Brief.model_validate(data), Brief.model_validate(changed(random, data, "generator"))
    mine = Brief.model_validate(changed(random, data, "person"))
    read = parse_brief(reformatted(random, dump_brief(mine)), "mine.yml")
    assert read.brief == mine
    result, held = merged(base, read, new)
    after = parse_brief(splice(read, result), "after.yml") if result.data != meaning(mine) else read
    assert meaning(after.brief) == result.data
    lost = Counter(find_comments(read.document).texts) - Counter(find_comments(after.document).texts)
    assert not lost
    check_edits_are_there(meaning(base), meaning(mine), result.data)
    again, _ = merged(held, after, held)
    assert again.data == result.data
    assert not again.conflicts


def check_edits_are_there(base: dict[str, Any], mine: dict[str, Any], after: dict[str, Any]) -> None:
    """Every value that differs from what the generator last wrote is in the result as the person left it."""
    for section in SECTIONS:
        last = {item["id"]: item for item in base.get(section, [])}
        left = {item["id"]: item for item in mine.get(section, [])}
        result = {item["id"]: item for item in after.get(section, [])}
        assert not (set(last) - set(left)) & set(result), "a deleted item came back"
        for name, item in left.items():
            if item != last.get(name):
                edited = {key for key in item if item[key] != last.get(name, {}).get(key)} - {"evidence"}
                assert {key: result[name][key] for key in edited} == {key: item[key] for key in edited}
        order = [item["id"] for item in mine.get(section, []) if item["id"] in result]
        assert [name for name in result if name in left] == order, "the order changed"
    for key in ("title", "standfirst"):
        if mine.get(key) != base.get(key):
            assert after.get(key) == mine.get(key)
