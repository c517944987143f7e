"""Which template a form is filled from, and that none of the user's is missed silently."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from collabkit import templates
from collabkit.errors import TemplateError
from collabkit.lang import Lang

NAMES = ["charter.docx", "tasks.xlsx", "goals.docx", "daily.txt"]


def check(folder: Path, *wanted: str, lang: Lang = Lang.ZH) -> None:
    templates.check_folder(folder, lang, NAMES, wanted or NAMES)


def refused(folder: Path, *wanted: str) -> tuple[str, str]:
    with pytest.raises(TemplateError) as told:
        check(folder, *wanted)
    assert told.value.hint is not None
    return told.value.message.en, told.value.hint.en


def test_a_folder_that_is_not_there_or_no_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for name in ("none", "file"):
        assert "there is no template folder" in refused(tmp_path / name)[0]


def test_a_folder_without_any_template_is_told_with_the_names_wanted(tmp_path: Path) -> None:
    (tmp_path / "项目启动信息表.docx").write_bytes(b"")
    (tmp_path / "zh_CN").mkdir()
    (tmp_path / "zh_CN" / "charter.docx").write_bytes(b"")
    message, hint = refused(tmp_path)
    assert message == f"there is no template in the folder {tmp_path}"
    assert "charter.docx" in hint
    assert "zh-CN" in hint


@pytest.mark.parametrize("name", ["chater.docx", "charter.doc", "charter.docm", "Charter.DOCX", "charter-v2.docx"])
def test_a_file_meant_as_a_template_is_not_passed_over(tmp_path: Path, name: str) -> None:
    for place in (tmp_path, tmp_path / "zh-CN"):
        place.mkdir(exist_ok=True)
        (place / name).write_bytes(b"")
        assert refused(place.parent if place.name == "zh-CN" else place, "charter.docx") == (
            f"the template {place / name} is not used: it should be called charter.docx",
            "rename it or save it as charter.docx, or move it away",
        )
        (place / name).unlink()


def test_other_files_beside_templates_do_not_matter(tmp_path: Path) -> None:
    for name in ("charter.docx", "charter-old.docx", "~$charter.docx", ".charter.docx", "README.txt", "logo.png"):
        (tmp_path / name).write_bytes(b"")
    check(tmp_path)
    (tmp_path / "chater.doc").write_bytes(b"")
    check(tmp_path)


def test_one_template_is_enough_also_of_another_language(tmp_path: Path) -> None:
    (tmp_path / "en").mkdir()
    (tmp_path / "en" / "goals.docx").write_bytes(b"")
    check(tmp_path, "charter.docx")
    assert templates.find("goals", ".docx", Lang.ZH, tmp_path).is_relative_to(templates.bundled())


def test_a_folder_or_a_broken_link_in_the_place_of_a_template_is_told(tmp_path: Path) -> None:
    (tmp_path / "charter.docx").mkdir()
    (tmp_path / "goals.docx").symlink_to(tmp_path / "nowhere")
    check(tmp_path)
    for form in ("charter", "goals"):
        with pytest.raises(TemplateError, match="is not a file"):
            templates.find(form, ".docx", Lang.ZH, tmp_path)


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_that_may_not_be_read_is_told(tmp_path: Path) -> None:
    (tmp_path / "zh-CN").mkdir(mode=0)
    with pytest.raises(TemplateError, match="permission denied"):
        check(tmp_path)
    (tmp_path / "zh-CN").chmod(0o700)
