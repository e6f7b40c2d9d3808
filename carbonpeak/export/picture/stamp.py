"""What a file says about itself beside the picture: resolution, title, source, passport."""

import re
import struct
import zlib
from collections.abc import Mapping
from io import BytesIO

from pypdf import PdfReader
from pypdf.generic import (
    DictionaryObject,
    IndirectObject,
    NameObject,
    NumberObject,
    PdfObject,
    RectangleObject,
    TextStringObject,
)

from carbonpeak.export.picture import glyphs
from carbonpeak.export.picture.size import MM_PER_INCH, PT_PER_INCH

PNG_HEAD = b"\x89PNG\r\n\x1a\n"
# The signature and the first chunk, IHDR, which has 13 bytes.
PNG_FIRST = len(PNG_HEAD) + 12 + 13
# The browser writes when it printed; the same figure shall be the same file. As long as before.
DATE, NO_DATE = re.compile(rb"\(D:\d{14}"), b"(D:20000101000000"


def png(data: bytes, dpi: int, texts: Mapping[str, str]) -> bytes:
    """Return a PNG with its resolution and texts written into it.

    The chunks are put in by hand: encoding the picture anew takes longer than drawing it.
    """
    per_metre = round(dpi * 1000 / MM_PER_INCH)
    resolution = _chunk(b"pHYs", struct.pack(">IIB", per_metre, per_metre, 1))
    stamps = [_chunk(b"iTXt", _text(name, text)) for name, text in texts.items()]
    return b"".join([data[:PNG_FIRST], resolution, *stamps, data[PNG_FIRST:]])


def pdf(data: bytes, texts: Mapping[str, str], size_mm: tuple[float, float] | None = None) -> bytes:
    """Return a PDF with texts in its info, without dates; its one page exactly of a size in mm.

    What changes is appended, as the format provides: writing hundreds of fonts anew is slow.
    """
    data = DATE.sub(NO_DATE, data)
    reader = PdfReader(BytesIO(data))
    info, root = (_number(reader.trailer.raw_get(name)) for name in ("/Info", "/Root"))
    changed: dict[int, PdfObject] = {info: _info(reader, texts), **dict(glyphs.mended(data))}
    if "Language" in texts:
        language = TextStringObject(texts["Language"])
        changed[root] = _with(reader.root_object, "/Lang", language)
    if size_mm:
        page = reader.pages[0]
        box = _box(float(page.mediabox.top), size_mm)
        changed[_number(page.indirect_reference)] = _with(page, "/MediaBox", box)
    return _append(data, reader.trailer, changed)


def info(metadata: Mapping[str, str]) -> dict[str, str]:
    """Return the metadata of a figure under the names that PDF readers show."""
    return {
        **{
            name: metadata[name]
            for name in ("Title", "Passport", "DataVersion", "Source", "Language")
        },
        "Subject": metadata["Description"],
        "Keywords": metadata["Passport"],
        "Creator": metadata["Software"],
        "Producer": metadata["Software"],
    }


def _info(reader: PdfReader, texts: Mapping[str, str]) -> DictionaryObject:
    """Return the info: the title the browser knows, and our texts."""
    title = reader.metadata.title if reader.metadata else None
    named = {"/Title": title or "", **{f"/{name}": text for name, text in texts.items()}}
    pairs = {NameObject(name): TextStringObject(text) for name, text in named.items()}
    return DictionaryObject(pairs)


def _number(reference: PdfObject | None) -> int:
    """Return the number of an object that is referred to; ValueError where it has none."""
    if not isinstance(reference, IndirectObject):
        raise ValueError("not an object of its own")
    return reference.idnum


def _with(entries: DictionaryObject, name: str, value: PdfObject) -> DictionaryObject:
    """Return a copy of a dictionary of the file with one more entry."""
    kept = {key: entries.raw_get(key) for key in entries}
    return DictionaryObject({**kept, NameObject(name): value})


def _box(top: float, size_mm: tuple[float, float]) -> RectangleObject:
    """Return the box of a page: the browser rounds it to its pixels. The top edge stays."""
    width, height = (length / MM_PER_INCH * PT_PER_INCH for length in size_mm)
    return RectangleObject((0, top - height, width, top))


def _append(data: bytes, trailer: DictionaryObject, changed: Mapping[int, PdfObject]) -> bytes:
    """Return a file with objects replaced by an update at its end."""
    end = BytesIO()
    end.write(data if data.endswith(b"\n") else data + b"\n")
    table = ["xref"]
    for number, entry in sorted(changed.items()):
        table += [f"{number} 1", f"{end.tell():010} 00000 n "]
        end.write(f"{number} 0 obj\n".encode())
        entry.write_to_stream(end)
        end.write(b"\nendobj\n")
    start = end.tell()
    before = int(data[data.rindex(b"startxref") :].split()[1])
    kept = {NameObject(name): trailer.raw_get(name) for name in ("/Size", "/Root", "/Info")}
    end.write("\n".join([*table, "trailer\n"]).encode())
    DictionaryObject({**kept, NameObject("/Prev"): NumberObject(before)}).write_to_stream(end)
    end.write(f"\nstartxref\n{start}\n%%EOF\n".encode())
    return end.getvalue()


def _text(name: str, text: str) -> bytes:
    """Return an iTXt body: name, not compressed, no language, UTF-8."""
    return name.encode("latin-1") + b"\0\0\0\0\0" + text.encode("utf-8")


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))
