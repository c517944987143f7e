"""What LibreOffice prints: every text of every form is on its pages, and none is cut in two."""

from __future__ import annotations

import bisect
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from collabkit.forms.registry import forms
from collabkit.lang import Lang
from collabkit.rendering import render
from tests.pages.office import MISSING, pages, print_all, squeezed
from tests.pages.projects import plans, worded
from tests.pages.reading import JOINED, paragraphs, shown

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(bool(MISSING), reason=f"there is no {' and no '.join(MISSING)} on this machine"),
]
each_form = pytest.mark.parametrize("form", [form.key for form in forms() if form.suffix != "txt"])

_WORD = re.compile("[A-Za-z]{2,}")
_WHOLE = re.compile(
    r"\d{4}-\d\d-\d\d|\d{4}-W\d\d|____-__-__|(?<![\w-])[A-Z]{1,4}-?\d{1,4}(?:[/-]\d{1,4})?(?![\w-])", re.ASCII
)
"""Dates, weeks, the blanks of a date, and ids."""


@dataclass(frozen=True)
class Printed:
    """A filled form, the texts it holds, and its pages."""

    name: str
    form: str
    own: bool
    texts: list[str]
    pages: list[str]


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> list[Printed]:
    """Return every form of every project in both languages, printed."""
    folder = tmp_path_factory.mktemp("printed")
    made: list[tuple[Path, str, bool]] = []
    for name, plan in (*plans(), *worded()):
        for lang in Lang:
            for each in render(plan, out=folder / f"{name}.{lang}", lang=lang):
                if each.form != "daily":
                    # One folder for all needs names of its own.
                    path = each.path.rename(folder / f"{len(made):03}-{name}.{lang}-{each.form}{each.path.suffix}")
                    made.append((path, each.form, lang is Lang.EN or plan.project.language is lang))
    found = print_all([path for path, _, _ in made], folder / "pdf")
    return [Printed(path.stem, form, own, _texts(path), pages(found[path])) for path, form, own in made]


def _texts(path: Path) -> list[str]:
    data = path.read_bytes()
    return paragraphs(data) if path.suffix == ".docx" else [each.text for each in shown(data)]


def _lost(document: Printed) -> Iterator[str]:
    sheets = [squeezed(page) for page in document.pages]
    whole = "".join(sheets)
    for text, times in Counter(map(squeezed, document.texts)).items():
        if whole.count(text) < times and not _runs_over(text, sheets):
            yield from (part for part in _parts(document, text) if part not in whole)


def _runs_over(text: str, sheets: list[str]) -> bool:
    """Return whether a text begins on one page and ends on a later one, with foot and head between."""
    return any(_is_told_from(text, sheets[first:]) for first in range(len(sheets)))


def _is_told_from(text: str, sheets: list[str]) -> bool:
    rest = text
    for sheet in sheets:
        # Where a beginning of some length stands, every shorter one does.
        told = bisect.bisect_left(range(1, len(rest) + 1), True, key=lambda end: rest[:end] not in sheet)
        if told == 0:
            return False
        rest = rest[told:]
        if not rest:
            return True
    return False


def _parts(document: Printed, text: str) -> list[str]:
    """Return the words of a text: characters of several faces on one line are not always listed in their order."""
    found = next(each for each in document.texts if squeezed(each) == text)
    return [squeezed(part) for part in found.split()]


def _broken(document: Printed, token: re.Pattern[str]) -> Counter[str]:
    there = Counter(found for page in document.pages for found in token.findall(page))
    wanted = Counter(found for text in document.texts for found in token.findall(text.replace(JOINED, "-")))
    return wanted - there


@each_form
def test_every_text_reaches_the_pages(printed: list[Printed], form: str) -> None:
    lost = {document.name: list(_lost(document)) for document in printed if document.form == form}
    assert {name: texts for name, texts in lost.items() if texts} == {}


@each_form
def test_no_date_and_no_id_runs_over_two_lines(printed: list[Printed], form: str) -> None:
    broken = {document.name: dict(_broken(document, _WHOLE)) for document in printed if document.form == form}
    assert {name: found for name, found in broken.items() if found} == {}


@each_form
def test_no_word_is_cut(printed: list[Printed], form: str) -> None:
    broken = {
        document.name: dict(_broken(document, _WORD)) for document in printed if document.form == form and document.own
    }
    assert {name: found for name, found in broken.items() if found} == {}


def _weekly(printed: list[Printed], *names: str) -> dict[str, int]:
    found = (each for each in printed if each.form == "weekly" and each.own)
    return {each.name: len(each.pages) for each in found if any(name in each.name for name in names)}


def test_a_weekly_report_takes_two_pages_and_the_first_one_of_a_new_project_takes_one(printed: list[Printed]) -> None:
    usual, first = _weekly(printed, "launch", "-new-", "sample"), _weekly(printed, "first-day")
    assert {name: count for name, count in usual.items() if count > 2} == {}
    assert set(first.values()) == {1}


def test_texts_of_1500_letters_are_set_across_the_page(printed: list[Printed]) -> None:
    weekly = _weekly(printed, "stress")
    assert max(weekly.values()) < 22
