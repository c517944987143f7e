"""What the user can fix: expected failures, as one sentence and a hint."""

from __future__ import annotations

from collabkit.lang import Text


class UserError(Exception):
    """Something the user can fix stops the program; `exit_code` is 2 (usage, unusable input or output)."""

    exit_code = 2

    def __init__(self, message: Text, hint: Text | None = None) -> None:
        super().__init__(message.en)
        self.message = message
        self.hint = hint


class UsageError(UserError):
    """The command line asks for something that does not exist or cannot be combined."""


class InputError(UserError):
    """A file that should be read is missing, unreadable or not what it should be."""


class OutputError(UserError):
    """A file that should be written could not be; what stood there before is untouched."""


class TemplateError(UserError):
    """A template is not usable; the message names the template, the place and the nearest known name."""
