"""`collabkit render`: the forms as Word and Excel files."""

import shlex
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

from collabkit.cli.context import Context
from collabkit.cli.options import TODAY, Command, Option
from collabkit.cli.outputs import folders
from collabkit.cli.projects import FILES, Projects
from collabkit.errors import InputError, UserError
from collabkit.forms.registry import SCOPES, asked_for
from collabkit.forms.scope import NAMINGS, Scope
from collabkit.lang import Lang, Text, listing, same
from collabkit.terminal.display_width import visible

if TYPE_CHECKING:
    from collabkit.cli.program import Program
    from collabkit.rendering import Rendered
    from collabkit.reporters.report import Checked

FORMATS = ("text", "json")


def form_keys() -> list[str]:
    """Return the key of every form, for a shell to complete."""
    return list(SCOPES)


_FORM = Option(
    ("--form",),
    Text("只生成这种表单", "only this form"),
    Text("<表单>", "<form>"),
    complete=form_keys,
    default=Text("项目已有数据的全部表单", "all that the project has data for"),
    many=True,
)
_OUT = Option(
    ("--out",),
    Text(
        "写到哪个文件夹；多个项目时，每个项目在其中各有一个",
        "folder to write to; several projects get a folder each in it",
    ),
    Text("<文件夹>", "<folder>"),
    parse=Path,
    default=same("out"),
)
_RECONSTRUCT = Option(
    ("--reconstruct",),
    Text("过期的周报按现有数据回推，页面会注明", "past weeks from today's data; the pages say so"),
)
_TEMPLATES = Option(
    ("--templates",),
    Text("自己的模板所在的文件夹，其中没有的用自带的", "folder of your own templates; the bundled ones fill in"),
    Text("<文件夹>", "<folder>"),
    parse=Path,
)
_FORMAT = Option(
    ("--format",), Text("输出格式", "output format"), Text("<格式>", "<format>"), FORMATS, default=same("text")
)
_WRITTEN = Text("已写 {} 个文件", "{} files written")


