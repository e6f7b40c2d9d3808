"""What a reader chooses on the page Sectors."""

from dataclasses import dataclass

from carbonpeak.domain.view import View
from carbonpeak.figures.choices import Selection
from carbonpeak.topics.sectors.listing import Listing


@dataclass(frozen=True)
class SectorsChoices:
    """What is measured, which divisions are listed how, and the one looked at ("" for none)."""

    view: View
    listing: Listing
    sector: str

    @classmethod
    def of(cls, values: Selection) -> "SectorsChoices":
        """Return the choices as they stand in the URL."""
        one = values.one
        listing = Listing(one("group"), one("among"), values.many("sectors"), one("sort"))
        return cls(View(one("measure"), year=int(one("year"))), listing, one("sector"))
