"""The typer app that reads a command line: its commands and options in the user's language."""

from collections.abc import Callable, Iterable
from functools import partial
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup

from collabkit import __version__
from collabkit.cli import help as pages
from collabkit.cli import usage
from collabkit.cli.context import Context
from collabkit.cli.options import HELP, SHARED, VERSION, Argument, Command, Option
from collabkit.cli.registry import NAMES, command, commands, taken

Function = Callable[..., int | None]
_EVERYWHERE = frozenset(flag for option in (*SHARED.values(), HELP) for flag in option.flags)


class _Command(TyperCommand):
    """A command that takes the options of the whole program too, and says what is wrong in the user's language."""

    def get_params(self, ctx: Any) -> list[Any]:
        """Return what the command takes, last what every command does."""
        every = ctx.parent.command.get_params(ctx.parent) if ctx.parent else ()
        return [*super().get_params(ctx), *(param for param in every if _EVERYWHERE.issuperset(param.opts))]

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return what is left of `args`, which is nothing; raise UsageError for a wrong command line."""
        try:
            rest: list[str] = super().parse_args(ctx, args)
        except typer.TyperException as error:
            raise usage.translated(error, ctx.command_path, taken(self.name)) from None
        if rest and not ctx.resilient_parsing:
            raise usage.too_much(rest, ctx.command_path)
        return rest


class _Group(TyperGroup):
    """`collabkit` itself."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        """Return the command and its arguments; raise UsageError for a wrong option before the command."""
        try:
            rest: list[str] = super().parse_args(ctx, args)
        except typer.TyperException as error:
            raise usage.translated(error, ctx.command_path, taken(None)) from None
        return rest

    def resolve_command(self, ctx: Any, args: list[str]) -> Any:
        """Return the command that `args` call; raise UsageError for one that does not exist."""
        if args[0] not in self.commands and not ctx.resilient_parsing:
            raise usage.unknown_command(args[0], self.commands)
        return super().resolve_command(ctx, args)


class Program:
    """The program of one run: what commands add themselves to.

    `run` is what the command line and the environment say about the run.
    """

    def __init__(self, run: Context) -> None:
        self.run = run
        self._say = run.look().say
        self.app = typer.Typer(
            cls=_Group,
            rich_markup_mode=None,
            pretty_exceptions_enable=False,
            invoke_without_command=True,
            add_help_option=False,
        )

    def command(self, command: Command) -> Callable[[Function], Function]:
        """Return what makes a function `command`."""
        return self.app.command(
            command.name,
            cls=_Command,
            help=self._say(command.summary),
            add_help_option=False,
            context_settings={"allow_extra_args": True},
        )

    def argument(self, argument: Argument) -> Any:
        """Return `argument` as typer wants it declared."""
        return typer.Argument(
            help=self._say(argument.help),
            metavar=self._say(argument.metavar),
            autocompletion=_completion(argument.complete),
        )

    def option(self, option: Option, **settings: Any) -> Any:
        """Return `option` as typer wants it declared, with its `settings`."""
        # Everything is a text to typer, so that our own words refuse a wrong value.
        read = partial(_read, option) if option.choices or option.parse else None
        complete = option.complete or (partial(list, option.choices) if option.choices else None)
        return typer.Option(
            *option.flags,
            help=self._say(option.help),
            metavar=self._say(option.metavar) or None,
            parser=read,
            autocompletion=_completion(complete),
            **settings,
        )


def build(run: Context, only: str | None = None) -> Any:
    """Return the command of the whole program, speaking the language of `run`.

    `only` names the one command that is going to be called, so that the others need not be imported.
    """
    program = Program(run)
    _register(program)
    for each in (command(only),) if only in NAMES else commands():
        each.register(program)
    return typer.main.get_command(program.app)


def _register(program: Program) -> None:
    """Add what `collabkit` takes before a command."""
    option, run = program.option, program.run
    look = run.look()

    def show_help(ctx: typer.Context, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            name = ctx.info_name if ctx.parent else None
            run.print(pages.page(command(name), look) if name else pages.overview(look))
            raise typer.Exit

    def show_version(ctx: typer.Context, value: bool) -> None:
        if value and not ctx.resilient_parsing:
            run.print(f"collabkit {__version__}")
            raise typer.Exit

    # The context has read the language, the colour and `--debug` already, wherever they stand.
    @program.app.callback()
    def collabkit(
        ctx: typer.Context,
        version: Annotated[bool, option(VERSION, is_eager=True, expose_value=False, callback=show_version)] = False,
        language: Annotated[str | None, option(SHARED["language"], expose_value=False)] = None,
        color: Annotated[str | None, option(SHARED["color"], expose_value=False)] = None,
        debug: Annotated[bool, option(SHARED["debug"], expose_value=False)] = False,
        help_: Annotated[bool, option(HELP, is_eager=True, expose_value=False, callback=show_help)] = False,
    ) -> None:
        if ctx.invoked_subcommand is None:
            run.print(pages.brief(look))


def _read(option: Option, typed: Any) -> Any:
    return option.value(typed) if isinstance(typed, str) else typed


def _completion(words: Callable[[], Iterable[str]] | None) -> Callable[[str], list[str]] | None:
    if words is None:
        return None

    def complete(incomplete: str) -> list[str]:
        return [word for word in words() if word.casefold().startswith(incomplete.casefold())]

    return complete
