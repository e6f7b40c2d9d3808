"""Where 2025 may land: every way to draw the past deviations counted, which are few enough."""

from dataclasses import dataclass

import pandas as pd

from carbonpeak.indicators import projection as rules


@dataclass(frozen=True, eq=False)
class Landing:
    """Where 2025 may land: every way to draw the past deviations, all equally likely.

    Attributes:
        draws: how many years are drawn.
        ways: how many ways there are to draw them.
        met: how many of them meet the target.
        passed: how many fall by more than the whole society's realised fall of CO2 per GDP on the
            old metric, None for energy.
        without: the share that meets the target where one past year is not drawn, by that year.
    """

    draws: int
    ways: int
    met: int
    passed: int | None
    without: "pd.Series[float]"

    @property
    def weightiest(self) -> int:
        """The past year without which the share differs most."""
        apart = (self.without - self.met / self.ways).abs()
        return int(apart.index[int(apart.to_numpy().argmax())])


def landing(
    intensity: float,
    course: pd.DataFrame,
    changes: pd.DataFrame,
    base: float,
    target: float,
    society: float | None,
) -> Landing:
    """Return how many of all courses to 2025 meet the target, and what one past year does to it.

    Args:
        intensity: of the last known year, in the unit of ``base``.
        course: what the scenario assumes for the years up to 2025.
        changes: the past log changes that the noise is drawn from.
        base: the intensity of 2020.
        target: the fall wanted by 2025, a positive fraction.
        society: the change of CO2 per GDP of the whole society, a fraction, None for energy.
    """

    def changed(past: pd.DataFrame) -> rules.Floats:
        return rules.landings(intensity, course, past) / base - 1

    landed = changed(changes)
    without = {
        int(year): rules.share(changed(changes.drop(year)) <= -target) for year in changes.index
    }
    return Landing(
        draws=len(course),
        ways=len(landed),
        met=int((landed <= -target).sum()),
        passed=None if society is None else int((landed < society).sum()),
        without=pd.Series(without),
    )
