"""How likely by simulation: when the paths peak, and all scenarios side by side."""

from dataclasses import replace

import pandas as pd

from carbonpeak.charts import columns
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import INTENSITY_SOURCES, QUANTITY_SOURCES
from carbonpeak.figures.table import Table
from carbonpeak.thresholds import CLEAR_FALL, HORIZON, PEAK_BEFORE, TARGET_YEAR
from carbonpeak.topics.outlook import labels, notes
from carbonpeak.topics.outlook.analysis_projection import SCENARIOS, Asked, Projection, project
from carbonpeak.words.numbers import number, percent, share
from carbonpeak.words.speaker import Speaker


def peak_years(data: Dataset, asked: Asked, tell: Speaker) -> Figure | None:
    """Return how many paths have their highest year when, None where there is no projection."""
    found = project(data, asked)
    if found is None:
        return None
    last_known = int(found.course.index[0]) - 1
    shares = _by_year(found, last_known)
    ticks, names = (
        [_year(year, last_known, gap, tell) for year in shares.index] for gap in ("<br>", " ")
    )
    texts = [share(part, 1) for part in shares]
    title = tell(f"projection.peak.title.{asked.measure}", **labels.chances(found, asked, tell))
    year_words, share_words = (tell(f"projection.column.{one}") for one in ("peak", "share"))
    return Figure(
        name="projection_peak",
        title=title,
        subtitle=tell("projection.peak.sub", **labels.scope(data, asked, tell)),
        alt=title,
        chart=columns.draw(ticks, list(shares), texts, [y >= PEAK_BEFORE for y in shares.index]),
        table=Table.of_texts(pd.DataFrame({year_words: names, share_words: texts})),
        standings=("scenario",),
        source_ids=QUANTITY_SOURCES[asked.measure],
        notes=(
            tell("projection.peak.note", year=PEAK_BEFORE, last=HORIZON),
            tell("projection.clear", **labels.chances(found, asked, tell)),
            notes.coarse(found, tell),
        ),
    )


def scenarios(data: Dataset, asked: Asked, tell: Speaker) -> Figure | None:
    """Return every scenario side by side, None where there is no projection."""
    listed = [one for one in SCENARIOS[asked.measure] if one != "own" or asked.own is not None]
    every = [replace(asked, scenario=one) for one in listed]
    results = [(one, project(data, one)) for one in every]
    found = [(one, result) for one, result in results if result is not None]
    if not found:
        return None
    first = found[0][1]
    title = _scenarios_title(
        [one.peaks for preset, one in found if preset.scenario != "own"], asked.measure, tell
    )
    return Figure(
        name="projection_scenarios",
        title=title,
        subtitle=tell("projection.scenarios.sub", **labels.scope(data, asked, tell)),
        alt=title,
        chart=None,
        table=Table.of_texts(pd.DataFrame([_row(result, one, tell) for one, result in found])),
        standings=("scenario",),
        source_ids=INTENSITY_SOURCES[asked.measure],
        notes=(
            *(tell(f"scenario.how.{one.scenario}") for one, _ in found),
            tell("projection.trend_years", changes=notes.changes(first, tell)),
            tell("projection.by_construction"),
            tell("projection.clear.column", last=HORIZON, clear=percent(CLEAR_FALL, 0)),
            notes.coarse(first, tell),
        ),
    )


def _scenarios_title(shares: list[float], measure: str, tell: Speaker) -> str:
    """Return what the preset scenarios find; those that agree share one number."""
    least, most = share(min(shares)), share(max(shares))
    kind = "same" if least == most else "title"
    return tell(
        f"projection.scenarios.{kind}.{measure}",
        year=PEAK_BEFORE,
        count=len(shares),
        least=least,
        most=most,
    )


def _by_year(found: Projection, last_known: int) -> "pd.Series[float]":
    """Return the share of paths by peak year; all years up to the last known one are one."""
    shares = found.peak_years.groupby([max(int(y), last_known) for y in found.peak_years.index])
    years = range(last_known, HORIZON + 1)
    return shares.sum().reindex(years, fill_value=0.0)


def _year(year: int, last_known: int, gap: str, tell: Speaker) -> str:
    if year == last_known:
        return tell("projection.peak.by", year=year, gap=gap)
    return tell("projection.peak.end", year=year, gap=gap) if year == HORIZON else str(year)


def _row(found: Projection, asked: Asked, tell: Speaker) -> dict[str, str]:
    unit, rates = labels.unit_of(asked, tell), found.course.iloc[-1]
    median = found.quantity[labels.MEDIAN]
    growth_from, change_from = notes.starts(found.course)
    first = int(found.course.index[0])
    said = {
        "unit": unit.name,
        "year": TARGET_YEAR,
        "growth_from": growth_from,
        "change_from": first,
        "last": HORIZON,
        "clear": percent(CLEAR_FALL, 0),
    }
    column = {
        key: tell(f"projection.column.{key}", **said)
        for key in ("scenario", "growth", "fall", "meets", "peaks", "falls", "amount", "index")
    }
    fall = percent(float(rates["change"]), 1, sign=True)
    late = tell("projection.cell.from", change=fall, first=change_from)
    return {
        column["scenario"]: tell(f"scenario.{asked.scenario}"),
        column["growth"]: percent(float(rates["growth"]), 1, sign=True),
        column["fall"]: late if change_from > first else fall,
        column["meets"]: share(found.meets),
        column["peaks"]: share(found.peaks),
        column["falls"]: share(found.falls),
        column["amount"]: number(float(median.iloc[-1]) / unit.tonnes, unit.digits),
        column["index"]: number(float(found.index[labels.MEDIAN].iloc[-1]), 1),
    }
