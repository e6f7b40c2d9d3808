"""How the numbers of a comparison are written: unit and decimals, by quantity and scale."""

from collections.abc import Sequence

from carbonpeak.figures.labels import amount_form, change_cell
from carbonpeak.figures.table import Cell, Form, number, percent_form
from carbonpeak.topics.compare.choices import CompareChoices, Quantity
from carbonpeak.words.speaker import Speaker

# CNY in 10^8 yuan, as statistics of output are written.
CNY_PER_1E8 = 1e8


def form(chosen: CompareChoices, tell: Speaker) -> Form:
    """Return how a value on the chosen scale is written."""
    if chosen.scale == "index":
        return Form(unit=tell("unit.index"), digits=1)
    if chosen.scale == "change":
        return percent_form(sign=True)
    return percent_form(2) if chosen.scale == "needed" else level_form(chosen.quantity, tell)


def level_form(quantity: Quantity, tell: Speaker) -> Form:
    """Return how a level of a quantity is written."""
    if quantity.is_intensity:
        return Form(unit=tell(f"unit.intensity_{quantity.measure}"), digits=3)
    if quantity.measure:
        return amount_form(quantity.measure, tell)
    return Form(unit=tell("compare.unit.value_added"), per=CNY_PER_1E8)


def cell(value: float, scale: str, own: Form, tell: Speaker, marks: Sequence[str] = ()) -> Cell:
    """Return a value on a scale; a pace of nothing or less says that the target's fall is reached.

    A change has as many decimals as its sign needs.
    """
    if scale == "needed" and value <= 0:
        return number(value, own, text=tell("rate.passed"), marks=marks)
    if scale == "change":
        return change_cell(value, "no_data", tell, marks=marks)
    return number(value, own, marks=marks)
