"""What the glyphs of a PDF mean to those who search and copy its text.

Where a font draws two characters with one glyph (the sign for "mountain" and its Kangxi radical, a
dash and a bar), the browser writes down the first of them; nobody who searches types that one.
"""

import re
import unicodedata
import zlib
from collections.abc import Iterator

from pypdf.generic import DecodedStreamObject

STREAM = re.compile(rb"(\d+) 0 obj\s*<<([^<>]*)>>\s*stream\r?\n")
LENGTH = re.compile(rb"/Length (\d+)")
PAIR = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)>\n")
RANGE = re.compile(rb"<([0-9A-F]+)> <([0-9A-F]+)> <([0-9A-F]{4})>\n")
BLOCK = re.compile(rb"\d+ beginbf(?:char|range)\n(?:<.*\n)*endbf(?:char|range)\n")
# A table of meanings may hold so many lines in one block.
LONGEST_BLOCK = 100
# No table of meanings is longer than this; pictures and fonts are.
LONGEST_STREAM = 20_000

# Radicals without a compatibility form in Unicode, and dashes.
MEANT = {
    **dict(
        zip(
            "⺟⺠⻁⻄⻅⻆⻉⻋⻒⻓⻔⻘⻙⻚⻛⻜⻝⻢⻣⻤⻥⻦⻨⻩⻬⻮⻰⻳⻫⻭⻯⻲⻪⻧⻑⻗⻟",
            "母民虎西见角贝车镸长门青韦页风飞食马骨鬼鱼鸟麦黄齐齿龙龟斉歯竜亀黾卤長雨飠",
            strict=True,
        )
    ),
    "―": "—",
    "‒": "–",
}


def mended(data: bytes) -> Iterator[tuple[int, DecodedStreamObject]]:
    """Yield number and new content of every table of a PDF that names a character nobody types."""
    for found in STREAM.finditer(data):
        length = LENGTH.search(found[2])
        if not length or int(length[1]) > LONGEST_STREAM or b"FlateDecode" not in found[2]:
            continue
        content = zlib.decompress(data[found.end() : found.end() + int(length[1])])
        if b"begincmap" in content and (table := _mended(content)) is not None:
            stream = DecodedStreamObject()
            stream.set_data(table)
            yield int(found[1]), stream


def meant(character: str) -> str:
    """Return the character that a reader types for one that only looks the same."""
    if "\u2f00" <= character <= "\u2fd5":
        return unicodedata.normalize("NFKC", character)
    return MEANT.get(character, character)


def _mended(table: bytes) -> bytes | None:
    """Return a table with every character as it is typed, None where it is so already."""
    meanings = dict(_meanings(table))
    typed = {code: _typed(value) for code, value in meanings.items()}
    if typed == meanings:
        return None
    head, *_ = BLOCK.split(table, 1)
    *_, tail = BLOCK.split(table)
    lines = [f"<{code}> <{value}>\n" for code, value in sorted(typed.items())]
    blocks = [lines[start : start + LONGEST_BLOCK] for start in range(0, len(lines), LONGEST_BLOCK)]
    text = "".join(f"{len(one)} beginbfchar\n{''.join(one)}endbfchar\n" for one in blocks)
    return head + text.encode() + tail


def _typed(value: str) -> str:
    """Return a meaning in hexadecimal as it is typed; one of several characters stays."""
    return f"{ord(meant(chr(int(value, 16)))):04X}" if len(value) == 4 else value


def _meanings(table: bytes) -> Iterator[tuple[str, str]]:
    """Yield (code, meaning) of a table in hexadecimal, ranges written out."""
    for block in BLOCK.findall(table):
        if b"beginbfrange" in block:
            for first, last, value in RANGE.findall(block):
                start = int(first, 16)
                for step in range(int(last, 16) - start + 1):
                    yield f"{start + step:0{len(first)}X}", f"{int(value, 16) + step:04X}"
        else:
            for code, value in PAIR.findall(block):
                yield code.decode(), value.decode()
