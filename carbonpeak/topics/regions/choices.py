"""What a reader chooses on the page Regions."""

from dataclasses import dataclass

from carbonpeak.domain.view import View
from carbonpeak.figures.choices import Selection


@dataclass(frozen=True)
class RegionsChoices:
    """What is judged, by which yardstick, and the one province looked at ("" for none)."""

    view: View
    yardstick: str
    region: str

    @classmethod
    def of(cls, values: Selection) -> "RegionsChoices":
        """Return the choices as they stand in the URL."""
        one = values.one
        view = View(one("measure"), one("basis"), year=int(one("year")), target=one("target"))
        return cls(view, one("yardstick"), one("region"))
