"""What a reader chooses on the page Product footprint."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection
from carbonpeak.topics.footprint.calculator_choices import OTHER, STUDY, StudyChoices


@dataclass(frozen=True)
class FootprintChoices(StudyChoices):
    """Besides the studies: factors, year of the grid, unit of records, topic, stated numbers."""

    kind: str
    standing: str
    factor_year: str
    factor_region: str
    grid_year: str
    record: str
    topic: str
    stated: str

    @classmethod
    def of(cls, values: Selection) -> "FootprintChoices":
        """Return the choices as they stand in the URL."""
        own = (
            "factor",
            "standing",
            "factoryear",
            "factorregion",
            "gridyear",
            "record",
            "matter",
            "stated",
        )
        names = (STUDY, OTHER, *own)
        return cls(*(values.one(name) for name in names))
