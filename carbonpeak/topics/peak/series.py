"""One series on the page Peak: its line, its maximum, the test window, and how its state ages."""

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import hover, matrix
from carbonpeak.charts.lines import Line
from carbonpeak.charts.style import PEAK_INK
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import power
from carbonpeak.domain.power import CHEMICALS, FEEDSTOCK_JUMP_YEAR, WITHOUT_POWER
from carbonpeak.domain.view import region_names
from carbonpeak.figures import labels as shared_labels
from carbonpeak.figures import pointed
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import fault_words
from carbonpeak.figures.table import YEAR, Cell, Form, Head, Table, number, words
from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak import analysis, cells, charts, labels
from carbonpeak.topics.peak import sentence as peak_sentence
from carbonpeak.topics.peak.charts import Window
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.topics.peak.facts import facts
from carbonpeak.topics.peak.sentence import Subject
from carbonpeak.words import numbers
from carbonpeak.words.numbers import is_missing
from carbonpeak.words.speaker import Speaker

# The sectors with chemicals in them.
WITH_CHEMICALS = (CHEMICALS, "petrochemicals", WITHOUT_POWER)


def remark(data: Dataset, region_code: str, sector_code: str, tell: Speaker) -> str:
    """Return why a series is not shown, nothing where it is."""
    if not analysis.series(data, "total", region_code, sector_code).empty:
        return ""
    is_covered = region_code in facts(data).covered
    key = "peak.series.not_split" if is_covered else "peak.series.no_inventory"
    return tell(key, name=region_names(data, tell.lang)[region_code])


def sentence(data: Dataset, chosen: PeakChoices, tell: Speaker) -> str:
    """Return what the rule says of the series, nothing where it is not shown."""
    row = _row(data, chosen)
    return "" if row is None else _sentence(data, chosen, row, tell)


def line(data: Dataset, chosen: PeakChoices, tell: Speaker) -> Figure | None:
    """Return the series with its maximum and test window, None where it is not shown."""
    row = _row(data, chosen)
    if row is None:
        return None
    name, until = labels.series(data, *chosen.series, tell), chosen.until
    yearly = analysis.series(data, chosen.scope, *chosen.series).loc[:until]
    form, first = labels.scale(row["maximum"], tell), facts(data).first_year
    measured = {"basis": tell(f"basis.{chosen.scope}"), "unit": form.unit}
    # Who has no figures of the year chosen ends before it.
    last = tell("peak.until", year=yearly.index[-1])
    return Figure(
        name="peak_series",
        title=_title(data, chosen, row, tell),
        subtitle=tell("peak.series.sub", name=name, first=first, until=last, **measured),
        alt=_sentence(data, chosen, row, tell),
        chart=lambda: _drawn(_line(yearly, name, form, tell), row, tell),
        table=_table(yearly, form, tell),
        standings=labels.standings(data, until),
        source_ids=labels.sources(data, chosen.scope, until),
        notes=(
            *labels.reconstruction_note(data, until, tell),
            *_feedstock(data, chosen, tell),
            *_process(data, chosen, tell),
        ),
    )


def ageing(data: Dataset, chosen: PeakChoices, tell: Speaker) -> Figure | None:
    """Return what the rule would have said with each last year, None for a series not shown."""
    judged = analysis.by_last_year(data, chosen.scope, *chosen.series)
    if judged.empty:
        return None
    name = labels.series(data, *chosen.series, tell)
    in_title = labels.series_in_title(data, *chosen.series, tell)
    title = _age_title(judged["state"], in_title, tell)
    ends = {"first": judged.index[0], "last": judged.index[-1]}
    measured = ends | {"basis": tell(f"basis.{chosen.scope}")}
    return Figure(
        name="peak_age",
        title=title,
        subtitle=tell("peak.age.sub", name=name, **measured),
        alt=title,
        chart=lambda: _age_strip(judged, tell),
        table=_age_table(judged, tell),
        standings=labels.standings(data, data.last_year),
        source_ids=labels.sources(data, chosen.scope, data.last_year),
        notes=(_age_note(judged["state"], tell),),
    )


def _age_note(states: "pd.Series[str]", tell: Speaker) -> str:
    """Return how often the state changes from the first last year to the last."""
    first, last = states.index[0], states.index[-1]
    return tell("peak.age.changes", first=first, last=last, count=_changes(states))


def _row(data: Dataset, chosen: PeakChoices) -> "pd.Series[Any] | None":
    judged = analysis.by_last_year(data, chosen.scope, *chosen.series, (chosen.until,))
    return None if judged.empty else judged.iloc[0]


