"""Standings that change from year to year within a figure: in its rows, notes and picture."""

from collections.abc import Mapping, Sequence
from itertools import groupby

from carbonpeak.charts.seams import Seam
from carbonpeak.figures.table import Cell, Head, missing
from carbonpeak.figures.table import words as cell
from carbonpeak.words.speaker import Speaker

# The standings of a year: several where its number rests on several, as a change between years.
Kinds = tuple[str, ...]
HEAD = "standing"
# The kind of missing, and its words, of what no figure could have.
NOT_ASKED = ("not_applicable", "missing.not_applicable")


def changes(kinds: Mapping[int, Kinds]) -> bool:
    """Return whether not all years are of one standing."""
    return len(set(kinds.values())) > 1


def column(
    kinds: Mapping[int, Kinds], years: Sequence[int], tell: Speaker, key: str = HEAD, name: str = ""
) -> dict[Head, list[Cell]]:
    """Return the standing of every year as a column, nothing where it never changes.

    ``key`` and ``name`` say whose it is where a table has several.
    """
    if not changes(kinds):
        return {}
    label = tell("column.standing_of", name=name) if name else tell("column.standing")
    return {Head(key, label): [_cell(kinds.get(year, ()), tell) for year in years]}


def notes(kinds: Mapping[int, Kinds], tell: Speaker, name: str = "") -> tuple[str, ...]:
    """Return which years are of which standing in one sentence, nothing where all are of one.

    ``name`` says of what where a figure shows several things.
    """
    if not changes(kinds):
        return ()
    said = [
        tell("standing.in_years", standing=_words(one, tell), years=tell.years(years[0], years[-1]))
        for one, years in _spans(kinds)
    ]
    key = "standing.by_year_of" if name else "standing.by_year"
    return (tell(key, standings=tell.clauses(said), name=name),)


def seams(kinds: Mapping[int, Kinds], tell: Speaker) -> tuple[Seam, ...]:
    """Return where another standing begins, with words; of several the last one counts."""
    latest = {year: one[-1:] for year, one in kinds.items()}
    return tuple(
        Seam(years[0], tell("standing.seam", year=years[0], standing=_words(one, tell)))
        for one, years in _spans(latest)[1:]
    )


def _spans(kinds: Mapping[int, Kinds]) -> list[tuple[Kinds, list[int]]]:
    """Return the stretches of years of one standing, in the order of years."""
    return [(one, list(years)) for one, years in groupby(sorted(kinds), key=kinds.__getitem__)]


def _cell(kinds: Kinds, tell: Speaker) -> Cell:
    if not kinds:
        kind, key = NOT_ASKED
        return missing(kind, tell(key))
    return cell(_words(kinds, tell), value=", ".join(kinds))


def _words(kinds: Kinds, tell: Speaker) -> str:
    return tell.enumerated(tell(f"standing.{kind}") for kind in kinds)
