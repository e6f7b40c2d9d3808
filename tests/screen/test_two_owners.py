"""Two owners of drafts and one server: nothing that is kept for one reaches the other."""

import random
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

import pandas as pd
import pytest

from carbonpeak.data import own_versions, owners
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.own_versions import Origin
from carbonpeak.data.viewing import NotSeen
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.screen import server
from carbonpeak.words.speaker import Speaker
from tests import miniature

# Owners meet most while what they ask for is made: each round begins with nothing kept.
THREADS, CALLS, ROUNDS = 32, 33_344, 3
# Two drafts alike but for one number, and the one both imported.
SHARES = {"one": 1.25, "two": 0.75}
BOTH = 1.5
FIGURE, CODES, TELL = "region_tiles", (("measure", "co2"),), Speaker("en")


@dataclass(frozen=True)
class Own:
    """What one owner has to see: a number of a query, the rows of a figure, its title."""

    amount: float
    rows: tuple[str, ...]
    title: str


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    yield miniature.write(tmp_path_factory.mktemp("owners") / "data")
    server.close()


def draft(data: Path, share: float, *whose: str) -> str:
    rows = pd.read_parquet(data / "tables" / "co2.parquet")
    rows.loc[rows["year"] == rows["year"].max(), "co2_t"] *= share
    made = own_versions.accept({"co2": rows}, Origin("bureau", "test"), data, data)
    for owner in whose:
        owners.claim(owner, made, data)
    return made


def seen(data: Dataset) -> Own:
    amount = float(data.ask("nation__yearly")["co2_t"].to_numpy()[-1])
    figure = shown(data).figure
    texts = tuple(cell.text for column in figure.table.columns for cell in column.cells)
    return Own(amount, texts, figure.title)


def shown(data: Dataset) -> PrintableFigure:
    return server.printable(data, FIGURE, CODES, TELL)


def alone(data: Path, version: str) -> Own:
    """What a version holds, read by itself."""
    found = Dataset.open(data / "own" / "versions" / version)
    made = seen(found)
    found.close()
    return made


def test_no_row_title_or_key_of_one_owner_reaches_the_other(data: Path, fewer: int) -> None:
    calls = CALLS // THREADS // fewer
    drafts = {owner: draft(data, share, owner) for owner, share in SHARES.items()}
    shared = draft(data, BOTH, *SHARES)
    expected = {version: alone(data, version) for version in (*drafts.values(), shared)}
    assert len({one.amount for one in expected.values()}) == 3

    def called(seed: int) -> Counter[str]:
        dice, tally = random.Random(seed), Counter[str]()
        for _ in range(calls):
            owner, version = dice.choice(list(SHARES)), dice.choice(list(expected))
            tally[_outcome(owner, version)] += 1
        return tally

    def _outcome(owner: str, version: str) -> str:
        is_own = version in (drafts[owner], shared)
        try:
            found = server.viewed(version, owner, data)
        except NotSeen as fault:
            return "refused" if fault.is_draft and not is_own else "wrongly refused"
        if not is_own:
            return "shown to another"
        key = server.picture_key(shown(found))
        is_right = seen(found) == expected[version] and found.scope.owner == owner
        return "right" if is_right and owners.digest(owner) in str(key) else "mixed up"

    tally = Counter[str]()
    for number in range(ROUNDS):
        server.close()
        seeds = range(number * THREADS, (number + 1) * THREADS)
        with ThreadPoolExecutor(THREADS) as pool:
            tally += sum(pool.map(called, seeds), Counter[str]())
    assert sum(tally.values()) == ROUNDS * THREADS * calls
    assert set(tally) == {"right", "refused"}, tally


def test_pictures_and_jobs_of_two_owners_of_one_version_have_two_keys(data: Path) -> None:
    shared = draft(data, BOTH, *SHARES)
    keys = {server.picture_key(shown(server.viewed(shared, one, data))) for one in SHARES}
    assert len(keys) == 2
