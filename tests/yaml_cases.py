"""Test cases as YAML that a journalist can read and extend: a list of mappings, each with a `name`."""

from pathlib import Path
from typing import Any

import pytest
import yaml

_FOLDER = Path(__file__).parent / "cases"


def cases(file: str) -> list[Any]:
    """Return the cases of tests/cases/<file>.yml as parameters of a test, named as the case is."""
    found = yaml.safe_load((_FOLDER / f"{file}.yml").read_text(encoding="utf-8"))
    return [pytest.param(case, id=case["name"]) for case in found]
