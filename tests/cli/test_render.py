"""`collabkit render`: what is told, what is refused, and that nothing is written then."""

from __future__ import annotations

import io
import json
import zipfile
from pathlib import Path

import docx
import pytest

from collabkit.engines.opc.package import read_package, write_package
from collabkit.rules.example import PROJECT
from tests.cli.conftest import Call


def test_every_file_is_told_and_is_there(collabkit: Call, clean: Path) -> None:
    done = collabkit("render")
    lines = done.out.splitlines()
    assert done.code == 0
    assert lines
    assert all(line.startswith("wrote out/") for line in lines)
    told = {line.removeprefix("wrote ").rpartition(" (")[0] for line in lines}
    assert told == {f"out/{path.name}" for path in (clean.parent / "out").iterdir()}
    assert done.err == "next: collabkit status\n"


def test_json_lists_form_language_and_path(collabkit: Call, clean: Path) -> None:
    done = collabkit("render", "--form", "charter", "--format", "json", "--language", "zh-CN", "--out", "中文")
    (file,) = json.loads(done.out)["files"]
    assert (file["form"], file["language"]) == ("charter", "zh-CN")
    assert Path(file["path"]).is_file()
    assert file["path"].startswith("中文/")


def test_findings_are_noted_and_stop_nothing(collabkit: Call, faulty: Path) -> None:
    done = collabkit("render", "project.yaml", "--form", "charter")
    assert done.code == 0
    assert done.err == "check found 1 error: collabkit check project.yaml\n"
    dated = collabkit("render", "--form", "charter", "--today", "2026-03-20")
    assert dated.err == "check found 1 error: collabkit check --today 2026-03-20\n"


def test_a_file_that_cannot_be_read_in_full_is_refused_and_told(collabkit: Call, clean: Path) -> None:
    clean.write_text(PROJECT.replace("language: en", "language: zh-CN").replace("sponsor:", "sponser:"), "utf-8")
    done = collabkit("render")
    assert done.code == 2
    assert done.out == ""
    assert "错误[CK006]" in done.err
    # Errors that come after the file was read are in its language too.
    assert "错误：project.yaml 有 1 处读不懂，没有写任何文件" in done.err
    assert not (clean.parent / "out").exists()


@pytest.mark.parametrize(
    ("argv", "says"),
    [
        (["--form", "weekli"], "weekly"),
        (["--week", "2026-13"], "2026-13"),
        (["--issue", "I99"], "I99"),
        (["--out", "project.yaml"], "project.yaml"),
        (["--templates", "nowhere"], "nowhere"),
        (["nothing.yaml"], "nothing.yaml"),
    ],
)
def test_what_cannot_be_done_is_one_sentence_and_exit_code_2(
    collabkit: Call, clean: Path, argv: list[str], says: str
) -> None:
    before = clean.read_bytes()
    done = collabkit("render", *argv)
    assert done.code == 2
    assert done.out == ""
    assert says in done.err
    assert done.err.startswith("error: ")
    assert clean.read_bytes() == before


def _word(text: str, doctype: bytes = b"") -> bytes:
    buffer = io.BytesIO()
    document = docx.Document()
    document.add_paragraph(text)
    document.save(buffer)
    parts = read_package(buffer.getvalue())
    name = "word/document.xml"
    return write_package(parts | {name: parts[name].replace(b"<w:document", doctype + b"<w:document", 1)})


def _zip(*names: str) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name in names:
            package.writestr(name, "<a/>" if name != "bomb" else "x" * 60_000_000)
    return buffer.getvalue()


@pytest.mark.parametrize(
    ("form", "template", "says"),
    [
        ("daily.txt", ("{{ " + "overdue|join(" * 12 + "''" + ")" * 12 + " }}").encode(), "daily.txt: line 1"),
        ("daily.txt", b"{{ " * 300_000, "daily.txt: line 1"),
        ("daily.txt", b"{{ title \x04\x01 include 'x' \x02\x03 title }}", "daily.txt: line 1"),
        ("charter.docx", _word("{{ " + "[1,1,1,1,1]|join(" * 11 + "''" + ")" * 11 + " }}"), "this gets too big"),
        ("charter.docx", _word("{{" * 16_000), "the braces do not match"),
        ("charter.docx", _word("x", b"<!DOCTYPE a>"), "word/document.xml is damaged"),
        ("tasks.xlsx", _zip("xl/workbook.xml", "../evil.xml"), "'../evil.xml' cannot be used"),
        ("tasks.xlsx", _zip("xl/workbook.xml", "XL/Workbook.xml"), "only the case of letters"),
        ("tasks.xlsx", _zip("bomb"), "unpacks to more than any real Office file"),
        ("tasks.xlsx", _zip("xl/workbook.xml")[:-30], "a damaged or encrypted zip file"),
    ],
)
def test_a_hostile_template_is_one_sentence_and_exit_code_2(
    collabkit: Call, clean: Path, form: str, template: bytes, says: str
) -> None:
    folder = clean.parent / "own"
    folder.mkdir()
    (folder / form).write_bytes(template)
    for language, word in (("en", "error: "), ("zh-CN", "错误：")):
        done = collabkit("render", "--templates", "own", "--form", form.partition(".")[0], "--language", language)
        assert (done.code, done.out) == (2, "")
        assert done.err.startswith(word) or language != "en"
        assert says in " ".join(done.err.split()) or language != "en"
        assert "Traceback" not in done.err
        assert not [path for path in clean.parent.rglob("out/*") if path.is_file()]