def _title(data: Dataset, chosen: PeakChoices, row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the series with its state and the year of the maximum."""
    said = tell(f"peak.headline.{row['state']}", year=row["peak_year"])
    name = labels.series_in_title(data, *chosen.series, tell)
    return tell("peak.series.title", name=name, clause=said)


def _sentence(data: Dataset, chosen: PeakChoices, row: "pd.Series[Any]", tell: Speaker) -> str:
    name, known = labels.series(data, *chosen.series, tell), facts(data).value_added
    return peak_sentence.sentence(row, Subject(name, chosen.sector, known[0]), tell)


def _feedstock(data: Dataset, chosen: PeakChoices, tell: Speaker) -> tuple[str, ...]:
    """Return the named fault that lowers CO2 of chemicals, for a series that shows it."""
    is_lowered = chosen.sector in WITH_CHEMICALS and chosen.until >= FEEDSTOCK_JUMP_YEAR
    return (fault_words(data, "feedstock_jump", tell),) if is_lowered else ()


def _process(data: Dataset, chosen: PeakChoices, tell: Speaker) -> tuple[str, ...]:
    """Return whose cement process CO2 is not in other industry of the nation, if anyone's."""
    if chosen.series != (NATION, WITHOUT_POWER):
        return ()
    left_out = power.split(data, chosen.scope).without_process
    names = shared_labels.region_list(data, left_out, tell)
    return (tell("power.process", names=names),) if left_out else ()


def _line(yearly: pd.DataFrame, name: str, form: Form, tell: Speaker) -> Line:
    known = yearly.dropna(subset=["co2_t"])
    years, standings = [int(year) for year in known.index], list(known["standing"])
    # The line is broken where a year between two figures has none.
    broken = frozenset(year for year in years[1:] if year - 1 not in years)
    moves = pointed.on_year_before(years, known["co2_t"], broken, tell, amount=True)
    texts = [
        hover.card(
            name, f"{year}: {labels.amount(tonnes, tell)}", move, pointed.standing([kind], tell)
        )
        for year, tonnes, move, kind in zip(years, known["co2_t"], moves, standings, strict=True)
    ]
    values = [float(tonnes) / form.per for tonnes in known["co2_t"]]
    return Line(name, years, values, standings, texts, broken)


def _drawn(line: Line, row: "pd.Series[Any]", tell: Speaker) -> go.Figure:
    gone = tell.listed(str(year) for year in row["gaps"])
    return charts.series(
        line,
        None if is_missing(row["peak_year"]) else int(row["peak_year"]),
        _maximum(row, tell),
        _window(row, tell),
        tell("peak.series.break", years=gone),
    )


def _maximum(row: "pd.Series[Any]", tell: Speaker) -> str:
    amount = labels.amount(row["maximum"], tell)
    return tell("peak.series.maximum", year=row["peak_year"], amount=amount)


def _window(row: "pd.Series[Any]", tell: Speaker) -> Window | None:
    """Return the years after the maximum with the test's numbers, None where there is none."""
    if is_missing(row["years_after"]) or row["years_after"] == 0:
        return None
    places = {"first": row["peak_year"] + 1, "last": row["last_year"], "n": row["tested"]}
    if is_missing(row["p"]):
        text = tell("peak.series.window_short", **places)
    else:
        s, p = numbers.number(row["s"]), labels.probability(row["p"])
        text = tell("peak.series.window", s=s, p=p, **places)
    return Window(int(row["peak_year"]) + 0.5, int(row["last_year"]) + 0.5, text)


def _table(yearly: pd.DataFrame, form: Form, tell: Speaker) -> Table:
    return Table.of_columns(
        {
            Head("year", tell("column.year")): [number(int(year), YEAR) for year in yearly.index],
            Head("co2", tell("peak.series.column", unit=form.unit)): [
                cells.amount(tonnes, form, tell) for tonnes in yearly["co2_t"]
            ],
            Head("standing", tell("peak.series.standing")): [
                words(tell(f"standing.{standing}"), value=standing)
                for standing in yearly["standing"]
            ],
        }
    )


def _age_title(states: "pd.Series[str]", name: str, tell: Speaker) -> str:
    first, last = int(states.index[0]), int(states.index[-1])
    before, now = (tell(f"peak.brief.{state}") for state in (states.iloc[0], states.iloc[-1]))
    changes = _changes(states)
    places: dict[str, object] = {"name": name, "first": first, "last": last, "count": changes}
    if changes == 0:
        return tell("peak.age.same", state=now, **places)
    if before == now:
        return tell("peak.age.returned", state=now, **places)
    return tell("peak.age.changed", before=before, now=now, **places)


def _changes(states: "pd.Series[str]") -> int:
    return int((states != states.shift()).sum()) - 1


def _age_strip(judged: pd.DataFrame, tell: Speaker) -> go.Figure:
    """Return one row of cells, one for each last year."""
    strip = [
        matrix.Cell(
            str(year),
            row["state"],
            labels.cell_lines(row),
            labels.hover(str(year), row, tell),
        )
        for year, row in judged.iterrows()
    ]
    legend = labels.legend(judged["state"], tell)
    years = [str(year) for year in judged.index]
    return matrix.draw([""], years, [strip], legend, labels.FILLS, PEAK_INK)


def _age_table(judged: pd.DataFrame, tell: Speaker) -> Table:
    return Table.of_rows(
        {
            Head("last_year", tell("peak.age.until")): number(int(str(year)), YEAR),
            **_age_cells(row, tell),
        }
        for year, row in judged.iterrows()
    )


def _age_cells(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    return {
        Head("state", tell("peak.column.state")): cells.state(row, tell),
        Head("peak_year", tell("peak.column.peak_year")): cells.year(row, "peak_year", tell),
        Head("years_tested", tell("peak.column.tested")): cells.count(row, "tested", tell),
        Head("p", tell("peak.column.p")): cells.p(row, tell),
    }
