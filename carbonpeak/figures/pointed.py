"""What a mark says besides its value when it is pointed at: its rank, its change, its standing."""

from collections.abc import Iterable, Mapping

import pandas as pd

from carbonpeak.words.numbers import is_missing
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker


def ranks(values: "pd.Series[float]", tell: Speaker) -> Mapping[str, str]:
    """Return the rank of each code that has a value, in words; equals share the higher one."""
    known = values.dropna()
    places = known.rank(method="min", ascending=False).astype(int)
    count = len(known)
    return {
        str(code): tell("hover.rank", place=int(place), count=count)
        for code, place in places.items()
    }


def on_year_before(
    years: Iterable[int],
    values: Iterable[float],
    breaks: Iterable[int],
    tell: Speaker,
    amount: bool = False,
) -> list[str]:
    """Return for each year how the value moved on the year before.

    Nothing where the year before has no value, a value of 0, or lies beyond a break.
    ``amount`` where the values are quantities, not ratios.
    """
    held = dict(zip(years, values, strict=True))
    broken = set(breaks)
    return [
        _move(value, held.get(year - 1), year, tell, amount) if year not in broken else ""
        for year, value in held.items()
    ]


def _move(value: float, before: float | None, year: int, tell: Speaker, amount: bool) -> str:
    if before is None or is_missing(before) or before <= 0:
        return ""
    return tell(
        "hover.on_year", year=year - 1, moved=moved(value / before - 1, tell, amount=amount)
    )


def standing(kinds: Iterable[str], tell: Speaker) -> str:
    """Return what the number is, in words."""
    return tell("hover.standing", standings=tell.listed(tell(f"standing.{kind}") for kind in kinds))
