"""Text as every file format can hold it."""

import re

# What XML 1.0 forbids, so no file of the Office formats, no SVG and no HTML can hold it.
FORBIDDEN = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# What begins a formula, in Chinese and Japanese keyboards' full width too.
FORMULA = re.compile(r"\s*[=+\-@\t\r\n＝＋－＠]")

# From here on a glyph is as wide as two digits.
WIDE_FROM = "\u2e80"


def plain(text: str) -> str:
    """Return a text without the characters that XML forbids."""
    return FORBIDDEN.sub("", text)


def one_line(text: str) -> str:
    """Return a text in one line: every blank and line break as a single blank."""
    return " ".join(plain(text).split())


def guarded(text: str) -> str:
    """Return a text that no spreadsheet takes for a formula, an apostrophe before it if needed."""
    bare = plain(text)
    return f"'{bare}" if FORMULA.match(bare) else bare


def glyphs(text: str) -> int:
    """Return how wide a text is in digits: a Chinese glyph counts double."""
    return sum(2 if one >= WIDE_FROM else 1 for one in text)
