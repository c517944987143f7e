"""The character styles that show a tone, and how a template without them gets them."""

from __future__ import annotations

from typing import Final

from lxml import etree

from collabkit.engines.opc.markup import parse
from collabkit.engines.word.ooxml import Element, W, fragment, namespaces, w
from collabkit.styled import Tone

STYLES: Final[dict[Tone, tuple[str, str]]] = {
    "missing": (
        "CK Missing",
        '<w:i/><w:iCs/><w:color w:val="7F7F7F"/><w:shd w:val="clear" w:color="auto" w:fill="F2F2F2"/>',
    ),
    "red": (
        "CK Red",
        '<w:b/><w:bCs/><w:color w:val="9C0006"/><w:shd w:val="clear" w:color="auto" w:fill="F8CBCB"/>',
    ),
    "amber": (
        "CK Amber",
        '<w:b/><w:bCs/><w:color w:val="7F4A00"/><w:shd w:val="clear" w:color="auto" w:fill="FFE699"/>',
    ),
    "green": (
        "CK Green",
        '<w:b/><w:bCs/><w:color w:val="1E5C2A"/><w:shd w:val="clear" w:color="auto" w:fill="C6E7CE"/>',
    ),
    "strong": ("CK Strong", "<w:b/><w:bCs/>"),
    "muted": ("CK Muted", '<w:color w:val="7F7F7F"/>'),
}
"""Each tone's style, by the name Word shows, and its look where a template does not define it."""


def style_ids(styles: bytes | None) -> dict[Tone, str]:
    """Return the style id of each tone: the one of the template's style of that name, else the usual one."""
    found: dict[str, str] = {}
    if styles is not None:
        for style in parse(styles, "styles.xml").iter(w("style")):
            name = style.find(w("name"))
            if name is not None:
                found[(name.get(w("val")) or "").casefold()] = style.get(w("styleId")) or ""
    return {tone: found.get(name.casefold()) or name.replace(" ", "") for tone, (name, _) in STYLES.items()}


def with_tones(styles: bytes) -> bytes:
    """Return a styles part that defines all tones; one that does already comes back as it is."""
    root = parse(styles, "styles.xml")
    known = {(name.get(w("val")) or "").casefold() for name in root.iterfind(f"{w('style')}/{w('name')}")}
    lacking = [(name, look) for name, look in STYLES.values() if name.casefold() not in known]
    if not lacking:
        return styles
    for name, look in lacking:
        root.append(character_style(name, look))
    return etree.tostring(root, encoding="UTF-8", xml_declaration=True, standalone=True)


def character_style(name: str, look: str) -> Element:
    """Return a character style called `name` with the run properties `look`."""
    return etree.fromstring(
        f'<w:style xmlns:w="{W}" w:type="character" w:customStyle="1" w:styleId="{name.replace(" ", "")}">'
        f'<w:name w:val="{name}"/><w:uiPriority w:val="1"/><w:qFormat/><w:rPr>{look}</w:rPr></w:style>'
    )


def run_formats(properties: Element | None, ids: dict[Tone, str]) -> dict[Tone | None, str]:
    """Return the run properties of a tag, plain and in each tone."""
    if properties is None:
        toned = {tone: f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>' for tone, style in ids.items()}
        return toned | {None: ""}
    declared = namespaces(properties)
    # A toned text keeps what the tag's run says, under its tone's style instead of another one.
    inner = fragment((child for child in properties if child.tag != w("rStyle")), declared)
    toned = {tone: f'<w:rPr><w:rStyle w:val="{style}"/>{inner}</w:rPr>' for tone, style in ids.items()}
    return toned | {None: fragment([properties], declared)}
