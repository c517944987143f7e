"""What is shipped works where it is installed: the wheel carries its templates and renders from them."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    subprocess.run([sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder], cwd=ROOT, check=True)
    return next(folder.glob("*.whl"))


@pytest.fixture(scope="module")
def installed(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    target = tmp_path_factory.mktemp("site")
    with zipfile.ZipFile(wheel) as package:
        package.extractall(target)
    return target


def collabkit(installed: Path, *words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    env = os.environ | {"PYTHONPATH": str(installed)}
    return subprocess.run(
        [sys.executable, "-m", "collabkit", *words], cwd=cwd, env=env, capture_output=True, text=True, check=False
    )


def test_the_wheel_holds_the_program_its_templates_and_nothing_else(wheel: Path):
    names = zipfile.ZipFile(wheel).namelist()
    shipped = {name for name in names if name.startswith("collabkit/_templates/")}
    there = {
        f"collabkit/_templates/{path.relative_to(ROOT / 'templates').as_posix()}"
        for path in (ROOT / "templates").rglob("*")
        if path.is_file() and not path.name.startswith((".", "~"))
    }
    assert shipped == there
    assert "collabkit/py.typed" in names
    assert all(name.startswith(("collabkit/", "collabkit-")) for name in names)


def test_the_wheel_starts_and_renders_a_project_from_its_own_templates(installed: Path, tmp_path: Path):
    where = collabkit(installed, "--version", cwd=tmp_path)
    assert where.returncode == 0, where.stderr
    made = collabkit(installed, "init", "p", "--no-input", "--start", "2026-03-02", "--language", "en", cwd=tmp_path)
    assert made.returncode == 0, made.stderr
    done = collabkit(installed, "render", "p/project.yaml", "--form", "charter", "--form", "tasks", cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert sorted(path.suffix for path in (tmp_path / "out").iterdir()) == [".docx", ".xlsx"]
    loaded = subprocess.run(
        [sys.executable, "-c", "import collabkit; print(collabkit.__file__)"],
        cwd=tmp_path,
        env=os.environ | {"PYTHONPATH": str(installed)},
        capture_output=True,
        text=True,
        check=True,
    )
    assert Path(loaded.stdout.strip()).is_relative_to(installed)
