"""Whatever face a machine has in place of ours, no word, date or id of a form is cut in two."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

import pytest

from collabkit import templates
from collabkit.engines import excel, word
from collabkit.forms.form import Choice, Form
from collabkit.forms.registry import find, forms
from collabkit.lang import Lang
from collabkit.plan import Plan
from tests.pages.faces import ARIAL, DEJAVU, Face
from tests.pages.projects import plans, worded
from tests.pages.reading import Shown, cells, shown, unbroken

WORD_FORMS = [form for form in forms() if form.suffix == "docx"]
SIZE = 10
"""Points of the text of the workbook; its columns are measured in digits of that size."""
LEADING = 1.2
"""Line height over size: the least of the faces in use."""

_HEADING = re.compile("[A-Z]3$")

each_language = pytest.mark.parametrize("lang", list(Lang))


@cache
def _plans() -> tuple[tuple[str, Plan], ...]:
    return (*plans(), *worded())


def filled(form: Form, lang: Lang) -> Iterator[tuple[str, bytes]]:
    """Yield the documents of a form of every project in `lang`."""
    for name, plan in _plans():
        # A Chinese form of an English project keeps the words of its own columns whole, not those of the project.
        if lang is Lang.EN or plan.project.language is lang:
            template = templates.find(form.key, f".{form.suffix}", lang)
            engine = word if form.suffix == "docx" else excel
            for item in form.items(plan, Choice()) if form.has_data(plan) else ():
                yield name, engine.load(template).fill(form.build(plan, lang, item))


@pytest.mark.parametrize(
    ("lang", "face"), [(Lang.ZH, ARIAL), (Lang.EN, ARIAL), (Lang.EN, DEJAVU)], ids=["zh-arial", "en-arial", "en-dejavu"]
)
@pytest.mark.parametrize("form", WORD_FORMS, ids=lambda form: form.key)
def test_no_word_is_wider_than_its_cell(form: Form, lang: Lang, face: Face) -> None:
    broken = {
        (piece, f"{face.width(piece, cell.size, bold=cell.bold):.1f} > {cell.room:.1f} pt")
        for _, data in filled(form, lang)
        for cell in cells(data)
        for piece in unbroken(cell.text)
        if face.width(piece, cell.size, bold=cell.bold) > cell.room
    }
    assert sorted(broken) == []


def _room(text: Shown) -> float:
    """Return how many points wide a line of a cell may be; Excel leaves a little of each column blank."""
    return (text.columns - 0.7) * ARIAL.width("0", SIZE)


def _lines(text: Shown) -> int:
    """Return over how many lines a cell of the workbook wraps its text."""
    count = 0
    for line in text.text.split("\n"):
        count, used = count + 1, 0.0
        for word_ in line.split(" "):
            long = ARIAL.width(word_, SIZE, bold=text.bold)
            if used and used + long > _room(text):
                count, used = count + 1, 0.0
            used += long + ARIAL.width(" ", SIZE)
    return count


def _sheets(lang: Lang) -> Iterator[Shown]:
    form = find("tasks")
    assert form is not None
    return (text for _, data in filled(form, lang) for text in shown(data) if text.wraps)


def test_no_word_is_wider_than_its_column_of_the_workbook() -> None:
    broken = {
        (text.place.rstrip("0123456789"), piece)
        for text in _sheets(Lang.EN)
        for piece in unbroken(text.text)
        if ARIAL.width(piece, SIZE, bold=text.bold) > _room(text)
    }
    assert sorted(broken) == []


@each_language
def test_every_row_of_the_workbook_is_high_enough_for_its_texts(lang: Lang) -> None:
    # Chinese texts wrap anywhere, of which Arial says nothing; their headings are measured all the same.
    measured = [text for text in _sheets(lang) if text.text.isascii() or _HEADING.search(text.place)]
    cut = {(text.place, text.text) for text in measured if _lines(text) * SIZE * LEADING > text.height}
    # What no row is high enough for stands once more where it fits.
    whole = {text.text for text in measured if (text.place, text.text) not in cut}
    assert sorted((place, text) for place, text in cut if text not in whole) == []
