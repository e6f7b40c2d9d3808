"""A PostgreSQL of the tests' own, in a temporary folder, ended with them."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PLACES = Path("/usr/lib/postgresql")


def programs() -> Path:
    found = sorted(PLACES.glob("*/bin/initdb"))
    assert found, "PostgreSQL is missing: install Debian's `postgresql` (.ci/browser does so)."
    return found[-1].parent


def run(folder: Path, *words: str) -> None:
    # PostgreSQL refuses to run as root.
    user = "nobody" if os.geteuid() == 0 else None
    subprocess.run(words, user=user, cwd=folder, check=True, stdout=subprocess.DEVNULL)


@contextmanager
def started() -> Iterator[str]:
    """Give the address of an empty cluster on a socket that nobody else sees."""
    bin_folder = programs()
    folder = Path(tempfile.mkdtemp(prefix="pg-"))
    try:
        if os.geteuid() == 0:
            shutil.chown(folder, "nobody")
        run(folder, f"{bin_folder}/initdb", "-D", "data", "-U", "tests", "-A", "trust", "-N")
        told = f"-c fsync=off -c listen_addresses= -c unix_socket_directories={folder}"
        begin = ("-D", "data", "-l", "log", "-o", told, "-w", "start")
        run(folder, f"{bin_folder}/pg_ctl", *begin)
        try:
            yield f"postgresql+psycopg://tests@/postgres?host={folder}"
        finally:
            run(folder, f"{bin_folder}/pg_ctl", "-D", "data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)
