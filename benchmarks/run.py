"""Measure the program beside its peers in one run and write docs/benchmarks.md.

`python benchmarks/run.py` takes a few minutes; `--quick` measures with fewer runs and writes nothing.
"""

from __future__ import annotations

import json
import platform
import shutil
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import fields, is_dataclass
from pathlib import Path
from typing import Any

from collabkit import api
from collabkit.engines import excel, word
from collabkit.forms.form import Choice, Form
from collabkit.forms.registry import form as form_called
from collabkit.forms.registry import forms
from collabkit.forms.scope import Scope
from collabkit.lang import Lang
from collabkit.styled import Styled
from measure import Figure, calls, commands, compile_everything
from peers import docxtpl_form, xlsxwriter_table
from projects import TODAY, project

ROOT = Path(__file__).resolve().parent.parent
EXAMPLE = ROOT / "examples" / "product-launch" / "project.yaml"
SCHEMA = ROOT / "docs" / "schema" / "collabkit.en.schema.json"
TEMPLATES = ROOT / "templates" / "zh-CN"
SIZES = (100, 1_000, 10_000)


def main(*, quick: bool) -> None:
    """Measure everything and write the page, unless `quick`."""
    runs = 3 if quick else 15
    compile_everything(str(ROOT / "src"))
    with tempfile.TemporaryDirectory() as folder:
        parts = [
            _start_up(runs),
            _check(Path(folder), 2 if quick else 5),
            _word(runs * 3),
            _excel(2 if quick else 5),
            _all_forms(Path(folder), runs),
        ]
    page = "\n".join([_head(), *parts])
    print(page)
    if not quick:
        (ROOT / "docs" / "benchmarks.md").write_text(page, encoding="utf-8", newline="\n")


def _head() -> str:
    machine = (
        f"{platform.python_implementation()} {platform.python_version()}, {platform.system()} {platform.machine()}"
    )
    return f"""# Benchmarks

Written by `make bench`: the processor's time of the program and its peers in one run, in turn; the least of several
runs, the median in brackets. {machine}. Trust the ratios more than the milliseconds.
"Cold" is a whole process with compiled modules, "warm" a call after a first one.
"""


def _tool(name: str) -> str:
    found = shutil.which(name, path=str(Path(sys.executable).parent)) or shutil.which(name)
    if not found:
        raise SystemExit(f"{name} is not installed; run: make bench")
    return found


def _start_up(runs: int) -> str:
    tool = _tool("collabkit")
    found = commands(
        {
            "`python -c pass`": [sys.executable, "-c", "pass"],
            "`collabkit --version`": [tool, "--version"],
            "`collabkit --help`": [tool, "--help"],
            "`collabkit check` of the example": [tool, "check", str(EXAMPLE), "--today", str(TODAY)],
            "`collabkit status` of the example": [tool, "status", str(EXAMPLE), "--today", str(TODAY)],
            "`check-jsonschema` of the example": [_tool("check-jsonschema"), "--schemafile", str(SCHEMA), str(EXAMPLE)],
        },
        runs,
    )
    base = found["`python -c pass`"].least
    rows = [(name, str(figure), f"{figure.least / base:.1f}") for name, figure in found.items()]
    return _table("Start-up, cold", ("command", "time", "x `python -c pass`"), rows)


def _check(folder: Path, runs: int) -> str:
    rows = []
    for size in SIZES:
        path = folder / f"{size}.yaml"
        path.write_text(project(size), encoding="utf-8")
        ours = [_tool("collabkit"), "check", str(path), "--today", str(TODAY), "--format", "json"]
        theirs = [_tool("check-jsonschema"), "--schemafile", str(SCHEMA), str(path)]
        found = commands({"ours": ours, "theirs": theirs}, runs)
        rows.append((f"{size:,}", *_beside(found["ours"], found["theirs"]), f"{found['ours'].memory:.0f} MB"))
    title = "`check` beside check-jsonschema with our schema, cold"
    return _table(title, ("tasks", "collabkit", "check-jsonschema", "ratio", "collabkit's peak memory"), rows)


