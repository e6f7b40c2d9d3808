"""LMDI-I: the worked example, no residual, and its behaviour at zeros and nearly equal values."""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from carbonpeak.indicators.decomposition import as_ratios, effects, log_mean

NAMES = ("activity", "structure", "intensity")
# Two sectors, energy 30, 20 -> 80, 16 and output 10, 40 -> 40, 40.
START = [np.array(50.0), np.array([10.0, 40.0]), np.array([30.0, 20.0])]
END = [np.array(80.0), np.array([40.0, 40.0]), np.array([80.0, 16.0])]

AMOUNT = st.one_of(st.just(0.0), st.floats(1e-3, 1e6))
POSITIVE = st.floats(1e-3, 1e6)


@st.composite
def chains(draw, amounts=AMOUNT, regions=3, sectors=4):
    """Two chains V, V_r, E_rs: value added always positive, energy 0 or more."""

    def levels():
        added = np.array(draw(st.lists(POSITIVE, min_size=regions, max_size=regions)))
        cells = draw(st.lists(amounts, min_size=regions * sectors, max_size=regions * sectors))
        energy = np.array(cells).reshape(regions, sectors)
        return [np.array(added.sum()), added[:, None], energy]

    return levels(), levels()


def totals(found):
    return {name: float(effect.sum()) for name, effect in found.items()}


def test_the_worked_example_adds():
    found = totals(effects(NAMES, START, END))
    assert found == pytest.approx(
        {"activity": 32.385, "structure": 38.285, "intensity": -24.670}, abs=5e-4
    )
    assert sum(found.values()) == pytest.approx(46, abs=1e-12)


def test_the_worked_example_multiplies():
    found = effects(NAMES, START, END)
    ratios = [float(as_ratios(found[name].sum(), 50.0, 96.0)) for name in NAMES]
    assert ratios == pytest.approx([1.58288, 1.72102, 0.70480], abs=5e-6)
    assert np.prod(ratios) == pytest.approx(1.92, rel=1e-12)


def test_a_factor_that_stays_has_no_effect():
    found = effects(NAMES, START, [2 * level for level in START])
    assert found["activity"].sum() == pytest.approx(50)
    assert np.abs(found["structure"]).max() < 1e-12
    assert np.abs(found["intensity"]).max() < 1e-12


@given(chains())
def test_nothing_is_left_over(pair):
    start, end = pair
    found = sum(effects(NAMES, start, end).values())
    scale = max(start[-1].sum(), end[-1].sum(), 1e-20)
    assert np.abs(found - (end[-1] - start[-1])).max() <= 1e-9 * scale


@given(chains(), st.floats(1e-3, 1e3))
def test_another_unit_scales_every_effect(pair, scale):
    start, end = pair
    plain = effects(NAMES, start, end)
    scaled = effects(NAMES, [*start[:-1], scale * start[-1]], [*end[:-1], scale * end[-1]])
    for name in NAMES:
        assert scaled[name] == pytest.approx(scale * plain[name], rel=1e-9, abs=1e-9 * scale)


@given(chains(), st.floats(1e-3, 1e3))
def test_the_unit_of_a_level_above_means_nothing(pair, scale):
    start, end = pair
    plain = effects(NAMES, start, end)
    other = effects(
        NAMES,
        [*(scale * one for one in start[:2]), start[2]],
        [*(scale * one for one in end[:2]), end[2]],
    )
    for name in NAMES:
        assert other[name] == pytest.approx(plain[name], rel=1e-9, abs=1e-6)


@given(chains())
def test_time_turned_round_turns_every_sign(pair):
    start, end = pair
    there, back = effects(NAMES, start, end), effects(NAMES, end, start)
    for name in NAMES:
        assert there[name] == pytest.approx(-back[name], rel=1e-9, abs=1e-9)


@given(chains(POSITIVE), st.floats(0.05, 0.95))
def test_a_cell_cut_in_two_changes_no_sum(pair, share):
    """Consistent in aggregation: parts that move alike add up to the effects of their whole."""
    start, end = pair
    whole = totals(effects(NAMES, start, end))
    parts = [
        [*levels[:2], np.concatenate([share * levels[2], (1 - share) * levels[2]], axis=1)]
        for levels in pair
    ]
    for name, value in totals(effects(NAMES, *parts)).items():
        assert value == pytest.approx(whole[name], rel=1e-7, abs=1e-6)


