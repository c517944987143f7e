"""collabkit: run a cross-department project from one YAML file."""

from typing import TYPE_CHECKING, Any

__version__ = "0.1.0"

__all__ = ["Lang", "Loaded", "__version__", "check", "load", "loads", "render", "schema", "status"]

if TYPE_CHECKING:
    from collabkit.api import Loaded, check, load, loads, render, schema, status
    from collabkit.lang import Lang


def __getattr__(name: str) -> Any:
    """Import what is asked for; `import collabkit` alone costs nothing."""
    if name not in __all__:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    from collabkit import api

    return getattr(api, name)
