"""The page and the styles of a report in Word: measures, faces, headings of the navigation pane."""

from dataclasses import replace
from typing import cast

from docx.document import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle

from carbonpeak.charts.style import INK
from carbonpeak.export.report import measures
from carbonpeak.export.report.measures import Faces, Type
from carbonpeak.words import Lang

PICTURE, NOTE, CELL, NUMBER = "Picture", "Figure Note", "Table Cell", "Page Number Line"
CONTENTS, CONTENTS_TITLE = "Contents Line", "Contents Title"
CENTRE = WD_ALIGN_PARAGRAPH.CENTER
ALL_FACES = ("w:ascii", "w:hAnsi", "w:eastAsia", "w:cs")


def prepare(document: Document, lang: Lang, compact: bool) -> Faces:
    """Give a new document its page and styles; return the faces used."""
    faces = measures.faces(lang, compact)
    page(document.sections[0], sideways=False, compact=compact)
    normal = _style(document, "Normal", faces.body)
    normal.paragraph_format.space_after = Pt(0)
    _style(document, "Title", faces.title, align=CENTRE, before=12, after=6)
    _style(document, "Subtitle", faces.subtitle, align=CENTRE, after=3)
    for level, face in enumerate(faces.heading, start=1):
        _style(document, f"Heading {level}", face, keep=True, before=6, after=3)
    _style(document, "Caption", faces.caption, align=CENTRE, before=3, after=3, keep=True)
    _style(document, NOTE, faces.small)
    cell = _style(document, CELL, Type(faces.small.latin, measures.SONG, 9, 0))
    cell.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    _style(document, NUMBER, Type(measures.SERIF, measures.SONG, 14, 18))
    _style(document, CONTENTS_TITLE, faces.heading[0], align=CENTRE, after=3)
    _style(document, CONTENTS, replace(faces.body, line=faces.body.size * 1.5))
    picture = _style(document, PICTURE, faces.body, align=CENTRE, before=6, keep=True)
    # An exact line height would cut the picture to one line.
    picture.paragraph_format.line_spacing_rule = WD_LINE_SPACING.SINGLE
    _speak(document, lang)
    return faces


def page(section: Section, sideways: bool, compact: bool = False) -> None:
    """Give a section the official paper and margins, turned where a table is wide."""
    width, height = Mm(measures.PAPER_WIDTH), Mm(measures.PAPER_HEIGHT)
    edges = [Mm(one) for one in (measures.TOP, measures.RIGHT, measures.BOTTOM, measures.LEFT)]
    if sideways:
        width, height, edges = height, width, [*edges[1:], edges[0]]
    section.orientation = WD_ORIENT.LANDSCAPE if sideways else WD_ORIENT.PORTRAIT
    section.page_width, section.page_height = width, height
    section.top_margin, section.right_margin, section.bottom_margin, section.left_margin = edges
    section.footer_distance = Mm(16 if sideways else 24)
    if compact:
        section.top_margin = Mm(measures.COMPACT_TOP)
        section.bottom_margin = Mm(measures.COMPACT_BOTTOM)
        section.footer_distance = Mm(10)


def face(element: object, given: Type) -> None:
    """Set the families of a style or run: Latin and Chinese, none by theme."""
    properties = element._element.get_or_add_rPr()  # type: ignore[attr-defined]
    fonts = properties.get_or_add_rFonts()
    for name in list(fonts.attrib):
        del fonts.attrib[name]
    for name, family in zip(
        ALL_FACES, (given.latin, given.latin, given.chinese, given.latin), strict=True
    ):
        fonts.set(qn(name), family)


def _style(
    document: Document,
    name: str,
    given: Type,
    align: WD_ALIGN_PARAGRAPH | None = None,
    before: float = 0,
    after: float = 0,
    keep: bool = False,
) -> ParagraphStyle:
    known = [one.name for one in document.styles]
    if name not in known:
        document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    style = cast(ParagraphStyle, document.styles[name])
    face(style, given)
    style.font.size, style.font.bold, style.font.italic = Pt(given.size), given.bold, False
    style.font.color.rgb = RGBColor.from_string(INK.removeprefix("#"))
    shape = style.paragraph_format
    shape.alignment, shape.keep_with_next = align, keep
    shape.space_before, shape.space_after = Pt(before), Pt(after)
    shape.line_spacing_rule, shape.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(given.line)
    for border in style._element.findall(f".//{qn('w:pBdr')}"):
        border.getparent().remove(border)
    for spacing in style._element.findall(f"{qn('w:rPr')}/{qn('w:spacing')}"):
        spacing.getparent().remove(spacing)
    return style


def _speak(document: Document, lang: Lang) -> None:
    """Tell Word the language, so that nothing is underlined as misspelt."""
    latin = {"zh": "en-US", "en": "en-GB"}[lang]
    for tongue in document.styles.element.iter(qn("w:lang")):
        tongue.set(qn("w:val"), latin)
        tongue.set(qn("w:eastAsia"), "zh-CN")
    fonts = OxmlElement("w:themeFontLang")
    fonts.set(qn("w:val"), latin)
    fonts.set(qn("w:eastAsia"), "zh-CN")
    for old in document.settings.element.findall(qn("w:themeFontLang")):
        document.settings.element.replace(old, fonts)
