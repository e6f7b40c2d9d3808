"""Region by sector on the page Peak: a cell for each series, with state and peak year."""

from collections.abc import Mapping
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import matrix
from carbonpeak.charts.style import PEAK_INK
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.power import WITHOUT_POWER
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import Cell, Head, Table, words
from carbonpeak.thresholds import NATION, PEAK_SIGNIFICANCE, PEAK_SMALL_T, PEAK_WINDOW
from carbonpeak.topics.peak import analysis, cells, labels
from carbonpeak.topics.peak.analysis import ALL, REST
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.topics.peak.facts import facts
from carbonpeak.topics.peak.labels import Row
from carbonpeak.topics.peak.words import PEAK_SECTORS
from carbonpeak.words.numbers import as_written, percent
from carbonpeak.words.speaker import Speaker

POWER = "44"
# The plan's industries with power and heat, or every division.
COLUMNS = ("plan", "division")
# The columns that are sums of others.
SUMS = (ALL, WITHOUT_POWER)


@dataclass(frozen=True, eq=False)
class Grid:
    """The matrix: names of its rows and columns by code, and the judgement of every series."""

    regions: Mapping[str, str]
    sectors: Mapping[str, str]
    judged: pd.DataFrame
    rows: Mapping[tuple[str, str], Row]


def sectors_of(data: Dataset, columns: str) -> tuple[str, ...]:
    """Return the codes of the columns."""
    if columns == "division":
        return (ALL, *sectors.codes(data))
    return (*(code for code in PEAK_SECTORS if code != REST), POWER, REST)


def figure(data: Dataset, chosen: PeakChoices, tell: Speaker) -> Figure:
    """Return the nation and the covered provinces by sector, each series with its state."""
    grid = _grid(data, chosen, tell)
    legend = labels.legend(grid.judged["state"], tell)
    parts, basis = _parts(grid.judged), tell(f"basis.{chosen.scope}")
    title, first = _title(parts, tell), facts(data).first_year
    span = labels.until(data, chosen.scope, chosen.until, tell)
    return Figure(
        name=f"peak_matrix_{chosen.columns}",
        title=title,
        subtitle=tell("peak.matrix.sub", basis=basis, first=first, until=span),
        alt=title,
        chart=lambda: _chart(grid, chosen.columns, legend, tell),
        table=_table(grid, tell),
        standings=labels.standings(data, chosen.until),
        source_ids=labels.sources(data, chosen.scope, chosen.until),
        notes=(
            tell("peak.legend", legend=tell.listed(explained for _, explained in legend)),
            *_weights(parts, grid.sectors, tell),
            *_by_chance(parts, tell),
            *_left_out(data, tell),
            tell("peak.matrix.closed"),
            labels.zero_note(data, tell),
            *labels.withheld_note(data, chosen.scope, tell),
            fault_words(data, "feedstock_jump", tell),
        ),
    )


def _grid(data: Dataset, chosen: PeakChoices, tell: Speaker) -> Grid:
    judged = analysis.states(data, chosen.scope, chosen.until)
    names = {code: labels.sector(data, code, tell) for code in sectors_of(data, chosen.columns)}
    regions = _covered(region_names(data, tell.lang), judged, tell)
    wanted = pd.MultiIndex.from_product([list(regions), list(names)], names=analysis.KEY)
    shown = judged.loc[wanted]
    rows: list[Row] = [*shown.to_dict("records")]
    return Grid(regions, names, shown, dict(zip(shown.index, rows, strict=True)))


def _covered(names: dict[str, str], judged: pd.DataFrame, tell: Speaker) -> dict[str, str]:
    """Return the names of the rows: the nation and the provinces the inventories cover."""
    whole = analysis.of_sector(judged, ALL)["state"]
    covered = {code: name for code, name in names.items() if whole[code] != "no_data"}
    return {NATION: tell("peak.nation_row"), **covered}


def _parts(judged: pd.DataFrame) -> pd.DataFrame:
    """Return the cells that are no sums: each sector of every province whose split may be shown."""
    parts = judged.drop(index=NATION, level="region_code")
    parts = parts[~parts.index.get_level_values("sector_code").isin(SUMS)]
    return parts[~parts["state"].isin(("not_split", "no_data"))]


def _title(parts: pd.DataFrame, tell: Speaker) -> str:
    """Return what part of CO2 is that of cells that have peaked, and of those that rise."""
    shares = {
        key: percent(analysis.share(parts, parts["state"].isin(states)))
        for key, states in (("peaked", labels.PEAKED), ("rising", ("rising",)))
    }
    return tell("peak.matrix.title", **shares)


