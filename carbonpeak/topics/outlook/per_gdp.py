"""Energy and CO2 per GDP beside industry's: every definition its own line, none joined."""

import pandas as pd

from carbonpeak.charts import lines
from carbonpeak.charts.lines import Line
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import series
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import source_names
from carbonpeak.figures.table import Cell, Column, Form, Head, Table, known
from carbonpeak.thresholds import TARGET_YEAR
from carbonpeak.topics.outlook import analysis_nowcast, analysis_per_gdp
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.numbers import percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

# The heading names the unit, so the cells do not.
YEARLY = Form("%", times=100, digits=1, sign=True)


def figure(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure:
    """Return energy and CO2 per GDP by definition, with yearly changes in the table."""
    rows_of = analysis_per_gdp.lines(data)
    drawn = {key: _line(key, rows, tell) for key, rows in rows_of.items()}
    changes = {key: moved(_since(line), tell) for key, line in drawn.items()}
    ends = {f"{key}_year": line.years[-1] for key, line in drawn.items()}
    standing = tell(f"standing.{rows_of['co2_revised']['standing'].iloc[-1]}")
    return Figure(
        name="per_gdp",
        title=_title(drawn, standing, tell),
        subtitle=tell("per_gdp.sub", last=max(ends.values())),
        alt=tell("per_gdp.alt", **changes, **ends),
        chart=lambda: lines.draw(list(drawn.values())),
        table=_table(data, drawn, tell),
        standings=series.standings(list(drawn.values())),
        source_ids=tuple(source for rows in rows_of.values() for source in rows["source_id"]),
        notes=(_note(data, tell), _metrics(data, _since(drawn["co2_revised"]), standing, tell)),
    )


def _title(drawn: dict[str, Line], standing: str, tell: Speaker) -> str:
    """Return both changes of CO2 per GDP; as falls with bare sizes where both fell."""
    yearly, revised = _since(drawn["co2_yearly"]), _since(drawn["co2_revised"])
    if max(yearly, revised) < 0:
        key, shown = "falls", [percent(-one) for one in (yearly, revised)]
    else:
        key, shown = "changes", [percent(one, 1, sign=True) for one in (yearly, revised)]
    said = {"falls": tell(f"per_gdp.{key}"), "yearly": shown[0], "revised": shown[1]}
    return tell("per_gdp.title", standing=standing, **said)


def _since(line: Line) -> float:
    """Return the change of an index since 2020 by its last point, a fraction."""
    return line.values[-1] / 100 - 1


def _line(key: str, rows: pd.DataFrame, tell: Speaker) -> Line:
    """Return one definition's line, named with its last year."""
    name = tell(f"per_gdp.{key}", last=rows.index[-1])
    return series.line(name, rows["index"], rows["standing"], tell)


def _note(data: Dataset, tell: Speaker) -> str:
    """Return what breaks in the definition of energy, and that neither fills industry's gap."""
    last_official, _ = analysis_nowcast.official_end(data)
    return tell(
        "per_gdp.note",
        moved=moved(analysis_per_gdp.chained_since_break(data), tell),
        since=analysis_per_gdp.NEW_DEFINITION,
        last=analysis_per_gdp.yearly(data)["energy"].index[-1],
        gap=last_official + 1,
        end=TARGET_YEAR,
    )


def _metrics(data: Dataset, revised: float, standing: str, tell: Speaker) -> str:
    """Return how the two metrics of CO2 differ, and where the revised figure comes from."""
    sources = tuple(analysis_per_gdp.lines(data)["co2_revised"]["source_id"])
    source = source_names(data, sources, tell)
    said = moved(revised, tell)
    return tell("per_gdp.metrics", moved=said, standing=standing, source=source)


def _table(data: Dataset, drawn: dict[str, Line], tell: Speaker) -> Table:
    """Return the index by definition and year, and the published yearly changes beside it."""
    points = series.table(drawn, tell)
    years = [int(cell.value) for cell in points.column("year").cells if cell.value is not None]
    yearly = (
        Column(
            Head(f"{measure}_yearly_change", tell(f"per_gdp.yearly.{measure}")),
            tuple(_yearly(rows, year, tell) for year in years),
        )
        for measure, rows in analysis_per_gdp.yearly(data).items()
    )
    return Table((*points.columns, *yearly))


def _yearly(rows: pd.DataFrame, year: int, tell: Speaker) -> Cell:
    """Return the published change on the year before, a fraction."""
    change = float(rows["value"][year]) / 100 if year in rows.index else None
    return known(change, YEARLY, "none", tell("known.none"))