def _about(scope: Scope) -> Option:
    naming, keys = NAMINGS[scope], listing(asked_for().get(scope, ()))
    return Option((f"--{scope}",), keys + Text("：", ": ") + naming.help, naming.value, default=naming.default)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What the command line asks for."""

    today: date
    forms: tuple[str, ...]
    lang: Lang | None
    about: Mapping[Scope, str]
    reconstruct: bool
    templates: Path | None


@dataclass(frozen=True, slots=True)
class _Job:
    """A project, where its forms go, and what has been written of them."""

    checked: "Checked"
    folder: Path
    written: "list[Rendered]"


def register(program: "Program") -> None:
    """Add `render` to `program`."""
    run, option = program.run, program.option

    def about(scope: Scope) -> Any:
        # What no form is about is not offered; who asks for it all the same hears so.
        return option(_about(scope), hidden=scope not in asked_for())

    @program.command(COMMAND)
    def render(
        files: Annotated[list[str] | None, program.argument(FILES)] = None,
        forms: Annotated[list[str] | None, option(_FORM)] = None,
        out: Annotated[Path, option(_OUT)] = Path("out"),
        week: Annotated[str | None, about(Scope.WEEK)] = None,
        issue: Annotated[str | None, about(Scope.ISSUE)] = None,
        meeting: Annotated[str | None, about(Scope.MEETING)] = None,
        change: Annotated[str | None, about(Scope.CHANGE)] = None,
        task: Annotated[str | None, about(Scope.TASK)] = None,
        department: Annotated[str | None, about(Scope.DEPARTMENT)] = None,
        reconstruct: Annotated[bool, option(_RECONSTRUCT)] = False,
        today: Annotated[str | None, option(TODAY)] = None,
        templates: Annotated[Path | None, option(_TEMPLATES)] = None,
        format_: Annotated[str, option(_FORMAT)] = "text",
    ) -> int:
        from collabkit.rendering import check_forms

        wanted = tuple(forms or ())
        check_forms(wanted)
        given = zip(NAMINGS, (week, issue, meeting, change, task, department), strict=True)
        names = {scope: name for scope, name in given if name is not None}
        asked = _Asked(run.today(today), wanted, run.asked, names, reconstruct, templates)
        projects = Projects(run, files or ())
        jobs = _render(run, projects, asked, out, as_json=format_ == "json")
        _note_next(run, projects, jobs, (files or (), today))
        return projects.close()


def _render(run: Context, projects: Projects, asked: _Asked, out: Path, *, as_json: bool) -> list[_Job]:
    """Write the forms of a project to `out`, of several to a folder each in it, and tell so; return what was done."""
    jobs: list[_Job] = []
    written = _written(run, projects, asked, folders(projects.names, out), jobs)
    if as_json:
        _wait(written, run)
        projects.tell()
        _as_json(run, jobs)
    else:
        _as_text(run, projects, written, jobs)
    return jobs


def _written(
    run: Context, projects: Projects, asked: _Asked, outputs: Mapping[str, Path], jobs: list[_Job]
) -> "Iterator[Rendered]":
    """Yield every form as it is written; `jobs` gets every project, and `projects` is told of those that fail."""
    from collabkit import api, rendering

    for loaded in projects:
        name = loaded.source.name
        checked = api.checked(loaded, today=asked.today)
        try:
            plan = loaded.in_full(asked.today)
        except InputError as error:
            hint = Text("先改正以上各处，再生成", "mend what is shown above, then render again")
            projects.fail(InputError(error.message, hint), name, _unread(run, checked, loaded.unread))
            continue
        job = _Job(checked, outputs[name], [])
        jobs.append(job)
        try:
            for rendered in rendering.render(
                plan,
                out=job.folder,
                lang=asked.lang or plan.project.language,
                forms=asked.forms,
                about=asked.about,
                reconstruct=asked.reconstruct,
                templates=asked.templates,
            ):
                job.written.append(rendered)
                yield rendered
        except UserError as error:
            projects.fail(error, name)
            if not job.written:
                jobs.remove(job)


def _unread(run: Context, checked: "Checked", rules: Collection[str]) -> Iterator[str]:
    """Yield the findings of `rules` line by line: a form would silently lack what they left out."""
    from collabkit.reporters import text

    look = run.look(run.err)
    unread = [finding for finding in checked.findings if finding.rule.name in rules]
    for finding in unread[: look.most]:
        yield from (*text.block(finding, checked.source, look), "")


def _wait(written: "Iterable[Rendered]", run: Context) -> None:
    for _ in run.watch(written, _WRITTEN):
        pass


def _as_text(run: Context, projects: Projects, written: "Iterable[Rendered]", jobs: Sequence[_Job]) -> None:
    if run.out.isatty():
        for rendered in written:
            projects.tell()
            if len(projects) > 1 and len(jobs[-1].written) == 1:
                _head(run, jobs[-1])
            _tell(run, rendered)
    else:
        try:
            _wait(written, run)
        finally:
            # A reader that stops reading, such as `head`, does not stop the forms from being written.
            projects.tell()
            for job in jobs:
                if len(projects) > 1:
                    _head(run, job)
                for rendered in job.written:
                    _tell(run, rendered)
    for job in jobs:
        if not job.written:
            name = visible(job.checked.source.name)
            run.note(Text(f"{name} 还没有可以填进表单的数据", f"{name} has no data for any form yet"))


def _head(run: Context, job: _Job) -> None:
    run.print(f"{visible(job.checked.source.name)} → {visible(str(job.folder))}")


def _tell(run: Context, rendered: "Rendered") -> None:
    shown = visible(str(rendered.path))
    size = _size(rendered.path)
    run.print(Text(f"已写入 {shown}（{size}）", f"wrote {shown} ({size})"))


def _as_json(run: Context, jobs: Iterable[_Job]) -> None:
    from collabkit.reporters.document import document

    files = [
        {
            "project": job.checked.source.name,
            "form": rendered.form,
            "language": rendered.language.value,
            "path": str(rendered.path),
        }
        for job in jobs
        for rendered in job.written
    ]
    if jobs:
        run.print(document({"files": files}, run.look()))


def _note_next(run: Context, projects: Projects, jobs: Sequence[_Job], typed: tuple[Sequence[str], str | None]) -> None:
    """Say what the findings of each project are, or what to do next, as of the day that was `typed`."""
    from collabkit.api import check_command
    from collabkit.reporters.report import tally
    from collabkit.reporters.summary import counted

    files, today = typed
    day = f" --today {shlex.quote(today)}" if today else ""
    clean = True
    for job in jobs:
        parts = [counted(severity, number) for severity, number in tally([job.checked]).items() if number]
        if parts:
            clean = False
            command = visible(check_command(*(files if len(projects) == 1 else (job.checked.source.name,)))) + day
            found = Text("，".join(part.zh for part in parts), ", ".join(part.en for part in parts))
            run.note(Text(f"检查发现 {found.zh}：{command}", f"check found {found.en}: {command}"))
    if jobs and clean:
        command = visible(shlex.join(["collabkit", "status", *files])) + day
        run.note(Text(f"下一步：{command}", f"next: {command}"))


def _size(path: Path) -> str:
    size = path.stat().st_size
    return f"{max(round(size / 1024), 1)} KB" if size >= 1024 else f"{size} B"


COMMAND = Command(
    "render",
    Text("生成 Word 和 Excel 表单", "write the forms as Word and Excel files"),
    Text(
        "把项目文件填进各种表单。还没写的必填项印成「待填写」；同样的输入、同样的日期，得到同样的文件。",
        "Fills the forms from the project file. What is required and missing is printed as 'to be filled in'; the "
        "same input on the same day gives the same files.",
    ),
    (
        ("collabkit render", Text("生成全部表单", "write all forms")),
        (
            "collabkit render projects",
            Text("文件夹下所有项目，各写到 out/ 下一个文件夹", "every project below a folder, to a folder each"),
        ),
        ("collabkit render --form weekly --week 2026-W12", Text("第 12 周的周报", "the report of week 12")),
        ("collabkit render --language en --out out/en", Text("生成英文表单", "in English")),
    ),
    (FILES, _FORM, _OUT, *map(_about, asked_for()), _RECONSTRUCT, TODAY, _TEMPLATES, _FORMAT),
    register,
)
