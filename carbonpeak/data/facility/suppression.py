"""Which cells of a table with all its totals are withheld: no hidden one follows from others.

A table has an axis for each of province, division, fuel; the last place of an axis is its total.
A sensitive cell is hidden together with a hypercube of cells around it (Repsilber's method): along
each axis it is paired with another code (one rises as the other falls) or with the total (both move
alike), so all corners can move together while every sum stays. What a corner can move by is what
its largest enterprise does not know, so no enterprise in it can undo this either.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product

import numpy as np
import numpy.typing as npt

from carbonpeak.thresholds import LEAST_ENTERPRISES, MOST_OF_ONE_ENTERPRISE

Numbers = npt.NDArray[np.float64]
Truths = npt.NDArray[np.bool_]
Place = tuple[int, ...]
# What the others must have of two hidden cells together, so that one of them never makes it all.
LEAST_OF_OTHERS = 1 - MOST_OF_ONE_ENTERPRISE


@dataclass(frozen=True)
class Cells:
    """A table with totals: what the enterprises of a cell have together, the largest, their number.

    ``size`` and ``largest`` are sums of absolute values in one unit; a cell without rows has a
    ``count`` of 0.
    """

    size: Numbers
    largest: Numbers
    count: npt.NDArray[np.int64]

    @property
    def sensitive(self) -> Truths:
        """The cells with too few enterprises, or one that makes nearly all of it."""
        is_few = self.count < LEAST_ENTERPRISES
        is_one = self.largest > MOST_OF_ONE_ENTERPRISE * self.size
        return (self.count > 0) & (is_few | is_one)

    @property
    def others(self) -> Numbers:
        """What the largest enterprise of a cell does not know of it."""
        return self.size - self.largest


def hidden(cells: Cells, earlier: Truths | None = None) -> Truths:
    """Return which cells are withheld, sensitive ones and those around them.

    What was hidden ``earlier`` stays so: two releases side by side give no cell away. All of them
    where one has no hypercube: then no part of the table can be shown.
    """
    seeds = cells.sensitive
    if earlier is not None:
        seeds = seeds | (earlier & (cells.count > 0))
    found = seeds.copy()
    moved_with = np.zeros(seeds.shape, dtype=np.int64)
    for place in _in_order(cells, seeds):
        if moved_with[place] and moved_with[place] == _leaves(cells, place):
            # Whatever is in it moves it, too, in the hypercube of its own.
            continue
        corners = _cheapest(cells, seeds, found, place)
        if corners is None:
            return cells.count > 0
        for corner in corners:
            found[corner] = True
            moved_with[corner] += _holds(corner, place, seeds.shape) and corner != place
    return found


def _in_order(cells: Cells, seeds: Truths) -> list[Place]:
    """Return places, those without totals before their totals, greater ones first."""
    places = [tuple(int(one) for one in place) for place in np.argwhere(seeds)]
    return sorted(places, key=lambda one: (_levels(one, seeds.shape), -cells.size[one], one))


def _levels(place: Place, shape: Place) -> int:
    """Return along how many axes a cell is a total."""
    return sum(one == length - 1 for one, length in zip(place, shape, strict=True))


def _leaves(cells: Cells, place: Place) -> int:
    """Return how many cells without totals there are in a cell."""
    within = tuple(
        slice(0, length - 1) if one == length - 1 else slice(one, one + 1)
        for one, length in zip(place, cells.count.shape, strict=True)
    )
    return int((cells.count[within] > 0).sum())


def _holds(total: Place, place: Place, shape: Place) -> bool:
    """Return whether a cell is a total of another that is none."""
    pairs = zip(total, place, shape, strict=True)
    return _levels(place, shape) == 0 and all(
        one in (here, length - 1) for one, here, length in pairs
    )


def _cheapest(cells: Cells, seeds: Truths, found: Truths, place: Place) -> list[Place] | None:
    """Return the corners around a cell that hide least beside what is hidden already."""
    shape = cells.size.shape
    options = [_options(seeds, place, axis) for axis in range(len(place))]
    price = _prices(cells, found, place)
    total = np.zeros([len(one) for one in options])
    for moved in _moved(len(place)):
        codes = [
            one if is_moved else [here]
            for one, is_moved, here in zip(options, moved, place, strict=True)
        ]
        # A part of the cell moves as it does: it needs no more than something that others have.
        is_part = all(
            here == length - 1 for here, length, one in zip(place, shape, moved, strict=True) if one
        )
        total = total + price[int(is_part)][np.ix_(*codes)]
    best = np.unravel_index(int(np.argmin(total)), total.shape)
    if not np.isfinite(total[best]):
        return None
    other = [one[number] for one, number in zip(options, best, strict=True)]
    return list(product(*zip(place, other, strict=True)))


def _prices(cells: Cells, found: Truths, place: Place) -> tuple[Numbers, Numbers]:
    """Return what it costs to hide each cell around a place, and within it; infinite if impossible.

    What is hidden costs nothing; what is not, its size and, where all is small, its number.
    """
    price = np.where(found, 0.0, cells.size + 1e-9 * float(cells.size.max()))
    is_safe = ~cells.sensitive & (cells.count > 0) & (cells.others > 0)
    is_apart = cells.others >= LEAST_OF_OTHERS * (cells.size + cells.size[place])
    around = np.where(is_safe & is_apart, price, np.inf)
    within = np.where(is_safe, price, np.inf)
    # A total of the cell moves as it does, and holds whatever the cell holds: it always can.
    totals = np.ix_(*[[here, -1] for here in place])
    around[totals] = price[totals]
    return around, within


def _options(seeds: Truths, place: Place, axis: int) -> list[int]:
    """Return the codes to pair with that of a cell: its total alone where that is a seed."""
    length = seeds.shape[axis]
    total = (*place[:axis], length - 1, *place[axis + 1 :])
    if place[axis] != length - 1 and seeds[total]:
        return [length - 1]
    return [one for one in range(length) if one != place[axis]]


def _moved(axes: int) -> Iterator[tuple[bool, ...]]:
    """Yield every corner but the cell itself: along which axes it lies elsewhere."""
    return (one for one in product((False, True), repeat=axes) if any(one))
