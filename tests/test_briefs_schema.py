"""What an editor's completion and hover help come from: every key is described, with an example that is valid."""

from typing import Any

import pytest
from pydantic import BaseModel, TypeAdapter

from generator.briefs import dump_brief, schemas
from generator.briefs.write import OVERVIEW_SCHEMA_LINE, SCHEMA_LINE, dump_overview
from generator.model import brief as model
from generator.model.brief import Brief, Item, Items, Overview, Part
from generator.model.examples import EXAMPLES, examples_of

MODELS = [
    one
    for one in vars(model).values()
    if isinstance(one, type) and issubclass(one, Part) and one not in {Part, Item, Items}
]


def properties(one: type[BaseModel]) -> dict[str, Any]:
    found: dict[str, Any] = one.model_json_schema()["properties"]
    return found


@pytest.mark.parametrize("one", MODELS, ids=lambda one: one.__name__)
def test_every_key_has_a_description_and_examples(one: type[BaseModel]) -> None:
    for key, schema in properties(one).items():
        assert schema.get("description", "").endswith((".", "…", "forecast.", "notice")), key
        assert schema.get("examples"), key


@pytest.mark.parametrize("one", MODELS, ids=lambda one: one.__name__)
def test_every_example_is_valid(one: type[BaseModel]) -> None:
    for key, examples in examples_of([base.__name__ for base in one.__mro__]).items():
        field = one.model_fields[key]
        for example in examples:
            value = TypeAdapter(field.rebuild_annotation()).validate_python(example)
            assert value != field.get_default(call_default_factory=True), f"{key}: the default is no example"


def test_every_example_is_of_a_key() -> None:
    for name, examples in EXAMPLES.items():
        assert set(examples) <= set(getattr(model, name).model_fields), name


def test_what_is_found_out_is_not_asked_for() -> None:
    defs = schemas()["brief"]["$defs"]
    assert defs["Quote"]["required"] == ["evidence", "text"]
    assert defs["OpenQuestion"]["required"] == ["evidence", "question"]
    assert defs["KeyFact"]["required"] == ["evidence", "text"]


def test_a_brief_names_the_schema_in_its_first_line() -> None:
    brief = Brief.model_validate({"title": "Ferry", "articles": {"harbour": {"file": "harbour.txt"}}})
    assert dump_brief(brief).startswith(SCHEMA_LINE + "\n")
    assert "$schema=../brief.schema.json" in SCHEMA_LINE


def test_the_overview_names_its_schema_in_its_first_line() -> None:
    assert dump_overview(Overview(title="Ferry")).startswith(OVERVIEW_SCHEMA_LINE + "\n")
    assert OVERVIEW_SCHEMA_LINE.endswith("$schema=briefing.schema.json")


def test_names_are_a_list_of_entries() -> None:
    names = schemas()["names"]
    assert names["type"] == "array"
    assert "name" in names["$defs"]["NameEntry"]["required"]
