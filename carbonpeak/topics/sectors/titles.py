"""What a ranking of divisions finds, in one sentence that holds for what is listed and no more."""

import pandas as pd

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.topics.sectors.listing import Listing
from carbonpeak.words.numbers import number, percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker


def measure_of(column: str) -> str:
    """Return whether a column is of CO2 or of energy."""
    return "co2" if column.startswith("co2") else "energy"


def listed(data: Dataset, listing: Listing, count: int, tell: Speaker) -> str:
    """Return what is listed, in words for a sentence; nothing where it is every division."""
    if listing.group == "plan":
        return tell("sectors.listed.plan")
    if listing.chosen is not None and set(listing.chosen) != set(sectors.codes(data)):
        return tell("sectors.listed.one" if count == 1 else "sectors.listed.chosen", count=count)
    industry = sectors.plan_industries(data, tell.lang).get(listing.among)
    if industry is not None:
        return tell("sectors.listed.of_plan", name=industry[:1].lower() + industry[1:])
    return "" if listing.among == "all" else tell(f"sectors.listed.{listing.among}")


def ranking(named: pd.DataFrame, column: str, scope: str, kind: str, tell: Speaker) -> str:
    """Return the finding of a ranking.

    Args:
        named: what is listed, with ``name`` and ``is_doubtful``.
        column: what it is ranked by.
        scope: the words of ``listed``.
        kind: ``division`` or ``plan``.
        tell: who speaks.
    """
    if column.endswith("change") and len(named) > 1:
        return _counts(named, column, scope, kind, tell)
    if column.endswith(("change", "contribution")):
        return _moved(named, column, scope, tell)
    return _largest(named, column, scope, tell)


def _counts(named: pd.DataFrame, column: str, scope: str, kind: str, tell: Speaker) -> str:
    """Return how many rose and how many fell."""
    up, down = int((named[column] > 0).sum()), int((named[column] < 0).sum())
    what = _what(column, scope, tell)
    words = tell(f"sectors.kind.{kind}.{'one' if up == 1 else 'many'}")
    return tell("sectors.ranking.change", what=what, up=up, down=down, kind=words)


def _moved(named: pd.DataFrame, column: str, scope: str, tell: Speaker) -> str:
    """Return how the sum of what is listed moved, and which division did most to it.

    A doubtful one is not named where others are; where it did more, that is said.
    """
    stem = "co2_t" if measure_of(column) == "co2" else "energy_tce"
    own = named.dropna(subset=[f"{stem}_start", f"{stem}_end"])
    change = moved(own[f"{stem}_end"].sum() / own[f"{stem}_start"].sum() - 1, tell, amount=True)
    if len(named) == 1:
        name, quantity = named["name"].iloc[0], tell(f"sectors.short.{measure_of(column)}")
        return tell("sectors.ranking.one", name=name, quantity=quantity, moved=change)
    what, (side, name) = _what(column, scope, tell), _foremost(named, column)
    return tell(f"sectors.ranking.contribution{side}", what=what, moved=change, name=name)


def _foremost(named: pd.DataFrame, column: str) -> tuple[str, str]:
    """Return the end of a key, and who added most or, where none added, who took off most."""
    sound = named[~named["is_doubtful"]].sort_values(column)
    if sound.empty or not sound[column].any():
        return ".none", ""
    is_up = bool(sound[column].iloc[-1] > 0)
    first = sound.iloc[-1] if is_up else sound.iloc[0]
    beyond = named[column] > first[column] if is_up else named[column] < first[column]
    side = ".up" if is_up else ".down"
    return side + (".apart" if beyond.any() else ""), str(first["name"])


def _largest(named: pd.DataFrame, column: str, scope: str, tell: Speaker) -> str:
    """Return which is largest, of all or of what is listed."""
    first = named.sort_values(column).iloc[-1]
    kind = "intensity" if column == "level" else "share"
    size = number(first["level"], 2) if kind == "intensity" else _share(first, column)
    quantity = tell(f"sectors.short.{measure_of(column)}")
    side = "one" if len(named) == 1 else "listed" if scope else "all"
    words = {"name": first["name"], "quantity": quantity, "size": size, "listed": scope}
    return tell(f"sectors.ranking.{kind}.{side}", **words)


def _share(row: "pd.Series[float]", column: str) -> str:
    return percent(float(row[f"{measure_of(column)}_share"]))


def _what(column: str, scope: str, tell: Speaker) -> str:
    """Return the quantity, of what is listed where that is not every division."""
    quantity = tell(f"sectors.short.{measure_of(column)}")
    return tell("sectors.of", quantity=quantity, listed=scope) if scope else quantity
