"""The shape of the code: what may import what, how long a module may be, and no name of a story in it."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
PACKAGE = ROOT / "generator"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Each part imports only from those before it; CONTRIBUTING.md says why.
ORDER = (
    "errors", "model", "lexicon", "articles", "siblings", "extract", "stories", "briefs", "pages", "exports",
    "pipeline", "plugin", "cli",
)  # fmt: skip
EXTRACT_ORDER = ("reading", "sentences", "tokens", "names", "quotations", "dates", "figures", "events")
BANNED_NAMES = {"utils", "util", "helpers", "helper", "common", "core", "misc", "source", "sources"}


def _part(dotted: str, below: str = "generator") -> str | None:
    """generator.extract.dates → extract"""
    parts = dotted.split(".")
    depth = below.count(".") + 1
    return parts[depth] if ".".join(parts[:depth]) == below and len(parts) > depth else None


def _imports(path: Path) -> set[str]:
    found: set[str] = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module:
            found |= {node.module} | {f"{node.module}.{alias.name}" for alias in node.names}
    return found


def _dotted(path: Path) -> str:
    return ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")


@pytest.mark.parametrize("path", MODULES, ids=_dotted)
def test_imports_follow_the_order(path: Path) -> None:
    part = _part(_dotted(path))
    if part is None or part == "__main__":
        return
    imported = {_part(name) for name in _imports(path)} - {None}
    later = {name for name in imported if name and ORDER.index(name) > ORDER.index(part)}
    assert not later, f"{part} imports from {later}, which stand below it"


@pytest.mark.parametrize("path", sorted((PACKAGE / "extract").rglob("*.py")), ids=_dotted)
def test_finders_follow_their_order(path: Path) -> None:
    part = _part(_dotted(path), "generator.extract")
    if part is None:
        return
    imported = {_part(name, "generator.extract") for name in _imports(path)} - {None}
    later = {name for name in imported if name and EXTRACT_ORDER.index(name) > EXTRACT_ORDER.index(part)}
    assert not later, f"{part} imports from {later}, which run after it"


def test_only_the_plugin_imports_mkdocs() -> None:
    importing = {_dotted(path) for path in MODULES if any(n.split(".")[0] == "mkdocs" for n in _imports(path))}
    assert importing == {"generator.plugin"}


@pytest.mark.parametrize("path", MODULES, ids=_dotted)
def test_a_module_is_at_most_300_lines_and_named_for_what_it_holds(path: Path) -> None:
    assert len(path.read_text(encoding="utf-8").splitlines()) <= 300
    assert path.stem not in BANNED_NAMES


@pytest.mark.parametrize("path", MODULES, ids=_dotted)
def test_no_broad_except_and_no_import_inside_a_function(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ExceptHandler):
            caught = ast.unparse(node.type) if node.type else "everything"
            assert caught not in {"everything", "Exception", "BaseException"}, f"line {node.lineno}"
        if isinstance(node, ast.FunctionDef):
            inner = [n for n in ast.walk(node) if isinstance(n, ast.Import | ast.ImportFrom)]
            assert not inner, f"{node.name} imports"
        assert not isinstance(node, ast.Global), "state in a global"


@pytest.mark.parametrize("path", MODULES, ids=_dotted)
def test_the_bare_word_source_names_nothing(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = [getattr(node, "name", None), getattr(node, "id", None), getattr(node, "arg", None)]
        assert not {"source", "sources"} & {name for name in names if isinstance(name, str)}


# A name of a whole class may stand in a list of that class: countries and capitals, heads of state's titles,
# national broadcasters and agencies, outlets, common first names.
LISTS_OF_A_CLASS = {
    "agencies.yml", "outlets.yml", "places.yml", "organisations.yml", "first_names.yml", "titles.yml",
    "units.yml", "calendar.yml", "family_names.yml", "abbreviations.yml",
}  # fmt: skip
# Who and what the committed articles are about.
NAMES_OF_THE_ARTICLES = (
    "Xi", "Jinping", "Putin", "Vladimir", "Kremlin", "Beijing", "Moscow", "Moscows", "Chinas", "CCTV", "Ukraine",
    "Li Qiang", "Mikhail", "Michoustin", "Michoustine", "Mishustin", "Novak", "Padalka", "Hass", "Brookings",
    "Blagoveshchensk", "Heihe", "Druzhinin", "Shanghai", "Taiwan", "Olympics", "BRICS", "The Guardian", "eNCA",
    "New China", "Xinhua", "no limits", "core interests", "fundamental interests",
)  # fmt: skip


@pytest.mark.parametrize(
    "path",
    [p for p in sorted([*MODULES, *(PACKAGE / "lexicon").glob("*.yml")]) if p.name not in LISTS_OF_A_CLASS],
    ids=lambda path: path.name,
)
def test_no_proper_name_of_the_articles_stands_in_the_generator(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert not [name for name in NAMES_OF_THE_ARTICLES if re.search(rf"\b{name}\b", text)]
