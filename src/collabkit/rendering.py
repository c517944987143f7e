"""A plan as files: the forms that were asked for, filled and written to one folder."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

from collabkit import templates as places
from collabkit.errors import UsageError
from collabkit.forms import registry
from collabkit.forms.form import Choice, Form, Item
from collabkit.forms.formatter import Formatter
from collabkit.forms.registry import asked_for
from collabkit.forms.scope import NAMINGS, Scope
from collabkit.lang import Lang, Text, listing
from collabkit.nearest import nearest
from collabkit.plan import Plan
from collabkit.plan.control import control

# A blank between Chinese and Latin is typography, not a break between words.
_BLANK = re.compile(r"\s+(?=[\u3400-\u9fff])|(?<=[\u3400-\u9fff])\s+")

NOTHING: Mapping[Scope, str] = MappingProxyType({})
MOST_BYTES = 100
"""Bytes of a file name that a project's name may take: with the rest it stays below the 255 of file systems."""


@dataclass(frozen=True, slots=True)
class Rendered:
    """A form that was written."""

    form: str
    language: Lang
    path: Path


@dataclass(frozen=True, slots=True)
class _Document:
    """A filled form that is to be written."""

    form: Form
    name: str
    data: bytes


def check_forms(keys: Iterable[str]) -> None:
    """Raise UsageError for a key that no form has, with the nearest one."""
    for key in keys:
        _form(key)


def render(
    plan: Plan,
    *,
    out: Path,
    lang: Lang,
    forms: Sequence[str] = (),
    about: Mapping[Scope, str] = NOTHING,
    reconstruct: bool = False,
    templates: Path | None = None,
) -> Iterator[Rendered]:
    """Write the forms named by `forms`, else all that the plan has data for, to `out`, all or none; yield each.

    `about` names the week, issue and so on whose document is wanted of the forms that have several. Everything is
    filled before the first file is written. Raises UsageError for a form or a name that does not exist, TemplateError
    for a template that cannot be filled, OutputError for a file that cannot be written; all files are then as before.
    """
    from collabkit.files import check_inside, make_folder, write_together

    chosen = [(each, Choice(about.get(each.scope), reconstruct)) for each in _chosen(plan, forms, about)]
    filled = list(_documents(plan, chosen, lang, templates))
    folder = make_folder(out, Text("请用 --out 指定另一个文件夹", "choose another folder with --out"))
    names: set[str] = set()
    named = {_unused(document.name, names): document for document in filled}
    for name in named:
        check_inside(folder, out / name)
    write_together(out, {name: document.data for name, document in named.items()})
    for name, document in named.items():
        yield Rendered(document.form.key, lang, out / name)


def _chosen(plan: Plan, keys: Sequence[str], about: Mapping[Scope, str]) -> list[Form]:
    """Return the forms to render, each once, in the order of the method."""
    wanted = {_form(key).key for key in keys} or {form.key for form in registry.forms() if form.has_data(plan)}
    for scope, name in about.items():
        its = asked_for().get(scope, ())
        # Who names a week or an issue wants its form, and hears why when it cannot be.
        wanted |= set() if keys else set(its)
        if wanted.isdisjoint(its):
            raise _about_no(scope, name, keys, its)
    return [form for form in registry.forms() if form.key in wanted]


def _about_no(scope: Scope, name: str, keys: Sequence[str], its: Sequence[str]) -> UsageError:
    """Return the error of asking for the document about `name` where no form called `keys` has one."""
    noun = NAMINGS[scope].noun
    if not its:
        known = [NAMINGS[each].noun for each in asked_for()]
        return UsageError(
            Text(f"没有按{noun.zh}填写的表单", f"no form is about a single {noun.en}"),
            Text("可以指定：", "one can be chosen of each: ")
            + Text("、".join(each.zh for each in known), ", ".join(each.en for each in known)),
        )
    wrong, right = listing(keys), listing(its)
    return UsageError(
        Text(f"{wrong.zh} 不分{noun.zh}，不能指定「{name}」", f"no {noun.en} can be chosen for {wrong.en}: '{name}'"),
        Text(f"去掉它，或加上表单 {right.zh}", f"leave it out, or add the form {right.en}"),
    )


