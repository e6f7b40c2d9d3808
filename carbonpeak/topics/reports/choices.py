"""What a reader chooses on the page Figures and reports."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection
from carbonpeak.words import Lang, language_of


@dataclass(frozen=True)
class ReportsChoices:
    """What the tray becomes; which ready report, for which place ("" for the nation), and how."""

    bundle: str
    template: str
    region: str
    format: str
    language: Lang

    @classmethod
    def of(cls, values: Selection) -> "ReportsChoices":
        """Return the choices as they stand in the URL."""
        one = values.one
        language = language_of(one("language"))
        return cls(one("bundle"), one("template"), one("region"), one("format"), language)
