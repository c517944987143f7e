"""Mistakes in a template are told with its name, the place, the tag and what to do."""

from __future__ import annotations

import zipfile
from dataclasses import dataclass
from pathlib import Path

import docx
import pytest

from collabkit.engines.opc.package import read_package, write_package
from collabkit.engines.word import load
from collabkit.errors import TemplateError
from collabkit.lang import Text
from tests.engines.word.documents import save, template


@dataclass(frozen=True, slots=True)
class Task:
    name: str


@dataclass(frozen=True, slots=True)
class Project:
    name: str
    manager: str


@dataclass(frozen=True, slots=True)
class View:
    project: Project
    tasks: tuple[Task, ...]
    note: str | None


VIEW = View(Project("p", "m"), (), None)


def told(folder: Path, *blocks: object, header: str = "") -> tuple[str, str]:
    """Return the English message and hint of the error that filling the template ends with."""
    with pytest.raises(TemplateError) as caught:
        template(folder, *blocks, header=header).fill(VIEW)  # type: ignore[arg-type]
    assert str(folder / "t.docx") in caught.value.message.zh
    hint = caught.value.hint or Text("", "")
    return caught.value.message.en.removeprefix(f"template {folder / 't.docx'}: "), hint.en


def test_an_unknown_field_names_the_nearest(tmp_path: Path) -> None:
    assert told(tmp_path, "项目经理", "{{ project.manger }}") == (
        "body, paragraph 2 (after '项目经理'), {{ project.manger }}: there is no field manger",
        "did you mean manager?",
    )


def test_an_unknown_field_in_a_loop_over_nothing_is_found(tmp_path: Path) -> None:
    rows = [["任务", "名称"], ["{%tr for t in tasks %}", ""], ["x", "{{ t.nmae }}"], ["{%tr endfor %}", ""]]
    assert told(tmp_path, "a", rows) == (
        "body, table 1, row 3, cell 2 (after 'x'), {{ t.nmae }}: there is no field nmae",
        "did you mean name?",
    )


def test_an_unknown_field_in_a_branch_not_taken_is_found(tmp_path: Path) -> None:
    message, _ = told(tmp_path, "{% if note %}{{ nothing }}{% endif %}")
    assert message == "body, paragraph 1, {{ nothing }}: there is no field nothing"


def test_a_field_that_lives_elsewhere_is_suggested_with_its_path(tmp_path: Path) -> None:
    assert told(tmp_path, "{{ manager }}")[1] == "did you mean project.manager?"


def test_fields_are_listed_when_nothing_is_near(tmp_path: Path) -> None:
    assert told(tmp_path, "{{ project.zzzzzz }}")[1] == "known: manager, name"


def test_an_unknown_field_in_the_header_says_so(tmp_path: Path) -> None:
    message, _ = told(tmp_path, "x", header="{{ nothing }}")
    assert message == "header, paragraph 1, {{ nothing }}: there is no field nothing"


