"""Ratings of data quality, at the bounds of the rule and weighted by hand."""

import pandas as pd
import pytest

from carbonpeak.indicators.data_quality import (
    geography_rating,
    technology_rating,
    time_rating,
    weighted,
)


@pytest.mark.parametrize(
    ("year", "expected"),
    [
        (2024, 1), (2022, 1), (2021, 2), (2019, 2), (2018, 3), (2014, 4), (2009, 5), (1990, 5),
        (2025, 1), (2026, 1), (2028, 2), (None, 5),
    ],
)  # fmt: skip
def test_time_at_its_bounds(year: int | None, expected: int) -> None:
    # The period is 2024 to 2025: 2021 is three years before it, 2028 three after.
    assert time_rating(year, 2024, 2025) == expected


@pytest.mark.parametrize(
    ("region", "expected"),
    [("130000", 1), ("000000", 2), ("140000", 3), ("GLO", 3), ("US", 4), ("", 5)],
)
def test_geography(region: str, expected: int) -> None:
    assert geography_rating(region, "130000") == expected


@pytest.mark.parametrize(
    ("standing", "expected"),
    [("measured", 1), ("official", 2), ("published", 3), ("estimated", 4), ("own", 4),
     ("unverified", 5), ("", 5)],
)  # fmt: skip
def test_technology(standing: str, expected: int) -> None:
    assert technology_rating(standing) == expected


def test_ratings_weigh_by_emissions() -> None:
    rows = pd.DataFrame(
        {"co2e_kg": [300.0, 100.0], "technology": [1, 5], "geography": [2, 2], "time": [5, 1]}
    )
    assert weighted(rows) == {"technology": 2.0, "geography": 2.0, "time": 4.0}
    assert weighted(rows.assign(co2e_kg=0.0)) == {}
