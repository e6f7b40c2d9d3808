"""Which rows of tables a figure, or one row of it, is about: its places, divisions and years."""

from collections.abc import Iterator, Mapping, Sequence

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.table_rows import Condition
from carbonpeak.domain import codes, sectors
from carbonpeak.figures.choices import ALL
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.page_spec import FigureSpec
from carbonpeak.figures.table import Cell
from carbonpeak.thresholds import NATION
from carbonpeak.topics.registry import Chosen

REGION, SECTOR, YEAR = "region_code", "sector_code", "year"
# The choices of pages that say which years a figure is about.
FIRST_YEARS, LAST_YEARS = ("from",), ("year", "until", "to")


def focus(data: Dataset, given: Chosen, spec: FigureSpec) -> tuple[Condition, ...]:
    """Return what the choices that a figure depends on say of the rows it is about."""
    chosen = dict(given.in_full(spec))
    return tuple(
        one
        for name, value in chosen.items()
        for one in _of_choice(data, name, value)
        if value not in ("", ALL)
    )


def focus_of_row(data: Dataset, figure: Figure, row: int) -> tuple[Condition, ...]:
    """Return which place, division and year one row of a figure's table is about.

    IndexError for a row that it does not have.
    """
    if not 0 <= row < len(figure.table):
        raise IndexError(row)
    cells = [(column.head.key, column.cells[row]) for column in figure.table.columns]
    return narrowest([one for key, cell in cells for one in _of_cell(data, key, cell)])


def row_asked(data: Dataset, figure: Figure, asked: Mapping[str, str]) -> int | None:
    """Return the row of a figure's table that is about most of what a reader has in focus.

    ``asked`` has codes of "region" and "sector" and a "year", as far as they were chosen; None
    where no row is about any of it.
    """
    wanted = {
        one
        for name, value in asked.items()
        if value
        for one in ([Condition(YEAR, (value,))] if name == YEAR else _of_choice(data, name, value))
    }
    about = [len(wanted & set(focus_of_row(data, figure, row))) for row in range(len(figure.table))]
    most = max(about, default=0)
    return about.index(most) if most else None


def narrowest(conditions: Sequence[Condition]) -> tuple[Condition, ...]:
    """Return the same without conditions that are said twice."""
    return tuple(dict.fromkeys(conditions))


def _of_choice(data: Dataset, name: str, value: str) -> Iterator[Condition]:
    if name == "region" and value != NATION:
        yield Condition(REGION, (value,))
    if name in ("sector", "sectors"):
        yield from _of_sectors(data, tuple(value.split(",")))
    if name in FIRST_YEARS and value.isdecimal():
        yield Condition(YEAR, low=float(value))
    if name in LAST_YEARS and value.isdecimal():
        yield Condition(YEAR, high=float(value))


def _of_sectors(data: Dataset, asked: tuple[str, ...]) -> Iterator[Condition]:
    """Give the divisions of what was asked: divisions, or key industries of the peaking plan."""
    rows = data.ask("sectors__all")
    wanted = rows[rows["sector_code"].isin(asked) | rows["plan_industry_code"].isin(asked)]
    # Whatever else can be asked for is a sum of many divisions.
    if set(asked) <= {*wanted["sector_code"], *wanted["plan_industry_code"]}:
        yield Condition(SECTOR, tuple(wanted["sector_code"]))


def _of_cell(data: Dataset, key: str, cell: Cell) -> Iterator[Condition]:
    """Give what a cell says of its row: the year of a series, the name of a place or division."""
    if key == YEAR and cell.value is not None:
        yield Condition(YEAR, (str(cell.value),))
    if cell.form is None and isinstance(cell.value, str):
        yield from _of_name(data, cell.value)


def _of_name(data: Dataset, name: str) -> Iterator[Condition]:
    region = codes.code_named(data, "region", name)
    if region is not None:
        if region != NATION:
            yield Condition(REGION, (region,))
        return
    plans = {
        words: code
        for lang in ("zh", "en")
        for code, words in sectors.plan_industries(data, lang).items()
    }
    found = codes.code_named(data, "sector", name) or plans.get(name)
    if found:
        yield from _of_sectors(data, (found,))
