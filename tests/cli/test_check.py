"""`collabkit check`: exit codes, formats, selection, several files, language, colour."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from collabkit.cli.context import begin
from collabkit.rules.example import PROJECT
from tests.cli.conftest import PLAIN, Call


def test_a_clean_file_is_told_so(collabkit: Call, clean: Path) -> None:
    done = collabkit("check")
    assert (done.code, done.out, done.err) == (0, "project.yaml: no problems\n", "")


def test_a_finding_shows_its_line_caret_and_help(collabkit: Call, faulty: Path) -> None:
    done = collabkit("check")
    line = next(number for number, text in enumerate(faulty.read_text("utf-8").splitlines(), 1) if "Li Lai" in text)
    assert done.code == 1
    assert f"--> project.yaml:{line}:" in done.out
    assert "error[CK101] unknown-person: unknown person 'Li Lai'" in done.out
    assert "^^^^^^ did you mean 'Li Lei'?" in done.out
    assert "= more: collabkit explain CK101" in done.out
    assert done.out.endswith("project.yaml: 1 error\n")


def test_json_is_alone_on_standard_output(collabkit: Call, faulty: Path) -> None:
    done = collabkit("check", "--format", "json")
    report = json.loads(done.out)
    assert done.code == 1
    assert done.err == "project.yaml: 1 error\n"
    assert report["format_version"] == "1.0"
    assert report["summary"] == {"errors": 1, "warnings": 0, "infos": 0}
    (finding,) = report["findings"]
    assert finding["rule"] == "unknown-person"
    assert finding["path"].endswith(".owner")
    assert finding["end_column"] - finding["column"] == len("Li Lai")


def test_concise_has_one_line_per_finding(collabkit: Call, faulty: Path) -> None:
    done = collabkit("check", "--format", "concise")
    (line,) = done.out.splitlines()
    assert line.startswith("project.yaml:")
    assert ": error CK101 unknown person" in line


def test_fail_on_decides_the_exit_code(collabkit: Call, clean: Path) -> None:
    clean.write_text(PROJECT.replace("start: 2026-03-02", "start: 2026/3/2", 1), "utf-8")
    assert [collabkit("check", "--fail-on", level).code for level in ("error", "warning", "info")] == [0, 0, 1]


def test_select_and_ignore_take_codes_beginnings_and_names(collabkit: Call, faulty: Path) -> None:
    assert collabkit("check", "--ignore", "CK101").code == 0
    assert collabkit("check", "--ignore", "unknown-person").code == 0
    assert collabkit("check", "--ignore", "ck3,CK1").code == 0
    assert collabkit("check", "--select", "CK3").code == 0
    assert collabkit("check", "--select", "CK3", "--select", "CK101").code == 1


def test_several_files_have_one_summary_and_an_unreadable_one_stops_no_other(
    collabkit: Call, faulty: Path, tmp_path: Path
) -> None:
    (tmp_path / "clean.yaml").write_text(PROJECT, "utf-8")
    done = collabkit("check", "clean.yaml", "missing.yaml", "project.yaml")
    assert done.code == 2
    assert "missing.yaml does not exist" in done.err
    assert done.err.endswith("1 of 3 files failed\n")
    assert done.out.endswith("2 files, 1 with findings: 1 error\n")


def test_standard_input_and_folders_are_read(collabkit: Call, faulty: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(faulty.read_bytes())))
    assert "<stdin>:" in collabkit("check", "-").out
    assert "project.yaml: 1 error" in collabkit("check", str(faulty.parent)).out


def test_the_report_is_written_to_a_file_whole(collabkit: Call, faulty: Path, tmp_path: Path) -> None:
    done = collabkit("check", "--format", "json", "-o", "report.json")
    assert done.code == 1
    assert done.out == ""
    assert json.loads((tmp_path / "report.json").read_text("utf-8"))["summary"]["errors"] == 1
    assert collabkit("check", "-o", str(tmp_path)).code == 2
    assert collabkit("check", "-o", "-").out == collabkit("check").out


@pytest.mark.parametrize("line", ["check -o nowhere/report.txt", "schema -o nowhere/deep/schema.json"])
def test_an_output_file_makes_no_folders(collabkit: Call, clean: Path, line: str) -> None:
    done = collabkit(*line.split())
    assert done.code == 2
    assert "there is no folder nowhere" in done.err
    assert not (clean.parent / "nowhere").exists()


def test_the_report_never_replaces_a_project_file(collabkit: Call, clean: Path) -> None:
    before = clean.read_bytes()
    for named in ("project.yaml", str(clean), "../" + clean.parent.name + "/project.yaml"):
        done = collabkit("check", "-o", named)
        assert done.code == 2
        assert "is the project file itself" in " ".join(done.err.split())
        assert clean.read_bytes() == before


def test_the_files_language_is_spoken_unless_another_is_asked_for(collabkit: Call, faulty: Path) -> None:
    faulty.write_text(faulty.read_text("utf-8").replace("language: en", "language: zh-CN"), "utf-8")
    assert collabkit("check").out.startswith("错误[CK101] unknown-person：没有名为「Li Lai」的成员")
    assert collabkit("check", "--language", "en").out.startswith("error[CK101]")
    assert collabkit("check", env={"COLLABKIT_LANGUAGE": "en"}).out.startswith("error[CK101]")


def test_the_day_comes_from_the_option_before_the_environment(collabkit: Call, clean: Path) -> None:
    assert collabkit("check", "--today", "2026/3/20").code == 0
    assert collabkit("check", "--today", "2026-03-20", env={"COLLABKIT_TODAY": "nonsense"}).code == 0


def test_more_findings_than_asked_for_are_counted(collabkit: Call, clean: Path) -> None:
    extra = "".join(f"  P{number}: {{department: Nowhere{number}}}\n" for number in range(9))
    clean.write_text(PROJECT.replace("people:\n", "people:\n" + extra), "utf-8")
    shown = collabkit("check", "--max-findings", "2").out
    assert shown.count("error[") == 2
    assert "... and 7 more; use --max-findings 0 for all" in shown
    assert shown.endswith("9 errors\n")
    assert collabkit("check", "--max-findings", "0").out.count("error[") == 9
    assert len(json.loads(collabkit("check", "--max-findings", "2", "--format", "json").out)["findings"]) == 9


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


@pytest.mark.parametrize(
    ("terminal", "argv", "env", "coloured"),
    [
        (True, [], {}, True),
        (False, [], {}, False),
        (True, [], {"NO_COLOR": "1"}, False),
        (True, [], {"NO_COLOR": ""}, True),
        (True, [], {"TERM": "dumb"}, False),
        (False, [], {"FORCE_COLOR": "1"}, True),
        (False, [], {"FORCE_COLOR": "0"}, False),
        (False, [], {"CLICOLOR_FORCE": "1"}, True),
        (False, [], {"FORCE_COLOR": "1", "NO_COLOR": "1"}, False),
        (False, [], {"FORCE_COLOR": "1", "TERM": "dumb"}, True),
        (False, ["--color", "always"], {"NO_COLOR": "1", "TERM": "dumb"}, True),
        (True, ["--color=never"], {"FORCE_COLOR": "1"}, False),
    ],
)
def test_colour_follows_the_option_then_the_environment_then_the_terminal(
    terminal: bool, argv: list[str], env: dict[str, str], coloured: bool
) -> None:
    run, wrong = begin(argv, {**PLAIN, **env})
    assert wrong is None
    assert run.coloured(_Terminal() if terminal else io.StringIO()) is coloured


def test_colour_changes_no_text(collabkit: Call, faulty: Path) -> None:
    import re

    plain = collabkit("check")
    coloured = collabkit("check", "--color", "always")
    assert "\x1b[1;31merror[CK101]\x1b[0m" in coloured.out
    assert re.sub(r"\x1b\[[\d;]*m", "", coloured.out) == plain.out


@pytest.mark.parametrize("broken", ["language: zh-CN\nproject: [\n", "language: 'zh-CN'  # zh\ncollabkit: 1\n"])
def test_a_broken_file_is_told_of_in_the_language_it_asks_for(collabkit: Call, clean: Path, broken: str) -> None:
    clean.write_text(broken, "utf-8")
    assert collabkit("check").out.startswith("错误[")
    assert collabkit("status").err.startswith("错误：")
    assert collabkit("check", "--language", "en").out.startswith("error[")


def test_a_folder_of_projects_is_checked_whole(collabkit: Call, faulty: Path, tmp_path: Path) -> None:
    for name in ("b", "a", "out", "node_modules", ".git"):
        (tmp_path / name).mkdir()
        (tmp_path / name / "project.yaml").write_text(PROJECT, "utf-8")
    for named in (["."], ["**/project.yaml"], ["a", "*.yaml", "b"]):
        done = collabkit("check", *named, "--format", "json")
        assert done.code == 1
        files = {file["file"]: file["errors"] for file in json.loads(done.out)["files"]}
        assert files == {"project.yaml": 1, "a/project.yaml": 0, "b/project.yaml": 0}
    assert collabkit("check", ".").out.endswith("3 files, 1 with findings: 1 error\n")
    assert collabkit("check", "a", "b").out == "2 files: no problems\n"


def test_a_pattern_or_folder_that_means_nothing_fails_beside_files_that_are_clean(
    collabkit: Call, clean: Path, tmp_path: Path
) -> None:
    (tmp_path / "empty").mkdir()
    done = collabkit("check", "project.yaml", "empty", "x*.yaml")
    assert done.code == 2
    assert done.out == "project.yaml: no problems\n"
    assert "there is no project.yaml in empty" in done.err
    assert "no project file matches 'x*.yaml'" in done.err


def test_the_first_file_that_can_be_read_decides_the_language(collabkit: Call, clean: Path, tmp_path: Path) -> None:
    (tmp_path / "zh.yaml").write_text(PROJECT.replace("language: en", "language: zh-CN"), "utf-8")
    assert collabkit("check", "zh.yaml", "project.yaml").out.startswith("2 个文件")
    assert collabkit("check", "gone.yaml", "project.yaml", "zh.yaml").out.startswith("2 files")
