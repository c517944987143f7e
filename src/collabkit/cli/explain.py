"""`collabkit explain`: what a rule checks, why, a wrong and a right example, and what `check` says to the wrong one."""

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import zip_longest
from typing import TYPE_CHECKING, Annotated, Literal

from collabkit.cli.check import rule_names
from collabkit.cli.options import Argument, Command, Option
from collabkit.errors import UsageError
from collabkit.lang import Lang, Text, same
from collabkit.terminal.display_width import clip, pad, visible, width, wrap
from collabkit.terminal.output_style import OutputStyle, Style

if TYPE_CHECKING:
    from collabkit.cli.program import Program
    from collabkit.finding import Rule
    from collabkit.reporters.report import Checked

FORMATS = ("text", "json")
_RULE = Argument(
    Text("规则", "RULE"),
    Text("规则的代码或名称，不分大小写", "code or name of a rule, in any case"),
    complete=rule_names,
    many=True,
)
_ALL = Option(("--all",), Text("解释全部规则", "explain every rule"))
_FORMAT = Option(
    ("--format",), Text("输出格式", "output format"), Text("<格式>", "<format>"), FORMATS, default=same("text")
)
_WHAT = Text("查什么", "What it checks")
_WHY = Text("为什么重要", "Why it matters")
_WRONG = Text("错误写法", "Wrong")
_RIGHT = Text("正确写法", "Right")
_FIX = Text("怎么改", "How to fix")
_SAYS = Text("check 对错误写法的输出", "What check says to the wrong one")
_INDENT = "  "


def register(program: "Program") -> None:
    """Add `explain` to `program`."""
    run, option = program.run, program.option

    @program.command(COMMAND)
    def explain(
        rules: Annotated[list[str] | None, program.argument(_RULE)] = None,
        all_: Annotated[bool, option(_ALL)] = False,
        format_: Annotated[str, option(_FORMAT)] = "text",
    ) -> int:
        from collabkit.cli.rules import as_data
        from collabkit.reporters.document import document

        wanted, look = _wanted(rules or (), everything=all_), run.look()
        if format_ == "json":
            run.print(document({"rules": [as_data(rule, run.lang) for rule in wanted]}, look))
            return 0
        for number, rule in enumerate(wanted):
            if number:
                run.print("\n" + "-" * min(look.width, 80) + "\n")
            for line in page(rule, look):
                run.print(line)
        return 0


def page(rule: "Rule", look: OutputStyle) -> Iterator[str]:
    """Yield the page about one rule, line by line."""
    yield _title(rule, look)
    for title, text in ((_WHAT, rule.title), (_WHY, rule.why)):
        yield from _paragraph(title, look.say(text), look)
    yield ""
    yield from _beside(rule.example("bad", look.lang), rule.example("good", look.lang), look)
    yield from _paragraph(_FIX, look.say(rule.help), look)
    yield from _output(rule, look)


def example(rule: "Rule", which: Literal["bad", "good"], lang: Lang) -> "Checked":
    """Return `bad` or `good` of a rule, laid over the minimal project of `lang` and checked as at the rule's stage."""
    from collabkit import api
    from collabkit.rules.example import day
    from collabkit.rules.overlay import overlay

    text = overlay(rule.example(which, lang), lang, rule.stage)
    return api.checked(api.loads(text), today=day(rule.stage), stage=rule.stage)


def _wanted(named: Sequence[str], *, everything: bool) -> "list[Rule]":
    from collabkit.checking import unknown_rule
    from collabkit.rules import RULES, find

    if everything:
        return list(RULES)
    if not named:
        raise UsageError(
            Text("要解释哪条规则？", "which rule is to be explained?"),
            Text(
                "例如 collabkit explain CK504；运行 collabkit rules 查看全部规则",
                "for example 'collabkit explain CK504'; run 'collabkit rules' to see all rules",
            ),
        )
    found = [(find(name), name) for name in named]
    for rule, name in found:
        if rule is None:
            raise unknown_rule(name)
    return [rule for rule, _ in found if rule is not None]


