"""What a reader chooses on the page Compare, and what may go with what."""

from dataclasses import dataclass

from carbonpeak.domain.measures import MEASURES
from carbonpeak.figures.choices import Selection

# Codes of GB/T 2260 are so long, those of divisions are shorter.
REGION_LETTERS = 6


@dataclass(frozen=True)
class Quantity:
    """What is compared.

    Attributes:
        code: its name in links and keys of words.
        measure: the code of the measure it is of, nothing for value added.
        is_intensity: whether it is that measure per value added.
        doubts: which kinds of doubt concern it, as ``figures.doubts.KINDS`` names them.
    """

    code: str
    measure: str
    is_intensity: bool
    doubts: tuple[str, ...]

    @property
    def column(self) -> str:
        """The column of the queries that holds it, or what is divided by value added."""
        return MEASURES[self.measure].column if self.measure else "value_added_real_cny"

    @property
    def target(self) -> float | None:
        """The fall of the intensity by 2025 that is wanted, a fraction; None for an amount."""
        return MEASURES[self.measure].target if self.is_intensity else None

    @property
    def scales(self) -> tuple[str, ...]:
        """The codes of its scales, the default first."""
        both = ("index", "level", "change")
        return (*both, "needed") if self.is_intensity else both

    def references(self, scale: str) -> tuple[str, ...]:
        """Return what it may be compared with on a scale, the default first.

        An amount of the nation would make the lines of provinces flat, and levels have no path.
        """
        if scale == "level":
            return ("nation", "median", "none") if self.is_intensity else ("none", "median")
        some = ("nation", "median", "none")
        return ("nation", "median", "target", "none") if self.is_intensity else some


QUANTITIES = {
    one.code: one
    for one in (
        Quantity("energy", "energy", False, ("is_jump",)),
        Quantity("co2", "co2", False, ()),
        Quantity("energy_intensity", "energy", True, ("is_price", "is_jump")),
        Quantity("co2_intensity", "co2", True, ("is_price",)),
        Quantity("value_added", "", False, ("is_price",)),
    )
}


@dataclass(frozen=True)
class CompareChoices:
    """Which places and sectors, what of them on which scale, beside what, in which years."""

    chosen: tuple[str, ...]
    quantity: Quantity
    scale: str
    reference: str
    first: int
    last: int

    @classmethod
    def of(cls, values: Selection) -> "CompareChoices":
        """Return the choices as they stand in the URL; the earlier year is the first."""
        one = values.one
        first, last = sorted((int(one("from")), int(one("to"))))
        quantity = QUANTITIES[one("quantity")]
        return cls(values.many("chosen"), quantity, one("scale"), one("reference"), first, last)
