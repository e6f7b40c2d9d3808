"""From bytes to text: UTF-8, with or without a byte-order mark; anything else is named."""

import codecs
import gzip
import zlib

from carbonpeak.data.reading.findings import Finding, ReadingError, what
from carbonpeak.data.text import Text

GZIP = b"\x1f\x8b"
MARKS = {codecs.BOM_UTF16_LE: "UTF-16LE", codecs.BOM_UTF16_BE: "UTF-16BE"}
# Letters looked at for the zero bytes that UTF-16 has beside every Latin one.
SAMPLE = 4_096


def decoded(content: bytes, file: str) -> str:
    """Return the text of a file, unpacked where it is a gzip archive; ReadingError names the fault.

    The mark at its start is left out.
    """
    content = _unpacked(content, file)
    try:
        if _looks_like_utf16(content):
            raise UnicodeError
        return content.decode("utf-8-sig")
    except UnicodeError:
        raise ReadingError([Finding(file, 0, "", _encoding(content))]) from None


def _unpacked(content: bytes, file: str) -> bytes:
    if not content.startswith(GZIP):
        return content
    try:
        return gzip.decompress(content)
    except (OSError, EOFError, zlib.error) as fault:
        raise ReadingError([Finding(file, 0, "", what("file.archive", why=str(fault)))]) from fault


def _looks_like_utf16(content: bytes) -> bool:
    return content[:2] in MARKS or b"\x00" in content[:SAMPLE]


def _encoding(content: bytes) -> Text:
    if _looks_like_utf16(content):
        even = content[:SAMPLE:2].count(0)
        odd = content[1:SAMPLE:2].count(0)
        found = MARKS.get(content[:2], "UTF-16BE" if even > odd else "UTF-16LE")
        return what("file.utf16", found=found)
    try:
        content.decode("gb18030")
    except UnicodeError:
        return what("file.unknown")
    return what("file.gb18030")
