"""Structure between the divisions of the nation, in the years whose value added is known."""

import pandas as pd

from carbonpeak.charts import bars
from carbonpeak.charts import waterfall as falls
from carbonpeak.charts.style import PALETTE, RISE_FILL
from carbonpeak.charts.waterfall import Step
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import labels
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import LEVEL_SOURCES
from carbonpeak.figures.table import Table
from carbonpeak.topics.drivers import analysis_structure
from carbonpeak.words.numbers import TCE_PER_1E4_TCE, energy, percent
from carbonpeak.words.speaker import Speaker

SHOWN = 12
STANDINGS = ("derived", "unverified")
NAMES = {
    "activity": "driver.activity",
    "structure": "driver.division_structure",
    "intensity": "driver.intensity",
}
# The pairs of years to choose from, as they stand in the URL.
SPANS = ("2012-2020", "2012-2017", "2017-2018", "2018-2020")


def waterfall(data: Dataset, span: str, tell: Speaker) -> Figure:
    """Return what moved official energy: activity, structure between divisions, intensity."""
    first, last = years(span)
    total = analysis_structure.by_division(data, first, last).sum()
    steps = _steps(total, first, last, tell)
    shares = {
        one: percent(total[one] / total["start_t"], 1, sign=True).removesuffix("%")
        for one in ("structure", "intensity")
    }
    title = tell("structure.title", first=first, last=last, **shares)
    cut = (tell("drivers.note.cut"),) if falls.cut_at(steps) else ()
    head = tell("column.driver"), tell("column.amount", unit=tell("unit.energy"))
    return Figure(
        name="structure_waterfall",
        title=title,
        subtitle=_subtitle("structure.sub", first, last, tell),
        alt=title,
        chart=falls.draw(steps),
        table=Table.of_texts(
            pd.DataFrame(
                [(step.name, step.label.replace("<br>", " · ")) for step in steps],
                columns=list(head),
            )
        ),
        standings=STANDINGS,
        source_ids=_sources(data, first, last),
        notes=(*cut, tell("structure.note")),
    )


def divisions(data: Dataset, span: str, tell: Speaker) -> Figure:
    """Return which divisions made the structure effect, the largest either way as bars."""
    first, last = years(span)
    rows = analysis_structure.by_division(data, first, last)
    largest = rows.loc[rows["structure"].abs().sort_values(ascending=False).index[:SHOWN]]
    shown = largest.sort_values("structure", ascending=False)
    codes, values = [str(code) for code in shown.index], list(shown["structure"])
    title = tell(
        "structure.divisions.title",
        up=labels.sector(data, str(rows["structure"].idxmax()), tell),
        down=labels.sector(data, str(rows["structure"].idxmin()), tell),
    )
    return Figure(
        name="structure_divisions",
        title=title,
        subtitle=_subtitle("structure.divisions.sub", first, last, tell),
        alt=title,
        chart=bars.ranked(
            [labels.sector(data, code, tell) for code in codes],
            values,
            [energy(value, sign=True) for value in values],
            codes,
            [RISE_FILL if value > 0 else PALETTE[0] for value in values],
        ),
        table=Table.of_texts(_table(data, rows, first, last, tell)),
        standings=STANDINGS,
        source_ids=_sources(data, first, last),
        notes=(tell("structure.note"),),
    )


def years(span: str) -> tuple[int, int]:
    """Return the first and last year of a span."""
    first, last = span.split("-")
    return int(first), int(last)


def _steps(total: "pd.Series[float]", first: int, last: int, tell: Speaker) -> list[Step]:
    at = float(total["start_t"])
    steps = [_level(first, at, tell)]
    for driver, key in NAMES.items():
        effect = float(total[driver])
        share = percent(effect / total["start_t"], 1, sign=True)
        label = f"{energy(effect, sign=True)}<br>{share}"
        ends = (at / TCE_PER_1E4_TCE, (at + effect) / TCE_PER_1E4_TCE)
        steps.append(Step(tell(key), *ends, label))
        at += effect
    return [*steps, _level(last, float(total["end_t"]), tell)]


def _level(year: int, tce: float, tell: Speaker) -> Step:
    name = tell("drivers.year", year=year)
    return Step(name, 0.0, tce / TCE_PER_1E4_TCE, energy(tce), is_level=True)


def _table(data: Dataset, rows: pd.DataFrame, first: int, last: int, tell: Speaker) -> pd.DataFrame:
    """Return every division with its effects and shares, and the sum of all."""
    amounts = {"driver.net": "change_t", **{key: one for one, key in NAMES.items()}}
    names = [labels.sector(data, str(code), tell) for code in rows.index]
    cells = {tell("column.sector"): [*names, tell("drivers.members.total")]}
    for key, column in amounts.items():
        values = [*rows[column], rows[column].sum()]
        cells[tell(key)] = [energy(value, sign=True) for value in values]
    for key, year in (("share_start", first), ("share_end", last)):
        values = [*rows[key], rows[key].sum()]
        cells[tell("structure.share", year=year)] = [percent(value) for value in values]
    return pd.DataFrame(cells)


def _subtitle(key: str, first: int, last: int, tell: Speaker) -> str:
    unit = tell("unit.energy")
    return tell(key, unit=unit, first=first, last=last, shown=SHOWN)


def _sources(data: Dataset, first: int, last: int) -> tuple[str, ...]:
    grown = analysis_structure.growth(data, first, last)["source_id"]
    return (*LEVEL_SOURCES, *dict.fromkeys(str(one) for one in grown))
