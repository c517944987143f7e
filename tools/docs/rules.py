"""docs/rules.md: every rule, with what `check` really says to its wrong example."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from collabkit.cli.explain import example
from collabkit.cli.rules import FAMILIES, family_of, severity
from collabkit.finding import Rule
from collabkit.labels import label
from collabkit.lang import Lang, Text
from collabkit.reporters import text as report
from collabkit.rules import RULES
from collabkit.terminal.output_style import OutputStyle
from docs import NOTE, SUFFIX

_TITLE = Text("# 检查规则", "# Rules")
_INTRO = Text(
    """共 {count} 条。每条规则从某个阶段起适用（启动、规划、执行、收尾，逐级累加）；
级别为“错误”的会让 `check` 以退出码 1 结束。`collabkit explain <规则>` 在终端里显示同样的内容。
比较日期的规则在项目开始后一律适用，不论写的是哪个阶段。同一部分里多数条目缺同一项时，合并成一条。
示例中的片段叠加在一个最小项目上（收尾类的片段叠加在同一项目结项时的样子上），输出是程序的真实输出。
""",
    """{count} rules. A rule applies from a stage on (initiating, planning, executing, closing; cumulative); an error
makes `check` exit with 1. `collabkit explain <rule>` shows the same in the terminal. What compares
dates with today applies once the project has begun, whatever its stage says. Where most entries of a section lack the
same, it is one finding. The fragments are laid over a minimal project (those for closing over the same project as it
closes); the output is the program's own.
""",
)
_HEAD = Text("| 代码 | 名称 | 级别 | 阶段 | 查什么 |", "| code | name | severity | stage | what it finds |")
_WRONG = Text("错误写法：", "Wrong:")
_SAYS = Text("`check` 的输出：", "What `check` says:")
_RIGHT = Text("正确写法：", "Right:")
_FIX = Text("怎么改：", "How to fix: ")
_KIND = Text("*{severity}，{stage}阶段起*", "*{severity}, from {stage} on*")
_DATED = Text(
    "*{severity}，{stage}阶段起；项目开始后，不论写的是哪个阶段*",
    "*{severity}, from {stage} on; once the project has begun, whatever its stage says*",
)


def pages() -> Mapping[str, str]:
    """Return the pages of both languages by path."""
    return {f"docs/rules{SUFFIX[lang]}.md": "\n".join(_page(lang)) for lang in Lang}


def _page(lang: Lang) -> Iterator[str]:
    yield NOTE[lang] + _TITLE.to(lang) + "\n"
    yield _INTRO.to(lang).format(count=len(RULES))
    for family, title in FAMILIES.items():
        rules = [rule for rule in RULES if family_of(rule) == family]
        yield f"## {title.to(lang).capitalize()}\n\n{_HEAD.to(lang)}\n|---|---|---|---|---|"
        for rule in rules:
            cells = (rule.code, f"[{rule.name}](#{rule.code.lower()}-{rule.name})", severity(rule).to(lang))
            yield "| " + " | ".join((*cells, label(rule.stage, lang), rule.title.to(lang))) + " |"
        yield ""
        for rule in rules:
            yield _rule(rule, lang)


def _rule(rule: Rule, lang: Lang) -> str:
    kind = (
        (_DATED if rule.dated else _KIND)
        .to(lang)
        .format(severity=severity(rule).to(lang), stage=label(rule.stage, lang))
    )
    parts = [f"### {rule.code} {rule.name}", kind, rule.why.to(lang)]
    parts += [
        _WRONG.to(lang),
        _fenced(rule.example("bad", lang), "yaml"),
        _SAYS.to(lang),
        _fenced(_output(rule, lang), "text"),
    ]
    parts += [_FIX.to(lang) + rule.help.to(lang), _RIGHT.to(lang), _fenced(rule.example("good", lang), "yaml")]
    return "\n\n".join(parts) + "\n"


def _output(rule: Rule, lang: Lang) -> str:
    checked = example(rule, "bad", lang)
    finding = next(finding for finding in checked.findings if finding.rule is rule)
    return "\n".join(report.block(finding, checked.source, OutputStyle(lang, 100)))


def _fenced(text: str, kind: str) -> str:
    return f"```{kind}\n{text.rstrip()}\n```"
