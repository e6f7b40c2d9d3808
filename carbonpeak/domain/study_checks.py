"""What keeps a study from being reckoned, and what must be known of it; no words, only facts."""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from carbonpeak.data.units import UnitError, is_co2_only, times, written
from carbonpeak.domain.study import (
    BOUNDARIES,
    FROM_GATE,
    STAGES,
    WITHIN,
    Factor,
    Result,
    Row,
    Study,
)
from carbonpeak.indicators.footprint import KINDS, scale
from carbonpeak.thresholds import MOST_STUDY_ROWS, NATION


@dataclass(frozen=True)
class Flaw:
    """One thing to say of a study: the key of its sentence, its row (0 for the whole), facts.

    Without a study's errors it has a result; a warning leaves the result and stands beside it.
    """

    key: str
    row: int = 0
    is_error: bool = True
    facts: Mapping[str, object] = field(default_factory=dict)


def errors(study: Study) -> tuple[Flaw, ...]:
    """Return what keeps a study from being reckoned, row by row."""
    return (
        *_of_whole(study),
        *(flaw for place, row in _numbered(study) for flaw in _of_row(place, row, study)),
    )


def warnings(result: Result) -> tuple[Flaw, ...]:
    """Return what must be known of a study that was reckoned, row by row."""
    study = result.study
    rows = (one for place, row in _numbered(study) for one in _told(place, row, study))
    return (*_told_of_whole(result), *rows)


def incomparable(one: Study, other: Study) -> Flaw | None:
    """Return why two studies cannot stand side by side: another boundary or functional unit."""
    if one.boundary != other.boundary:
        return Flaw("compare_boundary", facts={"one": one.boundary, "other": other.boundary})
    units = {"one": one.unit, "other": other.unit}
    try:
        ratio = (one.amount or 0.0) * times(one.unit, other.unit) / (other.amount or math.nan)
    except UnitError:
        return Flaw("compare_unit", facts=units)
    if math.isclose(ratio, 1.0, rel_tol=1e-9):
        return None
    return Flaw("compare_amount", facts={"amount": one.amount, "others": other.amount, **units})


def _numbered(study: Study) -> Iterator[tuple[int, Row]]:
    yield from enumerate(study.rows, start=1)


def _of_whole(study: Study) -> Iterator[Flaw]:
    if not study.product.strip():
        yield Flaw("no_product")
    if not _is_finite(study.amount) or float(study.amount or 0) <= 0:
        yield Flaw("amount", facts={"given": study.amount})
    yield from _unit("unit", 0, study.unit)
    if study.boundary not in BOUNDARIES:
        yield Flaw("no_boundary", facts={"given": study.boundary})
    if study.first_year is None or study.last_year is None:
        yield Flaw("no_period")
    elif study.first_year > study.last_year:
        yield Flaw("period", facts={"first": study.first_year, "last": study.last_year})
    if not study.rows:
        yield Flaw("no_rows")
    if len(study.rows) > MOST_STUDY_ROWS:
        yield Flaw("too_many_rows", facts={"count": len(study.rows), "most": MOST_STUDY_ROWS})


def _of_row(place: int, row: Row, study: Study) -> Iterator[Flaw]:
    if row.stage not in STAGES:
        yield Flaw("stage", place, facts={"given": row.stage})
    elif row.stage not in WITHIN.get(study.boundary, STAGES):
        yield Flaw("outside", place, facts={"stage": row.stage})
    if row.kind not in KINDS:
        yield Flaw("kind", place, facts={"given": row.kind})
    yield from _number("activity", place, row.activity)
    yield from _of_factor(place, row.factor)
    yield from _fitting(place, row)


def _of_factor(place: int, factor: Factor) -> Iterator[Flaw]:
    if factor.value is None:
        yield Flaw("no_factor", place)
    else:
        yield from _number("factor", place, factor.value)


def _number(key: str, place: int, value: float | None) -> Iterator[Flaw]:
    if value is None:
        yield Flaw(f"{key}_missing", place)
    elif not math.isfinite(value):
        yield Flaw(f"{key}_endless", place)
    elif value < 0:
        yield Flaw(f"{key}_negative", place, facts={"given": value})


def _fitting(place: int, row: Row) -> Iterator[Flaw]:
    """Yield what is wrong with the units of activity and factor, and between the two."""
    own = list(_unit("unit", place, row.unit))
    # A factor that is missing altogether is told of once.
    if row.factor.value is not None or row.factor.unit:
        own += _unit("factor_unit", place, row.factor.unit)
    yield from own
    if own or row.factor.value is None:
        return
    try:
        scale(row.unit, row.factor.unit)
    except UnitError as fault:
        facts = {"unit": row.unit, "factor_unit": row.factor.unit}
        yield Flaw("factor_per" if fault.reason == "factor" else "dimension", place, facts=facts)


def _unit(key: str, place: int, given: str) -> Iterator[Flaw]:
    if not given.strip():
        yield Flaw(f"no_{key}", place)
        return
    try:
        written(given)
    except UnitError as fault:
        yield Flaw("unit", place, facts={"given": fault.given})


def _is_finite(value: float | None) -> bool:
    return value is not None and math.isfinite(value)


def _told_of_whole(result: Result) -> Iterator[Flaw]:
    whole = result.totals
    if whole.removals_kg > whole.emissions_kg:
        facts = {"removals": whole.removals_kg, "emissions": whole.emissions_kg}
        yield Flaw("removals_above", is_error=False, facts=facts)


def _told(place: int, row: Row, study: Study) -> Iterator[Flaw]:
    factor = row.factor
    if factor.year is None:
        yield Flaw("factor_no_year", place, is_error=False)
    elif not (study.first_year or 0) <= factor.year <= (study.last_year or 0):
        facts = {"year": factor.year, "first": study.first_year, "last": study.last_year}
        yield Flaw("factor_year", place, is_error=False, facts=facts)
    if factor.region not in ("", study.region):
        key = "factor_nation" if factor.region == NATION else "factor_region"
        yield Flaw(key, place, is_error=False, facts={"region": factor.region})
    yield from _told_of_boundary(place, factor)
    if is_co2_only(factor.unit):
        yield Flaw("co2_only", place, is_error=False, facts={"unit": factor.unit})
    if not factor.source.strip():
        yield Flaw("no_source", place, is_error=False)


def _told_of_boundary(place: int, factor: Factor) -> Iterator[Flaw]:
    """Yield where a factor covers more than its row, less than a life cycle, or does not say."""
    keys = {
        "grave": "factor_grave",
        "direct": "factor_direct",
        "": "factor_no_boundary",
        **dict.fromkeys(FROM_GATE, "factor_from_gate"),
    }
    if factor.boundary in keys:
        yield Flaw(keys[factor.boundary], place, is_error=False)
