"""Deeds that are killed at any moment: imports, publishing, builds.

    python -m tests.data_layer.killed_at_random DEED DATA ROUNDS

After each kill the data folder is opened as a reader opens it, and a line says what is in it: the
version and a value of it. The suite kills a few times; with ``--in-full`` fifty times each.
"""

import os
import random
import signal
import sys
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from carbonpeak.build import run
from carbonpeak.data import own_versions
from carbonpeak.data.own_versions import Origin
from carbonpeak.data.warehouse import Warehouse
from tests.data_layer.own_importer import VALUE, WHO, changed


def accept(data: Path, turn: int) -> None:
    """Import a content that no turn before had; nothing is published."""
    own_versions.accept(changed(data, 2 + turn / 1000), Origin(WHO, "test"), data, data)


def publish(data: Path, turn: int) -> None:
    """Publish one of the accepted versions."""
    accepted = sorted(own_versions.listed(data))
    before = own_versions.pointed(data)
    own_versions.publish(accepted[turn % len(accepted)], before, WHO, "test", data)


def build(data: Path, turn: int) -> None:
    """Build from one of two folders of sources that lie beside the data."""
    run.build_all(data.parent / f"sources{turn % 2}", data)


DEEDS: dict[str, Callable[[Path, int], None]] = {
    "accept": accept,
    "publish": publish,
    "build": build,
}


def in_a_child(work: Callable[[], None]) -> int:
    """Begin work in a process of its own and return it; nothing here has opened a table yet."""
    child = os.fork()
    if child == 0:
        work()
        sys.stdout.flush()
        os._exit(0)
    return child


def tell(data: Path) -> None:
    """Say what a reader finds."""
    with closing(Warehouse(own_versions.published(data))) as warehouse:
        print(warehouse.catalogue.version, float(warehouse.rows(VALUE).iloc[0, 0]))


def lasts(deed: Callable[[Path, int], None], data: Path) -> float:
    """Return how many seconds a deed takes that nobody kills."""
    begun = time.monotonic()
    ended = os.waitpid(in_a_child(lambda: deed(data, 0)), 0)[1]
    if ended:
        raise RuntimeError("the deed fails without being killed")
    return time.monotonic() - begun


def main(name: str, folder: str, rounds: str) -> None:
    """Kill a deed so many times, each time at another moment of it."""
    data, deed, chance = Path(folder), DEEDS[name], random.Random(name)
    span_s = lasts(deed, data)
    for turn in range(1, int(rounds) + 1):
        child = in_a_child(lambda at=turn: deed(data, at))  # type: ignore[misc]
        time.sleep(chance.uniform(0, span_s))
        os.kill(child, signal.SIGKILL)
        os.waitpid(child, 0)
        os.waitpid(in_a_child(lambda: tell(data)), 0)


if __name__ == "__main__":
    main(*sys.argv[1:])
