"""What a reader chooses on the page Regions."""

from dataclasses import dataclass

from carbonpeak.domain.view import View
from carbonpeak.figures.choices import Selection


@dataclass(frozen=True)
class RegionsChoices:
    """What is judged, by which yardstick, and the one province looked at ("" for none).

    ``rows_year`` is the year of the facility rows looked at ("" where there are none), ``rows_by``
    what they are split by.
    """

    view: View
    yardstick: str
    region: str
    rows_year: str = ""
    rows_by: str = "region"

    @classmethod
    def of(cls, values: Selection) -> "RegionsChoices":
        """Return the choices as they stand in the URL."""
        one = values.one
        view = View(one("measure"), one("basis"), year=int(one("year")), target=one("target"))
        return cls(view, one("yardstick"), one("region"), one("rows_year"), one("rows_by"))
