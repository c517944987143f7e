"""Where a form's template is: the user's folder first, then the bundled one."""

from __future__ import annotations

from pathlib import Path

from collabkit.errors import TemplateError
from collabkit.lang import Lang, Text

_HERE = Path(__file__).resolve().parent


def bundled() -> Path:
    """Return the folder of the bundled templates: inside the installed package, else beside its sources."""
    installed = _HERE / "_templates"
    return installed if installed.is_dir() else _HERE.parents[1] / "templates"


def find(form: str, suffix: str, lang: Lang, folder: Path | None = None) -> Path:
    """Return the template of `form`, e.g. `find("charter", ".docx", Lang.ZH)`.

    In the user's `folder` it may stand as `zh-CN/charter.docx` or `charter.docx`; a form that is not there comes
    from the bundled templates. TemplateError when `folder` is no folder or no template is found at all.
    """
    if folder is not None and not folder.is_dir():
        raise TemplateError(
            Text(f"找不到模板文件夹 {folder}", f"there is no template folder {folder}"),
            Text(
                "请检查 --templates，或不用它以使用内置模板",
                "check --templates, or leave it out to use the bundled templates",
            ),
        )
    name = f"{form}{suffix}"
    own: list[Path] = [] if folder is None else [folder / lang / name, folder / name]
    for path in (*own, bundled() / lang / name):
        if path.is_file():
            return path
    raise TemplateError(
        Text(f"没有 {lang} 的模板 {name}", f"there is no template {name} for {lang}"),
        Text("请重新安装 collabkit", "install collabkit again"),
    )