def _beside(ours: Figure, theirs: Figure) -> tuple[str, str, str]:
    return str(ours), str(theirs), f"{theirs.least / ours.least:.1f}"


def _views() -> Iterator[tuple[str, Any]]:
    """Yield the key and the finished data of every Word form of the example."""
    plan = api.load(EXAMPLE).plan(TODAY)
    for form in forms():
        if form.suffix == "docx":
            yield form.key, _view(form, plan)


def _view(form: Form, plan: Any) -> Any:
    choice = Choice("2026-W12" if form.scope is Scope.WEEK else None)
    return form.build(plan, Lang.ZH, next(iter(form.items(plan, choice))))


def _word(runs: int) -> str:
    rows = []
    for key, view in _views():
        path, plain = TEMPLATES / f"{key}.docx", _plain(view)
        template = word.load(path)
        found = calls(
            {"ours": lambda: template.fill(view), "theirs": lambda: docxtpl_form(path, plain)},  # noqa: B023
            runs,
        )
        rows.append((key, *_beside(found["ours"], found["theirs"])))
    return _table("Filling a Word form, warm", ("form", "collabkit", "docxtpl", "ratio"), rows)


def _excel(runs: int) -> str:
    form, rows = form_called("tasks"), []
    for size in SIZES:
        view = _view(form, api.loads(project(size)).plan(TODAY))
        template = excel.load(TEMPLATES / "tasks.xlsx")
        columns, table = _task_table(view)
        found = calls(
            {"ours": lambda: template.fill(view), "theirs": lambda: xlsxwriter_table(columns, table)},  # noqa: B023
            runs,
        )
        rows.append((f"{size:,}", *_beside(found["ours"], found["theirs"])))
    title = "Filling the task table beside XlsxWriter writing it, warm"
    return _table(title, ("rows", "collabkit", "XlsxWriter", "ratio"), rows)


def _plan() -> Any:
    return api.load(EXAMPLE).plan(TODAY)


def _task_table(view: Any) -> tuple[list[str], list[list[Any]]]:
    """Return the columns and rows of the task table as plain values."""
    used = [
        name.removeprefix("tasks[].") for name in excel.load(TEMPLATES / "tasks.xlsx").fields() if "tasks[]" in name
    ]
    columns = sorted(used)
    return columns, [[_plain(getattr(row, column)) for column in columns] for row in view.tasks]


def _plain(value: Any) -> Any:
    """Return a view as dictionaries, lists and texts."""
    if isinstance(value, Styled):
        return value.text
    if is_dataclass(value):
        return {field.name: _plain(getattr(value, field.name)) for field in fields(value)}
    return [_plain(item) for item in value] if isinstance(value, (list, tuple)) else value


def _all_forms(folder: Path, runs: int) -> str:
    columns, rows = _task_table(_view(form_called("tasks"), _plan()))
    data = {"word": {key: _plain(view) for key, view in _views()}, "columns": columns, "rows": rows}
    (folder / "views.json").write_text(json.dumps(data, default=str), encoding="utf-8")
    (folder / "hand").mkdir()
    render = [_tool("collabkit"), "render", str(EXAMPLE), "--today", str(TODAY)]
    script = [sys.executable, str(ROOT / "benchmarks" / "by_hand.py"), str(folder / "views.json"), str(TEMPLATES)]
    found = commands(
        {
            "`collabkit render`: load, compute, all forms": [
                *render,
                "--week",
                "2026-W12",
                "--out",
                str(folder / "out"),
            ],
            "`collabkit render --form charter`": [*render, "--form", "charter", "--out", str(folder / "one")],
            "script with docxtpl and XlsxWriter: five Word forms and the table from finished data": [
                *script,
                str(folder / "hand"),
            ],
        },
        runs,
        may_fail=False,
    )
    return _table(
        "All forms of the example, cold", ("what", "time"), [(name, str(figure)) for name, figure in found.items()]
    )


def _table(title: str, head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [f"## {title}", "", "| " + " | ".join(head) + " |", "|---" * len(head) + "|"]
    return "\n".join([*lines, *("| " + " | ".join(row) + " |" for row in rows), ""])


if __name__ == "__main__":
    main(quick="--quick" in sys.argv[1:])
