"""The simulation of the Outlook path by path and year by year, as it reads in words.

`loop(ask)` and `vectorised(ask)` give the same numbers from the same draws: the quantity of every
path in every year, in tonnes.
"""

import math

import numpy as np
import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.indicators import projection as rules
from carbonpeak.thresholds import PATHS, SEED
from carbonpeak.topics.outlook.analysis_projection import ProjectionQuestion, start_of

QUESTION = ProjectionQuestion("co2", "trend5")


def vectorised(data: Dataset) -> rules.Floats:
    """Return the quantities by path and year as the program makes them."""
    start = start_of(data, QUESTION)
    if start is None:
        raise ValueError("the nation cannot be projected")
    picks = rules.draws(len(start.changes), len(start.course), PATHS, SEED)
    return rules.simulate(
        start.value_added, start.intensity, start.course, rules.noise(start.changes), picks
    ).quantity


def loop(data: Dataset) -> rules.Floats:
    """Return the same by plain loops over paths and years."""
    start = start_of(data, QUESTION)
    if start is None:
        raise ValueError("the nation cannot be projected")
    picks = rules.draws(len(start.changes), len(start.course), PATHS, SEED).tolist()
    noise = _deviations(start.changes)
    own = _unexplained(noise)
    columns = (start.course[name].tolist() for name in ("growth", "change", "is_given"))
    course = list(zip(*columns, strict=True))
    rows = []
    for path in picks:
        added, intensity, row = start.value_added, start.intensity, []
        for (growth, change, is_given), pick in zip(course, path, strict=True):
            grown, changed = noise[pick]
            added *= (1 + growth) * (1.0 if is_given else math.exp(grown))
            intensity *= (1 + change) * math.exp(own[pick] if is_given else changed)
            row.append(added * intensity)
        rows.append(row)
    return np.array(rows)


def _deviations(changes: pd.DataFrame) -> list[tuple[float, float]]:
    pairs = list(zip(changes["growth"], changes["change"], strict=True))
    means = [sum(one) / len(pairs) for one in zip(*pairs, strict=True)]
    return [(growth - means[0], change - means[1]) for growth, change in pairs]


def _unexplained(noise: list[tuple[float, float]]) -> list[float]:
    """Return what of the intensity's deviations a line through those of growth leaves."""
    slope = sum(grown * changed for grown, changed in noise) / sum(
        grown * grown for grown, _ in noise
    )
    return [changed - slope * grown for grown, changed in noise]
