"""What every form has: title band, facts about the project, signatures, document control, header and footer."""

from __future__ import annotations

from collabkit.forms.form import Form
from collabkit.lang import Text
from collabkit.model.about import About
from collabkit.model.document import Document, Revision
from collabkit.model.fields import field_label
from collabkit.model.goal import Goal
from collabkit.model.meeting import Meeting
from collabkit.model.person import Person
from collabkit.model.signoff import Signoff
from templates.blocks import Column, Fact, House, either
from templates.document import document
from templates.wml import paragraph

AS_OF = Text("数据截至 {{ document.as_of }}", "Data as of {{ document.as_of }}")
"""Beside a document's version: what was found since then stands in the form too."""
VERSION_AND_STATUS = "{{ document.version }}{% if document.status %} · {{ document.status }}{% endif %}"
MARKS = "{{ project.code }} · {{ form.number }} · {{ document.version }}"

NUMBER = Text("编号", "No.")
GOAL = Text("目标", "Goal")
METRIC = Text("衡量指标", "Metric")
BASELINE = Text("基线", "Baseline")
TARGET = field_label(Goal, "target")
DEPARTMENT = Text("部门", "Department")
OWNER = Text("责任人", "Owner")
DUE = Text("期限", "Due")
STATUS = Text("状态", "Status")
DATE = Text("日期", "Date")
SIGNATURE = Text("签字", "Signature")
SIGNATURE_OR_STAMP = Text("签字或盖章", "Signature or stamp")

PROJECT = (
    Fact(Text("项目名称", "Project"), "{{ project.name }}"),
    Fact(field_label(About, "code"), "{{ project.code }}"),
)
MANAGER = Fact(field_label(About, "manager"), "{{ project.manager }}")
MEETING = (
    [
        Fact(Text("会议时间", "Meeting date"), "{{ meeting.date }}"),
        Fact(field_label(Meeting, "place"), "{{ meeting.place }}"),
    ],
    [
        Fact(field_label(Meeting, "chair"), "{{ meeting.chair }}"),
        Fact(field_label(Meeting, "attendees"), "{{ meeting.attendees }}"),
    ],
)
SPONSOR = Fact(Text("项目发起人", "Sponsor"), "{{ project.sponsor }}")


def form(house: House, form: Form, blocks: list[str], *, mark: str = "") -> bytes:
    """Return the template of a form: the title band, `blocks`, header and footer.

    `mark` is the tag of what the document is about, such as the week, shown under the form's number.
    """
    sensitivity = '{% if document.sensitivity != "—" %}{{ document.sensitivity }}{% endif %}'
    state = "{% if document.status %} {{ document.status }}{% endif %}"
    marks = ["{{ form.number }}  {{ document.version }}" + state, "{{ document.number }}", sensitivity]
    about = [mark] if mark else [marks[1], house.t(AS_OF)]
    band = house.band(form.title, "{{ document.organization }}", [marks[0], *about, marks[2]])
    # A document cannot end with a table; the line after it is as good as none, so that it opens no new page.
    body = band + "".join(blocks) + paragraph(style="CKEnd")
    header = house.header("{{ project.name }}", "{{ form.title }}")
    return document(house, house.t(form.title), body, header, house.footer(MARKS))


def control(
    house: House, *, author: str = "{{ document.author }}", distribution: str = "{{ document.distribution }}"
) -> str:
    """Return who prepared, reviewed and approved the document, and its revisions when there are any."""
    people = house.grid(
        [
            Fact(field_label(Document, "author"), author),
            Fact(Text("编制日期", "Prepared on"), "{{ document.date }}"),
        ],
        [
            Fact(Text("版本与状态", "Version, status"), VERSION_AND_STATUS),
            Fact(Text("数据截至", "Data as of"), "{{ document.as_of }}"),
        ],
        [
            Fact(field_label(Document, "reviewer"), "{{ document.reviewer }}"),
            Fact(field_label(Document, "approver"), "{{ document.approver }}"),
        ],
        [
            Fact(Text("文件编号", "Document no."), "{{ document.number }}"),
            Fact(field_label(Document, "distribution"), distribution),
        ],
    )
    history = house.listing(
        "document.history",
        "entry",
        [
            Column(field_label(Revision, "version"), 10, "{{ entry.version }}", "center"),
            Column(DATE, 16, "{{ entry.date }}", "center"),
            Column(Text("修改人", "By"), 16, "{{ entry.author }}", "center"),
            Column(Text("修订摘要", "Summary"), 58, "{{ entry.summary }}"),
        ],
    )
    title = Text("文件控制", "Document control")
    return house.section(title) + people + either("document.history", house.gap() + history)


def signatures(house: House, title: Text, *, approval: Text | None = None, people: str = "signatures") -> str:
    """Return the section in which `people` sign, and the sponsor approves where `approval` names that."""
    columns = [
        Column(DEPARTMENT, 16, "{{ person.department }}", "center"),
        Column(field_label(Person, "name"), (12, 16), "{{ person.name }}", "center"),
        Column(Text("角色", "Role"), (13, 13.3), "{{ person.role }}", "center"),
        Column(field_label(Signoff, "opinion"), (26, 24), "{{ person.opinion }}" + house.remark("person.note")),
        Column(SIGNATURE if approval else SIGNATURE_OR_STAMP, (17, 16.4), "{{ person.signature }}", "center"),
        Column(DATE, (16, 14.3), "{{ person.date }}", "center"),
    ]
    return house.section(title) + house.signatures(people, "person", columns, approval)