def _title(rule: "Rule", look: OutputStyle) -> str:
    from collabkit.cli.rules import severity

    name = f"{rule.code} {rule.name}"
    since = Text(f"，{rule.stage} 阶段起", f", from stage {rule.stage} on")
    if rule.dated:
        since = Text("，项目开始后", ", once the project has begun")
    kind = look.say(severity(rule)) + look.say(since)
    gap = min(look.width, 80) - width(name) - width(kind)
    return look.paint(name, "bold") + " " * max(gap, 2) + look.paint(kind, rule.severity.value)


def _paragraph(title: Text, text: str, look: OutputStyle) -> Iterator[str]:
    yield ""
    yield look.paint(look.say(title), "bold")
    for line in text.splitlines():
        yield from wrap(_INDENT + line, min(look.width, 80), _INDENT)


def _beside(bad: str, good: str, look: OutputStyle) -> Iterator[str]:
    """Yield both examples, what differs marked with `>`, side by side where they fit."""
    wrong, right = _compared(bad, good)
    wide = [max(width(line) for line, _ in lines) for lines in (wrong, right)]
    left = max(wide[0], min(look.width, 80) // 2 - 2 * len(_INDENT))
    if left + wide[1] + 3 * len(_INDENT) <= look.width:
        yield look.paint(pad(look.say(_WRONG), left + 2 * len(_INDENT)) + look.say(_RIGHT), "bold")
        for (one, lost), (other, gained) in zip_longest(wrong, right, fillvalue=("", False)):
            gap = " " * (left - width(one) + len(_INDENT))
            yield (_line(one, lost, "error", look) + gap + _line(other, gained, "green", look)).rstrip()
        return
    parts: tuple[tuple[Text, list[tuple[str, bool]], Style], ...] = ((_WRONG, wrong, "error"), (_RIGHT, right, "green"))
    for number, (title, lines, style) in enumerate(parts):
        yield from [""] * number
        yield look.paint(look.say(title), "bold")
        yield from (_line(clip(line, look.width - len(_INDENT)), differs, style, look) for line, differs in lines)


def _compared(bad: str, good: str) -> tuple[list[tuple[str, bool]], list[tuple[str, bool]]]:
    """Return the lines of both examples, each with whether the other one has it."""
    wrong, right = bad.rstrip().splitlines(), good.rstrip().splitlines()
    equal = SequenceMatcher(None, wrong, right, autojunk=False).get_matching_blocks()
    same_wrong = {block.a + step for block in equal for step in range(block.size)}
    same_right = {block.b + step for block in equal for step in range(block.size)}
    return (
        [(visible(line), number not in same_wrong) for number, line in enumerate(wrong)],
        [(visible(line), number not in same_right) for number, line in enumerate(right)],
    )


def _line(line: str, differs: bool, style: Style, look: OutputStyle) -> str:
    return look.paint("> " + line, style) if differs else _INDENT + line


def _output(rule: "Rule", look: OutputStyle) -> Iterator[str]:

    from collabkit.reporters import text

    checked = example(rule, "bad", look.lang)
    narrower = OutputStyle(look.lang, look.width - len(_INDENT), look.colour, look.unicode, look.most)
    finding = next((finding for finding in checked.findings if finding.rule is rule), None)
    if finding is None:
        return
    yield ""
    yield look.paint(look.say(_SAYS), "bold")
    for line in text.block(finding, checked.source, narrower):
        yield (_INDENT + line).rstrip()


COMMAND = Command(
    "explain",
    Text("解释一条规则：查什么、为什么、怎么改", "explain a rule: what, why, and how to fix it"),
    Text(
        "给出规则的含义、理由、正反两个例子和改法，不需要联网。",
        "Says what the rule means and why, with a wrong and a right example and the way to fix it. Needs no network.",
    ),
    (
        ("collabkit explain CK504", Text("按代码", "by code")),
        ("collabkit explain dependency-cycle", Text("按名称", "by name")),
        ("collabkit explain --all --format json", Text("全部规则，供程序读取", "every rule, for programs")),
    ),
    (_RULE, _ALL, _FORMAT),
    register,
)
