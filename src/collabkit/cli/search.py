"""Which project files a command line means: files, folders with projects in them, and patterns."""

from __future__ import annotations

import os
import shlex
from collections.abc import Iterator, Sequence
from fnmatch import fnmatchcase
from pathlib import Path

from collabkit.errors import InputError, refusal
from collabkit.lang import Text
from collabkit.nearest import nearest

DEFAULT = "project.yaml"
STDIN = "-"
SKIPPED = frozenset(("node_modules", "out"))
"""Folders that are searched only when they are named; hidden ones are not searched either."""
_SUFFIXES = (".yaml", ".yml")
_START = Text("运行 collabkit init 新建项目，或给出文件的路径", "run 'collabkit init' to start one, or name the file")


def find(named: Sequence[str] = ()) -> Iterator[str | InputError]:
    """Yield the files that `named` mean, each once, and an error for whatever means none or cannot be searched.

    A folder means every project.yaml in it and below; a pattern such as `**/project.yaml` means what it matches;
    nothing at all means the project.yaml of the current folder. `-` is standard input. A name that is none of these
    is a file, whether it exists or not.
    """
    seen: set[Path | str] = set()
    for name in named or (None,):
        for found in _meant(name):
            if isinstance(found, InputError):
                yield found
                continue
            same = found if found == STDIN else _identity(Path(found))
            if same not in seen:
                seen.add(same)
                yield str(found)


def same_file(one: Path, other: Path) -> bool:
    """Return whether both names lead to one file."""
    return _identity(one) == _identity(other)


def _meant(name: str | None) -> Iterator[Path | str | InputError]:
    if name is None:
        yield Path(DEFAULT) if _exists(Path(DEFAULT)) else _nothing_here()
    elif name == STDIN:
        yield STDIN
    elif _is_folder(Path(name)):
        yield from _or(_below(Path(name)), _nothing_below(Path(name)))
    elif _is_pattern(name) and not _exists(Path(name)):
        yield from _or(_matching(name), _no_match(name))
    else:
        yield Path(name)


def _or(found: Iterator[Path | InputError], otherwise: InputError) -> Iterator[Path | InputError]:
    """Yield what was found, else the error that says that nothing was."""
    first = next(found, otherwise)
    yield first
    yield from found


def _below(folder: Path) -> Iterator[Path | InputError]:
    """Yield every project.yaml in `folder` and below it, those of a folder before those of the folders in it."""
    for inner in _folders(folder):
        if isinstance(inner, InputError):
            yield inner
        elif _exists(inner / DEFAULT) and not _is_folder(inner / DEFAULT):
            yield inner / DEFAULT


def _folders(folder: Path) -> Iterator[Path | InputError]:
    """Yield `folder` and the folders below it in order, links not followed; an error for one that cannot be read."""
    waiting = [folder]
    while waiting:
        inner = waiting.pop()
        yield inner
        try:
            with os.scandir(inner) as entries:
                names = [entry.name for entry in entries if entry.is_dir(follow_symlinks=False)]
        except OSError as cause:
            yield _unreadable(inner, cause)
            continue
        waiting += [inner / name for name in sorted(names, reverse=True) if _is_searched(name)]


def _is_searched(name: str) -> bool:
    return not name.startswith(".") and name not in SKIPPED


def _is_pattern(name: str) -> bool:
    return any(sign in name for sign in "*?[")


def _matching(pattern: str) -> Iterator[Path | InputError]:
    """Yield the project files that a pattern matches; of a folder that it matches, those below.

    Files that are not YAML are passed over unless the pattern asks for their suffix.
    """
    path = Path(pattern)
    suffixes = {*_SUFFIXES, path.suffix}
    for found in _matches(Path(path.anchor), path.parts[1:] if path.anchor else path.parts):
        if isinstance(found, InputError):
            yield found
        elif _is_folder(found):
            yield from _below(found)
        elif found.suffix in suffixes:
            yield found


def _matches(folder: Path, parts: tuple[str, ...]) -> Iterator[Path | InputError]:
    if not parts or parts == ("**",):
        yield folder
        return
    first, rest = parts[0], parts[1:]
    if first == "**":
        for inner in _folders(folder):
            if isinstance(inner, InputError):
                yield inner
            else:
                yield from _matches(inner, rest)
    elif not _is_pattern(first):
        if _exists(folder / first):
            yield from _matches(folder / first, rest)
    else:
        try:
            names = _names(folder)
        except OSError as cause:
            yield _unreadable(folder, cause)
            return
        for name in names:
            if fnmatchcase(name, first) and (_is_searched(name) or first.startswith(".")):
                yield from _matches(folder / name, rest)


def _names(folder: Path) -> list[str]:
    """Return the sorted names in `folder`, none of what is no folder; raise OSError when it cannot be read."""
    return sorted(entry.name for entry in folder.iterdir()) if _is_folder(folder) else []


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _exists(path: Path) -> bool:
    """Return whether something stands at `path`, a link that leads nowhere too."""
    return os.path.lexists(path)


def _identity(path: Path) -> Path:
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _neighbours(folder: Path) -> list[str]:
    try:
        return _names(folder)
    except OSError:
        return []


def _nothing_here() -> InputError:
    """Return the error of a folder without a project file, with what was most likely meant."""
    names = _neighbours(Path())
    message = Text(f"当前文件夹没有 {DEFAULT}", f"there is no {DEFAULT} here")
    if meant := nearest(DEFAULT, [name for name in names if name.endswith(_SUFFIXES)]):
        return InputError(message, Text(f"是不是 {meant}？", f"did you mean {meant}?"))
    if inside := next((name for name in names if _is_searched(name) and _exists(Path(name) / DEFAULT)), None):
        return InputError(
            message,
            Text(
                f"{inside} 里有一个；写 . 表示下面的全部项目",
                f"there is one in {inside}; write . for all projects below",
            ),
        )
    return InputError(message, _START)


def _nothing_below(folder: Path) -> InputError:
    here = folder == Path()
    where = Text("当前文件夹", "this folder") if here else Text(f"{folder} ", str(folder))
    message = Text(f"{where.zh}里面和下面都没有 {DEFAULT}", f"there is no {DEFAULT} in {where.en} or below it")
    others = [name for name in _neighbours(folder) if name.endswith(_SUFFIXES)]
    if others:
        meant = folder / (nearest(DEFAULT, others) or others[0])
        return InputError(message, Text(f"请给出文件，例如 {meant}", f"name the file itself, such as {meant}"))
    command = "collabkit init" if here else f"collabkit init {shlex.quote(str(folder))}"
    return InputError(message, Text(f"在其中新建项目：{command}", f"start a project in it: {command}"))


def _no_match(pattern: str) -> InputError:
    return InputError(
        Text(f"没有项目文件符合「{pattern}」", f"no project file matches '{pattern}'"),
        Text(
            f"写法如 '**/{DEFAULT}'；也可以给出文件夹，表示其下所有项目",
            f"a pattern is written like '**/{DEFAULT}'; a folder means every project below it",
        ),
    )


def _unreadable(folder: Path, cause: OSError) -> InputError:
    return InputError(
        Text(f"读不了文件夹 {folder}：", f"cannot read the folder {folder}: ") + refusal(cause),
        Text("检查文件夹权限", "check the permissions of the folder"),
    )
