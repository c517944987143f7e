"""docs/forms.md: every form, and the fields that its template can show."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from collabkit.engines.tags.view_fields import view_fields
from collabkit.forms.form import Form
from collabkit.forms.registry import forms
from collabkit.lang import Lang, Text
from docs import NOTE, SUFFIX

_TITLE = Text("# 表单", "# Forms")
_INTRO = Text(
    """`collabkit render` 渲染的表单。下面列出每张表单模板里可以使用的全部字段：在 Word 里写作 `{{ 字段 }}`，
`列表[].字段` 属于逐行重复的行（Word 用 `{%tr for 项 in 列表 %}`，Excel 直接写 `{{ 列表[].字段 }}`）。
模板怎么改，见[模板](templates.zh-CN.md)。
""",
    """The forms that `collabkit render` writes. Below each form: every field its template can show. In Word a field is
written `{{ field }}`; `list[].field` belongs to a row that is repeated (`{%tr for item in list %}` in Word, simply
`{{ list[].field }}` in Excel). How to change a template: [templates](templates.md).
""",
)
_HEAD = Text(
    "| 键 | 编号 | 表单 | 格式 | 用途 |",
    "| key | number | form | format | purpose |",
)


def pages() -> Mapping[str, str]:
    """Return the pages of both languages by path."""
    return {f"docs/forms{SUFFIX[lang]}.md": "\n".join(_page(lang)) for lang in Lang}


def _page(lang: Lang) -> Iterator[str]:
    yield NOTE[lang] + _TITLE.to(lang) + "\n"
    yield _INTRO.to(lang)
    yield f"{_HEAD.to(lang)}\n|---|---|---|---|---|"
    for form in forms():
        cells = (f"`{form.key}`", form.number, form.title.to(lang), f".{form.suffix}", form.purpose.to(lang))
        yield "| " + " | ".join(cells) + " |"
    yield ""
    yield from (_fields(form, lang) for form in forms() if form.suffix != "txt")


def _fields(form: Form, lang: Lang) -> str:
    names = "\n".join(sorted(view_fields(form.view)))
    return f"## {form.number} {form.title.to(lang)}\n\n```text\n{names}\n```\n"
