"""Industrial energy and CO2 to 2030 by scenario: what was, simulated paths, and their shares."""

from dataclasses import dataclass, replace

import pandas as pd

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain.measures import MEASURES
from carbonpeak.domain.official import yearly_changes
from carbonpeak.domain.view import TARGETS
from carbonpeak.indicators import projection as rules
from carbonpeak.indicators.intensity import CNY_PER_1E4, intensity
from carbonpeak.indicators.scenarios import Rates, course, log_changes
from carbonpeak.thresholds import (
    BASE_YEAR,
    CLEAR_FALL,
    FAN,
    HORIZON,
    NATION,
    PATHS,
    PEAK_BEFORE,
    SEED,
    TARGET_YEAR,
)
from carbonpeak.topics.outlook import analysis_per_gdp
from carbonpeak.topics.outlook.analysis_landing import Landing, landing

# By measure; the first is the default. The 15th plan has a rate for CO2 alone.
SCENARIOS = {
    "co2": ("trend5", "trend10", "plan", "plan15", "own"),
    "energy": ("trend5", "trend10", "plan", "own"),
}
# Published real growth of the nation's industry: all industry where known, else above designated
# size, which the last year has alone.
KNOWN_GROWTH = (
    ("industrial_value_added_all_real_growth", "all industry"),
    ("value_added_growth_above_scale", "all above-scale"),
)


@dataclass(frozen=True)
class ProjectionQuestion:
    """Which projection: measure, scenario, place, and the reader's own rates (fractions)."""

    measure: str = "co2"
    scenario: str = "trend5"
    region_code: str = NATION
    own: Rates | None = None

    def under(self, scenario: str) -> "ProjectionQuestion":
        """Return the same question in another scenario; the reader's rates count in theirs alone.

        A preset scenario so has one question, whatever the reader set, and is simulated once.
        """
        return replace(self, scenario=scenario, own=self.own if scenario == "own" else None)


def question_of(
    measure: str, scenario: str, region_code: str, growth_pct: float, fall_pct: float
) -> ProjectionQuestion:
    """Return the projection a reader asks for: "" is the nation; own rates in % a year.

    They count only in the scenario of the reader's own.
    """
    own = Rates(growth_pct / 100, -fall_pct / 100) if scenario == "own" else None
    return ProjectionQuestion(measure, scenario, region_code or NATION, own)


@dataclass(frozen=True, eq=False)
class Start:
    """What a simulation starts from.

    Attributes:
        past: by year ``quantity`` (t), ``value_added`` (10^4 yuan), ``intensity`` (t per 10^4
            yuan), ``is_break``, ``value_added_standing``; missing where not known.
        value_added: of the last year, 10^4 yuan.
        intensity: of the last year, t per 10^4 yuan.
        changes: the yearly log changes that the noise is drawn from.
        left_out: the years whose change is not among them, being a suspected revision.
        course: ``growth``, ``change`` (fractions) and ``is_given`` by year.
    """

    past: pd.DataFrame
    value_added: float
    intensity: float
    changes: pd.DataFrame
    left_out: tuple[int, ...]
    course: pd.DataFrame


@dataclass(frozen=True, eq=False)
class Projection:
    """A projection with what it started from.

    Attributes:
        past: by year ``quantity`` (t), ``index`` (intensity, 2020 = 100), ``value_added_standing``;
            missing where not known.
        changes: the yearly log changes that the noise is drawn from.
        left_out: the years whose change is not among them, being a suspected revision.
        course: ``growth``, ``change`` (fractions) and ``is_given`` by year.
        quantity: quantiles of the quantity, t, by year and level of FAN.
        index: quantiles of the intensity, 2020 = 100.
        landing: how many of all courses to 2025 meet its target, counted and not simulated.
        peaks: share of paths whose highest year lies before 2030.
        falls: share of paths that in 2030 lie at least CLEAR_FALL below their highest year.
        peak_years: share of paths by the year of their highest value.
    """

    past: pd.DataFrame
    changes: pd.DataFrame
    left_out: tuple[int, ...]
    course: pd.DataFrame
    quantity: pd.DataFrame
    index: pd.DataFrame
    landing: Landing
    peaks: float
    falls: float
    peak_years: "pd.Series[float]"

    @property
    def meets(self) -> float:
        """Share of the courses whose intensity meets the target of 2025."""
        return self.landing.met / self.landing.ways

    @property
    def passes(self) -> float | None:
        """Share of the courses that fall by more than the whole society, None for energy."""
        return None if self.landing.passed is None else self.landing.passed / self.landing.ways


@once_per_dataset
def project(data: Dataset, question: ProjectionQuestion) -> Projection | None:
    """Return the projection from the last year of the place's data to 2030.

    None where the place's figures of 2020 or of the last year are missing (not covered, withheld).
    A simulation is dear, so each question is answered once; nobody writes into what is shared.
    """
    start = start_of(data, question)
    if start is None:
        return None
    picks = rules.draws(len(start.changes), len(start.course), PATHS, SEED)
    noise = rules.noise(start.changes)
    paths = rules.simulate(start.value_added, start.intensity, start.course, noise, picks)
    society = analysis_per_gdp.society_change(data) if question.measure == "co2" else None
    return _summed_up(start, paths, TARGETS[question.measure], society)


