"""docs/api.md in both languages: every example runs, prints what stands below it, and every public name is told."""

from __future__ import annotations

import inspect
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


def signature(name: str) -> str:
    """Return how a function is called, with its defaults, as the page writes it."""
    parts = []
    for parameter in inspect.signature(getattr(collabkit, name)).parameters.values():
        if parameter.kind is parameter.KEYWORD_ONLY and "*" not in parts:
            parts.append("*")
        if parameter.kind is parameter.VAR_KEYWORD:
            parts.append(f"**{parameter.name}")
            continue
        default = parameter.default
        shown = f'"{default}"' if isinstance(default, str) else repr(default)
        parts.append(parameter.name if default is parameter.empty else f"{parameter.name}={shown}")
    return f"{name}({', '.join(parts)})"


@pytest.mark.parametrize("page", PAGES)
def test_every_function_is_told_with_all_that_it_takes(page: str) -> None:
    text = (ROOT / page).read_text("utf-8")
    functions = [name for name in collabkit.__all__ if inspect.isfunction(getattr(collabkit, name))]
    assert len(functions) == 6
    for name in functions:
        assert f"| `{signature(name)}` |" in text
