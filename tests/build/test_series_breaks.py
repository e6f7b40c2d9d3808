"""Breaks: jumps of more than a fifth, and a stop where they are not the known ones."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.build import series_breaks
from carbonpeak.build.raw import Raw
from carbonpeak.build.schema import BuildError, shaped
from carbonpeak.build.series_breaks import EXPECTED, FILE, jumps
from carbonpeak.build.sources import SourceRegister
from tests.build.tiny_sources import edit


def built(folder: Path) -> pd.DataFrame:
    frame = series_breaks.build(Raw(folder), SourceRegister())
    return shaped(frame, series_breaks.TABLE)


def found(levels: dict[int, float]) -> set[int]:
    """Return the years in which one region's energy jumps."""
    years, energy = pd.Series(list(levels)), pd.Series(list(levels.values()))
    return {year for _, year in jumps(pd.Series(["x"] * len(levels)), years, energy)}


def test_a_jump_is_more_than_a_fifth_up_or_down() -> None:
    assert found({2011: 100, 2012: 121, 2013: 96}) == {2012, 2013}
    assert found({2011: 100, 2012: 120, 2013: 96}) == set()


def test_the_year_after_the_jump_is_named() -> None:
    assert found({2011: 100, 2012: 130, 2013: 130}) == {2012}


def test_years_are_put_in_order_first() -> None:
    assert found({2013: 130, 2011: 100, 2012: 115}) == set()


def test_regions_are_not_mixed() -> None:
    region = pd.Series(["a", "a", "b", "b"])
    year = pd.Series([2011, 2012, 2011, 2012])
    assert jumps(region, year, pd.Series([100.0, 100.0, 300.0, 390.0])) == {("b", 2012)}


def test_every_known_jump_is_a_row(sources_folder: Path) -> None:
    frame = built(sources_folder)
    assert set(zip(frame["region_code"], frame["year"], strict=True)) == EXPECTED
    assert set(frame["flag"]) == {"revision_jump"}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('420000,x,"industry",2013,70,', '420000,x,"industry",2013,90,', "'420000', 2013"),
        (
            '340000,Anhui,"industry",2018,119,',
            '340000,Anhui,"industry",2018,122,',
            "'340000', 2018",
        ),
    ],
    ids=["a jump is gone", "a jump is new"],
)
def test_other_jumps_stop_the_build(sources_folder: Path, old: str, new: str, said: str) -> None:
    edit(sources_folder, FILE, old, new)
    with pytest.raises(BuildError, match=rf"jumps over 20% changed: \[\({said}\).*Look at them"):
        built(sources_folder)
