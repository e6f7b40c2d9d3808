"""A figure: one figure with everything that must travel with it, on the screen and into files."""

from dataclasses import dataclass

from carbonpeak.figures.drawing import Chart, Drawing, drawing_of
from carbonpeak.figures.table import Table


@dataclass(frozen=True, eq=False, kw_only=True)
class Figure:
    """A figure with its words; two figures are the same only if they are one object.

    ``title`` states the finding, ``subtitle`` measure, unit, place and period, ``alt`` the takeaway
    for those who cannot see it. ``chart`` is given as what draws it, a function without arguments
    that asks the data for nothing: ``chart=lambda: bars.ranked(...)``, or None for a table. It is
    drawn once, when it is first read; whoever wants words and rows alone does not pay for it.
    ``table`` holds the rows behind it: values, and how they are shown.
    ``standings`` and ``source_ids`` name what the figures are and where they come from; ``notes``
    are definitions and filters in full.
    """

    name: str
    title: str
    subtitle: str
    alt: str
    chart: Chart = Chart()
    table: Table
    standings: tuple[str, ...]
    source_ids: tuple[str, ...]
    notes: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        """Open the title, the subtitle and the words of the takeaway with a capital."""
        for name in ("title", "subtitle", "alt"):
            text = getattr(self, name)
            object.__setattr__(self, name, text[:1].upper() + text[1:])

    @property
    def drawing(self) -> Drawing | None:
        """What draws the chart, for another figure of the same chart; None for a table."""
        return drawing_of(self)

    @property
    def is_table(self) -> bool:
        """Whether there are rows alone; asking does not draw the chart."""
        return self.drawing is None


@dataclass(frozen=True)
class Card:
    """One number at a glance: what it is, its value, its judgements and the lines below it."""

    name: str
    value: str
    since: str
    tiers: tuple[tuple[str, str], ...]
    lines: tuple[str, ...]
    small: str
    value_is_words: bool = False


@dataclass(frozen=True)
class Bullet:
    """How far a fall has come: done, due by now, and the target, fractions; negative is a rise."""

    done: float
    due: float
    target: float


@dataclass(frozen=True)
class Trend:
    """A few years of one quantity, small beside a number."""

    name: str
    years: tuple[int, ...]
    values: tuple[float, ...]


@dataclass(frozen=True)
class StatusCard:
    """One target in five seconds: a verdict in one word, a value with its yardsticks, one reason.

    ``verdict`` is its code (``indicators.verdict``), ``words`` what it is called; ``standing`` is
    a code.
    """

    name: str
    standing: str
    verdict: str
    words: str
    value: str
    since: str
    yardsticks: tuple[str, ...]
    reason: str
    small: str
    bullet: Bullet | None
    trends: tuple[Trend, ...]
