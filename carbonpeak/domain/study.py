"""A study of a product's footprint: its unit, its boundary, its rows; the reader's own record."""

import math
from collections.abc import Iterator
from dataclasses import dataclass, field

import pandas as pd

from carbonpeak.indicators import data_quality as quality
from carbonpeak.indicators.footprint import EMISSION, Totals, by_stage, computed, totals

# Of the document on product footprints, in its order.
STAGES = ("raw_materials", "production", "transport", "distribution", "use", "disposal")
# What a study covers, and the stages that lie within.
GATE, GRAVE = "gate", "grave"
WITHIN = {GATE: STAGES[:3], GRAVE: STAGES}
BOUNDARIES = tuple(WITHIN)
# Boundaries of factors that begin at a gate: what came before is not counted.
FROM_GATE = ("gate_to_gate", "gate_to_grave")


@dataclass(frozen=True)
class Factor:
    """An emission factor as a row of the library or the reader gives it.

    ``value`` in ``unit`` (a footprint per something), None while it is not given; ``region`` a code
    of GB/T 2260, ``GLO`` for the world, an economy ("US"), or nothing where it is not known;
    ``boundary`` ``gate``, ``grave``, one of FROM_GATE, ``direct`` (what leaves the chimney) or
    nothing; ``standing`` as of any figure, ``own`` where the reader gives it, ``measured`` where it
    was.
    """

    factor_id: str = ""
    name: str = ""
    value: float | None = None
    unit: str = ""
    year: int | None = None
    region: str = ""
    boundary: str = ""
    standing: str = "own"
    source: str = ""


@dataclass(frozen=True)
class Row:
    """One thing that is used or done: how much, under which factor; ``kind`` is one of KINDS."""

    stage: str
    name: str
    activity: float | None
    unit: str
    factor: Factor
    kind: str = EMISSION
    note: str = ""


@dataclass(frozen=True)
class Record:
    """What only a record for exchange needs: who declares it, and numbers of the product itself.

    ``mass_kg`` of the functional unit without packaging, ``fossil_carbon_kg`` carbon in it,
    ``exempted_pct`` what the study leaves out: None is not known, which is not zero. ``preceding``
    are the ids of records that this study takes the place of.
    """

    company: str = ""
    company_ids: tuple[str, ...] = ()
    product_ids: tuple[str, ...] = ()
    mass_kg: float | None = None
    fossil_carbon_kg: float | None = None
    exempted_pct: float | None = None
    potentials: tuple[str, ...] = ()
    standards: tuple[str, ...] = ()
    has_packaging: bool | None = None
    preceding: tuple[str, ...] = ()


@dataclass(frozen=True)
class Study:
    """A footprint of ``amount`` ``unit`` of a product, its functional or declared unit.

    All rows are for that amount. ``region`` is a code of GB/T 2260; the period is ``first_year`` to
    ``last_year``. ``is_example`` marks what nobody measured.
    """

    product: str
    amount: float | None
    unit: str
    boundary: str
    rows: tuple[Row, ...]
    is_declared: bool = True
    region: str = ""
    first_year: int | None = None
    last_year: int | None = None
    notes: str = ""
    is_example: bool = False
    record: Record = field(default_factory=Record)


@dataclass(frozen=True, eq=False)
class Result:
    """What a study comes to, for the whole of its functional unit.

    ``rows`` have ``number`` (from 1), stage, kind, name, ``co2e_kg`` and the three ratings;
    ``stages`` ``emissions_kg`` and ``removals_kg`` of the stages within the boundary.
    """

    study: Study
    rows: pd.DataFrame
    stages: pd.DataFrame
    totals: Totals
    ratings: dict[str, float]
    measured_share: float

    @property
    def per_one_kg(self) -> Totals:
        """Emissions and removals, kg CO2e per one unit of the product."""
        amount = float(self.study.amount or math.nan)
        return Totals(self.totals.emissions_kg / amount, self.totals.removals_kg / amount)


def result(study: Study) -> Result:
    """Return what a study comes to; it must have no errors (``study_checks``)."""
    rows = rated(computed(frame(study)), study)
    emissions = rows[rows["kind"] == EMISSION]
    whole = totals(rows)
    measured = float(emissions.loc[emissions["standing"] == quality.MEASURED, "co2e_kg"].sum())
    return Result(
        study,
        rows,
        by_stage(rows, WITHIN[study.boundary]),
        whole,
        quality.weighted(emissions),
        measured / whole.emissions_kg if whole.emissions_kg else 0.0,
    )


def frame(study: Study) -> pd.DataFrame:
    """Return the rows of a study as a table, numbered from 1, with what the factors are."""
    return pd.DataFrame(
        list(_flat(study)),
        columns=[
            "number", "stage", "kind", "name", "activity", "unit",
            "factor", "factor_unit", "factor_year", "factor_region", "standing",
        ],
    )  # fmt: skip


def _flat(study: Study) -> Iterator[tuple[object, ...]]:
    for number, row in enumerate(study.rows, start=1):
        factor = row.factor
        yield (
            number, row.stage, row.kind, row.name, row.activity, row.unit,
            factor.value, factor.unit, factor.year, factor.region, factor.standing,
        )  # fmt: skip


def rated(rows: pd.DataFrame, study: Study) -> pd.DataFrame:
    """Return the rows with the three ratings of data quality."""
    first, last = int(study.first_year or 0), int(study.last_year or 0)
    years = [None if pd.isna(year) else int(year) for year in rows["factor_year"]]
    return rows.assign(
        technology=[quality.technology_rating(one) for one in rows["standing"]],
        geography=[quality.geography_rating(one, study.region) for one in rows["factor_region"]],
        time=[quality.time_rating(year, first, last) for year in years],
    )
