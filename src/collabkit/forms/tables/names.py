"""What people call the entries of a project, in one cell or several to a cell."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property

from collabkit.forms.formatter import Formatter
from collabkit.model.milestone import Milestone
from collabkit.nearest import fold, nearest
from collabkit.references import known, references


@dataclass(frozen=True, slots=True)
class Names:
    """What may be typed for an entry: what its cell shows, else its id; the first that fits counts."""

    shown: Mapping[str, Sequence[str]]
    ids: frozenset[str]
    folded: Mapping[str, Sequence[str]]

    def meant(self, typed: str) -> Sequence[str]:
        """Return the ids of those who are called so: none for nobody, several where it is not clear who."""
        if typed in self.shown:
            return self.shown[typed]
        return (typed,) if typed in self.ids else self.folded.get(fold(typed), ())

    def nearest(self, typed: str) -> str | None:
        """Return the name that looks most like what was typed."""
        return nearest(typed, self.shown)


def names_of(entries: Iterable[tuple[str, Sequence[str | None]]]) -> Names:
    """Return the names of entries, each with its id and all that its cell may show."""
    every = [(key, [each for each in shown if each]) for key, shown in entries]
    shown: dict[str, list[str]] = {}
    folded: dict[str, list[str]] = {}
    for key, texts in every:
        for text in dict.fromkeys(texts):
            shown.setdefault(text, []).append(key)
        for text in dict.fromkeys(fold(each) for each in (*texts, key)):
            folded.setdefault(text, []).append(key)
    return Names(shown, frozenset(key for key, _ in every), folded)


class Directory:
    """What a project knows: the entries that a cell can name, by id and by what forms print.

    What the project refers to already is known too, whether it is an entry or not: who left it alone changed nothing.
    """

    def __init__(self, page: Formatter) -> None:
        self.plan, self.lang = page.plan, page.lang
        self._names: dict[tuple[str, ...], Names] = {}

    def names(self, *sections: str) -> Names:
        """Return how the entries of `sections` can be called."""
        if sections not in self._names:
            keys = dict.fromkeys(key for section in sections for key in self._ids(section))
            self._names[sections] = names_of((key, self._shown(sections, key)) for key in keys)
        return self._names[sections]

    def _shown(self, sections: Sequence[str], key: str) -> Sequence[str | None]:
        if "people" in sections:
            return [self.plan.party(key) if "departments" in sections else self.plan.person(key)]
        if "departments" in sections:
            return [self.plan.department(key)]
        entry = known(self.plan.project)[sections[0]].get(key)
        name = entry.name if isinstance(entry, Milestone) else None
        return [f"{key} {name}", name] if name else [key]

    @cached_property
    def predecessors(self) -> frozenset[str]:
        """Return every predecessor as some task writes it."""
        return frozenset(text for task in self.plan.project.tasks.values() for text in task.after)

    @cached_property
    def support(self) -> frozenset[str]:
        """Return every line of what departments support a task with."""
        texts = (text or "" for task in self.plan.project.tasks.values() for text in task.support.values())
        return frozenset(line for text in texts for line in text.split("\n"))

    @cached_property
    def _uses(self) -> Mapping[str, Mapping[str, None]]:
        found: dict[str, dict[str, None]] = {}
        for each in references(self.plan.project):
            for section in each.ref.sections:
                found.setdefault(section, {})[each.id] = None
        return found

    def _ids(self, section: str) -> Iterable[str]:
        return dict.fromkeys((*known(self.plan.project)[section], *self._uses.get(section, ())))


def apart(text: str, is_known: Callable[[str], object]) -> Iterator[str]:
    """Yield what `text` lists, with commas, semicolons or line breaks between; a known name may contain them."""
    pieces = re.split(r"([、,，;；\n])", text)
    at = 0
    while at < len(pieces):
        ends = range(len(pieces), at, -1)
        whole = next((end for end in ends if end % 2 and is_known("".join(pieces[at:end]).strip())), at + 1)
        if part := "".join(pieces[at:whole]).strip():
            yield part
        at = whole + 1
