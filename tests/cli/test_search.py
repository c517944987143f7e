"""Which files a command line means: folders, patterns, standard input; each once, in order, and what means none."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from collabkit.cli.outputs import folders
from collabkit.cli.search import find
from collabkit.errors import InputError


@pytest.fixture
def tree(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return the current folder, with projects where they are found and where they are not."""
    monkeypatch.chdir(tmp_path)
    for folder in ("a", "b/deep/er", "b", "node_modules/x", "out/y", ".hidden/z", "a/.venv", "b/out", "empty"):
        (tmp_path / folder).mkdir(parents=True, exist_ok=True)
        if folder != "empty":
            (tmp_path / folder / "project.yaml").touch()
    (tmp_path / "a/other.yml").touch()
    (tmp_path / "a/notes.txt").touch()
    return tmp_path


def found(*named: str) -> list[str]:
    """Return the files found, in place of an error what it says."""
    return [each.message.en if isinstance(each, InputError) else each for each in find(named)]


BELOW = ["a/project.yaml", "b/project.yaml", "b/deep/er/project.yaml"]


def test_a_folder_means_every_project_below_it_but_not_in_hidden_and_generated_folders(tree: Path) -> None:
    assert found(".") == BELOW
    assert found("b") == found("b/") == found("./b") == BELOW[1:]
    (tree / "project.yaml").touch()
    assert found(".") == ["project.yaml", *BELOW]


def test_a_folder_that_is_named_is_searched_whatever_it_is_called(tree: Path) -> None:
    assert found("out") == ["out/y/project.yaml"]
    assert found(".hidden") == [".hidden/z/project.yaml"]


@pytest.mark.parametrize(
    ("pattern", "files"),
    [
        ("**/project.yaml", BELOW),
        ("*/project.yaml", BELOW[:2]),
        ("[ab]/project.yaml", BELOW[:2]),
        ("b/**/project.yaml", BELOW[1:]),
        ("b/**", BELOW[1:]),
        ("*", BELOW),
        ("a/*", ["a/other.yml", "a/project.yaml"]),
        ("a/*.txt", ["a/notes.txt"]),
        ("**/*.yml", ["a/other.yml"]),
        ("**/er", BELOW[2:]),
        (".h*/*/project.yaml", [".hidden/z/project.yaml"]),
        ("?/deep/e[a-z]/project.yaml", BELOW[2:]),
    ],
)
def test_a_pattern_that_no_shell_expanded_means_what_it_matches(tree: Path, pattern: str, files: list[str]) -> None:
    assert found(pattern) == files
    absolute = [str(tree / file) for file in files]
    assert found(f"{tree}/{pattern}") == absolute


def test_a_file_whose_name_looks_like_a_pattern_is_that_file(tree: Path) -> None:
    (tree / "plan[1].yaml").touch()
    assert found("plan[1].yaml") == ["plan[1].yaml"]


def test_a_file_is_found_once_however_often_it_is_meant(tree: Path) -> None:
    (tree / "link").symlink_to("a", target_is_directory=True)
    assert found("a/project.yaml", ".", "**/project.yaml", str(tree / "a"), "link/project.yaml", "-", "-") == [
        *BELOW,
        "-",
    ]


def test_links_to_folders_are_not_followed_into_circles(tree: Path) -> None:
    (tree / "b/back").symlink_to(tree, target_is_directory=True)
    assert found("b") == BELOW[1:]


def test_a_project_file_that_leads_nowhere_is_found_so_that_it_is_told(tree: Path) -> None:
    (tree / "empty/project.yaml").symlink_to("gone.yaml")
    assert "empty/project.yaml" in found(".")


def test_what_means_no_file_is_told_and_stops_nothing(tree: Path) -> None:
    assert found("empty", "z*/project.yaml", "missing.yaml", "a") == [
        "there is no project.yaml in empty or below it",
        "no project file matches 'z*/project.yaml'",
        "missing.yaml",
        "a/project.yaml",
    ]


def test_a_folder_that_may_not_be_read_is_told(tree: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    scandir = os.scandir

    def refusing(path: Path) -> object:
        if path == Path("b/deep"):
            raise PermissionError(errno.EACCES, "no", str(path))
        return scandir(path)

    # Not by its permissions: an administrator may read every folder.
    monkeypatch.setattr(os, "scandir", refusing)
    assert found("b") == ["b/project.yaml", "cannot read the folder b/deep: permission denied"]


def test_nothing_named_means_the_file_of_this_folder_else_a_hint_of_those_below(tree: Path) -> None:
    (error,) = find()
    assert isinstance(error, InputError)
    assert error.hint is not None
    assert error.hint.en == "there is one in a; write . for all projects below"
    (tree / "project.yaml").touch()
    assert found() == ["project.yaml"]


@pytest.mark.parametrize(
    ("files", "names"),
    [
        (["a/project.yaml"], ["."]),
        (["p/a/project.yaml", "p/b/project.yaml"], ["a", "b"]),
        (["p/a/project.yaml", "p/q/a/project.yaml"], ["a", "q/a"]),
        (["p/project.yaml", "p/a/project.yaml"], ["p", "a"]),
        (["p/one.yaml", "p/two.yaml"], ["one", "two"]),
        (["p/project.yaml", "p/two.yaml"], ["p", "two"]),
        (["p/a/project.yaml", "q/A/project.yaml"], ["p/a", "q/A"]),
        (["p/x.yaml", "p/X.yml"], ["x", "X-2"]),
        (["../p/a/project.yaml", "b/project.yaml"], ["p/a", "here/b"]),
        (["a/project.yaml", "<stdin>"], ["a", "stdin"]),
    ],
)
def test_every_project_has_an_output_folder_of_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, files: list[str], names: list[str]
) -> None:
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert folders(files, Path("out")) == {file: Path("out") / name for file, name in zip(files, names, strict=True)}
