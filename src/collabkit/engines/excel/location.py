"""Where in a workbook's template something stands: `Sheet!B5`."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.errors import TemplateError
from collabkit.lang import Text


@dataclass(frozen=True, slots=True)
class CellLocation:
    """Where something stands in a template, for messages."""

    template: str
    sheet: str
    cell: str = ""

    def __str__(self) -> str:
        return f"{self.sheet}!{self.cell}" if self.cell else self.sheet

    def error(self, what: Text, hint: Text | None = None) -> TemplateError:
        """Return an error that names this place and says `what`."""
        return TemplateError(
            Text(f"模板 {self.template} 的 {self}：", f"template {self.template}, {self}: ") + what, hint
        )
