"""What a reader chooses on the page Drivers."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection
from carbonpeak.topics.drivers.question import Question


@dataclass(frozen=True)
class DriversChoices:
    """Which change, in which form, split by what; and the years of the input-output tables."""

    question: Question
    form: str
    split: str
    span: str

    @classmethod
    def of(cls, values: Selection) -> "DriversChoices":
        """Return the choices as they stand in the URL."""
        one = values.one
        question = Question(
            one("measure"),
            one("basis"),
            int(one("from")),
            int(one("to")),
            one("region"),
            one("sector"),
        )
        return cls(question, one("form"), one("split"), one("span"))
