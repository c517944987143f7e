"""Readers that many facts share: a field of a view, a column of its rows, a column of a table of `status`."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from collabkit.lang import Lang
from tests.life import reading
from tests.life.facts.fact import Reader

Convert = Callable[[Any], Any]
STATUS = ("status json", "status markdown", "status table")


def field(path: str, convert: Convert = reading.text) -> Reader:
    """Read one value of a view, by its path with dots."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        return {"": convert(_at(output, path))}

    return read


def _at(output: Any, path: str) -> Any:
    for key in path.split("."):
        output = output[key]
    return output


def column(
    rows: str, name: str, convert: Convert = reading.text, *, key: str = "id", where: Callable[[Any], bool] = bool
) -> Reader:
    """Read one column of the rows at a path of a view, by the id in each row, of those rows that are meant."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        return {reading.key(row[key]) if key == "id" else reading.text(row[key]): convert(row[name])
                for row in _at(output, rows) if where(row)}  # fmt: skip

    return read


def ids(rows: str, *, key: str = "id", where: Callable[[Any], bool] = bool) -> Reader:
    """Read which rows there are."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        return {"": frozenset(reading.key(row[key]) for row in _at(output, rows) if where(row))}

    return read


def total(rows: str, name: str, **only: Any) -> Reader:
    """Read the sum of a column of the rows at a path."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        found = [row for row in _at(output, rows) if all(row[key] == value for key, value in only.items())]
        return {"": sum(reading.number(row[name]) or 0 for row in found)}

    return read


def status(table: str, name: str, convert: Convert = reading.text, *, key: str = "id") -> dict[str, Reader]:
    """Read one column of a table of `status`, by the value of another one, in all its formats."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        return {str(row[key]): convert(row[name]) for row in reading.status_rows(output, table)}

    return dict.fromkeys(STATUS, read)


def status_ids(table: str) -> dict[str, Reader]:
    """Read which rows a table of `status` has, in all its formats."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        return {"": frozenset(str(row["id"]) for row in reading.status_rows(output, table))}

    return dict.fromkeys(STATUS, read)


def status_total(table: str, name: str) -> dict[str, Reader]:
    """Read the sum of a column of a table of `status`, in all its formats."""

    def read(output: Any, lang: Lang) -> Mapping[Any, Any]:
        return {"": sum(reading.number(row[name]) or 0 for row in reading.status_rows(output, table))}

    return dict.fromkeys(STATUS, read)


def in_all(forms: Iterable[str], reader: Reader) -> dict[str, Reader]:
    """Read the same from several forms."""
    return dict.fromkeys(forms, reader)
