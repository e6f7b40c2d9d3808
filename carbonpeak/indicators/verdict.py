"""One verdict on a target from its two yardsticks: all years since the base year, and the last."""

from typing import Literal

from carbonpeak.indicators.tiers import ORDER, Tier

Verdict = Literal["on_track", "at_risk", "off_track", "unknown"]
# By how many of the two yardsticks are met.
BY_MET: tuple[Verdict, ...] = ("off_track", "at_risk", "on_track")


def verdict(cumulative: Tier, annual: Tier) -> Verdict:
    """Return on_track where both yardsticks are met, at_risk where one is, off_track where none.

    What fell enough in sum but less than the path asks in the last year is at risk: it is slowing.
    Unknown where one of the two cannot be judged.
    """
    both = (cumulative, annual)
    if any(one not in ORDER for one in both):
        return "unknown"
    return BY_MET[sum(one == "on_schedule" for one in both)]
