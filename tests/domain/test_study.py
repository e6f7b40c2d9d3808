"""Studies: the worked example to the gram, and every fault told by its row."""

from dataclasses import replace

import pytest

from carbonpeak.domain.study import GATE, GRAVE, Row, Study, result
from carbonpeak.domain.study_checks import Flaw, errors, incomparable, warnings
from tests.studies import STEEL, factor

FIRST = STEEL.rows[0]


def changed(**how: object) -> Study:
    """Return the example with its first row altered."""
    return replace(STEEL, rows=(replace(FIRST, **how), *STEEL.rows[1:]))  # type: ignore[arg-type]


def with_factor(**how: object) -> Study:
    return changed(factor=replace(FIRST.factor, **how))  # type: ignore[arg-type]


def told(flaws: tuple[Flaw, ...]) -> list[tuple[str, int]]:
    return [(one.key, one.row) for one in flaws]


def test_the_steel_part_to_the_gram() -> None:
    found = result(STEEL)
    assert found.rows["co2e_kg"].round(3).to_list() == [2499.0, 173.31, 71.6, 100.0]
    assert round(found.totals.emissions_kg, 3) == 2743.91
    assert round(found.totals.removals_kg, 3) == 100.0
    assert round(found.totals.net_kg, 3) == 2643.91
    assert found.stages["emissions_kg"].round(3).to_dict() == {
        "raw_materials": 2499.0,
        "production": 173.31,
        "transport": 71.6,
    }
    assert found.stages["removals_kg"].to_dict()["production"] == pytest.approx(100.0)


def test_per_one_unit_is_the_whole_by_the_amount() -> None:
    two = result(replace(STEEL, amount=4.0))
    assert two.per_one_kg.emissions_kg == pytest.approx(2743.91 / 4)
    assert two.totals.emissions_kg == pytest.approx(2743.91)


def test_data_quality_of_the_steel_part_by_hand() -> None:
    # All emissions are of official factors for the nation of the study and of its year.
    assert result(STEEL).ratings == {"technology": 2.0, "geography": 1.0, "time": 1.0}
    own = result(with_factor(standing="measured", year=2020))
    share = 2499.0 / 2743.91
    assert own.measured_share == pytest.approx(share)
    assert own.ratings["technology"] == pytest.approx(share * 1 + (1 - share) * 2)
    assert own.ratings["time"] == pytest.approx(share * 2 + (1 - share) * 1)


@pytest.mark.parametrize(
    ("study", "expected"),
    [
        (replace(STEEL, amount=0.0), [("amount", 0)]),
        (replace(STEEL, amount=-1.0), [("amount", 0)]),
        (replace(STEEL, amount=float("nan")), [("amount", 0)]),
        (replace(STEEL, amount=None), [("amount", 0)]),
        (replace(STEEL, unit="ton"), [("unit", 0)]),
        (replace(STEEL, unit=""), [("no_unit", 0)]),
        (replace(STEEL, boundary=""), [("no_boundary", 0)]),
        (replace(STEEL, first_year=2025), [("period", 0)]),
        (replace(STEEL, last_year=None), [("no_period", 0)]),
        (replace(STEEL, product="  "), [("no_product", 0)]),
        (replace(STEEL, rows=()), [("no_rows", 0)]),
        (changed(activity=-1.0), [("activity_negative", 1)]),
        (changed(activity=None), [("activity_missing", 1)]),
        (changed(activity=float("inf")), [("activity_endless", 1)]),
        (changed(stage="use"), [("outside", 1)]),
        (changed(stage="sale"), [("stage", 1)]),
        (changed(kind="offset"), [("kind", 1)]),
        (changed(unit="kWh"), [("dimension", 1)]),
        (changed(unit="斤"), [("unit", 1)]),
        (with_factor(value=None), [("no_factor", 1)]),
        (with_factor(value=-2.0), [("factor_negative", 1)]),
        (with_factor(value=float("nan")), [("factor_endless", 1)]),
        (with_factor(unit="kg/kg"), [("factor_per", 1)]),
        (with_factor(unit="kgCO2e/ton"), [("unit", 1)]),
        (with_factor(unit=""), [("no_factor_unit", 1)]),
    ],
)
def test_what_cannot_be_reckoned(study: Study, expected: list[tuple[str, int]]) -> None:
    assert told(errors(study)) == expected


def test_the_example_has_no_errors_and_more_than_the_most_rows_are_one() -> None:
    assert errors(STEEL) == ()
    assert errors(replace(STEEL, rows=(FIRST,) * 10_000)) == ()
    many = errors(replace(STEEL, rows=(FIRST,) * 10_001))
    assert told(many) == [("too_many_rows", 0)]


@pytest.mark.parametrize(
    ("study", "expected"),
    [
        (STEEL, []),
        (with_factor(year=2021), [("factor_year", 1)]),
        (with_factor(year=None), [("factor_no_year", 1)]),
        (with_factor(region="US"), [("factor_region", 1)]),
        (with_factor(boundary="grave"), [("factor_grave", 1)]),
        (with_factor(boundary="direct"), [("factor_direct", 1)]),
        (with_factor(boundary="gate_to_gate"), [("factor_from_gate", 1)]),
        (with_factor(boundary=""), [("factor_no_boundary", 1)]),
        (with_factor(unit="kgCO2/kg"), [("co2_only", 1)]),
        (with_factor(source=" "), [("no_source", 1)]),
    ],
)
def test_what_must_be_known(study: Study, expected: list[tuple[str, int]]) -> None:
    found = warnings(result(study))
    assert told(found) == expected
    assert not any(one.is_error for one in found)


def test_a_factor_of_the_nation_is_told_in_the_study_of_a_province() -> None:
    found = told(warnings(result(replace(STEEL, region="130000"))))
    assert found == [("factor_nation", place) for place in (1, 2, 3, 4)]


def test_removals_above_emissions_are_told_and_stay_apart() -> None:
    credit = Row("production", "scrap", 3.0, "t", factor(1.0, "tCO2e/t"), "credit")
    found = result(replace(STEEL, rows=(*STEEL.rows, credit)))
    assert found.totals.emissions_kg == pytest.approx(2743.91)
    assert found.totals.removals_kg == pytest.approx(3100)
    assert told(warnings(found)) == [("removals_above", 0)]


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (replace(STEEL, boundary=GRAVE), "compare_boundary"),
        (replace(STEEL, unit="piece"), "compare_unit"),
        (replace(STEEL, amount=2.0), "compare_amount"),
        (replace(STEEL, amount=1000.0, unit="kg"), None),
        (replace(STEEL, product="another"), None),
    ],
)
def test_only_the_same_unit_and_boundary_are_compared(other: Study, expected: str | None) -> None:
    found = incomparable(STEEL, other)
    assert (found and found.key) == expected
    assert STEEL.boundary == GATE
