"""`collabkit status` as typed: it fits the terminal, speaks both languages, and feeds programs and chat groups."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest
from wcwidth import wcswidth

from tests.cli.conftest import Call

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"
NAMES = sorted(path.parent.name for path in EXAMPLES.glob("*/project.yaml"))


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("by", [(), ("--by", "task"), ("--by", "owner"), ("--by", "department")])
@pytest.mark.parametrize("language", ["zh-CN", "en"])
def test_every_line_fits_the_terminal(
    collabkit: Call, name: str, columns: int, by: tuple[str, ...], language: str
) -> None:
    done = collabkit("status", str(EXAMPLES / name), *by, "--language", language, columns=columns)
    assert done.code == 0
    assert max(wcswidth(line) for line in done.out.splitlines()) <= columns


def test_the_language_is_that_of_the_project_unless_asked(collabkit: Call) -> None:
    assert "总体灯" in collabkit("status", str(EXAMPLES / "product-launch")).out
    assert "Overall light" in collabkit("status", str(EXAMPLES / "product-launch"), "--language", "en").out


def test_a_declared_light_stands_beside_the_computed_one(collabkit: Call) -> None:
    assert (
        "Red (declared in this week's report: ● Amber)" in collabkit("status", str(EXAMPLES / "product-launch-en")).out
    )


def test_json_holds_plain_values_for_programs(collabkit: Call) -> None:
    data = json.loads(collabkit("status", str(EXAMPLES / "product-launch"), "--format", "json").out)
    assert data["format_version"] == "1.0"
    assert data["overview"]["end"] == "2026-07-06"
    assert data["overview"]["light"] == "red"
    assert data["overview"]["progress"] == pytest.approx(20, abs=1)
    assert {row["department"] for row in data["departments"]} == {"研发部", "市场部", "销售部", "生产与供应链部"}
    assert list(data["risks"][0]) == ["light", "id", "title", "level", "owner", "due", "response"]


def test_markdown_has_a_table_for_every_part_and_no_broken_cell(collabkit: Call) -> None:
    out = collabkit("status", str(EXAMPLES / "product-launch-en"), "--format", "markdown").out
    assert out.count("### ") == 7
    tables = [line for line in out.splitlines() if line.startswith("|")]
    assert len(tables) > 20
    assert "| 🔴 Red | R2 |" in out


def test_values_that_were_not_understood_are_counted_on_standard_error(collabkit: Call) -> None:
    done = collabkit("status", str(EXAMPLES / "troubled-launch-en"))
    assert done.code == 0
    assert "4 things" in done.err
    assert "not understood" not in done.out


def test_colour_marks_lights_only_when_asked(collabkit: Call) -> None:
    plain = collabkit("status", str(EXAMPLES / "product-launch"))
    painted = collabkit("status", str(EXAMPLES / "product-launch"), "--color", "always")
    assert "\x1b" not in plain.out
    assert "\x1b[1;31m● 红\x1b[0m" in painted.out


def test_a_file_that_is_no_project_is_one_sentence(collabkit: Call, tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_text("collabkit: 1\n", encoding="utf-8")
    done = collabkit("status")
    assert done.code == 2
    assert "run collabkit check project.yaml" in done.err
    assert done.out == ""


def test_several_projects_have_a_heading_each(collabkit: Call) -> None:
    names = [str(EXAMPLES / name) for name in ("product-launch", "product-launch-en")]
    done = collabkit("status", *names, "--language", "en")
    assert done.code == 0
    heads = [line for line in done.out.splitlines() if line.startswith("==>")]
    assert heads == [f"==> {name}/project.yaml <==" for name in names]
    for head, name in zip(heads, names, strict=True):
        alone = collabkit("status", name, "--language", "en").out
        assert f"{head}\n{alone}" in done.out + "\n"
    assert collabkit("status", *names, "--format", "markdown").out.count("\n## ") == 1


def test_several_projects_are_a_list_in_json_of_what_one_is_alone(collabkit: Call) -> None:
    names = [str(EXAMPLES / name) for name in ("product-launch", "product-launch-en")]
    data = json.loads(collabkit("status", *names, "--format", "json", "--language", "en").out)
    assert list(data) == ["format_version", "projects"]
    for name, project in zip(names, data["projects"], strict=True):
        alone = json.loads(collabkit("status", name, "--format", "json", "--language", "en").out)
        assert alone.pop("format_version") == "1.0"
        assert project == alone
        assert project["file"] == f"{name}/project.yaml"


def test_a_project_that_cannot_be_read_stops_no_other(collabkit: Call, clean: Path, tmp_path: Path) -> None:
    (tmp_path / "bad").mkdir()
    (tmp_path / "bad/project.yaml").write_text("collabkit: 1\n", "utf-8")
    done = collabkit("status", ".", "gone.yaml")
    assert done.code == 2
    assert "App 2.0" in done.out
    assert "bad/project.yaml cannot be read as a project yet" in done.err
    assert "gone.yaml does not exist" in done.err
    assert done.err.endswith("2 of 3 files failed\n")


def test_standard_input_is_read_and_named_as_such(
    collabkit: Call, clean: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for text, says in ((clean.read_bytes(), ""), (b"collabkit: 1\n", "collabkit check -")):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(text)))
        done = collabkit("status", "-")
        assert says in done.err
        assert ("App 2.0" in done.out) is (says == "")


def test_what_a_project_is_called_never_breaks_the_json(collabkit: Call, clean: Path) -> None:
    name = "##[error] ::x \\x1b \u202e"
    clean.write_text(clean.read_text("utf-8").replace("name: App 2.0", f"name: '{name}'"), "utf-8")
    done = collabkit("status", "--format", "json")
    assert json.loads(done.out)["overview"]["name"] == name
    assert not set(done.out) & {"\u202e"}
    assert "##[" not in done.out
