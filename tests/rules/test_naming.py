"""Departments that were renamed, people with additions: which declared one is meant, if it is certain enough."""

from __future__ import annotations

import pytest

from collabkit.rules.naming import department_meant, person_meant

UNITS = ["产品部", "门店部", "信息部", "人力资源部", "生产与供应链部"]
OFFICES = ["Operations", "Information Technology", "Store Operations", "Human Resources", "R&D", "Marketing"]
STAFF = ["王芳", "李雷", "韩梅", "李建国"]
CREW = ["Anna Berg", "Wei Zhang", "Tom Becker", "Anna Rossi", "Priya Nair"]


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("门店运营部", "门店部"),
        ("信息技术部", "信息部"),
        ("信息中心", "信息部"),
        ("华东门店部", "门店部"),
        ("产品", "产品部"),
        ("产品团队", "产品部"),
        ("供应链部", "生产与供应链部"),
        ("人资部", "人力资源部"),
        ("IT", "信息部"),
        ("HR", "人力资源部"),
        ("HR Department", "人力资源部"),
        ("财务部", None),
        ("部", None),
        ("法务合规部", None),
    ],
)
def test_a_department_under_another_name_is_the_declared_one(name: str, meant: str | None) -> None:
    assert department_meant(name, UNITS) == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("IT", "Information Technology"),
        ("I.T.", "Information Technology"),
        ("HR", "Human Resources"),
        ("Operations Department", "Operations"),
        ("Store Operations Dept.", "Store Operations"),
        ("the Marketing team", "Marketing"),
        ("Mktg", "Marketing"),
        ("Stores", "Store Operations"),
        ("Finance", None),
        ("Legal", None),
        ("", None),
        ("x" * 200, None),
    ],
)
def test_an_abbreviation_is_the_department_it_stands_for(name: str, meant: str | None) -> None:
    assert department_meant(name, OFFICES) == meant


def test_a_short_name_for_two_departments_means_neither() -> None:
    assert department_meant("销售部", ["华东销售部", "华南销售部"]) is None
    assert department_meant("研发部", ["研究开发部", "财务部"]) == "研究开发部"


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("韩梅（工程师）", "韩梅"),
        ("韩梅(工程师)", "韩梅"),
        ("韩梅 工程师", "韩梅"),
        ("韩梅-产品部", "韩梅"),
        ("产品部韩梅", "韩梅"),
        ("产品部：韩梅", "韩梅"),
        ("韩梅工程师", "韩梅"),
        ("韩梅/工程师", "韩梅"),
        ("@韩梅", "韩梅"),
        ("王经理", "王芳"),
        ("王总", "王芳"),
        ("小王", "王芳"),
        ("老韩", "韩梅"),
        ("李总", None),
        ("张经理", None),
        ("韩梅梅的朋友", None),
        ("韩梅/张三", None),
    ],
)
def test_a_person_with_an_addition_is_the_declared_one(name: str, meant: str | None) -> None:
    assert person_meant(name, STAFF) == meant


@pytest.mark.parametrize(
    ("name", "meant"),
    [
        ("Tom Becker (PM)", "Tom Becker"),
        ("Tom Becker, PM", "Tom Becker"),
        ("Mr. Tom Becker", "Tom Becker"),
        ("Becker, Tom", "Tom Becker"),
        ("Zhang Wei", "Wei Zhang"),
        ("Tom", "Tom Becker"),
        ("Nair", "Priya Nair"),
        ("T. Becker", "Tom Becker"),
        ("Anna R.", "Anna Rossi"),
        ("tom.becker@example.com", "Tom Becker"),
        ("Anna", None),
        ("A. B.", None),
        ("Tom Becker / Jan Smith", None),
        ("Tomas", None),
    ],
)
def test_part_of_a_name_is_the_one_person_who_bears_it(name: str, meant: str | None) -> None:
    assert person_meant(name, CREW) == meant
