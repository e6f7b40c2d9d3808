"""One series on the page Peak: its line, its maximum, the test window, and how its state ages."""

from typing import Any

import pandas as pd

from carbonpeak.charts import matrix
from carbonpeak.charts.lines import Line
from carbonpeak.charts.matrix import Cell
from carbonpeak.charts.style import PEAK_INK
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import LAST_YEAR, fault_words
from carbonpeak.figures.table import Table
from carbonpeak.topics.peak import analysis, charts, labels
from carbonpeak.topics.peak import sentence as peak_sentence
from carbonpeak.topics.peak.charts import Window
from carbonpeak.topics.peak.labels import Scale
from carbonpeak.words.numbers import is_missing, number
from carbonpeak.words.speaker import Speaker

# The division and the plan industry with chemicals in them.
CHEMICALS = ("26", "petrochemicals")


def remark(data: Dataset, region_code: str, sector_code: str, tell: Speaker) -> str:
    """Return why a series is not shown, nothing where it is."""
    if not analysis.series(data, "total", region_code, sector_code).empty:
        return ""
    covered = data.ask("regions__all").set_index("region_code")["in_inventory"][region_code]
    key = "peak.series.shandong" if covered else "peak.series.no_inventory"
    return tell(key, name=region_names(data, tell.lang)[region_code])


def sentence(
    data: Dataset, basis: str, until: int, region_code: str, sector_code: str, tell: Speaker
) -> str:
    """Return what the rule says of the series, nothing where it is not shown."""
    row = _row(data, basis, until, region_code, sector_code)
    if row is None:
        return ""
    name = labels.series(data, region_code, sector_code, tell)
    return peak_sentence.sentence(row, sector_code, name, tell)


def line(
    data: Dataset, basis: str, until: int, region_code: str, sector_code: str, tell: Speaker
) -> Figure | None:
    """Return the series with its maximum and test window, None where it is not shown."""
    row = _row(data, basis, until, region_code, sector_code)
    if row is None:
        return None
    name = labels.series(data, region_code, sector_code, tell)
    found = analysis.series(data, basis, region_code, sector_code).loc[:until]
    clause, scale = labels.clause(row, tell), labels.scale(row["maximum"], tell)
    words = {"name": name, "basis": tell(f"basis.{basis}"), "unit": scale.unit}
    return Figure(
        name="peak_series",
        title=tell("peak.series.title", name=name, clause=clause),
        subtitle=tell("peak.series.sub", until=until, **words),
        alt=peak_sentence.sentence(row, sector_code, name, tell),
        chart=_drawn(found, row, name, scale, tell),
        table=Table.of_texts(_table(found, scale, tell)),
        standings=labels.standings(until),
        source_ids=labels.sources(basis, until),
        notes=(
            *labels.reconstruction_note(until, tell),
            *_feedstock(data, until, sector_code, tell),
        ),
    )


def _feedstock(data: Dataset, until: int, sector_code: str, tell: Speaker) -> tuple[str, ...]:
    """Return the named fault that lowers the last year of chemicals, for what holds them."""
    is_lowered = sector_code in CHEMICALS and until == LAST_YEAR
    return (fault_words(data, "feedstock_jump", tell),) if is_lowered else ()


def ageing(
    data: Dataset, basis: str, region_code: str, sector_code: str, tell: Speaker
) -> Figure | None:
    """Return what the rule would have said with each last year, None for a series not shown."""
    found = analysis.by_last_year(data, basis, region_code, sector_code)
    if found.empty:
        return None
    name = labels.series(data, region_code, sector_code, tell)
    title = _age_title(found["state"], name, tell)
    legend = labels.legend(found["state"], tell)
    cells = [
        Cell(str(year), row["state"], labels.cell(row), labels.hover(str(year), row, tell))
        for year, row in found.iterrows()
    ]
    return Figure(
        name="peak_age",
        title=title,
        subtitle=tell("peak.age.sub", name=name, basis=tell(f"basis.{basis}")),
        alt=title,
        chart=matrix.draw(
            [""],
            [str(year) for year in found.index],
            [cells],
            legend,
            labels.FILLS,
            PEAK_INK,
        ),
        table=Table.of_texts(_age_table(found, tell)),
        standings=labels.standings(analysis.LAST_YEAR),
        source_ids=labels.sources(basis, analysis.LAST_YEAR),
    )


