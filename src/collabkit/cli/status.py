"""`collabkit status`: where the project stands."""

from __future__ import annotations

from typing import Annotated

from collabkit.cli.context import Context
from collabkit.cli.options import Command, Option, Today
from collabkit.cli.projects import FILES, READ, Projects
from collabkit.errors import UserError
from collabkit.lang import Text
from collabkit.terminal.display_width import visible

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
    run: Context,
    files: Annotated[tuple[str, ...], FILES] = (),
    by: Annotated[str | None, _BY] = None,
    format_: Annotated[str, _FORMAT] = "table",
    today: Today = None,
) -> int:
    """Print the overview and the tables of every project; return 2 when one of them could not be read."""
    from collabkit import api
    from collabkit.reporters.status.registry import FORMATS
    from collabkit.reporters.status.report import Stated

    day = run.today(today)
    projects = Projects(run, files)
    stated, unread = [], []
    for file in run.watch(projects, READ, len(projects)):
        name = file.source.name
        try:
            state = api.status(file, today=day, by=by)  # type: ignore[arg-type]  # the option knows its choices
        except UserError as error:
            projects.fail(error, name)
            continue
        stated.append(Stated(name, state))
        unread.append((name, file.number_unread))
    projects.tell()
    if stated:
        run.print(FORMATS[format_](stated, run.look()))
    for name, number in unread:
        if number:
            run.note(_left_out(name, number))
    return projects.close()


def _left_out(name: str, number: int) -> Text:
    from collabkit.api import check_command

    shown, command = visible(name), visible(check_command(name))
    return Text(
        f"{shown} 有 {number} 处没有读懂，上面的数字不含它们；运行 {command} 查看",
        (
            f"one thing in {shown} was not understood and is left out above; run '{command}'"
            if number == 1
            else f"{number} things in {shown} were not understood and are left out above; run '{command}'"
        ),
    )


COMMAND = Command(
    status,
    Text("项目进展：总览、部门、逾期、风险、未签字", "where the project stands: overview, tables, lights"),
    Text(
        "灯由日期、进度和评分计算得出，规则见文档；总体灯取各分项中最差的一个。",
        "Lights are computed from dates, progress and scores; the overall light is the worst of its dimensions.",
    ),
    (
        ("collabkit status", Text("总览和全部表格", "the overview and every table")),
        ("collabkit status projects", Text("文件夹下所有项目", "every project below a folder")),
        ("collabkit status --by owner", Text("每个负责人手上的任务", "what everybody owns")),
        ("collabkit status --format markdown", Text("贴进项目群", "for a chat group")),
    ),
)
