"""The theme part: office programs expect one, the styles name their faces and colours themselves."""

from __future__ import annotations

from collabkit.lang import Lang
from templates.look import ACCENT, FONTS, GREY, HEAD_FILL, LABEL_FILL, LINE

_SPACE = "http://schemas.openxmlformats.org/drawingml/2006/main"


def theme(lang: Lang) -> bytes:
    """Return a theme with the house's colours and faces, which Word offers where one picks a colour or a font."""
    fonts = FONTS[lang]
    colors = {
        "dk1": "000000",
        "lt1": "FFFFFF",
        "dk2": ACCENT,
        "lt2": LABEL_FILL,
        "accent1": ACCENT,
        "accent2": "9C0006",
        "accent3": "BF8F00",
        "accent4": "1E5C2A",
        "accent5": LINE,
        "accent6": HEAD_FILL,
        "hlink": ACCENT,
        "folHlink": GREY,
    }
    scheme = "".join(f'<a:{name}><a:srgbClr val="{color}"/></a:{name}>' for name, color in colors.items())
    faces = "".join(
        f'<a:{kind}Font><a:latin typeface="{latin}"/><a:ea typeface="{asia}"/><a:cs typeface=""/></a:{kind}Font>'
        for kind, latin, asia in (
            ("major", fonts.head, fonts.head_asia),
            ("minor", fonts.text, fonts.text_asia),
        )
    )
    fill = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    line = f'<a:ln w="6350">{fill}</a:ln>'
    effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    formats = (
        f"<a:fillStyleLst>{fill * 3}</a:fillStyleLst><a:lnStyleLst>{line * 3}</a:lnStyleLst>"
        f"<a:effectStyleLst>{effect * 3}</a:effectStyleLst><a:bgFillStyleLst>{fill * 3}</a:bgFillStyleLst>"
    )
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<a:theme xmlns:a="{_SPACE}" name="collabkit">'
        f'<a:themeElements><a:clrScheme name="collabkit">{scheme}</a:clrScheme>'
        f'<a:fontScheme name="collabkit">{faces}</a:fontScheme>'
        f'<a:fmtScheme name="collabkit">{formats}</a:fmtScheme></a:themeElements></a:theme>'
    ).encode()
