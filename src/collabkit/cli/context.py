"""One run of the program: its language, its day, its streams and how they look."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TextIO, TypeVar

from collabkit.arguments import day, language
from collabkit.cli.options import COLOR, LANGUAGE
from collabkit.errors import OutputError, UsageError, UserError, refusal
from collabkit.lang import Lang, Text
from collabkit.terminal.display_width import visible, wrap
from collabkit.terminal.display_width import width as cells
from collabkit.terminal.harmless import harmless
from collabkit.terminal.output_style import OutputStyle
from collabkit.terminal.progress import watched

# What a terminal without Unicode shows instead of our own signs.
_SIGNS = "…─●—→"
_PLAIN = str.maketrans(dict(zip(_SIGNS, ("...", "-", "*", "-", "->"), strict=True)))
_ERROR = Text("错误：", "error: ")
_HELP = Text("帮助：", "help: ")
T = TypeVar("T")


@dataclass
class Context:
    """What the command line and the environment say about this run.

    `asked` is the language of `--language`, `preferred` that of COLLABKIT_LANGUAGE, `local` that of the system, and
    that of the project file as soon as it is read: errors that come later follow it too.
    """

    asked: Lang | None
    preferred: Lang | None
    local: Lang
    color: str
    debug: bool
    environ: Mapping[str, str]
    out: TextIO
    err: TextIO

    # Language and day

    @property
    def lang(self) -> Lang:
        """Return the language of help and errors."""
        return self.asked or self.preferred or self.local

    def speaking(self, file: Lang | None) -> Context:
        """Return this run, from now on in the language of a project file, unless the user asked for another.

        A terminal that cannot show Chinese keeps to English.
        """
        if file and _shows_unicode(self.out):
            self.local = file
        return self

    def today(self, given: str | None) -> date:
        """Return the day to reckon with: as given, else COLLABKIT_TODAY, else by the clock."""
        if given is not None:
            return day(given, "--today")
        named = self.environ.get("COLLABKIT_TODAY")
        return day(named, "COLLABKIT_TODAY") if named else date.today()

    # Output

    @property
    def interactive(self) -> bool:
        """Return whether there is somebody to ask: standard input and standard error are a terminal."""
        return sys.stdin is not None and sys.stdin.isatty() and self.err.isatty()

    @property
    def width(self) -> int:
        """Return the width of the terminal, at most 120; 80 when it is unknown."""
        return max(40, min(_columns(self.environ), 120))

    def look(self, stream: TextIO | None = None, *, most: int = 50) -> OutputStyle:
        """Return how output to `stream`, else to standard output, is to look."""
        stream = stream or self.out
        return OutputStyle(self.lang, self.width, self.coloured(stream), _shows_unicode(stream), most)

    def coloured(self, stream: TextIO) -> bool:
        """Return whether `stream` gets colour: `--color` before NO_COLOR before FORCE_COLOR before what it is."""
        if self.color != "auto":
            return self.color == "always"
        if self.environ.get("NO_COLOR"):
            return False
        if any(self.environ.get(name, "0") not in ("", "0") for name in ("FORCE_COLOR", "CLICOLOR_FORCE")):
            return True
        return stream.isatty() and self.environ.get("TERM") != "dumb"

    def print(self, text: str | Text = "") -> None:
        """Write a result to standard output, with a line break; raise OutputError when it cannot be written."""
        self._write(self.out, harmless(text if isinstance(text, str) else text.to(self.lang)) + "\n")

    def note(self, text: str | Text = "") -> None:
        """Write something about the run to standard error, with a line break, after what was printed before."""
        self._write(self.out, "", flush=True)
        self._write(self.err, harmless(text if isinstance(text, str) else text.to(self.lang)) + "\n")

    def watch(self, steps: Iterable[T], words: Text, total: int | None = None) -> Iterator[T]:
        """Yield `steps`, and tell at a terminal in `words` how many there have been when they take long."""
        if not self.err.isatty() or self.environ.get("TERM") == "dumb":
            return iter(steps)
        return watched(steps, self.err, lambda: words.to(self.lang), total=total, colour=self.coloured(self.err))

    def complain(self, error: UserError) -> None:
        """Tell on standard error what the user can fix, and how."""
        look = self.look(self.err)
        label = _ERROR.to(self.lang)
        self.note(_labelled(label, visible(error.message.to(self.lang)), look.paint(label, "error"), "", self.width))
        if error.hint:
            label = _HELP.to(self.lang)
            hint = visible(error.hint.to(self.lang))
            self.note(_labelled(label, hint, look.paint(label, "help"), "  = ", self.width))

    def flush(self) -> None:
        """Hand everything printed so far to the system; raise OutputError when it does not take it."""
        self._write(self.out, "", flush=True)
        self._write(self.err, "", flush=True)

    def _write(self, stream: TextIO, text: str, *, flush: bool = False) -> None:
        try:
            stream.write(text if _shows_unicode(stream) else text.translate(_PLAIN))
            if flush:
                stream.flush()
        except BrokenPipeError:
            raise
        except OSError as cause:
            drop(stream)
            raise OutputError(
                Text("写不了标准输出：", "cannot write to standard output: ") + refusal(cause),
                Text("检查磁盘空间或重定向的目标", "check the free space or where the output is redirected to"),
            ) from cause


def begin(argv: Sequence[str], environ: Mapping[str, str]) -> tuple[Context, UsageError | None]:
    """Return the run that `argv` and `environ` ask for, and what is wrong with the way they ask.

    Language, colour and `--debug` count wherever they stand, so that help and errors follow them too.
    """
    out, err = _stream("stdout"), _stream("stderr")
    run = Context(None, None, _local(environ), "auto", _debug(argv, environ), environ, out, err)
    try:
        if named := environ.get("COLLABKIT_LANGUAGE"):
            run = replace(run, preferred=language(named, "COLLABKIT_LANGUAGE"))
        if (typed := _given(argv, LANGUAGE.flags[0])) is not None:
            run = replace(run, asked=language(typed, LANGUAGE.flags[0]))
        if (typed := _given(argv, COLOR.flags[0])) is not None:
            run = replace(run, color=COLOR.value(typed))
    except UsageError as error:
        return run, error
    return run, None


def drop(stream: TextIO) -> None:
    """Send what `stream` still holds to nowhere, so that the interpreter does not fail on it at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
    except (OSError, ValueError):
        return


