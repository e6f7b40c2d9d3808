"""What a reader chooses on the page Green manufacturing."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection

EVERY = "all"


@dataclass(frozen=True)
class Filter:
    """Which rows of the register are shown; EVERY asks for nothing."""

    field: str
    plan: str
    due: str
    state: str
    verified: bool
    order: str


@dataclass(frozen=True)
class GreenChoices:
    """The kind and batch of the lists, count or density, a province ("" for none), task, filter."""

    kind: str
    batch: str
    per: str
    region: str
    task: str
    wanted: Filter

    @classmethod
    def of(cls, values: Selection) -> "GreenChoices":
        """Return the choices as they stand in the URL."""
        one = values.one
        wanted = Filter(
            one("field"),
            one("plan"),
            one("due"),
            one("state"),
            one("checked") == "yes",
            one("order"),
        )
        return cls(one("kind"), one("batch"), one("per"), one("region"), one("task"), wanted)
