"""Keys that the model does not know, in the user's words: which known one was meant, or where the line belongs."""

from __future__ import annotations

from typing import Any

from collabkit.lang import Text, listing, same
from collabkit.phrases import zh
from collabkit.problem import Fault, FilePath, FilePlace, FileProblem
from collabkit.source.keys import Meant
from collabkit.source.prune import value_at
from collabkit.source.shape import entry_name, known_keys, shape_at
from collabkit.source.wording import fit, short


def unknown(path: FilePath, data: Any, meant: Meant | None) -> Fault:
    """Return the fault of the unknown key at `path`, which was meant for `meant`."""
    key = str(path[-1])
    entry = entry_name(path[:-1])
    message = fit(Text(zh(entry.zh, f"中没有「{short(key)}」这个键"), f"unknown key '{short(key)}' in {entry.en}"))
    if meant is None:
        return Fault("unknown-field", FileProblem(path, message, help=_known(path), on="key"))
    if meant.slipped:
        label, help_ = belongs(path, meant)
        return Fault("unknown-field", FileProblem(path, message, label, help_, "key"))
    return Fault("unknown-field", _renamed(path, data, meant, message))


def _known(path: FilePath) -> Text:
    shape = shape_at(path[:-1])
    known = listing(known_keys(shape.model), most=12) if shape and shape.model else same("")
    return Text(f"删去它，或改用已有的键：{known.zh}", f"delete it, or use a known key: {known.en}")


def _renamed(path: FilePath, data: Any, meant: Meant, message: Text) -> FileProblem:
    name = str(meant.rest[-1])
    label = Text(f"是不是「{name}」？", f"did you mean '{name}'?")
    siblings = value_at(data, path[:-1])
    if isinstance(siblings, dict) and name in siblings:
        help_ = Text(f"把内容并入「{name}」，删去这个键", f"merge it into '{name}' and delete this key")
        place = FilePlace(path[:-1] / name, Text(f"「{name}」已写在这里", f"'{name}' is already set here"), "key")
        return FileProblem(path, message, label, help_, "key", (place,))
    help_ = Text(f"改名为「{name}」", f"rename it to '{name}'")
    if meant.others:
        others = Text("或".join(f"「{other}」" for other in meant.others), " or ".join(map(repr, meant.others)))
        help_ += Text(f"；也可能是{others.zh}", f", or to {others.en}")
    return FileProblem(path, message, label, help_, "key")


def belongs(path: FilePath, meant: Meant) -> tuple[Text, Text]:
    """Return label and help for a line at `path` whose indentation keeps it out of where it belongs."""
    above = meant.target(path)[:-1]
    home = entry_name(above) if above else Text("第一层", "the top level")
    if meant.up > 1:
        label = Text(zh("缩进多了？它应当属于", home.zh), f"indented too far? it belongs to {home.en}")
        help_ = Text(zh("减少缩进，使它属于", home.zh), f"indent it less, so that it belongs to {home.en}")
    else:
        label = Text(zh("缩进少了？它应当属于", home.zh), f"indented too little? it belongs to {home.en}")
        help_ = Text(zh("增加缩进，使它属于", home.zh), f"indent it further, so that it belongs to {home.en}")
    return label, help_
