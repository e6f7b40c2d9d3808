"""The activities of a report: how much of what, under which factor of the library, to t CO2."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.text import Text
from carbonpeak.data.units import UnitError
from carbonpeak.indicators import footprint
from carbonpeak.reporting import fields, twice
from carbonpeak.reporting.faults import Fault, ReportingError, said
from carbonpeak.reporting.reference import Factor, Reference, reference
from carbonpeak.thresholds import MOST_REPORT_LINES
from carbonpeak.words import both

# Of the guides to accounting by enterprises: burnt fuels, processes, bought electricity and heat.
KINDS = ("fuel", "process", "electricity", "heat", "other")
KG_PER_T = 1000.0


@dataclass(frozen=True)
class Activity:
    """One line of a report as it is entered: ``quantity`` in ``unit``, a factor by its id."""

    kind: str
    activity: str
    quantity: float
    unit: str
    factor_id: str


@dataclass(frozen=True)
class Line:
    """One line as it is kept: the activity with the factor as it was, and its emissions."""

    activity: Activity
    factor: Factor
    co2_t: float

    @property
    def row(self) -> dict[str, Any]:
        """The line as a row of the store."""
        factor = self.factor
        name = {"factor_name": twice.kept(factor.name)}
        told = {**name, "factor": factor.value, "factor_unit": factor.unit}
        return {**vars(self.activity), **told, "co2_t": self.co2_t}


def reckoned(data: Dataset, activities: Sequence[Activity]) -> tuple[Line, ...]:
    """Return activities with factors and emissions, t CO2; ReportingError says the first fault."""
    known = reference(data)
    first = next(faults(0, activities, known), None)
    if first is not None:
        raise ReportingError(first.text)
    return lines(activities, known)


def kind_name(kind: str) -> Text:
    """Return what a kind of activity is called."""
    return both(f"filed.kind.{kind}")


def lines(activities: Sequence[Activity], known: Reference) -> tuple[Line, ...]:
    """Return activities that have no faults with factors and emissions."""
    return tuple(_line(one, known.factors[one.factor_id]) for one in activities)


def faults(place: int, activities: Sequence[Activity], known: Reference) -> Iterator[Fault]:
    """Give all that is wrong with the activities of a report; ``place`` is that of the report."""
    if not activities:
        yield Fault(place, "activity", "", said("no_lines"))
    if len(activities) > MOST_REPORT_LINES:
        text = said("many_lines", count=len(activities), most=MOST_REPORT_LINES)
        yield Fault(place, "activity", "", text)
    for line, one in enumerate(activities):
        for column, value, text in _of_line(line + 1, one, known):
            yield Fault(place, column, value, text, line)


def _of_line(line: int, one: Activity, known: Reference) -> Iterator[tuple[str, str, Any]]:
    if one.kind not in KINDS:
        kinds = ", ".join(KINDS)
        yield "kind", one.kind, said("kind", line=line, value=one.kind, kinds=kinds)
    for fault in fields.of_text(0, "activity", one.activity):
        yield "activity", fault.value, fault.text
    if not math.isfinite(one.quantity) or one.quantity < 0:
        given = f"{one.quantity:g}"
        yield "quantity", given, said("quantity", line=line, value=given)
    factor = known.factors.get(one.factor_id)
    if factor is None:
        yield "factor_id", one.factor_id, said("factor", line=line, value=one.factor_id)
    else:
        yield from _of_unit(line, one, factor)


def _of_unit(line: int, one: Activity, factor: Factor) -> Iterator[tuple[str, str, Any]]:
    try:
        _scale(one.unit, factor.unit)
    except UnitError as fault:
        facts = {"line": line, "value": one.unit, "factor": factor.name, "per": factor.unit}
        key = {"unknown": "unit", "factor": "no_factor"}.get(fault.reason, "dimension")
        yield "unit", one.unit, said(key, **facts)


def _line(one: Activity, factor: Factor) -> Line:
    co2_kg = one.quantity * factor.value * _scale(one.unit, factor.unit)
    return Line(one, factor, co2_kg / KG_PER_T)


@lru_cache(maxsize=4096)
def _scale(unit: str, factor_unit: str) -> float:
    return footprint.scale(unit, factor_unit)
