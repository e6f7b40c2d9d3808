"""What a reader chooses on the page Outlook."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection
from carbonpeak.topics.outlook.analysis_projection import Asked, asked_of


@dataclass(frozen=True)
class OutlookChoices:
    """Which projection, and by which goal, unit and rule the rest is shared."""

    asked: Asked
    goal: str
    unit: str
    rule: str

    @classmethod
    def of(cls, values: Selection) -> "OutlookChoices":
        """Return the choices as they stand in the URL; own rates count for their scenario."""
        one = values.one
        rates = values.number("growth"), values.number("fall")
        asked = asked_of(one("quantity"), one("scenario"), one("region"), *rates)
        return cls(asked, one("goal"), one("unit"), one("rule"))
