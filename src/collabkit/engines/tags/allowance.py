"""What one filling may use: enough for any real form, and an end to what would grow without one."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from collabkit.engines.tags.values import UnfitError
from collabkit.errors import TemplateError
from collabkit.lang import Text

MOST_STEPS: Final = 10_000_000
"""Steps of loops, comparisons and lists: some seconds of work."""
MOST_TEXT: Final = 1_000_000
"""Characters in one text that an expression puts together."""
MOST_CHARACTERS: Final = 64_000_000
"""Characters of one filled file: as UTF-8, what reading a package takes."""
MOST_TAGS: Final = 20_000
"""Tags in one template of Word or text."""
MOST_CODE: Final = 100_000
"""Characters of what they say: understanding them takes two seconds."""

_LESS: Final = Text("请减少套在一起的 for、join 和 ~", "use fewer loops, join and ~ inside each other")
_SPLIT: Final = Text("请把它拆成几个模板", "split it into several templates")


class OverdrawnError(UnfitError):
    """A filling wants more than it may use; who knows the place tells it with `message` and `hint`."""

    def __init__(self, message: Text, hint: Text = _LESS) -> None:
        super().__init__(Text("填写量过大：", "this gets too big: ") + message, hint)


@contextmanager
def enough_memory(template: str) -> Iterator[None]:
    """Say in a sentence that a computer has too little memory for a template that others can fill."""
    try:
        yield
    except MemoryError as cause:
        raise TemplateError(
            Text(f"模板 {template}：内存不足", f"template {template}: there is not enough memory for it"),
            Text("请减小模板，或换一台内存更大的电脑", "make the template smaller, or use a computer with more memory"),
        ) from cause


class Allowance:
    """What is left for reading one template, or for filling it once; everything is taken before it is made."""

    def __init__(self) -> None:
        self._steps = MOST_STEPS
        self._characters = MOST_CHARACTERS
        self._tags = MOST_TAGS
        self._code = MOST_CODE

    def tag(self, length: int) -> None:
        """Take one tag of a template, which has `length` characters. Raises OverdrawnError."""
        self._tags -= 1
        self._code -= length
        if self._tags < 0:
            raise OverdrawnError(Text(f"超过 {MOST_TAGS:,} 个标签", f"more than {MOST_TAGS:,} tags"), _SPLIT)
        if self._code < 0:
            message = Text(f"标签合计超过 {MOST_CODE:,} 个字符", f"tags of more than {MOST_CODE:,} characters in all")
            raise OverdrawnError(message, _SPLIT)

    def step(self, number: int, hint: Text = _LESS) -> None:
        """Take `number` steps. Raises OverdrawnError, which gives `hint`."""
        self._steps -= number
        if self._steps < 0:
            raise OverdrawnError(Text(f"超过 {MOST_STEPS:,} 步", f"more than {MOST_STEPS:,} steps"), hint)

    def text(self, length: int) -> None:
        """Take the characters of one text that is put together. Raises OverdrawnError."""
        if length > MOST_TEXT:
            raise OverdrawnError(
                Text(f"一段文字超过 {MOST_TEXT:,} 个字符", f"a text of more than {MOST_TEXT:,} characters")
            )
        self.write(length)

    def write(self, length: int) -> None:
        """Take `length` characters of the file. Raises OverdrawnError."""
        self._characters -= length
        if self._characters < 0:
            raise OverdrawnError(
                Text(
                    f"整个文件超过 {MOST_CHARACTERS:,} 个字符",
                    f"a file of more than {MOST_CHARACTERS:,} characters",
                )
            )

    def look(self, value: object) -> None:
        """Take the steps of going through `value` once. Raises OverdrawnError."""
        if isinstance(value, (list, tuple, dict)):
            self.step(len(value))
        elif isinstance(value, str):
            # A text is gone through a hundred times quicker than a list.
            self.step(len(value) // 100)
