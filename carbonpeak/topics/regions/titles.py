"""What the provinces show together, in a sentence: how many stand where, who fell and rose most."""

from typing import Any

import pandas as pd

from carbonpeak.figures import labels
from carbonpeak.indicators.tiers import ORDER
from carbonpeak.words.numbers import enough_digits, percent
from carbonpeak.words.sentences import moved
from carbonpeak.words.speaker import Speaker


def tiles(states: "pd.Series[str]", tell: Speaker) -> str:
    """Return how many provinces are on schedule and how many are not, of those judged."""
    sides = both_sides(states)
    return tell(f"regions.tiles.title.{_side(**sides)}", **sides)


def both_sides(states: "pd.Series[str]") -> dict[str, int]:
    """Return the numbers of provinces ``on`` schedule, and of the ``rest`` of those judged."""
    on = int((states == "on_schedule").sum())
    return {"on": on, "rest": int(states.isin(ORDER).sum()) - on}


def _side(on: int, rest: int) -> str:
    """Return the end of the key for so many on schedule and so many not."""
    if not on or not rest:
        return (
            ("all" if on > 1 else "only")
            if on
            else ("none" if rest > 1 else "not")
            if rest
            else "unknown"
        )
    return "one" if on == 1 else "some"


def counts(table: pd.DataFrame, tell: Speaker) -> str:
    """Return how many provinces each tier has, the doubtful among them, and how many have none."""
    tiers = [_count(table[table["state"] == key], key, tell) for key in reversed(ORDER)]
    unjudged = int((~table["state"].isin(ORDER)).sum())
    return tell("regions.tiles.counts", tiers=tell.clauses(tiers), unjudged=unjudged)


def ranking(known: pd.DataFrame, tell: Speaker) -> str:
    """Return which province fell and which rose most, or least where all moved one way.

    ``known`` from the largest fall on. Doubtful ones are not named; that is said where one of them
    would have been.
    """
    sound = known[~known["is_doubtful"]]
    if sound.empty:
        return tell("regions.ranking.doubtful")
    first, last = sound.iloc[0], sound.iloc[-1]
    hidden = known.index[0] != sound.index[0] or known.index[-1] != sound.index[-1]
    apart = tell("regions.ranking.apart") if hidden else ""
    if len(sound) == 1:
        words = {"name": labels.name(first, tell), "moved": moved(first["cumulative"], tell)}
        return tell("regions.ranking.one", apart=apart, **words)
    kind = "rose" if first["cumulative"] >= 0 else "both" if last["cumulative"] > 0 else "fell"
    ends = _end("best", first, tell) | _end("worst", last, tell)
    return tell(f"regions.ranking.{kind}", apart=apart, **ends)


def _count(rows: pd.DataFrame, key: str, tell: Speaker) -> str:
    words = {"count": len(rows), "doubtful": int(rows["is_doubtful"].sum())}
    return tell("regions.tiles.count", tier=tell(f"tier.{key}"), **words)


def _end(key: str, row: "pd.Series[Any]", tell: Speaker) -> dict[str, str]:
    """Return a province and the bare size of its change, for one end of the ranking."""
    change = float(row["cumulative"])
    digits = enough_digits(100 * change, 1, *([] if pd.isna(row["due"]) else [100 * row["due"]]))
    return {key: labels.name(row, tell), f"{key}_size": percent(abs(change), digits)}
