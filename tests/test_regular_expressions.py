"""Every regular expression of the generator takes time in proportion to the text, whatever the text.

Shown by construction (backtracking.py): no expression can read one stretch of text in ways that multiply. What
repeats up to a bound is let through by that proof, though bounds multiply too: such an expression is also run.
"""

import ast
import importlib
import json
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from inspect import signature
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from backtracking import NARROW, Fault, find_fault

from generator.lexicon import read_lexicon
from generator.stories.tolls import FATES

ROOT = Path(__file__).parent.parent
METHODS = {"search", "match", "fullmatch", "finditer", "findall", "sub", "subn", "split"}
# Functions that make an expression of their argument, and all that this can be.
BUILT: dict[str, Sequence[Any]] = {
    "generator.articles.dating._words": tuple(read_lexicon("forecasts")),
    "generator.stories.ballots._words": ("undoing", "voted_down", "voted_for"),
    "generator.stories.candidates._pattern": ("as_of_now", "overtaken", "pending"),
    "generator.stories.deeds._after": tuple(read_lexicon("deeds")["deeds"]),
    "generator.stories.deeds._before": tuple(read_lexicon("deeds")["deeds"]),
    "generator.stories.openings._openers": tuple(read_lexicon("openers")),
    "generator.stories.tolls._before": FATES,
    "generator.stories.tolls._behind": FATES,
    "generator.stories.words.phrases": (tuple(read_lexicon("openers")["subordinating"]),),
}
# A linear expression reads the strings in milliseconds; a quadratic one needs minutes.
CPU_SECONDS = 20
LENGTH = 100_000


class Expression(NamedTuple):
    """`methods` are those it is called by in its module; none where it is handed on: then it may be searched."""

    where: str
    pattern: str
    flags: int
    methods: frozenset[str]

    def fault(self, **options: int) -> Fault | None:
        modes = {(method not in {"match", "fullmatch"}, method == "fullmatch") for method in self.methods}
        found = (
            find_fault(self.pattern, self.flags, searched=searched, full=full, **options)
            for searched, full in sorted(modes or {(True, False)})
        )
        return next((fault for fault in found if fault), None)


@cache
def expressions() -> tuple[Expression, ...]:
    """Return the expressions of all modules: constants, those that functions make, and those written in a call."""
    found: dict[tuple[str, int, frozenset[str]], Expression] = {}
    for path in sorted((ROOT / "generator").rglob("*.py")):
        name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        if name.endswith("__main__"):
            continue
        tree = ast.parse(path.read_text(encoding="utf-8"))
        calls = _methods(tree)
        for one, pattern in _compiled(name):
            methods = frozenset(calls.get(one.rpartition(".")[2], ()))
            text = pattern.pattern.decode("latin-1") if isinstance(pattern.pattern, bytes) else pattern.pattern
            expression = Expression(one, text, pattern.flags & ~re.UNICODE, methods)
            found.setdefault((text, expression.flags, methods), expression)
        for method, text in _written_in_calls(tree):
            found.setdefault((text, 0, frozenset({method})), Expression(name, text, 0, frozenset({method})))
    return tuple(found.values())


def _methods(tree: ast.Module) -> dict[str, set[str]]:
    """Return by name the methods that an expression of this module is called with: `_WORD.search(…)`."""
    calls: dict[str, set[str]] = defaultdict(set)
    handed_on: set[str] = set()
    called = {id(node.value): node.attr for node in ast.walk(tree) if isinstance(node, ast.Attribute)}
    functions = {id(node.func): node for node in ast.walk(tree) if isinstance(node, ast.Call)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Load):
            holder: ast.expr = functions.get(id(node), node)
            method = called.get(id(holder))
            if method in METHODS:
                calls[node.id].add(method)
            elif method != "pattern":
                handed_on.add(node.id)
    return {name: methods for name, methods in calls.items() if name not in handed_on}


def _compiled(module: str) -> Iterator[tuple[str, re.Pattern[Any]]]:
    for name, value in vars(importlib.import_module(module)).items():
        where = f"{module}.{name}"
        if callable(value) and getattr(value, "__module__", "") == module and "Pattern" in _returns(value):
            calls = [(one,) for one in BUILT[where]] if where in BUILT else [()]
            for arguments in calls if where in BUILT or not signature(value).parameters else ():
                yield from ((where, pattern) for pattern in _patterns(value(*arguments)))
        yield from ((where, pattern) for pattern in _patterns(value))


def _returns(value: Any) -> str:
    return str(getattr(value, "__annotations__", {}).get("return", ""))


def _patterns(value: Any) -> Iterator[re.Pattern[Any]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, (tuple, list, set, frozenset)):
        for one in value:
            yield from _patterns(one)
    elif isinstance(value, Mapping):
        yield from _patterns(tuple(value.values()))


