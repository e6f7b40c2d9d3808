"""What a figure compares: each place or sector with its name, colour, values, and what is known."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field

import pandas as pd

from carbonpeak.charts.style import PALETTE, REFERENCE
from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import doubts as found_doubts
from carbonpeak.domain import sectors
from carbonpeak.domain.view import View
from carbonpeak.figures import doubts
from carbonpeak.indicators import progress
from carbonpeak.thresholds import BASE_YEAR, NATION, TARGET_YEAR
from carbonpeak.topics.compare import analysis
from carbonpeak.topics.compare.analysis import PLACES, Levels
from carbonpeak.topics.compare.choices import CompareChoices
from carbonpeak.words.speaker import Speaker
from carbonpeak.words.terms import DOUBT


@dataclass(frozen=True, eq=False)
class Entry:
    """One line of a comparison.

    Attributes:
        code: that of a place or sector; of a reference its name.
        name: in words, without mark.
        colour: the same in every figure of the page.
        values: on the chosen scale by year, in the chosen years, known ones alone.
        standings: by year.
        breaks: years before which the series was revised.
        is_doubtful: whether a change may say little.
        is_reference: whether it is there to be compared with.
        missing: why there is no value at all, a key; nothing where there is one.
    """

    code: str
    name: str
    colour: str
    values: "pd.Series[float]"
    standings: dict[int, str] = field(default_factory=dict)
    breaks: frozenset[int] = frozenset()
    is_doubtful: bool = False
    is_reference: bool = False
    missing: str = ""

    @property
    def marked(self) -> str:
        """The name with the mark of doubt where it has one."""
        return self.name + (DOUBT if self.is_doubtful else "")

    @property
    def years(self) -> list[int]:
        """The years with a value."""
        return [int(year) for year in self.values.index]

    def value(self, year: int) -> float:
        """Return the value of a year; KeyError where there is none."""
        return float(self.values[year])


def chosen_entries(data: Dataset, chosen: CompareChoices, tell: Speaker) -> list[Entry]:
    """Return an entry for each chosen code of the kind that is compared, in the reader's order."""
    split = analysis.split(data, chosen.chosen)
    return entries(data, chosen, split.kind, split.kept, tell)


def entries(
    data: Dataset, chosen: CompareChoices, kind: str, codes: Sequence[str], tell: Speaker
) -> list[Entry]:
    """Return an entry for each code; the colours are those of the palette in order."""
    found = analysis.levels(data, kind, chosen.quantity)
    values = scaled(found, chosen)
    doubtful, names = doubtful_codes(data, chosen, kind), names_of(data, kind, tell)
    made = []
    for place, code in enumerate(codes):
        breaks = found.breaks.get(code, frozenset())
        own = _within(analysis.row(values, code), chosen)
        if chosen.scale == "change":
            # A change on the other side of a revision is none.
            own = own.drop(index=[year for year in own.index if year in breaks])
        if _has_no_level(chosen, kind):
            own = own.iloc[:0]
        one = Entry(
            code=code,
            name=names[code],
            colour=PALETTE[place % len(PALETTE)],
            values=own,
            standings=_standings(analysis.row(found.standings, code), own),
            breaks=breaks,
            is_doubtful=code in doubtful or _spans_a_break(breaks, chosen.scale, own),
            missing=_missing(found, chosen, kind, code) if own.empty else "",
        )
        made.append(one)
    return made


def references(
    data: Dataset, chosen: CompareChoices, kind: str, codes: Sequence[str], tell: Speaker
) -> list[Entry]:
    """Return what the chosen codes are compared with: one entry, or none.

    The nation is none where it is one of the codes.
    """
    found = analysis.levels(data, kind, chosen.quantity)
    if chosen.reference == "none" or (chosen.reference == "nation" and NATION in codes):
        return []
    if _has_no_level(chosen, kind):
        return []
    values, standings = _reference(found, chosen)
    own = _within(values, chosen)
    name = tell(f"compare.reference.{chosen.reference}.{kind}")
    kinds = _standings(standings.reindex(own.index), own)
    one = Entry(chosen.reference, name, REFERENCE, own, kinds, is_reference=True)
    return [] if own.empty else [one]


