"""An attacker: all that is shown, every sum, and a linear program for each hidden cell."""

from itertools import product

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_matrix


def equations(shape):
    """Return one row for each sum: the total of an axis less its codes, for every place beside."""
    rows = []
    for axis in range(len(shape)):
        others = [range(length) for place, length in enumerate(shape) if place != axis]
        for beside in product(*others):
            row = np.zeros(shape)
            for code in range(shape[axis]):
                place = (*beside[:axis], code, *beside[axis:])
                row[place] = 1.0 if code < shape[axis] - 1 else -1.0
            rows.append(row.ravel())
    return np.array(rows)


def recovered(values, hidden, floor=None, targets=None, more=None):
    """Return the places of hidden cells whose value the shown ones give away.

    ``floor`` is what the attacker knows to be in each cell, ``more`` further equations as rows
    and right sides over all cells.
    """
    rows = equations(values.shape)
    right = np.zeros(len(rows))
    if more is not None:
        rows, right = np.vstack([rows, more[0]]), np.concatenate([right, more[1]])
    wanted = hidden if targets is None else hidden & targets
    return _points(rows, right, values, hidden, floor, wanted)


def recovered_from_both(values, hidden, unchanged):
    """Return the places (release, cell) that two releases give away together.

    ``values`` and ``hidden`` have the releases as their first axis; the attacker knows which cells
    are ``unchanged`` between them.
    """
    one = equations(values.shape[1:])
    none = np.zeros_like(one)
    same = np.eye(values[0].size)[unchanged.ravel()]
    rows = np.vstack([np.hstack([one, none]), np.hstack([none, one]), np.hstack([same, -same])])
    return _points(rows, np.zeros(len(rows)), values, hidden, None, hidden)


def _points(rows, right, values, hidden, floor, wanted):
    """Return the places of hidden cells that can have one value alone."""
    mask = hidden.ravel()
    shown = np.where(mask, 0.0, values.ravel())
    known = right - rows @ shown
    matrix = csr_matrix(rows[:, mask])
    low = np.zeros(mask.sum()) if floor is None else floor.ravel()[mask]
    scale = max(float(np.abs(values).max()), 1.0)
    places = np.argwhere(hidden)
    found = []
    for number, place in enumerate(map(tuple, places)):
        if not wanted[place]:
            continue
        goal = np.zeros(mask.sum())
        goal[number] = 1.0
        ends = [
            linprog(sign * goal, A_eq=matrix, b_eq=known, bounds=[(x, None) for x in low])
            for sign in (1, -1)
        ]
        # A program without bound has an end at infinity: nothing is recovered.
        if any(end.status == 3 for end in ends):
            continue
        assert all(end.status == 0 for end in ends), [end.message for end in ends]
        if -ends[1].fun - ends[0].fun < 1e-6 * scale:
            found.append(place)
    return found
