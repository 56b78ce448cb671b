"""From the data of a YAML file to the model, with every error told at its place in plain words."""

import re
from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from rapidfuzz import fuzz, process

from generator.briefs.misplaced import put_right
from generator.briefs.schema import choices, describe, keys_of
from generator.briefs.yaml_text import MOST_PROBLEMS, Document, Loc, Mapping, Node, Scalar, to_data
from generator.errors import ContentError

Model = TypeVar("Model", bound=BaseModel)
# Every key of a brief with one letter dropped, doubled or swapped scores 75 or more with the right one; two keys
# of one mapping score under 70, but for date, dated and how_dated.
NEAR = 70
_WHOLE = "this file"
# file:harbour.txt, or with a no-break space behind the colon
_NO_SPACE = re.compile(r"[a-z_]+:(?!//)")


def nearest(value: str, valid: Sequence[str]) -> str | None:
    """Return the valid value most like `value`, if one is near."""
    found = process.extractOne(value, valid, scorer=fuzz.ratio, score_cutoff=NEAR)
    return found[0] if found else None


def suggest(value: str, valid: Sequence[str]) -> str:
    """Return a hint that names the nearest of the valid values, or all of them."""
    near = nearest(value, valid)
    return f"did you mean “{near}”?" if near else f"one of: {', '.join(valid)}"


def validate(document: Document, model: type[Model]) -> tuple[Model | None, list[ContentError]]:
    """Return the document as a `model`, or None with every error of it."""
    found, errors = validate_node(document, document.root, (), model)
    if found is not None:
        return found, errors
    settled, misplaced = put_right(document, model)
    return None, [*misplaced, *validate_node(settled, settled.root, (), model)[1]] if misplaced else errors


def validate_node(
    document: Document, node: Node, base: Loc, model: type[Model]
) -> tuple[Model | None, list[ContentError]]:
    """Return the node that stands at `base` as a `model`, or None with every error of it."""
    try:
        return validated(node, model), []
    except ValidationError as problem:
        found = errors_of(problem)
        told = [_explain(document, base, model, loc, error) for loc, error in found[:MOST_PROBLEMS]]
        if len(found) > MOST_PROBLEMS:
            at = document.node((*base, *found[MOST_PROBLEMS][0])).start
            message = f"{len(found) - MOST_PROBLEMS:,} more mistakes from here on"
            told.append(document.error(at, message, "mend those above first: they often have one cause"))
        return None, told


def validated(node: Node, model: type[Model]) -> Model:
    """Return a node as a `model`; a key without a value, where a list is due, is an empty list."""
    data = to_data(node)
    if isinstance(data, dict):
        lists = {name for name, field in model.model_fields.items() if field.default_factory is not None}
        data = {key: value for key, value in data.items() if value is not None or key not in lists}
    return model.model_validate(data)


def errors_of(problem: ValidationError) -> list[tuple[Loc, Any]]:
    """Return pydantic's errors, each with the place in the file that it is about."""
    return [
        (tuple(step for step in error["loc"] if not _is_branch(step)), error)
        for error in problem.errors(include_url=False)
        if not _is_other_branch(error)
    ]


def _is_other_branch(error: Any) -> bool:
    """Tell whether this is the complaint of the branch (text or list of texts) that was not meant."""
    branches = [str(step).partition("[") for step in error["loc"]]
    kinds = {name for name, _, _ in branches}
    if "list" in kinds and error["type"] == "list_type":
        return True
    return "constrained-str" in kinds and error["type"] == "string_type" and isinstance(error["input"], list)


def _explain(document: Document, base: Loc, model: type[BaseModel], loc: Loc, error: Any) -> ContentError:
    """Turn one of pydantic's errors into one with a place, in words that need no code to understand."""
    full = (*base, *loc)
    node, key = document.node(full), document.key(full)
    kind, value = error["type"], error["input"]
    name = next((str(step) for step in reversed(loc) if isinstance(step, str)), _WHOLE)
    if error["loc"][-1:] == ("[key]",) and key is not None:
        return document.error(key.start, *_bad_key(name))
    if kind == "extra_forbidden" and key is not None:
        return document.error(key.start, *_unknown(document, model, loc, name))
    if kind == "missing":
        hint = _about(model, loc)
        if full == ("articles",) and hint:
            hint += " Was the line “articles:” deleted?"
        return document.error(node.start, f"“{name}” is missing", hint)
    if kind == "literal_error":
        valid = choices(model, loc)
        message = f"“{name}” cannot be “{value}”" if isinstance(value, str) else f"“{name}” has no value"
        return document.error(node.start, message, _one_of(value, valid))
    explain = _EXPLAINED.get(kind)
    place = key.start if key is not None and isinstance(node, Scalar) and node.is_null else node.start
    if explain is None:
        return document.error(place, f"“{name}”: {error['msg']}", _about(model, loc))
    message, hint = explain(name, error)
    if isinstance(node, Scalar) and node.is_null and _is_commented_out(document, place):
        return document.error(place, message, "a text that begins with # is a comment: put it in quotation marks")
    return document.error(place, message, hint or _about(model, loc))


