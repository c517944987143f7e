"""The commands, and the typer app that reads their command lines."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Sequence
from functools import partial
from typing import Annotated, Any, get_args, get_origin

import typer
from typer.core import TyperCommand, TyperGroup

from collabkit import __version__
from collabkit.cli import help as pages
from collabkit.cli import usage
from collabkit.cli.context import Context
from collabkit.cli.options import SHARED, Argument, Command, Option
from collabkit.cli.registry import NAMES, command, commands, mark_of, parameters
from collabkit.terminal.output_style import OutputStyle

_PARSER_ERROR: Any = typer.BadParameter.__mro__[1]


class PageWanted(Exception):  # noqa: N818 - nothing is wrong
    """Somebody asked for help or the version, which ends everything else: `text` is what to print."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.text = text


class _Speaking:
    """What both kinds of typer commands do our way: help pages and errors in the user's language."""

    page: Callable[[], str]

    def get_help(self, ctx: Any) -> str:
        raise PageWanted(self.page())

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        try:
            rest: list[str] = super().parse_args(ctx, args)  # type: ignore[misc]  # a mixin of typer's commands
        except _PARSER_ERROR as error:
            raise usage.translated(error, ctx.command_path, ctx.command.params) from None
        if ctx.args and ctx.parent is not None and not ctx.resilient_parsing:
            raise usage.too_much(ctx.args, ctx.command_path)
        return rest


class _Leaf(_Speaking, TyperCommand):
    """A command."""


class _Root(_Speaking, TyperGroup):
    """`collabkit` itself."""

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that `args` call; raise UsageError for one that does not exist."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            raise usage.unknown_command(args[0], self.commands)
        return super().resolve_command(ctx, args)


def build(run: Context, only: str | None = None) -> Any:
    """Return the typer command of the whole program, speaking the language of `run`.

    `only` names the one command that is going to be called, so that the others need not be imported.
    """
    look = run.look()
    app = typer.Typer(
        cls=_Root,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=True,
        invoke_without_command=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )
    app.callback()(_shared_only(run, look))
    settings = {"help_option_names": ["-h", "--help"], "allow_extra_args": True}
    declared = (command(only),) if only in NAMES else commands()
    for each in declared:
        app.command(each.name, cls=_Leaf, help=each.summary.to(look.lang), context_settings=settings)(
            _bound(each, run, look)
        )
    root: Any = typer.main.get_command(app)
    root.page = partial(pages.overview, look)
    for each in declared:
        root.commands[each.name].page = partial(pages.page, each, look)
    return root


def _shared_only(run: Context, look: OutputStyle) -> Callable[..., None]:
    """Return what `collabkit` does before a command: nothing, or the short page when there is none."""

    def collabkit(ctx: typer.Context, version: bool, **_: Any) -> None:
        if version:
            raise PageWanted(f"collabkit {__version__}")
        if ctx.invoked_subcommand is None:
            run.print(pages.brief(look))

    marks = [_declared("version", pages.VERSION, bool, look)]
    marks += [_declared(name, option, bool if name == "debug" else str, look) for name, option in SHARED.items()]
    first = inspect.Parameter("ctx", inspect.Parameter.POSITIONAL_OR_KEYWORD, annotation=typer.Context)
    return _signed(collabkit, [first, *marks])


def _bound(command: Command, run: Context, look: OutputStyle) -> Callable[..., int]:
    """Return the command as typer calls it: with what was typed, and everything shared left out."""
    taken = parameters(command)

    def call(**typed: Any) -> int:
        given = {
            name: _value(taken[name], value) for name, value in typed.items() if name in taken and _is_given(value)
        }
        return command.function(run, **given)

    marks = [_declared(name, _mark(parameter), _kind(parameter), look) for name, parameter in taken.items()]
    marks += [_declared(name, option, bool if name == "debug" else str, look) for name, option in SHARED.items()]
    return _signed(call, marks)


def _is_given(typed: Any) -> bool:
    return typed is not None and typed is not False and typed != []


def _value(parameter: inspect.Parameter, typed: Any) -> Any:
    mark = _mark(parameter)
    read = mark.value if isinstance(mark, Option) else mark.parse
    if isinstance(typed, bool) or read is None:
        return tuple(typed) if isinstance(typed, list) else typed
    return tuple(read(word) for word in typed) if isinstance(typed, list) else read(typed)


def _mark(parameter: inspect.Parameter) -> Argument | Option:
    mark = mark_of(parameter)
    assert mark is not None  # `parameters` keeps only these
    return mark


def _kind(parameter: inspect.Parameter) -> Any:
    """Return the type that typer is told: everything is a text to it, so that our own words refuse a wrong value."""
    kind = get_args(parameter.annotation)[0]
    if kind is bool:
        return bool
    return list[str] if get_origin(kind) is tuple else str


def _declared(name: str, mark: Argument | Option, kind: Any, look: OutputStyle) -> inspect.Parameter:
    """Return a parameter as typer wants it declared."""
    complete = mark.complete or (partial(list, mark.choices) if isinstance(mark, Option) and mark.choices else None)
    shared: dict[str, Any] = {"help": look.say(mark.help), "metavar": look.say(mark.metavar) or None}
    if complete:
        shared["autocompletion"] = _completion(complete)
    info = typer.Option(*mark.flags, **shared) if isinstance(mark, Option) else typer.Argument(**shared)
    return inspect.Parameter(
        name,
        inspect.Parameter.KEYWORD_ONLY,
        default=False if kind is bool else None,
        annotation=Annotated[kind if kind is bool else kind | None, info],
    )


def _completion(words: Callable[[], Sequence[str]] | Callable[[], Any]) -> Callable[[str], list[str]]:
    def complete(incomplete: str) -> list[str]:
        return [word for word in words() if word.casefold().startswith(incomplete.casefold())]

    return complete


def _signed(function: Callable[..., Any], marks: Sequence[inspect.Parameter]) -> Callable[..., Any]:
    """Return `function` as one that takes `marks`, for typer, which reads signatures."""
    function.__signature__ = inspect.Signature(marks)  # type: ignore[attr-defined]  # functions have one
    function.__annotations__ = {mark.name: mark.annotation for mark in marks}
    return function
