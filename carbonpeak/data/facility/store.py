"""Where facility rows lie: below ``own/facilities``, in no version, read with their scope alone.

Each accepted import has a folder: its rows, what each enterprise adds to each cell, and which cells
it withholds. They decide what a later import of the same year may show.
"""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import pandas as pd

from carbonpeak.data import catalogue, own_versions, publishing
from carbonpeak.data.dataset import Scope
from carbonpeak.data.facility.cells import KEY
from carbonpeak.data.facility.engine import opened
from carbonpeak.data.faults import said
from carbonpeak.data.own_versions import OWN, OwnDataError
from carbonpeak.thresholds import LEAST_ENTERPRISES, MOST_OF_ONE_ENTERPRISE

FOLDER = "facilities"
# Who may see rows of single facilities; nobody who only looks at pages has this scope.
FACILITIES = Scope("facilities")
ROWS, PARTS, HIDDEN, NOTE = "rows.parquet", "parts.parquet", "hidden.parquet", "note.json"


def root(data: Path = catalogue.DATA) -> Path:
    """Return the folder of all facility rows."""
    return data / OWN / FOLDER


def name_of(file_sha256: str, below: str) -> str:
    """Return what the folder of an import is called: by its file and the version below it."""
    return hashlib.sha256(f"{file_sha256}{below}".encode()).hexdigest()[:16]


def rows(version: str, scope: Scope, data: Path = catalogue.DATA) -> pd.DataFrame:
    """Return the facility rows behind a version; OwnDataError without the scope or rows."""
    if scope != FACILITIES:
        raise OwnDataError(said("facility.scope"))
    found = [folder for folder in _chain(version, data) if (folder / ROWS).is_file()]
    if not found:
        raise OwnDataError(said("facility.none", version=version))
    return pd.read_parquet(found[0] / ROWS)


def kept(data: Path = catalogue.DATA) -> list[Path]:
    """Return the folders of all imports that were accepted and not discarded.

    Each counts as shown, published or not: which of them will be is not known when another comes.
    """
    return sorted(note.parent for note in root(data).glob(f"[!.]*/{NOTE}"))


def years_of(folder: Path) -> set[int]:
    """Return the years whose cells an import made; those of others stood before."""
    note = json.loads((folder / NOTE).read_text(encoding="utf-8"))
    return set(note["years"])


def narrow_years(folder: Path, earlier: list[Path], years: set[int], aside: Path) -> set[int]:
    """Return the years that may not be shown anew: a cell of them would tell of few enterprises.

    ``folder`` holds what enterprises add now, ``earlier`` are imports that were shown.
    """
    found: set[int] = set()
    with opened(aside) as engine:
        engine.put_file("facility_parts", folder / PARTS)
        for other in earlier:
            engine.put_file("facility_parts_before", other / PARTS)
            engine.put_file("facility_cells_before", other / HIDDEN)
            bounds = {"least_enterprises": LEAST_ENTERPRISES, "most_of_one": MOST_OF_ONE_ENTERPRISE}
            narrow = engine.rows("narrow_changes", **bounds)["year"]
            found |= set(map(int, narrow)) & years & years_of(other)
    return found


def hidden_before(earlier: list[Path]) -> pd.DataFrame:
    """Return the keys of all cells that these imports withhold."""
    frames = [pd.read_parquet(folder / HIDDEN) for folder in earlier]
    every = [frame.loc[frame["is_hidden"], KEY] for frame in frames]
    return pd.concat([pd.DataFrame(columns=KEY), *every], ignore_index=True)


def widened_years(withheld: pd.DataFrame, earlier: list[Path]) -> set[int]:
    """Return the years in which a cell is withheld now that an earlier import did not withhold.

    Whoever knows that other hidden cells are as they were has their sum from the earlier import,
    and so the new one by subtraction. ``withheld`` are the keys of the cells withheld now.
    """
    found: set[int] = set()
    for folder in earlier:
        kept = pd.read_parquet(folder / HIDDEN)
        before = kept.loc[kept["is_hidden"], KEY].assign(was=True)
        both = withheld[withheld["year"].isin(years_of(folder))].merge(before, how="left")
        found |= set(map(int, both.loc[both["was"].isna(), "year"]))
    return found


def discard(version: str, data: Path = catalogue.DATA) -> None:
    """Remove a version that was never published, with its facility rows: it was a mistake.

    OwnDataError for one that is not here, was published, or has others above it.
    """
    made = own_versions.folder(version, data)
    if not version or made is None:
        raise OwnDataError(said("own.unknown", version=version))
    if version in own_versions.needed(data):
        raise OwnDataError(said("facility.kept", version=version))
    origin = own_versions.origin(version, data)
    publishing.remove(root(data) / name_of(origin.file_sha256, origin.parent))
    publishing.remove(made)


def _chain(version: str, data: Path) -> Iterator[Path]:
    """Yield the folders of the imports in a version and those below it, the newest first."""
    while version and own_versions.folder(version, data) is not None:
        origin = own_versions.origin(version, data)
        folder = root(data) / name_of(origin.file_sha256, origin.parent)
        if (folder / NOTE).is_file():
            yield folder
        version = origin.parent
