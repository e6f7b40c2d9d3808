"""No hidden cell is recovered by an attacker who has all that is shown, nor by an enterprise."""

import numpy as np
from hypothesis import event, given, settings
from hypothesis import strategies as st

from carbonpeak.data.facility.suppression import Cells, hidden
from tests.data_layer.facility.attack import recovered, recovered_from_both
from tests.part import examples


def with_totals(base):
    """Return an array with the total of each axis in its last place; the first is enterprises."""
    for axis in range(1, base.ndim):
        base = np.concatenate([base, base.sum(axis=axis, keepdims=True)], axis=axis)
    return base


def cells_of(parts, present):
    """Return the cells of what each enterprise has in each place."""
    size, largest = parts.sum(axis=0), parts.max(axis=0)
    return Cells(size, largest, (with_totals(present.astype(int)) > 0).sum(axis=0))


@st.composite
def tables(draw):
    shape = draw(st.sampled_from([(3, 3), (4, 3), (2, 3, 2), (3, 3, 3)]))
    enterprises = draw(st.sampled_from([4, 8, 20, 40]))
    seed = draw(st.integers(0, 2**32 - 1))
    density = draw(st.sampled_from([0.1, 0.2, 0.5]))
    skew = draw(st.sampled_from([0.3, 1.0, 2.5]))
    random = np.random.default_rng(seed)
    present = random.random((enterprises, *shape)) < density
    return np.round(random.lognormal(0, skew, present.shape) * 100 + 1) * present, present


@settings(max_examples=examples(60))
@given(tables())
def test_no_hidden_cell_follows_from_what_is_shown(made):
    parts, present = with_totals(made[0]), made[1]
    cells = cells_of(parts, present)
    mask = hidden(cells)
    found = recovered(cells.size, mask)
    event(f"hidden: {mask.any()}")
    assert not (cells.sensitive & ~mask).any()
    assert found == []


@settings(max_examples=examples(25))
@given(tables(), st.integers(0, 39))
def test_no_enterprise_recovers_what_others_have(made, number):
    parts, present = with_totals(made[0]), made[1]
    mine = parts[number % len(parts)]
    cells = cells_of(parts, present)
    assert recovered(cells.size, hidden(cells), floor=mine, targets=cells.size > mine) == []


def inner(array):
    """Return an array without its totals."""
    return array[tuple(slice(-1) for _ in array.shape)]


def two_releases(made, seed):
    """Return the first mask and what enterprises have later: what the first shows is changed."""
    parts, present = made
    first = hidden(cells_of(with_totals(parts), present))
    random = np.random.default_rng(seed)
    moved = np.round(parts * random.uniform(0.5, 1.5, parts.shape) + present) * present
    return first, np.where(inner(first), parts, moved)


def attacked(before, after, masks):
    """Return what two releases give away to who knows which hidden cells did not change."""
    values = np.stack([with_totals(one).sum(axis=0) for one in (before, after)])
    unchanged = np.zeros(values[0].shape, dtype=bool)
    inner(unchanged)[...] = inner(values[0]) == inner(values[1])
    return recovered_from_both(values, np.stack(masks), unchanged)


def may_follow(before, after, first):
    """Return whether all cells that the first shows changed by enough enterprises."""
    change = np.abs(with_totals(after) - with_totals(before))
    narrow = Cells(change.sum(axis=0), change.max(axis=0), (change > 0).sum(axis=0))
    is_shown = ~first & (with_totals(before).sum(axis=0) > 0)
    return not (is_shown & ((narrow.count == 0) | narrow.sensitive)).any()


@settings(max_examples=examples(60))
@given(tables(), st.integers(0, 2**32 - 1))
def test_two_releases_together_give_no_hidden_cell_away(made, seed):
    first, after = two_releases(made, seed)
    is_released = may_follow(made[0], after, first)
    later = hidden(cells_of(with_totals(after), made[1]), first)
    assert (later | ~first).all()
    # A year is not shown anew either where it would withhold what it showed (widened years).
    is_released = is_released and (first == later).all()
    event(f"hidden: {first.any()}, released: {is_released}")
    if is_released:
        assert attacked(made[0], after, (first, later)) == []


@settings(max_examples=examples(40))
@given(tables(), st.integers(0, 2**32 - 1))
def test_without_more_to_know_no_two_releases_give_a_cell_away(made, seed):
    first, after = two_releases(made, seed)
    later = hidden(cells_of(with_totals(after), made[1]), first)
    values = np.stack([with_totals(one).sum(axis=0) for one in (made[0], after)])
    nothing = np.zeros(first.shape, dtype=bool)
    assert recovered_from_both(values, np.stack([first, later]), nothing) == []


def test_a_cell_withheld_only_later_would_follow_from_what_did_not_change():
    before = np.full((5, 3, 3), 9.0)
    first = np.zeros((4, 4), dtype=bool)
    first[1:3] = True
    after = np.where(inner(first), before, before + 1)
    later = first.copy()
    later[0] = True
    found = attacked(before, after, (first, later))
    assert {place[:2] for place in found} == {(1, 0)}


def test_a_release_that_forgets_the_one_before_gives_its_cells_away():
    before = np.full((5, 3, 3), 9.0)
    first = np.zeros((4, 4), dtype=bool)
    first[:2, :2] = True
    after = np.where(inner(first), before, before + 1)
    assert attacked(before, after, (first, first)) == []
    later = first.copy()
    later[0] = later[:, 0] = False
    # The cells of a square hang on each other: one of them shown later gives the four away.
    assert len(attacked(before, after, (first, later))) == 5


def test_the_attacker_recovers_a_cell_that_is_hidden_alone():
    size = with_totals(np.full((1, 3, 3), 10.0))[0]
    alone = np.zeros(size.shape, dtype=bool)
    alone[0, 0] = True
    assert recovered(size, alone) == [(0, 0)]
    alone[0, 1] = alone[1, 0] = True
    assert len(recovered(size, alone)) == 3
    alone[1, 1] = True
    assert recovered(size, alone) == []


def test_bounds_are_those_of_the_rule():
    size = np.array([100.0, 100.0, 100.0, 300.0])
    largest = np.array([85.0, 86.0, 50.0, 100.0])
    cells = Cells(size, largest, np.array([3, 3, 2, 5]))
    assert cells.sensitive.tolist() == [False, True, True, False]


def test_what_is_safe_is_shown():
    cells = Cells(*(np.full((3, 3), one) for one in (100.0, 30.0)), np.full((3, 3), 5))
    assert not hidden(cells).any()


def test_a_table_that_cannot_be_protected_is_hidden_whole():
    cells = cells_of(with_totals(np.full((1, 2, 2), 5.0)), np.ones((1, 2, 2)))
    assert hidden(cells).all()