def scaled(found: Levels, chosen: CompareChoices) -> pd.DataFrame:
    """Return the levels of all codes on the chosen scale."""
    return analysis.scaled(found.values, chosen.scale, chosen.quantity.target)


def doubtful_codes(data: Dataset, chosen: CompareChoices, kind: str) -> frozenset[str]:
    """Return the codes whose change since 2020 may say little, by the last year that is judged."""
    quantity, year = chosen.quantity, judged_year(data, chosen)
    if year is None or not quantity.doubts:
        return frozenset()
    if kind == PLACES:
        return doubts.codes(data, View(quantity.measure or "energy", year=year), quantity.doubts)
    if not quantity.measure:
        return frozenset()
    return frozenset(found_doubts.of_divisions(data, quantity.column, year).index)


def judged_year(data: Dataset, chosen: CompareChoices) -> int | None:
    """Return the last chosen year up to which a change can be judged; None before there is one."""
    judged = [year for year in data.judged_years if year <= chosen.last]
    return max(judged, default=None)


def names_of(data: Dataset, kind: str, tell: Speaker) -> dict[str, str]:
    """Return the names of places, the nation among them, or of divisions by code."""
    if kind != PLACES:
        return sectors.names(data, tell.lang)
    rows = data.ask("regions__all")
    return dict(zip(rows["region_code"], rows[f"name_{tell.lang}"], strict=True))


def _within(values: "pd.Series[float]", chosen: CompareChoices) -> "pd.Series[float]":
    return values.loc[chosen.first : chosen.last].dropna()


def _standings(kinds: "pd.Series[str]", own: "pd.Series[float]") -> dict[int, str]:
    return {int(year): str(kinds[year]) for year in own.index}


def _has_no_level(chosen: CompareChoices, kind: str) -> bool:
    """Return whether the level says nothing: energy of some provinces over the nation's output."""
    return kind != PLACES and chosen.quantity.is_intensity and chosen.scale == "level"


def _spans_a_break(breaks: Collection[int], scale: str, own: "pd.Series[float]") -> bool:
    """Return whether a series was revised between the years whose change is looked at."""
    if own.empty or scale not in ("index", "amount"):
        return False
    return any(own.index[0] < year <= own.index[-1] for year in breaks)


def _missing(found: Levels, chosen: CompareChoices, kind: str, code: str) -> str:
    """Return why a code has no value, as the key of a sentence."""
    if code in found.lacking:
        return found.lacking[code]
    if _has_no_level(chosen, kind):
        return "no_level"
    needs_base = chosen.scale in ("index", "needed")
    if needs_base and BASE_YEAR in found.withheld.get(code, ()):
        return "base_withheld"
    return "outside"


def _reference(
    found: Levels, chosen: CompareChoices
) -> tuple["pd.Series[float]", "pd.Series[str]"]:
    """Return the values and standings of what the codes are compared with, by year."""
    values = scaled(found, chosen)
    if chosen.reference == "nation":
        return analysis.row(values, NATION), analysis.row(found.standings, NATION)
    if chosen.reference == "median":
        middle = analysis.median(values)
        return middle, pd.Series("derived", index=middle.index)
    steady = _target(chosen)
    return steady, pd.Series("scenario", index=steady.index)


def _target(chosen: CompareChoices) -> "pd.Series[float]":
    """Return the steady path to the national target on the chosen scale, by year."""
    target = chosen.quantity.target or 0.0
    years = range(BASE_YEAR, TARGET_YEAR + 1)
    if chosen.scale == "index":
        return pd.Series([100 * left for left in progress.path(target)], index=years)
    rate = progress.yearly_rate(target)
    if chosen.scale == "needed":
        return pd.Series(rate, index=years[:-1])
    return pd.Series(-rate, index=years[1:])
