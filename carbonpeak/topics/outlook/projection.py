"""Where 2030 leads: the fans of a quantity and of an intensity."""

from collections.abc import Sequence
from dataclasses import dataclass

import pandas as pd
import plotly.graph_objects as go

from carbonpeak.charts import fan
from carbonpeak.charts.fan import Ribbon
from carbonpeak.charts.lines import Line
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import TARGETS
from carbonpeak.figures import series
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import (
    INTENSITY_SOURCES,
    QUANTITY_SOURCES,
    intensity_standing,
    quantity_standing,
)
from carbonpeak.figures.table import YEAR, Cell, Form, Head, Table, missing, number, words
from carbonpeak.thresholds import FAN, NATION
from carbonpeak.topics.outlook import analysis_per_gdp, labels, notes
from carbonpeak.topics.outlook.analysis_projection import Projection, ProjectionQuestion, project
from carbonpeak.topics.outlook.choices import OutlookChoices
from carbonpeak.words.numbers import share
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker

# The bands of the fan, the widest first: lowest and highest level, and the key of its words.
BANDS = ((FAN[0], FAN[-1], "fan.wide"), (FAN[1], FAN[-2], "fan.half"))


@dataclass(frozen=True, eq=False)
class Fan:
    """What was, by year with its standings and breaks, and the quantiles of what may be.

    Both in the unit of calculation; ``form`` says how they are written.
    """

    past: "pd.Series[float]"
    past_standings: Sequence[str]
    ahead: pd.DataFrame
    form: Form
    breaks: Sequence[int] = ()

    @property
    def standings(self) -> tuple[str, ...]:
        """All standings, each once."""
        return (*dict.fromkeys(self.past_standings), "scenario")


