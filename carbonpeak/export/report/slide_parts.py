"""Slides and what stands on them: titles, pictures, tables, cards, text, notes."""

import io
from collections.abc import Sequence
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.text import MSO_ANCHOR, PP_ALIGN
from pptx.oxml.ns import qn
from pptx.util import Emu, Mm, Pt

from carbonpeak.charts.style import GREY, INK, PALETTE, PAPER, RULE
from carbonpeak.export.report.document import Paragraph
from carbonpeak.export.report.grid import Grid
from carbonpeak.export.report.layout import CardPiece, CardsPiece, FigurePiece
from carbonpeak.export.report.measures import TONGUES, digits
from carbonpeak.export.rows.plain import glyphs
from carbonpeak.words import Lang

# 13.333 x 7.5 inches, in mm.
WIDTH, HEIGHT = 338.67, 190.5
EDGE = 14.0
ROOM = WIDTH - 2 * EDGE
TITLE_TOP, TITLE_HEIGHT, MEASURE_TOP, MEASURE_HEIGHT = 7.0, 20.0, 27.0, 7.0
BODY_TOP, FOOT_TOP = 36.0, 171.0
BODY_HEIGHT = FOOT_TOP - BODY_TOP - 2
# Sizes of type in points.
OPENING, SECTION, TITLE, BODY, MEASURE, SMALL = 36, 32, 24, 18, 13, 9
LONG_TITLE, SMALLER_TITLE = 66, 19
# Latin and Chinese families; every machine in an office has these or puts its own in their place.
LATIN, CHINESE = "Arial", "微软雅黑"
TITLE_ONLY = 5


class Deck:
    """The slides of one presentation in one language."""

    def __init__(self, presentation: Any, lang: Lang) -> None:
        """Take an empty presentation and give it its size."""
        self._slides = presentation.slides
        self._layout = presentation.slide_layouts[TITLE_ONLY]
        self._lang = lang
        presentation.slide_width, presentation.slide_height = Mm(WIDTH), Mm(HEIGHT)
        for layout in (presentation.slide_master, self._layout):
            _without_footers(layout)

    def opening(self, title: str, lines: Sequence[str]) -> None:
        """Add the slide that opens the report."""
        slide = self._slides.add_slide(self._layout)
        _bar(slide, 62.0)
        self._title(slide, title, OPENING, (EDGE, 40.0, ROOM, 48.0), MSO_ANCHOR.BOTTOM)
        self._box(slide, (EDGE, 94.0, ROOM, 60.0), [(line, BODY, False) for line in lines])

    def section(self, title: str) -> None:
        """Add the slide that opens a part of the report."""
        slide = self._slides.add_slide(self._layout)
        _bar(slide, 74.0)
        self._title(slide, title, SECTION, (EDGE, 70.0, ROOM, 40.0), MSO_ANCHOR.MIDDLE)

    def titled(self, title: str, measure: str) -> Any:
        """Add and return a slide with what is found and what is measured."""
        slide = self._slides.add_slide(self._layout)
        size = SMALLER_TITLE if len(title.encode()) > LONG_TITLE * 1.5 else TITLE
        self._title(slide, title, size, (EDGE, TITLE_TOP, ROOM, TITLE_HEIGHT), MSO_ANCHOR.MIDDLE)
        if measure:
            place = (EDGE, MEASURE_TOP, ROOM, MEASURE_HEIGHT)
            size = MEASURE if glyphs(measure) < digits(ROOM, MEASURE) else SMALL
            self._box(slide, place, [(measure, size, False)], GREY)
        return slide

    def text(self, title: str, paragraphs: Sequence[Paragraph], size: float) -> None:
        """Add a slide of sentences; an answer stands above them in larger type."""
        slide = self.titled(title, "")
        place = (EDGE, BODY_TOP - 6, ROOM, BODY_HEIGHT + 6)
        self._box(slide, place, [line for one in paragraphs for line in _said(one, size)])

    def small(self, slide: Any, lines: Sequence[str]) -> None:
        """Write what stands small at the foot of a slide."""
        place = (EDGE, FOOT_TOP, ROOM, HEIGHT - FOOT_TOP - 4)
        self._box(slide, place, [("　".join(lines), SMALL, False)], GREY)

    def notes(self, slide: Any, paragraphs: Sequence[str]) -> None:
        """Write the notes of a slide, for who speaks."""
        if paragraphs:
            frame = slide.notes_slide.notes_text_frame
            self._fill(frame, [(one, 12, False) for one in paragraphs], INK)

    def table(self, slide: Any, grid: Grid) -> None:
        """Write rows as a table that can be edited."""
        rows, count = len(grid.rows) + 1, len(grid.head)
        size = 12 if count <= 6 else 11 if count <= 8 else 10
        made = slide.shapes.add_table(
            rows, count, Mm(EDGE), Mm(BODY_TOP), Mm(ROOM), Mm(min(8.5 * rows, BODY_HEIGHT))
        ).table
        shares = grid.shares(digits(ROOM, size))
        for column, share in zip(made.columns, shares, strict=True):
            column.width = Mm(ROOM * share)
        for row, texts in zip(made.rows, (grid.head, *grid.rows), strict=True):
            is_header = texts is grid.head
            for place, (cell, text) in enumerate(zip(row.cells, texts, strict=True)):
                right = grid.figures[place] and place > 0
                self._cell(cell, text, size, is_header, PP_ALIGN.RIGHT if right else PP_ALIGN.LEFT)

    def cards(self, slide: Any, piece: CardsPiece) -> None:
        """Write key numbers side by side."""
        gap, top = 6.0, BODY_TOP - 6
        width = (ROOM - gap * (len(piece.cards) - 1)) / len(piece.cards)
        for place, card in enumerate(piece.cards):
            left = EDGE + place * (width + gap)
            box = self._box(slide, (left, top, width, BODY_HEIGHT), _card_lines(card))
            box.line.color.rgb, box.line.width = _colour(RULE), Pt(1)
            _margins(box.text_frame, 3.0)

    def _title(
        self, slide: Any, text: str, size: float, place: tuple[float, ...], anchor: MSO_ANCHOR
    ) -> None:
        shape = slide.shapes.title
        shape.left, shape.top, shape.width, shape.height = (Mm(one) for one in place)
        frame = shape.text_frame
        frame.vertical_anchor = anchor
        _margins(frame, 0.0)
        self._fill(frame, [(text, size, True)], PALETTE[0])

    def _box(
        self,
        slide: Any,
        place: tuple[float, float, float, float],
        lines: Sequence[tuple[str, float, bool]],
        colour: str = INK,
    ) -> Any:
        box = slide.shapes.add_textbox(*(Mm(one) for one in place))
        box.text_frame.word_wrap = True
        _margins(box.text_frame, 0.0)
        self._fill(box.text_frame, lines, colour)
        return box

    def _cell(self, cell: Any, text: str, size: float, is_header: bool, align: PP_ALIGN) -> None:
        cell.margin_left = cell.margin_right = Mm(1.5)
        cell.margin_top = cell.margin_bottom = Mm(0.6)
        cell.vertical_anchor = MSO_ANCHOR.MIDDLE
        cell.fill.solid()
        cell.fill.fore_color.rgb = _colour(PALETTE[0] if is_header else PAPER)
        self._fill(cell.text_frame, [(text, size, is_header)], PAPER if is_header else INK)
        cell.text_frame.paragraphs[0].alignment = align

    def _fill(self, frame: Any, lines: Sequence[tuple[str, float, bool]], colour: str) -> None:
        for place, (text, size, bold) in enumerate(lines):
            line = frame.paragraphs[0] if place == 0 else frame.add_paragraph()
            line.alignment = PP_ALIGN.LEFT
            line.space_after = Pt(size / 3) if len(lines) > 1 else Pt(0)
            run = line.add_run()
            run.text = text
            run.font.size, run.font.bold, run.font.name = Pt(size), bold, LATIN
            run.font.color.rgb = _colour(colour)
            properties = run._r.get_or_add_rPr()
            properties.set("lang", TONGUES[self._lang])
            properties.set("altLang", TONGUES["en" if self._lang == "zh" else "zh"])
            chinese = properties.makeelement(qn("a:ea"), {"typeface": CHINESE})
            properties.find(qn("a:latin")).addnext(chinese)


