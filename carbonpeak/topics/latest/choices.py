"""What a reader chooses on the page Latest."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection


@dataclass(frozen=True)
class LatestChoices:
    """One series, the first year shown, and the month up to which ages count."""

    series: str
    since: str
    as_of: str

    @classmethod
    def of(cls, values: Selection) -> "LatestChoices":
        """Return the choices as they stand in the URL."""
        return cls(values.one("series"), values.one("since"), values.one("asof"))