def _form(key: str) -> Form:
    found = registry.find(key)
    if found is None:
        keys = list(registry.SCOPES)
        known = Text("可用的表单：", "forms: ") + listing(keys, most=len(keys))
        guess = nearest(key, keys)
        meant = Text(f"是不是 {guess}？", f"did you mean {guess}? ") if guess else Text("", "")
        raise UsageError(Text(f"没有表单 {key}", f"there is no form {key}"), meant + known)
    return found


def _documents(
    plan: Plan, chosen: Sequence[tuple[Form, Choice]], lang: Lang, folder: Path | None
) -> Iterator[_Document]:
    if folder is not None:
        places.check_folder(folder, lang, _names(registry.forms()), _names(form for form, _ in chosen))
    for form, choice in chosen:
        template = places.find(form.key, f".{form.suffix}", lang, folder)
        for item in form.items(plan, choice):
            view = form.build(plan, lang, item)
            name = f"{file_name(plan, form, item, lang)}.{form.suffix}"
            yield _Document(form, name, _fill(form, item, template, view, plan, lang))


def _names(chosen: Iterable[Form]) -> list[str]:
    return [f"{form.key}.{form.suffix}" for form in chosen]


def _fill(form: Form, item: Item, template: Path, view: Any, plan: Plan, lang: Lang) -> bytes:
    project, page = plan.project, Formatter(plan, lang)
    title = f"{form.title.to(lang)} - {project.about.name}"
    # Engines are imported when a form needs them: an office library takes longer to load than a form to fill.
    if form.suffix == "docx":
        from collabkit.engines import word

        author = page.person(control(plan, form.key, item.name).author) or ""
        return word.load(template).fill(view, title=title, author=author, modified=plan.today)
    if form.suffix == "xlsx":
        from collabkit.engines import excel

        stamp = excel.Stamp(form.key, project.about.name, project.about.code or "", lang, plan.today, form.ids)
        return excel.load(template).fill(view, stamp=stamp, title=title)
    from collabkit.engines import text

    return text.load(template).fill(view)


def file_name(plan: Plan, form: Form, item: Item, lang: Lang) -> str:
    """Return the name of a document without its suffix, such as `01-项目启动信息表-智能手环V2.0-V1.0`."""
    title = form.title.to(lang) if lang is Lang.ZH else form.title.en.lower()
    version = f"V{control(plan, form.key, item.name).version}" if form.versioned else ""
    # Beside the report that was issued in its week, never in its place.
    mark = Text("回推", "reconstructed").to(lang) if item.reconstructed else ""
    parts = (form.number.removeprefix("F"), title, plan.project.about.name, item.name, version, mark)
    most = (20, 60, MOST_BYTES, 40, 20, 20)
    return "-".join(part for part in map(_slug, parts, most) if part)


def _slug(text: str, most: int) -> str:
    """Return `text` as a part of a file name: letters, digits and marks of any script, at most `most` bytes."""
    close = _BLANK.sub("", unicodedata.normalize("NFC", text))
    kept = [
        character if unicodedata.category(character)[0] in "LNM" or character in "._" else "-" for character in close
    ]
    words = "-".join(word for word in "".join(kept).split("-") if word.strip("._"))
    return words.encode()[:most].decode(errors="ignore").strip("-._")


def _unused(name: str, names: set[str]) -> str:
    """Return `name`, numbered when a file of this run has it already, whatever the case of its letters."""
    stem, dot, suffix = name.rpartition(".")
    number, free = 1, name
    while unicodedata.normalize("NFKC", free).casefold() in names:
        number += 1
        free = f"{stem}-{number}{dot}{suffix}"
    names.add(unicodedata.normalize("NFKC", free).casefold())
    return free
