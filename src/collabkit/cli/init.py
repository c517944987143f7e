"""`collabkit init`: start a project from a scenario."""

from __future__ import annotations

import shlex
import sys
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from typing import Annotated, TypeVar

from collabkit.arguments import language
from collabkit.cli.options import Argument, Command, Option
from collabkit.cli.run import Run
from collabkit.errors import UsageError
from collabkit.lang import Text, same
from collabkit.nearest import nearest

# Spelt out here, because help must not wait for the scenarios and the model to be imported; a test compares them.
SCENARIOS = ("product-launch", "process-improvement", "major-event", "strategy-breakdown", "compliance", "blank")
SERVICES = ("github", "gitlab")
DEFAULT = "blank"
PROJECT = "project.yaml"
T = TypeVar("T")


def _day(typed: str) -> date:
    from collabkit.model.scalars import parse_date

    day = parse_date(typed)
    if day is None:
        raise UsageError(
            Text(f"开始日期「{typed}」不是日期", f"the start '{typed}' is no date"),
            Text("写成 2026-03-02 这样", "write it like 2026-03-02"),
        )
    return day


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
    default=Text("场景的示例名称", "the scenario's sample name"),
)
MANAGER = Option(
    ("--manager",),
    Text("项目经理姓名", "name of the project manager"),
    Text("<姓名>", "<text>"),
    default=Text("场景中的岗位名称", "the scenario's role"),
)
START = Option(
    ("--start",),
    Text("开始日期；休息日顺延到下一个工作日", "first day; a day off means the next working day"),
    Text("<日期>", "<date>"),
    parse=_day,
    default=Text("今天", "today"),
)
CI = Option(
    ("--ci",),
    Text("同时写入持续集成任务", "also write a CI job that checks the file"),
    Text("<平台>", "<service>"),
    (*SERVICES, "none"),
    default=same("none"),
)
FORCE = Option(("--force",), Text("覆盖已有的同名文件", "replace files of the same names"))
DRY_RUN = Option(("--dry-run",), Text("只列出将写入的文件", "list what would be written, write nothing"))
NO_INPUT = Option(("--no-input",), Text("从不提问，缺什么用默认值", "never ask, use defaults for what is missing"))


def init(
    run: Run,
    folder: Annotated[str, FOLDER] = ".",
    scenario: Annotated[str | None, SCENARIO] = None,
    name: Annotated[str | None, NAME] = None,
    manager: Annotated[str | None, MANAGER] = None,
    start: Annotated[date | None, START] = None,
    ci: Annotated[str, CI] = "none",
    force: Annotated[bool, FORCE] = False,
    dry_run: Annotated[bool, DRY_RUN] = False,
    no_input: Annotated[bool, NO_INPUT] = False,
) -> int:
    """Write a project that can be checked and rendered at once, and say what to do next."""
    from collabkit import scaffold

    place = Path(folder)
    today = run.today(None)
    jobs = scaffold.jobs(ci, place)
    # A conflict is told before anybody answers questions.
    if not force:
        scaffold.refuse_conflicts(place, (scaffold.SCHEMA, *jobs, PROJECT))
    if run.interactive and not no_input:
        scenario, name, manager, start = _asked(run, scenario, name, manager, start)
    files = scaffold.draft(
        scenario or DEFAULT,
        run.lang,
        start=start or today,
        today=today,
        name=name,
        manager=manager,
        jobs=jobs,
    )
    if dry_run:
        return _listed(run, place, tuple(files))
    replaced = scaffold.conflicts(place, tuple(files))
    scaffold.write(place, files, force=force)
    _told(run, place, tuple(files), replaced)
    return 0


def _listed(run: Run, place: Path, files: tuple[str, ...]) -> int:
    run.note(Text("将写入（--dry-run，未写入任何内容）：", "would write (--dry-run, nothing was written):"))
    for name in files:
        run.print((place / name).as_posix())
    return 0


def _told(run: Run, place: Path, files: tuple[str, ...], replaced: tuple[str, ...]) -> None:
    for name in files:
        path = (place / name).as_posix()
        run.print(
            Text(f"已覆盖 {path}", f"replaced {path}")
            if name in replaced
            else Text(f"已创建 {path}", f"created {path}")
        )
    for warning in _warnings(place, files):
        run.note(Text("注意：", "note: ") + warning)
    run.print(Text("下一步：", "next:"))
    for command in _next(place):
        run.print(f"  {command}")


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


