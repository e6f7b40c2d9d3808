"""Whether the change of a sum hangs on one part, as a change of accounting would make it."""

import pandas as pd

from carbonpeak.thresholds import LEFT_WITHOUT_ONE, OWN_FACTOR


def largest_move(start: "pd.Series[float]", end: "pd.Series[float]") -> str:
    """Return the part whose amount moved most between two years, up or down.

    Both by part, in one unit and not missing.
    """
    return str((end - start).abs().idxmax())


def hangs_on(start: "pd.Series[float]", end: "pd.Series[float]") -> str | None:
    """Return the part on which the change of the sum hangs, None where there is none.

    That is the part that moved most, where without it the change would turn or keep less than
    LEFT_WITHOUT_ONE of its size, and where its own amount changed at least by OWN_FACTOR.
    """
    part = largest_move(start, end)
    change, moved = float((end - start).sum()), float(end[part] - start[part])
    low, high = sorted((float(start[part]), float(end[part])))
    is_leap = high > 0 and high >= OWN_FACTOR * low
    left = (change - moved) / change if change else 0.0
    return part if is_leap and left < LEFT_WITHOUT_ONE else None
