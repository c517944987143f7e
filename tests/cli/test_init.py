"""`collabkit init` as people type it: from a script, at a terminal, and where it must not write."""

from __future__ import annotations

import os
import pty
import select
import subprocess
import sys
import time
from pathlib import Path

import pytest

ENVIRON = {
    **{key: value for key, value in os.environ.items() if not key.startswith(("COLLABKIT", "LC_", "LANG"))},
    "COLLABKIT_TODAY": "2026-02-27",
    "LC_ALL": "C.UTF-8",
}
COMMAND = [sys.executable, "-m", "collabkit"]


def run(*words: str, cwd: Path, **environ: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [*COMMAND, *words],
        cwd=cwd,
        env=ENVIRON | environ,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        timeout=60,
    )


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_without_a_terminal_it_asks_nothing_and_starts_a_blank_project(tmp_path: Path) -> None:
    done = run("init", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert files(tmp_path) == {"project.yaml", "collabkit.schema.json"}
    assert done.stdout.splitlines() == [
        "created collabkit.schema.json",
        "created project.yaml",
        "next:",
        "  collabkit check",
        "  collabkit render",
        "  collabkit status",
    ]


def test_the_next_commands_work_when_pasted(tmp_path: Path) -> None:
    done = run("init", "my demo", "--scenario", "product-launch", "--language", "zh-CN", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    commands = [line.strip() for line in done.stdout.splitlines() if line.startswith("  collabkit ")]
    assert len(commands) == 3
    assert all("'my demo/project.yaml'" in command for command in commands)
    for command in commands:
        shell = f"alias collabkit='{' '.join(COMMAND)}'\n{command}\n"
        pasted = subprocess.run(
            ["bash", "-O", "expand_aliases", "-c", shell],
            cwd=tmp_path,
            env=ENVIRON,
            capture_output=True,
            encoding="utf-8",
            timeout=120,
        )
        assert pasted.returncode == 0, (command, pasted.stdout, pasted.stderr)
    assert "my demo/out/" in "\n".join(files(tmp_path))


def test_options_end_up_in_the_file(tmp_path: Path) -> None:
    words = ("--name", "R&D: phase 2", "--manager", "Ana", "--start", "2026-03-02", "--ci", "github")
    assert run("init", "a", *words, cwd=tmp_path).returncode == 0
    text = (tmp_path / "a" / "project.yaml").read_text("utf-8")
    assert 'name: "R&D: phase 2"' in text
    assert "manager: Ana" in text
    assert "start: 2026-03-02" in text
    assert "collabkit check project.yaml" in (tmp_path / "a/.github/workflows/collabkit.yml").read_text("utf-8")


def test_a_second_run_changes_nothing_and_says_how_to_go_on(tmp_path: Path) -> None:
    run("init", cwd=tmp_path)
    before = (tmp_path / "project.yaml").read_bytes()
    (tmp_path / "project.yaml").write_bytes(before + b"# mine\n")
    again = [run("init", cwd=tmp_path) for _ in range(2)]
    assert [done.returncode for done in again] == [2, 2]
    assert again[0].stderr == again[1].stderr
    assert "project.yaml" in again[0].stderr
    assert "--force" in again[0].stderr
    assert (tmp_path / "project.yaml").read_bytes() == before + b"# mine\n"
    forced = run("init", "--force", cwd=tmp_path)
    assert "replaced project.yaml" in forced.stdout
    assert (tmp_path / "project.yaml").read_bytes() == before


def test_a_dry_run_lists_and_writes_nothing(tmp_path: Path) -> None:
    done = run("init", "new", "--ci", "gitlab", "--dry-run", cwd=tmp_path)
    assert done.stdout.split() == ["new/collabkit.schema.json", "new/.gitlab-ci.yml", "new/project.yaml"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--scenario", "launch"), "--scenario"),
        (("--start", "tomorrow"), "2026-03-02"),
        (("--start", "2026-02-30"), "is no date"),
        (("--start", "1970-01-01"), "2000"),
        (("--ci", "jenkins"), "github"),
        (("--nmae", "x"), "--name"),
    ],
)
def test_a_wrong_option_is_one_sentence_and_exit_code_2(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = run("init", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in done.stderr
    assert "Traceback" not in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_messages_and_files_follow_the_language(tmp_path: Path) -> None:
    done = run("init", cwd=tmp_path, LC_ALL="zh_CN.UTF-8")
    assert "已创建 project.yaml" in done.stdout
    assert "language: zh-CN" in (tmp_path / "project.yaml").read_text("utf-8")


def test_a_project_above_in_the_same_repository_is_pointed_out(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    run("init", cwd=tmp_path)
    (tmp_path / "sub").mkdir()
    done = run("init", "--ci", "github", cwd=tmp_path / "sub")
    assert done.returncode == 0
    assert str(tmp_path / "project.yaml") in done.stderr
    assert "top of the repository" in done.stderr


def at_terminal(cwd: Path, answers: str, *words: str, end: bytes = b"") -> tuple[str, int]:
    """Return what a terminal shows when `answers` are typed, and the exit code."""
    ours, theirs = pty.openpty()
    process = subprocess.Popen(
        [*COMMAND, "init", *words], cwd=cwd, env=ENVIRON, stdin=theirs, stdout=theirs, stderr=theirs, close_fds=True
    )
    os.close(theirs)
    os.write(ours, answers.encode() + end)
    shown = b""
    deadline = time.monotonic() + 60
    while time.monotonic() < deadline:
        if select.select([ours], [], [], 0.2)[0]:
            try:
                chunk = os.read(ours, 4096)
            except OSError:
                break
            if not chunk:
                break
            shown += chunk
        elif process.poll() is not None:
            break
    code = process.wait(timeout=30)
    os.close(ours)
    return shown.decode("utf-8"), code


def test_at_a_terminal_it_asks_for_what_is_missing(tmp_path: Path) -> None:
    shown, code = at_terminal(tmp_path, "zh\n9\n5\n\n王芳\n2026-02-30\n2026-03-02\n")
    assert code == 0, shown
    text = (tmp_path / "project.yaml").read_text("utf-8")
    assert "language: zh-CN" in text
    assert "name: 数据安全与个人信息合规项目" in text
    assert "manager: 王芳" in text
    assert "start: 2026-03-02" in text
    assert "「9」" in shown  # refused and asked again
    assert "「2026-02-30」不是日期" in shown


def test_at_a_terminal_an_answer_that_does_not_fit_is_asked_for_again(tmp_path: Path) -> None:
    shown, code = at_terminal(tmp_path, "fr\nzh\nproduct lunch\n2\n\u202e\n流程\n\n1999-01-01\n2026-03-02\n")
    assert code == 0, shown
    assert "language cannot be 'fr'" in shown
    assert "没有场景「product lunch」" in shown and "是不是 product-launch？" in shown
    assert "项目名称 不能为空" in shown, "in the language that was answered"
    assert "1999-01-01 不在 2000 至 2100 年之间" in shown
    assert "name: 流程" in (tmp_path / "project.yaml").read_text("utf-8")


def test_at_a_terminal_what_is_given_is_not_asked(tmp_path: Path) -> None:
    given = ("--language", "en", "--scenario", "blank", "--name", "N", "--manager", "M", "--start", "2026-03-02")
    shown, code = at_terminal(tmp_path, "", *given)
    assert code == 0
    assert "[" not in shown


def test_no_input_never_asks_even_at_a_terminal(tmp_path: Path) -> None:
    shown, code = at_terminal(tmp_path, "", "--no-input")
    assert code == 0
    assert "[" not in shown


def test_the_end_of_input_leaves_nothing_behind(tmp_path: Path) -> None:
    shown, code = at_terminal(tmp_path, "en\n", end=b"\x04")
    assert code == 2, shown
    assert "nothing was written" in shown
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX")
def test_a_killed_run_leaves_all_or_nothing(tmp_path: Path) -> None:
    for attempt in range(6):
        folder = tmp_path / str(attempt)
        process = subprocess.Popen(
            [*COMMAND, "init", str(folder), "--no-input"],
            env=ENVIRON,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        time.sleep(0.15 + attempt * 0.1)
        process.kill()
        process.wait()
        assert not folder.exists() or files(folder) == {"project.yaml", "collabkit.schema.json"}


def test_a_name_too_long_for_the_system_is_told_in_one_sentence(tmp_path: Path) -> None:
    for words in (("init", "x" * 300), ("check", "x" * 300), ("status", "x" * 300)):
        done = run(*words, cwd=tmp_path)
        assert done.returncode == 2
        assert "the name is too long" in " ".join(done.stderr.split())
        assert "fault" not in done.stderr


def test_a_folder_without_a_project_is_told_how_to_start_one(tmp_path: Path) -> None:
    (tmp_path / "my plan").mkdir()
    done = run("check", "my plan", cwd=tmp_path)
    assert done.returncode == 2
    assert "start a project in it: collabkit init 'my plan'" in done.stderr
