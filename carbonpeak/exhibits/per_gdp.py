"""Energy and CO2 per GDP beside industry's: every definition its own line, none joined."""

import pandas as pd

from carbonpeak.charts import lines
from carbonpeak.charts.lines import Line
from carbonpeak.exhibits import series
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.origin import source_names
from carbonpeak.findings import per_gdp
from carbonpeak.findings.view import Ask
from carbonpeak.wording import Lang, say
from carbonpeak.wording.numbers import number, percent


def exhibit(ask: Ask, lang: Lang) -> Exhibit:
    """Return energy and CO2 per GDP by definition, with yearly changes in the table."""
    found = per_gdp.lines(ask)
    drawn = {
        key: series.line(say(f"per_gdp.{key}", lang), rows["index"], rows["standing"], lang)
        for key, rows in found.items()
    }
    words = {key: str(series.outcome(line)["change"]) for key, line in drawn.items()}
    chained = percent(per_gdp.chained_since_break(ask), 1, sign=True)
    lines_drawn = list(drawn.values())
    standing = str(found["co2_revised"]["standing"].iloc[-1])
    return Exhibit(
        name="per_gdp",
        title=say("per_gdp.title", lang, standing=say(f"standing.{standing}", lang), **words),
        subtitle=say("per_gdp.sub", lang),
        alt=say("per_gdp.alt", lang, **words),
        chart=lines.draw(lines_drawn),
        table=_table(ask, lines_drawn, lang),
        standings=series.standings(lines_drawn),
        source_ids=tuple(source for rows in found.values() for source in rows["source_id"]),
        notes=(
            say("per_gdp.note", lang, chained=chained),
            say(
                "per_gdp.metrics",
                lang,
                revised=words["co2_revised"],
                standing=say(f"standing.{standing}", lang),
                source=source_names(ask, tuple(found["co2_revised"]["source_id"]), lang),
            ),
        ),
    )


def _table(ask: Ask, drawn: list[Line], lang: Lang) -> pd.DataFrame:
    """Return the index by definition and year, and the published yearly changes beside it."""
    table = series.table(drawn, lang)
    for measure, rows in per_gdp.yearly(ask).items():
        pairs = zip(rows.index, rows["value"], strict=True)
        changes = {str(year): number(value, 1, sign=True) for year, value in pairs}
        table[say(f"per_gdp.yearly.{measure}", lang)] = [
            changes.get(year, say("known.none", lang)) for year in table[say("column.year", lang)]
        ]
    return table
