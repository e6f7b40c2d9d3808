"""Three versions of the shipped tables in a folder of their own, two of them published."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.data import catalogue, own_versions
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.own_versions import Origin

SHARES = (1.1, 0.93)


@pytest.fixture(scope="session")
def own_root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("versions") / "data"
    shutil.copytree(catalogue.DATA, root)
    for place, share in enumerate(SHARES):
        below, before = own_versions.published(root), own_versions.pointed(root)
        rows = pd.read_parquet(below / "tables" / "co2.parquet")
        rows.loc[rows["year"] == rows["year"].max(), "co2_t"] *= share
        given = Origin("bureau", f"step {place}", file="co2.xlsx", confirmed=("jump: checked",))
        made = own_versions.accept({"co2": rows}, given, below, root)
        own_versions.publish(made, before, "bureau", f"step {place}", root)
    return root


@pytest.fixture(scope="session")
def versions(own_root: Path) -> Iterator[Dataset]:
    """The tables that are published there."""
    found = Dataset.open(own_versions.published(own_root))
    yield found
    found.close()
