"""Each mistake that can be made in content/ is told at its place, all of a run at once, in words that help.

The cases are whole sites in tests/sites/broken: the files as an editor left them, and the messages in full.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.briefs import read_briefing
from generator.briefs.grounding import check_passages
from generator.briefs.read import parse_brief
from generator.errors import ContentErrors
from generator.model.article import Article

BROKEN = sorted((Path(__file__).parent / "sites" / "broken").glob("*.yml"))
CASES = [
    pytest.param(case, id=f"{path.stem}: {case['case']}")
    for path in BROKEN
    for case in yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)
]
ARTICLES = yaml.load(
    (Path(__file__).parent / "cases" / "briefs_articles.yml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader
)
OVERVIEW = "title: The harbour\n"


@pytest.mark.parametrize("case", CASES)
def test_messages(case: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, text in {"briefing.yml": OVERVIEW, **case["files"]}.items():
        path = tmp_path / "content" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode("utf-8") if isinstance(text, str) else bytes.fromhex("".join(text)))
    articles = {file: Article(file, text.strip()) for file, text in ARTICLES.items()}
    if not case["errors"]:
        read_briefing(Path("content"), articles)
        return
    with pytest.raises(ContentErrors) as raised:
        read_briefing(Path("content"), articles)
    assert str(raised.value) == case["errors"].rstrip("\n")


PASSAGE = "The ferry to Norsund sailed again on Wednesday, eleven weeks after it ran aground."
FORMS = {
    "plain": PASSAGE,
    "folded": ">-\n        " + PASSAGE.replace("sailed ", "sailed\n        "),
    "quoted": '"' + PASSAGE.replace("ferry", "\\u0066erry") + '"',
    "over lines": PASSAGE.replace(" on ", "\n        on "),
}


@pytest.mark.parametrize("form", FORMS)
def test_one_changed_letter_is_found_wherever_it_is(form: str) -> None:
    head = "title: t\narticles: {harbour: {file: harbour.txt}}\n"
    head += "key_facts:\n  - text: t\n    evidence:\n      harbour: "
    article = {"harbour": Article("harbour.txt", ARTICLES["harbour.txt"].strip())}
    text = head + FORMS[form] + "\n"
    for index in range(len(head), len(text)):
        if not text[index].isalpha() or text[index - 1] == "\\":
            continue
        broken = text[:index] + ("x" if text[index] != "x" else "y") + text[index + 1 :]
        read = parse_brief(broken, "ferry.yml")
        (error,) = check_passages(read.document, read.brief, article)
        assert (error.line, error.column) == read.document.lines.place(index)
