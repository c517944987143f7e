"""Where the files of a new project go: its own in its folder, what all projects share at the top of the repository."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from collabkit.json_schema import compact_schema
from collabkit.lang import Lang, Text
from collabkit.scaffold import ci

PROJECT = "project.yaml"
IGNORE = ".gitignore"
_IGNORED = "out/"
_IGNORE_TEXT = Text(
    f"# collabkit render 生成的表单\n{_IGNORED}\n", f"# The forms that collabkit render writes\n{_IGNORED}\n"
)

Files = Mapping[str, str]
"""Texts by path below the place they are written to."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A project's folder and the top of its repository, which are the same when there is none above the folder."""

    folder: Path
    top: Path

    @property
    def project(self) -> str:
        """Return the path of the project file, from the top."""
        return self._below(PROJECT)

    @property
    def above(self) -> Path | None:
        """Return the project file of a folder above in the same repository; None when there is none."""
        inside = [folder for folder in self.folder.parents if folder.is_relative_to(self.top)]
        return next((folder / PROJECT for folder in inside if (folder / PROJECT).exists()), None)

    def schema(self, lang: Lang) -> str:
        """Return the path of the JSON Schema of a language, as the project file is to name it."""
        up = Path(os.path.relpath(self.top, self.folder)).as_posix()
        return f"{up}/{schema_file(lang)}"

    def files(self, project: str, lang: Lang, jobs: Files, *, force: bool) -> tuple[Files, Files]:
        """Return what is to be written, by path from the top and the project file last, and what is to be kept.

        What all projects of the repository share, its schema and `jobs`, is written once: a file that says the same
        already is left out, one that says something else is kept unless `force` is given.
        """
        shared = {schema_file(lang): compact_schema(lang), **jobs}
        other = {name: text for name, text in shared.items() if not _says(self.top / name, text)}
        kept = {} if force else {name: text for name, text in other.items() if os.path.lexists(self.top / name)}
        ignore = {} if self._ignores() or os.path.lexists(self.folder / IGNORE) else {IGNORE: _IGNORE_TEXT.to(lang)}
        own = {self._below(name): text for name, text in {**ignore, PROJECT: project}.items()}
        return {name: text for name, text in other.items() if name not in kept} | own, kept

    def to_do(self, files: Files, kept: Files) -> Iterator[Text]:
        """Yield what is left to do by hand: `files` are new, `kept` were there already with another content."""
        if not self._ignores() and self._below(IGNORE) not in files:
            yield Text(f"在 {IGNORE} 中加一行 {_IGNORED}，不把表单提交进仓库", f"add a line {_IGNORED} to {IGNORE}")
        for name in kept:
            yield _kept(name)
        if step := ci.to_do(files):
            yield step

    def _below(self, name: str) -> str:
        return (self.folder / name).relative_to(self.top).as_posix()

    def _ignores(self) -> bool:
        return any(_names_out(folder / IGNORE) for folder in {self.folder, self.top})


def layout(folder: Path) -> Layout:
    """Return where the files of a project in `folder` go."""
    place = folder.resolve()
    top = next((each for each in (place, *place.parents) if (each / ".git").exists()), place)
    return Layout(place, top)


def schema_file(lang: Lang) -> str:
    """Return what the JSON Schema of a language is called."""
    return f"collabkit.{lang.value}.schema.json"


def _says(path: Path, text: str) -> bool:
    """Return whether a file has this content; of JSON the spaces do not count."""
    try:
        found = path.read_text(encoding="utf-8")
        return found == text or (path.suffix == ".json" and json.loads(found) == json.loads(text))
    except (OSError, ValueError):
        return False


def _names_out(file: Path) -> bool:
    try:
        lines = file.read_text(encoding="utf-8").splitlines()
    except (OSError, ValueError):
        return False
    return any(line.strip().strip("/") == _IGNORED.strip("/") for line in lines)


def _kept(name: str) -> Text:
    if name.endswith(".schema.json"):
        how = f"collabkit schema -o {name}"
        return Text(
            f"{name} 来自另一个版本，没有改动；更新：{how}",
            f"{name} is of another version, left as it is; to update it: {how}",
        )
    return Text(f"已有 {name}，没有改动；--force 覆盖", f"{name} exists already, left as it is; --force replaces it")
