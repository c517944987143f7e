"""A sign of life: only on a terminal, only after a while, and gone at the end."""

from __future__ import annotations

import io
from dataclasses import replace

import pytest

from collabkit.cli.context import Context, begin
from collabkit.lang import Text
from collabkit.terminal import progress
from tests.cli.conftest import PLAIN

WORDS = Text("已写 {} 个文件", "{} files written")


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def run_on(err: io.StringIO, **env: str) -> Context:
    run, _ = begin([], {**PLAIN, **env})
    return replace(run, err=err)


def test_what_is_quick_shows_nothing() -> None:
    terminal = _Terminal()
    assert list(run_on(terminal).watch(range(3), WORDS)) == [0, 1, 2]
    assert terminal.getvalue() == ""


def test_what_takes_long_is_counted_on_a_terminal_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    terminal, pipe, dumb = _Terminal(), io.StringIO(), _Terminal()
    assert list(run_on(terminal).watch(range(3), WORDS)) == [0, 1, 2]
    assert list(run_on(pipe).watch(range(3), WORDS)) == [0, 1, 2]
    assert list(run_on(dumb, TERM="dumb").watch(range(3), WORDS)) == [0, 1, 2]
    assert "3 files written" in terminal.getvalue()
    assert pipe.getvalue() == dumb.getvalue() == ""


def test_how_many_there_are_in_all_stands_beside_how_many_there_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)
    terminal = _Terminal()
    assert list(run_on(terminal, COLLABKIT_LANGUAGE="zh-CN").watch("abc", WORDS, 3)) == ["a", "b", "c"]
    assert "已写 3/3 个文件" in terminal.getvalue()


def test_a_failure_on_the_way_passes_through(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(progress, "PATIENCE", -1.0)

    def steps() -> object:
        yield 1
        raise OSError("broken")

    with pytest.raises(OSError, match="broken"):
        list(run_on(_Terminal()).watch(steps(), WORDS))  # type: ignore[call-overload]
