"""What `--format json` prints, command by command: the shapes that the pages and the JSON Schemas are made from.

A shape is a JSON Schema (draft 7) whose descriptions are texts in both languages.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from collabkit import api
from collabkit.cli.rules import FAMILIES
from collabkit.finding import Severity
from collabkit.forms.registry import forms
from collabkit.lang import Lang, Text
from collabkit.model import Light, Stage
from collabkit.phrases import DIMENSIONS
from collabkit.reporters.document import FORMAT_VERSION
from collabkit.rules.example import PROJECT, TODAY
from collabkit.status_report import Column, Status

Shape = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Output:
    """What one command prints: its shape, what to say about it, and a command that shows it.

    Without a sample the page does not list the members: they are those of another command.
    """

    command: str
    about: Text
    shape: Shape
    sample: Text | None


def _described(shape: Shape, zh: str, en: str) -> Shape:
    return {**shape, "description": Text(zh, en)}


def _object(members: Mapping[str, Shape]) -> Shape:
    return {"type": "object", "properties": dict(members), "required": list(members)}


def _list(items: Shape) -> Shape:
    return {"type": "array", "items": items}


def _words(words: Any) -> Shape:
    return {"type": "string", "enum": [str(word) for word in words]}


def _or_null(shape: Shape) -> Shape:
    wider = {**shape, "type": [shape["type"], "null"]}
    return {**wider, "enum": [*shape["enum"], None]} if "enum" in shape else wider


_TEXT: Shape = {"type": "string"}
_COUNT: Shape = {"type": "integer", "minimum": 0}
_PLACE: Shape = {"type": "integer", "minimum": 1}
_DAY: Shape = {"type": "string", "format": "date"}
_PERCENT: Shape = {"type": "number", "minimum": 0, "maximum": 100}
_LIGHT = _words(Light)
_LANG = _words(Lang)

_VERSION = _described(
    {"type": "string", "pattern": r"^1\.[0-9]+$"},
    f"格式版本，现为 {FORMAT_VERSION}；1.x 只增加成员，不改不删",
    f"version of the format, now {FORMAT_VERSION}; within 1.x members are only added",
)


def _document(members: Mapping[str, Shape]) -> Shape:
    return _object({"format_version": _VERSION, **members})


# check

_COUNTS = {
    "errors": _described(_COUNT, "错误数", "number of errors"),
    "warnings": _described(_COUNT, "警告数", "number of warnings"),
    "infos": _described(_COUNT, "提示数", "number of notes"),
}
_WHERE = {
    "file": _described(
        _TEXT, "文件，如命令行所写；标准输入为 `<stdin>`", "the file as given; `<stdin>` for standard input"
    ),
    "line": _described(_PLACE, "起始行，从 1 起", "first line, from 1"),
    "column": _described(_PLACE, "起始列，从 1 起，按字符计", "first column, from 1, in characters"),
    "end_line": _described(_PLACE, "结束行", "last line"),
    "end_column": _described(_PLACE, "结束列的下一列", "the column after the last"),
    "path": _described(_TEXT, "在文件中的位置，如 tasks.T03.owner", "where in the data, such as tasks.T03.owner"),
}
_CODE = _described({"type": "string", "pattern": "^CK[0-9]{3}$"}, "规则代码，不会改变", "code of the rule, stable")
_NAME = _described(_TEXT, "规则名称", "name of the rule")
_SEVERITY = _described(_words(Severity), "级别", "severity")
_FINDING = {
    "code": _CODE,
    "rule": _NAME,
    "severity": _SEVERITY,
    **_WHERE,
    "message": _described(_TEXT, "哪里不对", "what is wrong"),
    "help": _described(_TEXT, "怎么改", "what to do"),
    "fingerprint": _described(
        {"type": "string", "pattern": "^[0-9a-f]{32}$"},
        "在本文件中唯一，行号变动、条目换序后不变",
        "its own in the file; the same when lines move or entries change their order",
    ),
    "related": _described(
        _list(_object({**_WHERE, "message": _described(_TEXT, "这一处说明什么", "what this place explains")})),
        "有助于理解的其他位置；多条相同的发现合并成一条时，为其余各条的位置和内容",
        "other places that explain it; of a finding that stands for many like ones, the others with their sentences",
    ),
}
_CHECK = _document(
    {
        "files": _described(
            _list(_object({"file": _described(_TEXT, "文件", "the file"), **_COUNTS})),
            "检查过的每个文件，没有问题的也在内",
            "every file that was checked, the clean ones too",
        ),
        "findings": _described(
            _list(_object(_FINDING)), "全部发现，不受 --max-findings 限制", "all findings, whatever --max-findings says"
        ),
        "summary": _described(_object(_COUNTS), "所有文件合计", "of all files together"),
    }
)

# render, rules, explain, forms

_RENDER = _document(
    {
        "files": _described(
            _list(
                _object(
                    {
                        "project": _described(_TEXT, "项目文件", "the project file"),
                        "form": _described(_words(form.key for form in forms()), "表单", "the form"),
                        "language": _described(_LANG, "表单的语言", "language of the form"),
                        "path": _described(_TEXT, "写成的文件", "the file that was written"),
                    }
                )
            ),
            "写成的每个文件",
            "every file that was written",
        )
    }
)
_RULES = _document(
    {
        "rules": _described(
            _list(
                _object(
                    {
                        "code": _CODE,
                        "rule": _NAME,
                        "family": _described(_words(FAMILIES), "类别", "family"),
                        "severity": _SEVERITY,
                        "severities": _described(
                            _list(_SEVERITY),
                            "各种情形、各个阶段可能的级别，重的在前",
                            "the severities that a finding can have, by case and stage, the worst first",
                        ),
                        "stage": _described(_words(Stage), "从哪个阶段起适用", "the stage from which it applies"),
                        "until": _described(_words(Stage), "到哪个阶段为止适用", "the last stage to which it applies"),
                        "dated": _described(
                            {"type": "boolean"},
                            "比较日期的规则，项目开始后不论哪个阶段都适用",
                            "compares dates with today, and applies from the project's start on, whatever its stage",
                        ),
                        "title": _described(_TEXT, "查什么", "what it finds"),
                        "why": _described(_TEXT, "为什么重要", "why it matters"),
                        "help": _described(_TEXT, "怎么改", "how to fix it"),
                        "bad": _described(_TEXT, "错误写法", "a wrong example"),
                        "good": _described(_TEXT, "正确写法", "a right example"),
                    }
                )
            ),
            "规则，按代码排列",
            "rules in order of code",
        )
    }
)
_FORMS = _document(
    {
        "forms": _described(
            _list(
                _object(
                    {
                        "form": _described(
                            _words(form.key for form in forms()), "render --form 用的名字", "name for --form"
                        ),
                        "number": _described(_TEXT, "编号", "number"),
                        "title": _described(_TEXT, "名称", "title"),
                        "format": _described(
                            _words(sorted({form.suffix for form in forms()})), "文件类型", "kind of file"
                        ),
                        "template": _described(
                            _TEXT, "模板在模板文件夹里的位置", "where its template is in a folder of them"
                        ),
                        "purpose": _described(_TEXT, "用途", "what it is for"),
                    }
                )
            ),
            "表单，按项目用到的先后排列",
            "forms in the order in which a project meets them",
        )
    }
)

# status

_OVERVIEW = {
    "name": _described(_TEXT, "项目名称", "name of the project"),
    "code": _described(_or_null(_TEXT), "项目编号", "code of the project"),
    "stage": _described(_words(Stage), "阶段", "stage"),
    "manager": _described(_TEXT, "项目经理", "project manager"),
    "sponsor": _described(_or_null(_TEXT), "发起人", "sponsor"),
    "today": _described(_DAY, "按哪一天计算", "the day reckoned with"),
    "start": _described(_DAY, "计划开始", "planned start"),
    "end": _described(_DAY, "计划结束", "planned end"),
    "working_days": _described(_COUNT, "工期，工作日", "working days from start to end"),
    "working_days_left": _described(_COUNT, "剩余工作日，含当天", "working days left, today included"),
    "working_days_past_end": _described(
        _COUNT, "超过计划结束日的工作日；未超过时为 0", "working days past the planned end; 0 up to it"
    ),
    "progress": _described(
        _or_null(_PERCENT), "总进度，0 到 100；没有任务时为 null", "progress, 0 to 100; null without tasks"
    ),
    "weighted_by": _described(_words(("effort", "duration")), "进度按什么加权", "what progress is weighted by"),
    "light": _described(_LIGHT, "计算得出的总体灯", "the overall light as computed"),
    "declared_light": _described(_or_null(_LIGHT), "本周周报人工判定的灯", "the light declared in this week's report"),
    "dimensions": _described(
        _object({name: _described(_LIGHT, title.zh, title.en.lower()) for name, title in DIMENSIONS.items()}),
        "各分项的灯",
        "the light of every dimension",
    ),
    "reasons": _described(
        _list(
            _object(
                {
                    "dimension": _described(_words(DIMENSIONS), "分项", "dimension"),
                    "light": _described(_LIGHT, "灯", "light"),
                    "text": _described(_TEXT, "原因", "the reason"),
                }
            )
        ),
        "为什么不是绿灯，红灯在前",
        "why a light is not green, the reds first",
    ),
}
_CELLS: Mapping[str, Shape] = {
    "text": _or_null(_TEXT),
    "number": {"type": ["number", "null"]},
    "percent": _or_null(_PERCENT),
    "date": _or_null(_DAY),
    "light": _or_null(_LIGHT),
    "word": _or_null(_TEXT),
}


def _tables() -> dict[str, Shape]:
    """Return the shape of every table that `status` can show, whatever it is asked for."""
    project = api.loads(PROJECT)
    states: list[Status] = [api.status(project, today=TODAY)]
    states += [api.status(project, today=date(2026, 3, 20), by=by) for by in ("department", "owner", "task")]
    return {
        table.key: _described(
            _list(_object({column.key: _cell(column) for column in table.columns})), *_title(table.title)
        )
        for state in states
        for table in state.tables
    }


def _cell(column: Column) -> Shape:
    return _described(_CELLS[column.kind], *_title(column.title))


def _title(title: Text) -> tuple[str, str]:
    first = title.en.split(" ")[0]
    return title.zh, title.en if not first[1:].islower() else title.en[:1].lower() + title.en[1:]


def _status() -> Shape:
    project = {
        "file": _described(_TEXT, "项目文件", "the project file"),
        "overview": _described(_object(_OVERVIEW), "总览", "the overview"),
        **_tables(),
    }
    one = {"type": "object", "properties": project, "required": ["file", "overview"]}
    several = _described(
        _list(one),
        "多个项目时的每个项目；只有一个项目时，它的成员直接在最外层",
        "of several projects each; the members of one alone stand at the top",
    )
    return {
        "type": "object",
        "properties": {"format_version": _VERSION, **project, "projects": several},
        "required": ["format_version"],
        "oneOf": [{"required": ["projects"]}, {"required": ["file", "overview"]}],
    }


def outputs() -> tuple[Output, ...]:
    """Return what every command prints that prints JSON, in the order of the help."""
    return (
        Output(
            "check",
            Text("项目文件里的问题。", "What is wrong with project files."),
            _CHECK,
            Text(
                "collabkit check examples/troubled-launch/project.yaml --select CK101 --format json",
                "collabkit check examples/troubled-launch-en/project.yaml --select CK101 --format json",
            ),
        ),
        Output(
            "render",
            Text("写成了哪些表单文件。", "Which files were written."),
            _RENDER,
            Text(
                "collabkit render examples/product-launch/project.yaml --form charter --format json",
                "collabkit render examples/product-launch-en/project.yaml --form charter --format json",
            ),
        ),
        Output(
            "status",
            Text(
                "项目到哪一步了。一个项目时，成员直接在最外层；多个项目时，都在 `projects` 里："
                '`data.get("projects", [data])` 两种都能读。`--by` 只留下那一张表。',
                "Where projects stand. The members of one project stand at the top, several projects in `projects`: "
                '`data.get("projects", [data])` reads both. `--by` leaves that one table.',
            ),
            _status(),
            Text(
                "collabkit status examples/product-launch/project.yaml --by department --format json",
                "collabkit status examples/product-launch-en/project.yaml --by department --format json",
            ),
        ),
        Output(
            "explain",
            Text("一条或全部规则。", "One rule, or all."),
            _RULES,
            Text("collabkit explain CK101 --language zh-CN --format json", "collabkit explain CK101 --format json"),
        ),
        Output(
            "rules",
            Text("检查规则，成员与 `explain` 相同。", "The rules; the same members as `explain`."),
            _RULES,
            None,
        ),
        Output(
            "forms",
            Text("可以生成的表单。", "The forms that can be written."),
            _FORMS,
            Text("collabkit forms --language zh-CN --format json", "collabkit forms --format json"),
        ),
    )