@given(chains(POSITIVE))
def test_the_ratios_multiply_to_the_change(pair):
    start, end = pair
    before, after = start[-1].sum(), end[-1].sum()
    found = effects(NAMES, start, end)
    ratios = [float(as_ratios(found[name].sum(), before, after)) for name in NAMES]
    assert np.prod(ratios) == pytest.approx(after / before, rel=1e-9)


@pytest.mark.parametrize(("before", "after"), [(0.0, 7.0), (7.0, 0.0), (0.0, 0.0)])
def test_a_cell_that_appears_or_vanishes_is_explained_whole(before, after):
    start = [np.array(2.0), np.array([1.0, 1.0]), np.array([before, 5.0])]
    end = [np.array(4.0), np.array([3.0, 1.0]), np.array([after, 5.0])]
    found = effects(NAMES, start, end)
    assert sum(one[0] for one in found.values()) == pytest.approx(after - before, abs=1e-12)
    assert all(np.isfinite(one).all() for one in found.values())


def test_a_fuel_that_appears_is_fuel_mix_and_not_carbon_factor():
    """The small values keep the share of both zeros: their factor stays near the usual one."""
    names = ("intensity", "fuel mix", "carbon factor")
    start = [np.array([100.0]), np.array([[100.0, 0.0]]), np.array([[250.0, 0.0]])]
    end = [np.array([100.0]), np.array([[60.0, 40.0]]), np.array([[150.0, 60.0]])]
    found = {name: float(one[0, 1]) for name, one in effects(names, start, end).items()}
    assert sum(found.values()) == pytest.approx(60)
    assert found["fuel mix"] > 0.97 * 60
    assert abs(found["carbon factor"]) < 0.03 * 60


@pytest.mark.parametrize(
    ("value", "kind"),
    [(-1.0, "a negative value"), (np.nan, "a missing value"), (np.inf, "an infinite value")],
)
@pytest.mark.parametrize("year", ["first", "last"])
def test_a_value_that_cannot_be_is_named_with_its_place(value, kind, year):
    bad = [*START[:2], np.array([30.0, value])]
    levels = (bad, END) if year == "first" else (START, bad)
    with pytest.raises(ValueError, match=rf"^intensity has {kind} in the {year} year, .* \(1,\)"):
        effects(NAMES, *levels)


def test_names_and_levels_must_be_one_each():
    with pytest.raises(ValueError, match="2 names, 3 and 3 levels"):
        effects(NAMES[:2], START, END)


@given(POSITIVE, POSITIVE)
def test_the_mean_lies_between_geometric_and_arithmetic(a, b):
    mean = float(log_mean(a, b))
    assert mean == pytest.approx(float(log_mean(b, a)), rel=1e-12)
    assert np.sqrt(a * b) * (1 - 1e-12) <= mean <= (a + b) / 2 * (1 + 1e-12)


@given(POSITIVE, st.floats(1e-15, 1e-3))
def test_the_mean_is_stable_where_both_are_nearly_the_same(a, apart):
    b = a * (1 + apart)
    assume(a != b)
    # The series of the mean around a = b.
    expected = a * (1 + (b - a) / a / 2 - ((b - a) / a) ** 2 / 12)
    assert float(log_mean(a, b)) == pytest.approx(expected, rel=1e-9)


def test_the_mean_of_equals_is_their_value_and_of_a_zero_is_zero():
    assert float(log_mean(3.5, 3.5)) == 3.5
    assert log_mean(np.array([0.0, 2.0, 0.0]), np.array([2.0, 0.0, 0.0])).tolist() == [0, 0, 0]
    assert float(log_mean(np.e, 1.0)) == pytest.approx(np.e - 1, rel=1e-15)


def test_there_is_no_ratio_to_or_from_nothing():
    found = as_ratios(
        np.array([1.0, 1.0, 0.0]), np.array([0.0, 2.0, 2.0]), np.array([1.0, 0.0, 2.0])
    )
    assert np.isnan(found[:2]).all()
    assert found[2] == 1
