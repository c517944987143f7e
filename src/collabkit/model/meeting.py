"""Meetings, planned and held."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.action import Action
from collabkit.model.base import Day, Line, Many, Model, People, PersonId, Time, Words
from collabkit.model.marks import Needed
from collabkit.model.words import MeetingKind


class AgendaItem(Model):
    """One item of a meeting."""

    natural_key = ("item",)

    item: Annotated[Line | None, Needed(), Text("议题", "Item")] = None
    points: Annotated[Line | None, Text("要点", "Points")] = None
    conclusion: Annotated[Line | None, Text("结论", "Conclusion")] = None


class MeetingDecision(Model):
    """One decision of a meeting."""

    natural_key = ("text",)

    text: Annotated[Line | None, Needed(), Text("决议内容", "Decision")] = None
    owner: Annotated[PersonId | None, Text("决策人", "Decided by")] = None
    date: Annotated[Day | None, Text("日期", "Date")] = None


class Meeting(Model):
    """A meeting that was held or is planned."""

    natural_key = ("kind", "date")

    id: Annotated[
        Line | None,
        Text("会议编号；不写则以类型和日期区分", "Meeting number; without one, kind and date tell it apart"),
    ] = None
    kind: Annotated[MeetingKind | None, Needed(), Text("会议类型", "Kind of meeting")] = None
    title: Annotated[Line | None, Text("会议名称", "Title")] = None
    date: Annotated[Day | None, Text("日期", "Date")] = None
    time: Annotated[Time | None, Text("时间", "Time")] = None
    place: Annotated[Line | None, Text("地点", "Place")] = None
    chair: Annotated[PersonId | None, Text("主持人", "Chair")] = None
    recorder: Annotated[PersonId | None, Text("记录人", "Recorder")] = None
    attendees: Annotated[People, Text("参会人", "Attendees")] = ()
    absent: Annotated[People, Text("缺席人", "Absent")] = ()
    issued: Annotated[Day | None, Text("签发日期", "Issued on")] = None
    agenda: Annotated[Many[AgendaItem], Text("议程", "Agenda")] = ()
    dissent: Annotated[Line | None, Text("分歧与保留", "Dissent")] = None
    decisions: Annotated[Many[MeetingDecision], Text("决议", "Decisions")] = ()
    actions: Annotated[Many[Action], Text("行动项", "Actions")] = ()
    logged: Annotated[Words, Text("新登记的风险、问题、变更编号", "Risks, issues, changes logged")] = ()
    next: Annotated[Line | None, Text("下次会议", "Next meeting")] = None
    files: Annotated[Words, Text("附件", "Attachments")] = ()