def _row(
    data: Dataset, basis: str, until: int, region_code: str, sector_code: str
) -> "pd.Series[Any] | None":
    found = analysis.by_last_year(data, basis, region_code, sector_code, (until,))
    return None if found.empty else found.iloc[0]


def _drawn(
    found: pd.DataFrame, row: "pd.Series[Any]", name: str, scale: Scale, tell: Speaker
) -> Any:
    known = found.dropna(subset=["co2_t"])
    years = [int(year) for year in known.index]
    amounts = [labels.amount(one, tell) for one in known["co2_t"]]
    texts = [
        f"{name}<br>{year}: {amount} · {tell(f'standing.{kind}')}"
        for year, amount, kind in zip(years, amounts, known["standing"], strict=True)
    ]
    # The line is broken where a year between two figures has none.
    broken = frozenset(year for year in years[1:] if year - 1 not in years)
    values = [float(one) / scale.tonnes for one in known["co2_t"]]
    drawn = Line(name, years, values, list(known["standing"]), texts, broken)
    years_gone = tell("list.separator").join(str(year) for year in row["gaps"])
    return charts.series(
        drawn,
        None if is_missing(row["peak_year"]) else int(row["peak_year"]),
        _maximum(row, tell),
        _window(row, tell),
        tell("peak.series.break", years=years_gone),
    )


def _maximum(row: "pd.Series[Any]", tell: Speaker) -> str:
    amount = labels.amount(row["maximum"], tell)
    return tell("peak.series.maximum", year=row["peak_year"], amount=amount)


def _window(row: "pd.Series[Any]", tell: Speaker) -> Window | None:
    """Return the years after the maximum with the test's numbers, None where there is none."""
    if is_missing(row["years_after"]) or row["years_after"] == 0:
        return None
    words = {"first": row["peak_year"] + 1, "last": row["last_year"], "n": row["tested"]}
    if is_missing(row["p"]):
        text = tell("peak.series.window_short", **words)
    else:
        p = labels.probability(row["p"])
        text = tell("peak.series.window", s=number(row["s"]), p=p, **words)
    return Window(int(row["peak_year"]) + 0.5, int(row["last_year"]) + 0.5, text)


def _table(found: pd.DataFrame, scale: Scale, tell: Speaker) -> pd.DataFrame:
    none = tell("missing.no_data")
    shown = [none if is_missing(one) else scale.figure(one) for one in found["co2_t"]]
    return pd.DataFrame(
        {
            tell("column.year"): [str(year) for year in found.index],
            tell("peak.series.column", unit=scale.unit): shown,
            tell("peak.series.standing"): [tell(f"standing.{kind}") for kind in found["standing"]],
        }
    )


def _age_title(states: "pd.Series[str]", name: str, tell: Speaker) -> str:
    first, last = int(states.index[0]), int(states.index[-1])
    before, now = (tell(f"peak.state.{one}") for one in (states.iloc[0], states.iloc[-1]))
    changes = int((states != states.shift()).sum()) - 1
    words: dict[str, object] = {"name": name, "first": first, "last": last}
    if changes == 0:
        return tell("peak.age.same", state=now, **words)
    return tell("peak.age.changed", before=before, now=now, count=changes, **words)


def _age_table(found: pd.DataFrame, tell: Speaker) -> pd.DataFrame:
    none = tell("peak.none")
    return pd.DataFrame(
        {
            tell("peak.age.until"): [str(year) for year in found.index],
            tell("peak.column.state"): [labels.state(one, tell) for one in found["state"]],
            tell("peak.column.peak_year"): [
                none if is_missing(one) else str(one) for one in found["peak_year"]
            ],
            tell("peak.column.tested"): [
                none if is_missing(one) else str(one) for one in found["tested"]
            ],
            tell("peak.column.p"): [
                none if is_missing(one) else labels.probability(one) for one in found["p"]
            ],
        }
    )
