"""Measures of a page and of type, for paper of the A4 size (GB/T 9704-2012); lengths in mm."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import ceil

from carbonpeak.export.rows.plain import glyphs
from carbonpeak.words import Lang

PAPER_WIDTH, PAPER_HEIGHT = 210, 297
# The text block is 156 x 225.
TOP, BOTTOM, LEFT, RIGHT = 37, 35, 28, 26
TEXT_WIDTH = PAPER_WIDTH - LEFT - RIGHT
TEXT_HEIGHT = PAPER_HEIGHT - TOP - BOTTOM
MM_PER_PT = 25.4 / 72
# Of a digit in its size of type: a little more than in the usual faces, so nothing is cut.
DIGIT_WIDTH = 0.58
# Above and below the text of a report that must fit on one page.
COMPACT_TOP, COMPACT_BOTTOM = 17, 17
# Of two pictures in a row none is higher; they are drawn lower than that.
ROW_PICTURE = 66
# Beside its caption and lines a picture leaves this much of a page for a heading; and however much
# stands below it, it is never lower than the second.
ABOVE_PICTURE, LOWEST_PICTURE = 24, 80
# A table of more columns is cut into parts that each repeat the first column; where that would be
# more than so many parts, it stands on a page turned sideways, where more columns have room.
MOST_UPRIGHT, MOST_BANDS, MOST_SIDEWAYS = 9, 2, 13
# So many of the first rows of a table stay together with its head.
KEPT_ROWS = 5


@dataclass(frozen=True)
class Type:
    """A face: its Latin and its Chinese family, size and line height in points."""

    latin: str
    chinese: str
    size: float
    line: float
    bold: bool = False


@dataclass(frozen=True)
class Faces:
    """The faces of a report by what they are for; ``indent`` in glyphs begins a paragraph."""

    title: Type
    subtitle: Type
    heading: tuple[Type, Type]
    body: Type
    caption: Type
    small: Type
    indent: int


TONGUES: dict[Lang, str] = {"zh": "zh-CN", "en": "en-GB"}
SERIF, SANS = "Times New Roman", "Arial"
SONG, HEI, KAI, FANG = "宋体", "黑体", "楷体_GB2312", "仿宋_GB2312"
FACES: dict[Lang, Faces] = {
    "zh": Faces(
        title=Type(SERIF, "方正小标宋简体", 22, 32),
        subtitle=Type(SERIF, KAI, 16, 28),
        heading=(Type(SERIF, HEI, 16, 28), Type(SERIF, KAI, 16, 28)),
        body=Type(SERIF, FANG, 16, 28),
        caption=Type(SERIF, HEI, 10.5, 16),
        small=Type(SERIF, SONG, 9, 13),
        indent=2,
    ),
    "en": Faces(
        title=Type(SANS, HEI, 20, 26, bold=True),
        subtitle=Type(SANS, HEI, 12, 17),
        heading=(Type(SANS, HEI, 14, 20, bold=True), Type(SANS, HEI, 12, 17, bold=True)),
        body=Type(SERIF, SONG, 11, 16),
        caption=Type(SANS, HEI, 9.5, 13, bold=True),
        small=Type(SANS, SONG, 8, 11),
        indent=0,
    ),
}
# For a report that must fit on one page.
COMPACT: dict[Lang, Faces] = {
    "zh": Faces(
        title=Type(SERIF, "方正小标宋简体", 18, 24),
        subtitle=Type(SERIF, KAI, 10.5, 14),
        heading=(Type(SERIF, HEI, 11, 15), Type(SERIF, KAI, 10.5, 14)),
        body=Type(SERIF, FANG, 10.5, 15),
        caption=Type(SERIF, HEI, 8.5, 11),
        small=Type(SERIF, SONG, 6.5, 8.5),
        indent=2,
    ),
    "en": Faces(
        title=Type(SANS, HEI, 15, 19, bold=True),
        subtitle=Type(SANS, HEI, 9, 12),
        heading=(Type(SANS, HEI, 10.5, 14, bold=True), Type(SANS, HEI, 10, 13, bold=True)),
        body=Type(SERIF, SONG, 9, 11.3),
        caption=Type(SANS, HEI, 8, 10, bold=True),
        small=Type(SANS, SONG, 6.5, 8),
        indent=0,
    ),
}
# Faces that stand in where a machine has no official ones, in this order.
STAND_INS = {
    "方正小标宋简体": ("FZXiaoBiaoSong-B05S", "华文中宋", "STZhongsong", SONG),
    KAI: ("楷体", "KaiTi", "STKaiti"),
    FANG: ("仿宋", "FangSong", "STFangsong"),
    HEI: ("SimHei", "STHeiti"),
    SONG: ("SimSun", "STSong"),
}


def faces(lang: Lang, compact: bool) -> Faces:
    """Return the faces of a report in a language."""
    return (COMPACT if compact else FACES)[lang]


def table_size(columns: int, lang: Lang) -> float:
    """Return the size of type in points for a table of so many columns."""
    few, many = {"zh": (10.5, 9.0), "en": (9.5, 8.0)}[lang]
    return few if columns <= 6 else many if columns <= MOST_UPRIGHT else 8.0


def picture_room(lines: Iterable[str], lang: Lang) -> float:
    """Return how high in mm a picture may be so that the lines below it share its page."""
    small, caption = FACES[lang].small, FACES[lang].caption
    count = sum(ceil(glyphs(one) / digits(TEXT_WIDTH, small.size)) for one in lines)
    below = (count * small.line + 3 * caption.line) * MM_PER_PT
    return max(TEXT_HEIGHT - ABOVE_PICTURE - below, LOWEST_PICTURE)


def digits(room: float, size: float) -> float:
    """Return how many digits stand in a room of so many mm at a size in points."""
    return room / (size * MM_PER_PT * DIGIT_WIDTH)
