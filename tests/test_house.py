"""The house itself: how long its functions are, what it depends on, whose private rooms it enters."""

from __future__ import annotations

import ast
import re
import statistics
import sys
import tokenize
import tomllib
from collections.abc import Iterator
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
SOURCES = sorted((ROOT / "src").rglob("*.py"))
TOOLS = sorted((ROOT / "tools").rglob("*.py"))
TREES = {path: ast.parse(path.read_text(encoding="utf-8")) for path in (*SOURCES, *TOOLS)}

MEDIAN, NINE_TENTHS, LONGEST = 8, 20, 50
"""Lines of a function: the middle one, the one that nine tenths stay below, the longest."""
LONGEST_FILE = 400


def _functions() -> Iterator[tuple[int, str]]:
    for path in SOURCES:
        for node in ast.walk(TREES[path]):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield (node.end_lineno or 0) - node.lineno + 1, f"{path.relative_to(ROOT)}:{node.name}"


def test_functions_are_short() -> None:
    found = sorted(_functions())
    lengths = [length for length, _ in found]
    assert statistics.median(lengths) <= MEDIAN
    assert lengths[int(len(lengths) * 0.9)] <= NINE_TENTHS
    assert [name for length, name in found if length > LONGEST] == []


def test_files_have_one_subject_and_so_are_short() -> None:
    lines = {path: path.read_text(encoding="utf-8").count("\n") for path in TREES}
    assert [str(path.relative_to(ROOT)) for path, number in lines.items() if number > LONGEST_FILE] == []


def test_a_file_and_every_public_thing_in_it_say_what_they_are() -> None:
    silent = []
    for path in SOURCES:
        if TREES[path].body and not ast.get_docstring(TREES[path]):
            silent.append(str(path.relative_to(ROOT)))
        for node in TREES[path].body:
            named = isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.ClassDef)
            if named and not node.name.startswith("_") and not ast.get_docstring(node):
                silent.append(f"{path.relative_to(ROOT)}:{node.name}")
    assert silent == []


# What it depends on

PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


def _normal(distribution: str) -> str:
    return re.sub(r"[-_.]+", "-", distribution).lower()


def _declared() -> set[str]:
    return {_normal(re.split(r"[^A-Za-z0-9_.-]", need, maxsplit=1)[0]) for need in PYPROJECT["dependencies"]}


def _imported() -> set[str]:
    names: set[str] = set()
    for path in SOURCES:
        for node in ast.walk(TREES[path]):
            if isinstance(node, ast.Import):
                names |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.level == 0:
                names.add((node.module or "").partition(".")[0])
    return names - set(sys.stdlib_module_names) - {"collabkit", "__future__"}


def test_what_is_declared_is_imported_and_what_is_imported_is_declared() -> None:
    owners = packages_distributions()
    assert {_normal(owners[name][0]) for name in _imported()} == _declared()


# Whose private rooms it enters


NAMELESS = frozenset(("etree._Element", "etree._ProcessingInstruction"))
"""Types for which lxml has no public name; they stand in annotations and in isinstance."""


def _private_names(path: Path) -> Iterator[str]:
    """Yield the private names of other modules that a file imports or reaches for."""
    modules: set[str] = set()
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Import | ast.ImportFrom):
            outer = [*(node.module or "").split(".")] if isinstance(node, ast.ImportFrom) else []
            for alias in node.names:
                modules.add((alias.asname or alias.name).partition(".")[0])
                if any(_is_private(part) for part in (*outer, *alias.name.split("."))):
                    yield ".".join((*outer, alias.name))
    for node in ast.walk(TREES[path]):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            name = f"{node.value.id}.{node.attr}"
            if _is_private(node.attr) and node.value.id in modules and name not in NAMELESS:
                yield name


def _is_private(name: str) -> bool:
    return name.startswith("_") and not name.startswith("__")


@pytest.mark.parametrize("path", [*SOURCES, *TOOLS], ids=lambda path: str(path.relative_to(ROOT)))
def test_no_private_name_of_another_module_is_used(path: Path) -> None:
    assert list(_private_names(path)) == []


