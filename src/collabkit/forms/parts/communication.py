"""How the project talks: chat group, meetings, the communication plan."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from collabkit.forms.formatter import DASH, Formatter, Value
from collabkit.lang import Text
from collabkit.model.communication import CommunicationItem


@dataclass(frozen=True, slots=True)
class CommunicationRow:
    """One way in which the project talks."""

    item: Value
    when: Value
    channel: Value
    audience: Value


def communication_rows(page: Formatter) -> Iterator[CommunicationRow]:
    """Yield chat group, daily sync, weekly meeting and the communication plan; what the plan repeats comes once."""
    planned = [_planned(page, each) for each in page.plan.project.communication.plan]
    known = {str(row.item).casefold() for row in planned}
    yield from (row for row in _fixed(page) if str(row.item).casefold() not in known)
    yield from planned


def _fixed(page: Formatter) -> Iterator[CommunicationRow]:
    talk, weekly = page.plan.project.communication, page.plan.project.communication.weekly
    everyone = page.maybe(page.departments(page.plan.project.departments))
    if talk.chat:
        yield CommunicationRow(page.say(Text("项目群", "Chat group")), DASH, talk.chat, everyone)
    if talk.daily:
        daily = page.say(Text(f"每个工作日 {talk.daily}", f"Every working day, {talk.daily}"))
        yield CommunicationRow(page.say(Text("每日同步", "Daily sync")), daily, page.maybe(talk.chat), everyone)
    yield CommunicationRow(
        page.say(Text("周例会", "Weekly meeting")),
        page.need(weekly_time(page)),
        page.maybe(weekly.place if weekly else None),
        page.departments(weekly.departments if weekly else ()) or everyone,
    )


def _planned(page: Formatter, item: CommunicationItem) -> CommunicationRow:
    return CommunicationRow(
        item=page.need(item.item),
        when=page.maybe(item.frequency),
        channel=page.maybe(item.channel),
        audience=page.maybe(page.join(page.party(name) for name in item.audience)),
    )


def weekly_time(page: Formatter) -> str | None:
    """Return when the weekly meeting is held, such as `周五 15:00（45 分钟）`."""
    weekly = page.plan.project.communication.weekly
    when = " ".join(part for part in (page.word(weekly.weekday), weekly.time) if part) if weekly else ""
    if not weekly or not when:
        return None
    minutes = Text(f"（{weekly.minutes} 分钟）", f" ({weekly.minutes} minutes)")
    return when + (page.say(minutes) if weekly.minutes else "")
