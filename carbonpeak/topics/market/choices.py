"""What a reader chooses on the page Carbon market."""

from dataclasses import dataclass

from carbonpeak.figures.choices import Selection


@dataclass(frozen=True)
class Unit:
    """One unit as the reader gives it.

    ``output`` in MWh of power or t of clinker, steel or aluminium; ``load`` a fraction; ``co2_t``
    without the gases of aluminium, which stand apart; ``balance`` in t/t, None where not given.
    """

    line: str
    vintage: int
    unit_class: str
    output: float
    heat_gj: float
    load: float
    co2_t: float
    cf4_t: float
    c2f6_t: float
    balance: float | None

    @property
    def is_power(self) -> bool:
        """Whether it is a power unit."""
        return self.line == "power"


@dataclass(frozen=True)
class MarketChoices:
    """Which events and benchmarks are shown, the unit, the price (yuan/t), the short rate.

    ``quoted`` is the market whose daily quotes are shown, ``own`` the kind of unit and the vintage
    of own units ("power-2024"); "" where nobody put any in.
    """

    events: str
    carrier: str
    unit: Unit
    price: float
    short: float
    held_to: int
    plants: str
    quoted: str = ""
    own: str = ""

    @property
    def own_line(self) -> str:
        """The kind of own units that are shown."""
        return self.own.partition("-")[0]

    @property
    def own_year(self) -> int:
        """The vintage of own units that are shown."""
        return int(self.own.partition("-")[2])

    @classmethod
    def of(cls, values: Selection) -> "MarketChoices":
        """Return the choices as they stand in the URL."""
        one, number = values.one, values.number
        return cls(
            one("events"),
            one("carrier"),
            _unit(values),
            number("price"),
            float(one("short")) / 100,
            int(one("held")),
            one("plants"),
            one("quoted"),
            one("own"),
        )


def _unit(values: Selection) -> Unit:
    one, number = values.one, values.number
    is_power = one("line") == "power"
    is_aluminium = one("line") == "aluminium"
    return Unit(
        line=one("line"),
        vintage=int(one("vintage")),
        unit_class=one("class"),
        output=number("electricity" if is_power else "product"),
        heat_gj=number("heat") if is_power else 0.0,
        load=number("load"),
        co2_t=number("emissions"),
        cf4_t=number("tetrafluoromethane") if is_aluminium else 0.0,
        c2f6_t=number("hexafluoroethane") if is_aluminium else 0.0,
        balance=number("balance") or None,
    )
