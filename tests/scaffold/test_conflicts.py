"""Several files at once: all or nothing, never over somebody's file unasked."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from collabkit.errors import OutputError
from collabkit.scaffold import conflicts, write

FILES = {"a.json": "{}\n", "deep/er/b.yml": "b: 1\n", "project.yaml": "collabkit: 1\n"}


def tree(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in folder.rglob("*") if path.is_file()
    }


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_a_missing_folder_is_made_with_its_parents(tmp_path: Path) -> None:
    write(tmp_path / "x" / "y", FILES)
    assert tree(tmp_path / "x" / "y") == FILES
    assert names(tmp_path) == ["x"]


def test_a_folder_that_exists_keeps_its_other_files(tmp_path: Path) -> None:
    (tmp_path / "mine.txt").write_text("mine", "utf-8")
    write(tmp_path, FILES)
    assert tree(tmp_path) == {**FILES, "mine.txt": "mine"}


def test_an_existing_file_stops_everything_and_is_named(tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_text("mine", "utf-8")
    with pytest.raises(OutputError, match=r"1 of 3 files exist already .*project\.yaml") as caught:
        write(tmp_path, FILES)
    assert caught.value.hint is not None
    assert "--force" in caught.value.hint.en
    assert tree(tmp_path) == {"project.yaml": "mine"}


def test_force_replaces_only_the_files_of_its_own(tmp_path: Path) -> None:
    (tmp_path / "project.yaml").write_text("mine", "utf-8")
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "other").write_text("other", "utf-8")
    write(tmp_path, FILES, force=True)
    assert tree(tmp_path) == {**FILES, "deep/other": "other"}


def test_a_dangling_link_counts_as_a_file_that_exists(tmp_path: Path) -> None:
    (tmp_path / "project.yaml").symlink_to(tmp_path / "nowhere")
    assert conflicts(tmp_path, FILES) == ("project.yaml",)


def test_when_one_file_cannot_be_written_everything_is_as_before(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("old", "utf-8")
    (tmp_path / "project.yaml").mkdir()
    with pytest.raises(OutputError, match="cannot write"):
        write(tmp_path, FILES, force=True)
    assert tree(tmp_path) == {"a.json": "old"}
    assert names(tmp_path) == ["a.json", "project.yaml"]


def test_a_file_in_the_place_of_the_folder_is_an_error(tmp_path: Path) -> None:
    (tmp_path / "x").write_text("", "utf-8")
    for place in (tmp_path / "x", tmp_path / "x" / "y"):
        with pytest.raises(OutputError, match="cannot write to"):
            write(place, FILES)
    assert names(tmp_path) == ["x"]


def test_what_a_killed_run_left_goes_with_a_later_run(tmp_path: Path) -> None:
    left = tmp_path / ".collabkit-init-0123"
    left.mkdir()
    os.utime(left, (0, 0))
    write(tmp_path, FILES)
    assert not left.exists()
