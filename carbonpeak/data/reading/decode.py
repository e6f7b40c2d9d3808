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


def any_text(content: bytes) -> tuple[str, str] | None:
    """Return the text of a file with the encoding it is in, None where it is in none of ours.

    UTF-8 with or without a mark, UTF-16 with or without, GB18030, in this order.
    """
    names = [_utf16(content)] if _looks_like_utf16(content) else ["UTF-8", "GB18030"]
    for name in names:
        try:
            return content.decode("utf-8-sig" if name == "UTF-8" else name).lstrip("\ufeff"), name
        except UnicodeError:
            continue
    return None


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
        return what("file.utf16", found=_utf16(content))
    try:
        content.decode("gb18030")
    except UnicodeError:
        return what("file.unknown")
    return what("file.gb18030")


def _utf16(content: bytes) -> str:
    """Return which UTF-16 it is, by its mark or by the side on which Latin letters have zeros."""
    even = content[:SAMPLE:2].count(0)
    odd = content[1:SAMPLE:2].count(0)
    return MARKS.get(content[:2], "UTF-16BE" if even > odd else "UTF-16LE")
