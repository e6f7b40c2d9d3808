"""Energy and CO2 per GDP beside industry's: every definition its own line, none joined."""

import pandas as pd

from carbonpeak.charts import lines
from carbonpeak.charts.lines import Line
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import series
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import source_names
from carbonpeak.figures.table import Table
from carbonpeak.topics.outlook import analysis_per_gdp
from carbonpeak.words.numbers import number, percent
from carbonpeak.words.speaker import Speaker


def figure(data: Dataset, tell: Speaker) -> Figure:
    """Return energy and CO2 per GDP by definition, with yearly changes in the table."""
    found = analysis_per_gdp.lines(data)
    drawn = {
        key: series.line(tell(f"per_gdp.{key}"), rows["index"], rows["standing"], tell)
        for key, rows in found.items()
    }
    words = {key: str(series.outcome(line)["change"]) for key, line in drawn.items()}
    chained = percent(analysis_per_gdp.chained_since_break(data), 1, sign=True)
    lines_drawn = list(drawn.values())
    standing = str(found["co2_revised"]["standing"].iloc[-1])
    return Figure(
        name="per_gdp",
        title=tell("per_gdp.title", standing=tell(f"standing.{standing}"), **words),
        subtitle=tell("per_gdp.sub"),
        alt=tell("per_gdp.alt", **words),
        chart=lines.draw(lines_drawn),
        table=Table.of_texts(_table(data, drawn, tell)),
        standings=series.standings(lines_drawn),
        source_ids=tuple(source for rows in found.values() for source in rows["source_id"]),
        notes=(
            tell("per_gdp.note", chained=chained),
            tell(
                "per_gdp.metrics",
                revised=words["co2_revised"],
                standing=tell(f"standing.{standing}"),
                source=source_names(data, tuple(found["co2_revised"]["source_id"]), tell),
            ),
        ),
    )


def _table(data: Dataset, drawn: dict[str, Line], tell: Speaker) -> pd.DataFrame:
    """Return the index by definition and year, and the published yearly changes beside it."""
    table = series.table(drawn, tell).texts()
    for measure, rows in analysis_per_gdp.yearly(data).items():
        pairs = zip(rows.index, rows["value"], strict=True)
        changes = {str(year): number(value, 1, sign=True) for year, value in pairs}
        table[tell(f"per_gdp.yearly.{measure}")] = [
            changes.get(year, tell("known.none")) for year in table[tell("column.year")]
        ]
    return table
