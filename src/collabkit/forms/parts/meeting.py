"""A meeting at which something is agreed or decided."""

from __future__ import annotations

from dataclasses import dataclass

from collabkit.forms.formatter import Formatter, Value
from collabkit.lang import Text
from collabkit.model.issue import ResolutionMeeting
from collabkit.model.meeting import Meeting
from collabkit.model.words import MeetingKind


@dataclass(frozen=True, slots=True)
class MeetingHead:
    """When and where it is, who is in the chair and who takes part."""

    date: Value
    place: Value
    chair: Value
    attendees: Value


def alignment_meeting(page: Formatter) -> MeetingHead:
    """Return the last alignment meeting, held or planned."""
    held = [each for each in page.plan.project.meetings if each.kind is MeetingKind.ALIGNMENT]
    meeting = held[-1] if held else Meeting()
    when = " ".join(part for part in (page.day(meeting.date), meeting.time) if part)
    if meeting.date and meeting.date > page.plan.today:
        when += page.say(Text("（计划）", " (planned)"))
    return meeting_head(page, meeting, when)


def resolution_meeting(page: Formatter, meeting: ResolutionMeeting) -> MeetingHead:
    """Return the meeting that decided an issue."""
    return meeting_head(page, meeting, page.day(meeting.date))


def meeting_head(page: Formatter, meeting: Meeting | ResolutionMeeting, when: str | None) -> MeetingHead:
    """Return the head of any meeting; `when` is its day, as far as it is known."""
    return MeetingHead(
        date=page.need(when),
        place=page.need(meeting.place),
        chair=page.need(page.person(meeting.chair)),
        attendees=page.need(page.people(meeting.attendees)),
    )
