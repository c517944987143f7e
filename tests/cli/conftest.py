"""The command line called in this process, and as a program of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

import pytest

from collabkit.cli.main import main
from collabkit.rules.example import PROJECT

PLAIN = {"LC_ALL": "en_GB.UTF-8", "COLLABKIT_TODAY": "2026-03-20"}


@dataclass(frozen=True)
class Result:
    """What a run came to."""

    code: int
    out: str
    err: str


Call = Callable[..., Result]


@pytest.fixture
def collabkit(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Call:
    """Return a function that runs a command line in an empty folder, 80 cells wide, on 2026-03-20."""
    monkeypatch.chdir(tmp_path)

    def call(*argv: str, env: Mapping[str, str] | None = None, columns: int = 80) -> Result:
        code = main(argv, {**PLAIN, "COLUMNS": str(columns), **(env or {})})
        captured = capsys.readouterr()
        return Result(code, captured.out, captured.err)

    return call


@pytest.fixture
def program(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Return a function that runs the program in an empty folder."""

    def call(*argv: str, env: Mapping[str, str] | None = None, **settings: object) -> subprocess.CompletedProcess[str]:
        environ = {"PATH": os.environ["PATH"], **PLAIN, **(env or {})}
        settings = {"capture_output": True, "text": True, "encoding": "utf-8", **settings}
        return subprocess.run(  # type: ignore[call-overload,no-any-return]  # settings vary
            [sys.executable, "-m", "collabkit", *argv], env=environ, cwd=tmp_path, check=False, **settings
        )

    return call


@pytest.fixture
def clean(tmp_path: Path) -> Path:
    """Return a project file in the current folder in which nothing is wrong."""
    path = tmp_path / "project.yaml"
    path.write_text(PROJECT, encoding="utf-8")
    return path


@pytest.fixture
def faulty(clean: Path) -> Path:
    """Return a project file in the current folder in which one owner is mistyped."""
    text = PROJECT.replace("owner: Li Lei", "owner: Li Lai", 1)
    assert text != PROJECT
    clean.write_text(text, encoding="utf-8")
    return clean
