"""Each mistake that can be made in content/ is told at its place, all of a run at once, in words that help.

The cases are whole sites in tests/sites/broken: the files as an editor left them, and the messages in full.
"""

from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.briefs import read_briefing
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
