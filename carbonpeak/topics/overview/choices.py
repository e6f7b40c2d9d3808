"""What a reader chooses on the page Overview."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection


@dataclass(frozen=True)
class OverviewChoices:
    """Whether the two lists are of energy or of CO2."""

    measure: str = "energy"

    @classmethod
    def of(cls, values: Selection) -> "OverviewChoices":
        """Return the choices as they stand in the URL."""
        return cls(values.one("measure"))
