"""The invented briefing of tests/sites/good, as it is and with other words in every field."""

import json
from collections.abc import Callable
from typing import Any

from pages_as_html import ROOT

from generator.articles import read_articles
from generator.briefs import read_briefing
from generator.model.brief import Brief, Overview
from generator.model.briefing import Briefing

NAUGHTY: list[str] = json.loads((ROOT / "tests/data/naughty_strings.json").read_text(encoding="utf-8"))
# Texts that keys, dates and kinds of the brief are made of, which the schema allows nothing else for.
FIXED = {"id", "date", "said", "period", "published", "kind", "status", "dated", "part", "file", "url", "reviewed"}


def read_good() -> Briefing:
    content = ROOT / "tests/sites/good/content"
    articles, errors = read_articles(content / "articles")
    assert not errors
    return read_briefing(content, {article.file: article for article in articles})


def rewritten(value: Any, text: Callable[[str], str], key: str = "") -> Any:
    """Return a brief's data with all free text, evidence too, put through `text`."""
    if isinstance(value, dict):
        return {name: rewritten(part, text, name if key != "evidence" else key) for name, part in value.items()}
    if isinstance(value, list) and key not in {"lead", "not_known", "articles"}:
        return [rewritten(part, text, key) for part in value]
    return text(value) if isinstance(value, str) and key not in FIXED | {"title_from", "rule"} else value


def with_text(briefing: Briefing, text: Callable[[str], str]) -> Briefing:
    briefs = {
        name: Brief.model_validate(
            rewritten(brief.model_dump(exclude={"articles"}), text) | {"articles": brief.articles}
        )
        for name, brief in briefing.briefs.items()
    }
    overview = briefing.overview.model_dump(exclude={"chart"})
    return Briefing(Overview.model_validate(rewritten(overview, text)), briefs, briefing.articles, ())
