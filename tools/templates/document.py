"""A whole template file: body, header, footer and the parts around them."""

from __future__ import annotations

from typing import Final

from collabkit.engines.opc.package import CONTENT_TYPES, write_package
from collabkit.lang import Lang
from templates.blocks import House
from templates.look import FONTS, MARGIN_SIDE, PAGE_HEIGHT, PAGE_WIDTH
from templates.styles import numbering, styles
from templates.theme import theme
from templates.wml import NAMESPACES

_XML: Final = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_OFFICE: Final = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE: Final = "http://schemas.openxmlformats.org/package/2006"
_WORD: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml"

_BESIDE: Final = (
    ("styles", "styles"),
    ("settings", "settings"),
    ("numbering", "numbering"),
    ("fontTable", "fontTable"),
    ("header1", "header"),
    ("header2", "header"),
    ("footer1", "footer"),
)


def document(house: House, title: str, body: str, header: str, footer: str) -> bytes:
    """Return a .docx with `body`; the footer stands on every page, the header on all but the first."""
    lang, whole = house.lang, body + _section(house)
    parts: dict[str, str | bytes] = {
        CONTENT_TYPES: _types(),
        "_rels/.rels": _top(),
        "word/document.xml": f"{_XML}<w:document {NAMESPACES}><w:body>{whole}</w:body></w:document>",
        "word/_rels/document.xml.rels": _beside(),
        "word/styles.xml": styles(lang, house.width, house.density),
        "word/settings.xml": _settings(lang),
        "word/numbering.xml": numbering(lang),
        "word/fontTable.xml": _fonts(lang),
        "word/theme/theme1.xml": theme(lang),
        "word/header1.xml": f"{_XML}<w:hdr {NAMESPACES}>{header}</w:hdr>",
        "word/header2.xml": f"{_XML}<w:hdr {NAMESPACES}><w:p/></w:hdr>",
        "word/footer1.xml": f"{_XML}<w:ftr {NAMESPACES}>{footer}</w:ftr>",
        "docProps/core.xml": _core(title),
        "docProps/app.xml": _app(),
    }
    return write_package({name: part.encode() if isinstance(part, str) else part for name, part in parts.items()})


def _section(house: House) -> str:
    references = (
        '<w:headerReference w:type="default" r:id="header1"/><w:headerReference w:type="first" r:id="header2"/>'
        '<w:footerReference w:type="default" r:id="footer1"/><w:footerReference w:type="first" r:id="footer1"/>'
    )
    size = f'<w:pgSz w:w="{PAGE_WIDTH}" w:h="{PAGE_HEIGHT}"/>'
    if house.wide:
        size = f'<w:pgSz w:w="{PAGE_HEIGHT}" w:h="{PAGE_WIDTH}" w:orient="landscape"/>'
    return (
        f"<w:sectPr>{references}{size}"
        f'<w:pgMar w:top="{house.density.margin_top}" w:right="{MARGIN_SIDE}"'
        f' w:bottom="{house.density.margin_bottom}" w:left="{MARGIN_SIDE}"'
        ' w:header="567" w:footer="510" w:gutter="0"/><w:titlePg/></w:sectPr>'
    )


def _types() -> str:
    overrides = "".join(
        f'<Override PartName="/word/{name}.xml" ContentType="{_WORD}.{kind}+xml"/>' for name, kind in _BESIDE
    )
    return (
        f'{_XML}<Types xmlns="{_PACKAGE}/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        '<Default Extension="xml" ContentType="application/xml"/>'
        f'<Override PartName="/word/document.xml" ContentType="{_WORD}.document.main+xml"/>{overrides}'
        '<Override PartName="/word/theme/theme1.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.theme+xml"/>'
        '<Override PartName="/docProps/core.xml"'
        ' ContentType="application/vnd.openxmlformats-package.core-properties+xml"/>'
        '<Override PartName="/docProps/app.xml"'
        ' ContentType="application/vnd.openxmlformats-officedocument.extended-properties+xml"/></Types>'
    )


def _relationship(name: str, kind: str, target: str) -> str:
    return f'<Relationship Id="{name}" Type="{kind}" Target="{target}"/>'


def _top() -> str:
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">' + "".join(
        (
            _relationship("document", f"{_OFFICE}/officeDocument", "word/document.xml"),
            _relationship("core", f"{_PACKAGE}/relationships/metadata/core-properties", "docProps/core.xml"),
            _relationship("app", f"{_OFFICE}/extended-properties", "docProps/app.xml"),
            "</Relationships>",
        )
    )


def _beside() -> str:
    listed = "".join(_relationship(name, f"{_OFFICE}/{kind}", f"{name}.xml") for name, kind in _BESIDE)
    listed += _relationship("theme", f"{_OFFICE}/theme", "theme/theme1.xml")
    return f'{_XML}<Relationships xmlns="{_PACKAGE}/relationships">{listed}</Relationships>'


def _settings(lang: Lang) -> str:
    fonts = FONTS[lang]
    compat = "".join(
        f'<w:compatSetting w:name="{name}" w:uri="http://schemas.microsoft.com/office/word" w:val="{value}"/>'
        for name, value in (
            ("compatibilityMode", "15"),
            ("overrideTableStyleFontSizeAndJustification", "1"),
            ("enableOpenTypeFeatures", "1"),
            ("doNotFlipMirrorIndents", "1"),
            ("differentiateMultirowTableHeaders", "1"),
        )
    )
    return (
        f'{_XML}<w:settings {NAMESPACES}><w:zoom w:percent="100"/><w:defaultTabStop w:val="420"/>'
        '<w:characterSpacingControl w:val="compressPunctuation"/>'
        f"<w:compat><w:useFELayout/>{compat}</w:compat>"
        f'<w:themeFontLang w:val="{fonts.latin}" w:eastAsia="{fonts.east_asia}"/>'
        '<w:decimalSymbol w:val="."/><w:listSeparator w:val=","/></w:settings>'
    )


def _fonts(lang: Lang) -> str:
    fonts = FONTS[lang]
    latin = dict.fromkeys((fonts.text, fonts.head))
    asian = {fonts.text_asia: "SimSun", fonts.head_asia: "SimHei"}
    listed = "".join(f'<w:font w:name="{name}"><w:charset w:val="00"/></w:font>' for name in latin)
    # The other name helps programs that know the face only by its English one.
    listed += "".join(
        f'<w:font w:name="{name}"><w:altName w:val="{other}"/><w:charset w:val="86"/></w:font>'
        for name, other in asian.items()
    )
    return f"{_XML}<w:fonts {NAMESPACES}>{listed}</w:fonts>"


def _core(title: str) -> str:
    return (
        f'{_XML}<cp:coreProperties xmlns:cp="{_PACKAGE}/metadata/core-properties"'
        ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
        ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{title}</dc:title><dc:creator>collabkit</dc:creator>"
        "<cp:lastModifiedBy>collabkit</cp:lastModifiedBy>"
        '<dcterms:created xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:created>'
        '<dcterms:modified xsi:type="dcterms:W3CDTF">2026-01-01T00:00:00Z</dcterms:modified></cp:coreProperties>'
    )


def _app() -> str:
    space = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties"
    return f'{_XML}<Properties xmlns="{space}"><Application>collabkit</Application></Properties>'
