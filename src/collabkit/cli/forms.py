"""`collabkit forms`: the forms that `render` can write."""

from __future__ import annotations

import json
from typing import Annotated, Any

from collabkit.cli.options import Command, Option
from collabkit.cli.run import Run
from collabkit.lang import Lang, Text

FORMATS = ("table", "json")
_FORMAT = Option(("--format",), Text("输出格式", "output format"), Text("<格式>", "<format>"), FORMATS)
_HEAD = (
    Text("表单", "form"),
    Text("编号", "number"),
    Text("格式", "format"),
    Text("名称", "title"),
    Text("用途", "purpose"),
)


def forms(run: Run, format_: Annotated[str, _FORMAT] = "table") -> int:
    """Print the forms in the order in which a project meets them."""
    from collabkit.cli.grid import Cell, Head, grid
    from collabkit.forms import FORMS

    look = run.look()
    if format_ == "json":
        data = {"forms": [_as_data(form, run.lang) for form in FORMS]}
        run.print(json.dumps(data, indent=2, ensure_ascii=not look.unicode))
        return 0
    rows = [[form.key, form.number, form.suffix, look.say(form.title), look.say(form.purpose)] for form in FORMS]
    heads = [Head(look.say(title), flexible=title in _HEAD[3:]) for title in _HEAD]
    for line in grid(heads, [[Cell(text) for text in row] for row in rows], look.width):
        run.print(line)
    return 0


def _as_data(form: Any, lang: Lang) -> dict[str, str]:
    return {
        "form": form.key,
        "number": form.number,
        "title": form.title.to(lang),
        "format": form.suffix,
        "purpose": form.purpose.to(lang),
    }


COMMAND = Command(
    forms,
    Text("列出可以生成的表单", "list the forms that render can write"),
    Text(
        "第一列是 render --form 用的名字。",
        "The first column is the name that render --form takes.",
    ),
    (
        ("collabkit forms", Text("列出全部表单", "list all forms")),
        ("collabkit render --form weekly", Text("生成其中一种", "write one of them")),
    ),
)
