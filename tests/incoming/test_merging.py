"""Rows by key into a table: added, replaced or left; the rest stays as it stands."""

import pandas as pd
import pytest

from carbonpeak.data.catalogue import Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.incoming import merging
from carbonpeak.incoming.merging import Merged

KEY = ["year", "region_code"]
VALUE = "value_added_nominal_cny"


@pytest.fixture
def table(data: Dataset) -> Table:
    return data.catalogue.table("value_added")


@pytest.fixture
def standing(data: Dataset, table: Table) -> pd.DataFrame:
    return merging.standing_rows(data, table)


@pytest.fixture
def given(standing: pd.DataFrame, table: Table) -> pd.DataFrame:
    """Two rows that stand, with another value, in turned order; and one of a later year."""
    rows = standing.iloc[[3, 1, 5]].copy()
    rows[VALUE] = [7.0, 8.0, 9.0]
    rows.iloc[2, 0] = int(standing["year"].max()) + 1
    return merging.typed(rows, table)


def test_rows_of_a_key_that_stands_take_its_place_and_others_follow(
    standing: pd.DataFrame, given: pd.DataFrame, table: Table
):
    whole, told = merging.merged(standing, given, table)
    assert told == Merged("value_added", added=1, replaced=2, left=0)
    assert len(whole) == len(standing) + 1
    assert list(whole[VALUE].iloc[[3, 1]]) == [7.0, 8.0]
    assert whole.iloc[-1].to_dict() == given.iloc[-1].to_dict()
    same = [place for place in range(len(standing)) if place not in (1, 3)]
    pd.testing.assert_frame_equal(whole.iloc[same], standing.iloc[same])


def test_add_only_leaves_what_stands(standing: pd.DataFrame, given: pd.DataFrame, table: Table):
    whole, told = merging.merged(standing, given, table, is_add_only=True)
    assert told == Merged("value_added", added=1, replaced=0, left=2)
    pd.testing.assert_frame_equal(whole.iloc[:-1], standing)


def test_every_table_stays_the_same_without_rows(data: Dataset):
    for one in data.catalogue.tables:
        standing = merging.standing_rows(data, one)
        whole, told = merging.merged(standing, standing.iloc[:0], one)
        assert told == Merged(one.name, 0, 0, 0)
        assert list(whole.columns) == [field.name for field in one.fields]
        assert len(whole) == one.row_count
        again, told = merging.merged(standing, standing, one)
        assert told.replaced == one.row_count
        pd.testing.assert_frame_equal(again, standing)
