"""A text too long for its narrow column stands across the page; what is shortened stands whole elsewhere."""

from __future__ import annotations

import io

import docx
import pytest

from collabkit import templates
from collabkit.engines import word
from collabkit.forms.registry import find
from collabkit.lang import Lang
from tests.forms import sample

LONG = "按合同约定的时间与质量完成全部工作，" * 60
BENEATH = {Lang.ZH: "见下行", Lang.EN: "see below"}


def weekly(lang: Lang, **sections: object) -> list[list[str]]:
    """Return the rows of all tables, a merged cell told once."""
    view = sample.view("weekly", sample.plan_of(**sections), lang)
    data = word.load(templates.find("weekly", ".docx", lang)).fill(view)
    tables = docx.Document(io.BytesIO(data)).tables
    return [list(dict.fromkeys(cell.text for cell in row.cells)) for table in tables for row in table.rows]


@pytest.mark.parametrize("lang", Lang)
def test_a_long_response_to_a_risk_stands_in_a_row_of_its_own(lang: Lang) -> None:
    risk = {"title": "延误", "likelihood": 4, "impact": 4, "response": LONG, "owner": "王芳"}
    rows = weekly(lang, risks={"R1": risk, "R2": risk | {"response": "换供应商"}})
    first = next(number for number, row in enumerate(rows) if row[0] == "R1")
    assert BENEATH[lang] in rows[first]
    assert len(rows[first + 1]) == 1
    assert rows[first + 1][0].endswith(LONG)
    assert "换供应商" in rows[first + 2]
    assert rows[first + 2][0] == "R2"


@pytest.mark.parametrize("lang", Lang)
def test_a_long_reason_of_a_delay_names_the_form_that_has_all_of_it(lang: Lang) -> None:
    task = {"name": "采购", "department": "研发部", "owner": "王芳", "start": "2026-03-02", "end": "2026-03-06"}
    rows = weekly(lang, tasks={"T1": task | {"delay_reason": LONG}})
    cell = next(text for row in rows for text in row if "T1" in text and LONG[:50] in text)
    assert len(cell) < 250
    table = find("tasks")
    assert table is not None
    assert table.title.to(lang) in cell
    tasks = sample.view("tasks", sample.plan_of(tasks={"T1": task | {"delay_reason": LONG}}), lang)
    assert any(LONG in str(each) for each in tasks.tasks)
