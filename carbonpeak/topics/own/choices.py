"""What a reader chooses on the page Own data."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection


@dataclass(frozen=True)
class OwnChoices:
    """The table that files are for, or EVERY for what each of them says itself."""

    table: str

    @classmethod
    def of(cls, values: Selection) -> "OwnChoices":
        """Return the choices as they stand in the URL."""
        return cls(values.one("table"))
