"""What python-docx has no words for: fields, bookmarks, borders, page numbers, contents."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.section import Section
from docx.shared import Pt
from docx.text.paragraph import Paragraph

from carbonpeak.export.report.document import Heading
from carbonpeak.export.report.word_styles import CONTENTS, CONTENTS_TITLE, NUMBER

# A table has a thick line above and below and thin ones between its rows; sizes in eighths of a pt.
Borders = Sequence[tuple[str, str, str]]
BORDERS: Borders = (("top", "12", "1A1A1A"), ("bottom", "12", "1A1A1A"), ("insideH", "4", "BFBFBF"))
BOX: Borders = tuple(
    (side, "6", "8C8C8C") for side in ("top", "left", "bottom", "right", "insideV")
)
DASH = "\u2014"
# Left and right of what stands in a cell, in twentieths of a point.
CELL_MARGIN = "57"


def element(tag: str, /, **attributes: str) -> Any:
    """Return an element of Word's own markup with its attributes."""
    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    return made


def field(paragraph: Paragraph, code: str, shown: str) -> None:
    """Add a field with the result it shows until it is updated."""
    begin_field(paragraph, code)
    paragraph.add_run(shown)
    end_field(paragraph)


def begin_field(paragraph: Paragraph, code: str) -> None:
    """Open a field; what is added next is its result."""
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="begin"))
    words = element("w:instrText")
    words.text = f" {code} "
    words.set(qn("xml:space"), "preserve")
    paragraph.add_run()._r.append(words)
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="separate"))


def end_field(paragraph: Paragraph) -> None:
    """Close a field."""
    paragraph.add_run()._r.append(element("w:fldChar", fldCharType="end"))


def bookmark(paragraph: Paragraph, number: int) -> None:
    """Name a heading by its number, so that the contents can lead to it."""
    start = element("w:bookmarkStart", id=str(number), name=_mark(number))
    paragraph._p.insert(1 if paragraph._p.pPr is not None else 0, start)
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def contents(document: Document, title: str, headings: Sequence[Heading]) -> None:
    """Write the list of contents: a field that already shows the headings, each a link."""
    document.add_paragraph(title, style=CONTENTS_TITLE)
    line = document.add_paragraph(style=CONTENTS)
    begin_field(line, 'TOC \\o "1-2" \\h \\z \\u')
    for place, heading in enumerate(headings, start=1):
        if place > 1:
            line = document.add_paragraph(style=CONTENTS)
        line.paragraph_format.left_indent = Pt(16 * (heading.level - 1))
        leading = element("w:hyperlink", anchor=_mark(place), history="1")
        leading.append(line.add_run(heading.text)._r)
        line._p.append(leading)
    end_field(line)
    document.add_paragraph()


def page_numbers(section: Section) -> None:
    """Number the pages as official documents do: outside, between dashes."""
    sides = ((section.footer, WD_ALIGN_PARAGRAPH.RIGHT), (section.even_page_footer, None))
    for footer, align in sides:
        footer.is_linked_to_previous = False
        line = footer.paragraphs[0]
        line.style, line.alignment = NUMBER, align
        line.add_run(f"{DASH} ")
        field(line, "PAGE", "1")
        line.add_run(f" {DASH}")


def borders(table: Any, lines: Borders) -> None:
    """Draw the lines of a table, each (side, size, colour)."""
    drawn = element("w:tblBorders")
    for side, size, colour in lines:
        drawn.append(element(f"w:{side}", val="single", sz=size, space="0", color=colour))
    table._tbl.tblPr.insert_element_before(drawn, "w:tblLayout", "w:tblCellMar", "w:tblLook")


def narrow_margins(table: Any) -> None:
    """Give the cells of a table of numbers little room beside their texts."""
    margins = element("w:tblCellMar")
    for side in ("left", "right"):
        margins.append(element(f"w:{side}", w=CELL_MARGIN, type="dxa"))
    table._tbl.tblPr.insert_element_before(margins, "w:tblLook")


def underline(cell: Any) -> None:
    """Draw the line below a cell of the header."""
    drawn = element("w:tcBorders")
    drawn.append(element("w:bottom", val="single", sz="8", space="0", color="1A1A1A"))
    cell._tc.get_or_add_tcPr().append(drawn)


def row_rules(row: Any, is_header: bool) -> None:
    """Keep a row on one page; a header is repeated on every page."""
    properties = row._tr.get_or_add_trPr()
    properties.append(element("w:cantSplit"))
    if is_header:
        properties.append(element("w:tblHeader"))


def _mark(number: int) -> str:
    return f"_Toc{number:08d}"
