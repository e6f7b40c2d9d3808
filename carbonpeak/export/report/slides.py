"""A report as slides: one finding a slide, its figure in true proportions, the rest in notes."""

import io
from collections.abc import Callable, Iterable
from datetime import datetime
from typing import Any

import pptx

from carbonpeak.export.printable import SOFTWARE, PrintableFigure
from carbonpeak.export.report import layout, slide_parts
from carbonpeak.export.report.document import (
    Heading,
    PageBreak,
    Paragraph,
    Progress,
    Report,
    ignore,
)
from carbonpeak.export.report.layout import CardsPiece, FigurePiece, TablePiece
from carbonpeak.export.report.measures import TONGUES
from carbonpeak.export.report.slide_parts import BODY, Deck
from carbonpeak.export.rows.archive import undated
from carbonpeak.export.rows.plain import glyphs, one_line
from carbonpeak.words import say

# The same at every export, so a file never depends on the clock.
DATED = datetime(2000, 1, 1)
# What is read from the back of a room: rows and columns of a slide, glyphs of its text.
MOST_ROWS, MOST_COLUMNS, MOST_GLYPHS = 14, 10, 1000
# Sources with all that is said of them, and by name alone.
MOST_SOURCES, MOST_NAMES = 9, 20

Pictures = Callable[[PrintableFigure, int], bytes]


def write(report: Report, pictures: Pictures, progress: Progress = ignore) -> bytes:
    """Return a report as PPTX.

    ``pictures`` gives the PNG of a chart without words, drawn for a width in mm, its resolution
    inside. Whatever it or ``progress`` raises goes on to the caller.
    """
    presentation: Any = pptx.Presentation()
    _describe(presentation, report)
    deck = Deck(presentation, report.lang)
    deck.opening(one_line(report.title), layout.opening(report))
    writer = _Writer(deck, report, pictures)
    shown = layout.slide_pieces(report)
    counter = layout.counter(shown, progress)
    for piece in shown:
        writer.add(piece)
        counter.written(piece)
    writer.close()
    content = io.BytesIO()
    presentation.save(content)
    return undated(content.getvalue())


class _Writer:
    """Writes pieces onto slides; paragraphs wait until it is known what they belong to."""

    def __init__(self, deck: Deck, report: Report, pictures: Pictures) -> None:
        """Begin after the opening slide."""
        self._deck = deck
        self._report = report
        self._pictures = pictures
        self._waiting: list[Paragraph] = []
        self._heading = one_line(report.title)

    def add(self, piece: layout.Piece) -> None:
        """Write one piece."""
        match piece:
            case Paragraph():
                self._waiting.append(piece)
            case FigurePiece():
                self._figure(piece)
            case TablePiece():
                self._table(piece)
            case CardsPiece():
                self._cards(piece)
            case Heading(text, level):
                self._say_waiting()
                self._heading = text
                if level == 1:
                    self._deck.section(text)
            case PageBreak():
                self._say_waiting()

    def close(self) -> None:
        """Write what still waits and the list of sources."""
        self._say_waiting()
        shown = layout.sources(self._report)
        if self._report.deck:
            # A deck of few slides names its sources; where they stand is said in the report.
            shown = tuple(dict.fromkeys(one_line(one.name) for one in self._report.deck_sources))
        entries = [f"[{n}] {one}" for n, one in enumerate(shown, start=1)]
        most = MOST_NAMES if self._report.deck else MOST_SOURCES
        parts = [entries[at : at + most] for at in range(0, len(entries), most)]
        for place, part in enumerate(parts, start=1):
            title = self._part(say("report.sources", self._report.lang), place, len(parts))
            self._deck.text(title, [Paragraph(one) for one in part], size=12)

    def _figure(self, piece: FigurePiece) -> None:
        """Write a figure; where its parts do not stand side by side, each on a slide."""
        if piece.frame.across > 1 or len(piece.frame.parts) == 1:
            self._framed(piece, piece.caption.title)
            return
        parts = list(layout.one_by_one(piece))
        for place, (one, _, _) in enumerate(parts, start=1):
            self._framed(one, self._part(piece.caption.title, place, len(parts)))

    def _framed(self, piece: FigurePiece, title: str) -> None:
        slide = self._deck.titled(title, piece.printable.figure.subtitle)
        drawn = [self._pictures(one, piece.frame.width_mm) for one in piece.frame.parts]
        slide_parts.pictures(slide, drawn, piece)
        self._deck.small(slide, (piece.caption.label, *_below(piece.printable)))
        said = [one.whole for one in self._taken()]
        self._deck.notes(slide, [*said, piece.alt, *map(one_line, piece.printable.lines)])

    def _table(self, piece: TablePiece) -> None:
        parts = [part for band in piece.grid.bands(MOST_COLUMNS) for part in band.pages(MOST_ROWS)]
        waiting = [one.whole for one in self._taken()]
        for place, grid in enumerate(parts, start=1):
            title = self._part(piece.caption.title, place, len(parts))
            slide = self._deck.titled(title, piece.subtitle)
            self._deck.table(slide, grid)
            self._deck.small(slide, (piece.caption.label, *_below(piece.printable)))
            self._deck.notes(slide, [*waiting, *map(one_line, piece.printable.lines)])

    def _cards(self, piece: CardsPiece) -> None:
        # Cards fill a slide; what was said before them has one of its own.
        self._say_waiting()
        self._deck.cards(self._deck.titled(self._heading, ""), piece)

    def _say_waiting(self) -> None:
        """Write paragraphs that no figure followed as slides of text."""
        texts = self._taken()
        parts = list(_slides_of(texts))
        for place, part in enumerate(parts, start=1):
            self._deck.text(self._part(self._heading, place, len(parts)), part, size=BODY)

    def _taken(self) -> list[Paragraph]:
        taken, self._waiting = self._waiting, []
        return taken

    def _part(self, title: str, place: int, parts: int) -> str:
        if parts == 1:
            return title
        return say("report.part", self._report.lang, title=title, part=place, parts=parts)


def _describe(presentation: Any, report: Report) -> None:
    """Write what the file says about itself; nothing of it comes from the clock."""
    told = presentation.core_properties
    told.title, told.subject = one_line(report.title), one_line(report.subtitle)
    told.author = told.last_modified_by = SOFTWARE
    told.language = TONGUES[report.lang]
    told.keywords = say("report.data", report.lang, version=report.data_version)
    told.created = told.modified = DATED
    told.revision = 1


def _below(printable: PrintableFigure) -> tuple[str, ...]:
    """Return the lines that stand on the slide itself; all others are in its notes."""
    named = printable.sources_in_short or printable.sources
    source = say("figure.source", printable.lang, sources=named)
    lines = (printable.filter_line, source, printable.identity_line)
    return tuple(one_line(one) for one in lines if one)


def _slides_of(texts: list[Paragraph]) -> Iterable[list[Paragraph]]:
    """Give paragraphs in lots that each fit on a slide."""
    lot: list[Paragraph] = []
    for text in texts:
        if lot and sum(glyphs(one.whole) for one in [*lot, text]) > MOST_GLYPHS:
            yield lot
            lot = []
        lot.append(text)
    if lot:
        yield lot
