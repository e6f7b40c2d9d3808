"""The processes below this one, as Linux lists them."""

import os
import select
from collections.abc import Iterable
from pathlib import Path

PROC = Path("/proc")


def below(parent: int) -> list[int]:
    """Return the processes a process started, and those they started."""
    children = [pid for pid, other in _parents().items() if other == parent]
    return [*children, *(deeper for child in children for deeper in below(child))]


def commands(parent: int) -> dict[int, str]:
    """Return the command lines of all processes below one; those that just ended are left out."""
    found = {}
    for pid in below(parent):
        try:
            found[pid] = (PROC / str(pid) / "cmdline").read_text().replace("\0", " ")
        except OSError:
            continue
    return {pid: command for pid, command in found.items() if command}


def browsers() -> list[int]:
    """Return the browsers that run below the tests: no wrappers and none of their helpers."""
    return [
        pid
        for pid, command in commands(os.getpid()).items()
        if "--user-data-dir" in command and "python" not in command and "--type=" not in command
    ]


def working_in(folder: Path) -> list[int]:
    """Return the processes whose command names a folder, and those below them."""
    named = [pid for pid, command in commands(os.getpid()).items() if str(folder) in command]
    return sorted({*named, *(pid for parent in named for pid in below(parent))})


def pages(browser: int) -> list[int]:
    """Return the processes that hold the pages of a browser."""
    return [pid for pid, command in commands(browser).items() if "--type=renderer" in command]


def still_running(pids: Iterable[int], limit_s: float = 20) -> list[int]:
    """Return those of some processes that have not ended within a time; a kill takes a moment."""
    return [pid for pid in pids if not _ends(pid, limit_s)]


def _ends(pid: int, limit_s: float) -> bool:
    try:
        handle = os.pidfd_open(pid)
    except ProcessLookupError:
        return True
    try:
        return bool(select.select([handle], [], [], limit_s)[0])
    finally:
        os.close(handle)


def _parents() -> dict[int, int]:
    parents = {}
    for folder in PROC.iterdir():
        if folder.name.isdigit():
            try:
                status = (folder / "stat").read_text()
            except OSError:
                continue
            parents[int(folder.name)] = int(status.rpartition(")")[2].split()[1])
    return parents
