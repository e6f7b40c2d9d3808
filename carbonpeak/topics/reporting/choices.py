"""What a reader chooses on the page Reporting units."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection

# By what units are told apart, how far a report has come, how late units are ordered.
BY = ("region", "sector")
STAGES = ("submitted", "verified", "disclosed")
ORDERS = ("days", "region", "name")


@dataclass(frozen=True)
class ReportingChoices:
    """The records as of an entry and a day (YYYY-MM-DD); the year of the reports, whose they are.

    ``region``, ``sector`` and ``company`` are codes, nothing for all.
    """

    number: int
    day: str
    year: int
    region: str
    sector: str
    by: str
    stage: str
    order: str
    company: str

    @classmethod
    def of(cls, values: Selection) -> "ReportingChoices":
        """Return the choices as they stand in the URL."""
        one = values.one
        return cls(
            number=int(one("entry")),
            day=one("day"),
            year=int(one("reported")),
            region=one("region"),
            sector=one("sector"),
            by=one("by"),
            stage=one("stage"),
            order=one("order"),
            company=one("company"),
        )
