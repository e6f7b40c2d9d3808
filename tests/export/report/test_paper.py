"""A report on paper: every letter can be read, and no page stands nearly empty."""

import io
import math
from dataclasses import replace

import docx
import pptx
import pytest
from pypdf import PdfReader

from carbonpeak.export.picture.size import Paper
from carbonpeak.export.report import frames, making, measures
from carbonpeak.export.report.document import FigureBlock, PairBlock
from carbonpeak.export.report.layout import FigurePiece, RowPiece, pieces, slide_pieces
from carbonpeak.export.report.templates import TEMPLATES

# The last digit of a size of 6.5 points is rounded on the way through the browser.
LEAST_PT = frames.LEAST_PT - 0.05
# Of the height of the text, what stands on a page at least: charts end it where the next is tall.
LEAST_FILLED = 0.33
PT_PER_MM = 72 / 25.4
# The first ones always, the others with ``--in-full``.
REPORTS = [
    ("yearly", "130000", "en"),
    ("brief", "", "zh"),
    ("yearly", "", "zh"),
    ("brief", "", "en"),
]
FIRST = 2


def letters(page):
    """Return (size in points, height above the foot in points, text) of all texts of a page."""
    found = []

    def see(text, cm, tm, _font, size):
        if text.strip():
            along = tm[0] * cm[0] + tm[1] * cm[2], tm[0] * cm[1] + tm[1] * cm[3]
            height = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            found.append((size * math.hypot(*along), height, text.strip()))

    page.extract_text(visitor_text=see)
    return found


def test_every_letter_can_be_read_and_no_page_is_nearly_empty(printed, in_full):
    for which in REPORTS if in_full else REPORTS[:FIRST]:
        pages = [letters(page) for page in PdfReader(io.BytesIO(printed(*which)[1])).pages]
        for number, page in enumerate(pages, start=1):
            assert [one for one in page if one[0] < LEAST_PT] == [], (which, number)
        for number, page in enumerate(pages[:-1], start=1):
            assert filled(page) >= LEAST_FILLED, (which, number)


def filled(page):
    """Return what part of the height of the text its texts take, the foot aside."""
    foot = (measures.BOTTOM - 5) * PT_PER_MM
    heights = [height for _, height, _ in page if height > foot]
    return (max(heights) - min(heights)) / (measures.TEXT_HEIGHT * PT_PER_MM)


@pytest.mark.parametrize(("place", "lang"), [("", "zh"), ("", "en"), ("130000", "en")])
def test_no_chart_is_made_smaller_than_its_letters_allow(made, place, lang):
    """As drawn for its frame; Word and PDF place it at that size, slides at least so large."""
    for template in TEMPLATES:
        report = made(template, place, lang)
        for piece in charts((*pieces(report), *slide_pieces(report))):
            for part in piece.frame.parts:
                chart, width = part.figure.chart, piece.frame.width_mm
                assert frames.letters(chart, width) >= LEAST_PT, piece.caption.text
                room = measures.ROW_PICTURE if width < frames.FULL else frames.HIGHEST
                tall = frames.HIGHEST if piece.frame.across > 1 else room
                assert frames.height(chart, width) <= tall, piece.caption.text


def charts(found):
    for piece in found:
        if isinstance(piece, RowPiece):
            yield from piece.figures
        elif isinstance(piece, FigurePiece):
            yield piece


def test_word_and_slides_place_pictures_as_large_as_they_are_drawn(made, renderer):
    """The tallest figures of a report: a ranking in columns and a matrix in parts."""
    whole = made("yearly", "", "zh")
    wanted = {"region_ranking", "peak_matrix"}
    blocks = [
        one
        for one in whole.blocks
        if isinstance(one, FigureBlock) and one.printable.passport.figure in wanted
    ]
    short = replace(whole, blocks=tuple(blocks), deck=())
    document = docx.Document(io.BytesIO(making.make(short, "docx", renderer)))
    for shape in document.inline_shapes:
        width = shape.width.mm
        assert min(abs(width - one) for one in (frames.FULL, frames.HALF)) < 3
    deck = pptx.Presentation(io.BytesIO(making.make(short, "pptx", renderer)))
    for shape in (one for slide in deck.slides for one in slide.shapes if one.shape_type == 13):
        drawn = shape.image.size[0] / making.DPI * 25.4
        assert shape.width.mm >= 0.99 * drawn
        assert Paper(frames.HALF if drawn < 100 else frames.FULL).points(1) * 11 / 13 >= LEAST_PT


def test_a_pair_shares_one_width(made):
    report = made("yearly", "130000", "zh")
    assert any(isinstance(one, PairBlock) for one in report.blocks)
    rows = [one for one in pieces(report) if isinstance(one, RowPiece)]
    assert {one.frame.width_mm for row in rows for one in row.figures} == {frames.HALF}