@pytest.mark.parametrize(
    ("tag", "message"),
    [
        ("{{ project }}", "project is a group; name one of its fields"),
        ("{{ tasks }}", "tasks is a group; name one of its fields"),
        ("{{ tasks|join('、') }}", "tasks is a group; name one of its fields"),
        ("{{ tasks ~ '' }}", "tasks is a group; name one of its fields"),
        ("{{ note or project }}", "project is a group; name one of its fields"),
        ("{% for x in project.name %}{% endfor %}", "project.name is not a list"),
        ("{{ project.name.upper }}", "there is no field upper"),
        ("{{ loop.index }}", "there is no field loop"),
        ("{% for t in tasks %}{{ loop.odd }}{% endfor %}", "there is no field odd"),
        ("{% if note %}", "there is no endif"),
        ("{% endfor %}", "there is no for before it"),
        ("{% if note %}{% endfor %}{% endif %}", "there is no for before it"),
        ("{% for t in tasks %}{% elif note %}{% endfor %}", "there is no if before it"),
        ("{% set x = 1 %}", "there is no statement set"),
        ("{% include 'x' %}", "there is no statement include"),
        ("{% macro m() %}{% endmacro %}", "there is no statement macro"),
        ("{% for tasks %}{% endfor %}", "this cannot be understood"),
        ("{% for a, b in tasks %}{% endfor %}", "not of the form 'for name in list'"),
        ("{% if note %}{% endif note %}", "there is something after endif"),
        ("{% else if %}", "there is something after else"),
        ("{{ }}", "this cannot be understood"),
        ("{{ project name }}", "this cannot be understood"),
        ("{{ project．name }}", "this cannot be understood"),
        ("{{ note|uper }}", "there is no filter uper"),
        ("{{ note|attr('x') }}", "there is no filter attr"),
        ("{% if note is mapping %}{% endif %}", "there is no test mapping"),
        ("{{ range(9999999999) }}", "this is more than a template may say"),
        ("{{ project.name.upper() }}", "this is more than a template may say"),
        ("{{ 'a' * 9999999999 }}", "this is more than a template may say"),
        ("{{ 10 ** 10000000 }}", "this is more than a template may say"),
        ("{{ '%999999999d' % 1 }}", "this is more than a template may say"),
        ("{{ project.__class__ }}", "a name does not begin with an underscore"),
        ("{{ ''.__class__.__mro__ }}", "a name does not begin with an underscore"),
        ("{{ _run }}", "a name does not begin with an underscore"),
        ("{{ note|_run(0) }}", "there is no filter _run"),
        ("{{ note)|_run(0) ~ (note }}", "this cannot be understood"),
        ("{{p note }}", "subdocuments are not supported"),
        ("{%tr if note %}", "it stands outside a table"),
        ("{ { note } }", "there is a blank between the braces"),
        ("{{{ note }}}", "the braces do not match"),
        ("{% %}", "the tag is empty"),
        ("{{ 1e999 }}", "the number is too large"),
        ("{{ " + "(" * 100 + "1" + ")" * 100 + " }}", "it nests too deeply"),
        ("{{ note" + ".x" * 200 + " }}", "this tag is too long"),
        ("{% if note %}" * 100 + "{% endif %}" * 100, "more than 12 loops and conditions in each other"),
        ("{% for t in tasks %}" * 30 + "{% endfor %}" * 30, "more than 12 loops and conditions in each other"),
        ("{{ tasks.name }}", "tasks is a list"),
        ("{{ note", "the braces do not match"),
        ("note }}", "the braces do not match"),
        ("{% if note }}", "the braces do not match"),
        ("｛｛ note ｝｝", "full-width braces"),
        ("{{ note ｝｝", "full-width braces"),
        ("｛% if note %｝", "full-width braces"),
        ("{％ if note ％}", "full-width braces"),
    ],
)
def test_a_mistaken_tag_is_told(tmp_path: Path, tag: str, message: str) -> None:
    found, _ = told(tmp_path, "before", tag)
    assert found.startswith("body, paragraph 2 (after 'before'), ")
    assert found.endswith(f": {message}")


@pytest.mark.parametrize(
    ("tag", "hint"),
    [
        ("{{ tasks.name }}", "write {% for item in tasks %} {{ item.name }} {% endfor %}"),
        ("{{ project.name.upper }}", "write {{ project.name }}"),
        ("{% else if note %}", "write {% elif … %}"),
        ("{% end if %}", "did you mean endif?"),
        ("{% if note = 'x' %}", 'write {% if name %}, or to compare {% if name == "x" %}'),
        ("{% for t of tasks %}", "write {% for name in list %}"),
        ("{% if note %}", "write {% endif %} after it"),
        ("{%tr if note %}", "outside a table write {%p … %}"),
        ("{%p for t in tasks %}", "write {%p endfor %} after it"),
    ],
)
def test_a_hint_shows_what_to_write(tmp_path: Path, tag: str, hint: str) -> None:
    assert told(tmp_path, tag)[1] == hint


def test_no_message_in_chinese_has_english_from_a_library(tmp_path: Path) -> None:
    for tag in ("{% if note = 'x' %}", "{{ project name }}", "{{ }}", "{% for x of y %}"):
        with pytest.raises(TemplateError) as caught:
            template(tmp_path, tag)
        assert caught.value.hint is not None
        assert not {"expected", "Expected", "unexpected", "token"} & set(caught.value.hint.zh.split())


def test_a_loop_over_cells_without_tr_says_how_to_repeat_rows(tmp_path: Path) -> None:
    message, hint = told(tmp_path, [["{% for t in tasks %}", "{{ t.name }}{% endfor %}"]])
    assert "it is not on one level with body, table 1, row 1, cell 2" in message
    assert "{%tr … %}" in hint


def test_a_row_statement_between_other_content_would_lose_it_and_is_refused(tmp_path: Path) -> None:
    message, _ = told(tmp_path, [["a", "{%tr if note %}", "b"], ["{%tr endif %}", "", ""]])
    assert "it stands in the middle of other content" in message


def test_a_missing_group_says_to_put_a_condition_around(tmp_path: Path) -> None:
    made = template(tmp_path, "x", "{{ project.name }}")
    with pytest.raises(TemplateError) as caught:
        made.fill({"project": None})
    assert "paragraph 2" in caught.value.message.en
    assert "{% if … %}" in (caught.value.hint or Text("", "")).en


def test_a_message_shows_the_beginning_of_a_long_tag(tmp_path: Path) -> None:
    message, _ = told(tmp_path, "{{ " + "x" * 5000 + " }}")
    assert len(message) < 200
    assert "xxx…: " in message


def test_no_message_repeats_a_colon(tmp_path: Path) -> None:
    for tag in ("{{ project }}", "{{ x }}", "{% if %}", "{{ note|x }}"):
        assert "::" not in told(tmp_path, tag)[0]


