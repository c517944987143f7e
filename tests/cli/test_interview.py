"""The questions of `collabkit init`, as they are answered at a terminal."""

from __future__ import annotations

import contextlib
import os
import pty
import subprocess
import sys
from pathlib import Path

import pytest

from collabkit import api
from collabkit.model import Project

ENVIRON = {
    **{key: value for key, value in os.environ.items() if not key.startswith(("COLLABKIT", "LC_", "LANG"))},
    "COLLABKIT_TODAY": "2026-02-27",
    "LC_ALL": "C.UTF-8",
    "NO_COLOR": "1",
}
COMMAND = [sys.executable, "-m", "collabkit", "init"]
ALL = {
    "--language": "en", "--scenario": "blank", "--name": "N", "--code": "C", "--department": "D:H", "--sponsor": "S",
    "--manager": "M", "--start": "2026-03-02", "--end": "2026-06-30",
}  # fmt: skip


def at_terminal(cwd: Path, answers: list[str], *words: str, end: bytes = b"") -> tuple[str, int]:
    """Return what a terminal shows when `answers` are typed, and the exit code."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, *words], cwd=cwd, env=ENVIRON, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    )
    os.close(theirs)
    os.write(ours, "".join(f"{answer}\n" for answer in answers).encode() + end)
    shown = b""
    # The terminal is closed, which Linux calls an error, when the program has ended.
    with contextlib.suppress(OSError):
        while chunk := os.read(ours, 4096):
            shown += chunk
    code = process.wait()
    os.close(ours)
    return shown.decode("utf-8").replace("\r\n", "\n"), code


def written(folder: Path) -> Project:
    project = api.load(folder / "project.yaml").project
    assert project is not None
    return project


def heads(project: Project) -> dict[str, str | None]:
    return {name: department.head for name, department in project.departments.items()}


def test_the_file_holds_what_was_answered_in_chinese(tmp_path: Path) -> None:
    shown, code = at_terminal(
        tmp_path,
        ["zh", "blank", "报销提速", "PRJ-7", "产品部", "张三", "技术部", "李四", "财务部", "", "", "陈总", "王芳",
         "2026-03-02", "2026-09-30", "y"],
    )  # fmt: skip
    assert code == 0, shown
    project = written(tmp_path)
    about = project.about
    assert (about.name, about.code, about.sponsor, about.manager) == ("报销提速", "PRJ-7", "陈总", "王芳")
    assert (str(about.start), str(about.end)) == ("2026-03-02", "2026-09-30")
    assert heads(project) == {"产品部": "张三", "技术部": "李四", "财务部": "财务部负责人"}
    assert set(project.people) == {"陈总", "王芳", "张三", "李四", "财务部负责人"}
    summary = shown[shown.index("  1  语言") :]
    for line in (
        "  3  项目名称    报销提速",
        "  5  部门        产品部  负责人：张三",
        "  9  结束日期    2026-09-30  149 个工作日",
    ):
        assert line in summary
    assert "已创建 project.yaml" in shown


def test_the_file_holds_what_was_answered_in_english(tmp_path: Path) -> None:
    answers = ["", "2", "Refunds", "", "Care", "Ann", "", "Bea", "", "", "", "", "", "Max", "Zoe", "", "", ""]
    shown, code = at_terminal(tmp_path, answers)
    assert code == 0, shown
    project = written(tmp_path)
    assert project.language == "en" and project.about.scenario == "process-improvement"
    assert (project.about.name, project.about.code) == ("Refunds", None)
    assert (project.about.sponsor, project.about.manager) == ("Max", "Zoe")
    assert heads(project) == {
        "Care": "Ann",
        "Legal": "Bea",
        "Technology": "Head of Technology",
        "Operations": "Head of Operations",
    }
    assert "  Head of Legal [Head of Legal]: " in shown
    assert "  4  Project code     —" in shown


def test_an_answer_that_cannot_be_meant_is_told_why_and_asked_for_again(tmp_path: Path) -> None:
    shown, code = at_terminal(
        tmp_path,
        ["fr", "zh", "product lunch", "9", "6", "\u202e", "流程", "", "---", "甲部", "007", "张三", "甲部", "乙部",
         "李四、王五", "待定", "李四", "", "陈总", "陈总", "王芳", "2026-02-30", "1999-01-01", "2026-03-02",
         "2026-03-01", "2026-03-03", "2026-03-31", ""],
    )  # fmt: skip
    assert code == 0, shown
    for said in (
        "language cannot be 'fr'",
        "没有场景「product lunch」",
        "是不是 product-launch？",
        "没有场景「9」",
        "项目名称不能为空",
        "部门不能是「---」：没有文字",
        "负责人不能是「007」：没有字母或汉字",
        "部门「甲部」写了两次",
        "负责人只能是一个人，不能是「李四、王五」",
        "负责人要写真名，不能是「待定」",
        "「陈总」不能既是项目发起人又是项目经理",
        "开始日期「2026-02-30」不是日期",
        "1999-01-01 不在 2000 至 2100 年之间",
        "结束日期 2026-03-01 早于开始日期 2026-03-02",
        "到结束日期只有 2 个工作日",
    ):
        assert said in shown, said
    assert heads(written(tmp_path)) == {"甲部": "张三", "乙部": "李四"}


def test_going_back_changes_an_answer_and_keeps_the_others(tmp_path: Path) -> None:
    shown, code = at_terminal(
        tmp_path,
        ["<", "en", "blank", "First", "<", "Second", "C-1", "A", "Ann", "B", "<", "<", "Anne", "<", "<", "Aa", "", "",
         "", "", "Max", "<", "", "Zoe", "", "", "<", "2026-12-31", ""],
    )  # fmt: skip
    assert code == 0, shown
    assert "this is the first question" in shown
    project = written(tmp_path)
    assert (project.about.name, project.about.code) == ("Second", "C-1")
    assert heads(project) == {"Aa": "Anne", "B": "Head of B"}
    assert (project.about.sponsor, project.about.manager) == ("Max", "Zoe")
    assert str(project.about.end) == "2026-12-31"


def test_the_summary_lets_one_thing_be_changed(tmp_path: Path) -> None:
    enough = ["en", "blank", "N", "", "A", "Ann", "B", "Bob", "C", "Cid", "", "Max", "Zoe", "", ""]
    changes = ["17", "3", "Better", "5", "", "", "", "", "-", "", "7", "<", "1", "zh", "y"]
    shown, code = at_terminal(tmp_path, [*enough, *changes])
    assert code == 0, shown
    assert "the numbers go from 1 to 9" in shown
    project = written(tmp_path)
    assert project.about.name == "Better" and project.about.manager == "Zoe"
    assert heads(project) == {"A": "Ann", "B": "Bob"}
    assert project.language == "zh-CN", "the language is changed like anything else"


def test_another_scenario_in_the_summary_brings_its_own_departments(tmp_path: Path) -> None:
    enough = ["en", "blank", "", "", "A", "Ann", "", "", "", "Max", "Zoe", "", ""]
    shown, code = at_terminal(tmp_path, [*enough, "2", "1", ""])
    assert code == 0, shown
    project = written(tmp_path)
    assert list(project.departments) == ["R&D", "Marketing", "Sales", "Production & Supply Chain"]
    assert (project.about.sponsor, project.about.manager) == ("Max", "Zoe")


def test_nothing_is_written_when_the_summary_is_refused(tmp_path: Path) -> None:
    shown, code = at_terminal(tmp_path, ["zh", *[""] * 12, "q"])
    assert code == 0
    assert "没有写入任何内容" in shown
    assert list(tmp_path.iterdir()) == []


def test_the_end_of_input_leaves_nothing_behind(tmp_path: Path) -> None:
    shown, code = at_terminal(tmp_path, ["en"], end=b"\x04")
    assert code == 2, shown
    assert "nothing was written" in shown
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("left_out", ALL)
def test_every_question_has_an_option_and_what_is_given_is_not_asked(left_out: str, tmp_path: Path) -> None:
    given = [word for flag, value in ALL.items() if flag != left_out for word in (flag, value)]
    shown, code = at_terminal(tmp_path, [""] * 8, *given)
    assert code == 0, shown
    questions = {
        "--language": "Language", "--scenario": "Scenario (", "--name": "Project name", "--code": "Project code (may",
        "--department": "Department 1", "--sponsor": "Sponsor [", "--manager": "Project manager [",
        "--start": "Start [", "--end": "End [",
    }  # fmt: skip
    asked = shown[: shown.rindex("\n  1  ")]
    for flag, question in questions.items():
        assert (question in asked) is (flag == left_out), flag


@pytest.mark.parametrize("words", [[word for pair in ALL.items() for word in pair], ["--no-input"]])
def test_nothing_is_asked_when_all_is_given_or_nobody_is_to_be_asked(words: list[str], tmp_path: Path) -> None:
    shown, code = at_terminal(tmp_path, [], *words)
    assert code == 0
    assert "[" not in shown and "?" not in shown


def test_without_a_terminal_nobody_is_asked(tmp_path: Path) -> None:
    done = subprocess.run(
        COMMAND, cwd=tmp_path, env=ENVIRON, input="en\n", capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0
    assert done.stderr == ""


def test_a_project_that_is_there_already_is_told_before_anybody_answers(tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_text("mine", "utf-8")
    shown, code = at_terminal(tmp_path, [])
    assert code == 2
    assert "--force" in shown and "Scenario" not in shown
