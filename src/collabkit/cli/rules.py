"""`collabkit rules`: everything that `check` looks for."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Annotated, Any

from collabkit.cli.check import STAGES
from collabkit.cli.options import Command, Option
from collabkit.lang import Lang, Text, same
from collabkit.terminal.output_style import OutputStyle

if TYPE_CHECKING:
    from collabkit.cli.program import Program
    from collabkit.finding import Rule, Severity

FORMATS = ("table", "json", "markdown")
FAMILIES = {
    "file": Text("文件与格式", "file and format"),
    "text": Text("待填内容", "content still to come"),
    "reference": Text("引用", "references"),
    "people": Text("人员与部门", "people and departments"),
    "scope": Text("范围与交付物", "scope and deliverables"),
    "goal": Text("目标", "goals"),
    "schedule": Text("进度", "schedule"),
    "closing": Text("收尾", "closing"),
    "risk": Text("风险", "risks"),
    "issue": Text("问题", "issues"),
    "communication": Text("沟通与签字", "communication and sign-off"),
}
_SEVERITY = {"error": Text("错误", "error"), "warning": Text("警告", "warning"), "info": Text("提示", "info")}
_HEAD = Text("代码 名称 级别 阶段 查什么", "code name severity stage what-it-finds")

_FAMILY = Option(("--family",), Text("只列一类规则", "one family only"), Text("<类别>", "<family>"), tuple(FAMILIES))
_STAGE = Option(
    ("--stage",),
    Text("只列到这个阶段为止适用的规则", "only what applies up to this stage"),
    Text("<阶段>", "<stage>"),
    STAGES,
)
_FORMAT = Option(
    ("--format",), Text("输出格式", "output format"), Text("<格式>", "<format>"), FORMATS, default=same("table")
)


def register(program: "Program") -> None:
    """Add `rules` to `program`."""
    run, option = program.run, program.option

    @program.command(COMMAND)
    def rules(
        family: Annotated[str | None, option(_FAMILY)] = None,
        stage: Annotated[str | None, option(_STAGE)] = None,
        format_: Annotated[str, option(_FORMAT)] = "table",
    ) -> int:
        from collabkit.reporters.document import document

        listed, look = _listed(family, stage), run.look()
        if format_ == "json":
            run.print(document({"rules": [as_data(rule, run.lang) for rule in listed]}, look))
            return 0
        head = [word.replace("-", " ") for word in _HEAD.to(run.lang).split()]
        rows = _rows(listed, run.lang)
        for line in _markdown(head, rows) if format_ == "markdown" else _table(head, rows, look):
            run.print(line)
        if format_ == "table":
            run.note(_how_many(len(listed)))
        return 0


def _listed(family: str | None, stage: str | None) -> "list[Rule]":
    """Return the rules of `family`, or all, that apply up to `stage`, in order of code."""
    from collabkit.model import Stage
    from collabkit.rules import RULES

    of_family = [rule for rule in RULES if family is None or family_of(rule) == family]
    return [rule for rule in of_family if stage is None or Stage(stage).reaches(rule.stage)]


def _how_many(number: int) -> Text:
    return Text(
        f"共 {number} 条规则；运行 collabkit explain <规则> 查看详情",
        f"{number} rules; run 'collabkit explain <rule>' for more about one",
    )


def family_of(rule: "Rule") -> str:
    """Return the family of a rule, which is the folder it stands in."""
    from collabkit import rules as families

    return next(name for name in FAMILIES if rule in getattr(families, name).RULES)


def as_data(rule: "Rule", lang: Lang) -> dict[str, Any]:
    """Return what there is to say about a rule as plain data."""
    return {
        "code": rule.code,
        "rule": rule.name,
        "family": family_of(rule),
        "severity": rule.severity.value,
        "severities": [each.value for each in severities(rule)],
        "stage": rule.stage.value,
        "until": rule.last.value,
        "dated": rule.dated,
        "title": rule.title.to(lang),
        "why": rule.why.to(lang),
        "help": rule.help.to(lang),
        "bad": rule.example("bad", lang),
        "good": rule.example("good", lang),
    }


def severities(rule: "Rule") -> list["Severity"]:
    """Return the severities that findings of a rule can have, the worst first."""
    return sorted({rule.severity, *rule.also}, key=lambda each: -each.rank)


def severity(rule: "Rule") -> Text:
    """Return the severity of a rule as a word, with those of its other cases, the worst first."""
    every = severities(rule)
    return Text(
        "或".join(_SEVERITY[each.value].zh for each in every), " or ".join(_SEVERITY[each.value].en for each in every)
    )


def _rows(listed: "Sequence[Rule]", lang: Lang) -> list[list[str]]:
    return [[rule.code, rule.name, severity(rule).to(lang), rule.stage.value, rule.title.to(lang)] for rule in listed]


def _table(head: Sequence[str], rows: Sequence[Sequence[str]], look: OutputStyle) -> Sequence[str]:
    from collabkit.terminal.table import Cell, Head, grid

    heads = [Head(title, flexible=at == len(head) - 1) for at, title in enumerate(head)]
    return grid(heads, [[Cell(text) for text in row] for row in rows], look.width)


def _markdown(head: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    from collabkit.reporters.markdown_table import markdown_table

    return markdown_table(head, [[text.replace("|", "\\|") for text in row] for row in rows], [False] * len(head))


COMMAND = Command(
    "rules",
    Text("列出所有检查规则", "list everything that check looks for"),
    Text(
        "规则从某个阶段起适用；项目到了哪个阶段，就按到那时为止的规则检查。",
        "A rule applies from a stage on; a project is checked against all rules up to its own stage.",
    ),
    (
        ("collabkit rules", Text("列出全部", "list all of them")),
        ("collabkit rules --family schedule", Text("只看进度类", "those about the schedule")),
        ("collabkit rules --format markdown", Text("贴进文档", "for a wiki page")),
    ),
    (_FAMILY, _STAGE, _FORMAT),
    register,
)
