"""Reading the project files that a command line means, one after the other."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from collabkit.cli.context import Context
from collabkit.cli.options import Argument
from collabkit.cli.search import STDIN, find, same_file
from collabkit.errors import InputError, UsageError, UserError
from collabkit.lang import Text

if TYPE_CHECKING:
    from collabkit.api import Loaded

FILES = Argument(
    Text("文件", "FILE"),
    Text(
        "项目文件、文件夹（其下所有 project.yaml）或 '**/project.yaml' 这样的写法；- 表示标准输入；默认 project.yaml",
        "project files, folders (every project.yaml below) or patterns such as '**/project.yaml'; - for standard "
        "input; project.yaml by default",
    ),
    many=True,
)
READ = Text("已读取 {} 个文件", "{} files read")
"""What `Context.watch` says about them."""


class Projects:
    """The project files that `named` mean, read while they are iterated.

    The first language of a file becomes that of the run. A file that cannot be read is passed over and told later,
    so that the others still get what was asked for.
    """

    def __init__(self, run: Context, named: Sequence[str]) -> None:
        self._run = run
        self._found = tuple(find(named))
        self._failures: list[tuple[UserError, tuple[str, ...]]] = []
        self._told = 0

    def __len__(self) -> int:
        return len(self._found)

    @property
    def names(self) -> tuple[str, ...]:
        """Return the names of the files, as they are called in what is said about them."""
        from collabkit.api import STDIN as CALLED

        return tuple(CALLED if found == STDIN else found for found in self._found if isinstance(found, str))

    def __iter__(self) -> Iterator[Loaded]:
        spoken = False
        for found in self._found:
            try:
                loaded = _read(found)
            except UserError as error:
                self._failures.append((error, ()))
                continue
            if not spoken and loaded.language:
                self._run.speaking(loaded.language)
                spoken = True
            yield loaded

    def fail(self, error: UserError, name: str, before: Iterable[str] = ()) -> None:
        """Keep why the project called `name` did not get what was asked for, and the lines to be told `before`."""
        self._failures.append((error.about(name) if len(self) > 1 else error, tuple(before)))

    def spare(self, output: Path) -> None:
        """Raise UsageError when `output` is one of the files."""
        if any(isinstance(found, str) and found != STDIN and same_file(Path(found), output) for found in self._found):
            raise UsageError(
                Text(f"{output} 是项目文件本身，不能写入", f"{output} is the project file itself"),
                Text("换一个文件名", "choose another name for the output"),
            )

    def tell(self) -> None:
        """Tell the failures, each once, however often it is asked for."""
        for error, before in self._failures[self._told :]:
            for line in before:
                self._run.note(line)
            self._run.complain(error)
        self._told = len(self._failures)

    def close(self) -> int:
        """Tell the failures, and of several files how many; return the exit code of a run with or without them."""
        self.tell()
        failed, number = len(self._failures), len(self)
        if failed and number > 1:
            self._run.note(Text(f"{number} 个文件中有 {failed} 个失败", f"{failed} of {number} files failed"))
        return 2 if failed else 0


def _read(found: str | InputError) -> Loaded:
    from collabkit import api
    from collabkit.source.limits import MAX_BYTES

    if isinstance(found, InputError):
        raise found
    if found != STDIN:
        return api.load(Path(found))
    if sys.stdin is None:
        raise InputError(Text("标准输入已关闭", "standard input is closed"))
    return api.loads(sys.stdin.buffer.read(MAX_BYTES + 1), api.STDIN)
