"""Every command, in the order of the help; each is a file of this folder with a COMMAND."""

from __future__ import annotations

import inspect
from collections.abc import Mapping
from functools import cache
from importlib import import_module
from typing import get_args

from collabkit.cli.options import Argument, Command, Option

NAMES = ("init", "check", "render", "status", "explain", "rules", "forms", "schema")


@cache
def command(name: str) -> Command:
    """Return the command called `name`."""
    found: Command = import_module(f"collabkit.cli.{name}").COMMAND
    return found


def commands() -> tuple[Command, ...]:
    """Return every command."""
    return tuple(command(name) for name in NAMES)


def parameters(command: Command) -> Mapping[str, inspect.Parameter]:
    """Return what a command takes besides the run, with its marks."""
    found = inspect.signature(command.function, eval_str=True).parameters
    return {name: parameter for name, parameter in found.items() if mark_of(parameter)}


def mark_of(parameter: inspect.Parameter) -> Argument | Option | None:
    """Return how a command's parameter is described."""
    return next((mark for mark in get_args(parameter.annotation)[1:] if isinstance(mark, Argument | Option)), None)
