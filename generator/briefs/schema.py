"""JSON Schemas of the files that people edit, for completion and hover help, and to say what a key may hold."""

from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter

from generator.briefs.yaml_text import Loc
from generator.model.brief import Brief, NameEntry, Overview

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schemas() -> dict[str, dict[str, Any]]:
    """Return the JSON Schemas of a brief, of the overview and of the names, each by the first word of its file."""
    names = TypeAdapter(list[NameEntry]).json_schema()
    return {
        "brief": {"$schema": DIALECT, **Brief.model_json_schema(), "title": "A brief"},
        "briefing": {"$schema": DIALECT, **Overview.model_json_schema(), "title": "The overview"},
        "names": {"$schema": DIALECT, **names, "title": "Names that are spelt in several ways"},
    }


def schema_at(schema: dict[str, Any], loc: Loc) -> dict[str, Any]:
    """Return the part of `schema` that describes what stands at `loc`; {} where nothing does."""
    part = _resolve(schema, schema)
    for step in loc:
        if isinstance(step, int):
            part = part.get("items", {})
        else:
            named = part.get("properties", {})
            others = [*part.get("patternProperties", {}).values(), part.get("additionalProperties")]
            part = named[step] if step in named else others[0]
        part = _resolve(part if isinstance(part, dict) else {}, schema)
    return part


def keys_of(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return the keys that the mapping at `loc` may have, in the model's order."""
    return list(schema_at(_schema_of(model), loc).get("properties", {}))


def required_of(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return the keys that the mapping at `loc` must have."""
    return list(schema_at(_schema_of(model), loc).get("required", []))


def describe(model: type[BaseModel], loc: Loc) -> str | None:
    """Return the description of the key at `loc`."""
    description = schema_at(_schema_of(model), loc).get("description")
    return description if isinstance(description, str) else None


def choices(model: type[BaseModel], loc: Loc) -> list[str]:
    """Return the values that a key with fixed values may have."""
    return [str(value) for value in schema_at(_schema_of(model), loc).get("enum", [])]


@cache
def _schema_of(model: type[BaseModel]) -> dict[str, Any]:
    return model.model_json_schema()


def _resolve(part: dict[str, Any], schema: dict[str, Any]) -> dict[str, Any]:
    """Follow a reference, and take of alternatives the one that has the most to say."""
    if "$ref" in part:
        name = part["$ref"].rpartition("/")[2]
        return _resolve({**schema["$defs"][name], **{key: part[key] for key in part if key != "$ref"}}, schema)
    options: list[dict[str, Any]] = [
        _resolve(option, schema) for option in part.get("anyOf", ()) if option.get("type") != "null"
    ]
    if not options:
        return part
    fullest: dict[str, Any] = max(options, key=len)
    return {**fullest, **part}
