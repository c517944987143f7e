"""What is said of a workbook whose parts cannot be used."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from collabkit.engines.opc.markup import PartError
from collabkit.errors import TemplateError
from collabkit.lang import Text


@contextmanager
def whole(template: str) -> Iterator[None]:
    """Say that `template` is damaged where one of its parts cannot be used."""
    try:
        yield
    except PartError as cause:
        raise TemplateError(
            Text(f"模板 {template} 已损坏：{cause.part} ", f"template {template} is damaged: {cause.part} ")
            + cause.reason,
            Text("请在 Excel 中打开并重新另存为 .xlsx", "open it in Excel and save it as .xlsx again"),
        ) from cause
