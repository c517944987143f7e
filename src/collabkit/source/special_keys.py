"""Keys that are no plain texts: doubled, missing, merged, or cut off by an unquoted comma."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from collabkit.lang import Text
from collabkit.problem import At, Fault, FilePath, FilePlace, FileProblem
from collabkit.source.positions import Spots, at_of, own, pack
from collabkit.source.wording import short

_CLOSED_UP = r"(?s)([A-Za-z_]\w*)[:：]\s*(\S.*)"
"""A key with its value, the blank between them missing."""
_NUMBER = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?"
Found = tuple[Fault | None, FilePath | None]
"""A fault of the text, and the path whose value it leaves in doubt."""


class Odd:
    """Stands in a mapping for a key that is no plain text, until the mapping ends."""

    def __init__(self, span: int) -> None:
        self.span = span


class Nameless(Odd):
    """An empty key or one that is a mapping or list; `is_key` while that one is being read."""

    is_key = False


class Merge(Odd):
    """The merge key `<<`."""


class Doubled(Odd):
    """A key that its mapping has already."""

    def __init__(self, span: int, name: str) -> None:
        super().__init__(span)
        self.name = name


class Cut(Doubled):
    """A key in `{ }` without a value, or behind the comma of a number: the rest of a text that holds a comma."""

    end = 0

    @property
    def key(self) -> str:
        """Return the key that is meant, if a blank behind its colon is all that is missing."""
        match = re.match(_CLOSED_UP, self.name)
        return match[1] if match else self.name


def _doubled(path: FilePath, run: list[Doubled], first: At) -> Fault:
    """Return the fault of keys that stand twice in one mapping; a run of them is one mistake."""
    key = run[0]
    if len(run) == 1:
        message = Text(f"键「{short(key.name)}」重复", f"key '{short(key.name)}' stands twice")
        help_ = Text("合并成一处；如果本是另一项，换一个编号", "merge the two, or give the other one an id of its own")
    else:
        message = Text(
            f"从键「{short(key.name)}」起连续 {len(run)} 个键重复",
            f"{len(run)} keys from '{short(key.name)}' on stand twice",
        )
        help_ = Text("这里是不是漏了新一项的「- 」或编号？", "is the '- ' or the id of a new entry missing here?")
    return Fault(
        "duplicate-key",
        FileProblem(
            path / key.name,
            message,
            label=Text("这里又写了一次", "set again here"),
            help=help_,
            on="key",
            places=(FilePlace(path / key.name, Text("第一次写在这里", "first set here"), "key", first),),
            at=at_of(key.span),
        ),
    )


def not_a_text(path: FilePath, at: At, text: str) -> Fault:
    """Return the fault of a key that is empty, a mapping or a list."""
    if text[at[0] - 1 : at[0] + 1] == "{{" or text[at[0] : at[0] + 2] == "{{":
        message = Text("「{{」开头的值没有加引号", "a value that starts with '{{' is not in quotes")
        help_ = Text('给这个值加上引号："{{ … }}"', 'put the value in quotes: "{{ … }}"')
    elif at[1] == 0 or text[at[0] : at[0] + 1] in ":~nN":
        message = Text("冒号前面没有键", "there is no key before the colon")
        help_ = Text("补上键名；「null」「~」作键时请加引号", "write the key; as a key, null and ~ need quotes")
    else:
        message = Text("键必须是文字，不能是列表或映射", "a key must be a text, not a list or a mapping")
        help_ = Text("改成「键: 值」；如果是文字，请加引号", "write 'key: value'; put a text with brackets in quotes")
    return Fault("wrong-type", FileProblem(path, message, help=help_, on="key", at=at))


def tidy(data: dict[Any, Any], spots: Spots, text: str, path: FilePath) -> Iterator[Found]:
    """Take odd keys out of a mapping that is read to its end: texts are rejoined, merges and doubles carried out."""
    entries = _headed(list(zip(data.items(), spots[1::2], spots[2::2], strict=True)))
    data.clear()
    del spots[1:]
    places: dict[str, int] = {}
    merges: list[tuple[Any, Any]] = []
    cuts: list[Cut] = []
    run: list[Doubled] = []
    for (key, value), key_spot, value_spot in entries:
        if isinstance(key, Cut):
            key.end = sum(at_of(own(value_spot))) if value is not None else sum(at_of(key.span))
            cuts.append(key)
            continue
        yield from _rejoin(data, spots, cuts, text, path)
        cuts = []
        if isinstance(key, Doubled):
            run.append(key)
            yield from _combine(data, spots, key.name, places[key.name] + 1, value, value_spot, path)
            continue
        yield from _told(path, run, spots, places)
        run = []
        if isinstance(key, Merge):
            merges.append((value, value_spot))
        elif not isinstance(key, Odd):
            places[key] = len(spots)
            data[key] = value
            spots += (key_spot, value_spot)
    yield from _rejoin(data, spots, cuts, text, path)
    yield from _told(path, run, spots, places)
    for value, value_spot in merges:
        yield from _merge(data, spots, value, value_spot, path)


_Entry = tuple[tuple[Any, Any], Any, Any]


def _headed(entries: list[_Entry]) -> list[_Entry]:
    """Put what follows a key without a value below it, if it begins with keys that stand twice.

    So it looks when the first line of an entry is indented as deep as its fields: they stand among those of the entry
    before it.
    """
    for index, ((key, value), key_spot, _) in enumerate(entries[:-1]):
        following = entries[index + 1 :]
        if value is not None or not isinstance(key, str) or type(following[0][0][0]) is not Doubled:
            continue
        names = [name.name if type(name) is Doubled else name for (name, _), _, _ in following]
        doubled = sum(type(name) is Doubled for (name, _), _, _ in following)
        if doubled > 1 and all(isinstance(name, str) for name in names) and len(set(names)) == len(names):
            inner = {name: entry[0][1] for name, entry in zip(names, following, strict=True)}
            begin = at_of(own(following[0][1]))[0]
            end = sum(at_of(own(following[-1][2])))
            spots = [pack(begin, end - begin)]
            for _, inner_key, inner_value in following:
                spots += (inner_key, inner_value)
            return [*entries[:index], ((key, inner), key_spot, spots)]
    return entries


def _told(path: FilePath, run: list[Doubled], spots: Spots, places: dict[str, int]) -> Iterator[Found]:
    if run:
        yield _doubled(path, run, at_of(spots[places[run[0].name]])), None


def _rejoin(data: dict[Any, Any], spots: Spots, cuts: list[Cut], text: str, path: FilePath) -> Iterator[Found]:
    """Put the pieces that unquoted commas cut off back onto the value before them."""
    if not cuts:
        return
    closed_up = [cut for cut in cuts if re.match(_CLOSED_UP, cut.name)]
    if closed_up:
        yield from ((_without_value(cut, path), path / cut.key) for cut in closed_up)
        return
    first, end = at_of(cuts[0].span), cuts[-1].end
    name = next(reversed(data), None)
    before = spots[-1]
    if name is None or not isinstance(before, int) or not isinstance(data[name], str):
        yield _without_value(cuts[0], path), path / cuts[0].key
        return
    start = at_of(before)[0]
    whole = pack(start, end - start)
    data[name] = text[start:end]
    spots[-1] = whole
    yield _cut(data[name], path / name, at_of(whole), first), path / name


def _cut(value: str, path: FilePath, at: At, rest: At) -> Fault:
    quoted = short(value.replace('"', "'"), 80)
    help_ = Text(f'给整个值加上引号："{quoted}"', f'put the whole value in quotes: "{quoted}"')
    if re.fullmatch(_NUMBER, value):
        number = value.replace(",", "")
        help_ = Text(
            f'数字不写逗号：{number}；如果是文字，加引号："{quoted}"',
            f'write the number without comma: {number}; put text in quotes: "{quoted}"',
        )
    return Fault(
        "null-key-from-comma",
        FileProblem(
            path,
            Text(f"逗号把「{short(value)}」切成了几段", f"the comma cuts '{short(value)}' into pieces"),
            label=Text("花括号里的逗号会分隔键", "in { } a comma starts the next key"),
            help=help_,
            places=(FilePlace(path, Text("这一段成了没有值的键", "this became a key without a value"), "key", rest),),
            at=at,
        ),
    )


def _without_value(cut: Cut, path: FilePath) -> Fault:
    name = short(cut.name)
    match = re.match(_CLOSED_UP, cut.name)
    if match:
        right = f"{match[1]}: {short(match[2])}"
        message = Text(f"「{name}」的冒号后面缺空格", f"'{name}' lacks the blank after the colon")
        help_ = Text(f"写成「{right}」", f"write '{right}'")
    else:
        message = Text(f"花括号里的「{name}」没有值", f"'{name}' in {{ }} has no value")
        help_ = Text("写成「键: 值」；如果是一句话，请加引号", "write 'key: value', or put the sentence in quotes")
    return Fault("null-key-from-comma", FileProblem(path, message, help=help_, on="key", at=at_of(cut.span)))


def _combine(
    data: dict[Any, Any], spots: Spots, name: str, index: int, value: Any, spot: Any, path: FilePath
) -> Iterator[Found]:
    """Carry out a doubled key: mappings and lists join, so that no entry is lost; of texts the first counts."""
    first = data[name]
    if isinstance(first, dict) and isinstance(value, dict):
        data[name], spots[index] = _joined(first, spots[index], value, spot)
    elif isinstance(first, list) and isinstance(value, list):
        data[name] = [*first, *value]
        spots[index] = [*spots[index], *spot[1:]]
    else:
        yield None, path / name
        above = next(reversed(data))
        if isinstance(data[above], dict):
            # Of another kind than the first one, it may have slipped out of the mapping above it.
            yield None, path / above / name


def _joined(first: dict[Any, Any], spots: Any, more: dict[Any, Any], more_spots: Any) -> tuple[dict[Any, Any], Spots]:
    data, places = dict(first), list(spots)
    for index, (key, value) in enumerate(more.items()):
        if key not in data:
            data[key] = value
            places += more_spots[1 + 2 * index : 3 + 2 * index]
    return data, places


def _merge(data: dict[Any, Any], spots: Spots, value: Any, spot: Any, path: FilePath) -> Iterator[Found]:
    """Carry out `<<`: keys of the mapping itself win, then those of the first mapping merged."""
    several = isinstance(value, list)
    for more, more_spots in zip(value, spot[1:], strict=True) if several else [(value, spot)]:
        if not isinstance(more, dict):
            message = Text("「<<」后面必须是映射的别名", "'<<' must be followed by the alias of a mapping")
            help_ = Text("写成「<<: *名字」；如果是文字，请给键加引号", "write '<<: *name', or put the key in quotes")
            yield Fault("wrong-type", FileProblem(path, message, help=help_, at=at_of(own(more_spots)))), None
            continue
        joined, places = _joined(data, spots, more, more_spots)
        data.update(joined)
        spots[:] = places