def pictures(slide: Any, contents: Sequence[bytes], piece: FigurePiece) -> None:
    """Place pictures side by side in the body of a slide, in true proportions, as large as go.

    All are made larger by the same, so that their letters are of one size.
    """
    shapes = [slide.shapes.add_picture(io.BytesIO(one), 0, 0) for one in contents]
    width = ROOM / len(shapes)
    scale = min(min(Mm(width) / one.width, Mm(BODY_HEIGHT) / one.height) for one in shapes)
    for place, shape in enumerate(shapes):
        shape.width, shape.height = (Emu(round(s * scale)) for s in (shape.width, shape.height))
        shape.left = Mm(EDGE + place * width) + (Mm(width) - shape.width) // 2
        # Columns begin at one height, one picture stands in the middle.
        spare = (Mm(BODY_HEIGHT) - shape.height) // 2
        shape.top = Mm(BODY_TOP) + (spare if len(shapes) == 1 else 0)
        told = shape._element.nvPicPr.cNvPr
        told.set("name", piece.caption.label)
        told.set("descr", piece.alt)


def _said(paragraph: Paragraph, size: float) -> list[tuple[str, float, bool]]:
    """Return the lines of a paragraph: its answer and its sentences, as far as it has them."""
    lines = [(paragraph.bold, size + 4, True), (paragraph.text, size, False)]
    return [line for line in lines if line[0]]


def _card_lines(card: CardPiece) -> list[tuple[str, float, bool]]:
    value = 22 if card.value_is_words else 30
    small = [(card.small, 10.0, False)] if card.small else []
    lines = [(line, 11.5, False) for line in card.lines]
    return [(card.name, 14, True), (card.value, value, True), *lines, *small]


def _margins(frame: Any, size: float) -> None:
    frame.margin_left = frame.margin_right = frame.margin_top = frame.margin_bottom = Mm(size)
    frame.word_wrap = True


def _bar(slide: Any, top: float) -> None:
    """Draw the mark at the edge of an opening slide."""
    mark = slide.shapes.add_shape(1, Mm(0), Mm(top), Mm(6), Mm(32))
    mark.fill.solid()
    mark.fill.fore_color.rgb = _colour(PALETTE[0])
    mark.line.fill.background()
    mark.shadow.inherit = False


def _without_footers(layout: Any) -> None:
    """Take the places for date and number out of a layout: they are of the old size and empty."""
    for shape in list(layout.placeholders):
        if shape.placeholder_format.idx >= 10:
            shape._element.getparent().remove(shape._element)


def _colour(given: str) -> Any:
    colour: Any = RGBColor
    return colour.from_string(given.removeprefix("#"))
