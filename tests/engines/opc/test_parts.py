"""The parts of a package: what they are, what they are related to, and what the package says about itself."""

from __future__ import annotations

from datetime import date

import pytest

from collabkit.engines.opc import core_properties
from collabkit.engines.opc.markup import PartError
from collabkit.engines.opc.package import CONTENT_TYPES
from collabkit.engines.opc.parts import Parts, Relationship, relationships_of

OPC = "http://schemas.openxmlformats.org/package/2006"
TYPES = (
    f'<Types xmlns="{OPC}/content-types"><Default Extension="XML" ContentType="application/xml"/>'
    f'<Override PartName="/docProps/about.xml" ContentType="application/x.core-properties+xml"/></Types>'
)
LINKS = (
    f'<Relationships xmlns="{OPC}/relationships">'
    '<Relationship Id="a" Type="http://x/image" Target="../media/b.png"/>'
    '<Relationship Id="b" Type="http://x/image" Target="/word/c.png"/>'
    '<Relationship Id="c" Type="http://x/hyperlink" Target="http://x" TargetMode="External"/></Relationships>'
)
CORE = f'<cp:coreProperties xmlns:cp="{OPC}/metadata/core-properties"><cp:revision>7</cp:revision></cp:coreProperties>'


def parts(**more: str) -> Parts:
    texts = {CONTENT_TYPES: TYPES, "word/document.xml": "<a/>", "docProps/about.xml": CORE} | more
    return Parts({name: text.encode() for name, text in texts.items()})


def test_a_part_has_the_type_given_to_it_or_to_the_ending_of_its_name() -> None:
    found = parts()
    assert found.kind("docProps/about.xml") == "application/x.core-properties+xml"
    assert found.kind("word/document.xml") == "application/xml"
    assert found.kind("word/nowhere.xml") == ""
    assert list(found.of_kind("properties+xml")) == ["docProps/about.xml"]


def test_what_a_part_is_related_to_is_found_from_where_the_part_stands() -> None:
    found = parts(**{"word/_rels/document.xml.rels": LINKS})
    assert list(found.relationships("word/document.xml")) == [
        Relationship("a", "image", "media/b.png"),
        Relationship("b", "image", "word/c.png"),
    ]
    assert list(found.relationships("docProps/about.xml")) == []
    assert relationships_of("") == "_rels/.rels"


def test_the_properties_are_found_by_their_type_where_no_relationship_leads_to_them() -> None:
    assert parts().core_properties() == "docProps/about.xml"
    assert Parts({CONTENT_TYPES: TYPES.encode()}).core_properties() == ""


def test_a_part_that_is_not_there_is_damage() -> None:
    with pytest.raises(PartError, match="word/styles"):
        parts().xml("word/styles.xml")


def test_properties_are_put_in_and_all_else_stays() -> None:
    after = core_properties.filled(CORE.encode(), "core.xml", title="一\n二\0", author="王芳", day=date(2026, 3, 2))
    text = after.decode()
    assert ">一 二\ufffd</" in text
    assert text.count(">王芳</") == 2
    assert text.count("2026-03-02T00:00:00Z") == 2
    assert "<cp:revision>7<" in text


def test_properties_that_are_not_given_stay_byte_for_byte() -> None:
    assert core_properties.filled(CORE.encode(), "core.xml") == CORE.encode()
