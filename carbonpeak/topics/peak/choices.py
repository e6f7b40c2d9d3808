"""What a reader chooses on the page Peak."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection


@dataclass(frozen=True)
class PeakChoices:
    """Which CO2 up to which year is judged, the columns of the matrix, and the one series."""

    scope: str
    until: int
    columns: str
    region: str
    sector: str

    @classmethod
    def of(cls, values: Selection) -> "PeakChoices":
        """Return the choices as they stand in the URL."""
        one = values.one
        return cls(one("scope"), int(one("until")), one("columns"), one("region"), one("sector"))

    @property
    def series(self) -> tuple[str, str]:
        """Region and sector of the one series looked at."""
        return self.region, self.sector
