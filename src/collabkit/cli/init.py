"""`collabkit init`: start a project from a scenario."""

import os
import shlex
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from collabkit import __version__
from collabkit.cli.context import Context
from collabkit.cli.options import Argument, Command, Option
from collabkit.lang import Text, same

if TYPE_CHECKING:
    from collabkit.cli.program import Program
    from collabkit.scaffold import Answers, Layout

# Spelt out here, because help must not wait for the scenarios and the model to be imported; a test compares them.
SCENARIOS = ("product-launch", "process-improvement", "major-event", "strategy-breakdown", "compliance", "blank")
SERVICES = ("github", "gitlab")
DEFAULT = "blank"
PROJECT = "project.yaml"


def _read_by(reader: str, flag: str) -> Callable[[str], Any]:
    """Return what reads a value of `flag`; the scaffold is imported only when there is one to read."""

    def read(typed: str) -> Any:
        from collabkit import scaffold

        return getattr(scaffold, reader)(typed, Text(f"{flag} ", flag))

    return read


FOLDER = Argument(
    Text("文件夹", "DIR"), Text("项目所在的文件夹，默认当前文件夹", "the project's folder, here by default")
)
SCENARIO = Option(
    ("--scenario",),
    Text("从哪个场景开始", "scenario to start from"),
    Text("<场景>", "<name>"),
    SCENARIOS,
    default=same(DEFAULT),
)
NAME = Option(
    ("--name",),
    Text("项目名称", "project name"),
    Text("<名称>", "<text>"),
    parse=_read_by("read_line", "--name"),
    default=Text("场景的示例名称", "the scenario's sample name"),
)
CODE = Option(
    ("--code",),
    Text("项目编号，如 PRJ-2026-001", "project code, such as PRJ-2026-001"),
    Text("<编号>", "<text>"),
    parse=_read_by("read_line", "--code"),
)
DEPARTMENT = Option(
    ("--department",),
    Text(
        "部门和负责人；与场景中同名的填入负责人，其余依次代替场景中的部门，多出的加在后面",
        "a department and its head: one that the scenario has gets this head, others take the scenario's places, "
        "further ones are added",
    ),
    Text("<部门:负责人>", "<name:head>"),
    parse=_read_by("read_department_and_head", "--department"),
    default=Text("场景中的部门", "the scenario's departments"),
    many=True,
)
SPONSOR = Option(
    ("--sponsor",),
    Text("项目发起人姓名", "name of the sponsor"),
    Text("<姓名>", "<text>"),
    parse=_read_by("read_person", "--sponsor"),
    default=Text("场景中的岗位名称", "the scenario's role"),
)
MANAGER = Option(
    ("--manager",),
    Text("项目经理姓名", "name of the project manager"),
    Text("<姓名>", "<text>"),
    parse=_read_by("read_person", "--manager"),
    default=Text("场景中的岗位名称", "the scenario's role"),
)
START = Option(
    ("--start",),
    Text("开始日期；休息日顺延到下一个工作日", "first day; a day off means the next working day"),
    Text("<日期>", "<date>"),
    parse=_read_by("read_day", "--start"),
    default=Text("今天", "today"),
)
END = Option(
    ("--end",),
    Text(
        "结束日期，计划按它伸缩；休息日提前到上一个工作日",
        "last day, to which the plan is stretched or squeezed; a day off means the working day before",
    ),
    Text("<日期>", "<date>"),
    parse=_read_by("read_day", "--end"),
    default=Text("场景的工期", "as long as the scenario takes"),
)
CI = Option(
    ("--ci",),
    Text("同时写入检查仓库内全部项目的 CI 任务", "also write a CI job that checks every project of the repository"),
    Text("<平台>", "<service>"),
    (*SERVICES, "none"),
    default=same("none"),
)
FORCE = Option(("--force",), Text("覆盖已有的同名文件", "replace files of the same names"))
DRY_RUN = Option(("--dry-run",), Text("只列出将写入的文件", "list what would be written, write nothing"))
NO_INPUT = Option(("--no-input",), Text("从不提问，缺什么用默认值", "never ask, use defaults for what is missing"))


def register(program: "Program") -> None:
    """Add `init` to `program`."""
    run, option = program.run, program.option

    @program.command(COMMAND)
    def init(
        folder: Annotated[str, program.argument(FOLDER)] = ".",
        scenario: Annotated[str | None, option(SCENARIO)] = None,
        name: Annotated[str | None, option(NAME)] = None,
        code: Annotated[str | None, option(CODE)] = None,
        department: Annotated[list[Any] | None, option(DEPARTMENT)] = None,
        sponsor: Annotated[str | None, option(SPONSOR)] = None,
        manager: Annotated[str | None, option(MANAGER)] = None,
        start: Annotated[date | None, option(START)] = None,
        end: Annotated[date | None, option(END)] = None,
        ci: Annotated[str, option(CI)] = "none",
        force: Annotated[bool, option(FORCE)] = False,
        dry_run: Annotated[bool, option(DRY_RUN)] = False,
        no_input: Annotated[bool, option(NO_INPUT)] = False,
    ) -> int:
        from collabkit import scaffold

        departments = scaffold.placed(department or (), scenario or DEFAULT, run.lang)
        said = {
            "scenario": scenario, "name": name, "code": code, "departments": departments, "sponsor": sponsor,
            "manager": manager, "start": start, "end": end,
        }  # fmt: skip
        given = {field: value for field, value in said.items() if value}
        place, today = Path(folder), run.today(None)
        answers = _answers(run, place, given, today, force=force, ask=run.interactive and not no_input)
        if answers is None:
            run.note(Text("没有写入任何内容", "nothing was written"))
            return 0
        return _write(run, place, answers, today, ci, force=force, dry_run=dry_run)


