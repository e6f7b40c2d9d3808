"""The figure ids in the bytes of a file: as it came, in a report, in a picture within a document.

Every step takes time and memory in proportion to what it reads, and what it reads is budgeted. What
a parser raises is not caught: see ``foreign``.
"""

import re
import struct
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from io import BytesIO
from typing import Literal

from carbonpeak.export import passport
from carbonpeak.export.passport import CHOICES, LONGEST_ID, PassportError

Reason = Literal["too_large", "too_much", "not_a_figure", "damaged", "no_passport"]

MAX_BYTES = 30 * 2**20
# What archives may unpack to and hold, one within another; ours stay far below.
MOST_UNPACKED, MOST_MEMBERS, MOST_DEPTH = 4 * MAX_BYTES, 5_000, 2
# Captions of a longer report are not searched page by page.
MOST_PAGES = 150
# What looks like the end of an id, and ids of one file.
MOST_ENDS, MOST_IDS = 10_000, 200

PNG_HEAD, PDF_HEAD, ZIP_HEAD, PARQUET_HEAD = b"\x89PNG\r\n\x1a\n", b"%PDF-", b"PK\x03\x04", b"PAR1"
HEADS = (PNG_HEAD, PDF_HEAD, ZIP_HEAD, PARQUET_HEAD)
UTF_16, ANY_BYTES = (b"\xff\xfe", b"\xfe\xff"), "latin-1"
# Members of an archive that may hold an id; those that say it shortest first, the long ones last.
TEXTS = re.compile(r".*\.(xml|svg|html?|csv|txt|json|png)", re.ASCII | re.IGNORECASE)
LONG = re.compile(r".*\.(docx|pptx|xlsx|zip|parquet|pdf)", re.ASCII | re.IGNORECASE)
READ_FIRST = ("docProps/core.xml", "manifest.json")
# How an id ends, and what may stand before that: a name and its choices.
END = re.compile(r"@[0-9a-f]{8}\.[0-9]{1,4}-[a-z2-7]{4}")
START = re.compile(rf"(?<![a-z0-9_])(?P<name>[a-z0-9_]++){CHOICES}$", re.ASCII)
# So many letters of a word before it may have grown together with a name.
MOST_GROWN = 24
# A text is read by pieces that overlap, so that no id is cut.
WINDOW, OVERLAP = 2**16, 2 * LONGEST_ID
# The rows behind a figure stand before what a Parquet file says about itself.
FOOT_BYTES = 2**20
# Without "<" inside, a text of nothing but "<" is read in one go.
TAG = re.compile("<[^<>]*>")
PDF_PASSPORT = re.compile(rb"/Passport \(([^()\\]{1,1000})\)")


class Refused(Exception):
    """A file gives no id, or no more; ``reason`` names the words ``recognise.fault.<reason>``."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason for the words a reader sees."""
        super().__init__(reason)
        self.reason = reason


@dataclass
class Budget:
    """What may still be read of one file, all archives in it together."""

    unpacked: int = MOST_UNPACKED
    members: int = MOST_MEMBERS
    ends: int = MOST_ENDS

    def take(self, unpacked: int = 0, members: int = 0, ends: int = 0) -> None:
        """Take what was read; Refused where there is no more."""
        self.unpacked -= unpacked
        self.members -= members
        self.ends -= ends
        if self.unpacked < 0 or self.members < 0:
            raise Refused("too_large")
        if self.ends < 0:
            raise Refused("too_much")


def ids(data: bytes) -> Iterator[str]:
    """Yield the ids of a file once each, in their order; Refused where there are none."""
    if len(data) > MAX_BYTES:
        raise Refused("too_large")
    budget = Budget()
    found: dict[str, None] = {}
    for text in _texts(data, budget, 0):
        for one in _ids_of(text, budget):
            if one not in found and len(found) < MOST_IDS:
                found[one] = None
                yield one
    if not found:
        raise Refused("no_passport" if _is_readable(data) else "not_a_figure")


def _texts(data: bytes, budget: Budget, depth: int) -> Iterator[str]:
    """Return the texts of a file that may hold an id, by what the file is, in pieces.

    Each part of a file is a text of its own: what one says is told before the next is read.
    """
    if data.startswith(PNG_HEAD):
        return _windows(_png(data, depth))
    if data.startswith(PDF_HEAD):
        return _pdf(data)
    if data.startswith(ZIP_HEAD):
        return _zip(data, budget, depth) if depth < MOST_DEPTH else iter(())
    if data.startswith(PARQUET_HEAD):
        return _windows([data[-FOOT_BYTES:].decode("latin-1")])
    return _windows(_nodes(data.decode(_encoding(data))))


