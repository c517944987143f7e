"""`collabkit status`: where the project stands."""

from __future__ import annotations

from typing import Annotated

from collabkit.cli.options import Command, File, Option, Today
from collabkit.cli.run import Run
from collabkit.lang import Text

_BY = Option(
    ("--by",),
    Text("只看一张表：按部门、按负责人或按任务", "one table only: by department, owner or task"),
    Text("<分组>", "<group>"),
    ("department", "owner", "task"),
)
_FORMAT = Option(
    ("--format",), Text("输出格式", "output format"), Text("<格式>", "<format>"), ("table", "json", "markdown")
)


def status(
    run: Run,
    file: File = None,
    by: Annotated[str | None, _BY] = None,
    format_: Annotated[str, _FORMAT] = "table",
    today: Today = None,
) -> int:
    """Print the overview and the tables of a project file."""
    from collabkit import api
    from collabkit.cli import projects
    from collabkit.cli.status_formats import FORMATS

    loaded = projects.read(file)
    run = run.speaking(loaded.language)
    state = api.status(loaded, today=run.today(today), by=by)  # type: ignore[arg-type]  # the option knows its choices
    run.print(FORMATS[format_](state, run.look()))
    if unread := sum(fault.rule in loaded.unread for fault in loaded.read.faults):
        name = loaded.source.name
        run.note(
            Text(
                f"{name} 有 {unread} 处没有读懂，上面的数字不含它们；运行 collabkit check {name} 查看",
                f"{unread} things in {name} were not understood and are left out above; run 'collabkit check {name}'",
            )
        )
    return 0


COMMAND = Command(
    status,
    Text("项目进展：总览、部门、逾期、风险、未签字", "where the project stands: overview, tables, lights"),
    Text(
        "灯由日期、进度和评分计算得出，规则见文档；总体灯取各分项中最差的一个。",
        "Lights are computed from dates, progress and scores; the overall light is the worst of its dimensions.",
    ),
    (
        ("collabkit status", Text("总览和全部表格", "the overview and every table")),
        ("collabkit status --by owner", Text("每个负责人手上的任务", "what everybody owns")),
        ("collabkit status --format markdown", Text("贴进项目群", "for a chat group")),
    ),
)
