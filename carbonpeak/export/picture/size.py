"""Sizes of a printed figure: millimetres, points, and the units in which it is drawn.

A chart is designed at ``style.FONT_SIZE`` pixels. On paper these are printed at a size in points
that suits the width; so a figure is drawn in units of its design and scaled as a whole.
"""

from dataclasses import dataclass

from carbonpeak.charts.style import FONT_SIZE

# The text block of an official A4 document, and three smaller ones.
WIDTHS_MM = (156, 130, 100, 75)
# A column of a report, two of which stand side by side; its letters are larger for its width.
COLUMN_MM = 74
DPIS = (300, 600)
# Size of a chart's text in points, by width in mm: narrow figures have smaller text.
BASE_PT = {156: 8.5, 130: 8.0, 100: 7.5, 75: 7.0, COLUMN_MM: 7.8}
# Text below this size in points cannot be read on paper.
LEAST_PT = 4.5

MM_PER_INCH, PT_PER_INCH = 25.4, 72.0
# A browser does not paint a surface with a side longer than this many pixels.
MOST_PIXELS = 16_000


@dataclass(frozen=True)
class Paper:
    """A width on paper in mm and how it is drawn."""

    width_mm: int

    def __post_init__(self) -> None:
        """ValueError for a width that is not offered."""
        if self.width_mm not in BASE_PT:
            raise ValueError(f"a figure is {WIDTHS_MM} mm wide, not {self.width_mm}")

    @property
    def units(self) -> int:
        """The width in units of the design."""
        points = self.width_mm / MM_PER_INCH * PT_PER_INCH
        return round(points * FONT_SIZE / BASE_PT[self.width_mm])

    @property
    def least_font(self) -> float:
        """The smallest letters that are read, in units of the design."""
        return FONT_SIZE * LEAST_PT / BASE_PT[self.width_mm]

    def points(self, units: float) -> float:
        """Return how large the text of a chart of a width in units is printed, in points."""
        return BASE_PT[self.width_mm] * min(1.0, self.units / units)

    def mm(self, units: float) -> float:
        """Return a length of the design on paper, in mm."""
        return units * self.width_mm / self.units


def pixels(length_mm: float, dpi: int) -> int:
    """Return how many pixels a length in mm has at a resolution in dots per inch."""
    return round(length_mm / MM_PER_INCH * dpi)