def fails(path: Path) -> str:
    with pytest.raises(TemplateError) as caught:
        load(path)
    assert str(path) in caught.value.message.zh and str(path) in caught.value.message.en
    return caught.value.message.en


def test_a_missing_template_is_told(tmp_path: Path) -> None:
    assert "there is no template" in fails(tmp_path / "none.docx")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "an empty file"),
        (b"hello", "something else"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old or encrypted Office file"),
        (b"%PDF-1.7", "a PDF file"),
        (b"PK\x03\x04broken", "a damaged or encrypted zip file"),
        (b"<html></html>", "a web page or XML file"),
    ],
)
def test_a_file_that_is_no_word_file_is_named_for_what_it_is(tmp_path: Path, content: bytes, said: str) -> None:
    path = tmp_path / "t.docx"
    path.write_bytes(content)
    assert said in fails(path)


def test_a_zip_without_a_document_is_no_word_document(tmp_path: Path) -> None:
    path = tmp_path / "t.docx"
    with zipfile.ZipFile(path, "w") as package:
        package.writestr("a.txt", "x")
    assert fails(path)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        ("application/vnd.ms-word.document.macroEnabled.main+xml", "it contains macros"),
        (
            "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
            "it is a Word .dotx template",
        ),
    ],
)
def test_macros_and_dotx_are_refused(tmp_path: Path, other: str, said: str) -> None:
    path = save(tmp_path, "x")
    usual = b"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = read_package(path)
    parts["[Content_Types].xml"] = parts["[Content_Types].xml"].replace(usual, other.encode())
    path.write_bytes(write_package(parts))
    assert said in fails(path)


_WITH_ENTITY = (
    b'<!DOCTYPE d [<!ENTITY a "aaaa">]><w:document xmlns:w='
    b'"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body/></w:document>'
)


@pytest.mark.parametrize(
    "broken",
    [
        b"<w:document",
        b"",
        _WITH_ENTITY,
    ],
)
def test_a_damaged_part_is_named(tmp_path: Path, broken: bytes) -> None:
    path = save(tmp_path, "x")
    path.write_bytes(write_package(read_package(path) | {"word/document.xml": broken}))
    assert "its part word/document.xml is damaged" in fails(path)


def test_a_header_that_is_no_header_is_damage(tmp_path: Path) -> None:
    path = save(tmp_path, "x", header="{%p if note %}")
    parts = read_package(path)
    name = next(name for name in parts if name.startswith("word/header"))
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    paragraph = f'<w:p xmlns:w="{main}"><w:r><w:t>{{%p if note %}}{{%p endif %}}</w:t></w:r></w:p>'
    path.write_bytes(write_package(parts | {name: paragraph.encode()}))
    assert f"its part {name} is damaged" in fails(path)


@pytest.mark.parametrize("row", ["<w:tr><w:tc>{}</w:tc></w:tr>", "<w:tc>{}</w:tc>", "<w:tbl><w:tc>{}</w:tc></w:tbl>"])
def test_rows_and_cells_that_stand_alone_have_a_place_too(tmp_path: Path, row: str) -> None:
    path = save(tmp_path, "HERE")
    parts = read_package(path)
    name = "word/document.xml"
    paragraph = "<w:p><w:r><w:t>{{ nothing }}</w:t></w:r></w:p>"
    document = parts[name].decode().replace("<w:body>", "<w:body>" + row.format(paragraph), 1)
    path.write_bytes(write_package(parts | {name: document.encode()}))
    with pytest.raises(TemplateError, match=r"body, .*: there is no field nothing"):
        load(path).fill(VIEW)


def test_nothing_outside_the_template_is_read(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    path = save(tmp_path, "x")
    parts = read_package(path)
    parts["word/document.xml"] = f'<!DOCTYPE d [<!ENTITY a SYSTEM "{secret.as_uri()}">]>'.encode() + parts[
        "word/document.xml"
    ].split(b"?>", 1)[1].replace(b">x<", b">&a;<")
    path.write_bytes(write_package(parts))
    assert "damaged" in fails(path)


def test_a_table_made_by_word_can_be_told_apart_by_number(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_table(rows=1, cols=1)
    document.add_table(rows=2, cols=2).cell(1, 0).text = "{{ x }}"
    document.save(str(tmp_path / "t.docx"))
    with pytest.raises(TemplateError) as caught:
        load(tmp_path / "t.docx").fill(VIEW)
    assert "正文表格 2 第 2 行第 1 格的 {{ x }}：没有字段 x" in caught.value.message.zh


@pytest.mark.parametrize("tag", ["{{ [project] }}", "{{ (note, project) }}", "{{ [project]|join('、') }}"])
def test_a_group_in_a_list_is_not_printed(tmp_path: Path, tag: str) -> None:
    assert told(tmp_path, tag) == (
        f"body, paragraph 1, {tag}: project is a group; name one of its fields",
        "known: manager, name",
    )
