"""Factors of the library in studies: what a row takes from them, and those of the examples."""

import pandas as pd
import pytest

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.units import convert, written
from carbonpeak.domain import factor_search
from carbonpeak.domain.library_factor import factor_of, per_unit
from carbonpeak.domain.study import Row
from carbonpeak.domain.study_examples import EXAMPLES, example
from carbonpeak.figures.study_cells import FACTOR_BOUNDARIES, STANDINGS
from carbonpeak.indicators.footprint import scale
from carbonpeak.words import LANGS

STEEL, POWER = "41122A0052021C", "EF2024-average"


@pytest.fixture(scope="module")
def library() -> pd.DataFrame:
    return factor_search.library(Dataset.open()).set_index("factor_id", drop=False)


def test_a_row_takes_all_that_the_library_knows(library: pd.DataFrame) -> None:
    steel = factor_of(library.loc[STEEL].to_dict(), "en")
    assert (steel.factor_id, steel.value, steel.unit) == (STEEL, 2.38, "kg CO2e/kg")
    assert (steel.year, steel.region, steel.boundary) == (2021, "000000", "gate")
    assert steel.standing == "published"
    assert "CPCD" in steel.source
    power = factor_of(library.loc[POWER].to_dict(), "zh")
    assert (power.value, power.year, power.boundary) == (0.5777, 2024, "gate")
    assert power.name == library.loc[POWER, "name_zh"]


@pytest.mark.parametrize("lang", LANGS)
def test_every_factor_of_the_library_fits_a_study(library: pd.DataFrame, lang: str) -> None:
    for row in library.to_dict("records"):
        factor = factor_of(row, lang)
        assert factor.boundary in FACTOR_BOUNDARIES
        assert factor.standing in STANDINGS
        assert factor.source
        assert scale(per_unit(row), factor.unit) > 0
        assert written(per_unit(row), chinese=True)
        assert factor.year is None or 2000 < factor.year < 2100


def _library_rows() -> list[tuple[str, Row]]:
    rows = [(f"{code}-{lang}", row) for code in EXAMPLES for lang in LANGS
            for row in example(code, lang).rows]  # fmt: skip
    return [(name, row) for name, row in rows if row.factor.factor_id]


def test_the_examples_name_their_factors() -> None:
    named = {row.factor.factor_id for _, row in _library_rows()}
    assert {STEEL, POWER} <= named


@pytest.mark.parametrize(("name", "row"), _library_rows())
def test_a_factor_of_an_example_is_as_in_the_library(
    library: pd.DataFrame, name: str, row: Row
) -> None:
    mine, kept = row.factor, factor_of(library.loc[row.factor.factor_id].to_dict(), "en")
    assert convert(float(mine.value or 0), mine.unit, kept.unit) == pytest.approx(kept.value)
    assert (mine.region, mine.boundary, mine.standing) == (
        kept.region,
        kept.boundary,
        kept.standing,
    ), name
    assert kept.year in (None, mine.year)
