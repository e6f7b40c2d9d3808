"""What one report says, line by line: activity, quantity, factor, emissions."""

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.topics.reporting import labels
from carbonpeak.words.numbers import number
from carbonpeak.words.speaker import Speaker


def told(data: Dataset, entry: int, report_id: str, tell: Speaker) -> pd.DataFrame:
    """Return the lines of a report as of an entry in words, a column for each heading."""
    rows = data.ask("reporting__lines", number=entry, report=report_id).to_dict("records")
    return pd.DataFrame([_line(row, tell) for row in rows])


def _line(row: labels.Row, tell: Speaker) -> dict[str, str]:
    factor = tell(
        "desk.line.factor",
        name=row["factor_name"],
        factor=number(float(row["factor"]), 4),
        unit=row["factor_unit"],
    )
    return {
        tell("desk.field.activity"): str(row["activity"]),
        tell("desk.field.kind"): tell(f"filed.kind.{row['kind']}"),
        tell("desk.field.quantity"): f"{number(float(row['quantity']), 2)} {row['unit']}",
        tell("desk.field.factor"): factor,
        tell("desk.line.co2"): number(float(row["co2_t"]), 1),
    }
