"""Rows of a CSV that hold nothing: DuckDB leaves them out, a spreadsheet counts them."""

from bisect import bisect_right
from collections.abc import Sequence
from pathlib import Path

QUOTE, ENDS = b'"', b"\r\n"


def places(file: Path, above: int) -> list[int]:
    """Return where below so many rows the empty ones stand, counted from 0 with the others.

    A row may take several lines: it ends with the line in which its quotes are closed.
    """
    found = []
    place, is_open = -above, False
    with file.open("rb") as lines:
        for line in lines:
            if not is_open and place >= 0 and not line.strip(ENDS):
                found.append(place)
            is_open ^= line.count(QUOTE) % 2 == 1
            place += not is_open
    return found


def counted(place: int, blank: Sequence[int]) -> int:
    """Return the place of a row among all rows, by its place among those that are not empty."""
    # Before the nth empty row stand as many others as it has rows before it, less the empty ones.
    others = [one - number for number, one in enumerate(blank)]
    return place + bisect_right(others, place)
