"""The bundled Word templates: built by the house, filled like docxtpl fills them, whole for any project."""

from __future__ import annotations

import io
import subprocess
import sys
from dataclasses import fields
from datetime import date
from pathlib import Path
from typing import Any

import docx
import pytest
from docxtpl import DocxTemplate
from lxml import etree

from collabkit import templates
from collabkit.engines.opc.package import read_package
from collabkit.engines.word import load
from collabkit.forms.form import Choice, Form
from collabkit.forms.registry import forms
from collabkit.lang import Lang
from collabkit.plan import Plan
from collabkit.source.source import Source
from collabkit.source.validate import validate
from tests.engines.word.documents import read

ROOT = Path(__file__).parents[3]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD_FORMS = [form for form in forms() if form.suffix == "docx"]

each_form = pytest.mark.parametrize("form", WORD_FORMS, ids=lambda form: form.key)
each_language = pytest.mark.parametrize("lang", list(Lang))


def view_of(form: Form, lang: Lang) -> Any:
    example = validate(Source.read(ROOT / "examples/product-launch/project.yaml"))
    assert example.project is not None
    plan = Plan(example.project, date(2026, 3, 20), example.unread)
    return form.build(plan, lang, next(iter(form.items(plan, Choice()))))


def cells(data: bytes) -> list[str]:
    """Return the texts of all cells without the joiner that keeps a date on one line."""
    return [cell.text.replace("\ufeff", "") for table in read(data).tables for row in table.rows for cell in row.cells]


@each_form
@each_language
def test_the_engine_says_what_docxtpl_says(form: Form, lang: Lang) -> None:
    path, view = templates.find(form.key, ".docx", lang), view_of(form, lang)
    theirs, buffer = DocxTemplate(path), io.BytesIO()
    theirs.render({field.name: getattr(view, field.name) for field in fields(view)}, autoescape=True)
    theirs.save(buffer)
    assert cells(load(path).fill(view)) == cells(buffer.getvalue())


@each_form
@each_language
def test_every_cell_ends_with_a_paragraph_and_every_row_fills_the_grid(form: Form, lang: Lang) -> None:
    data = load(templates.find(form.key, ".docx", lang)).fill(view_of(form, lang))
    body = etree.fromstring(read_package(data)["word/document.xml"])
    for cell in body.iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"
    for table in body.iter(f"{W}tbl"):
        grid = [int(column.get(f"{W}w", "0")) for column in table.iterfind(f"{W}tblGrid/{W}gridCol")]
        for row in table.iterfind(f"{W}tr"):
            assert sum(int(width.get(f"{W}w", "0")) for width in row.iterfind(f"{W}tc/{W}tcPr/{W}tcW")) == sum(grid)


@each_form
@each_language
def test_east_asian_faces_are_set_for_real(form: Form, lang: Lang) -> None:
    styles = etree.fromstring(read_package(templates.find(form.key, ".docx", lang))["word/styles.xml"])
    default = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert default is not None
    faces, language = default.find(f"{W}rFonts"), default.find(f"{W}lang")
    assert faces is not None and language is not None
    assert (faces.get(f"{W}eastAsia"), language.get(f"{W}eastAsia")) == ("宋体", "zh-CN")
    assert not [name for name in faces.keys() if "Theme" in name]  # noqa: SIM118 (lxml's element is no mapping)


@each_form
@each_language
def test_tags_read_well_in_word(form: Form, lang: Lang) -> None:
    """A tag is one run of one format, so that who edits the template sees and keeps it whole."""
    document = docx.Document(str(templates.find(form.key, ".docx", lang)))
    for table in document.tables:
        for run in table._tbl.iter(f"{W}t"):
            assert (run.text or "").count("{{") == (run.text or "").count("}}")


def test_the_templates_are_as_built() -> None:
    program = [sys.executable, str(ROOT / "tools/build_templates.py"), "--check"]
    run = subprocess.run(program, capture_output=True, text=True, check=False, cwd=ROOT)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_users_template_comes_first(tmp_path: Path) -> None:
    own, general = tmp_path / "zh-CN" / "charter.docx", tmp_path / "charter.docx"
    assert templates.find("charter", ".docx", Lang.ZH, tmp_path).is_relative_to(templates.bundled())
    general.write_bytes(b"")
    assert templates.find("charter", ".docx", Lang.ZH, tmp_path) == general
    own.parent.mkdir()
    own.write_bytes(b"")
    assert templates.find("charter", ".docx", Lang.ZH, tmp_path) == own
    assert templates.find("charter", ".docx", Lang.EN, tmp_path) == general
