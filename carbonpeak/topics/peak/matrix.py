"""Region by sector on the page Peak: a cell for each series, with state and peak year."""

import pandas as pd

from carbonpeak.charts import matrix
from carbonpeak.charts.matrix import Cell
from carbonpeak.charts.style import PEAK_INK
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import Table
from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak import analysis, labels
from carbonpeak.topics.peak.analysis import ALL
from carbonpeak.topics.peak.labels import Row
from carbonpeak.topics.peak.words import PEAK_SECTORS
from carbonpeak.words.speaker import Speaker

POWER, REST = "44", "rest"
# The plan's industries with power and heat, or every division.
COLUMNS = ("plan", "division")


def sectors_of(data: Dataset, columns: str) -> tuple[str, ...]:
    """Return the codes of the columns."""
    if columns == "division":
        return (ALL, *sectors.codes(data))
    return (*(code for code in PEAK_SECTORS if code != REST), POWER, REST)


def figure(data: Dataset, basis: str, until: int, columns: str, tell: Speaker) -> Figure:
    """Return the nation and the covered provinces by sector, each series with its state."""
    judged, codes = analysis.states(data, basis, until), sectors_of(data, columns)
    regions = _covered(region_names(data, tell.lang), judged, tell)
    judged = judged.loc[pd.MultiIndex.from_product([list(regions), codes], names=analysis.KEY)]
    legend = labels.legend(judged["state"], tell)
    title, heads = _title(data, judged, tell), [_head(data, code, columns, tell) for code in codes]
    explained = tell("list.separator").join(words for _, words in legend)
    return Figure(
        name=f"peak_matrix_{columns}",
        title=title,
        subtitle=tell("peak.matrix.sub", basis=tell(f"basis.{basis}"), until=until),
        alt=title,
        chart=matrix.draw(
            list(regions.values()),
            heads,
            _cells(data, judged, regions, codes, tell),
            legend,
            labels.FILLS,
            PEAK_INK,
        ),
        table=Table.of_texts(_table(data, judged, regions, codes, tell)),
        standings=labels.standings(until),
        source_ids=labels.sources(basis, until),
        notes=(
            tell("peak.legend", legend=explained),
            tell("peak.matrix.note"),
            tell("peak.matrix.closed"),
            tell("peak.note.zero"),
            *labels.withheld_note(basis, tell),
            fault_words(data, "feedstock_jump", tell),
        ),
    )


def _covered(names: dict[str, str], judged: pd.DataFrame, tell: Speaker) -> dict[str, str]:
    """Return the names of the rows: the nation and the provinces the inventories cover."""
    whole = analysis.of_sector(judged, ALL)["state"]
    covered = {code: name for code, name in names.items() if whole[code] != "no_data"}
    return {NATION: tell("peak.nation_row"), **covered}


def _title(data: Dataset, judged: pd.DataFrame, tell: Speaker) -> str:
    """Return which sector has peaked in most provinces, and which still rises in most."""
    parts = judged.drop(index=NATION, level="region_code").drop(index=ALL, level="sector_code")
    words: dict[str, object] = {}
    for key, states in (("peaked", labels.PEAKED), ("rising", ("rising",))):
        # Sorting by name makes the first of equals the same in every run.
        found = parts["state"].isin(states).groupby(level="sector_code").sum().sort_index()
        code = str(found.idxmax())
        words |= {key: labels.sector(data, code, tell), f"{key}_count": int(found[code])}
    return tell("peak.matrix.title", **words)


def _head(data: Dataset, code: str, columns: str, tell: Speaker) -> str:
    """Return the name above a column; in English it breaks where columns are wide."""
    name = labels.sector(data, code, tell)
    return name if columns == "division" else name.replace(" ", "<br>", 1)


def _cells(
    data: Dataset,
    judged: pd.DataFrame,
    regions: dict[str, str],
    codes: tuple[str, ...],
    tell: Speaker,
) -> list[list[Cell]]:
    rows = judged.to_dict("index")
    return [
        [_cell(data, rows[region, code], region, code, name, tell) for code in codes]
        for region, name in regions.items()
    ]


def _cell(data: Dataset, row: Row, region: str, code: str, name: str, tell: Speaker) -> Cell:
    hover = f"{name} · {labels.sector(data, code, tell)}"
    return Cell(
        code=f"{region}/{code}",
        state=str(row["state"]),
        lines=labels.cell(row),
        hover=labels.hover(hover, row, tell),
    )


def _table(
    data: Dataset,
    judged: pd.DataFrame,
    regions: dict[str, str],
    codes: tuple[str, ...],
    tell: Speaker,
) -> pd.DataFrame:
    """Return the matrix in words: the state, and the year of the maximum where there is one."""
    shown = [
        " ".join((labels.state(row["state"], tell), *labels.cell(row)[1:]))
        for row in judged.to_dict("records")
    ]
    wide = pd.Series(shown, index=judged.index).unstack("sector_code")
    found = wide.loc[list(regions), list(codes)]
    found.columns = pd.Index([labels.sector(data, code, tell) for code in codes])
    found.insert(0, tell("column.region"), list(regions.values()))
    return found.reset_index(drop=True)
