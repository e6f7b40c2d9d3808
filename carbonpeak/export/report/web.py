"""A report as one HTML file that needs nothing else: for the screen, and for paper as a PDF."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.report import layout
from carbonpeak.export.report.document import (
    Heading,
    PageBreak,
    Paragraph,
    Progress,
    Report,
    ignore,
)
from carbonpeak.export.report.grid import Grid
from carbonpeak.export.report.layout import (
    CardPiece,
    CardsPiece,
    FigurePiece,
    NotesPiece,
    RowPiece,
    TablePiece,
)
from carbonpeak.export.report.measures import TONGUES, picture_room
from carbonpeak.export.report.vector import inlined
from carbonpeak.export.report.web_style import style
from carbonpeak.export.rows.plain import one_line
from carbonpeak.words import say

LEAST_HEADINGS = 3
# A table of no more rows stands whole on one page.
SHORT_TABLE = 8

# Gives the SVG of a chart without words, drawn for a width in mm.
Drawings = Callable[[PrintableFigure, int], bytes]


def write(report: Report, pictures: Drawings, progress: Progress = ignore) -> bytes:
    """Return a report as HTML in UTF-8; whatever ``pictures`` or ``progress`` raises goes on."""
    shown = layout.pieces(report)
    counter = layout.counter(shown, progress)
    writer = _Writer(report, pictures)
    body = []
    for piece in shown:
        body.append(writer.html(piece))
        counter.written(piece)
    title = escape(one_line(report.title))
    kind = ' class="compact"' if report.compact else ""
    main = f"{_opening(report, shown)}\n{''.join(body)}\n{_sources(report)}"
    page = (
        f'<!DOCTYPE html>\n<html lang="{TONGUES[report.lang]}">\n<head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{title}</title>"
        f'<meta name="description" content="{escape(one_line(report.subtitle))}">'
        f"<style>{style(report.lang, report.compact)}</style></head>\n"
        f"<body{kind}><main>{main}</main></body></html>\n"
    )
    return page.encode()


class _Writer:
    """Writes pieces as HTML, each by its kind."""

    def __init__(self, report: Report, pictures: Drawings) -> None:
        """Begin with nothing written; drawings and headings are counted to name them."""
        self._report = report
        self._pictures = pictures
        self._headings = 0
        self._drawn = 0

    def html(self, piece: layout.Piece) -> str:
        """Return one piece."""
        match piece:
            case FigurePiece():
                return self._figure(piece)
            case RowPiece(figures):
                return f'<div class="row">{"".join(map(self._figure, figures))}</div>'
            case TablePiece():
                return self._table(piece)
            case CardsPiece(cards):
                return f'<div class="cards">{"".join(map(_card, cards))}</div>'
            case Heading():
                return self._heading(piece)
            case Paragraph() | NotesPiece() | PageBreak():
                return _words(piece)

    def _heading(self, piece: Heading) -> str:
        self._headings += 1
        name = f"h{piece.level + 1}"
        return f'<{name} id="{_mark(self._headings)}">{escape(piece.text)}</{name}>'

    def _figure(self, piece: FigurePiece) -> str:
        """Return a figure; where its parts do not stand side by side, each with its caption."""
        if piece.frame.across > 1 or len(piece.frame.parts) == 1:
            return self._framed(piece, piece.caption.text, piece.lines)
        parts = [
            self._framed(one, text, piece.lines if last else ())
            for one, text, last in layout.one_by_one(piece)
        ]
        return "".join(parts)

    def _framed(self, piece: FigurePiece, caption: str, lines: Sequence[str]) -> str:
        drawings = "".join(self._drawing(one, piece) for one in piece.frame.parts)
        room = picture_room(lines, self._report.lang)
        kind = "picture columns" if piece.frame.across > 1 else "picture"
        return (
            f'<figure><div class="{kind}" style="--room: {room:.0f}mm">{drawings}</div>'
            f"<figcaption><strong>{escape(caption)}</strong>{_notes(lines)}"
            "</figcaption></figure>"
        )

    def _drawing(self, part: PrintableFigure, piece: FigurePiece) -> str:
        self._drawn += 1
        content = self._pictures(part, piece.frame.width_mm)
        return inlined(content, f"f{self._drawn}-", piece.alt)

    def _table(self, piece: TablePiece) -> str:
        tables = []
        for place, grid in enumerate(piece.bands):
            text = piece.caption.text
            if place:
                text = say("report.continued", self._report.lang, caption=text)
            measure = "" if place else f"<small>{escape(piece.subtitle)}</small>"
            tables.append(_rows(grid, f"<strong>{escape(text)}</strong>{measure}", text))
        kind = "table wide" if piece.is_wide else "table"
        if len(piece.grid.rows) <= SHORT_TABLE:
            kind += " short"
        return f'<section class="{kind}">{"".join(tables)}{_notes(piece.lines)}</section>'


def _words(piece: Paragraph | NotesPiece | PageBreak) -> str:
    if isinstance(piece, PageBreak):
        return '<div class="break"></div>'
    if isinstance(piece, NotesPiece):
        return _notes(f"{one.mark} {one.text}" for one in piece.entries)
    if piece.small:
        return _notes((piece.whole,))
    kind = ' class="lead"' if piece.leads else ""
    bold = f"<strong>{escape(piece.bold)}</strong>" if piece.bold else ""
    return f"<p{kind}>{bold}{escape(piece.whole.removeprefix(piece.bold))}</p>"


def _opening(report: Report, shown: Sequence[layout.Piece]) -> str:
    lines = "".join(f"<p>{escape(one)}</p>" for one in layout.opening(report))
    title = escape(one_line(report.title))
    return f"<header><h1>{title}</h1>{lines}</header>{_contents(report, shown)}"


def _contents(report: Report, shown: Sequence[layout.Piece]) -> str:
    headings = layout.headings(shown)
    if report.compact or len(headings) < LEAST_HEADINGS:
        return ""
    entries = "".join(
        f'<li class="l{heading.level}"><a href="#{_mark(place)}">{escape(heading.text)}</a></li>'
        for place, heading in enumerate(headings, start=1)
    )
    name = escape(say("report.contents", report.lang))
    return f'<nav aria-label="{name}"><p class="contents">{name}</p><ul>{entries}</ul></nav>'


def _sources(report: Report) -> str:
    entries = layout.sources(report)
    if not entries:
        return ""
    name = say("report.sources", report.lang)
    if report.compact:
        return f'<p class="notes">{escape(layout.source_line(report))}</p>'
    items = "".join(f"<li>{escape(one)}</li>" for one in entries)
    return f'<section><h2>{escape(name)}</h2><ol class="sources">{items}</ol></section>'


def _rows(grid: Grid, caption: str, name: str) -> str:
    head = "".join(_cell("th", text, right, "col") for text, right in _aligned(grid, grid.head))
    body = "".join(f"<tr>{_row(grid, row)}</tr>" for row in grid.rows)
    return (
        f'<div class="scroll" role="region" tabindex="0" aria-label="{escape(name)}"><table>'
        f"<caption>{caption}</caption><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table></div>"
    )


def _row(grid: Grid, row: Sequence[str]) -> str:
    (label, _), *others = _aligned(grid, row)
    cells = "".join(_cell("td", text, right) for text, right in others)
    return _cell("th", label, False, "row") + cells


def _aligned(grid: Grid, texts: Sequence[str]) -> Iterable[tuple[str, bool]]:
    """Give each text with whether it stands to the right, as numbers do."""
    places = range(len(texts))
    return ((text, grid.figures[at] and at > 0) for at, text in zip(places, texts, strict=True))


def _cell(tag: str, text: str, right: bool, scope: str = "") -> str:
    kind = ' class="n"' if right else ""
    told = f' scope="{scope}"' if scope else ""
    return f"<{tag}{told}{kind}>{escape(text)}</{tag}>"


def _card(card: CardPiece) -> str:
    kind = "value words" if card.value_is_words else "value"
    lines = "".join(f"<p>{escape(line)}</p>" for line in card.lines)
    small = f'<p class="small">{escape(card.small)}</p>' if card.small else ""
    return (
        f'<section class="card"><h4>{escape(card.name)}</h4>'
        f'<p class="{kind}">{escape(card.value)}</p>{lines}{small}</section>'
    )


def _notes(lines: Iterable[str]) -> str:
    return f'<div class="notes">{"".join(f"<p>{escape(line)}</p>" for line in lines)}</div>'


def _mark(number: int) -> str:
    return f"part-{number}"