def test_a_private_name_would_be_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "import typer\nfrom typer import _click\nfrom a._b import c\ntyper._types.x\nself._own\n"
    monkeypatch.setitem(TREES, ROOT / "x.py", ast.parse(text))
    assert list(_private_names(ROOT / "x.py")) == ["typer._click", "a._b.c", "typer._types"]


# Who looks into the models


LOOKING = frozenset(("model_fields", "get_args", "get_origin", "get_type_hints", "__metadata__"))
OTHERS = {
    "collabkit/model/fields.py": "it says for all others what the models say",
    "collabkit/engines/tags/view_fields.py": "the views of forms, which the tags of a template name",
    "collabkit/api.py": "the words of its own parameters",
}
"""Who looks into what, and why it may."""


def _looks_into(path: Path) -> bool:
    names = (getattr(node, "attr", getattr(node, "id", None)) for node in ast.walk(TREES[path]))
    return not LOOKING.isdisjoint(names)


def test_only_one_file_looks_into_the_models() -> None:
    assert {path.relative_to(ROOT / "src").as_posix() for path in SOURCES if _looks_into(path)} == set(OTHERS)


# Exceptions to its rules


@pytest.mark.parametrize("path", [*SOURCES, *TOOLS], ids=lambda path: str(path.relative_to(ROOT)))
def test_every_exception_to_a_rule_says_why(path: Path) -> None:
    with path.open("rb") as file:
        comments = [token.string for token in tokenize.tokenize(file.readline) if token.type == tokenize.COMMENT]
    marked = [comment for comment in comments if re.search(r"noqa|type:\s*ignore|pragma", comment)]
    assert [comment for comment in marked if not _reason(comment)] == []


def _reason(comment: str) -> str:
    rest = re.sub(r"#\s*(?:noqa(?::\s*[A-Z0-9, ]+)?|type:\s*ignore(?:\[[^\]]*\])?|pragma:[^#-]*)", "", comment)
    return rest.strip(" #-")


# Who writes files

WRITERS = frozenset(
    ("write_text", "write_bytes", "mkdir", "touch", "unlink", "rmdir", "rename", "symlink_to", "hardlink_to", "chmod")
)
"""Methods of a path that change what is on the disk; `replace` and `open` have namesakes and are looked at closer."""


def _writes(tree: ast.AST) -> Iterator[str]:
    """Yield what a file calls that changes files; the null device is none."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import) and {alias.name for alias in node.names} & {"shutil", "tempfile"}:
            yield ast.unparse(node)
        if isinstance(node, ast.Call) and "os.devnull" not in ast.unparse(node) and _changes_files(node):
            yield ast.unparse(node)


def _changes_files(call: ast.Call) -> bool:
    name = ast.unparse(call.func)
    method = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if method == "replace":
        # A text takes two arguments, a day takes keywords, a path takes one place to go to.
        return name == "os.replace" or (len(call.args) == 1 and not call.keywords)
    if name == "open" or method == "open":
        modes = [
            each.value for each in ast.walk(call) if isinstance(each, ast.Constant) and isinstance(each.value, str)
        ]
        return name == "os.open" or any(re.fullmatch(r"[rwaxbt+]*[wax+][rwaxbt+]*", mode) for mode in modes)
    return method in WRITERS or name in ("os.link", "os.remove", "os.makedirs")


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: str(path.relative_to(ROOT)))
def test_only_one_file_writes_files(path: Path) -> None:
    found = list(_writes(TREES[path]))
    assert bool(found) == (path.name == "files.py"), found


@pytest.mark.parametrize(
    "text",
    [
        "path.write_text('x')",
        "open(a, 'w')",
        "path.open(mode='ab')",
        "os.replace(a, b)",
        "a.replace(b)",
        "import shutil",
    ],
)
def test_a_second_writer_would_be_noticed(text: str) -> None:
    assert list(_writes(ast.parse(text)))


@pytest.mark.parametrize(
    "text", ["a.replace('x', 'y')", "path.open('rb')", "day.replace(day=1)", "open(os.devnull, 'w')", "replace(look)"]
)
def test_what_only_looks_like_writing_is_not_taken_for_it(text: str) -> None:
    assert not list(_writes(ast.parse(text)))
