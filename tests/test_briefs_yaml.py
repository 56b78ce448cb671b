"""YAML as people type it: any file gives data or errors with a place, and each character of a value is found."""

import json
from pathlib import Path

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.briefs import schemas
from generator.briefs.offsets import file_index
from generator.briefs.scalars import quote, write_scalar
from generator.briefs.yaml_text import MAX_DEPTH, MOST_PROBLEMS, Mapping, Scalar, parse_yaml, to_data
from generator.errors import ContentErrors

SIGNS = st.text(alphabet=st.sampled_from("ab:- \n\t#'\"[]{}>|&*!%@`,?\\\r~é\u2028\x07"), max_size=60)


@settings(max_examples=400, deadline=None)
@given(st.one_of(SIGNS, st.text(max_size=60)))
def test_any_text_is_data_or_errors_with_a_place(text: str) -> None:
    try:
        document = parse_yaml(text, "x.yml")
    except ContentErrors as raised:
        assert all(error.line and error.column for error in raised.errors)
        return
    if not document.problems:
        assert as_read(document.root) == yaml.load(text, Loader=yaml.CBaseLoader)


def as_read(node: object) -> object:
    """The node as PyYAML's base loader gives it: null is the text that was typed."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Mapping):
        return {key: as_read(value) for key, value in node.values.items()}
    return [as_read(item) for item in node.items]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("typed", "data"),
    [
        ("no", "no"), ("12:30", "12:30"), ("1.10", "1.10"), ("010", "010"), ("0x1F", "0x1F"), ("1e3", "1e3"),
        ("2031-04-02", "2031-04-02"), ("Yes", "Yes"), ("=", "="), ("<<", "<<"), ("", None), ("~", None),
        ("null", None), ("Null", "Null"), ("NULL", "NULL"), ('"null"', "null"), ("'~'", "~"), ('""', ""),
    ],
)  # fmt: skip
def test_a_value_is_the_text_that_was_typed(typed: str, data: str | None) -> None:
    assert to_data(parse_yaml(f"a: {typed}\n", "x.yml").root) == {"a": data}


def test_depth_is_allowed_up_to_its_bound() -> None:
    parse_yaml("[" * MAX_DEPTH + "]" * MAX_DEPTH, "x.yml")
    with pytest.raises(ContentErrors, match="nested more than 20 deep"):
        parse_yaml("[" * (MAX_DEPTH + 1) + "]" * (MAX_DEPTH + 1), "x.yml")


@pytest.mark.parametrize("bomb", ["[" * 200_000, "{a: " * 100_000, "- " * 100_000, "? " * 100_000])
def test_nesting_without_end_is_refused_at_once(bomb: str) -> None:
    with pytest.raises(ContentErrors):
        parse_yaml(bomb, "x.yml")


def test_references_that_multiply_are_refused() -> None:
    lines = ["a0: &a0 [x, x]"] + [f"a{n}: &a{n} [*a{n - 1}, *a{n - 1}]" for n in range(1, 40)]
    with pytest.raises(ContentErrors, match="more mistakes from here on") as raised:
        parse_yaml("\n".join(lines), "x.yml")
    assert len(raised.value.errors) == MOST_PROBLEMS + 1


@settings(max_examples=300, deadline=None)
@given(
    st.text(alphabet=st.sampled_from("abc dé😀'\"\\:#-\n"), min_size=1, max_size=60).map(str.strip).filter(bool),
    st.sampled_from(["plain", "double", "single", "escaped", "folded", "literal"]),
    st.sampled_from(["\n", "\r\n"]),
    st.data(),
)
def test_each_character_of_a_value_is_found_in_the_file(
    text: str, form: str, line_end: str, data: st.DataObject
) -> None:
    written = written_as(form, text)
    file = f"title: x\ntext: {written}\nother: y\n".replace("\n", line_end)
    try:
        node = parse_yaml(file, "x.yml").root
    except ContentErrors:
        return  # this text cannot be written in that form
    assert isinstance(node, Mapping)
    scalar = node.values["text"]
    if not isinstance(scalar, Scalar) or scalar.text != text:
        return
    offset = data.draw(st.integers(0, len(text) - 1))
    index = file_index(file, scalar, offset)
    if not text[offset].isspace():
        found = file[index : index + 12]
        assert found.startswith((text[offset], "\\", "''")), (file, offset, index)
        before = [file_index(file, scalar, place) for place in range(offset)]
        assert before == sorted(set(before)), "two characters of the value have one place"
        assert not before or before[-1] < index


def written_as(form: str, text: str) -> str:
    lines = text.replace(" ", "\n    ")
    match form:
        case "plain":
            return text.replace("\n", "\n\n  ")
        case "double":
            return quote(text)
        case "escaped":
            return (
                '"'
                + "".join(f"\\U{ord(sign):08x}" if sign in "abcé😀" else quote(sign)[1:-1] for sign in text)
                + '"'
            )
        case "single":
            return "'" + text.replace("'", "''").replace("\n", "\n\n  ") + "'"
        case "folded":
            return ">- # folded\n    " + lines if "\n" not in text else write_scalar(text, 0, 100)
        case _:
            return "|-\n    " + text.replace("\n", "\n    ")


@pytest.mark.parametrize("name", ["brief", "briefing", "names"])
def test_the_committed_schemas_are_those_of_the_models(name: str) -> None:
    path = Path(__file__).parent.parent / "content" / f"{name}.schema.json"
    assert path.read_text(encoding="utf-8") == json.dumps(schemas()[name], indent=2, ensure_ascii=False) + "\n"


def test_every_key_of_a_brief_has_its_place_in_the_schema() -> None:
    schema = schemas()["brief"]
    assert schema["$schema"].startswith("https://json-schema.org/")
    assert set(schema["required"]) == {"title", "articles"}
    assert schema["additionalProperties"] is False
