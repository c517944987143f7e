"""What only a process of its own shows: exit codes, pipes, full disks, closed streams, what is imported."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

HEAVY = {"docx", "docxtpl", "openpyxl", "lxml", "jinja2"}


def test_version_is_answered_without_anything_else(program: Any) -> None:
    done = program("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("collabkit ")


@pytest.mark.parametrize("argv", [["--version"], ["--help"], ["rules"], ["schema"]])
def test_a_full_disk_is_one_sentence_and_exit_code_2(program: Any, argv: list[str]) -> None:
    with Path("/dev/full").open("w") as full:
        done = program(*argv, capture_output=False, stdout=full, stderr=subprocess.PIPE)
    assert done.returncode == 2
    assert done.stderr.startswith("error: cannot write to standard output: the disk is full\n")
    assert "Traceback" not in done.stderr
    assert "Exception ignored" not in done.stderr


def test_a_closed_pipe_ends_quietly(tmp_path: Path) -> None:
    command = f"{sys.executable} -m collabkit explain --all | head -1; echo ${{PIPESTATUS[0]}}"
    done = subprocess.run(["bash", "-c", command], capture_output=True, text=True, cwd=tmp_path, check=False)
    assert done.stdout == "CK001 yaml-syntax                                error, from stage initiating on\n141\n"
    assert done.stderr == ""


def test_a_closed_pipe_does_not_stop_the_forms(tmp_path: Path, clean: Path) -> None:
    line = f"{sys.executable} -m collabkit render --today 2026-03-20 | true"
    subprocess.run(["bash", "-c", line], capture_output=True, cwd=clean.parent, check=False)
    assert len(list((clean.parent / "out").iterdir())) > 1


def test_closed_streams_do_no_harm(tmp_path: Path, clean: Path) -> None:
    for command, code in (("check >&-", 0), ("check - <&-", 2), ("check nothing.yaml 2>&- >&-", 2)):
        line = f"{sys.executable} -m collabkit {command}"
        done = subprocess.run(["bash", "-c", line], capture_output=True, text=True, cwd=tmp_path, check=False)
        assert done.returncode == code, (command, done.stderr)
        assert "Traceback" not in done.stderr


def test_interrupting_is_silent_and_exits_130(tmp_path: Path) -> None:
    reading = subprocess.Popen(
        [sys.executable, "-m", "collabkit", "check", "-"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=tmp_path,
        # A job in the background of a shell ignores Ctrl-C, and so would its children.
        preexec_fn=lambda: signal.signal(signal.SIGINT, signal.SIG_DFL),
    )
    assert reading.stdin is not None
    try:
        # More than a pipe holds: the last of it is taken only once the program reads, so that it is in the middle.
        reading.stdin.write(b"#" * 1_000_000)
        reading.stdin.flush()
        reading.send_signal(signal.SIGINT)
        out, err = reading.communicate()
    finally:
        reading.kill()
    assert (reading.returncode, out, err) == (130, b"", b"")


def test_a_terminal_without_unicode_gets_english_in_ascii(program: Any, clean: Path) -> None:
    text = clean.read_text(encoding="utf-8")
    clean.write_text(
        text.replace("language: en", "language: zh-CN").replace("owner: Li Lei", "owner: 李雷", 1), "utf-8"
    )
    done = program("check", env={"PYTHONIOENCODING": "ascii", "LC_ALL": "C"})
    assert done.returncode == 1
    assert done.stdout.isascii()
    assert "unknown person '\\u674e\\u96f7'" in done.stdout
    caret = next(line for line in done.stdout.splitlines() if "^" in line)
    assert "^" * len("\\u674e\\u96f7") in caret


def test_columns_stay_under_each_other_where_chinese_is_written_out(program: Any, clean: Path) -> None:
    clean.write_text(clean.read_text("utf-8").replace("Li Lei", "李雷").replace("Development", "研发"), "utf-8")
    lines = program("status", "--by", "department", env={"PYTHONIOENCODING": "ascii"}).stdout.splitlines()
    at = next(number for number, line in enumerate(lines) if line.startswith("Department "))
    assert "\\u7814" in lines[at + 2]
    assert len({line.rindex(" ") for line in lines[at + 2 : at + 4]}) == 1


@pytest.mark.parametrize("argv", [["check"], ["--help"], ["check", "--help"], ["status"], ["explain", "CK101"]])
def test_office_libraries_are_imported_by_no_command_that_needs_none(clean: Path, argv: list[str]) -> None:
    code = (
        "import json, sys; from collabkit.cli.main import main; code = main(sys.argv[1:]);"
        "print(json.dumps(sorted({name.split('.')[0] for name in sys.modules})), file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, *argv],
        capture_output=True,
        text=True,
        cwd=clean.parent,
        env={**os.environ, "COLLABKIT_TODAY": "2026-03-20"},
        check=True,
    )
    imported = set(json.loads(done.stderr.splitlines()[-1]))
    assert not imported & HEAVY
    if "--help" in argv:
        assert not imported & {"pydantic", "yaml", "rich"}


@pytest.mark.parametrize("argv", [["check"], ["status"], ["--help"], ["check", "--help"]])
def test_chinese_is_measured_without_the_library_for_what_is_rare(argv: list[str]) -> None:
    project = Path(__file__).parents[2] / "examples" / "troubled-launch" / "project.yaml"
    code = (
        "import sys; from collabkit.cli.main import main; main(sys.argv[1:]);"
        "print(sorted({'wcwidth', 'rich'} & set(sys.modules)), file=sys.stderr)"
    )
    words = argv if "--help" in argv else [*argv, str(project)]
    done = subprocess.run(
        [sys.executable, "-c", code, *words],
        capture_output=True,
        text=True,
        env={**os.environ, "COLLABKIT_TODAY": "2026-03-20", "COLLABKIT_LANGUAGE": "zh-CN", "PYTHONIOENCODING": "utf-8"},
        encoding="utf-8",
        check=True,
    )
    assert done.stderr.splitlines()[-1] == "[]"


def test_importing_the_package_imports_nothing_heavy() -> None:
    code = "import sys, collabkit; print(len([name for name in sys.modules if name.startswith('collabkit')]))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "1\n"


def test_the_package_offers_what_it_names(clean: Path) -> None:
    from datetime import date

    import collabkit

    loaded = collabkit.load(clean)
    assert collabkit.check(loaded, today=date(2026, 3, 20)) == []
    assert {getattr(collabkit, name) for name in collabkit.__all__}
    with pytest.raises(AttributeError):
        collabkit.nothing  # noqa: B018 - reading it is the test


def test_completion_offers_commands_options_and_rules(program: Any) -> None:
    def complete(line: str) -> list[str]:
        words = line.split(" ")
        env = {
            "_COLLABKIT_COMPLETE": "complete_bash",
            "COMP_WORDS": line,
            "COMP_CWORD": str(len(words) - 1),
        }
        done = program(env=env)
        assert done.returncode == 0, done.stderr
        return [word.split(",")[-1] for word in done.stdout.split()]

    assert "check" in complete("collabkit ch")
    assert "--fail-on" in complete("collabkit check --f")
    assert "concise" in complete("collabkit check --format co")
    assert "unknown-person" in complete("collabkit explain unknown-p")
