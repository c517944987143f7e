"""A template compiled: it gives a text, or an error that names the tag it happened at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

import jinja2

from collabkit.engines.tags.allowance import Allowance
from collabkit.engines.tags.bounds import ALLOWANCE, bounded
from collabkit.engines.tags.language import Language, not_understood
from collabkit.engines.tags.tag import Tag
from collabkit.engines.tags.uses import Use, uses
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


@dataclass(frozen=True, slots=True)
class Compiled:
    """The source of a template, compiled: what fills it, the tag on each line where one begins, and the fields used."""

    template: jinja2.Template
    lines: Mapping[int, Tag]
    uses: tuple[Use, ...]

    def run(self, names: Mapping[str, Any], allowance: Allowance) -> str:
        """Return what the template gives for these names. Raises TemplateError, with the place where one is known."""
        context = self.template.new_context({**names, ALLOWANCE: allowance})
        try:
            return "".join(self.template.root_render_func(context))
        except _FAILURES as cause:
            raise self._failed(cause) from cause

    def _failed(self, cause: Exception) -> TemplateError:
        tag, trace = None, cause.__traceback__
        while trace is not None:
            if trace.tb_frame.f_globals.get("__jinja_template__") is self.template:
                tag = self.lines.get(self.template.get_corresponding_lineno(trace.tb_lineno)) or tag
            trace = trace.tb_next
        message, hint = _said(cause)
        return tag.error(message, hint) if tag else TemplateError(message, hint)


def compiled(language: Language, source: str, lines: Mapping[int, Tag], name: str) -> Compiled:
    """Return a source whose tags have been checked, compiled under `name`; a located TemplateError when unsound."""
    try:
        tree = language.parse(source)
    except jinja2.TemplateSyntaxError as cause:
        raise not_understood(lines[cause.lineno], cause) from cause
    found = tuple(uses(tree, lambda line: lines[line]))
    code = language.compile(bounded(tree), name, name)
    return Compiled(jinja2.Template.from_code(language, code, {}), lines, found)


def _said(cause: Exception) -> tuple[Text, Text | None]:
    if isinstance(cause, UnfitError):
        return cause.message, cause.hint
    if isinstance(cause, jinja2.UndefinedError):
        return Text("这里没有数据", "there is no data here"), Text("请用 {% if … %} 包住它", "put {% if … %} around it")
    return Text("这里的值不能这样比较或计算", "these values cannot be compared or calculated like this"), None
