"""`collabkit forms`: the forms that `render` can write."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Annotated

from collabkit.cli.options import Command, Option
from collabkit.lang import Lang, Text, same
from collabkit.terminal.output_style import OutputStyle

if TYPE_CHECKING:
    from collabkit.cli.program import Program
    from collabkit.forms.form import Form

FORMATS = ("table", "json")
_FORMAT = Option(
    ("--format",), Text("输出格式", "output format"), Text("<格式>", "<format>"), FORMATS, default=same("table")
)
_HEAD = (
    Text("表单", "form"),
    Text("编号", "number"),
    Text("模板", "template"),
    Text("名称", "title"),
    Text("用途", "purpose"),
)


def register(program: "Program") -> None:
    """Add `forms` to `program`."""
    run, option = program.run, program.option

    @program.command(COMMAND)
    def forms(format_: Annotated[str, option(_FORMAT)] = "table") -> int:
        from collabkit import templates
        from collabkit.forms.registry import forms as every
        from collabkit.reporters.document import document

        look = run.look()
        if format_ == "json":
            run.print(document({"forms": [_as_data(form, run.lang) for form in every()]}, look))
            return 0
        for line in _table(every(), look):
            run.print(line)
        folder = templates.bundled()
        run.note(
            Text(
                f"自带的模板在 {folder}；复制一份修改，再用 render --templates 指定",
                f"the bundled templates are in {folder}; change a copy and name it with render --templates",
            )
        )
        return 0


def _table(forms: "Sequence[Form]", look: OutputStyle) -> Sequence[str]:
    from collabkit.terminal.table import Cell, Head, grid

    heads = [Head(look.say(title), flexible=title in _HEAD[3:]) for title in _HEAD]
    rows = [[form.key, form.number, _template(form), look.say(form.title), look.say(form.purpose)] for form in forms]
    return grid(heads, [[Cell(text) for text in row] for row in rows], look.width)


def _as_data(form: "Form", lang: Lang) -> dict[str, str]:
    return {
        "form": form.key,
        "number": form.number,
        "title": form.title.to(lang),
        "format": form.suffix,
        "template": f"{lang}/{_template(form)}",
        "purpose": form.purpose.to(lang),
    }


def _template(form: "Form") -> str:
    return f"{form.key}.{form.suffix}"


COMMAND = Command(
    "forms",
    Text("列出可以生成的表单", "list the forms that render can write"),
    Text(
        "第一列是 render --form 用的名字；模板放在 --templates 文件夹的 zh-CN/ 和 en/ 下，用 Word、Excel 直接修改。",
        "The first column is the name that render --form takes. Templates stand in the folders zh-CN/ and en/ of "
        "--templates and are edited in Word and Excel.",
    ),
    (
        ("collabkit forms", Text("列出全部表单", "list all forms")),
        ("collabkit render --form weekly", Text("生成其中一种", "write one of them")),
    ),
    (_FORMAT,),
    register,
)
