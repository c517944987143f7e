"""What readers of the examples' forms see; `pytest --update-golden` rewrites it for review."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from collabkit import api
from collabkit.forms.formatter import MISSING
from collabkit.forms.registry import forms
from collabkit.lang import Lang
from collabkit.rendering import render
from tests.dump import dump_docx, dump_xlsx

EXAMPLES = Path(__file__).parents[2] / "examples"
EXECUTING = date(2026, 3, 20)
CLOSING = date(2026, 7, 6)

CASES = [
    *(("product-launch", Lang.ZH, EXECUTING, form.key) for form in forms() if form.key != "closeout"),
    *(("product-launch-en", Lang.EN, EXECUTING, form.key) for form in forms() if form.key != "closeout"),
    ("product-launch-closing", Lang.ZH, CLOSING, "closeout"),
    ("product-launch-closing-en", Lang.EN, CLOSING, "closeout"),
]


def shown(path: Path) -> str:
    data = path.read_bytes()
    if path.suffix == ".docx":
        return dump_docx(data)
    return dump_xlsx(data) if path.suffix == ".xlsx" else data.decode()


@pytest.mark.parametrize(("example", "lang", "today", "form"), CASES)
def test_the_example_reads_as_its_golden_says(
    example: str, lang: Lang, today: date, form: str, tmp_path: Path, golden: Callable[[str, str], None]
) -> None:
    plan = api.load(EXAMPLES / example / "project.yaml").plan(today)
    files = render(plan, out=tmp_path, lang=lang, forms=[form])
    text = "".join(f"== {each.path.name}\n{shown(each.path)}" for each in files)
    golden(f"{form}.{lang}.txt", text)


@pytest.mark.parametrize("lang", Lang)
def test_the_complete_example_leaves_nothing_to_be_filled_in(lang: Lang, tmp_path: Path) -> None:
    example = "product-launch" if lang is Lang.ZH else "product-launch-en"
    plan = api.load(EXAMPLES / example / "project.yaml").plan(EXECUTING)
    for each in render(plan, out=tmp_path, lang=lang):
        prompts = (f": {MISSING.to(lang)}", f"‹CKMissing: {MISSING.to(lang)}")
        # The second sheet of the workbook explains what the prompt means.
        lines = shown(each.path).split("\nsheet ")[0].splitlines()
        assert [line for line in lines if any(prompt in line for prompt in prompts)] == [], each.form
