"""Made studies of all sizes, the same at every run."""

import random
from dataclasses import replace

from carbonpeak.domain.study import GRAVE, STAGES, Row, Study
from carbonpeak.indicators.footprint import KINDS
from tests.studies import STEEL, factor

UNITS = (("t", "kgCO2e/kg"), ("kWh", "kgCO2e/kWh"), ("t km", "gCO2e/t km"))


def many(count: int, times: float = 1.0) -> list[Study]:
    """Return so many studies; ``times`` what each activity is multiplied by."""
    lots = random.Random(7)
    return [_one(lots, times) for _ in range(count)]


def _one(lots: random.Random, times: float) -> Study:
    rows = [_row(lots, times, "emission"), *(_row(lots, times) for _ in range(lots.randint(0, 3)))]
    amount = lots.choice([1.0, 2.5, 1000.0])
    return replace(STEEL, amount=amount, boundary=GRAVE, rows=tuple(rows))


def _row(lots: random.Random, times: float, kind: str = "") -> Row:
    unit, of_factor = lots.choice(UNITS)
    activity = round(10 ** lots.uniform(-2, 5), 3)
    value = round(10 ** lots.uniform(-2, 1), 4) + 0.0001
    years = lots.choice([2024, 2019, 2010])
    given = factor(value, of_factor, year=years)
    return Row(
        lots.choice(STAGES), "row", activity * times, unit, given, kind or lots.choice(KINDS)
    )
