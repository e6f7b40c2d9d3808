"""What one report says, line by line: activity, quantity, factor, emissions."""

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.choices import shortest
from carbonpeak.reporting import twice
from carbonpeak.reporting.reference import Reference, reference
from carbonpeak.topics.reporting import labels
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker


def told(data: Dataset, entry: int, report_id: str, tell: Speaker) -> pd.DataFrame:
    """Return the lines of a report as of an entry in words, a column for each heading."""
    rows = data.ask("reporting__lines", number=entry, report=report_id).to_dict("records")
    return pd.DataFrame([_line(row, reference(data), tell) for row in rows])


def _line(row: labels.Row, known: Reference, tell: Speaker) -> dict[str, str]:
    factor = tell(
        "desk.line.factor",
        name=_factor_name(row, known, tell),
        factor=whole(row["factor"]),
        unit=row["factor_unit"],
    )
    return {
        tell("desk.field.activity"): labels.typed(row["activity"], tell),
        tell("desk.field.quantity"): f"{whole(row['quantity'])} {row['unit']}",
        tell("desk.line.co2"): number(float(row["co2_t"]), 1),
        tell("desk.field.factor"): factor,
        tell("desk.field.kind"): tell(f"filed.kind.{row['kind']}"),
    }


def _factor_name(row: labels.Row, known: Reference, tell: Speaker) -> str:
    """Return what the factor was called, in one language where it is called so still."""
    now = known.factors.get(str(row["factor_id"]))
    names = twice.by_kept(now.name) if now else {}
    return twice.told(str(row["factor_name"]), names, tell.lang)


def whole(value: float) -> str:
    """Return a number with the decimals that it has, six at most."""
    return number(float(value), len(shortest(value).partition(".")[2]))
