"""What a foreign file holds, read in a process of its own: ``python -m carbonpeak.export.foreign``.

The file comes on the standard input. ``ids`` writes each figure id it holds on a line as soon as it
is found, and at the end ``fault`` and a reason where there are none; ``picture`` writes a PNG made
small enough for a screen; ``workbook`` and ``members`` write as JSON the cells of a workbook and
the texts of an archive, or ``fault`` and a reason. The process has limits of memory and time and
cannot write a file, so a parser that fails, hangs or swells ends this process and nothing else: its
errors are not caught.
"""

import io
import json
import logging
import os
import resource
import sys
from collections.abc import Callable

from PIL import Image

from carbonpeak.export import foreign_study
from carbonpeak.export.foreign_ids import Refused, ids

MOST_MEMORY_BYTES = 2**30
MOST_CPU_S = 20
# A page of A4 at 600 dpi without its margins; wider than a screen shows is not sent to one.
MOST_ACROSS, MOST_DOWN, SHOWN_ACROSS = 4_000, 6_000, 1_460


def limit() -> None:
    """Give this process its limits, and its place behind all readers; they cannot be taken back."""
    os.nice(10)
    resource.setrlimit(resource.RLIMIT_AS, (MOST_MEMORY_BYTES, MOST_MEMORY_BYTES))
    resource.setrlimit(resource.RLIMIT_CPU, (MOST_CPU_S, MOST_CPU_S))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def tell_ids(data: bytes) -> None:
    """Write the ids of a file, or why there are none."""
    is_any = False
    try:
        for one in ids(data):
            is_any = True
            print(one, flush=True)
    except Refused as fault:
        if not is_any:
            print("fault", fault.reason)


def tell_picture(data: bytes) -> None:
    """Write a picture as a PNG of RGB; one beyond the limits is not decoded and nothing written."""
    with Image.open(io.BytesIO(data), formats=("PNG",)) as picture:
        if picture.width > MOST_ACROSS or picture.height > MOST_DOWN:
            return
        shown = picture.convert("RGB")
    shown.thumbnail((SHOWN_ACROSS, MOST_DOWN))
    content = io.BytesIO()
    shown.save(content, "PNG")
    sys.stdout.buffer.write(content.getvalue())


def tell_workbook(data: bytes) -> None:
    """Write the cells of a workbook."""
    _tell_json(foreign_study.workbook, data)


def tell_members(data: bytes) -> None:
    """Write the texts of an archive."""
    _tell_json(foreign_study.members, data)


def _tell_json(read: Callable[[bytes], object], data: bytes) -> None:
    try:
        print(json.dumps(read(data)))
    except Refused as fault:
        print("fault", fault.reason)


TELL: dict[str, Callable[[bytes], None]] = {
    "ids": tell_ids,
    "picture": tell_picture,
    "workbook": tell_workbook,
    "members": tell_members,
}


def tell(what: str) -> None:
    """Read the standard input and write what is asked of it."""
    try:
        TELL[what](sys.stdin.buffer.read())
    except MemoryError:
        print("fault", "too_much")


if __name__ == "__main__":
    # It tells the terminal of every flaw of a foreign file.
    logging.disable(logging.CRITICAL)
    if sys.argv[1] == "workbook":
        # What reads workbooks reserves memory for every processor: before there is a limit.
        import openpyxl  # noqa: F401
    limit()
    tell(sys.argv[1])
