"""The style of a report in HTML: readable on a telephone, on paper by the official measures."""

from pathlib import Path

from carbonpeak.export.picture import typefaces
from carbonpeak.export.report import measures
from carbonpeak.export.report.measures import Type
from carbonpeak.words import Lang

RULES = Path(__file__).with_name("web.css")
# Latin faces that every machine has by one name or another.
# Chinese serifs of machines without the official faces, before our own, which has none.
SERIFS = ("Noto Serif CJK SC", "Source Han Serif SC")
GENERIC = {measures.SERIF: "serif", measures.SANS: "sans-serif"}


def style(lang: Lang, compact: bool) -> str:
    """Return the style sheet for a language."""
    faces = measures.faces(lang, compact)
    top, bottom = measures.TOP, measures.BOTTOM
    if compact:
        top, bottom = measures.COMPACT_TOP, measures.COMPACT_BOTTOM
    paper = (
        f"@page {{ size: A4; margin: {top}mm {measures.RIGHT}mm {bottom}mm {measures.LEFT}mm; }}"
    )
    named = {
        "title": faces.title,
        "subtitle": faces.subtitle,
        "h2": faces.heading[0],
        "h3": faces.heading[1],
        "body": faces.body,
        "caption": faces.caption,
        "small": faces.small,
    }
    variables = "".join(f"--{name}: {_font(face)};" for name, face in named.items())
    root = f":root {{ {variables} --indent: {faces.indent}em; --row: {measures.ROW_PICTURE}mm; }}"
    return f"{paper}{root}{RULES.read_text(encoding='utf-8')}"


def _font(face: Type) -> str:
    """Return a face as one CSS value; the typefaces that a PDF brings along end it.

    So no text is lost on a machine without fonts; the generic family finds one on any other.
    """
    serif = () if face.chinese == measures.HEI else SERIFS
    stand_ins = (*measures.STAND_INS[face.chinese], *serif, typefaces.FAMILY)
    names = [face.latin, face.chinese, *stand_ins]
    families = ", ".join(f'"{name}"' for name in names)
    weight = "bold " if face.bold else ""
    return f"{weight}{face.size}pt/{face.line}pt {families}, {GENERIC[face.latin]}"
