"""`collabkit status`: where the project stands."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Annotated

from collabkit.cli.options import TODAY, Command, Option
from collabkit.cli.projects import FILES, READ, Projects
from collabkit.errors import UserError
from collabkit.lang import Text, same
from collabkit.reporters.status.registry import NAMES
from collabkit.terminal.display_width import visible

if TYPE_CHECKING:
    from collabkit.api import Loaded
    from collabkit.cli.program import Program
    from collabkit.reporters.status.report import Stated

_BY = Option(
    ("--by",),
    Text("只看一张表：按部门、按负责人或按任务", "one table only: by department, owner or task"),
    Text("<分组>", "<group>"),
    ("department", "owner", "task"),
)
_FORMAT = Option(
    ("--format",), Text("输出格式", "output format"), Text("<格式>", "<format>"), NAMES, default=same("table")
)


def register(program: "Program") -> None:
    """Add `status` to `program`."""
    run, option = program.run, program.option

    @program.command(COMMAND)
    def status(
        files: Annotated[list[str] | None, program.argument(FILES)] = None,
        by: Annotated[str | None, option(_BY)] = None,
        format_: Annotated[str, option(_FORMAT)] = "table",
        today: Annotated[str | None, option(TODAY)] = None,
    ) -> int:
        from collabkit.reporters.status.registry import reporter

        day, projects = run.today(today), Projects(run, files or ())
        read = list(_read(run.watch(projects, READ, len(projects)), projects, day, by))
        projects.tell()
        if read:
            run.print(reporter(format_)([stated for stated, _ in read], run.look()))
        for stated, unread in read:
            if unread:
                run.note(_left_out(stated.file, unread))
        return projects.close()


def _read(files: "Iterable[Loaded]", projects: Projects, day: date, by: str | None) -> "Iterator[tuple[Stated, int]]":
    """Yield where each project stands, and how many things in its file were not understood."""
    from collabkit import api
    from collabkit.reporters.status.report import Stated

    for file in files:
        name = file.source.name
        try:
            state = api.status(file, today=day, by=by)  # type: ignore[arg-type]  # the option knows its choices
        except UserError as error:
            projects.fail(error, name)
            continue
        yield Stated(name, state), file.number_unread


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
    "status",
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
    (FILES, _BY, _FORMAT, TODAY),
    register,
)
