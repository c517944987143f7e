"""`collabkit render`: the forms as Word and Excel files."""

from __future__ import annotations

import json
import shlex
from collections.abc import Collection, Iterable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

from collabkit.cells import visible
from collabkit.cli.options import Command, File, Option, Today
from collabkit.cli.run import Run
from collabkit.errors import InputError
from collabkit.lang import Text

if TYPE_CHECKING:
    from collabkit.rendering import Rendered
    from collabkit.reporters.report import Checked

FORMATS = ("text", "json")


def form_keys() -> list[str]:
    """Return the key of every form, for a shell to complete."""
    from collabkit.forms import FORMS

    return [form.key for form in FORMS]


_FORM = Option(
    ("--form",),
    Text("只生成这种表单", "only this form"),
    Text("<表单>", "<form>"),
    complete=form_keys,
    default=Text("项目已有数据的全部表单", "all that the project has data for"),
)
_OUT = Option(("--out",), Text("写到哪个文件夹", "folder to write to"), Text("<文件夹>", "<folder>"), parse=Path)
_WEEK = Option(
    ("--week",),
    Text("周报是哪一周的，如 2026-W12", "week of the weekly report, such as 2026-W12"),
    Text("<周>", "<week>"),
    default=Text("--today 所在的周", "the week of --today"),
)
_ISSUE = Option(
    ("--issue",),
    Text("决议表只写这个问题", "resolution sheet of this issue only"),
    Text("<编号>", "<id>"),
)
_TEMPLATES = Option(
    ("--templates",),
    Text("自己的模板所在的文件夹，其中没有的用自带的", "folder of your own templates; the bundled ones fill in"),
    Text("<文件夹>", "<folder>"),
    parse=Path,
)
_FORMAT = Option(("--format",), Text("输出格式", "output format"), Text("<格式>", "<format>"), FORMATS)


def render(
    run: Run,
    file: File = None,
    forms: Annotated[tuple[str, ...], _FORM] = (),
    out: Annotated[Path, _OUT] = Path("out"),
    week: Annotated[str | None, _WEEK] = None,
    issue: Annotated[str | None, _ISSUE] = None,
    today: Today = None,
    templates: Annotated[Path | None, _TEMPLATES] = None,
    format_: Annotated[str, _FORMAT] = "text",
) -> int:
    """Write the forms of a project file to `out`; return 0."""
    from collabkit import api
    from collabkit.cli import projects
    from collabkit.cli.progress import watched

    day = run.today(today)
    loaded = projects.read(file)
    run = run.speaking(loaded.language)
    checked = api.checked(loaded, today=day)
    _refuse_unreadable(run, checked, loaded.unread)
    written = api.render(
        loaded, today=day, out=out, forms=forms, lang=run.asked, week=week, issue=issue, templates=templates
    )
    if format_ == "json":
        _as_json(run, watched(written, run))
    else:
        _as_text(run, written if run.out.isatty() else watched(written, run))
    _note_findings(run, checked, file)
    return 0


def _refuse_unreadable(run: Run, checked: Checked, rules: Collection[str]) -> None:
    """Raise InputError, the findings of `rules` told: a form would silently lack what they left out."""
    from collabkit.reporters import text

    look = run.look(run.err)
    unread = [finding for finding in checked.findings if finding.rule.name in rules]
    if not unread:
        return
    for finding in unread[: look.most]:
        for line in (*text.block(finding, checked.source, look), ""):
            run.note(line)
    name = checked.source.name
    raise InputError(
        Text(
            f"{name} 有 {len(unread)} 处读不懂，没有写任何文件", f"{name} cannot be read in full; nothing was written"
        ),
        Text("先改正以上各处，再生成", "mend what is shown above, then render again"),
    )


def _as_text(run: Run, written: Iterable[Rendered]) -> None:
    told: list[Rendered] = []
    try:
        for rendered in written:
            told.append(rendered)
            if run.out.isatty():
                _tell(run, rendered)
    finally:
        # A reader that stops reading, such as `head`, does not stop the forms from being written.
        for rendered in told if not run.out.isatty() else ():
            _tell(run, rendered)
    if not told:
        run.note(Text("项目还没有可以填进表单的数据", "the project has no data for any form yet"))


def _tell(run: Run, rendered: Rendered) -> None:
    shown = visible(str(rendered.path))
    size = _size(rendered.path)
    run.print(Text(f"已写入 {shown}（{size}）", f"wrote {shown} ({size})"))


def _as_json(run: Run, written: Iterable[Rendered]) -> None:
    files = [
        {"form": rendered.form, "language": rendered.language.value, "path": str(rendered.path)} for rendered in written
    ]
    run.print(json.dumps({"files": files}, indent=2, ensure_ascii=not run.look().unicode))


def _note_findings(run: Run, checked: Checked, file: str | None) -> None:
    from collabkit.reporters.report import tally
    from collabkit.reporters.summary import counted

    command = " ".join(["collabkit check", *([shlex.quote(file)] if file else [])])
    parts = [counted(severity, number) for severity, number in tally([checked]).items() if number]
    if not parts:
        run.note(Text("下一步：collabkit status", "next: collabkit status"))
        return
    found = Text("，".join(part.zh for part in parts), ", ".join(part.en for part in parts))
    run.note(Text(f"检查发现 {found.zh}：{command}", f"check found {found.en}: {command}"))


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{max(round(size / 1024), 1)} KB" if size >= 1024 else f"{size} B"


COMMAND = Command(
    render,
    Text("生成 Word 和 Excel 表单", "write the forms as Word and Excel files"),
    Text(
        "把项目文件填进各种表单。还没写的必填项印成「待填写」；同样的输入、同样的日期，得到同样的文件。",
        "Fills the forms from the project file. What is required and missing is printed as 'to be filled in'; the "
        "same input on the same day gives the same files.",
    ),
    (
        ("collabkit render", Text("生成全部表单", "write all forms")),
        ("collabkit render --form weekly --week 2026-W12", Text("第 12 周的周报", "the report of week 12")),
        ("collabkit render --language en --out out/en", Text("生成英文表单", "in English")),
    ),
)
