"""collabkit: run a cross-department project from one YAML file. docs/api.md shows what can be called from Python."""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

_HOME = {
    "Column": "status_report",
    "Finding": "finding",
    "InputError": "errors",
    "Lang": "lang",
    "Light": "model",
    "Loaded": "api",
    "OutputError": "errors",
    "Overview": "status_report",
    "Reason": "status_report",
    "Rendered": "rendering",
    "Rule": "finding",
    "Severity": "finding",
    "Stage": "model",
    "Status": "status_report",
    "Table": "status_report",
    "TemplateError": "errors",
    "Text": "lang",
    "UsageError": "errors",
    "UserError": "errors",
    "check": "api",
    "load": "api",
    "loads": "api",
    "render": "api",
    "schema": "api",
    "status": "api",
}

__all__ = [
    "Column",
    "Finding",
    "InputError",
    "Lang",
    "Light",
    "Loaded",
    "OutputError",
    "Overview",
    "Reason",
    "Rendered",
    "Rule",
    "Severity",
    "Stage",
    "Status",
    "Table",
    "TemplateError",
    "Text",
    "UsageError",
    "UserError",
    "__version__",
    "check",
    "load",
    "loads",
    "render",
    "schema",
    "status",
]

if TYPE_CHECKING:
    from collabkit.api import Loaded, check, load, loads, render, schema, status
    from collabkit.errors import InputError, OutputError, TemplateError, UsageError, UserError
    from collabkit.finding import Finding, Rule, Severity
    from collabkit.lang import Lang, Text
    from collabkit.model import Light, Stage
    from collabkit.rendering import Rendered
    from collabkit.status_report import Column, Overview, Reason, Status, Table
else:

    def __getattr__(name: str) -> object:
        """Import what is asked for; `import collabkit` alone costs nothing."""
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        from importlib import import_module

        return getattr(import_module(f"collabkit.{_HOME[name]}"), name)


def __dir__() -> list[str]:
    """Return the public names."""
    return sorted(__all__)
