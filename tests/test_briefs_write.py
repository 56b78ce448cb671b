"""What is written reads back exactly, whatever the text, and is pleasant to edit."""

from pathlib import Path
from typing import Any

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from generator.briefs.read import parse_brief
from generator.briefs.write import dump_brief, part_data, write_flow
from generator.briefs.yaml_text import parse_yaml, to_data
from generator.model.brief import ArticleEntry, Brief

CASES = yaml.safe_load((Path(__file__).parent / "cases" / "briefs_write.yml").read_text(encoding="utf-8"))

# Texts that YAML takes for something else, alone, at the start of a text or at its end.
TRAPS = (
    "no", "Yes", "null", "~", "- a", "a: b", "# c", "a #b", "12:30", "1.10", "010", "0o14", "1e3", "'", '"',
    "|", ">-", "{", "}", "[", "@", "`", "%", "&a", "*a", "!t", "---", "...", "<<", "=", "a:", ": a", "?",
    "? a", "\\", "\t", "\n\n", "  ", "\u2028", "\u0085", "\ufeff", "\u00a0", "true", "2022-06-15", "2022",
    ",", "-", "\r\n", "😀", "\u202e", "\u007f",
)  # fmt: skip
PIECES = st.one_of(
    st.text(max_size=40), st.sampled_from(TRAPS), st.sampled_from(["word", " ", "longer-word " * 12])
)
TEXTS = st.lists(PIECES, min_size=1, max_size=8).map("".join)


def brief_with(text: str, other: str) -> Brief | None:
    """Put two texts in every kind of place; None where the model refuses them (empty after stripping)."""
    evidence: dict[str, Any] = {"wire-1": text, "null": [other, text]}
    fact = {"id": "no", "text": text, "according_to": other, "evidence": evidence}
    data: dict[str, Any] = {
        "title": text,
        "standfirst": other,
        "articles": {"wire-1": {"file": text, "title": other}, "null": {"file": other}},
        "key_facts": [fact, {**fact, "id": "2"}],
        "quotes": [{"text": other, "kind": "direct", "via": [text, other, text], "evidence": evidence}],
    }
    try:
        return Brief.model_validate(data)
    except ValidationError:
        return None


@settings(max_examples=200, deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_reads_back(text: str, other: str) -> None:
    brief = brief_with(text, other)
    if brief is not None:
        assert parse_brief(dump_brief(brief), "x.yml").brief == brief


@pytest.mark.parametrize("text", TRAPS)
def test_yaml_lookalikes_read_back(text: str) -> None:
    for typed in (text, f"{text}word", f"word{text}", f"word {text} word", f"{'long word ' * 15}{text} word"):
        brief = brief_with(typed, f"{typed} and")
        if brief is not None:
            assert parse_brief(dump_brief(brief), "x.yml").brief == brief


@pytest.mark.parametrize("text", [text for text in TRAPS if text.strip()])
def test_other_yaml_readers_see_the_same(text: str) -> None:
    brief = brief_with(text, "word")
    if brief is not None and text != "2022-06-15":
        assert yaml.safe_load(dump_brief(brief))["title"] == brief.title


@pytest.mark.parametrize("value", [0.0, 147e9, 2.5, -1.25, 1e-7, 1e300, 1e22, 123456789.125])
def test_numbers_read_back(value: float) -> None:
    figure = {"measure": "m", "value": value, "as_written": "w", "evidence": {"a": "b"}}
    brief = Brief.model_validate({"title": "t", "articles": {"a": {"file": "f"}}, "figures": [figure]})
    assert parse_brief(dump_brief(brief), "x.yml").brief.figures[0].value == value


@pytest.mark.parametrize("case", CASES, ids=[case["case"] for case in CASES])
def test_written_form(case: dict[str, Any]) -> None:
    brief = parse_brief(case["brief"], "x.yml").brief
    assert dump_brief(brief) == case["written"]
    assert dump_brief(parse_brief(case["written"], "x.yml").brief) == case["written"]


@pytest.mark.parametrize("length", [900, 1100, 9_900])
def test_a_key_may_be_as_long_as_a_text(length: int) -> None:
    why = "\n- not: 'its' text; " * (length // 20)
    entry = ArticleEntry(file="h.txt", dropped={why.strip(): ["Share this"]})
    brief = Brief(title="t", articles={"h": entry})
    assert parse_brief(dump_brief(brief), "x.yml").brief == brief
    flow = parse_yaml(f"title: t\narticles: {write_flow(part_data(brief)['articles'])}\n", "x.yml")
    assert to_data(flow.root)["articles"]["h"]["dropped"] == {why.strip(): ["Share this"]}
