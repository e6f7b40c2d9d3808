"""Find the ids of figures in a file that was once exported, as it came or within a report.

A file comes from outside, so a process of its own reads it (``foreign``), one at a time, within
limits of memory and time. Here no byte of it is looked at.
"""

import os
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable
from pathlib import Path
from typing import Literal, get_args

from carbonpeak.export.foreign_ids import MAX_BYTES, Reason

__all__ = ["MAX_BYTES", "RecogniseError", "ids_in", "picture_in", "told_of"]

ROOT = Path(__file__).resolve().parent.parent.parent
READER = "carbonpeak.export.foreign"
# How long one file may take, waiting for the processor included; how often one looks.
MOST_S, EVERY_S = 60.0, 0.25
LARGEST_DRAWING_BYTES = 5 * 2**20
REASONS: tuple[Reason, ...] = get_args(Reason)
# The ends of a process that met its limits.
AT_LIMITS = {-signal.SIGXCPU, -signal.SIGKILL}
_ONE_AT_A_TIME = threading.Lock()

Tick = Callable[[], None]
What = Literal["ids", "picture", "workbook", "members"]


class RecogniseError(Exception):
    """A file gives no passport; ``reason`` names the words ``recognise.fault.<reason>``."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason for the words a reader sees."""
        super().__init__(reason)
        self.reason = reason


def _nothing() -> None:
    return


def ids_in(data: bytes, tick: Tick = _nothing) -> tuple[str, ...]:
    """Return the ids of the figures a file holds, in their order and at least one; RecogniseError.

    ``tick`` is called a few times a second; what it raises ends the reading.
    """
    if len(data) > MAX_BYTES:
        raise RecogniseError("too_large")
    code, told = _read("ids", data, tick)
    lines = told.decode("ascii", "replace").splitlines()
    found = tuple(line for line in lines if not line.startswith("fault "))
    if not found:
        raise RecogniseError(_reason(code, lines))
    return found


def picture_in(data: bytes, tick: Tick = _nothing) -> bytes | str | None:
    """Return a PNG for a screen of a PNG, the text of an SVG; None where a file cannot be shown."""
    if not is_picture(data):
        return None
    if data.lstrip().startswith(b"<"):
        return data.decode("utf-8", "replace") if len(data) <= LARGEST_DRAWING_BYTES else None
    code, told = _read("picture", data, tick)
    return told if code == 0 and told else None


def told_of(what: Literal["workbook", "members"], data: bytes, tick: Tick = _nothing) -> str:
    """Return the cells of a workbook or the texts of an archive as JSON; RecogniseError."""
    if len(data) > MAX_BYTES:
        raise RecogniseError("too_large")
    code, told = _read(what, data, tick)
    text = told.decode("utf-8", "replace")
    if code != 0 or text.startswith("fault "):
        raise RecogniseError(_reason(code, text.splitlines()))
    return text


def is_picture(data: bytes) -> bool:
    """Return whether a file is a PNG or an SVG."""
    start = data[:1_000].lstrip()
    return data.startswith(b"\x89PNG") or (
        start.startswith((b"<?xml", b"<svg")) and b"<svg" in start
    )


def _reason(code: int, lines: list[str]) -> Reason:
    if code in AT_LIMITS:
        return "too_much"
    reasons: dict[str, Reason] = {f"fault {one}": one for one in REASONS}
    told = [reasons[line] for line in lines if line in reasons]
    # A reader that ended without a word met an error of a parser.
    return told[0] if told else "damaged"


def _read(what: What, data: bytes, tick: Tick) -> tuple[int, bytes]:
    """Return how the process that reads a file ended, and what it told."""
    while not _ONE_AT_A_TIME.acquire(timeout=EVERY_S):
        tick()
    try:
        return _asked(what, data, tick)
    except OSError as fault:
        # No room for the file, or for one more process.
        raise RecogniseError("too_much") from fault
    finally:
        _ONE_AT_A_TIME.release()


def _asked(what: str, data: bytes, tick: Tick) -> tuple[int, bytes]:
    # A file without a name: what is left over when this process ends is nothing.
    with tempfile.TemporaryFile() as given:
        given.write(data)
        given.seek(0)
        process = subprocess.Popen(
            [sys.executable, "-m", READER, what],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=given,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
        )
        with process:
            try:
                return _told(process, tick)
            finally:
                process.kill()


def _told(process: "subprocess.Popen[bytes]", tick: Tick) -> tuple[int, bytes]:
    until = time.monotonic() + MOST_S
    while True:
        try:
            told, _ = process.communicate(timeout=EVERY_S)
            return process.returncode, told
        except subprocess.TimeoutExpired:
            tick()
        if time.monotonic() > until:
            process.kill()
