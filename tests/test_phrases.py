"""Words that several outputs share stand once."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from collabkit.forms.registry import forms
from collabkit.lang import Text
from collabkit.model.document import Documents
from collabkit.model.signoff import Signoffs
from collabkit.model.week import Dimensions
from collabkit.phrases import DIMENSIONS, FORM_TITLES, working_days, zh
from collabkit.plan import signing

ROOT = Path(__file__).parents[1]
HOME = ROOT / "src/collabkit/phrases.py"
SOURCES = [path for folder in ("src", "tools") for path in (ROOT / folder).rglob("*.py") if path != HOME]
FIELD_WORDS = {"会议纪要"}
"""Titles that are also the plain word for what a field holds."""


def test_every_form_that_the_file_knows_has_a_title_and_is_called_so() -> None:
    assert set(Documents.model_fields) | set(Signoffs.model_fields) | set(signing.FORMS) == set(FORM_TITLES)
    assert all(form.title == FORM_TITLES.get(form.key, form.title) for form in forms())


def test_a_declared_light_is_called_like_the_computed_one() -> None:
    assert list(Dimensions.model_fields) == list(DIMENSIONS)
    for name, found in Dimensions.model_fields.items():
        assert found.metadata[-1] == DIMENSIONS[name]


def test_one_working_day_is_not_written_in_the_plural() -> None:
    assert working_days(1) == Text("1 个工作日", "1 working day")
    assert working_days(-1, "-1") == Text("-1 个工作日", "-1 working day")
    assert working_days(2.5, "2.5") == Text("2.5 个工作日", "2.5 working days")
    assert working_days(0) == Text("0 个工作日", "0 working days")


def test_a_blank_stands_where_latin_and_chinese_meet() -> None:
    assert zh("任务 T03", "的", "负责人") == "任务 T03 的负责人"
    assert zh("在 1–100%", "之间") == "在 1–100% 之间"
    assert zh("「x」", "的", "a", "") == "「x」的 a"


def _strings(path: Path) -> Iterator[str]:
    """Yield the texts of a file that somebody can come to read; what stands alone in a line is documentation."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    documentation = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and id(node) not in documentation:
            yield node.value


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_other_file_spells_the_title_of_a_form(path: Path) -> None:
    elsewhere = {form.title.zh for form in forms() if form.key != path.stem}
    titles = elsewhere | {title.zh for title in FORM_TITLES.values()} - FIELD_WORDS
    assert [text for text in _strings(path) if any(title in text for title in titles)] == []


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_no_other_file_writes_a_number_of_working_days(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    for each in ast.walk(tree):
        if isinstance(each, ast.JoinedStr):
            for before, after in zip(each.values, each.values[1:], strict=False):
                if isinstance(before, ast.FormattedValue) and isinstance(after, ast.Constant):
                    assert not str(after.value).startswith((" 个工作日", " working day"))
