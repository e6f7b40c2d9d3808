"""A table is written to the same bytes however its words are held in memory."""

from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.data import catalogue, table_files, warehouse
from carbonpeak.data.catalogue import Table


@pytest.fixture
def table() -> Table:
    """A table of the shipped catalogue that is kept as Parquet."""
    return next(one for one in catalogue.load().tables if one.format == "parquet")


def written(table: Table, folder: Path, storage: str) -> str:
    (folder / table.path).parent.mkdir(parents=True, exist_ok=True)
    with pd.option_context("mode.string_storage", storage):
        rows = pd.DataFrame({"code": ["a", None, "b"], "value": [1.5, None, 2.0], "year": 2022})
        assert rows["code"].dtype.storage == storage
        return table_files.write(rows, table, folder).sha256


def test_a_table_has_one_checksum_however_words_are_held(table: Table, tmp_path: Path) -> None:
    held = {one: written(table, tmp_path / one, one) for one in ("python", "pyarrow")}
    assert held["python"] == held["pyarrow"]


def test_answers_hold_words_of_pythons_own() -> None:
    with_words = warehouse.Warehouse()
    try:
        found = with_words.rows("select 'one' as word")
    finally:
        with_words.close()
    assert found["word"].dtype.storage == "python"