def start_of(data: Dataset, question: ProjectionQuestion) -> Start | None:
    """Return what the simulation starts from, None where the place has no figures for it."""
    if years_without_figures(data, question):
        return None
    past, last = _history(data, question), data.last_year_of(question.region_code)
    revised = [int(year) for year in past.index[past["is_break"]]]
    changes = log_changes(past["value_added"], past["intensity"], revised)
    known = known_growth(data, last) if question.region_code == NATION else {}
    years, target = range(last + 1, HORIZON + 1), TARGETS[question.measure]
    ahead = course(changes, question.scenario, years, target, question.own, known)
    added, level = (float(past[column][last]) for column in ("value_added", "intensity"))
    return Start(past, added, level, changes, _left_out(past, revised), ahead)


def years_without_figures(data: Dataset, question: ProjectionQuestion) -> tuple[int, ...]:
    """Return which of the two years that a projection needs have no intensity."""
    level = _history(data, question)["intensity"].dropna()
    last = data.last_year_of(question.region_code)
    return tuple(year for year in (BASE_YEAR, last) if year not in level.index)


@once_per_dataset
def first_year(data: Dataset) -> int:
    """Return the first year of the nation's intensity: the longest trend begins with it."""
    return int(_history(data, ProjectionQuestion("energy"))["intensity"].dropna().index[0])


@once_per_dataset
def verified_from(data: Dataset) -> int:
    """Return the first year whose value added of the nation is not recalled."""
    standings = _history(data, ProjectionQuestion("energy"))["value_added_standing"].dropna()
    return int(standings.index[standings != "unverified"][0])


def _left_out(past: pd.DataFrame, revised: list[int]) -> tuple[int, ...]:
    """Return the revised years that would be changes: they and the year before are known."""
    steps = (past["value_added"] * past["intensity"]).diff()
    return tuple(year for year in revised if pd.notna(steps[year]))


def known_growth(data: Dataset, last: int) -> dict[int, float]:
    """Return the published real growth of industry after a year, fractions by year."""
    rates: dict[int, float] = {}
    for published in reversed(_published_growth(data)):
        rates |= {year: rate for year, rate in published.items() if year > last}
    return dict(sorted(rates.items()))


def above_scale_years(data: Dataset, last: int) -> tuple[int, ...]:
    """Return the years after ``last`` whose growth is known above designated size alone."""
    whole, above_scale = _published_growth(data)
    return tuple(sorted(year for year in above_scale if year > last and year not in whole))


def _published_growth(data: Dataset) -> tuple[dict[int, float], ...]:
    """Return the published growth of industry by year, fractions: of all, of those above size."""
    series = [
        yearly_changes(data, "industrial_value_added", indicator, item)["value"]
        for indicator, item in KNOWN_GROWTH
    ]
    return tuple({int(year): float(rates[year]) / 100 for year in rates.index} for rates in series)


def _history(data: Dataset, question: ProjectionQuestion) -> pd.DataFrame:
    """Return quantity (t), value added (10^4 yuan), intensity and breaks by year."""
    if question.region_code == NATION:
        rows = data.ask("nation__yearly").assign(is_break=False)
    else:
        rows = data.ask("regions__yearly", region_code=question.region_code, first_year=None)
    rows = rows.set_index("year").loc[: data.last_year_of(question.region_code)]
    quantity = rows[MEASURES[question.measure].column].astype(float)
    added = rows["value_added_real_cny"].astype(float)
    return pd.DataFrame(
        {
            "quantity": quantity,
            "value_added": added / CNY_PER_1E4,
            "intensity": intensity(quantity, added),
            # A revision of the energy inventory is one of CO2, which is derived from it.
            "is_break": rows["is_break"],
            "value_added_standing": rows["value_added_standing"],
        }
    )


def _summed_up(
    start: Start, paths: rules.Paths, target: float, society: float | None
) -> Projection:
    base = float(start.past["intensity"][BASE_YEAR])
    known = start.past["quantity"].dropna()
    peaks = rules.peak_years(known, paths)
    past = start.past.assign(index=100 * start.past["intensity"] / base)
    return Projection(
        past=past[["quantity", "index", "is_break", "value_added_standing"]],
        changes=start.changes,
        left_out=start.left_out,
        course=start.course,
        quantity=rules.quantiles(paths.quantity, FAN, paths.years),
        index=rules.quantiles(100 * paths.intensity / base, FAN, paths.years),
        landing=landing(
            start.intensity, start.course.loc[:TARGET_YEAR], start.changes, base, target, society
        ),
        peaks=rules.share(peaks < PEAK_BEFORE),
        falls=rules.share(rules.is_clearly_lower(known, paths, CLEAR_FALL)),
        peak_years=pd.Series(peaks).value_counts(normalize=True).sort_index(),
    )
