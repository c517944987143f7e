"""Every command, in the order of the help; each is a file of this folder with a COMMAND."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from collabkit.cli.options import COMPLETION, HELP, SHARED, VERSION, Argument, Command, Option

NAMES = ("init", "check", "render", "status", "explain", "rules", "forms", "schema")


@cache
def command(name: str) -> Command:
    """Return the command called `name`."""
    found: Command = import_module(f"collabkit.cli.{name}").COMMAND
    return found


def commands() -> tuple[Command, ...]:
    """Return every command."""
    return tuple(command(name) for name in NAMES)


def taken(name: str | None) -> tuple[Argument | Option, ...]:
    """Return all that the command called `name` takes; without a name, what `collabkit` itself takes."""
    if name is None:
        return (*SHARED.values(), HELP, VERSION, *COMPLETION)
    return (*command(name).takes, *SHARED.values(), HELP)
