"""The styles of the templates: what a company changes in Word to make the forms its own."""

from __future__ import annotations

from lxml import etree

from collabkit.engines.word.tones import STYLES as TONES
from collabkit.engines.word.tones import character_style
from collabkit.lang import Lang
from templates.look import ACCENT, FONTS, GREY, Density, Fonts
from templates.wml import NAMESPACES, border


def styles(lang: Lang, width: int, density: Density) -> bytes:
    """Return the styles part for one language and page."""
    fonts, chinese = FONTS[lang], lang is Lang.ZH
    # 黑体 is heavy by itself; a Latin face needs to be bold to stand out.
    strong = _faces(fonts.head, fonts.head_asia) + ("" if chinese else "<w:b/><w:bCs/>")
    body = "".join(
        (
            _defaults(fonts),
            _normal(),
            *_headings(strong, density),
            *_texts(strong, density, chinese),
            *_margins(width),
            _default_character(),
            *_tables(density),
            _no_list(),
            *_tones(),
        )
    )
    return f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:styles {NAMESPACES}>{body}</w:styles>'.encode()


def _defaults(fonts: Fonts) -> str:
    return (
        f"<w:docDefaults><w:rPrDefault><w:rPr>{_faces(fonts.text, fonts.text_asia)}"
        f'<w:sz w:val="21"/><w:szCs w:val="21"/>'
        f'<w:lang w:val="{fonts.latin}" w:eastAsia="{fonts.east_asia}" w:bidi="ar-SA"/>'
        "</w:rPr></w:rPrDefault><w:pPrDefault><w:pPr/></w:pPrDefault></w:docDefaults>"
    )


def _faces(latin: str, asia: str) -> str:
    return f'<w:rFonts w:ascii="{latin}" w:eastAsia="{asia}" w:hAnsi="{latin}" w:cs="{latin}"/>'


def _normal() -> str:
    return '<w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/><w:qFormat/></w:style>'


def _paragraph(name: str, layout: str, look: str, *, next_style: str = "", custom: bool = True) -> str:
    following = f'<w:next w:val="{next_style}"/>' if next_style else ""
    kind = ' w:customStyle="1"' if custom else ""
    # Word knows its own styles by names in lower case and by ids with a capital.
    identity = name.replace(" ", "") if custom else name.replace(" ", "").capitalize()
    return (
        f'<w:style w:type="paragraph"{kind} w:styleId="{identity}">'
        f'<w:name w:val="{name}"/><w:basedOn w:val="Normal"/>{following}<w:qFormat/>'
        f"<w:pPr>{layout}</w:pPr><w:rPr>{look}</w:rPr></w:style>"
    )


def _size(half_points: int) -> str:
    return f'<w:sz w:val="{half_points}"/><w:szCs w:val="{half_points}"/>'


def _headings(strong: str, density: Density) -> list[str]:
    accent, title = f'<w:color w:val="{ACCENT}"/>', '<w:keepNext/><w:jc w:val="center"/>'
    section = (
        '<w:keepNext/><w:keepLines/><w:numPr><w:numId w:val="1"/></w:numPr>'
        f'<w:spacing w:before="{density.section}" w:after="{density.section * 2 // 5}"/><w:outlineLvl w:val="0"/>'
    )
    part = '<w:keepNext/><w:keepLines/><w:spacing w:before="120" w:after="60"/><w:outlineLvl w:val="1"/>'
    return [
        _paragraph("Title", title, strong + accent + _size(38), custom=False),
        _paragraph("Subtitle", '<w:jc w:val="center"/>', _grey(18), custom=False),
        _paragraph("heading 1", section, strong + accent + _size(24), next_style="CKBody", custom=False),
        _paragraph("heading 2", part, strong + _size(21), next_style="CKBody", custom=False),
    ]


