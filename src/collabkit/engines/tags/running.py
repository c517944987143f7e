"""Runs a compiled template: a text, or an error that names the tag it happened at."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import jinja2

from collabkit.engines.tags.allowance import Allowance
from collabkit.engines.tags.bounds import ALLOWANCE
from collabkit.engines.tags.tag import Tag
from collabkit.engines.tags.values import UnfitError
from collabkit.errors import TemplateError
from collabkit.lang import Text

_FAILURES: Final = (
    jinja2.TemplateError,
    UnfitError,
    TypeError,
    ValueError,
    ArithmeticError,
    LookupError,
    AttributeError,
    RecursionError,
)


def run(
    template: jinja2.Template, names: Mapping[str, Any], allowance: Allowance, tag_on: Callable[[int], Tag | None]
) -> str:
    """Return what the template gives for these names; `tag_on` knows the tag on a line of its source.

    Raises TemplateError, with the place where one is known.
    """
    context = template.new_context({**names, ALLOWANCE: allowance})
    try:
        return "".join(template.root_render_func(context))
    except _FAILURES as cause:
        raise _failed(template, cause, tag_on) from cause


def _failed(template: jinja2.Template, cause: Exception, tag_on: Callable[[int], Tag | None]) -> TemplateError:
    tag, trace = None, cause.__traceback__
    while trace is not None:
        if trace.tb_frame.f_globals.get("__jinja_template__") is template:
            tag = tag_on(template.get_corresponding_lineno(trace.tb_lineno)) or tag
        trace = trace.tb_next
    message, hint = _said(cause)
    return tag.error(message, hint) if tag else TemplateError(message, hint)


def _said(cause: Exception) -> tuple[Text, Text | None]:
    if isinstance(cause, UnfitError):
        return cause.message, cause.hint
    if isinstance(cause, jinja2.UndefinedError):
        return Text("这里没有数据", "there is no data here"), Text("请用 {% if … %} 包住它", "put {% if … %} around it")
    return Text("这里的值不能这样比较或计算", "these values cannot be compared or calculated like this"), None
