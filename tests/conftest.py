"""What all tests share: the shipped tables loaded once, and a tiny data folder made by hand."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import settings

from carbonpeak import queries
from carbonpeak.findings.view import Ask
from carbonpeak.warehouse import Warehouse
from tests import tiny_data

# The same examples at every run, and no limit of time: a slow machine is no fault.
settings.register_profile("suite", deadline=None, derandomize=True, database=None)
settings.load_profile("suite")


@pytest.fixture(scope="session")
def shipped() -> Iterator[Warehouse]:
    """The tables that come with the program; loaded once, read only."""
    warehouse = Warehouse()
    yield warehouse
    warehouse.close()


@pytest.fixture(scope="session")
def tiny_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder with the hand-made tables of ``tests/data``; copy it before spoiling it."""
    folder = tmp_path_factory.mktemp("tiny")
    tiny_data.write(folder)
    return folder


@pytest.fixture(scope="session")
def tiny(tiny_folder: Path) -> Iterator[Warehouse]:
    """A warehouse over the hand-made tables; read only."""
    warehouse = Warehouse(tiny_folder)
    yield warehouse
    warehouse.close()


@pytest.fixture(scope="session")
def ask(shipped: Warehouse) -> Ask:
    """Ask the shipped tables by the name of a query, as pages do: each answer is kept."""
    kept: dict[str, pd.DataFrame] = {}

    def run(name: str, **params: Any) -> pd.DataFrame:
        key = repr((name, sorted(params.items())))
        if key not in kept:
            kept[key] = queries.run(shipped, queries.find(name, queries.shipped()), params)
        return kept[key].copy()

    return run
