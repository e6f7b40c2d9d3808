"""Projection by simulation: past yearly deviations, drawn anew around a scenario's course.

Energy or CO2 of a year is value added times intensity. The noise of both is drawn in pairs, year by
year, so that what moved together in the past moves together here. All is in log changes.
"""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import pandas as pd

Floats = npt.NDArray[np.float64]
Integers = npt.NDArray[np.int64]
Holds = npt.NDArray[np.bool_]


@dataclass(frozen=True)
class Paths:
    """Simulated paths: one row per path, one column per year."""

    years: tuple[int, ...]
    intensity: Floats
    quantity: Floats

    def at(self, year: int) -> Floats:
        """Return the intensity of every path in a year."""
        found: Floats = self.intensity[:, self.years.index(year)]
        return found


def noise(past: pd.DataFrame) -> Floats:
    """Return the deviations of past log changes from their mean: one row per year, in pairs."""
    pairs = past[["growth", "change"]].to_numpy(dtype=float)
    deviations: Floats = pairs - pairs.mean(axis=0)
    return deviations


def unexplained(deviations: Floats) -> Floats:
    """Return the part of the deviations of intensity that did not move with value added.

    The residuals of the regression of the one on the other; all of it where value added never
    deviated.
    """
    grown, changed = deviations[:, 0], deviations[:, 1]
    spread = float(grown @ grown)
    slope = float(grown @ changed) / spread if spread > 0 else 0.0
    found: Floats = changed - slope * grown
    return found


def draws(past_years: int, years: int, paths: int, seed: int) -> Integers:
    """Return which past year each path repeats in each year; the same seed gives the same."""
    return np.random.default_rng(seed).integers(0, past_years, size=(paths, years))


def every_draw(past_years: int, years: int) -> Integers:
    """Return every way to draw a past year for each of some years, all equally likely.

    One row per way, one column per year: ``past_years`` to the power of ``years`` rows.
    """
    places = np.indices((past_years,) * years, dtype=np.int64)
    found: Integers = places.reshape(years, -1).T
    return found


def landings(intensity: float, course: pd.DataFrame, past: pd.DataFrame) -> Floats:
    """Return the intensity at the end of a course for every way to draw the noise, in its unit.

    Args:
        intensity: of the last known year.
        course: ``growth``, ``change`` and ``is_given`` of the few years up to the end.
        past: past log changes, ``growth`` and ``change``, that the noise is drawn from.
    """
    picks = every_draw(len(past), len(course))
    return _intensities(intensity, course, noise(past), picks)[:, -1]


def simulate(
    value_added: float, intensity: float, course: pd.DataFrame, deviations: Floats, picks: Integers
) -> Paths:
    """Return the paths from the last known year on.

    Args:
        value_added: of the last known year, in a unit of value added.
        intensity: of the last known year, tonnes per that unit.
        course: ``growth``, ``change`` (fractions) and ``is_given`` by year; growth that is given
            gets no noise, and the intensity of its year only what did not move with growth.
        deviations: past pairs, from ``noise``.
        picks: row of ``deviations`` by path and year, from ``draws``.

    Returns:
        Intensity (tonnes per unit of value added) and quantity (tonnes) by path and year.
        ValueError where the start is not above zero.
    """
    if not (value_added > 0 and intensity > 0):
        raise ValueError("a projection starts from figures above zero")
    drawn = deviations[picks]
    is_free = ~course["is_given"].to_numpy(dtype=bool)
    growth = np.log1p(course["growth"].to_numpy(dtype=float)) + drawn[:, :, 0] * is_free
    intensities = _intensities(intensity, course, deviations, picks)
    added = value_added * np.exp(growth.cumsum(axis=1))
    return Paths(tuple(int(year) for year in course.index), intensities, added * intensities)


def _intensities(
    intensity: float, course: pd.DataFrame, deviations: Floats, picks: Integers
) -> Floats:
    """Return the intensity by path and year, in the unit of the last known one."""
    is_free = ~course["is_given"].to_numpy(dtype=bool)
    noise_of_change = np.where(is_free, deviations[picks][:, :, 1], unexplained(deviations)[picks])
    change = np.log1p(course["change"].to_numpy(dtype=float)) + noise_of_change
    found: Floats = intensity * np.exp(change.cumsum(axis=1))
    return found


def quantiles(values: Floats, levels: tuple[float, ...], years: tuple[int, ...]) -> pd.DataFrame:
    """Return the quantiles over paths: one row per year, one column per level."""
    return pd.DataFrame(np.quantile(values, levels, axis=0).T, index=list(years), columns=levels)


def peak_years(past: "pd.Series[float]", paths: Paths) -> Integers:
    """Return the year of the highest value of each path, the past counted in; the first of equals.

    Args:
        past: the quantity by year up to the last known one, tonnes, none missing.
        paths: the simulated years after it.
    """
    highest = paths.quantity.max(axis=1)
    years = np.asarray(paths.years, dtype=np.int64)[paths.quantity.argmax(axis=1)]
    before = int(past.index[int(past.to_numpy().argmax())])
    found: Integers = np.where(highest > float(past.max()), years, before)
    return found


def is_clearly_lower(past: "pd.Series[float]", paths: Paths, margin: float) -> Holds:
    """Return whether each path ends at least a fraction ``margin`` below its highest value.

    Args:
        past: the quantity by year up to the last known one, tonnes; it may hold the highest value.
        paths: the simulated years after it.
        margin: a positive fraction.
    """
    highest = np.maximum(paths.quantity.max(axis=1), float(past.max()))
    found: Holds = paths.quantity[:, -1] <= highest * (1 - margin)
    return found


def share(holds: Holds) -> float:
    """Return the share of paths for which something holds."""
    return float(holds.mean())
