"""The sign # behind a blank: a text that it cuts is told, a comment is left in peace, and both have their places."""

from __future__ import annotations

import pytest

from collabkit.problem import FilePath
from collabkit.source.source import Source
from collabkit.source.validate import Read, validate

HEAD = """\
collabkit: 1
project:
  name: 甲
  manager: 王芳
  start: 2026-03-02
  end: 2026-05-29
departments: {研发部: {}}
"""


def _read(text: str) -> Read:
    return validate(Source.from_text(HEAD + text))


def _task(line: str) -> Read:
    return _read(f"tasks:\n  T1:\n    name: 甲\n    {line}\n")


@pytest.mark.parametrize(
    ("line", "lost", "whole"),
    [
        ("deliverable: 产线 #1", "#1", "产线 #1"),
        ("deliverable: Line #12", "#12", "Line #12"),
        ("deliverable: 仓库 #A3", "#A3", "仓库 #A3"),
        ("deliverable: 仓库 #B-12", "#B-12", "仓库 #B-12"),
        ("deliverable: 修复缺陷 #10245", "#10245", "修复缺陷 #10245"),
        ("deliverable: 机房 #2 空调更换", "#2 空调更换", "机房 #2 空调更换"),
        ("deliverable: Halls #1 and #2", "#1 and #2", "Halls #1 and #2"),
        ("deliverable: 机组 #1、#2 检修", "#1、#2 检修", "机组 #1、#2 检修"),
        ("deliverable: 产线\t#1", "#1", "产线 #1"),
        ("deliverable: #1 产线", "#1 产线", "#1 产线"),
        ("deliverable: 见（附件 #1）", None, None),
        ("deliverable: 见附件 #1）", "#1）", "见附件 #1）"),
        ("deliverable: 产线 #1  ", "#1", "产线 #1"),
    ],
)
def test_what_looks_like_the_end_of_a_text_is_told_and_quoted(line: str, lost: str | None, whole: str | None) -> None:
    read = _task(line)
    if lost is None:
        return
    (fault,) = read.faults
    assert fault.rule == "hash-cuts-text"
    assert f"「{lost}」" in fault.problem.message.zh and f"'{lost}'" in fault.problem.message.en
    assert fault.problem.help is not None and f'"{whole}"' in fault.problem.help.zh
    assert read.doubts(FilePath("tasks", "T1", "deliverable"))
    assert fault.problem.at is not None
    source = Source.from_text(HEAD + f"tasks:\n  T1:\n    name: 甲\n    {line}\n")
    assert source.text[fault.problem.at[0] : sum(fault.problem.at)] == lost


@pytest.mark.parametrize(
    "line",
    [
        "deliverable: 报告  # 待确认",
        "deliverable: 报告 #待确认",
        "deliverable: 报告 # 1",
        "deliverable: 报告 #3月底前提交",
        "deliverable: 报告 #10万以内",
        "deliverable: 报告 #2 周内",
        "deliverable: 报告 #3 days left",
        "deliverable: 报告 #50% 完成",
        "deliverable: 报告 #2026-03-05 原计划",
        "deliverable: 报告 #2026/3/5",
        "deliverable: 报告 #1.5 天",
        "deliverable: 报告 #TODO",
        "deliverable: 报告 #FIXME 2",
        "deliverable: 报告 #P1 问题",
        "deliverable: 报告 #T03 之后",
        "deliverable: 报告 ##1",
        "deliverable: 报告 #!1",
        'deliverable: "报告" #1',
        'deliverable: "报告 #1"',
        "deliverable: 报告#1",
        "start: 2026-03-02 #1",
        "owner: 王芳 #1",
        "effort: 5 #2",
        "status: doing #3",
        "# deliverable: 产线 #1",
        "deliverable: |  # 1\n      产线 #1\n      产线 #2",
        "team: [王芳] #1",
    ],
)
def test_a_comment_is_left_in_peace(line: str) -> None:
    assert [fault for fault in _task(line).faults if fault.rule == "hash-cuts-text"] == []


@pytest.mark.parametrize("line", ["deliverable: 仓库 #A3", "deliverable: 机房 #2 空调更换"])
def test_where_comments_stand_close_to_their_sign_only_a_bare_number_is_text(line: str) -> None:
    assert _read(f"tasks:\n  T1:\n    name: 甲 #待定\n    {line}\n").faults == ()
    (fault,) = _read("tasks:\n  T1:\n    name: 甲 #待定\n    deliverable: 产线 #1\n").faults
    assert fault.rule == "hash-cuts-text"


def test_items_and_entries_of_text_are_looked_at_too() -> None:
    read = _read("agreements:\n  - 产线 #1\n  - 产线 # 待定\nscope:\n  in:\n    S1: 产线 #2\n")
    assert [fault.problem.path.steps for fault in read.faults] == [("agreements", 0), ("scope", "in", "S1")]
    assert read.faults[0].problem.message.zh == "agreements 第 1 项丢了「#1」：它成了注释"
    assert read.faults[1].problem.message.en == "'#2' is lost from S1 of in of scope: it became a comment"


def test_a_needed_text_that_is_all_comment_is_missing_and_shown_quoted() -> None:
    (fault,) = _read("tasks:\n  T1:\n    name: #1 产线\n").faults
    assert fault.rule == "missing-field"
    assert fault.problem.help is not None and fault.problem.help.zh == '给值加上引号："#1 产线"'


def test_comments_are_kept_with_their_places() -> None:
    source = Source.from_text(
        "# 顶上\n"
        'a: "x # no" # yes\n'
        "b: 'it''s # no'\n"
        "c: |  # header\n"
        "  text # no\n"
        "  # no\n"
        "\n"
        "# after\n"
        "e: [x, #in\n"
        '  y#no, "#no"] #end  \n'
        '"k # no": v#no\n'
        "g:\t# empty\n"
    )
    shown = [(comment.text, comment.alone) for comment in source.comments]
    assert shown == [
        ("# 顶上", True),
        ("# yes", False),
        ("# header", False),
        ("# after", True),
        ("#in", False),
        ("#end", False),
        ("# empty", False),
    ]
    assert all(
        source.text[at : at + length] == text for text, (at, length) in ((c.text, c.at) for c in source.comments)
    )


def test_without_a_sign_or_with_broken_text_there_are_no_comments() -> None:
    assert Source.from_text("a: b\n").comments == ()
    assert Source.from_text("a: [b # c\n").comments == ()


@pytest.mark.parametrize("newline", ["\n", "\r\n"])
def test_comments_end_with_their_line_whatever_ends_it(newline: str) -> None:
    source = Source.from_text(newline.join(["a: b # c", "# d", ""]))
    assert [comment.text for comment in source.comments] == ["# c", "# d"]
