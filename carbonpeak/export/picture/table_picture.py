"""A table as a picture: columns as wide as their words, cells wrapped, numbers to the right."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from carbonpeak.charts.style import FONT_SIZE, GREY, INK, RULE
from carbonpeak.export.picture.browser import Page
from carbonpeak.export.picture.typeset import Block, Text, Type, blocks, extents
from carbonpeak.export.rows.plain import one_line
from carbonpeak.figures.table import Table

# Of the size of the text: to the sides of a word, above and below a row.
SIDE, ABOVE = 0.5, 0.3
# Below this share of its size a table is wrapped before it is made smaller.
SMALL_ENOUGH = 0.75
# In sizes: words up to the first are not wrapped, pieces longer than the second are broken.
SHORT, LONGEST_PIECE = 5.5, 12.0
LEADING = 1.3
# Of the width of a text in one line, what it needs in two.
TWO_LINES = 0.6


@dataclass(frozen=True)
class Grid:
    """The words of a table, the names of the columns first; which columns hold numbers."""

    rows: tuple[tuple[str, ...], ...]
    are_numbers: tuple[bool, ...]

    @property
    def cells(self) -> Iterator[tuple[str, int, bool]]:
        """Yield (words, place of the column, whether it is a name) row by row."""
        for count, row in enumerate(self.rows):
            for place, words in enumerate(row):
                yield words, place, count == 0


def grid(table: Table) -> Grid:
    """Return the words of a table as they are shown."""
    shown = table.shown
    names = tuple(one_line(column.head.label) for column in shown)
    rows = [
        tuple(one_line(cell.text) for cell in row)
        for row in zip(*(column.cells for column in shown), strict=True)
    ]
    return Grid((names, *rows), tuple(column.is_number for column in shown))


async def draw(page: Page, table: Grid, room: float, least_font: float) -> tuple[str, float]:
    """Return the SVG of a table in a width of units, and its height."""
    size, widths = await _columns(page, table, room, least_font)
    kinds = _kinds(size)
    texts = [
        Text(words, kinds[is_name], widths[place] - 2 * size * SIDE + 1)
        for words, place, is_name in table.cells
    ]
    cells = await blocks(page, texts)
    many = len(widths)
    rows = [cells[start : start + many] for start in range(0, len(cells), many)]
    return _lay(rows, widths, table.are_numbers, room)


def _kinds(size: float) -> dict[bool, Type]:
    """Return how cells are set, and (True) how the names of the columns are."""
    return {bold: Type(size, is_bold=bold, leading=LEADING) for bold in (False, True)}


async def _columns(
    page: Page, table: Grid, room: float, least_font: float
) -> tuple[float, list[float]]:
    """Return the size of the font and the widths of the columns, in units."""
    kinds = _kinds(FONT_SIZE)
    asked = [(words, kinds[is_name]) for words, _, is_name in table.cells]
    needs: list[list[tuple[float, float]]] = [[] for _ in table.are_numbers]
    for (width, piece), (_, place, is_name) in zip(
        await extents(page, asked), table.cells, strict=True
    ):
        # The name of a column may take two lines.
        needs[place].append((max(piece, width * TWO_LINES) if is_name else width, piece))
    whole = [max(width for width, _ in column) + 2 * SIDE for column in needs]
    fits = room / sum(whole)
    if fits >= SMALL_ENOUGH * FONT_SIZE:
        size = min(fits, float(FONT_SIZE))
        spare = (room - size * sum(whole)) / len(whole)
        return size, [size * width + spare for width in whole]
    size, least = _wrapped(needs, room, least_font)
    return size, _share(whole, least, room / size, size)


def _wrapped(
    needs: list[list[tuple[float, float]]], room: float, least_font: float
) -> tuple[float, list[float]]:
    """Return the largest size at which wrapped columns fit, and what each needs in sizes.

    Short words stay whole unless the letters get too small for that; a number is never broken.
    """
    for short in (SHORT, 0.0):
        least = [
            max(min(max(piece, short), LONGEST_PIECE, width) for width, piece in column) + 2 * SIDE
            for column in needs
        ]
        size = min(room / sum(least), SMALL_ENOUGH * FONT_SIZE)
        if size >= least_font:
            break
    return size, least


def _share(whole: list[float], least: list[float], room: float, size: float) -> list[float]:
    """Return widths in units: what each column needs, and of the rest what it would like."""
    rest, wish = room - sum(least), sum(whole) - sum(least)
    return [
        size * (low + rest * (high - low) / wish) for high, low in zip(whole, least, strict=True)
    ]


def _lay(
    rows: Sequence[Sequence[Block]],
    widths: Sequence[float],
    are_numbers: Sequence[bool],
    room: float,
) -> tuple[str, float]:
    """Return the rows below each other with rules between them, and where they end."""
    drawn, top = [_rule(0, room, INK)], 0.0
    for count, row in enumerate(rows):
        drawn.append(_row(row, widths, are_numbers, top))
        size = row[0].kind.size
        top += max(size * LEADING, *(cell.height for cell in row)) + 2 * size * ABOVE
        colour = GREY if count == 0 else INK if count == len(rows) - 1 else RULE
        drawn.append(_rule(top, room, colour))
    return "".join(drawn), top


def _row(
    row: Sequence[Block], widths: Sequence[float], are_numbers: Sequence[bool], top: float
) -> str:
    left, drawn = 0.0, []
    for cell, width, is_number in zip(row, widths, are_numbers, strict=True):
        side = cell.kind.size * SIDE
        anchor, place = ("end", left + width - side) if is_number else ("start", left + side)
        drawn.append(cell.svg(place, top + cell.kind.size * ABOVE, anchor))
        left += width
    return "".join(drawn)


def _rule(top: float, room: float, colour: str) -> str:
    return f'<path d="M0 {top:.2f}H{room:.2f}" stroke="{colour}" stroke-width="0.8"/>'
