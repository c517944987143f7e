"""`collabkit check`: what is wrong with a project file."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from collabkit.cli.context import Context
from collabkit.cli.options import TODAY, Command, Option, number, output_file
from collabkit.cli.projects import FILES, READ, Projects
from collabkit.lang import Text, same
from collabkit.reporters.registry import NAMES

if TYPE_CHECKING:
    from collabkit.cli.program import Program
    from collabkit.reporters.report import Checked, Reporter

FORMATS = NAMES
STAGES = ("initiating", "planning", "executing", "closing")
SEVERITIES = ("error", "warning", "info")


def rule_names() -> list[str]:
    """Return every code and name of a rule, for a shell to complete."""
    from collabkit.rules import RULES

    return [key for rule in RULES for key in (rule.name, rule.code)]


_FORMAT = Option(
    ("--format",), Text("输出格式", "output format"), Text("<格式>", "<format>"), FORMATS, default=same("text")
)
_STAGE = Option(
    ("--stage",),
    Text("按哪个阶段的要求检查", "check as for this stage"),
    Text("<阶段>", "<stage>"),
    STAGES,
    default=Text("项目文件里的 stage", "the project's own"),
)
_FAIL_ON = Option(
    ("--fail-on",),
    Text("达到哪一级就以退出码 1 结束", "exit with 1 from this severity on"),
    Text("<级别>", "<severity>"),
    SEVERITIES,
    default=same("error"),
)
_SELECT = Option(
    ("--select",),
    Text(
        "只看这些规则：代码、代码开头（CK3）或名称，逗号分隔",
        "only these rules: codes, beginnings of codes (CK3), names",
    ),
    Text("<规则>", "<rule>"),
    complete=rule_names,
    many=True,
)
_IGNORE = Option(
    ("--ignore",),
    Text("不看这些规则", "all but these rules"),
    Text("<规则>", "<rule>"),
    complete=rule_names,
    many=True,
)
_MOST = Option(
    ("--max-findings",),
    Text("text 格式最多显示几条，0 为全部", "show at most so many in text, 0 for all"),
    same("<n>"),
    parse=number("--max-findings"),
    default=same("50"),
)
_OUTPUT = Option(
    ("-o", "--output"),
    Text("把结果写入文件，而不是标准输出", "write the report to a file instead of standard output"),
    Text("<文件>", "<file>"),
    parse=output_file,
)


def register(program: "Program") -> None:
    """Add `check` to `program`."""
    run, option = program.run, program.option

    @program.command(COMMAND)
    def check(
        files: Annotated[list[str] | None, program.argument(FILES)] = None,
        format_: Annotated[str, option(_FORMAT)] = "text",
        stage: Annotated[str | None, option(_STAGE)] = None,
        fail_on: Annotated[str, option(_FAIL_ON)] = "error",
        select: Annotated[list[str] | None, option(_SELECT)] = None,
        ignore: Annotated[list[str] | None, option(_IGNORE)] = None,
        today: Annotated[str | None, option(TODAY)] = None,
        most: Annotated[int, option(_MOST)] = 50,
        output: Annotated[Path | None, option(_OUTPUT)] = None,
    ) -> int:
        from collabkit import api
        from collabkit.checking import chosen_rules
        from collabkit.model import Stage
        from collabkit.reporters.registry import reporter

        asked = {"select": _split(select or ()), "ignore": _split(ignore or ())}
        chosen_rules(**asked)
        day, at = run.today(today), Stage(stage) if stage else None
        projects = Projects(run, files or ())
        if output is not None:
            projects.spare(output)
        read = run.watch(projects, READ, len(projects))
        checked = [api.checked(file, today=day, stage=at, **asked) for file in read]
        projects.tell()
        if checked:
            _report(run, checked, reporter(format_), most, output)
        return projects.close() or int(_failed(checked, fail_on))


def _split(selectors: Iterable[str]) -> tuple[str, ...]:
    return tuple(part.strip() for selector in selectors for part in selector.split(",") if part.strip())


def _report(run: Context, checked: "Sequence[Checked]", reporter: "Reporter", most: int, output: Path | None) -> None:
    from collabkit.files import write_atomic
    from collabkit.reporters.summary import summary
    from collabkit.terminal.harmless import harmless
    from collabkit.terminal.output_style import OutputStyle

    if output is not None:
        look = OutputStyle(run.lang, run.width, run.color == "always", most=most)
        text = "\n".join([*reporter.report(checked, look), ""])
        write_atomic(output, harmless(text).encode(errors="backslashreplace"))
    else:
        for line in reporter.report(checked, run.look(most=most)):
            run.print(line)
    if reporter.machine or output is not None:
        run.note(summary(checked, run.look(run.err)))


def _failed(checked: "Sequence[Checked]", fail_on: str) -> bool:
    """Return whether a finding is at least as severe as `fail_on`."""
    from collabkit.finding import Severity

    least = Severity(fail_on).rank
    return any(finding.severity.rank >= least for file in checked for finding in file.findings)


COMMAND = Command(
    "check",
    Text("检查项目文件里有什么问题", "say what is wrong with a project file"),
    Text(
        "逐条指出问题所在的行、原因和改法。退出码：0 没有达到 --fail-on 的问题，1 有，2 用法有误或文件读不了。",
        "Points at the line, says why and what to do. Exit code: 0 when nothing reaches --fail-on, 1 when something "
        "does, 2 for a wrong command line or a file that cannot be read.",
    ),
    (
        ("collabkit check", Text("检查 project.yaml", "check project.yaml")),
        ("collabkit check --stage closing", Text("看离结项还差什么", "see what is missing for closing")),
        ("collabkit check projects", Text("检查文件夹下所有项目", "check every project below a folder")),
        ("collabkit check '**/project.yaml' --format json", Text("供程序读取", "for programs")),
        ("collabkit check --ignore CK508,no-milestone", Text("略过某些规则", "leave some rules out")),
    ),
    (FILES, _FORMAT, _STAGE, _FAIL_ON, _SELECT, _IGNORE, TODAY, _MOST, _OUTPUT),
    register,
)
