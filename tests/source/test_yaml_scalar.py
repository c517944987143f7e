"""YAML scalars: plain when nothing can misread them, quoted otherwise."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from collabkit.source.yaml_scalar import flow_list, scalar


@pytest.mark.parametrize(
    "text", ["R&D", "研发部", "100 %", "≥ 36.8 %", "T02+2", "T02 SS", "3–5 个", "C:\\x", "it's", "a,b"]
)
def test_harmless_texts_stay_plain(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    "text", ["no", "NULL", "1.10", "007", "12:30", "2026-03-02", "-3 d", "a: b", "x #y", "", " a", "0.1"]
)
def test_texts_that_another_parser_could_misread_are_quoted(text: str) -> None:
    assert scalar(text).startswith('"')


@pytest.mark.parametrize(
    ("value", "written"), [(True, "true"), (3, "3"), (None, "null"), (date(2026, 3, 2), "2026-03-02")]
)
def test_other_values_are_written_as_they_are(value: Any, written: str) -> None:
    assert scalar(value) == written


@given(st.text(max_size=40).filter(lambda text: not any(0xD800 <= ord(char) < 0xE000 for char in text)))
def test_every_text_reads_back_identical(text: str) -> None:
    assert yaml.safe_load(f"key: {scalar(text)}\n") == {"key": text}
    assert yaml.safe_load(f"key: {flow_list([text, 'x'])}\n") == {"key": [text, "x"]}
    if text:
        assert yaml.safe_load(f"{scalar(text)}: 1\n") == {text: 1}