def test_the_same_day_gives_the_same_bytes(collabkit: Call, clean: Path) -> None:
    collabkit("render", "--out", "one")
    collabkit("render", "--out", "two")
    for path in (clean.parent / "one").iterdir():
        assert path.read_bytes() == (clean.parent / "two" / path.name).read_bytes()


def test_the_forms_are_listed(collabkit: Call) -> None:
    table = collabkit("forms").out
    listed = json.loads(collabkit("forms", "--format", "json").out)["forms"]
    assert {"charter", "tasks", "goals", "weekly", "resolution", "closeout", "daily"} <= {
        form["form"] for form in listed
    }
    assert all(form["form"] in table and form["number"] in table for form in listed)


def test_a_missing_name_does_not_stop_the_forms(collabkit: Call, clean: Path) -> None:
    text = clean.read_text(encoding="utf-8")
    clean.write_text(text.replace("    name: Mend the crashes\n", ""), encoding="utf-8")
    done = collabkit("render", "--form", "tasks")
    assert done.code == 0, done.err
    assert "check found 1 error" in done.err


@pytest.fixture
def three(tmp_path: Path) -> Path:
    """Return a folder with two clean projects around one that cannot be read in full."""
    for name in ("a", "b", "c"):
        (tmp_path / "projects" / name).mkdir(parents=True)
        text = PROJECT.replace("sponsor:", "sponser:") if name == "b" else PROJECT
        (tmp_path / "projects" / name / "project.yaml").write_text(text, "utf-8")
    return tmp_path


def test_several_projects_get_a_folder_each_and_a_failing_one_stops_no_other(collabkit: Call, three: Path) -> None:
    done = collabkit("render", "projects", "--form", "charter", "--form", "daily")
    assert done.code == 2
    written = sorted(path.relative_to(three) for path in (three / "out").rglob("*.*"))
    assert [path.parent.as_posix() for path in written] == ["out/a", "out/a", "out/c", "out/c"]
    heads = [line for line in done.out.splitlines() if "→" in line]
    assert heads == ["projects/a/project.yaml → out/a", "projects/c/project.yaml → out/c"]
    assert all(f"wrote {path}" in done.out for path in written)
    assert "error[CK006]" in done.err
    assert "projects/b/project.yaml cannot be read in full; nothing was written" in done.err
    assert done.err.endswith("1 of 3 files failed\n")


def test_the_json_says_which_project_every_file_is_of(collabkit: Call, three: Path) -> None:
    done = collabkit("render", "projects/[ac]", "--form", "charter", "--format", "json", "--out", "deep/er")
    data = json.loads(done.out)
    assert (done.code, data["format_version"]) == (0, "1.0")
    assert [file["project"] for file in data["files"]] == ["projects/a/project.yaml", "projects/c/project.yaml"]
    assert [Path(file["path"]).parent.as_posix() for file in data["files"]] == ["deep/er/a", "deep/er/c"]
    assert done.err == "next: collabkit status 'projects/[ac]'\n"


def test_a_form_that_does_not_exist_is_told_once_for_all_projects(collabkit: Call, three: Path) -> None:
    done = collabkit("render", "projects", "--form", "chater")
    assert done.err.count("there is no form chater") == 1
    assert not (three / "out").exists()


def test_what_one_of_several_projects_lacks_is_told_with_its_name(collabkit: Call, three: Path) -> None:
    done = collabkit("render", "projects/a", "projects/c", "--issue", "I99")
    assert done.code == 2
    for name in ("a", "c"):
        assert f"error: projects/{name}/project.yaml: " in done.err
    assert done.err.endswith("2 of 2 files failed\n")
