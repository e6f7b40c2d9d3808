"""The typefaces of printed figures, cut from Noto Sans CJK SC, and small figures from DejaVu Sans.

`python -m carbonpeak.build.typefaces` makes the files of `carbonpeak/export/picture/fonts` anew.

A whole Chinese typeface has 65,000 glyphs, and a browser takes a tenth of a second to put a part
of one into a PDF. With those in daily use it takes a hundredth, and figures look alike everywhere.
Needs requirements-dev.txt and Debian's fonts-noto-cjk and fonts-dejavu-core.
"""

from pathlib import Path

from fontTools import subset
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont, newTable

from carbonpeak.export.picture.typefaces import FILES, FOLDER, SMALL_FIGURES, SMALL_FILES

SOURCE = "/usr/share/fonts/opentype/noto/NotoSansCJK-{weight}.ttc"
# The place of Simplified Chinese in the collection.
SC = 2
SMALL_SOURCES = {
    400: "/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf",
    700: "/usr/share/fonts/truetype/dejavu/DejaVuSans-Bold.ttf",
}
WEIGHTS = {"Regular": 400, "Bold": 700}
# Half the room for a sign after another (）, in Chinese), narrow quotes in English, the distance of
# letters, marks on letters.
FEATURES = ["ccmp", "chws", "halt", "kern", "liga", "mark", "mkmk", "pwid"]
# Who made it and under which licence.
NAMES = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 14]

LATIN = [*range(0x20, 0x7F), *range(0xA0, 0x180)]
PUNCTUATION = range(0x2010, 0x2040)
# Signs of the charts and tables that GB 2312 does not know.
# How far the curves of TrueType may lie from those drawn, in thousandths of the size.
CURVE_TOLERANCE = 1.0
SIGNS = "←↑→↓↗↘↔≈≤≥≠−±×÷·●○◐◑■□▲△▼▽◆◇★☆※‰℃✓✗ΔΣαβγ"


def characters() -> set[int]:
    """Return the code points of the typefaces: GB 2312, Latin letters and signs."""
    return {*LATIN, *PUNCTUATION, *map(ord, SIGNS), *map(ord, gb_2312())}


def gb_2312() -> set[str]:
    """Return the 7,445 characters of the national standard for daily use."""
    pairs = (bytes((row, cell)) for row in range(0xA1, 0xF8) for cell in range(0xA1, 0xFF))
    return set("".join(pair.decode("gb2312", "ignore") for pair in pairs))


def draw_as_truetype(font: TTFont) -> None:
    """Draw a typeface with the curves of TrueType.

    A browser puts such a typeface into a PDF as one font with its name. One with PostScript curves
    it cuts into dozens without a name, one for 255 glyphs each, which typesetters refuse.
    """
    drawn, order = font.getGlyphSet(), font.getGlyphOrder()
    glyphs = {}
    for name in order:
        pen = TTGlyphPen(None)
        drawn[name].draw(Cu2QuPen(pen, CURVE_TOLERANCE, reverse_direction=True))
        glyphs[name] = pen.glyph()
    _take_glyphs(font, glyphs)


def _take_glyphs(font: TTFont, glyphs: dict[str, object]) -> None:
    """Put glyphs of TrueType into a font in the place of its own."""
    font["loca"], font["glyf"] = newTable("loca"), newTable("glyf")
    font["glyf"].glyphOrder, font["glyf"].glyphs = font.getGlyphOrder(), glyphs
    del font["CFF "], font["VORG"]
    font["maxp"].tableVersion = 0x00010000
    # No instructions, no points of their own, no parts: zones must be one or two.
    unused = ("TwilightPoints", "Storage", "FunctionDefs", "InstructionDefs", "StackElements")
    for what in (*unused, "SizeOfInstructions", "ComponentElements"):
        setattr(font["maxp"], f"max{what}", 0)
    font["maxp"].maxZones = 1
    # Names of glyphs are of no use in a browser.
    font["post"].formatType = 3.0
    font["glyf"].compile(font)
    for name, (advance, _) in font["hmtx"].metrics.items():
        font["hmtx"][name] = (advance, getattr(font["glyf"][name], "xMin", 0))
    font.sfntVersion = "\0\1\0\0"


def cut(weight: str) -> Path:
    """Write the typeface of a weight (Regular, Bold) and return its file."""
    source = SOURCE.format(weight=weight)
    return _written(source, SC, characters(), FOLDER / FILES[WEIGHTS[weight]])


def cut_small(weight: int) -> Path:
    """Write the small figures of a weight and return their file."""
    return _written(
        SMALL_SOURCES[weight], -1, set(map(ord, SMALL_FIGURES)), FOLDER / SMALL_FILES[weight]
    )


def _written(source: str, number: int, kept: set[int], target: Path) -> Path:
    """Write code points of a font, or of one in a collection, to a file."""
    options = subset.Options(
        flavor="woff2",
        font_number=number,
        layout_features=FEATURES,
        name_IDs=NAMES,
        hinting=False,
        recalc_bounds=True,
        recalc_timestamp=False,
    )
    with subset.load_font(source, options) as font:
        cutter = subset.Subsetter(options)
        cutter.populate(unicodes=kept)
        cutter.subset(font)
        if "CFF " in font:
            draw_as_truetype(font)
        subset.save_font(font, target, options)
    return target


if __name__ == "__main__":
    for made in [*map(cut, WEIGHTS), *map(cut_small, SMALL_SOURCES)]:
        print(f"{made.name}  {made.stat().st_size:,} bytes")
