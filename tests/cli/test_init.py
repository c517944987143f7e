"""`collabkit init` as people type it in a script, and where it must not write."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

from collabkit import __version__, api

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
    )


def files(folder: Path) -> set[str]:
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}


def test_without_a_terminal_it_asks_nothing_and_starts_a_blank_project(tmp_path: Path) -> None:
    done = run("init", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert files(tmp_path) == {"project.yaml", "collabkit.en.schema.json", ".gitignore"}
    assert done.stdout.splitlines() == [
        "created collabkit.en.schema.json",
        "created .gitignore",
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
        )
        assert pasted.returncode == 0, (command, pasted.stdout, pasted.stderr)
    assert "my demo/out/" in "\n".join(files(tmp_path))


def test_options_end_up_in_the_file(tmp_path: Path) -> None:
    words = ("--name", "R&D: phase 2", "--code", "P-7", "--department", "Growth: Bo", "--department", "IT：Li")
    words += ("--department", "Law", "--sponsor", "Cid", "--manager", "Ana", "--start", "2026-03-02")
    assert run("init", "a", *words, "--end", "2026-10-04", cwd=tmp_path).returncode == 0
    project = api.load(tmp_path / "a" / "project.yaml").project
    assert project is not None
    about = project.about
    assert (about.name, about.code, about.sponsor, about.manager) == ("R&D: phase 2", "P-7", "Cid", "Ana")
    # 4 October is a holiday in China; the working day before is 30 September.
    assert (str(about.start), str(about.end)) == ("2026-03-02", "2026-09-30")
    heads = {name: department.head for name, department in project.departments.items()}
    assert heads == {"Growth": "Bo", "IT": "Li", "Law": "Head of Law"}
    assert set(project.people) == {"Cid", "Ana", "Bo", "Li", "Head of Law"}


def test_in_a_repository_what_projects_share_goes_to_its_top_once(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    first = run("init", "p/a", "--ci", "github", cwd=tmp_path)
    assert first.stdout.splitlines()[:4] == [
        "created collabkit.en.schema.json",
        "created .github/workflows/collabkit.yml",
        "created p/a/.gitignore",
        "created p/a/project.yaml",
    ]
    assert run("init", "../b", "--ci", "github", cwd=tmp_path / "p" / "a").stdout.splitlines()[:2] == [
        "created ../b/.gitignore",
        "created ../b/project.yaml",
    ]
    modeline = (tmp_path / "p" / "b" / "project.yaml").read_text("utf-8").splitlines()[0]
    assert modeline.endswith("$schema=../../collabkit.en.schema.json")
    assert [path.name for path in tmp_path.rglob("*.schema.json")] == ["collabkit.en.schema.json"]


def test_the_job_checks_every_project_of_the_repository(tmp_path: Path) -> None:
    (tmp_path / ".git").mkdir()
    for name in ("p/a", "p/b"):
        assert run("init", name, "--ci", "github", "--start", "2026-03-02", cwd=tmp_path).returncode == 0
    job = yaml.safe_load((tmp_path / ".github/workflows/collabkit.yml").read_text("utf-8"))["jobs"]["check"]
    assert {"run": f"pip install collabkit=={__version__}"} in job["steps"]
    command = next(step["run"] for step in job["steps"] if "collabkit check" in step.get("run", ""))
    checked = run(*shlex.split(command)[1:], cwd=tmp_path)
    assert checked.returncode == 0, checked.stdout + checked.stderr
    faulty = tmp_path / "p/b/project.yaml"
    faulty.write_text(faulty.read_text("utf-8").replace("sponsor: ", "sponsr: ", 1), "utf-8")
    checked = run(*shlex.split(command)[1:], cwd=tmp_path)
    assert checked.returncode == 1
    assert "p/b/project.yaml" in checked.stdout and "sponsr" in checked.stdout


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
    assert done.stdout.split() == [
        "new/collabkit.en.schema.json",
        "new/.gitlab-ci.yml",
        "new/.gitignore",
        "new/project.yaml",
    ]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--scenario", "launch"), "--scenario"),
        (("--start", "tomorrow"), "2026-03-02"),
        (("--start", "2026-02-30"), "is no date"),
        (("--start", "1970-01-01"), "2000"),
        (("--end", "soon"), "--end 'soon' is no date"),
        (("--start", "2026-03-02", "--end", "2026-02-27"), "the end 2026-02-27 lies before the start 2026-03-02"),
        (("--start", "2026-03-02", "--end", "2026-03-03"), "the earliest end is 2026-03-05"),
        (("--manager", "<"), "--manager cannot be '<'"),
        (("--sponsor", "???"), "--sponsor cannot be '???'"),
        (("--sponsor", "Ann; Bob"), "--sponsor is one person"),
        (("--manager", "TBD"), "--manager is the name of a person, not 'TBD'"),
        (("--department", "IT:待定"), "is the name of a person, not '待定'"),
        (("--sponsor", "Ann", "--manager", "Ann"), "'Ann' cannot be both sponsor and project manager"),
        (("--department", "IT:Li", "--department", "IT:Wu"), "department 'IT' is named twice"),
        (("--department", ":Li"), "--department must not be empty"),
        (("--department", "IT:"), "the head in --department must not be empty"),
        (("--department", "x" * 65), "has 65 characters"),
        (("--name", " "), "--name must not be empty"),
        (("--ci", "jenkins"), "github"),
        (("--nmae", "x"), "--name"),
    ],
)
def test_a_wrong_option_is_one_sentence_and_exit_code_2(words: tuple[str, ...], said: str, tmp_path: Path) -> None:
    done = run("init", *words, cwd=tmp_path)
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
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


def entries(folder: Path) -> int:
    """Return how many files and folders are below `folder`, while some of them may come and go."""
    return sum(len(folders) + len(names) for _, folders, names in os.walk(folder))


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs POSIX")
def test_a_killed_run_leaves_all_or_nothing(tmp_path: Path) -> None:
    for attempt in range(6):
        folder, begun = tmp_path / str(attempt), entries(tmp_path)
        process = subprocess.Popen(
            [*COMMAND, "init", str(folder), "--no-input"],
            env=ENVIRON,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        # In the middle of its work: one more file is there, or begun, than at the attempt before.
        while process.poll() is None and entries(tmp_path) <= begun + attempt:
            pass
        process.kill()
        process.wait()
        assert not folder.exists() or files(folder) == {
            "project.yaml",
            "collabkit.en.schema.json",
            ".gitignore",
        }


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