def quantity(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure | None:
    """Return the fan of energy or CO2 to 2030, None where it cannot be projected."""
    question = chosen.question
    projection = project(data, question)
    if projection is None:
        return None
    shown = _quantity_fan(projection, question, tell)
    scenario = labels.scenario_name(data, question.scenario, tell)
    outcome = labels.outcome(data, projection, question, tell)
    title = labels.title(data, question, "quantity", outcome, tell)
    median = _median(data, question, "quantity", outcome, tell)
    return Figure(
        name="projection_quantity",
        title=title,
        subtitle=tell(
            "projection.quantity.sub", median=median, **labels.scope(data, question, tell)
        ),
        alt=title,
        chart=lambda: _chart(shown, question, scenario, None, tell),
        table=_table(shown, tell),
        standings=shown.standings,
        source_ids=QUANTITY_SOURCES[question.measure],
        notes=(
            *notes.of_paths(data, projection, question, tell),
            # The growth of a province is that of its deflated value added: prices are in it.
            *((tell("regions.deflator"),) if question.region_code != NATION else ()),
        ),
    )


def index(data: Dataset, chosen: OutlookChoices, tell: Speaker) -> Figure | None:
    """Return the fan of the intensity to 2030 with the path to 2025, None where there is none."""
    question = chosen.question
    projection = project(data, question)
    if projection is None:
        return None
    shown = _index_fan(projection, question, tell)
    scenario = labels.scenario_name(data, question.scenario, tell)
    path = series.path(TARGETS[question.measure], tell)
    said = labels.chances(data, projection, question, tell)
    key = f"projection.index.title.{question.measure}"
    title = labels.title(data, question, "index", said, tell, key)
    median = _median(data, question, "index", said, tell)
    return Figure(
        name="projection_index",
        title=title,
        subtitle=tell("projection.index.sub", median=median, **labels.scope(data, question, tell)),
        alt=title,
        chart=lambda: _chart(shown, question, scenario, path, tell),
        table=_table(shown, tell),
        standings=shown.standings,
        source_ids=(*INTENSITY_SOURCES[question.measure], *_society_sources(data, question)),
        notes=(
            *labels.doubt(data, question, tell),
            tell(f"projection.target.{question.measure}"),
            *notes.of_landing(data, projection, question, tell),
            *_against_society(data, projection, question, tell),
            tell("regions.deflator"),
        ),
    )


def _median(
    data: Dataset, question: ProjectionQuestion, figure: str, said: dict[str, object], tell: Speaker
) -> str:
    """Return what the median path comes to, for a subtitle; nothing where nothing is judged."""
    is_judged = not labels.is_doubtful(data, question)
    return tell(f"projection.{figure}.median", **said) if is_judged else ""


def _quantity_fan(projection: Projection, question: ProjectionQuestion, tell: Speaker) -> Fan:
    past = projection.past["quantity"].dropna()
    standings = [quantity_standing(question.measure, int(year)) for year in past.index]
    form = labels.quantity_form(question, tell)
    return Fan(past, standings, projection.quantity, form, _breaks(projection.past))


def _index_fan(projection: Projection, question: ProjectionQuestion, tell: Speaker) -> Fan:
    past = projection.past["index"].dropna()
    unverified = projection.past["value_added_standing"].eq("unverified")
    standings = [
        "unverified" if unverified[year] else intensity_standing(question.measure, int(year))
        for year in past.index
    ]
    form, breaks = Form(tell("unit.index"), digits=1), _breaks(projection.past.loc[past.index])
    return Fan(past, standings, projection.index, form, breaks)


def _society_sources(data: Dataset, question: ProjectionQuestion) -> tuple[str, ...]:
    """Return the sources of the whole society's fall, none for energy, not held to it."""
    if question.measure != "co2":
        return ()
    return tuple(analysis_per_gdp.yearly(data)["co2"]["source_id"])


def _against_society(
    data: Dataset, projection: Projection, question: ProjectionQuestion, tell: Speaker
) -> tuple[str, ...]:
    """Return what share of paths passes the whole society's fall.

    Nothing for energy, nor for a place of which nothing is judged.
    """
    if projection.passes is None or labels.is_doubtful(data, question):
        return ()
    years = analysis_per_gdp.yearly(data)["co2"].index
    society = moved(analysis_per_gdp.society_change(data), tell)
    return (
        tell(
            "projection.society",
            first=years[0],
            last=years[-1],
            society=society,
            passes=share(projection.passes, 1),
        ),
    )


def _breaks(past: pd.DataFrame) -> list[int]:
    return [int(year) for year in past.index[past["is_break"]]]


def _chart(
    shown: Fan, question: ProjectionQuestion, scenario: str, path: Line | None, tell: Speaker
) -> go.Figure:
    """Return history, the median of the paths, and the bands, which open at the last known year.

    ``scenario`` is the name of what the paths assume.
    """
    past, ahead = shown.past / shown.form.per, shown.ahead / shown.form.per
    last, start = int(past.index[-1]), float(past.iloc[-1])
    years = [last, *(int(year) for year in ahead.index)]
    ribbons = [
        Ribbon(tell(key), years, [start, *ahead[low]], [start, *ahead[high]])
        for low, high, key in BANDS
    ]
    known = tell(f"projection.known.{question.measure}")
    median, medians = tell("projection.median", scenario=scenario), ahead[labels.MEDIAN]
    digits = shown.form.digits
    drawn = [
        series.line(known, past, shown.past_standings, tell, shown.breaks, digits),
        series.line(median, medians, ["scenario"] * len(medians), tell, (), digits),
    ]
    # An amount is drawn from zero; an index, which stands beside its path, is not.
    broken = tell("regions.path.break")
    return fan.draw(drawn, ribbons, path, break_text=broken, from_zero=path is None)


def _table(shown: Fan, tell: Speaker) -> Table:
    """Return one row per year: known, or the quantiles over paths."""
    past = zip(shown.past.index, shown.past, shown.past_standings, strict=True)
    return Table.of_rows(
        [
            *(
                _known_row(int(year), value, standing, shown.form, tell)
                for year, value, standing in past
            ),
            *(_row_ahead(year, shown, tell) for year in shown.ahead.index),
        ]
    )


def _known_row(
    year: int, value: float, standing: str, form: Form, tell: Speaker
) -> dict[Head, Cell]:
    """Return a known year: its value, and that no path was needed."""
    behind = missing("known_year", tell("projection.behind"), form)
    quantiles = dict.fromkeys(FAN, behind)
    return _row(year, number(float(value), form), quantiles, standing, tell)


def _row_ahead(year: int, shown: Fan, tell: Speaker) -> dict[Head, Cell]:
    """Return a year ahead: no inventory, and the quantiles over paths."""
    none = missing("none", tell("known.none"), shown.form)
    quantiles = {level: number(float(shown.ahead[level][year]), shown.form) for level in FAN}
    return _row(int(year), none, quantiles, "scenario", tell)


def _row(
    year: int, known: Cell, quantiles: dict[float, Cell], standing: str, tell: Speaker
) -> dict[Head, Cell]:
    levels = {level: round(100 * level) for level in FAN}
    return {
        Head("year", tell("column.year")): number(year, YEAR),
        Head("known", tell("projection.column.known")): known,
        **{
            Head(f"percentile_{level}", tell(f"fan.level.{level}")): quantiles[key]
            for key, level in levels.items()
        },
        Head("standing", tell("known.standing")): words(
            tell(f"standing.{standing}"), value=standing
        ),
    }
