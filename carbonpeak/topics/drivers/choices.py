"""What a reader chooses on the page Drivers."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection
from carbonpeak.topics.drivers.question import Question

Span = tuple[int, int]


def span_code(span: Span) -> str:
    """Return two years as they stand in the URL."""
    return "-".join(map(str, span))


def span_of(code: str) -> Span | None:
    """Return the two years of a code of the URL, None where the tables have no such years."""
    first, _, last = code.partition("-")
    return (int(first), int(last)) if first else None


@dataclass(frozen=True)
class DriversChoices:
    """Which change, in which form, split by what; and the years of the input-output tables."""

    question: Question
    form: str
    split: str
    span: Span | None

    @classmethod
    def of(cls, values: Selection) -> "DriversChoices":
        """Return the choices as they stand in the URL."""
        code = values.one
        question = Question(
            code("measure"),
            code("basis"),
            int(code("from")),
            int(code("to")),
            code("region"),
            code("sector"),
        )
        return cls(question, code("form"), code("split"), span_of(code("span")))
