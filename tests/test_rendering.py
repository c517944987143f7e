"""Forms as files: which ones, what they are called, where they go, and that nothing is lost."""

from __future__ import annotations

import errno
import os
import unicodedata
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from collabkit.errors import OutputError, TemplateError, UsageError
from collabkit.forms.form import Item
from collabkit.forms.registry import find, forms
from collabkit.forms.scope import Scope
from collabkit.lang import Lang
from collabkit.plan import Plan
from collabkit.rendering import MOST_BYTES, Rendered, file_name, render
from tests.forms.sample import plan, plan_of

NAME = "智能手环V2.0上市项目"
KEY = {"title": "x", "grade": "key", "resolution": {"decision": "y"}}


def written(out: Path, of: Plan | None = None, lang: Lang = Lang.ZH, **asked: Any) -> list[Rendered]:
    return list(render(of or plan(), out=out, lang=lang, **asked))


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in folder.iterdir()}


# Which forms


def test_every_form_that_has_data_is_written_in_order(tmp_path: Path) -> None:
    found = written(tmp_path)
    assert [each.path.name for each in found] == [
        f"01-项目启动信息表-{NAME}-V1.0.docx",
        f"02-多部门协作任务分工表-{NAME}-V1.0.xlsx",
        f"03-项目目标共识表-{NAME}-V1.0.docx",
        f"04-项目周报-{NAME}-2026-W12.docx",
        f"05-问题解决决议表-{NAME}-I1-V1.0.docx",
        f"06-项目总结与复盘报告-{NAME}-V1.0.docx",
        f"18-每日进展同步-{NAME}-2026-03-20.txt",
    ]
    assert [each.form for each in found] == [form.key for form in forms()]
    assert all(each.path.stat().st_size > 100 for each in found)
    assert sorted(contents(tmp_path)) == sorted(each.path.name for each in found)