def _texts(strong: str, density: Density, chinese: bool) -> list[str]:
    # The faces that stand in for 宋体 are set more openly than it is.
    line = f' w:line="{density.line}" w:lineRule="auto"' if chinese and density.line != 240 else ""
    tight = f'<w:spacing w:before="{density.around}" w:after="{density.around}"{line}/>'
    return [
        _paragraph("CK Body", '<w:spacing w:before="20" w:after="40" w:line="312" w:lineRule="auto"/>', _size(21)),
        _paragraph(
            "CK Label", f'{tight}<w:jc w:val="{"center" if chinese else "left"}"/>', strong + _size(density.text)
        ),
        _paragraph("CK Head", f'<w:keepNext/>{tight}<w:jc w:val="center"/>', strong + _size(density.text - 1)),
        _paragraph("CK Text", tight, _size(density.text)),
        _paragraph("CK Note", '<w:spacing w:before="40" w:after="40"/>', _grey(17)),
        _paragraph("CK Gap", '<w:spacing w:line="80" w:lineRule="exact"/>', _size(4)),
        _paragraph("CK End", '<w:spacing w:line="20" w:lineRule="exact"/>', _size(2)),
    ]


def _margins(width: int) -> list[str]:
    tab = f'<w:tabs><w:tab w:val="right" w:pos="{width}"/></w:tabs>'
    return [
        _paragraph("header", f"<w:pBdr>{border('bottom')}</w:pBdr>{tab}", _grey(17), custom=False),
        _paragraph("footer", tab, _grey(17), custom=False),
    ]


def _grey(half_points: int) -> str:
    return f'<w:color w:val="{GREY}"/>' + _size(half_points)


def _default_character() -> str:
    return (
        '<w:style w:type="character" w:default="1" w:styleId="DefaultParagraphFont">'
        '<w:name w:val="Default Paragraph Font"/><w:uiPriority w:val="1"/><w:semiHidden/></w:style>'
    )


def _tables(density: Density) -> list[str]:
    lines = "".join(border(side) for side in ("top", "left", "bottom", "right", "insideH", "insideV"))
    margins = (
        f'<w:tblCellMar><w:top w:w="{density.cell}" w:type="dxa"/><w:left w:w="70" w:type="dxa"/>'
        f'<w:bottom w:w="{density.cell}" w:type="dxa"/><w:right w:w="70" w:type="dxa"/></w:tblCellMar>'
    )
    plain = (
        '<w:style w:type="table" w:default="1" w:styleId="TableNormal"><w:name w:val="Normal Table"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/><w:tblPr><w:tblInd w:w="0" w:type="dxa"/>'
        '<w:tblCellMar><w:top w:w="0" w:type="dxa"/><w:left w:w="108" w:type="dxa"/>'
        '<w:bottom w:w="0" w:type="dxa"/><w:right w:w="108" w:type="dxa"/></w:tblCellMar></w:tblPr></w:style>'
    )
    band = "<w:tblBorders>" + border("bottom", 12, ACCENT) + "</w:tblBorders>"
    return [
        plain,
        _table_style("CK Table", f"<w:tblBorders>{lines}</w:tblBorders>{margins}"),
        _table_style("CK Band", band + margins),
        _table_style("CK Box", f"<w:tblBorders>{_frame()}</w:tblBorders>{margins}"),
    ]


def _frame() -> str:
    return "".join(border(side, 12, ACCENT) for side in ("top", "left", "bottom", "right"))


def _table_style(name: str, look: str) -> str:
    return (
        f'<w:style w:type="table" w:customStyle="1" w:styleId="{name.replace(" ", "")}"><w:name w:val="{name}"/>'
        f'<w:basedOn w:val="TableNormal"/><w:qFormat/><w:tblPr>{look}</w:tblPr></w:style>'
    )


def _no_list() -> str:
    return (
        '<w:style w:type="numbering" w:default="1" w:styleId="NoList"><w:name w:val="No List"/>'
        '<w:uiPriority w:val="99"/><w:semiHidden/></w:style>'
    )


def _tones() -> list[str]:
    return [etree.tostring(character_style(name, look), encoding="unicode") for name, look in TONES.values()]


def numbering(lang: Lang) -> bytes:
    """Return the numbering of the sections: 一、二、三、 or 1. 2. 3.; a section left out leaves no gap."""
    kind, text = ("chineseCounting", "%1、") if lang is Lang.ZH else ("decimal", "%1.")
    indent = '<w:ind w:left="0" w:firstLine="0"/>'
    level = (
        f'<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:pStyle w:val="Heading1"/>'
        f'<w:suff w:val="{"nothing" if lang is Lang.ZH else "space"}"/><w:lvlText w:val="{text}"/>'
        f'<w:lvlJc w:val="left"/><w:pPr>{indent}</w:pPr></w:lvl>'
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:numbering {NAMESPACES}>'
        f'<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="singleLevel"/>{level}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
    ).encode()
