"""What a reader chooses on the page Product footprint."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection


@dataclass(frozen=True)
class FootprintChoices:
    """Kind of factor, standing, year of the grid factors, unit of the records, topic."""

    kind: str
    standing: str
    grid_year: str
    record: str
    topic: str

    @classmethod
    def of(cls, values: Selection) -> "FootprintChoices":
        """Return the choices as they stand in the URL."""
        names = ("factor", "standing", "gridyear", "record", "matter")
        return cls(*(values.one(name) for name in names))
