"""What differs between two versions: by table, and cell by cell, on hand-made tables."""

from contextlib import ExitStack, closing
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.data import ledger
from carbonpeak.data.dataset import Dataset
from tests import tiny_data


def two(folder: Path, **changes: tiny_data.Change) -> tuple[Dataset, Dataset]:
    """Return the tiny tables, and the same with some changed."""
    return (
        Dataset.open(tiny_data.write(folder / "before")),
        Dataset.open(tiny_data.write(folder / "after", **changes)),
    )


def edited(rows: pd.DataFrame) -> pd.DataFrame:
    """Take the last row away, add one for another year, alter one name in two cells."""
    more = rows.iloc[[0]].assign(year=1999)
    kept = rows.iloc[:-1].copy()
    kept.loc[1, ["value_added_nominal_cny", "standing"]] = [7.5, "estimated"]
    return pd.concat([kept, more], ignore_index=True)


@pytest.fixture
def versions(tmp_path: Path):
    with ExitStack() as stack:
        found = two(tmp_path, value_added=edited)
        for one in found:
            stack.callback(one.close)
        yield found


def test_rows_are_counted_by_what_became_of_them(versions) -> None:
    assert ledger.counts(*versions).to_dict("records") == [
        {"table": "value_added", "added": 1, "changed": 1, "removed": 1}
    ]


def test_backwards_what_was_added_is_removed(versions) -> None:
    before, after = versions
    assert ledger.counts(after, before).loc[0].to_dict() == {
        "table": "value_added",
        "added": 1,
        "changed": 1,
        "removed": 1,
    }
    forth, back = (
        ledger.cells(before, after, "value_added"),
        ledger.cells(after, before, "value_added"),
    )
    turned = {"added": "removed", "removed": "added", "changed": "changed"}
    assert sorted(forth["kind"]) == sorted(turned[kind] for kind in back["kind"])


def test_every_cell_that_differs_is_listed_with_both_values(versions) -> None:
    rows = ledger.cells(*versions, "value_added")
    old = tiny_data.rows_of(versions[0].catalogue.table("value_added"))
    changed = rows[rows["kind"] == "changed"].set_index("column")
    assert set(changed.index) == {"value_added_nominal_cny", "standing"}
    said = changed.loc["value_added_nominal_cny"]
    assert float(said["before"]) == float(old.loc[1, "value_added_nominal_cny"])
    assert float(said["after"]) == 7.5
    assert set(rows.loc[rows["kind"] != "changed", "column"].isna()) == {True}
    assert rows.loc[rows["kind"] == "added", "row"].str.contains("1999").all()


def test_the_same_tables_have_no_difference(tmp_path: Path) -> None:
    before, after = two(tmp_path)
    assert ledger.counts(before, after).empty
    assert ledger.cells(before, after, "co2").empty
    with pytest.raises(KeyError):
        ledger.cells(before, after, "no_table")


def test_every_table_can_be_compared_whatever_its_columns_are_called(tmp_path: Path) -> None:
    names = [table.name for table in tiny_data.DECLARED if len(tiny_data.rows_of(table))]
    changes = {name: lambda rows: rows.iloc[:-1] for name in names}
    before, after = two(tmp_path, **changes)
    with closing(before), closing(after):
        assert ledger.counts(before, after).to_dict("list") == {
            "table": names,
            "added": [0] * len(names),
            "changed": [0] * len(names),
            "removed": [1] * len(names),
        }
        for name in names:
            assert list(ledger.cells(before, after, name)["kind"]) == ["removed"]