def test_a_form_that_cannot_be_put_in_place_leaves_all_of_them_as_they_were(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    old = written(tmp_path, lang=Lang.EN)[0].path
    old.write_bytes(b"signed and scanned")
    before = contents(tmp_path)
    put = Path.replace

    def full(path: Path, target: Path) -> Path:
        if Path(target).name.startswith("05-") and "old-" not in path.name:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return put(path, target)

    monkeypatch.setattr(Path, "replace", full)
    with pytest.raises(OutputError):
        written(tmp_path, lang=Lang.EN)
    assert contents(tmp_path) == before


def test_english_forms_have_english_names(tmp_path: Path) -> None:
    (found,) = written(tmp_path, lang=Lang.EN, forms=["charter"])
    assert found == Rendered("charter", Lang.EN, tmp_path / f"01-project-initiation-sheet-{NAME}-V1.0.docx")


def test_a_file_names_the_author_of_its_own_document(tmp_path: Path) -> None:
    of = plan_of(people={"李雷": {}}, document={"author": "王芳"}, documents={"charter": {"author": "李雷"}})
    (found,) = written(tmp_path, of, forms=["charter"])
    assert docx.Document(str(found.path)).core_properties.author == "李雷"


def test_a_project_that_has_just_begun_gets_the_forms_it_has_data_for(tmp_path: Path) -> None:
    assert [each.form for each in written(tmp_path, plan_of())] == ["charter"]


def test_forms_are_written_once_in_the_order_of_the_method(tmp_path: Path) -> None:
    assert [each.form for each in written(tmp_path, forms=["goals", "charter", "goals"])] == ["charter", "goals"]


def test_a_form_without_data_is_written_when_it_is_asked_for(tmp_path: Path) -> None:
    assert [each.form for each in written(tmp_path, plan_of(), forms=["closeout", "tasks"])] == ["tasks", "closeout"]


def test_an_unknown_form_is_refused_with_the_nearest_and_all_names(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as told:
        written(tmp_path / "out", forms=["weeky"])
    assert told.value.message.en == "there is no form weeky"
    assert told.value.hint is not None
    assert told.value.hint.en == (
        "did you mean weekly? forms: charter, tasks, goals, weekly, resolution, closeout, daily"
    )
    assert not (tmp_path / "out").exists()


def test_a_week_or_issue_without_its_form_is_told_even_when_no_form_is_named(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="there is no week 2026-W60"):
        written(tmp_path, plan_of(), about={Scope.WEEK: "2026-W60"})
    with pytest.raises(UsageError, match="there is no issue I7"):
        written(tmp_path, plan_of(), about={Scope.ISSUE: "I7"})


def test_each_resolution_is_a_file_and_one_can_be_picked(tmp_path: Path) -> None:
    of = plan_of(issues={"甲": KEY, "乙": KEY})
    names = [each.path.name for each in written(tmp_path, of, forms=["resolution"])]
    assert names == ["05-问题解决决议表-P-甲-V0.1.docx", "05-问题解决决议表-P-乙-V0.1.docx"]
    (one,) = written(tmp_path, of, forms=["resolution"], about={Scope.ISSUE: "乙"})
    assert one.path.name == names[1]


# Same input, same bytes


@pytest.mark.parametrize("lang", Lang)
def test_the_same_plan_gives_the_same_bytes(tmp_path: Path, lang: Lang) -> None:
    written(tmp_path / "a", lang=lang)
    written(tmp_path / "b", plan(), lang=lang)
    assert contents(tmp_path / "a") == contents(tmp_path / "b")


def test_forms_about_the_whole_project_do_not_depend_on_the_others(tmp_path: Path) -> None:
    written(tmp_path / "all")
    written(tmp_path / "one", forms=["goals"])
    name = f"03-项目目标共识表-{NAME}-V1.0.docx"
    assert contents(tmp_path / "all")[name] == contents(tmp_path / "one")[name]


# Names


def name_of(project: str, item: str = "", key: str = "charter") -> str:
    form = find(key)
    assert form is not None
    of = plan_of(project={"name": project, "manager": "x", "start": "2026-03-02", "end": "2026-03-03"})
    return file_name(of, form, Item(item), Lang.ZH)


@pytest.mark.parametrize(
    ("project", "part"),
    [
        ("../../etc/passwd", "etc-passwd"),
        ('a\\b:c*d?e"f<g>h|i', "a-b-c-d-e-f-g-h-i"),
        ("App V2.0 上线项目", "App-V2.0上线项目"),
        ("  尾部点. . ", "尾部点"),
        ("换\n行\t与\x00控制\u202e字符\u200b", "换行与-控制-字符"),
        ("İstanbul Ürün", "İstanbul-Ürün"),
        ("e\u0301", "é"),
        ("हिन्दी", "हिन्दी"),
    ],
)
def test_a_project_name_becomes_a_safe_part_of_the_file_name(project: str, part: str) -> None:
    assert name_of(project) == f"01-项目启动信息表-{part}-V0.1"


@pytest.mark.parametrize("project", ["///", "...", "🎉🎉", "..", "-", "《》"])
def test_a_name_of_signs_only_is_left_out(project: str) -> None:
    assert name_of(project) == "01-项目启动信息表-V0.1"


def test_a_long_name_is_cut_between_characters() -> None:
    assert name_of("名" * 200) == f"01-项目启动信息表-{'名' * 33}-V0.1"


@settings(max_examples=300)
@given(st.text(min_size=1, max_size=300), st.text(max_size=64))
def test_whatever_the_names_are_a_file_name_is_short_and_harmless(project: str, item: str) -> None:
    name = name_of(project, item, "resolution")
    assert len(name.encode()) < 255 - len(".collabkit-0123456789abcdef.tmp")
    assert len(name.encode()) <= MOST_BYTES + 140
    assert name.startswith("05-问题解决决议表")
    assert name == unicodedata.normalize("NFC", name)
    assert not set(name) & set('/\\:*?"<>|\0\n\r\t ')
    assert not name.endswith((".", " ", "-"))
    assert Path(name).name == name


def test_names_that_differ_only_in_case_or_signs_get_numbers(tmp_path: Path) -> None:
    of = plan_of(issues={"a/b": KEY, "A.B": KEY, "A-B": KEY, "a b": KEY})
    names = [each.path.name for each in written(tmp_path, of, forms=["resolution"])]
    assert names == [
        "05-问题解决决议表-P-a-b-V0.1.docx",
        "05-问题解决决议表-P-A.B-V0.1.docx",
        "05-问题解决决议表-P-A-B-V0.1-2.docx",
        "05-问题解决决议表-P-a-b-V0.1-3.docx",
    ]
    assert len(contents(tmp_path)) == 4


# Where they go


def test_the_output_folder_is_made(tmp_path: Path) -> None:
    (found,) = written(tmp_path / "深" / "out", forms=["daily"])
    assert found.path.parent == tmp_path / "深" / "out"


def test_a_file_in_the_place_of_the_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / "out").write_text("keep")
    with pytest.raises(OutputError) as told:
        written(tmp_path / "out", forms=["daily"])
    assert "是一个文件，不是文件夹" in told.value.message.zh
    with pytest.raises(OutputError):
        written(tmp_path / "out" / "deeper", forms=["daily"])
    assert (tmp_path / "out").read_text() == "keep"


@pytest.mark.skipif(os.geteuid() == 0, reason="nothing is forbidden to root")
def test_a_folder_without_permission_is_told(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    with pytest.raises(OutputError):
        written(tmp_path / "out", forms=["daily"])
    tmp_path.chmod(0o700)


def test_a_link_in_the_place_of_a_form_is_not_followed(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("keep")
    (out := tmp_path / "out").mkdir()
    (out / f"18-每日进展同步-{NAME}-2026-03-20.txt").symlink_to(secret)
    with pytest.raises(OutputError):
        written(out, forms=["daily"])
    assert secret.read_text() == "keep"


def test_a_folder_in_the_place_of_a_form_is_told(tmp_path: Path) -> None:
    (tmp_path / f"18-每日进展同步-{NAME}-2026-03-20.txt").mkdir()
    with pytest.raises(OutputError):
        written(tmp_path, forms=["daily"])


def test_a_place_that_cannot_be_written_is_told_before_any_form_is(tmp_path: Path) -> None:
    (tmp_path / f"18-每日进展同步-{NAME}-2026-03-20.txt").mkdir()
    with pytest.raises(OutputError):
        written(tmp_path)
    assert [path.name[:2] for path in tmp_path.iterdir()] == ["18"]


def test_a_template_that_fails_leaves_every_old_file(tmp_path: Path) -> None:
    out, own = tmp_path / "out", tmp_path / "own"
    written(out)
    before = contents(out)
    own.mkdir()
    (own / "daily.txt").write_text("{{ project.nmae }}", encoding="utf-8")
    with pytest.raises(TemplateError) as told:
        written(out, plan(date(2026, 3, 27)), templates=own)
    assert "daily.txt" in told.value.message.en
    assert "line 1" in told.value.message.en
    assert told.value.hint is not None
    assert told.value.hint.en == "did you mean name?"
    assert contents(out) == before


def test_own_templates_come_first_and_the_bundled_ones_fill_in(tmp_path: Path) -> None:
    own = tmp_path / "own"
    (own / "zh-CN").mkdir(parents=True)
    (own / "zh-CN" / "daily.txt").write_text("今天：{{ day.iso }}\r\n", encoding="utf-8-sig", newline="")
    found = written(tmp_path / "out", forms=["daily", "charter"], templates=own)
    assert [each.form for each in found] == ["charter", "daily"]
    assert found[1].path.read_text(encoding="utf-8") == "今天：2026-03-20\n"