def _windows(texts: Iterable[str]) -> Iterator[str]:
    """Yield texts, a line each, in pieces of about one length that overlap."""
    held: list[str] = []
    size = 0
    for piece in _pieces(texts):
        held.append(piece)
        size += len(piece)
        if size >= WINDOW:
            whole = "".join(held)
            yield whole
            held = [whole[-OVERLAP:]]
            size = len(held[0])
    yield "".join(held)


def _pieces(texts: Iterable[str]) -> Iterator[str]:
    for text in texts:
        for start in range(0, len(text), WINDOW):
            yield text[start : start + WINDOW]
        yield "\n"


def _ids_of(text: str, budget: Budget) -> Iterator[str]:
    """Yield the ids in a text, as they stand and as they are without the breaks of lines."""
    for whole in (text, passport.bare(text)):
        for end in END.finditer(whole):
            budget.take(ends=1)
            before = START.search(whole, max(0, end.start() - LONGEST_ID), end.start())
            if before:
                yield from _checked(before, end[0])


def _checked(before: re.Match[str], end: str) -> Iterator[str]:
    """Yield the id whose check is right, though a word may have grown together with its name."""
    for grown in range(min(len(before["name"]), MOST_GROWN)):
        with suppress(PassportError):
            yield passport.read(before[0][grown:] + end).id
            return


def _png(data: bytes, depth: int) -> Iterator[str]:
    """Yield the texts of the chunks; the picture itself is never unpacked.

    One that is cut within a document costs the others nothing.
    """
    place = len(PNG_HEAD)
    while place + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        if kind in (b"iTXt", b"tEXt"):
            yield data[place + 8 : place + 8 + length].decode("utf-8", "replace")
        if kind == b"IEND":
            return
        place += 12 + length
    if not depth:
        raise Refused("damaged")


def _pdf(data: bytes) -> Iterator[str]:
    """Yield the info as we write it, then as another program may have written it, then the text."""
    yield from _windows(one[1].decode("latin-1") for one in PDF_PASSPORT.finditer(data))
    # A file of another kind is read without what reads this one.
    from pypdf import PdfReader

    reader = PdfReader(BytesIO(data))
    yield from _windows(map(str, (reader.metadata or {}).values()))
    for page in reader.pages[:MOST_PAGES]:
        yield from _windows([page.extract_text()])


def _zip(data: bytes, budget: Budget, depth: int) -> Iterator[str]:
    """Yield the texts of an archive or a document of an office program, and of files within."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        names = archive.namelist()
        budget.take(members=len(names))
        for name in sorted(filter(_may_tell, names), key=_reading_order):
            with archive.open(name) as member:
                content = member.read(min(budget.unpacked, MAX_BYTES) + 1)
            budget.take(unpacked=len(content))
            if len(content) > MAX_BYTES:
                raise Refused("too_large")
            yield from _texts(content, budget, depth + 1)


def _may_tell(name: str) -> bool:
    return bool(TEXTS.fullmatch(name) or LONG.fullmatch(name))


def _reading_order(name: str) -> tuple[bool, bool]:
    return bool(LONG.fullmatch(name)), name not in READ_FIRST


def _encoding(data: bytes) -> str:
    """Return the encoding of a text as offices save it, of all else one that has every byte."""
    for encoding in ("utf-16",) if data.startswith(UTF_16) else ("utf-8-sig", "gb18030"):
        with suppress(UnicodeDecodeError):
            data.decode(encoding)
            return encoding
    return ANY_BYTES


def _is_readable(data: bytes) -> bool:
    """Return whether a file is of a kind we write, or a text."""
    return data.startswith(HEADS) or _encoding(data) != ANY_BYTES


def _nodes(text: str) -> Iterator[str]:
    """Yield a plain text whole, the texts of XML and HTML one by one."""
    if not text.lstrip().startswith("<"):
        yield text
        return
    place = 0
    for tag in TAG.finditer(text):
        if tag.start() > place:
            yield text[place : tag.start()]
        place = tag.end()
    yield text[place:]
