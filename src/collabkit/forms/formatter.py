"""How values are written on a page: in one language, with what is missing made visible."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias, TypeVar

from collabkit.labels import label
from collabkit.lang import NO_BREAK, Lang, Text
from collabkit.model.budget import Budget
from collabkit.model.words import Light
from collabkit.phrases import working_days
from collabkit.plan import Plan
from collabkit.plan.cost import money
from collabkit.plan.escalation import HEADS
from collabkit.plan.progress import whole
from collabkit.styled import Styled, Tone

Value: TypeAlias = str | Styled
"""A finished text of a form, or one that stands out."""

T = TypeVar("T")

DASH = "—"
"""What an optional field without a value shows."""
MISSING = Text("待填写", "to be filled in")
NOTHING = Text("无", "None")

_OVERDUE = Text("（已过期）", " (overdue)")
_LIGHT_TONES: dict[Light, Tone] = {Light.RED: "red", Light.AMBER: "amber", Light.GREEN: "green"}


@dataclass(frozen=True, slots=True)
class Formatter:
    """A plan as a form in one language writes it; every method returns None for nothing."""

    plan: Plan
    lang: Lang

    def say(self, text: Text) -> str:
        """Return `text` in the page's language."""
        return text.to(self.lang)

    # What to show for nothing

    def need(self, value: Value | None) -> Value:
        """Return `value`, or the visible prompt that it is to be filled in."""
        return value or Styled(self.say(MISSING), "missing")

    def maybe(self, value: Value | None) -> Value:
        """Return `value`, or a dash for an optional field without one."""
        return value or DASH

    # How values read

    def day(self, day: date | None) -> str | None:
        """Return a date as `2026-03-02`, the same in both languages."""
        return day.isoformat() if day else None

    def period(self, first: date | None, last: date | None) -> str | None:
        """Return `2026-03-02 至 2026-03-13`, or the one end that is given as such."""
        if first is None or last is None:
            return self.say(_open(first, last)) if first or last else None
        return first.isoformat() if first == last else self.say(Text(f"{first} 至 {last}", f"{first} to {last}"))

    def word(self, member: StrEnum | None) -> str | None:
        """Return a word of the project file as the form prints it."""
        return label(member, self.lang) if member is not None else None

    def person(self, person: str | None) -> str | None:
        """Return a person's name."""
        return self.plan.person(person)

    def people(self, people: Iterable[str]) -> str | None:
        """Return the names of `people` as a list."""
        return self.join(self.plan.person(person) for person in people)

    def department(self, department: str | None) -> str | None:
        """Return a department's name."""
        return self.plan.department(department)

    def departments(self, departments: Iterable[str]) -> str | None:
        """Return the names of `departments` as a list."""
        return self.join(self.plan.department(department) for department in departments)

    def party(self, party: str | None) -> str | None:
        """Return the name of a person or department."""
        return self.plan.party(party) if party else None

    def decider(self, decider: str | None) -> str | None:
        """Return the name of a person, or of the department heads together."""
        return self.say(HEADS) if decider == "heads" else self.plan.person(decider)

    def join(self, parts: Iterable[str | None]) -> str | None:
        """Return the parts that say something as an enumeration."""
        return self.say(Text("、", ", ")).join(part for part in parts if part) or None

    def clauses(self, parts: Iterable[str | None]) -> str | None:
        """Return the parts that say something as clauses of one sentence."""
        return self.say(Text("，", ", ")).join(part for part in parts if part) or None

    def sentences(self, parts: Iterable[str | None]) -> str | None:
        """Return the parts that say something one after the other."""
        return self.say(Text("；", "; ")).join(part for part in parts if part) or None

    def colon(self, head: str | None, rest: str | None) -> str | None:
        """Return `head: rest`, or the one of them that says something."""
        return self.say(Text("：", ": ")).join(part for part in (head, rest) if part) or None

    def workdays(self, number: int | None) -> str | None:
        """Return a number of working days with its unit."""
        return None if number is None else self.say(working_days(number))

    def late(self, number: int | None, tone: Tone = "red") -> Value | None:
        """Return a variance in working days: late in `tone`, early or on time in green."""
        if number is None:
            return None
        if number > 0:
            return Styled(f"+{self.workdays(number)}", tone)
        days = working_days(-number)
        early = Text(f"提前 {days.zh}", f"{days.en} early")
        return Styled(self.say(early if number else Text("按期", "On time")), "green")

    def passed(self, day: date | None) -> Value | None:
        """Return a day that has passed before what was due then was done."""
        return Styled(f"{self.day(day)}{self.say(_OVERDUE)}", "red") if day else None

    def number(self, number: float | None) -> str | None:
        """Return a number with thousands separators and no superfluous decimals."""
        if number is None:
            return None
        return f"{number:,.0f}" if number == round(number) else f"{number:,.2f}".rstrip("0")

    def percent(self, number: float | None) -> str | None:
        """Return `40%` for 40, rounded to whole per cent; what is not complete is at most `99%`."""
        if number is None:
            return None
        return f"{whole(number)}%"

    def share(self, share: float | None) -> str | None:
        """Return a fraction as per cent, such as `50%` for 0.5."""
        return None if share is None else self.percent(share * 100)

    def money(self, amount: float | None, *, more: str = "") -> str | None:
        """Return an amount in the budget's currency, such as `CNY 50,000`; in Chinese that is `50,000 元`.

        A positive one has the sign `more`.
        """
        if amount is None:
            return None
        return self.say(money(amount, (self.plan.project.budget or Budget()).currency, more=more))

    def light(self, light: Light | None) -> Value | None:
        """Return a light as word and colour, so that it survives black-and-white printing."""
        return Styled(f"●{NO_BREAK}{label(light, self.lang)}", _LIGHT_TONES[light]) if light else None

    def boxes(self, options: Iterable[StrEnum], chosen: Collection[StrEnum | None]) -> str:
        """Return a tick box for each of `options`, the `chosen` ones ticked; no line ends within an option."""
        boxes = (self.box(each in chosen, label(each, self.lang)) for each in options)
        return "  ".join(box.replace(" ", NO_BREAK) for box in boxes)

    def box(self, done: bool, text: str) -> str:
        """Return a tick box with its text; no line ends between the two."""
        return f"{self.tick(done)}{NO_BREAK}{text}"

    def tick(self, done: bool | None) -> str:
        """Return a ticked or an empty box."""
        return "☑" if done else "☐"


def _open(first: date | None, last: date | None) -> Text:
    return Text(f"{first} 起", f"from {first}") if first else Text(f"至 {last}", f"until {last}")


def rows(entries: Iterable[T], empty: T) -> Iterator[T]:
    """Yield `entries`, or `empty` once when there is none: a required table shows that it is to be filled in."""
    one = False
    for entry in entries:
        one = True
        yield entry
    if not one:
        yield empty
