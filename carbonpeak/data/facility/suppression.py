"""Which cells of a table with all its totals are withheld, so that no hidden one follows from others.

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
    sensitive = cells.sensitive
    if earlier is not None:
        sensitive = sensitive | (earlier & (cells.count > 0))
    found = sensitive.copy()
    sizes = cells.size[sensitive]
    places = np.argwhere(sensitive)
    for place in places[np.argsort(-sizes, kind="stable")]:
        corners = _cheapest(cells, ~cells.sensitive, found, tuple(int(one) for one in place))
        if corners is None:
            return cells.count > 0
        for corner in corners:
            found[corner] = True
    return found


def _cheapest(cells: Cells, safe: Truths, found: Truths, place: Place) -> list[Place] | None:
    """Return the corners around a cell that hide least beside what is hidden already."""
    least = LEAST_OF_OTHERS * (cells.size + cells.size[place])
    is_usable = safe & (cells.count > 0) & (cells.others > 0) & (cells.others >= least)
    # What is hidden costs nothing; what is not, its size and, where all is small, its number.
    cost = np.where(found, 0.0, cells.size + 1e-9 * float(cells.size.max()))
    cost = np.where(is_usable, cost, np.inf)
    total = np.zeros(tuple(length - 1 for length in cells.size.shape))
    for moved in _moved(len(place)):
        total = total + cost[np.ix_(*_ranges(cells.size.shape, place, moved))]
    best = np.unravel_index(int(np.argmin(total)), total.shape)
    if not np.isfinite(total[best]):
        return None
    other = [one + (one >= here) for one, here in zip(best, place, strict=True)]
    pairs = [(here, int(there)) for here, there in zip(place, other, strict=True)]
    return list(product(*pairs))


def _moved(axes: int) -> Iterator[tuple[bool, ...]]:
    """Yield every corner but the cell itself: along which axes it lies elsewhere."""
    return (one for one in product((False, True), repeat=axes) if any(one))


def _ranges(shape: Place, place: Place, moved: tuple[bool, ...]) -> list[list[int]]:
    """Return the codes of a corner along each axis: all others, or that of the cell itself."""
    return [
        [one for one in range(length) if one != here] if is_moved else [here]
        for length, here, is_moved in zip(shape, place, moved, strict=True)
    ]
