"""docs/api.md in both languages: every example runs, prints what stands below it, and every public name is told."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import collabkit
from docs.api_page import fresh

ROOT = Path(__file__).resolve().parents[1]
PAGES = ("docs/api.md", "docs/api.zh-CN.md")


@pytest.mark.parametrize("page", PAGES)
def test_every_example_runs_and_prints_what_the_page_shows(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    assert text.count("```python\n") >= 7
    assert fresh(text, ROOT) == text


@pytest.mark.parametrize("page", PAGES)
def test_every_public_name_is_told_and_no_other(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    table = text[text.rindex("|---|---|") :]
    told = {
        name for line in table.splitlines() for name in re.findall(r"`(\w+)", line.split("|")[1] if "|" in line else "")
    }
    assert told == set(collabkit.__all__)