def _answers(
    run: Context, place: Path, given: dict[str, Any], today: date, *, force: bool, ask: bool
) -> "Answers | None":
    """Return what was given, and the answers to what somebody was asked; None when they broke off."""
    from collabkit import scaffold

    answers = scaffold.Answers(**given)
    scaffold.refuse(answers, run.lang, today)
    # A conflict is told before anybody answers questions.
    if not force:
        scaffold.refuse_conflicts(place, (PROJECT,))
    if not ask:
        return answers
    from collabkit.cli.interview import Abandoned, Interview

    known = frozenset(given) | ({"language"} if run.asked else frozenset())
    try:
        return Interview(run, answers, known, today).answers()
    except Abandoned:
        return None


def _write(run: Context, place: Path, answers: "Answers", today: date, ci: str, *, force: bool, dry_run: bool) -> int:
    from collabkit import scaffold

    layout = scaffold.layout(place)
    text = scaffold.draft(answers, run.lang, today=today, schema=layout.schema(run.lang))
    files, kept = layout.files(text, run.lang, scaffold.jobs(ci, layout.top, __version__), force=force)
    shown = {name: _shown(place, layout, name) for name in files}
    if dry_run:
        run.note(Text("将写入（--dry-run，未写入任何内容）：", "would write (--dry-run, nothing was written):"))
        for path in shown.values():
            run.print(path)
        return 0
    replaced = scaffold.conflicts(layout.top, files)
    scaffold.write(layout.top, files, force=force)
    for name, path in shown.items():
        done = Text("已覆盖", "replaced") if name in replaced else Text("已创建", "created")
        run.print(done + same(f" {path}"))
    for note in (*_passed(answers, today), *_above(layout), *layout.to_do(files, kept)):
        run.note(Text("注意：", "note: ") + note)
    run.print(Text("下一步：", "next:"))
    for command in _next(place):
        run.print(f"  {command}")
    return 0


def _shown(place: Path, layout: "Layout", name: str) -> str:
    """Return the path of a file as seen from where `init` was run."""
    return Path(os.path.normpath(place / os.path.relpath(layout.top / name, layout.folder))).as_posix()


def _above(layout: "Layout") -> Iterator[Text]:
    if layout.above is not None:
        yield Text(
            f"同一仓库的上级文件夹中已有 {layout.above}",
            f"a folder above in this repository has {layout.above} already",
        )


def _passed(answers: "Answers", today: date) -> Iterator[Text]:
    """Yield what to do about a start that lies in the past: everything is counted from it all the same."""
    if answers.start is not None and answers.start < today:
        yield Text(
            f"开始日期 {answers.start} 早于今天 {today}，所有日期仍从它推算；已经开过的会没有写日期，"
            "请补上，并补记已完成的任务和里程碑",
            f"the start {answers.start} lies before today, {today}, and all dates follow from it; meetings whose day "
            "has passed have none: add it, and record the tasks and milestones that are done",
        )


def _next(place: Path) -> Iterator[str]:
    """Yield three commands that work where `init` was run."""
    if place.resolve() == Path.cwd():
        yield from ("collabkit check", "collabkit render", "collabkit status")
        return
    folder = place.as_posix()
    folder = f"./{folder}" if folder.startswith("-") else folder
    file = shlex.quote(f"{folder}/{PROJECT}")
    yield f"collabkit check {file}"
    yield f"collabkit render {file} --out {shlex.quote(f'{folder}/out')}"
    yield f"collabkit status {file}"


COMMAND = Command(
    "init",
    Text("从场景新建一个项目", "start a project from a scenario"),
    Text(
        "在终端里逐项提问，最后列出汇总，确认后才写入；每一项也都有选项。写入 project.yaml 和 .gitignore；"
        "供编辑器补全、校验的 JSON Schema 和 CI 任务放在仓库根目录，一个仓库只放一份。日期按工作日从开始日期推算，"
        "结果可以直接检查和生成表单；其中没有任何人的答复、承诺、确认和签字。不加 --force 从不覆盖；"
        "要么全部写入，要么什么都不写。",
        "Asks at a terminal, one thing after the other, and writes once the summary is confirmed; everything has an "
        "option too. Writes project.yaml and .gitignore; the JSON Schema for editors and the CI job go to the top of "
        "the repository, once for all its projects. Dates are working days counted from the start; the result can be "
        "checked and rendered at once, and nobody has answered, promised, confirmed or signed anything in it. Nothing "
        "is replaced without --force, and either everything is written or nothing.",
    ),
    (
        ("collabkit init", Text("逐项提问后新建", "answer a few questions")),
        (
            "collabkit init launch --department IT:Li --department Sales:Wu",
            Text("写明部门和负责人", "with departments and their heads"),
        ),
        (
            "collabkit init demo --scenario product-launch --start 2026-03-02",
            Text("新产品上市，写入 demo/", "a product launch, in demo/"),
        ),
        (
            "collabkit init --scenario compliance --ci github --no-input",
            Text("不提问，并加上 GitHub 检查任务", "ask nothing, add a GitHub check"),
        ),
    ),
    (
        FOLDER,
        SCENARIO,
        NAME,
        CODE,
        DEPARTMENT,
        SPONSOR,
        MANAGER,
        START,
        END,
        CI,
        FORCE,
        DRY_RUN,
        NO_INPUT,
    ),
    register,
)
