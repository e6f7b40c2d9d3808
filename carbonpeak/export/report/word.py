"""A report as a Word document: official A4 measures, real headings, numbered captions."""

import io
from collections.abc import Callable, Sequence
from datetime import datetime

import docx
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Emu, Mm, Pt
from docx.text.paragraph import Paragraph as Line

from carbonpeak.export.printable import SOFTWARE, PrintableFigure
from carbonpeak.export.report import layout, word_fields
from carbonpeak.export.report.document import (
    Heading,
    PageBreak,
    Paragraph,
    Progress,
    Report,
    ignore,
)
from carbonpeak.export.report.layout import (
    CardsPiece,
    FigurePiece,
    NotesPiece,
    RowPiece,
    TablePiece,
)
from carbonpeak.export.report.measures import (
    ROW_PICTURE,
    TEXT_HEIGHT,
    TEXT_WIDTH,
    TONGUES,
    Faces,
    picture_room,
)
from carbonpeak.export.report.word_styles import NOTE, PICTURE, prepare
from carbonpeak.export.report.word_tables import (
    CELL_MARGINS,
    add_caption,
    add_cards,
    add_cells,
    add_notes,
    add_table,
)
from carbonpeak.export.rows.archive import undated
from carbonpeak.export.rows.plain import one_line
from carbonpeak.words import say

# The same at every export, so a file never depends on the clock.
DATED = datetime(2000, 1, 1)
# A report shorter than this needs no list of contents.
LEAST_HEADINGS = 3

Pictures = Callable[[PrintableFigure, int], bytes]


def write(report: Report, pictures: Pictures, progress: Progress = ignore) -> bytes:
    """Return a report as DOCX.

    ``pictures`` gives the PNG of a chart without words, drawn for a width in mm, its resolution
    inside. Whatever it or ``progress`` raises goes on to the caller.
    """
    document = docx.Document()
    faces = prepare(document, report.lang, report.compact)
    _describe(document, report)
    word_fields.page_numbers(document.sections[0])
    document.settings.odd_and_even_pages_header_footer = True
    shown = layout.pieces(report)
    _open(document, report, shown)
    writer = _Writer(document, report, pictures, faces)
    counter = layout.counter(shown, progress)
    for piece in shown:
        writer.add(piece)
        counter.written(piece)
    writer.close()
    content = io.BytesIO()
    document.save(content)
    return undated(content.getvalue())


