"""What a reader chooses on the page Peak."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection
from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak.analysis import ALL


@dataclass(frozen=True)
class PeakChoices:
    """Which CO2 up to which year is judged, the columns of the matrix, and the one series.

    The last year is always named: only the data know which there are.
    """

    until: int
    scope: str = "total"
    columns: str = "plan"
    region: str = NATION
    sector: str = ALL

    @classmethod
    def of(cls, values: Selection) -> "PeakChoices":
        """Return the choices as they stand in the URL."""
        code = values.one
        return cls(
            int(code("until")), code("scope"), code("columns"), code("region"), code("sector")
        )

    @property
    def series(self) -> tuple[str, str]:
        """Region and sector of the one series looked at."""
        return self.region, self.sector