def _warnings(place: Path, files: tuple[str, ...]) -> Iterator[Text]:
    root = _repository(place.resolve())
    if root is None or root == place.resolve():
        return
    above = [folder for folder in place.resolve().parents if folder.is_relative_to(root)]
    other = next((folder / PROJECT for folder in above if (folder / PROJECT).exists()), None)
    if other is not None:
        yield Text(f"同一仓库的上级文件夹中已有 {other}", f"a folder above in this repository has {other} already")
    job = next((name for name in files if name.startswith(".git")), None)
    if job is not None:
        yield Text(
            f"平台只读取仓库根目录的 {job}，请把它移到 {root}，并改好其中的文件路径",
            f"the service reads {job} only at the top of the repository: move it to {root} and adapt the path in it",
        )


def _repository(place: Path) -> Path | None:
    return next((folder for folder in (place, *place.parents) if (folder / ".git").exists()), None)


# Questions


def _asked(
    run: Run, scenario: str | None, name: str | None, manager: str | None, start: date | None
) -> tuple[str, str, str, date]:
    """Return what the options left open, as answered; an empty answer means the default.

    The language answered is that of everything that follows, errors too.
    """
    from collabkit import scaffold

    if run.asked is None:
        question = Text("语言 Language（zh-CN、en）", "Language 语言 (zh-CN, en)")
        run.asked = _answer(run, question, run.lang.value, lambda typed: language(typed, "language"))
    if scenario is None:
        for number, known in enumerate(SCENARIOS, 1):
            run.note(f"  {number}  {known:<20}  {scaffold.title(known).to(run.lang)}")
        scenario = _answer(run, Text("场景（编号或名称）", "Scenario (number or name)"), DEFAULT, _scenario)
    sample = scaffold.sample(scenario, run.lang)
    name = name or _answer(run, _NAME, sample.name, lambda typed: scaffold.one_line(typed, _NAME.to(run.lang)))
    manager = manager or _answer(
        run, _MANAGER, sample.manager, lambda typed: scaffold.one_line(typed, _MANAGER.to(run.lang))
    )
    today = run.today(None).isoformat()
    start = start or _answer(run, _START, today, lambda typed: scaffold.first_day(_day(typed)))
    return scenario, name, manager, start


_NAME = Text("项目名称", "Project name")
_MANAGER = Text("项目经理", "Project manager")
_START = Text("开始日期", "Start")


def _scenario(typed: str) -> str:
    if typed.isascii() and typed.isdigit() and 1 <= int(typed) <= len(SCENARIOS):
        return SCENARIOS[int(typed) - 1]
    if typed in SCENARIOS:
        return typed
    near = nearest(typed, SCENARIOS)
    raise UsageError(
        Text(f"没有场景「{typed}」", f"there is no scenario '{typed}'"),
        Text(f"是不是 {near}？", f"did you mean {near}?")
        if near
        else Text(
            f"写 1 到 {len(SCENARIOS)} 的编号，或场景名称", f"type a number from 1 to {len(SCENARIOS)}, or a name"
        ),
    )


def _answer(run: Run, question: Text, default: str, read: Callable[[str], T]) -> T:
    """Return the answer to `question`, asked until it can be read; raise UsageError when input ends."""
    while True:
        run.err.write(f"{question.to(run.lang)} [{default}]{'：' if run.lang.value == 'zh-CN' else ': '}")
        run.err.flush()
        line = sys.stdin.readline()
        if not line:
            run.note()
            raise UsageError(
                Text("输入已结束，没有写入任何内容", "the input ended, nothing was written"),
                Text("用选项给出答案，或加 --no-input", "give the answers as options, or add --no-input"),
            )
        try:
            return read(line.strip() or default)
        except UsageError as error:
            run.complain(error)


COMMAND = Command(
    init,
    Text("从场景新建一个项目", "start a project from a scenario"),
    Text(
        "写入 project.yaml 和供编辑器补全、校验用的 collabkit.schema.json。日期按工作日从开始日期推算，"
        "结果可以直接检查和生成表单。不加 --force 从不覆盖；要么全部写入，要么什么都不写。",
        "Writes project.yaml and, for completion and checks in editors, collabkit.schema.json. Dates are working days "
        "counted from the start; the result can be checked and rendered at once. Nothing is replaced without --force, "
        "and either everything is written or nothing.",
    ),
    (
        ("collabkit init", Text("逐项提问后新建", "answer a few questions")),
        (
            "collabkit init demo --scenario product-launch --start 2026-03-02",
            Text("新产品上市，写入 demo/", "a product launch, in demo/"),
        ),
        (
            "collabkit init --scenario compliance --ci github --no-input",
            Text("不提问，并加上 GitHub 检查任务", "ask nothing, add a GitHub check"),
        ),
    ),
)
