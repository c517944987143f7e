"""The worked examples of CONTRIBUTING.md, run as they stand there on a copy of the program."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[1]
TEXT = (ROOT / "CONTRIBUTING.md").read_text("utf-8")
SECTIONS = {part.partition("\n")[0]: part for part in re.split(r"^## ", TEXT, flags=re.MULTILINE)[1:]}
EXAMPLES = [name for name, text in SECTIONS.items() if "```console\n$ collabkit" in text]
BLOCK = re.compile(
    r"(?:^`(?P<file>[^`\n]+)`(?:, (?P<how>after|in place of) `(?P<there>[^`\n]+)`)?:\n\n)?"
    r"^```(?P<kind>\w+)\n(?P<code>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)


def apply(block: re.Match[str], folder: Path) -> None:
    path, code, there = folder / block["file"], block["code"], block["there"]
    if there is None:
        assert not path.exists(), f"{path} is there already"
        path.write_text(code, "utf-8")
        return
    text = path.read_text("utf-8")
    assert text.count(there) == 1, f"{there!r} stands {text.count(there)} times in {block['file']}"
    new = code.rstrip("\n") if block["how"] == "in place of" else f"{there}\n{code.rstrip()}"
    path.write_text(text.replace(there, new), "utf-8")


def run(command: str, folder: Path) -> str:
    words = ["-m", *shlex.split(command)]
    if command == "make templates":
        words = ["tools/build_templates.py"]
    else:
        assert words[1] == "collabkit"
    environment = os.environ | {"PYTHONPATH": str(folder / "src"), "COLUMNS": "100"}
    done = subprocess.run(
        [sys.executable, *words], cwd=folder, env=environment, capture_output=True, text=True, check=False
    )
    return done.stdout + done.stderr


def test_there_is_an_example_of_everything_that_grows() -> None:
    assert {"Add a rule", "Add a field", "Add an output format", "Add a form", "Add a command"} <= set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_a_worked_example_works_as_it_stands(name: str, tmp_path: Path) -> None:
    shutil.copytree(ROOT / "src", tmp_path / "src", ignore=shutil.ignore_patterns("__pycache__"))
    for folder in ("templates", "examples", "tools"):
        shutil.copytree(ROOT / folder, tmp_path / folder)
    commands = 0
    for block in BLOCK.finditer(SECTIONS[name]):
        if block["file"]:
            apply(block, tmp_path)
        elif block["kind"] == "console":
            command, _, expected = block["code"].partition("\n")
            told = run(command.removeprefix("$ "), tmp_path)
            commands += 1
            for line in expected.splitlines():
                assert line in told, told
    assert commands
