"""How likely by simulation: when the paths peak, and all scenarios side by side."""

import plotly.graph_objects as go

from carbonpeak.charts import columns
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import INTENSITY_SOURCES, QUANTITY_SOURCES
from carbonpeak.figures.table import YEAR, Cell, Form, Head, Table, number, percent_form, words
from carbonpeak.thresholds import CLEAR_FALL, HORIZON, PEAK_BEFORE, TARGET_YEAR
from carbonpeak.topics.outlook import labels, notes
from carbonpeak.topics.outlook.analysis_projection import (
    SCENARIOS,
    Projection,
    ProjectionQuestion,
    project,
)
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.numbers import percent, share
from carbonpeak.words.speaker import Speaker

SHARE, RATE = percent_form(0), percent_form(1, sign=True)


def peak_years(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure | None:
    """Return how many paths have their highest year when, None where there is no projection."""
    question = chosen.question
    projection = project(data, question)
    if projection is None:
        return None
    shares = _by_year(projection)
    said = labels.chances(data, projection, question, tell)
    key = f"projection.peak.title.{question.measure}"
    title = labels.title(data, question, "peak", said, tell, key)
    return Figure(
        name="projection_peak",
        title=title,
        subtitle=tell("projection.peak.sub", **labels.scope(data, question, tell)),
        alt=title,
        chart=lambda: _peak_chart(shares, tell),
        table=_peak_table(shares, tell),
        standings=("scenario",),
        source_ids=QUANTITY_SOURCES[question.measure],
        notes=(
            *labels.doubt(data, question, tell),
            *_of_peak(question, tell),
            *([] if labels.is_doubtful(data, question) else [tell("projection.clear", **said)]),
            notes.coarse(projection, tell),
        ),
    )


def scenarios(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure | None:
    """Return every scenario side by side, None where there is no projection."""
    question = chosen.question
    projections = _projections(data, question)
    if not projections:
        return None
    first = next(iter(projections.values()))
    said = _found(projections)
    key = _scenarios_key(said, question.measure)
    title = labels.title(data, question, "scenarios", said, tell, key)
    rows = [_row(data, result, own, tell) for own, result in projections.items()]
    return Figure(
        name="projection_scenarios",
        title=title,
        subtitle=tell("projection.scenarios.sub", **labels.scope(data, question, tell)),
        alt=title,
        chart=None,
        table=Table.of_rows(rows),
        standings=("scenario",),
        source_ids=INTENSITY_SOURCES[question.measure],
        notes=(
            *labels.doubt(data, question, tell),
            *(notes.how(data, own, tell) for own in projections),
            tell("projection.trend_years", changes=notes.changes(first, tell)),
            tell("projection.by_construction"),
            *_without(data, projections, question, tell),
            tell("projection.clear.column", last=HORIZON, clear=percent(CLEAR_FALL, 0)),
            notes.coarse(first, tell),
        ),
    )


def _projections(
    data: Dataset, question: ProjectionQuestion
) -> dict[ProjectionQuestion, Projection]:
    """Return the projection of every scenario, the reader's own only where it was asked for."""
    codes = (
        code for code in SCENARIOS[question.measure] if code != "own" or question.own is not None
    )
    every = {own: project(data, own) for own in map(question.under, codes)}
    return {own: result for own, result in every.items() if result is not None}


def _found(projections: dict[ProjectionQuestion, Projection]) -> dict[str, object]:
    """Return between which shares of paths the preset scenarios peak in time, for a title."""
    shares = [result.peaks for own, result in projections.items() if own.scenario != "own"]
    least, most = share(min(shares)), share(max(shares))
    return {"year": PEAK_BEFORE, "count": len(shares), "least": least, "most": most}


def _scenarios_key(found: dict[str, object], measure: str) -> str:
    """Return the key of the title; scenarios that agree share one number."""
    case = "same" if found["least"] == found["most"] else "title"
    return f"projection.scenarios.{case}.{measure}"


def _without(
    data: Dataset,
    projections: dict[ProjectionQuestion, Projection],
    question: ProjectionQuestion,
    tell: Speaker,
) -> tuple[str, ...]:
    """Return what single past years do to the share for 2025 under every scenario."""
    if labels.is_doubtful(data, question):
        return ()
    each = tell.clauses(
        tell(
            "projection.without.one",
            scenario=labels.scenario_name(data, own.scenario, tell),
            **notes.without(result),
        )
        for own, result in projections.items()
    )
    return (tell("projection.without.all", target=TARGET_YEAR, each=each),)


def _of_peak(question: ProjectionQuestion, tell: Speaker) -> list[str]:
    """Return what a peak is here; of energy, that no target asks for one."""
    peak = tell("projection.peak.note", year=PEAK_BEFORE, last=HORIZON)
    return [peak] if question.measure == "co2" else [peak, tell("projection.peak.energy")]


def _by_year(projection: Projection) -> dict[int, float]:
    """Return the share of paths by peak year; all years up to the last known one are one."""
    last_known = int(projection.course.index[0]) - 1
    shares = dict.fromkeys(range(last_known, HORIZON + 1), 0.0)
    for year, part in projection.peak_years.items():
        shares[max(int(str(year)), last_known)] += float(part)
    return shares


def _peak_chart(shares: dict[int, float], tell: Speaker) -> go.Figure:
    ticks = [_year(year, min(shares), "<br>", tell) for year in shares]
    texts = [share(part, 1) for part in shares.values()]
    return columns.draw(ticks, list(shares.values()), texts, [y >= PEAK_BEFORE for y in shares])


def _peak_table(shares: dict[int, float], tell: Speaker) -> Table:
    """Return the shares by year; the first stands for all before it, the last may not be a peak."""
    marks = {min(shares): ["and_before"], HORIZON: ["still_rising"]}
    years = [
        number(year, YEAR, _year(year, min(shares), " ", tell), marks.get(year, ()))
        for year in shares
    ]
    parts = [number(part, percent_form(1), share(part, 1)) for part in shares.values()]
    return Table.of_columns(
        {
            Head("peak_year", tell("projection.column.peak")): years,
            Head("share", tell("projection.column.share")): parts,
        }
    )


def _year(year: int, last_known: int, gap: str, tell: Speaker) -> str:
    if year == last_known:
        return tell("projection.peak.by", year=year, gap=gap)
    return tell("projection.peak.end", year=year, gap=gap) if year == HORIZON else str(year)


def _row(
    data: Dataset, projection: Projection, question: ProjectionQuestion, tell: Speaker
) -> dict[Head, Cell]:
    """Return one scenario: its rates, its shares of paths, and where its median ends."""
    rates, form = projection.course.iloc[-1], labels.quantity_form(question, tell)
    ends = (fan[labels.MEDIAN].iloc[-1] for fan in (projection.quantity, projection.index))
    amount, index = (float(end) for end in ends)
    growth_from, change_from = notes.starts(projection.course)
    marks = ["doubtful"] if labels.is_doubtful(data, question) else []
    cells = {
        "scenario": words(labels.scenario_name(data, question.scenario, tell), marks=marks),
        "growth": number(float(rates["growth"]), RATE),
        "fall": _change(projection, change_from, tell),
        "meets": number(projection.meets, percent_form(1), share(projection.meets, 1)),
        "peaks": number(projection.peaks, SHARE, share(projection.peaks)),
        "falls": number(projection.falls, SHARE, share(projection.falls)),
        "amount": number(amount, form),
        "index": number(index, Form(tell("unit.index"), digits=1)),
    }
    heads = _heads(int(projection.course.index[0]), growth_from, form, tell)
    first_year_of_change = Head("change_from", tell("projection.column.change_from"), in_files=True)
    return {heads[key]: cell for key, cell in cells.items()} | {
        first_year_of_change: number(change_from, YEAR)
    }


def _heads(first: int, growth_from: int, form: Form, tell: Speaker) -> dict[str, Head]:
    """Return the columns by the keys of their words; some name years, units or bounds."""
    places = {
        "unit": form.unit,
        "year": TARGET_YEAR,
        "growth_from": growth_from,
        "change_from": first,
        "last": HORIZON,
        "clear": percent(CLEAR_FALL, 0),
    }
    names = {
        "scenario": "scenario",
        "growth": "growth",
        "fall": "change",
        "meets": "meets_target",
        "peaks": "peaks_in_time",
        "falls": "clearly_falls",
        "amount": "median_quantity",
        "index": "median_index",
    }
    # One of the headings holds a bound in %, which does not say in what its numbers are.
    units = dict.fromkeys(("meets", "peaks", "falls"), tell("projection.unit.paths"))
    return {
        key: Head(name, tell(f"projection.column.{key}", **places), units.get(key, ""))
        for key, name in names.items()
    }


def _change(projection: Projection, change_from: int, tell: Speaker) -> Cell:
    """Return the yearly change of the intensity; the year is said where it starts later."""
    change = float(projection.course.iloc[-1]["change"])
    if change_from == int(projection.course.index[0]):
        return number(change, RATE)
    late = tell("projection.cell.from", change=RATE.text(change), first=change_from)
    return number(change, RATE, late)
