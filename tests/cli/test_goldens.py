"""What `check` prints about the troubled example, as a user sees it: a change is a diff to read."""

from __future__ import annotations

from pathlib import Path

import pytest

from collabkit.cli.main import main
from collabkit.lang import Lang
from collabkit.terminal.display_width import width
from tests.cli.conftest import PLAIN

ROOT = Path(__file__).parents[2]
GOLDENS = Path(__file__).with_name("goldens")
FILES = {Lang.ZH: "examples/troubled-launch/project.yaml", Lang.EN: "examples/troubled-launch-en/project.yaml"}


@pytest.mark.parametrize("columns", [80, 120])
@pytest.mark.parametrize("lang", list(Lang))
def test_the_troubled_example_looks_as_reviewed(
    lang: Lang,
    columns: int,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
    request: pytest.FixtureRequest,
) -> None:
    monkeypatch.chdir(ROOT)
    assert main(["check", FILES[lang]], {**PLAIN, "COLUMNS": str(columns)}) == 1
    printed = capsys.readouterr().out
    assert max(map(width, printed.splitlines())) <= columns
    golden = GOLDENS / f"troubled-launch.{lang}.{columns}.txt"
    if request.config.getoption("--update-golden", default=False):
        golden.write_text(printed, encoding="utf-8")
        pytest.fail(f"{golden.name} was rewritten; read the diff")
    assert printed == golden.read_text(encoding="utf-8"), "run pytest --update-golden and read the diff"


def test_the_troubled_example_has_many_different_faults(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    main(["check", FILES[Lang.ZH], "--format", "concise"], PLAIN)
    codes = {line.split()[2] for line in capsys.readouterr().out.splitlines()}
    assert len(codes) >= 15
