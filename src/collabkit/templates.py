"""Where a form's template is: the user's folder first, then the bundled one."""

from __future__ import annotations

import stat
from collections.abc import Callable, Sequence
from pathlib import Path

from collabkit.errors import TemplateError, refusal
from collabkit.lang import Lang, Text
from collabkit.nearest import nearest

_HERE = Path(__file__).resolve().parent
# What office programs and systems leave beside a document, such as Word's `~$charter.docx` while it is open.
_BESIDE = ("~$", ".")


def bundled() -> Path:
    """Return the folder of the bundled templates: inside the installed package, else beside its sources."""
    installed = _HERE / "_templates"
    return installed if installed.is_dir() else _HERE.parents[1] / "templates"


def check_folder(folder: Path, lang: Lang, names: Sequence[str], wanted: Sequence[str]) -> None:
    """Raise TemplateError when the user's `folder` cannot be what was meant, so that no template is missed silently.

    It must be a folder and hold at least one of `names` (all template files there are, such as `charter.docx`), for
    `lang` or another language. A file that was probably meant as one of the `wanted` names is refused.
    """
    if not _mode(folder, stat.S_ISDIR):
        raise TemplateError(
            Text(f"找不到模板文件夹 {folder}", f"there is no template folder {folder}"),
            Text(
                "请检查 --templates，或不用它以使用内置模板",
                "check --templates, or leave it out to use the bundled templates",
            ),
        )
    places = [path for path in (folder / lang, folder) if _mode(path, stat.S_ISDIR)]
    for name in wanted:
        if not any(_exists(path / name) for path in places):
            _refuse_misnamed(places, name, names)
    if not any(_exists(path / name) for path in (folder, *(folder / each for each in Lang)) for name in names):
        raise TemplateError(
            Text(f"文件夹 {folder} 里没有可用的模板", f"there is no template in the folder {folder}"),
            Text(
                f"文件名应如 {names[0]}，放在该文件夹或其中的 {lang} 里",
                f"a template is called for example {names[0]} and stands there or in {lang} inside it",
            ),
        )


def _refuse_misnamed(places: Sequence[Path], name: str, names: Sequence[str]) -> None:
    for place in places:
        for found in _entries(place):
            if _means(found, name, names):
                raise TemplateError(
                    Text(f"模板 {place / found} 用不上：", f"the template {place / found} is not used: ")
                    + Text(f"它应叫 {name}", f"it should be called {name}"),
                    Text(
                        f"请改名或另存为 {name}；不想用它，就移到别处",
                        f"rename it or save it as {name}, or move it away",
                    ),
                )


def _means(found: str, name: str, names: Sequence[str]) -> bool:
    if found in names or found.startswith(_BESIDE):
        return False
    stem, _, suffix = found.casefold().rpartition(".")
    own, _, usual = name.rpartition(".")
    stems = [each.rpartition(".")[0] for each in names if each.endswith(f".{usual}")]
    return stem == own or (suffix == usual and nearest(stem, stems) == own)


def _entries(place: Path) -> list[str]:
    try:
        return sorted(path.name for path in place.iterdir())
    except OSError as cause:
        raise _unreadable(place, cause) from cause


def find(form: str, suffix: str, lang: Lang, folder: Path | None = None) -> Path:
    """Return the template of `form`, e.g. `find("charter", ".docx", Lang.ZH)`.

    In the user's `folder` it may stand as `zh-CN/charter.docx` or `charter.docx`; a form that is not there comes
    from the bundled templates. TemplateError when one is there but is no file, or none is found at all.
    """
    name = f"{form}{suffix}"
    own: list[Path] = [] if folder is None else [folder / lang / name, folder / name]
    for path in (*own, bundled() / lang / name):
        if _mode(path, stat.S_ISREG):
            return path
        if _exists(path):
            raise TemplateError(
                Text(f"模板 {path} 不是文件", f"the template {path} is not a file"),
                Text("请换成 Word 或 Excel 文件", "put a Word or Excel file in its place"),
            )
    raise TemplateError(
        Text(f"没有 {lang} 的模板 {name}", f"there is no template {name} for {lang}"),
        Text("请重新安装 collabkit", "install collabkit again"),
    )


def _exists(path: Path) -> bool:
    # A link that leads nowhere is there too: somebody meant it to be the template.
    return _mode(path, lambda _: True) or path.is_symlink()


def _mode(path: Path, is_kind: Callable[[int], bool]) -> bool:
    """Return whether there is something of this kind at `path`; TemplateError when that cannot be seen."""
    try:
        return is_kind(path.stat().st_mode)
    except (FileNotFoundError, NotADirectoryError):
        return False
    except OSError as cause:
        raise _unreadable(path, cause) from cause


def _unreadable(path: Path, cause: OSError) -> TemplateError:
    return TemplateError(
        Text(f"无法读取模板 {path}：", f"cannot read the template {path}: ") + refusal(cause),
        Text("请检查它的权限", "check its permissions"),
    )
