"""What a file must be like to be read: columns, keys, bounds, units, names of codes, jumps."""

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Bounds:
    """The least and the greatest number that is possible, both included; None is no bound."""

    low: float | None = None
    high: float | None = None
    may_be_empty: bool = False


@dataclass(frozen=True)
class Jump:
    """A change from one year to the next that looks like a decimal point out of place.

    Within a series (rows alike in these columns), the greater number is more than ``factor`` times
    the smaller; where both are below ``floor`` nothing is said.
    """

    series: tuple[str, ...]
    factor: float
    floor: float = 0.0


@dataclass(frozen=True)
class Kind:
    """One kind of figure in a column: its unit, bounds and jumps; None is not looked at."""

    unit: str | None = None
    bounds: Bounds = Bounds()
    jump: Jump | None = None


@dataclass(frozen=True)
class Values:
    """A column whose rows are of several kinds, told apart by another column.

    Rows of no kind are not looked at. ``signed`` are the texts of a column in whose rows a number
    may be below its bound.
    """

    kinds: Mapping[str, Kind]
    by: str = "indicator"
    column: str = "value"
    signed: tuple[str, frozenset[str]] | None = None


@dataclass(frozen=True)
class Names:
    """A column of codes and one of names; ``known`` gives the names that a code may have.

    Codes that are not in it are somebody else's to judge.
    """

    code: str
    name: str
    known: Mapping[str, frozenset[str]]


@dataclass(frozen=True)
class Layout:
    """What one file must be like; it may have more columns, which nobody looks at.

    No two rows are alike in all of ``key``; cells of ``key`` and ``filled`` are not empty unless in
    ``may_be_empty``; ``allowed`` are the only texts of a column. ``known_jumps`` are the jumps that
    were looked at and are real: the texts of the series, the year after the jump, and both figures.
    ``known_cells`` are rows, by their key, whose numbers are out of bounds in the source itself.
    """

    columns: tuple[str, ...]
    key: tuple[str, ...] = ()
    filled: tuple[str, ...] = ()
    may_be_empty: tuple[str, ...] = ()
    years: tuple[str, ...] = ()
    numbers: Mapping[str, Bounds] = field(default_factory=dict)
    values: tuple[Values, ...] = ()
    allowed: Mapping[str, frozenset[str]] = field(default_factory=dict)
    names: Names | None = None
    known_jumps: frozenset[tuple[str, ...]] = frozenset()
    known_cells: frozenset[tuple[str, ...]] = frozenset()
