"""Region by sector on the page Peak: a cell for each series, with state and peak year."""

import pandas as pd

from carbonpeak.charts import matrix
from carbonpeak.charts.matrix import Cell
from carbonpeak.charts.style import PEAK_INK
from carbonpeak.exhibits import peak_labels
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import fault_words
from carbonpeak.exhibits.peak_labels import Row
from carbonpeak.findings import peaks
from carbonpeak.findings.peaks import ALL
from carbonpeak.findings.view import Ask, region_names
from carbonpeak.thresholds import NATION
from carbonpeak.wording import Lang, say
from carbonpeak.wording.peak import PEAK_SECTORS
from carbonpeak.wording.terms import SECTOR_SHORT

POWER, REST = "44", "rest"
COLUMNS = {
    "plan": (*(code for code in PEAK_SECTORS if code != REST), POWER, REST),
    "division": (ALL, *SECTOR_SHORT),
}


def exhibit(ask: Ask, basis: str, until: int, columns: str, lang: Lang) -> Exhibit:
    """Return the nation and the covered provinces by sector, each series with its state."""
    judged, codes = peaks.states(ask, basis, until), COLUMNS[columns]
    regions = _covered(region_names(ask, lang), judged, lang)
    judged = judged.loc[pd.MultiIndex.from_product([list(regions), codes], names=peaks.KEY)]
    legend = peak_labels.legend(judged["state"], lang)
    title, heads = _title(judged, lang), [_head(code, columns, lang) for code in codes]
    explained = say("list.separator", lang).join(words for _, words in legend)
    return Exhibit(
        name=f"peak_matrix_{columns}",
        title=title,
        subtitle=say("peak.matrix.sub", lang, basis=say(f"basis.{basis}", lang), until=until),
        alt=title,
        chart=matrix.draw(
            list(regions.values()),
            heads,
            _cells(judged, regions, codes, lang),
            legend,
            peak_labels.FILLS,
            PEAK_INK,
        ),
        table=_table(judged, regions, codes, lang),
        standings=peak_labels.standings(until),
        source_ids=peak_labels.sources(basis, until),
        notes=(
            say("peak.legend", lang, legend=explained),
            say("peak.matrix.note", lang),
            say("peak.matrix.closed", lang),
            say("peak.note.zero", lang),
            *peak_labels.withheld_note(basis, lang),
            fault_words(ask, "feedstock_jump", lang),
        ),
    )


def _covered(names: dict[str, str], judged: pd.DataFrame, lang: Lang) -> dict[str, str]:
    """Return the names of the rows: the nation and the provinces the inventories cover."""
    whole = peaks.of_sector(judged, ALL)["state"]
    covered = {code: name for code, name in names.items() if whole[code] != "no_data"}
    return {NATION: say("peak.nation_row", lang), **covered}


def _title(judged: pd.DataFrame, lang: Lang) -> str:
    """Return which sector has peaked in most provinces, and which still rises in most."""
    parts = judged.drop(index=NATION, level="region_code").drop(index=ALL, level="sector_code")
    words: dict[str, object] = {}
    for key, states in (("peaked", peak_labels.PEAKED), ("rising", ("rising",))):
        # Sorting by name makes the first of equals the same in every run.
        found = parts["state"].isin(states).groupby(level="sector_code").sum().sort_index()
        code = str(found.idxmax())
        words |= {key: peak_labels.sector(code, lang), f"{key}_count": int(found[code])}
    return say("peak.matrix.title", lang, **words)


def _head(code: str, columns: str, lang: Lang) -> str:
    """Return the name above a column; in English it breaks where columns are wide."""
    name = peak_labels.sector(code, lang)
    return name if columns == "division" else name.replace(" ", "<br>", 1)


def _cells(
    judged: pd.DataFrame, regions: dict[str, str], codes: tuple[str, ...], lang: Lang
) -> list[list[Cell]]:
    rows = judged.to_dict("index")
    return [
        [_cell(rows[region, code], region, code, name, lang) for code in codes]
        for region, name in regions.items()
    ]


def _cell(row: Row, region: str, code: str, name: str, lang: Lang) -> Cell:
    hover = f"{name} · {peak_labels.sector(code, lang)}"
    return Cell(
        code=f"{region}/{code}",
        state=str(row["state"]),
        lines=peak_labels.cell(row),
        hover=peak_labels.hover(hover, row, lang),
    )


def _table(
    judged: pd.DataFrame, regions: dict[str, str], codes: tuple[str, ...], lang: Lang
) -> pd.DataFrame:
    """Return the matrix in words: the state, and the year of the maximum where there is one."""
    shown = [
        " ".join((peak_labels.state(row["state"], lang), *peak_labels.cell(row)[1:]))
        for row in judged.to_dict("records")
    ]
    wide = pd.Series(shown, index=judged.index).unstack("sector_code")
    found = wide.loc[list(regions), list(codes)]
    found.columns = pd.Index([peak_labels.sector(code, lang) for code in codes])
    found.insert(0, say("column.region", lang), list(regions.values()))
    return found.reset_index(drop=True)
