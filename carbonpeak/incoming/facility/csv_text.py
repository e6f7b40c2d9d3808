"""A CSV file of facility rows as text: its encoding, its first rows, where each row stands."""

import codecs
import csv
import io
import re
import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from itertools import islice
from pathlib import Path

from carbonpeak.incoming.formats import SEPARATORS, require_text
from carbonpeak.incoming.headings import MOST_ABOVE
from carbonpeak.incoming.sheets import Unreadable

BLOCK = 1 << 20
# A file is gone through in smaller ones: memory for larger ones comes anew from the system each
# time, and to read them takes twice as long.
PIECE = 1 << 18
UTF16_MARKS = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
BREAK = re.compile(r"\r\n|\r|\n")
# Where a line is empty, whatever the file ends its lines with.
EMPTY_LINES = (b"\n\n", b"\n\r", b"\r\r")


@dataclass(frozen=True)
class CsvText:
    """A CSV file in UTF-8: what parts its cells, ends its lines, and its first rows from row 1."""

    file: Path
    separator: str
    end: str
    first_rows: list[list[str]]


@dataclass(frozen=True)
class Sample:
    """How much of a large file is looked at before it is read: so many parts of so many bytes."""

    parts: int = 100
    size: int = 1 << 16


@dataclass
class Walked:
    """What a walk through a file found; rows are those of a sheet, from 1.

    ``places`` is the row of each line asked for, ``torn`` the rows that are not whole by how many
    cells they have, ``open_row`` that with quotes that do not pair, where the walk ends; 0 without.
    """

    places: dict[int, int] = field(default_factory=dict)
    torn: dict[int, list[int]] = field(default_factory=dict)
    open_row: int = 0
    whole_count: int = 0


def opened(file: Path, aside: Path) -> CsvText:
    """Return a file as a text in UTF-8, written aside where it is in another encoding.

    Unreadable where it is no text or in none of our encodings.
    """
    start = start_of(file)
    require_text(start)
    encoding = _encoding(file, start)
    plain = file if encoding == "utf-8" else _in_utf8(file, encoding, aside)
    with plain.open(encoding="utf-8-sig", newline="") as given:
        # No more than a block: a file without line ends is one line.
        sample = list(islice(io.StringIO(given.read(BLOCK), newline=""), MOST_ABOVE))
    # Some of them are line breaks in cells, which Excel writes otherwise than ends of lines.
    ends = Counter(found[0] for line in sample if (found := BREAK.search(line)))
    end = max(ends, key=ends.__getitem__, default="\n")
    separator = max(SEPARATORS, key=lambda one: max(line.count(one) for line in sample))
    return CsvText(plain, separator, end, list(csv.reader(sample, delimiter=separator)))


def on_one_line(text: CsvText, above: int, aside: Path) -> CsvText:
    """Return the same text with no line break in a cell of its first rows, ``above`` the others.

    Who leaves rows out at the start of a file may count lines. It is written aside where that has
    to be changed.
    """
    if not any(BREAK.search(cell) for row in text.first_rows[:above] for cell in row):
        return text
    made = aside / "on_one_line.csv"
    with (
        text.file.open(encoding="utf-8-sig", newline="") as given,
        made.open("w", encoding="utf-8", newline="") as kept,
    ):
        # A reader takes no more lines than its rows have: the others are copied as they are.
        rows = islice(csv.reader(given, delimiter=text.separator), above)
        flat = [[BREAK.sub(" ", cell) for cell in row] for row in rows]
        csv.writer(kept, delimiter=text.separator, lineterminator=text.end).writerows(flat)
        shutil.copyfileobj(given, kept, BLOCK)
    return replace(text, file=made)


def sampled(text: CsvText, sample: Sample, aside: Path) -> CsvText | None:
    """Return lines from places all over a file, without its heading; None where it is small.

    Rows that have several lines may be torn.
    """
    step = text.file.stat().st_size // (sample.parts + 1)
    if step < 2 * sample.size:
        return None
    made, end = aside / "sample.csv", text.end.encode()
    with text.file.open("rb") as given, made.open("wb") as kept:
        for place in range(1, sample.parts + 1):
            given.seek(place * step)
            _, _, lines = given.read(sample.size).partition(end)
            whole, found, _ = lines.rpartition(end)
            kept.write(whole + found)
    return replace(text, file=made, first_rows=[])


def start_of(file: Path) -> bytes:
    """Return the first bytes of a file; Unreadable where it cannot be read."""
    try:
        with file.open("rb") as given:
            return given.read(BLOCK)
    except OSError as fault:
        raise Unreadable("file.unread", fault.strerror or "") from fault


def walked(text: CsvText, first: int, lines: Iterable[int], width: int) -> Walked:
    """Go through a file row by row, and return where lines stand and which rows are not whole.

    Each of them has ``width`` cells. ``lines`` count from 0 at the row ``first``, and neither empty
    rows nor those that are not whole.
    """
    wanted, line, row = set(lines), 0, 0
    made = Walked()
    with text.file.open(encoding="utf-8-sig", newline="") as given:
        try:
            for row, cells in enumerate(
                csv.reader(given, delimiter=text.separator, strict=True), 1
            ):
                if row < first or not cells:
                    continue
                if len(cells) != width:
                    made.torn.setdefault(len(cells), []).append(row)
                    continue
                if line in wanted:
                    made.places[line] = row
                line += 1
        except csv.Error:
            made.open_row = row + 1
    made.whole_count = line
    return made


def places(text: CsvText, first: int, lines: Iterable[int], width: int) -> dict[int, int]:
    """Return the row of the file in which each of some lines stands, of rows that are all whole."""
    wanted = set(lines)
    if not wanted or not _has_empty_rows(text.file):
        return {line: line + first for line in wanted}
    return walked(text, first, wanted, width).places


def _has_empty_rows(file: Path) -> bool:
    """Return whether a file may have empty rows: lines that are empty, in a cell or between."""
    with file.open("rb") as given:
        end = b""
        while block := given.read(PIECE):
            joined = end + block
            if any(mark in joined for mark in EMPTY_LINES):
                return True
            end = block[-1:]
    return False


def _encoding(file: Path, start: bytes) -> str:
    """Return the encoding of a whole file: UTF-8, UTF-16 or GB18030."""
    names = ("utf-16",) if start.startswith(UTF16_MARKS) else ("utf-8", "gb18030")
    for name in names:
        # Bytes and no lines: to look for their ends takes as long as to decode.
        decoder = codecs.getincrementaldecoder(name)()
        try:
            with file.open("rb") as given:
                while block := given.read(PIECE):
                    text = decoder.decode(block)
                    # A zero is a zero byte but in UTF-16, and bytes are looked through at once.
                    if "\x00" in text if name == "utf-16" else b"\x00" in block:
                        raise UnicodeError("no text has zeros: UTF-16 without a mark has")
            decoder.decode(b"", final=True)
        except UnicodeError:
            continue
        return name
    raise Unreadable("file.encoding")


def _in_utf8(file: Path, encoding: str, aside: Path) -> Path:
    made = aside / "text.csv"
    with (
        file.open(encoding=encoding, newline="") as given,
        made.open("w", encoding="utf-8", newline="") as kept,
    ):
        while text := given.read(PIECE):
            kept.write(text)
    return made
