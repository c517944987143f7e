"""The control of documents: version, date, status, history."""

from typing import Annotated

from collabkit.lang import Text
from collabkit.model.base import (
    ISSUE_KEYS,
    Day,
    Line,
    Many,
    Model,
    PersonId,
    Table,
    WeekId,
    Words,
)
from collabkit.model.words import DocumentStatus, Sensitivity
from collabkit.phrases import FORM_TITLES


class Revision(Model):
    """One line of the revision history."""

    natural_key = ("version", "date")

    version: Annotated[Line | None, Text("版本", "Version")] = None
    date: Annotated[Day | None, Text("日期", "Date")] = None
    author: Annotated[PersonId | None, Text("修改人", "Changed by")] = None
    summary: Annotated[Line | None, Text("修订摘要", "What changed")] = None


class Document(Model):
    """The section `document`: document control, on every form."""

    organization: Annotated[Line | None, Text("公司名称", "Organisation")] = None
    version: Annotated[Line | None, Text("版本；0.x 为草稿", "Version; 0.x is a draft")] = None
    date: Annotated[Day | None, Text("编制日期", "Document date")] = None
    sensitivity: Annotated[Sensitivity | None, Text("密级", "Sensitivity")] = None
    author: Annotated[PersonId | None, Text("编制", "Prepared by")] = None
    reviewer: Annotated[PersonId | None, Text("审核", "Reviewed by")] = None
    approver: Annotated[PersonId | None, Text("批准", "Approved by")] = None
    distribution: Annotated[Words, Text("分发范围", "Distribution")] = ()
    history: Annotated[Many[Revision], Text("修订记录，最新在前", "Revision history, newest first")] = ()


class Control(Model):
    """The control of one form; what is missing follows `document`."""

    version: Annotated[Line | None, Text("版本；0.x 为草稿", "Version; 0.x is a draft")] = None
    date: Annotated[Day | None, Text("编制日期", "Document date")] = None
    status: Annotated[
        DocumentStatus | None, Text("文件状态；不填则由签字情况得出", "Status; follows from the signatures")
    ] = None
    author: Annotated[PersonId | None, Text("编制", "Prepared by")] = None
    reviewer: Annotated[PersonId | None, Text("审核", "Reviewed by")] = None
    approver: Annotated[PersonId | None, Text("批准", "Approved by")] = None
    distribution: Annotated[Words, Text("分发范围", "Distribution")] = ()
    history: Annotated[Many[Revision], Text("修订记录，最新在前", "Revision history, newest first")] = ()


class Documents(Model):
    """The section `documents`: document control of single forms, where it differs from the project's."""

    charter: Annotated[Control | None, FORM_TITLES["charter"]] = None
    tasks: Annotated[Control | None, FORM_TITLES["tasks"]] = None
    goals: Annotated[Control | None, FORM_TITLES["goals"]] = None
    weekly: Annotated[dict[WeekId, Control], FORM_TITLES["weekly"] + Text("，按 ISO 周", ", by ISO week")] = {}
    resolution: Annotated[
        Table[Control], ISSUE_KEYS, FORM_TITLES["resolution"] + Text("，按问题编号", ", by issue")
    ] = {}
    closeout: Annotated[Control | None, FORM_TITLES["closeout"]] = None