def _labelled(label: str, text: str, painted: str, before: str, width: int) -> str:
    lines = wrap(before + label + text, width, " " * (cells(before + label) if before else 2))
    return "\n".join([before + painted + lines[0][len(before) + len(label) :], *lines[1:]])


def _given(argv: Sequence[str], flag: str) -> str | None:
    """Return the last value given to `flag`, wherever it stands; None without one."""
    found = None
    for index, word in enumerate(argv):
        if word == "--":
            break
        if word == flag and index + 1 < len(argv):
            found = argv[index + 1]
        elif word.startswith(flag + "="):
            found = word[len(flag) + 1 :]
    return found


def _debug(argv: Sequence[str], environ: Mapping[str, str]) -> bool:
    before = argv[: argv.index("--")] if "--" in argv else argv
    return "--debug" in before or environ.get("COLLABKIT_DEBUG", "0") not in ("", "0")


def _local(environ: Mapping[str, str]) -> Lang:
    named = next((environ[name] for name in ("LC_ALL", "LC_MESSAGES", "LANG") if environ.get(name)), "")
    return Lang.ZH if named.casefold().startswith("zh") else Lang.EN


def _stream(name: str) -> TextIO:
    """Return standard output or error so that no character and no closed stream stops the program."""
    stream: TextIO | None = getattr(sys, name)
    if stream is None:
        # `>&-` closes it; the interpreter then has none.
        return open(os.devnull, "w", encoding="utf-8")  # noqa: PTH123 - it lives as long as the program
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(errors="backslashreplace")
    return stream


def _columns(environ: Mapping[str, str]) -> int:
    named = environ.get("COLUMNS", "")
    if named.isascii() and named.isdigit() and int(named):
        return int(named)
    try:
        # What the interpreter started with: a test or a caller may have put something else in its place.
        return os.get_terminal_size(sys.__stdout__.fileno()).columns or 80  # type: ignore[union-attr]  # it may be None
    except (AttributeError, ValueError, OSError):
        return 80


def _shows_unicode(stream: TextIO) -> bool:
    """Return whether the stream's encoding has our signs and Chinese, as UTF-8 and GBK do."""
    try:
        (_SIGNS + "中").encode(getattr(stream, "encoding", None) or "utf-8")
    except (UnicodeEncodeError, LookupError):
        return False
    return True
