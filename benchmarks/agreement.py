"""Whether two frames hold the same rows: shape, keys, words exactly, numbers within a tolerance."""

from collections.abc import Sequence

import numpy as np
import pandas as pd

RELATIVE = 1e-9
# In the unit of the column, for a difference of equals: its rounding has no scale of its own.
ABSOLUTE = 1e-9
SHOWN = 3


def disagreement(ours: pd.DataFrame, other: pd.DataFrame, grain: Sequence[str]) -> str:
    """Return what differs between two results in one sentence, or nothing where they agree."""
    if list(ours.columns) != list(other.columns):
        return f"columns {list(ours.columns)} and {list(other.columns)}"
    if len(ours) != len(other):
        return f"{len(ours)} and {len(other)} rows"
    keys = list(grain)
    left, right = (_by_key(frame, keys) for frame in (ours, other))
    if not left.index.equals(right.index):
        strange = left.index.symmetric_difference(right.index)[:SHOWN]
        return f"keys not in both: {list(strange)}"
    return "; ".join(
        text for column in left.columns if (text := _differing(left[column], right[column]))
    )


def _by_key(frame: pd.DataFrame, keys: list[str]) -> pd.DataFrame:
    index = frame[keys].astype(object).astype("str").agg(" / ".join, axis="columns")
    return frame.drop(columns=keys).set_axis(pd.Index(index), axis=0).sort_index()


def _differing(ours: pd.Series, other: pd.Series) -> str:
    differs = ~_equal(ours, other)
    if not differs.any():
        return ""
    first = int(np.argmax(differs))
    return (
        f"{ours.name} in {differs.sum()} of {len(ours)} rows, first at {ours.index[first]}: "
        f"{_shown(ours.iloc[first])} and {_shown(other.iloc[first])}"
    )


def _shown(value: object) -> str:
    return f"{value:.12g}" if isinstance(value, float) else repr(value)


def _equal(ours: pd.Series, other: pd.Series) -> np.ndarray:
    missing = ours.isna().to_numpy(), other.isna().to_numpy()
    both_missing = missing[0] & missing[1]
    if _is_number(ours) and _is_number(other):
        left, right = (one.to_numpy(dtype=float, na_value=np.nan) for one in (ours, other))
        return both_missing | np.isclose(left, right, rtol=RELATIVE, atol=ABSOLUTE)
    left, right = (one.astype(object).where(one.notna(), None) for one in (ours, other))
    return both_missing | (left.to_numpy() == right.to_numpy())


def _is_number(values: pd.Series) -> bool:
    if values.isna().all():
        return True
    is_bool = pd.api.types.is_bool_dtype(values)
    return pd.api.types.is_numeric_dtype(values) and not is_bool