def _written_in_calls(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Yield (method, pattern) of re.search("…", …) and the like, and of what a function compiles for itself."""
    for call in (node for node in ast.walk(tree) if isinstance(node, ast.Call)):
        method = ast.unparse(call.func).removeprefix("re.")
        if ast.unparse(call.func) == f"re.{method}" and method in METHODS:
            yield method, _written(call)
    methods = _methods(tree)
    names = {id(node.value): node.targets[0] for node in ast.walk(tree) if isinstance(node, ast.Assign)}
    for function in (one for one in _functions(tree) if not _returns_patterns(one)):
        for call in _compiling(function):
            name = names.get(id(call))
            called_by = methods.get(name.id) if isinstance(name, ast.Name) else None
            yield from ((method, _written(call)) for method in called_by or {"search"})


def _written(call: ast.Call) -> str:
    """Return the pattern written in a call; what is filled in, a word without signs of its own, is one letter."""
    pattern = call.args[0]
    if isinstance(pattern, ast.JoinedStr):
        return "".join(str(part.value) if isinstance(part, ast.Constant) else "x" for part in pattern.values)
    assert isinstance(pattern, ast.Constant), f"{ast.unparse(call)}: a pattern no test can see"
    return str(pattern.value)


def _functions(tree: ast.Module) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree) if isinstance(node, ast.FunctionDef)]


def _compiling(function: ast.FunctionDef) -> list[ast.Call]:
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)]
    return [call for call in calls if ast.unparse(call.func) == "re.compile"]


def _returns_patterns(function: ast.FunctionDef) -> bool:
    return function.returns is not None and "Pattern" in ast.unparse(function.returns)


def test_every_expression_is_seen() -> None:
    """What a function makes an expression of is known, or filled in as the letters that it is."""
    assert len(expressions()) > 150
    for path in sorted((ROOT / "generator").rglob("*.py")):
        module = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
        for function in _functions(ast.parse(path.read_text(encoding="utf-8"))):
            where = f"{module}.{function.name}"
            for call in _compiling(function):
                seen = where in BUILT or not (_returns_patterns(function) and function.args.args)
                assert seen, f"{ast.unparse(call)}: list in BUILT what {where} can be given"


@pytest.mark.parametrize("expression", expressions(), ids=lambda one: one.where)
def test_no_text_makes_it_go_back_over_itself(expression: Expression) -> None:
    assert expression.fault() is None


# Reads what it is given as [[pattern, flags, text], …] within so many seconds of its own CPU time.
RUN = """
import json, re, resource, sys
resource.setrlimit(resource.RLIMIT_CPU, ({seconds}, {seconds}))
for pattern, flags, text in json.load(sys.stdin):
    print(pattern, flush=True)
    for _ in re.finditer(pattern, text, flags):
        pass
"""


def test_what_repeats_up_to_a_bound_is_quick_as_well() -> None:
    """Where bounds could multiply, the expression is run over the very text that would make them."""
    runs: list[tuple[str, int, str]] = []
    for expression in expressions():
        fault = expression.fault(wide=NARROW)
        if fault and not expression.fault():
            runs.append(
                (expression.pattern, expression.flags, fault.lead + fault.word * (LENGTH // len(fault.word)))
            )
    assert runs
    program = RUN.format(seconds=CPU_SECONDS)
    done = subprocess.run(
        [sys.executable, "-c", program], input=json.dumps(runs), capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, f"not read within {CPU_SECONDS} s: {done.stdout.splitlines()[-1]}"


@pytest.mark.parametrize(
    ("pattern", "kind"),
    [
        (r"(a+)+b", "exponential"),
        (r"(a|a)*b", "exponential"),
        (r"(?:a|ab|b)*c", "exponential"),
        (r"(\w+\s?)*$", "exponential"),
        (r"(?:a*)*b", "exponential"),
        (r"(?:x?y?)*z", "exponential"),
        (r"(?i:(?:Kx|kx)+)!", "exponential"),
        (r"(['’]|[^\w\s])+x", "exponential"),
        (r"\s+\s*x", "polynomial"),
        (r"^\s+|\s+$", "polynomial"),
        (r"\w+@", "polynomial"),
        (r".*,.*x", "polynomial"),
        (r"\(.*\)", "polynomial"),
        (r"“([^”]+)”", "polynomial"),
        (r"(?:\d{4}\s*)+\s*x", "polynomial"),
        (r"\w(?=\w*!)", "polynomial"),
        (r"\w(?!\w*!)\d", "polynomial"),
        (r"a{3,900}b", "polynomial"),
        (r"\s++x", "polynomial"),
        (r"\b[A-Z][\w'-]*[a-z]\b", "polynomial"),
        (r"(?P<mark>\*+)\w(?P=mark)\*x", "polynomial"),
    ],
)
def test_what_goes_back_over_a_text_is_found(pattern: str, kind: str) -> None:
    fault = find_fault(pattern, searched=True)
    assert fault is not None and fault.kind == kind


@pytest.mark.parametrize(
    "pattern",
    [
        r"\w+",
        r"\b\w+@",
        r"(?<!\s)\s+$",
        r"(?:(?<!\s)\s+)?\[",
        r'"[^"]*"',
        r"“([^“”]+)”",
        r"[^\W_]+(?:['’.&][^\W_]+)*|[^\w\s]",
        r"\S(?:.*\S)?(?:\n(?!\s*\n).*\S)*",
        r"\d{1,3}(?:,\d{3})*",
        r"(?:''|['”])*",
        r"(?m:^)\w+:",
        r"a{3,200}b",
    ],
)
def test_what_does_not_is_let_through(pattern: str) -> None:
    assert find_fault(pattern, searched=True) is None


def test_how_it_is_called_decides() -> None:
    assert find_fault(r"\w+@", searched=False) is None
    assert find_fault(r"\w*\d*", searched=False) is None
    assert find_fault(r"\w*\d*", searched=False, full=True) is not None
    assert find_fault(r"(?:a++)+b", searched=False) is None
