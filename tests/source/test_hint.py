"""Values in the wrong form: how they should be written."""

from __future__ import annotations

import pytest

from collabkit.problem import Fault
from collabkit.source.source import Source
from collabkit.source.validate import validate
from collabkit.source.wording import short

HEAD = """\
collabkit: 1
project: {name: 甲, manager: 王芳, start: 2026-03-02, end: 2026-05-29}
departments: {研发部: {}}
"""


def _only(text: str) -> Fault:
    (fault,) = validate(Source.from_text(HEAD + text + "\n")).faults
    return fault


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("risks: {R1: {title: x, likelihood: 高}}", "写 1 到 5 的整数，5 为最高：「高」写 4"),
        ("risks: {R1: {title: x, impact: 很高}}", "写 1 到 5 的整数，5 为最高：「很高」写 5"),
        ("risks: {R1: {title: x, impact: 9 级}}", "写 1 到 5 的整数，5 为最高"),
        ("risks: {R1: {title: x, impact: 4 级}}", "只写数字：4"),
        ("risks: {R1: {title: x, impact: ４}}", "只写数字：4"),
        ("issues: {I1: {title: x, urgency: urgent}}", "写 1 到 5 的整数，5 为最高"),
        ("tasks: {T1: {name: x, progress: 六成}}", "只写数字：60"),
        ("tasks: {T1: {name: x, progress: 六成五}}", "只写数字：65"),
        ("tasks: {T1: {name: x, progress: 120%}}", "写 0 到 100 的整数，如 60"),
        ("tasks: {T1: {name: x, effort: 约 10 天}}", "只写数字：10"),
        ("budget: {approved: '¥600,000.00'}", "只写数字：600000"),
        ("budget: {approved: 60 万元}", "只写数字：600000"),
        ("budget: {approved: EUR 1200.50}", "只写数字：1200.5"),
        ("tasks: {T1: {name: x, allocation: 一半}}", "写成 50%"),
        ("people: {王芳: {capacity: 五成}}", "写成 50%"),
        ("people: {王芳: {capacity: 0.5 FTE}}", "写成 50%"),
        ("tasks: {T1: {name: x, fixed: 是}}", "写 true（是）"),
        ("tasks: {T1: {name: x, fixed: n}}", "写 false（否）"),
        ("communication: {daily: “17:30”}", '写成 "17:30"'),
        ("communication: {daily: 下午5点半}", '写成 "17:30"'),
        ("communication: {daily: 5:30 pm}", '写成 "17:30"'),
        ("communication: {daily: 17.30}", '写成 "17:30"'),
        ("communication: {daily: 17时}", '写成 "17:00"'),
        ("communication: {daily: 傍晚}", '写成 "15:00" 这样的形式'),
        ("communication: {daily: 25点}", '写成 "15:00" 这样的形式'),
        ("tasks: {T1: {name: x, after: 【T02】}}", "写成 [T02]"),
        ("tasks: {T1: {name: x, after: 「T02、T03」}}", "写成 [T02, T03]"),
        ("tasks: {T1: {name: x, after: {T02: 2}}}", "写成 [T02]"),
        ("agreements:\n  • 周四冻结\n  • 周五发布", "每项一行，以「- 」开头：- 周四冻结"),
        ("agreements:\n  1. 周四冻结\n  2. 周五发布", "每项一行，以「- 」开头：- 周四冻结"),
        ("agreements:\n  （1）周四冻结\n  （2）周五发布", "每项一行，以「- 」开头：- 周四冻结"),
        ("meetings: 启动会", "每项一行，写成「- {kind: 启动会, …}」"),
        ("meetings: {K1: {kind: kickoff, date: 2026-03-03}}", "写成列表，编号写在 id 里：- {id: K1, kind: kickoff, …}"),
        ("handovers: {H1: {from: T1, to: T2}}", "这里不写编号，每项以「- 」开头：- {from: T1, …}"),
        ("meetings: {kind: kickoff, date: 2026-03-03}", "以「- 」开头，写成列表：- {kind: kickoff, …}"),
        ("people: [{name: 王芳, department: 研发部}]", "不用列表，每项一行，以它的名称开头：王芳: …"),
        ("people: 王芳、李雷", "不用列表，每项一行，以它的名称开头：王芳: …"),
        ("tasks: [{id: T07, name: x}]", "不用列表，每项一行，以它的编号开头：T07: …"),
        ("tasks: [{name: x, owner: 王芳}]", "不用列表，每项一行，以它的编号开头：T1: {name: x, …}"),
        ("tasks: [固件, 培训]", "不用列表，每项一行，以它的编号开头：T1: {name: 固件, …}"),
        ("scope: {in: [固件, 培训]}", "不用列表，每项一行，以它的编号开头：S1: 固件"),
        ("scope: {out: 海外型号}", "不用列表，每项一行，以它的编号开头：X1: 海外型号"),
        ("people: {王芳: ｛department：研发部｝}", "改成半角括号：{department: 研发部}"),
    ],
)
def test_the_help_shows_how_the_value_is_written(text: str, help_: str) -> None:
    problem = _only(text).problem
    assert problem.help is not None
    assert problem.help.zh == help_
    assert problem.help.en


@pytest.mark.parametrize(
    ("text", "help_"),
    [
        ("risks: {R1: {title: x, likelihood: high}}",
         "write a whole number from 1 to 5, 5 being the highest: 4 for 'high'"),
        ("tasks: {T1: {name: x, allocation: half}}", "write 50%"),
        ("tasks: {T1: {name: x, end: 05/06/2026}}", "write 2026-05-06"),
        ("tasks: {T1: {name: x, end: 2026-04-31}}", "check month and day, or write 2026-04-30"),
    ],
)  # fmt: skip
def test_the_help_speaks_english_too(text: str, help_: str) -> None:
    problem = _only(text).problem
    assert problem.help is not None and problem.help.en == help_


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Service scripts and after-sales policy", "Service scripts and…"),
        ("Needs 2 weeks for the technical assessment", "Needs 2 weeks for the…"),
        ("Picking takes less than 25 minutes per order", "Picking takes less than 25…"),
        ("Three (3) items, all of them, delivered on time", "Three (3) items, all of them…"),
        (
            "主芯片采购周期六周，需求须在第二周末冻结，逾期只能改用备选型号",
            "主芯片采购周期六周，需求须在第二周末冻结，逾期只能改用备选…",
        ),
        ("x" * 40, "x" * 29 + "…"),
        ("短文", "短文"),
        ("two  blanks\nand a break", "two blanks and a break"),
    ],
)
def test_a_text_is_cut_between_words_where_it_can_be(text: str, shown: str) -> None:
    assert short(text) == shown
    assert len(short(text)) <= 30
