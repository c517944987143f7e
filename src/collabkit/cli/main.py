"""The one place where errors end: what the user can fix in one sentence, what we must fix in one line."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence

from collabkit.cli.context import Context, begin, drop
from collabkit.errors import UserError, refused
from collabkit.lang import Text
from collabkit.terminal.display_width import visible

BUG, INTERRUPTED, CLOSED_PIPE = 3, 130, 141
"""Exit codes beside 0 (clean), 1 (findings) and 2 (usage, unusable input or output).

A closed pipe, as in `collabkit rules | head -1`, ends like any other program of the shell there: 128 + SIGPIPE.
"""


def main(argv: Sequence[str], environ: Mapping[str, str] = os.environ) -> int:
    """Run the command line `argv` and return the exit code; nothing escapes."""
    run, wrong = begin(argv, environ)
    try:
        if wrong:
            raise wrong
        return _safely(run, argv)
    except UserError as error:
        return _complained(run, error)
    except KeyboardInterrupt:
        return INTERRUPTED
    except BrokenPipeError:
        drop(run.out)
        drop(run.err)
        return CLOSED_PIPE
    except OSError as error:
        told = refused(error)
        return _complained(run, told) if told and not run.debug else _blamed(run, error)
    except Exception as error:
        return _blamed(run, error)


def _safely(run: Context, argv: Sequence[str]) -> int:
    code = _dispatch(run, argv)
    run.flush()
    return code


def _dispatch(run: Context, argv: Sequence[str]) -> int:
    from collabkit.cli import help as pages

    if "_COLLABKIT_COMPLETE" not in run.environ and (page := pages.at_once(argv, run.look())) is not None:
        run.print(page)
        return 0
    import typer

    from collabkit.cli.program import build

    program = build(run, argv[0] if argv else None)
    if "_COLLABKIT_COMPLETE" in run.environ:
        program.main(args=list(argv), prog_name="collabkit")
    try:
        with program.make_context("collabkit", list(argv)) as context:
            return int(program.invoke(context) or 0)
    except typer.Exit as ended:
        return int(ended.exit_code)


def _complained(run: Context, error: UserError) -> int:
    try:
        # What was printed before the mistake comes first.
        run.flush()
        run.complain(error)
        run.flush()
    except (OSError, UserError):
        drop(run.out)
        drop(run.err)
    return error.exit_code


def _blamed(run: Context, error: Exception) -> int:
    said = visible(f"{type(error).__name__}: {error}")
    fault = UserError(
        Text(f"collabkit 自己出错了，这是我们的问题：{said}", f"collabkit itself failed, which is our fault: {said}"),
        None
        if run.debug
        else Text(
            "加上 --debug 再运行一次，把显示的内容报告给我们", "run it again with --debug and report what it prints"
        ),
    )
    if run.debug:
        import traceback

        run.note("".join(traceback.format_exception(error)).rstrip())
    _complained(run, fault)
    return BUG
