"""What only holds a place, and what merely looks like it."""

from __future__ import annotations

import pytest

from collabkit.model.placeholder import is_nobody, is_placeholder, is_tentative, part_of
from collabkit.model.prompts import PROMPTS, is_prompt

PLACEHOLDERS = [
    "待定", "待补充", "待填写", "（待定）", "【待补充】", "[待填]", "尚待确认", "待确认中", "待指定人员",
    "待补充内容", "未定", "暂定", "尚未确定", "另行通知", "后补", "请填写", "请在此填写内容", "占位符", "某某",
    "某某某", "某公司", "示例公司", "示例文字", "姓名", "TBD", "tbc", "T.B.D.", "TBA", "[TBD]", "(tbd)", "<TBD>",
    "TODO", "to do", "To be confirmed", "to be filled in", "[to be completed]", "To be announced", "placeholder",
    "Lorem ipsum dolor sit amet, consectetur adipiscing elit", "Example Company", "xxx", "XXX", "XX", "ｘｘｘ",
    "×××", "???", "？？", "?", "...", "……", "____", "<姓名>", "<name>", "{{ owner }}", "YYYY-MM-DD", "20XX-XX-XX",
    " 待定 ", "待定。", "[Project name]", "【项目名称】", "[Insert supplier]",
]  # fmt: skip
CONTENT = [
    "审批流程待定事项梳理", "待办事项功能开发", "待机时长 ≥ 7 天", "待评审的需求清单", "待命", "暂停服务",
    "未完成任务清理", "示例代码编写", "名称变更", "请假审批优化", "后勤部", "后台重构", "某", "例会纪要",
    "姓名字段加密", "年度审计", "另外两家供应商", "略阳县分公司", "To-do list app", "TBD Corp handbook",
    "Todo list", "to be or not to be", "Name of the product", "company-wide", "Texas", "XXL 码衫", "3×3 矩阵",
    "20x 提升", "2026-03-02", "x", "—", "-", "无", "N/A", "客户是否愿意付费？", "Who decides?", "0.1",
    "Wang <wang@example.com>", "[1]", "[2026-03-02]", "[甲] 与 [乙]", "[]", "原文（……）如下", "As said (…) before",
    "quoted [..] text", "2XX 响应占比", "xx-large", "全部 TBD 项关闭", "T1", "",
]  # fmt: skip


@pytest.mark.parametrize("text", PLACEHOLDERS)
def test_a_placeholder_is_known_however_it_is_written(text: str) -> None:
    assert is_placeholder(text)
    assert is_nobody(text)


@pytest.mark.parametrize("text", CONTENT)
def test_content_that_looks_like_a_placeholder_is_content(text: str) -> None:
    assert not is_placeholder(text)
    assert part_of(text) is None


@pytest.mark.parametrize(
    ("text", "part"),
    [
        ("李雷（待定）", "（待定）"),
        ("现状：待补充", "待补充"),
        ("Vendor: TBD", "TBD"),
        ("Room 3 (tbc)", "(tbc)"),
        ("某某科技有限公司", "某某"),
        ("XX 系统上线", "XX"),
        ("与××公司合作", "××"),
        ("见 xxx 文件", "xxx"),
        ("20XX 年的目标", "20XX"),
        ("xx million", "xx"),
        ("Save XX% of the cost", "XX"),
        ("xx EUR", "xx"),
        ("done in xx days", "xx"),
        ("Ask ??? about it", "???"),
        ("____年__月__日", "___"),
        ("≥ {{ target }} %", "{{ target }}"),
        ("As agreed. Lorem ipsum dolor", "lorem ipsum"),
    ],
)
def test_an_unmistakable_placeholder_is_found_inside_a_text(text: str, part: str) -> None:
    assert part_of(text) == part


@pytest.mark.parametrize("name", ["N/A", "n/a", "无", "暂无", "None", "nobody", "-", "—", "unassigned", "待定", "*"])
def test_who_is_named_by_nothing_is_nobody(name: str) -> None:
    assert is_nobody(name) or name == "*"


@pytest.mark.parametrize(
    "name",
    [
        "张三?",
        "张三？",
        "*经理",
        "张*",
        "李**",
        "某经理",
        "某研发总监",
        "X经理",
        "测试工程师（待招）",
        "研发部待定",
        "New hire TBC",
        "TBD (vendor)",
    ],
)
def test_a_name_that_is_not_settled_is_tentative(name: str) -> None:
    assert is_tentative(name)


@pytest.mark.parametrize(
    "name", ["张三", "李四", "李某", "欧阳明", "Li Lei", "Dr. Wu", "Xavier Roy", "Max", "测试工程师甲", "N. A. Smith"]
)
def test_a_name_is_a_name(name: str) -> None:
    assert not is_tentative(name) and not is_nobody(name)


def test_a_sentence_of_the_scaffold_is_known_also_when_it_was_folded_or_lost_its_full_stop() -> None:
    for text in PROMPTS.values():
        for sentence in (text.zh, text.en):
            assert is_prompt(sentence) and is_prompt(sentence.rstrip("。.")) and is_prompt(sentence.replace(" ", "\n"))
            assert not is_prompt(sentence + " 但我们加了一句")
            assert not is_placeholder(sentence)