def _weights(parts: pd.DataFrame, names: Mapping[str, str], tell: Speaker) -> tuple[str, ...]:
    """Return what the shares are of, how many cells are small, and which sector peaked most."""
    peaked = parts[parts["state"].isin(labels.PEAKED)]
    small, is_small = labels.small(tell), peaked["maximum"] <= PEAK_SMALL_T
    counted = {"peaked": len(peaked), "count": int(is_small.sum()), "small": small}
    return (
        tell("peak.matrix.weights", cells=len(parts)),
        *((tell("peak.matrix.small", **counted),) if is_small.any() else ()),
        *_most(parts, names, tell),
    )


def _by_chance(parts: pd.DataFrame, tell: Speaker) -> tuple[str, ...]:
    """Return how many cells are tested, and how many of them chance alone would call peaked."""
    tested = int(parts["is_past_window"].sum())
    expected = round(PEAK_SIGNIFICANCE * tested)
    words = {"window": PEAK_WINDOW, "alpha": as_written(PEAK_SIGNIFICANCE)}
    said = tell("peak.matrix.by_chance", tested=tested, expected=expected, **words)
    return (said,) if tested else ()


def _most(parts: pd.DataFrame, names: Mapping[str, str], tell: Speaker) -> tuple[str, ...]:
    """Return which sectors have peaked in the largest number of provinces, nothing where none has.

    Cells that never exceeded PEAK_SMALL_T do not count.
    """
    counts = parts["state"].isin(labels.PEAKED) & (parts["maximum"] > PEAK_SMALL_T)
    by_sector = counts.groupby(level="sector_code").sum()
    most = by_sector[(by_sector == by_sector.max()) & (by_sector > 0)]
    if most.empty:
        return ()
    listed = tell.listed(names[str(code)] for code in most.index)
    total = parts.index.get_level_values("region_code").nunique()
    counted = {"count": int(most.iloc[0]), "total": total}
    return (tell("peak.matrix.most", sectors=listed, small=labels.small(tell), **counted),)


def _left_out(data: Dataset, tell: Speaker) -> tuple[str, ...]:
    """Return which provinces are not shown by sector, and which not at all."""
    known, names = facts(data), region_names(data, tell.lang)
    unsplit = tell.listed(names[code] for code in known.unsplit)
    uncovered = tell.listed(names[code] for code in known.uncovered)
    count = known.split_count
    said = [tell("peak.matrix.unsplit", names=unsplit, count=count)] if unsplit else []
    if uncovered:
        said.append(tell("peak.matrix.uncovered", names=uncovered))
    return (tell.sentences(said),) if said else ()


def _chart(grid: Grid, columns: str, legend: list[tuple[str, str]], tell: Speaker) -> go.Figure:
    names = list(grid.sectors.values())
    # In English the names of the few wide columns break after their first word.
    heads = names if columns == "division" else [name.replace(" ", "<br>", 1) for name in names]
    drawn = [[_drawn(grid, region, code, tell) for code in grid.sectors] for region in grid.regions]
    return matrix.draw(list(grid.regions.values()), heads, drawn, legend, labels.FILLS, PEAK_INK)


def _drawn(grid: Grid, region: str, sector: str, tell: Speaker) -> matrix.Cell:
    row, name = grid.rows[region, sector], f"{grid.regions[region]} · {grid.sectors[sector]}"
    return matrix.Cell(
        code=f"{region}/{sector}",
        state=str(row["state"]),
        lines=labels.cell_lines(row),
        hover=labels.hover(name, row, tell),
    )


def _table(grid: Grid, tell: Speaker) -> Table:
    """Return the matrix in words; in files the year of the maximum has a column of its own."""
    columns = {
        Head("region", tell("column.region")): [words(name) for name in grid.regions.values()]
    }
    for code, name in grid.sectors.items():
        key, rows = _key(code), [grid.rows[region, code] for region in grid.regions]
        years = Head(f"{key}_peak_year", tell("peak.matrix.peak_year", sector=name), in_files=True)
        columns[Head(key, name)] = [_state_and_year(row, tell) for row in rows]
        columns[years] = [cells.year(row, "peak_year", tell) for row in rows]
    return Table.of_columns(columns)


def _key(sector: str) -> str:
    """Return the name of a sector's column in files: "steel", "sector_44", "all_industry"."""
    if sector == ALL:
        return "all_industry"
    return sector if sector in PEAK_SECTORS else f"sector_{sector.replace('-', '_')}"


def _state_and_year(row: Row, tell: Speaker) -> Cell:
    shown = " ".join((labels.state(row["state"], tell), *labels.cell_lines(row)[1:]))
    return words(shown, value=str(row["state"]))
