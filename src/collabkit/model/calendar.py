"""The working calendar."""

from typing import Annotated

from pydantic import Field

from collabkit.lang import Text
from collabkit.model.base import Day, Line, Many, Model
from collabkit.model.words import Weekday


class Calendar(Model):
    """The section `calendar`: which days are worked."""

    workdays: Annotated[Many[Weekday], Field(min_length=1), Text("每周工作日", "Weekdays that are worked")] = (
        Weekday.MON,
        Weekday.TUE,
        Weekday.WED,
        Weekday.THU,
        Weekday.FRI,
    )
    country: Annotated[
        Line | None,
        Text("法定节假日与调休所属国家，如 CN", "Country of statutory holidays and make-up days, such as CN"),
    ] = None
    days_off: Annotated[Many[Day], Text("公司自定休息日", "The company's own days off")] = ()
    extra_workdays: Annotated[Many[Day], Text("公司自定加班日", "The company's own extra working days")] = ()