class _Writer:
    """Writes pieces into a document, each by its kind."""

    def __init__(
        self, document: Document, report: Report, pictures: Pictures, faces: Faces
    ) -> None:
        """Begin after the title; ``faces`` are those of the styles."""
        self._document = document
        self._report = report
        self._pictures = pictures
        self._faces = faces
        self._headings = 0
        self._breaks = False

    def add(self, piece: layout.Piece) -> None:
        """Write one piece, on a new page where one was asked for."""
        before = len(self._document.paragraphs)
        if self._breaks and isinstance(piece, CardsPiece | RowPiece):
            self._document.add_paragraph(style=NOTE)
        self._write(piece)
        if self._breaks and not _turns(piece):
            self._document.paragraphs[before].paragraph_format.page_break_before = True
        self._breaks = isinstance(piece, PageBreak)

    def _write(self, piece: layout.Piece) -> None:
        match piece:
            case FigurePiece():
                self._figure(piece)
            case RowPiece():
                self._row(piece)
            case TablePiece():
                add_table(self._document, piece, self._report.lang)
            case CardsPiece():
                add_cards(self._document, piece, self._faces)
            case Heading():
                self._heading(piece)
            case NotesPiece(entries):
                add_notes(self._document, tuple(f"{one.mark} {one.text}" for one in entries))
            case Paragraph():
                self._paragraph(piece)

    def close(self) -> None:
        """Write the list of sources and the version of the data."""
        entries = layout.sources(self._report)
        if self._report.compact:
            line = layout.source_line(self._report)
            self._document.add_paragraph(line, style=NOTE)
            return
        if entries:
            self._heading(Heading(say("report.sources", self._report.lang)))
        for place, entry in enumerate(entries, start=1):
            self._document.add_paragraph(f"[{place}] {entry}", style=NOTE)

    def _heading(self, heading: Heading) -> None:
        self._headings += 1
        line = self._document.add_paragraph(heading.text, style=f"Heading {heading.level}")
        word_fields.bookmark(line, self._headings)

    def _paragraph(self, piece: Paragraph) -> None:
        if piece.small:
            add_notes(self._document, (piece.whole,))
            return
        line = self._document.add_paragraph()
        if piece.bold:
            line.add_run(piece.bold).font.bold = True
        line.add_run(piece.whole.removeprefix(piece.bold))
        line.paragraph_format.keep_with_next = piece.leads or None
        if not self._faces.indent:
            line.paragraph_format.space_after = Pt(6)
            return
        line.paragraph_format.first_line_indent = Pt(self._faces.indent * self._faces.body.size)
        # In glyphs too, so that the indent follows when the reader changes the size.
        line._p.get_or_add_pPr().get_or_add_ind().set(
            qn("w:firstLineChars"), str(100 * self._faces.indent)
        )

    def _figure(self, piece: FigurePiece) -> None:
        """Write a figure; where its parts do not stand side by side, each with its caption."""
        room = picture_room(piece.lines, self._report.lang)
        if piece.frame.across > 1:
            self._columns(piece)
            add_caption(self._document, piece.caption)
        for one, text, _ in () if piece.frame.across > 1 else layout.one_by_one(piece):
            self._picture(self._document.add_paragraph(style=PICTURE), one, TEXT_WIDTH, room)
            if text == piece.caption.text:
                add_caption(self._document, piece.caption)
            else:
                self._document.add_paragraph(text, style="Caption")
        add_notes(self._document, piece.lines)

    def _columns(self, piece: FigurePiece) -> None:
        """Write the parts of a chart side by side in one line, so that they stay together."""
        line = self._document.add_paragraph(style=PICTURE)
        width = TEXT_WIDTH / piece.frame.across
        for one, _, _ in layout.one_by_one(piece):
            self._picture(line, one, width, TEXT_HEIGHT)

    def _row(self, piece: RowPiece) -> None:
        """Write figures side by side, each with its caption and lines in its cell."""
        width = TEXT_WIDTH / len(piece.figures)
        for cell, figure in zip(
            add_cells(self._document, len(piece.figures)), piece.figures, strict=True
        ):
            line = cell.paragraphs[0]
            line.style = PICTURE
            self._picture(line, figure, width - CELL_MARGINS, ROW_PICTURE)
            add_caption(cell, figure.caption)
            add_notes(cell, figure.lines)
        self._document.add_paragraph(style=NOTE)

    def _picture(self, line: Line, piece: FigurePiece, width: float, height: float) -> None:
        """Place a picture at its own size, or smaller where that is more than the room in mm."""
        (part,) = piece.frame.parts
        content = self._pictures(part, piece.frame.width_mm)
        shape = line.add_run().add_picture(io.BytesIO(content))
        room = min(1.0, Mm(width) / shape.width, Mm(height) / shape.height)
        shape.width, shape.height = Emu(round(shape.width * room)), Emu(round(shape.height * room))
        shape._inline.docPr.set("descr", piece.alt)
        shape._inline.docPr.set("title", piece.caption.text)


def _turns(piece: layout.Piece) -> bool:
    """Return whether a piece begins on a page of its own anyhow, or writes nothing."""
    return isinstance(piece, PageBreak) or (isinstance(piece, TablePiece) and piece.is_wide)


def _describe(document: Document, report: Report) -> None:
    """Write what the file says about itself; nothing of it comes from the clock."""
    told = document.core_properties
    told.title, told.subject = one_line(report.title), one_line(report.subtitle)
    told.author = told.last_modified_by = SOFTWARE
    told.language = TONGUES[report.lang]
    told.keywords = say("report.data", report.lang, version=report.data_version)
    told.comments = one_line(report.date_words)
    told.created = told.modified = DATED
    told.revision = 1


def _open(document: Document, report: Report, shown: Sequence[layout.Piece]) -> None:
    """Write title, subtitle, date and, where the report is long, its contents."""
    document.add_paragraph(one_line(report.title), style="Title")
    for text in layout.opening(report):
        document.add_paragraph(text, style="Subtitle")
    headings = layout.headings(shown)
    if report.compact:
        return
    document.add_paragraph()
    if len(headings) >= LEAST_HEADINGS:
        word_fields.contents(document, say("report.contents", report.lang), headings)
