"""Take a foreign file apart in a process of its own: ``python -m carbonpeak.incoming.foreign``.

The file comes on the standard input, its sheets go out as JSON. The process has limits of memory
and time and cannot write a file, so a parser that fails, hangs or swells ends this process and
nothing else.
"""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

from carbonpeak.incoming import sheets
from carbonpeak.incoming.sheets import MOST_BYTES, Book, Unreadable

ROOT = Path(__file__).resolve().parent.parent.parent
MOST_MEMORY_BYTES = 3 * 2**30
MOST_CPU_S = 120
# How long one file may take, waiting for the processor included.
MOST_S = 300.0
AT_LIMITS = {-signal.SIGXCPU, -signal.SIGKILL}


def taken_apart(file: Path) -> Book:
    """Return the sheets of a file; Unreadable says why there are none."""
    return apart(content_of(file))


def apart(content: bytes) -> Book:
    """Return the sheets of a file's content; Unreadable says why there are none."""
    if len(content) > MOST_BYTES:
        raise Unreadable("file.large")
    try:
        ended = subprocess.run(
            [sys.executable, "-m", "carbonpeak.incoming.foreign"],
            input=content,
            capture_output=True,
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            timeout=MOST_S,
            check=False,
        )
    except (subprocess.TimeoutExpired, OSError) as fault:
        raise Unreadable("file.too_much") from fault
    return _told(ended.returncode, ended.stdout)


def content_of(file: Path) -> bytes:
    """Return what a file holds, no more than a file may have and one byte; Unreadable without."""
    try:
        with file.open("rb") as given:
            return given.read(MOST_BYTES + 1)
    except OSError as fault:
        raise Unreadable("file.unread", fault.strerror or "") from fault


def _told(code: int, output: bytes) -> Book:
    if code in AT_LIMITS:
        raise Unreadable("file.too_much")
    if code or not output:
        # A reader that ended without a word met an error of a parser.
        raise Unreadable("file.damaged")
    told = json.loads(output)
    if "fault" in told:
        raise Unreadable(**told["fault"])
    return sheets.read(told)


def limit() -> None:
    """Give this process its limits, and its place behind all readers; they cannot be taken back."""
    os.nice(10)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def tell() -> None:
    """Read the standard input and write what it holds."""
    # Only the process that reads needs the parsers.
    from carbonpeak.incoming import formats

    try:
        told = sheets.written(formats.taken_apart(sys.stdin.buffer.read()))
    except Unreadable as fault:
        told = {"fault": vars(fault)}
    except MemoryError:
        told = {"fault": {"rule": "file.too_much"}}
    json.dump(told, sys.stdout)


if __name__ == "__main__":
    limit()
    tell()
