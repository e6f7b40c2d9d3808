"""Tables, cards, captions and notes of a report in Word."""

from collections.abc import Sequence
from typing import Any

from docx.document import Document
from docx.enum.section import WD_SECTION
from docx.enum.table import WD_TABLE_ALIGNMENT
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt
from docx.table import _Cell

from carbonpeak.export.report import measures, word_fields
from carbonpeak.export.report.grid import Grid
from carbonpeak.export.report.layout import Caption, CardPiece, CardsPiece, TablePiece
from carbonpeak.export.report.measures import KEPT_ROWS, Faces
from carbonpeak.export.report.word_fields import Borders
from carbonpeak.export.report.word_styles import CELL, NOTE, page
from carbonpeak.words import Lang, say

# Left and right of what stands in a cell, together in mm.
CELL_MARGINS = 4
# So many lines stay on the page of their figure.
KEPT_NOTES = 3
ALIGN = {True: WD_ALIGN_PARAGRAPH.RIGHT, False: WD_ALIGN_PARAGRAPH.LEFT}


def add_caption(document: Document | _Cell, caption: Caption) -> None:
    """Write a caption whose number Word can count, showing the number it has."""
    before, after = caption.around()
    line = document.add_paragraph(before, style="Caption")
    word_fields.field(line, f"SEQ {before.strip()} \\* ARABIC", str(caption.number))
    line.add_run(after)


def add_notes(document: Document | _Cell, lines: tuple[str, ...]) -> None:
    """Write the lines below a figure; the first stay with it, many may go on over the page."""
    for place, text in enumerate(lines, start=1):
        shape = document.add_paragraph(text, style=NOTE).paragraph_format
        shape.keep_together = True
        shape.keep_with_next = place < min(len(lines), KEPT_NOTES)
        shape.space_after = Pt(10) if place == len(lines) else Pt(0)


def add_table(document: Document, piece: TablePiece, lang: Lang) -> None:
    """Write a table with its caption above; a wide one on a page turned sideways."""
    if piece.is_wide:
        page(document.add_section(WD_SECTION.NEW_PAGE), sideways=True)
    for place, grid in enumerate(piece.bands):
        if place == 0:
            add_caption(document, piece.caption)
            _centred_note(document, piece.subtitle)
        else:
            text = say("report.continued", lang, caption=piece.caption.text)
            document.add_paragraph(text, style="Caption")
        _grid(document, grid, lang, _room(piece.is_wide))
        document.add_paragraph(style=NOTE)
    add_notes(document, piece.lines)
    if piece.is_wide:
        page(document.add_section(WD_SECTION.NEW_PAGE), sideways=False)


def add_cards(document: Document, piece: CardsPiece, faces: Faces) -> None:
    """Write key numbers side by side."""
    cells = add_cells(document, len(piece.cards), word_fields.BOX)
    for cell, card in zip(cells, piece.cards, strict=True):
        _card(cell, card, faces)
    document.add_paragraph(style=NOTE)


def add_cells(document: Document, count: int, lines: Borders = ()) -> Sequence[Any]:
    """Return cells side by side over the width of the text, never cut by a page."""
    table: Any = document.add_table(rows=1, cols=count)
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    word_fields.borders(table, lines)
    word_fields.row_rules(table.rows[0], is_header=False)
    for cell in table.rows[0].cells:
        cell.width = Mm(measures.TEXT_WIDTH / count)
    return tuple(table.rows[0].cells)


def _room(sideways: bool) -> float:
    return measures.TEXT_HEIGHT if sideways else measures.TEXT_WIDTH


def _centred_note(document: Document, text: str) -> None:
    shape = document.add_paragraph(text, style=NOTE).paragraph_format
    shape.alignment, shape.keep_with_next = WD_ALIGN_PARAGRAPH.CENTER, True
    shape.space_after = Pt(3)


def _grid(document: Document, grid: Grid, lang: Lang, room: float) -> None:
    table: Any = document.add_table(rows=1 + len(grid.rows), cols=len(grid.head))
    table.autofit, table.alignment = False, WD_TABLE_ALIGNMENT.CENTER
    word_fields.borders(table, word_fields.BORDERS)
    word_fields.narrow_margins(table)
    points = measures.table_size(len(grid.head), lang)
    widths = [Mm(room * share) for share in grid.shares(measures.digits(room, points))]
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for at, (row, texts) in enumerate(zip(table.rows, (grid.head, *grid.rows), strict=True)):
        word_fields.row_rules(row, is_header=at == 0)
        # Word keeps rows together by their paragraphs.
        stays = at <= KEPT_ROWS or at == len(grid.rows) - 1
        for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
            cell.width = widths[place]
            _write(cell, text, Pt(points), at == 0, ALIGN[grid.figures[place] and place > 0])
            cell.paragraphs[0].paragraph_format.keep_with_next = stays and at < len(grid.rows)


def _write(cell: Any, text: str, size: Pt, bold: bool, align: WD_ALIGN_PARAGRAPH) -> None:
    line = cell.paragraphs[0]
    line.style, line.alignment = CELL, align
    run = line.add_run(text)
    run.font.size, run.font.bold = size, bold
    if bold:
        word_fields.underline(cell)


def _card(cell: Any, card: CardPiece, faces: Faces) -> None:
    name, small = faces.caption.size, faces.small.size
    value = faces.body.size * (1.0 if card.value_is_words else 1.4)
    texts = [(card.name, name, True), (card.value, value, True)]
    texts += [(line, small, False) for line in card.lines]
    texts += [(card.small, small - 0.5, False)] if card.small else []
    for place, (text, points, bold) in enumerate(texts):
        line = cell.paragraphs[0] if place == 0 else cell.add_paragraph()
        line.style = CELL
        run = line.add_run(text)
        run.font.size, run.font.bold = Pt(points), bold
        line.paragraph_format.space_after = Pt(2)
