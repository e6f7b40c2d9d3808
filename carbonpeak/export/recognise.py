"""Find the passport of a figure in a file that was once exported, as it came or within a report.

A file comes from outside: it is read within limits of size, as text and not by what it asks for.
"""

import logging
import re
import string
import struct
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from itertools import islice
from typing import Literal

from pypdf import PdfReader
from pypdf.errors import DependencyError, PyPdfError

from carbonpeak.export import passport
from carbonpeak.export.passport import LONGEST_ID, PassportError

Reason = Literal["too_large", "not_a_figure", "damaged", "no_passport"]

MAX_BYTES = 30 * 2**20
# What an archive may unpack to and hold; ours stay far below.
MOST_UNPACKED, MOST_MEMBERS = 4 * MAX_BYTES, 5_000
# Captions of a longer report are not searched page by page.
MOST_PAGES = 60

PNG_HEAD, PDF_HEAD, ZIP_HEAD, PARQUET_HEAD = b"\x89PNG\r\n\x1a\n", b"%PDF-", b"PK\x03\x04", b"PAR1"
# Members of an archive that say something about it, those that say it shortest first.
TELLING = re.compile(r"(docProps/core\.xml|manifest\.json|.*\.(xml|svg|html|csv|txt))", re.ASCII)
# How a passport ends, and what may stand before that.
END = re.compile(r"@[0-9a-f]{8}\.[0-9]{1,4}-[a-z2-7]{4}")
BODY = string.ascii_letters + string.digits + "_;=,.+-"
MOST_ENDS = 10_000
# The rows behind a figure stand before what a Parquet file says about itself.
FOOT_BYTES = 2**20
# Without "<" inside, a text of nothing but "<" is read in one go.
TAG = re.compile("<[^<>]*>")
PDF_PASSPORT = re.compile(rb"/Passport \(([^()\\]{1,1000})\)")
# What pypdf raises where a PDF is not as it should be.
BROKEN_PDF = (
    PyPdfError,
    DependencyError,
    NotImplementedError,
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    RecursionError,
)
BROKEN_ZIP = (zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, EOFError, OSError)

# It tells the terminal of every flaw of a foreign file.
logging.getLogger("pypdf").setLevel(logging.CRITICAL + 1)


class RecogniseError(Exception):
    """A file gives no passport; ``reason`` names the words ``recognise.fault.<reason>``."""

    def __init__(self, reason: Reason) -> None:
        """Keep the reason for the words a reader sees."""
        super().__init__(reason)
        self.reason = reason


def read_passport(data: bytes) -> str:
    """Return the passport a file holds, the first where it holds several; RecogniseError."""
    if len(data) > MAX_BYTES:
        raise RecogniseError("too_large")
    found = next(filter(None, map(_valid, _texts(data))), None)
    if found is None:
        raise RecogniseError("no_passport")
    return found


def _texts(data: bytes) -> Iterator[str]:
    """Yield the texts of a file that may hold a passport, by what the file is."""
    if data.startswith(PNG_HEAD):
        return _png(data)
    if data.startswith(PDF_HEAD):
        return _pdf(data)
    if data.startswith(ZIP_HEAD):
        return _zip(data)
    if data.startswith(PARQUET_HEAD):
        return iter([data[-FOOT_BYTES:].decode("latin-1")])
    return _plain(data)


def _valid(text: str) -> str | None:
    """Return the first passport in a text whose check is right, also one broken into lines."""
    for whole in (text, "".join(text.split())):
        for found in islice(END.finditer(whole), MOST_ENDS):
            before = whole[max(0, found.start() - LONGEST_ID) : found.start()]
            body = before[len(before.rstrip(BODY)) :]
            try:
                return passport.read(body + found[0]).id
            except PassportError:
                continue
    return None


def _png(data: bytes) -> Iterator[str]:
    """Yield the texts of the chunks; the picture itself is never unpacked."""
    place = len(PNG_HEAD)
    while place + 12 <= len(data):
        length, kind = struct.unpack(">I4s", data[place : place + 8])
        if kind in (b"iTXt", b"tEXt"):
            yield data[place + 8 : place + 8 + length].decode("utf-8", "replace")
        if kind == b"IEND":
            return
        place += 12 + length
    raise RecogniseError("damaged")


def _pdf(data: bytes) -> Iterator[str]:
    """Yield the info as we write it, then as another program may have written it, then the text."""
    for found in PDF_PASSPORT.finditer(data):
        yield found[1].decode("latin-1")
    try:
        reader = PdfReader(BytesIO(data))
        yield from map(str, (reader.metadata or {}).values())
        for page in reader.pages[:MOST_PAGES]:
            yield page.extract_text()
    except BROKEN_PDF as error:
        raise RecogniseError("damaged") from error


def _zip(data: bytes) -> Iterator[str]:
    """Yield the texts of an archive or a document of an office program."""
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            for content in _members(archive):
                yield from _texts_of(content.decode("utf-8-sig", "replace"))
    except BROKEN_ZIP as error:
        raise RecogniseError("damaged") from error


def _members(archive: zipfile.ZipFile) -> Iterator[bytes]:
    """Yield the telling members of an archive; sizes it claims are not believed."""
    names = archive.namelist()
    if len(names) > MOST_MEMBERS:
        raise RecogniseError("too_large")
    left = MOST_UNPACKED
    short_first = ("docProps/core.xml", "manifest.json")
    for name in sorted(filter(TELLING.fullmatch, names), key=lambda one: one not in short_first):
        with archive.open(name) as member:
            content = member.read(min(left, MAX_BYTES) + 1)
        left -= len(content)
        if left < 0 or len(content) > MAX_BYTES:
            raise RecogniseError("too_large")
        yield content


def _plain(data: bytes) -> Iterator[str]:
    """Yield the texts of XML, HTML, JSON or a plain text."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise RecogniseError("not_a_figure") from error
    return _texts_of(text)


def _texts_of(text: str) -> Iterator[str]:
    if not text.lstrip().startswith("<"):
        return iter([text])
    # An office program cuts a line in pieces, so all texts are read as one, too.
    nodes = TAG.split(text)
    return iter([*nodes, "".join(nodes)])