def _unknown(document: Document, model: type[BaseModel], loc: Loc, name: str) -> tuple[str, str]:
    """Explain a key that is not known; that of an article stands beside “evidence:” where it should stand below."""
    articles = document.node(("articles",))
    if "evidence" in keys_of(model, loc[:-1]) and isinstance(articles, Mapping) and name in articles.values:
        return f"“{name}” does not stand below “evidence:”", "indent it further than “evidence:”"
    return f"unknown key “{name}”", suggest(name, keys_of(model, loc[:-1]))


def _is_commented_out(document: Document, key: int) -> bool:
    """Tell whether nothing but a comment stands behind a key, where its value is due."""
    line = document.text[key : document.lines.line_end(key)]
    return line.partition(":")[2].lstrip().startswith("#")


def _is_branch(step: str | int) -> bool:
    """Tell whether pydantic put this step in for a branch or a key: it is no part of the file."""
    return isinstance(step, str) and (step in {"constrained-str", "[key]"} or step.startswith("list["))


def _about(model: type[BaseModel], loc: Loc) -> str | None:
    return describe(model, loc) if loc and isinstance(loc[-1], str) else None


def _one_of(value: Any, valid: list[str]) -> str:
    near = nearest(value, valid) if isinstance(value, str) else None
    listed = f"one of: {', '.join(valid)}"
    return f"did you mean “{near}”? ({listed})" if near else listed


def _bad_key(name: str) -> tuple[str, str]:
    words = "".join(sign if sign.isascii() and sign.isalnum() else " " for sign in name.lower()).split()
    proposal = f": {'-'.join(words)[:80].strip('-')}" if words else ""
    return f"“{name}” cannot be a key here", f"small letters a to z, digits and single hyphens{proposal}"


Explanation = tuple[str, str | None]


def _not_text(name: str, error: Any) -> Explanation:
    value = error["input"]
    if value is None:
        return f"“{name}” has no value", None
    form = "a list" if isinstance(value, list) else "several keys"
    if isinstance(value, list) and len(value) == 1 and ".." in str(value[0]):
        return f"“{name}” must be a text, not a list", f'put it in quotation marks: "[{value[0]}]"'
    return f"“{name}” must be a text, not {form}", "a text with : or [ or { in it needs quotation marks"


def _empty(name: str, error: Any) -> Explanation:
    return f"“{name}” is empty", None


def _too_long(name: str, error: Any) -> Explanation:
    message = f"“{name}” has {len(error['input']):,} characters; at most {error['ctx']['max_length']:,} are allowed"
    return message, "shorten it"


def _bad_pattern(name: str, error: Any) -> Explanation:
    message, hint = _bad_key(str(error["input"]))
    return message.replace("cannot be a key here", f"cannot be the {name}"), hint


def _not_bool(name: str, error: Any) -> Explanation:
    return f"“{name}” must be true or false", None


def _not_number(name: str, error: Any) -> Explanation:
    value = error["input"]
    if not isinstance(value, str):
        return f"“{name}” must be a number", None
    plain = value.replace(",", "").replace(" ", "")
    proposal = f": {plain}" if plain != value and plain.replace(".", "", 1).lstrip("-").isdigit() else ""
    return f"“{name}” must be a number, not “{value}”", f"digits only, as in 147000000000 or 2.5{proposal}"


def _not_list(name: str, error: Any) -> Explanation:
    return f"“{name}” must be a list", "begin each item on its own line with “- ”, or write [one, two]"


def _not_mapping(name: str, error: Any) -> Explanation:
    if error["input"] is None:
        if error["loc"] and isinstance(error["loc"][-1], int):
            return f"an empty item of “{name}”", "remove the dash, or write behind it what the item says"
        return f"{name if name == _WHOLE else f'“{name}”'} has nothing below it", None
    where = name if name == _WHOLE else f"here “{name}”"
    no_space = isinstance(error["input"], str) and _NO_SPACE.match(error["input"])
    hint = "there must be an ordinary space after the colon: “key: value”" if no_space else None
    return f"{where} must hold “key: value” lines", hint


def _too_few(name: str, error: Any) -> Explanation:
    least, found = error["ctx"]["min_length"], error["ctx"]["actual_length"]
    if not found:
        return f"“{name}” is empty", None
    return f"“{name}” needs at least {least}, it has {found}", None


def _said_by_us(name: str, error: Any) -> Explanation:
    message = str(error["ctx"]["error"])
    what, _, hint = message.partition(": write ")
    return f"“{name}”: {what}", f"write {hint}" if hint else None


_EXPLAINED: dict[str, Callable[[str, Any], Explanation]] = {
    "string_type": _not_text,
    "string_too_short": _empty,
    "string_too_long": _too_long,
    "string_pattern_mismatch": _bad_pattern,
    "bool_parsing": _not_bool,
    "bool_type": _not_bool,
    "float_parsing": _not_number,
    "float_type": _not_number,
    "finite_number": _not_number,
    "list_type": _not_list,
    "dict_type": _not_mapping,
    "model_type": _not_mapping,
    "too_short": _too_few,
    "value_error": _said_by_us,
}
