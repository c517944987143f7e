"""What the model says about each key of the project file: its order, its meaning, the words it takes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from pydantic import BaseModel

from collabkit.lang import Lang
from collabkit.model import Project
from collabkit.model.fields import Field, fields_of


def sections() -> Mapping[str, Field]:
    """Return the top-level keys of the project file, in their order."""
    return keys(Project)


@cache
def keys(model: type[BaseModel]) -> Mapping[str, Field]:
    """Return the keys of a mapping that `model` describes, its own before those it shares with another noun."""
    fields = fields_of(model)
    return dict(sorted(fields.items(), key=lambda item: not item[1].own))


def meaning(field: Field, lang: Lang) -> str:
    """Return the short comment that teaches a key, '' when the key says it all."""
    text, listed = field.text.to(lang) if field.text else "", field.one.words
    if _plain(text) == _plain(field.key):
        text = ""
    # Words already explained in the text are not listed twice.
    words = "" if any(word in text for word in listed) else " | ".join(listed)
    colon = "：" if lang is Lang.ZH else ": "
    return f"{text}{colon}{words}" if text and words else text or words


def _plain(text: str) -> str:
    return text.casefold().removeprefix("the ").replace("_", " ").strip()
