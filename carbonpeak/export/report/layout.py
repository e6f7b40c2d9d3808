"""What every writer of a report shares: numbers of figures and tables, captions, cells, lines.

Writers see pieces only: texts in one line each, free of what a file cannot hold, numbered once.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report.document import (
    Block,
    CardRow,
    FigureBlock,
    Heading,
    PageBreak,
    PairBlock,
    Paragraph,
    Progress,
    Report,
    Source,
    TableBlock,
)
from carbonpeak.export.report.endnotes import Endnotes, Entry
from carbonpeak.export.report.frames import Frame, frame, half
from carbonpeak.export.report.grid import Grid
from carbonpeak.export.report.measures import MOST_BANDS, MOST_SIDEWAYS, MOST_UPRIGHT
from carbonpeak.export.rows.plain import one_line
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Card
from carbonpeak.figures.origin import standing_line
from carbonpeak.words import Lang, say
from carbonpeak.words.speaker import Speaker

# How many lines below its judgements a card has in a compact report.
COMPACT_LINES = 2


@dataclass(frozen=True)
class Caption:
    """A caption in its parts: kind ("图"), number and title, and the whole of them."""

    kind: str
    number: int
    title: str
    lang: Lang

    @property
    def label(self) -> str:
        """Kind and number: "图 1", "Figure 1"."""
        return say(f"report.{self.kind}", self.lang, number=self.number)

    @property
    def text(self) -> str:
        """The whole caption."""
        return say("report.caption", self.lang, label=self.label, title=self.title)

    def around(self) -> tuple[str, str]:
        """Return what stands before and after the number."""
        before, _, after = self.label.partition(str(self.number))
        return before, after + self.text.removeprefix(self.label)


@dataclass(frozen=True, eq=False)
class FigurePiece:
    """A figure with its caption, alternative text, the lines below, and how its chart stands."""

    printable: PrintableFigure
    caption: Caption
    alt: str
    lines: tuple[str, ...]
    frame: Frame


@dataclass(frozen=True, eq=False)
class RowPiece:
    """Two figures side by side at half the width, or one alone, in a compact report."""

    figures: tuple[FigurePiece, ...]


@dataclass(frozen=True, eq=False)
class TablePiece:
    """A table with its caption, what it measures, its cells and the lines below."""

    printable: PrintableFigure
    caption: Caption
    subtitle: str
    grid: Grid
    lines: tuple[str, ...]

    @property
    def is_wide(self) -> bool:
        """Whether it stands on a page turned sideways: upright it would be in too many parts."""
        return len(self.grid.bands(MOST_UPRIGHT)) > MOST_BANDS

    @property
    def bands(self) -> tuple[Grid, ...]:
        """The parts of a wide table, one below the other, each with its first column."""
        return self.grid.bands(MOST_SIDEWAYS if self.is_wide else MOST_UPRIGHT)


@dataclass(frozen=True)
class CardPiece:
    """One key number: name, value, and the lines below it."""

    name: str
    value: str
    value_is_words: bool
    lines: tuple[str, ...]
    small: str


@dataclass(frozen=True)
class CardsPiece:
    """Key numbers side by side."""

    cards: tuple[CardPiece, ...]


@dataclass(frozen=True)
class NotesPiece:
    """The notes at the end of a report."""

    entries: tuple[Entry, ...]


Piece = (
    FigurePiece | RowPiece | TablePiece | CardsPiece | NotesPiece | Paragraph | Heading | PageBreak
)


def pieces(report: Report) -> tuple[Piece, ...]:
    """Return the blocks of a report, numbered and ready to be written; its notes end them."""
    notes = Endnotes()
    found = tuple(_pieces(report, report.blocks, notes))
    if report.compact:
        return tuple(_rows(found))
    return (*found, *_notes(notes.entries(report.lang), report.lang))


def slide_pieces(report: Report) -> tuple[Piece, ...]:
    """Return what stands on the slides of a report, no two figures in a row."""
    # Slides have room for every figure whole, those of a compact report as well.
    whole = replace(report, compact=False)
    found = _pieces(whole, report.deck or report.blocks, Endnotes())
    return tuple(one for piece in found for one in _alone(piece))


def headings(shown: Sequence[Piece]) -> tuple[Heading, ...]:
    """Return the headings among pieces, for the list of contents."""
    return tuple(one for one in shown if isinstance(one, Heading))


def opening(report: Report) -> tuple[str, ...]:
    """Return the lines below the title of a report: subtitle, date and version of the data."""
    version = say("report.data", report.lang, version=report.data_version)
    told = _whole((report.subtitle, report.date_words, version))
    return ("　".join(told),) if report.compact else told


def sources(report: Report) -> tuple[str, ...]:
    """Return the entries of the list of sources, in words."""
    return tuple(
        say(
            "report.source",
            report.lang,
            document=_document(one, say("report.source.stop", report.lang)),
            licence=one_line(one.licence),
        )
        for one in report.sources
    )


def _document(source: Source, joint: str) -> str:
    """Return the name of a source with its citation, where that says more than the name."""
    said = (one_line(source.name), one_line(source.citation).rstrip(".。"))
    return joint.join(_whole(tuple(dict.fromkeys(said))))


def source_line(report: Report) -> str:
    """Return the names of all sources and the statement in one line, for a compact report."""
    tell = Speaker(report.lang)
    names = tell.clauses(one_line(one.name) for one in report.sources)
    named = [tell("figure.source", sources=f"{names}。" if tell.is_chinese else f"{names}.")]
    return tell.sentences((*(named if names else ()), tell("report.statement")))


@dataclass
class Counter:
    """Counts the figures that are written and tells it on."""

    total: int
    progress: Progress
    done: int = 0

    def written(self, piece: Piece) -> None:
        """Say how many figures are written after a piece; Cancelled goes on to the caller."""
        if figures_in(piece):
            self.done += figures_in(piece)
            self.progress(self.done, self.total)


def counter(shown: tuple[Piece, ...], progress: Progress) -> Counter:
    """Return a counter over the figures and tables of a report."""
    return Counter(sum(map(figures_in, shown)), progress)


def figures_in(piece: Piece) -> int:
    """Return how many figures and tables a piece holds."""
    if isinstance(piece, RowPiece):
        return len(piece.figures)
    return int(isinstance(piece, FigurePiece | TablePiece))


def _pieces(report: Report, blocks: Sequence[Block], notes: Endnotes) -> Iterator[Piece]:
    counted = {"figure": 0, "table": 0}
    for block, after in zip_longest(blocks, blocks[1:]):
        match block:
            case FigureBlock(printable):
                counted["figure"] += 1
                yield _figure(printable, counted["figure"], report, notes)
            case PairBlock(printables):
                counted["figure"] += 2
                yield _pair(printables, counted["figure"] - 1, report, notes)
            case TableBlock(printable, most_rows):
                counted["table"] += 1
                yield _table(printable, most_rows, counted["table"], report.lang, notes)
            case CardRow(cards):
                yield CardsPiece(tuple(_card(one, report) for one in cards))
            case _:
                yield _words(block, after)


def _words(block: Heading | Paragraph | PageBreak, after: Block | None) -> Piece:
    """Return words in one line; those before a figure, a table or cards lead to them."""
    if isinstance(block, Heading):
        return Heading(one_line(block.text), block.level)
    if isinstance(block, PageBreak):
        return block
    leads = isinstance(after, FigureBlock | PairBlock | TableBlock | CardRow)
    return replace(block, text=one_line(block.text), bold=one_line(block.bold), leads=leads)


def _alone(piece: Piece) -> Iterator[Piece]:
    """Yield a piece; figures side by side one after the other."""
    if isinstance(piece, RowPiece):
        yield from (replace(one, frame=frame(one.printable)) for one in piece.figures)
    else:
        yield piece


def _notes(entries: tuple[Entry, ...], lang: Lang) -> tuple[Piece, ...]:
    """Return the notes under their heading, nothing where there is none."""
    if not entries:
        return ()
    texts = tuple(Entry(one.mark, one_line(one.text)) for one in entries)
    return (Heading(say("report.notes", lang)), NotesPiece(texts))


def one_by_one(piece: FigurePiece) -> Iterator[tuple[FigurePiece, str, bool]]:
    """Yield a figure of each part of a chart, its caption, and whether it is the last."""
    for place, part in enumerate(piece.frame.parts, start=1):
        text = piece.caption.text
        if place > 1:
            text = say("report.continued", piece.caption.lang, caption=text)
        drawn = replace(piece.frame, parts=(part,))
        yield replace(piece, frame=drawn), text, place == len(piece.frame.parts)


def _rows(found: tuple[Piece, ...]) -> Iterator[Piece]:
    """Put figures that follow each other side by side, two in a row."""
    waiting: list[FigurePiece] = []
    for piece in (*found, None):
        if waiting and (len(waiting) == 2 or not isinstance(piece, FigurePiece)):
            yield RowPiece(tuple(map(_shortened, waiting)))
            waiting = []
        if isinstance(piece, FigurePiece):
            waiting.append(piece)
        elif piece is not None:
            yield piece


def _shortened(piece: FigurePiece) -> FigurePiece:
    printable = piece.printable
    standing = standing_line(printable.figure, printable.tell)
    # The id ends with the versions of data and method.
    identity = say("report.identity", printable.lang, passport=printable.passport.id)
    return replace(piece, lines=_whole((printable.figure.subtitle, standing, identity)))


def _figure(
    printable: PrintableFigure, number: int, report: Report, notes: Endnotes
) -> FigurePiece:
    caption = Caption("figure", number, one_line(printable.title), report.lang)
    lines = _whole((printable.figure.subtitle, *notes.lines(printable, caption.label)))
    drawn = half(printable, compact=True) if report.compact else frame(printable)
    return FigurePiece(printable, caption, one_line(printable.figure.alt), lines, drawn)


def _pair(
    printables: tuple[PrintableFigure, PrintableFigure], first: int, report: Report, notes: Endnotes
) -> RowPiece:
    """Return two figures at half the width, the first under a number."""
    figures = [_figure(one, first + at, report, notes) for at, one in enumerate(printables)]
    return RowPiece(tuple(replace(one, frame=half(one.printable)) for one in figures))


def _table(
    printable: PrintableFigure,
    most_rows: int | None,
    number: int,
    lang: Lang,
    notes: Endnotes,
) -> TablePiece:
    caption = Caption("table", number, one_line(printable.title), lang)
    grid = _grid(printable)
    total = len(grid.rows)
    cut = grid if most_rows is None else replace(grid, rows=grid.rows[:most_rows])
    shown = len(cut.rows)
    cut_short = [say("report.cut", lang, shown=shown, total=total)] if shown < total else []
    subtitle = one_line(printable.figure.subtitle)
    lines = notes.lines(printable, caption.label)
    return TablePiece(printable, caption, subtitle, cut, _whole((*cut_short, *lines)))


def _grid(printable: PrintableFigure) -> Grid:
    shown = printable.figure.table.shown
    cells = zip(*(column.cells for column in shown), strict=True)
    return Grid(
        tuple(one_line(column.head.label) for column in shown),
        tuple(tuple(one_line(cell.text) for cell in row) for row in cells),
        tuple(column.is_number for column in shown),
    )


def _card(card: Card, report: Report) -> CardPiece:
    """Return a card; a compact report has its first lines only, its answers say the others."""
    lang, most = report.lang, COMPACT_LINES if report.compact else None
    tiers = (
        say("report.tier", lang, label=label, tier=labels.tier(tier, Speaker(lang)))
        for label, tier in card.tiers
    )
    lines = _whole((card.since, *tiers, *card.lines[:most]))
    value = one_line(card.value)
    return CardPiece(one_line(card.name), value, card.value_is_words, lines, one_line(card.small))


def _whole(lines: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(one_line(line) for line in lines if line)
