"""One unit: its emissions beside its allowances, each step of the reckoning in the table."""

from typing import Any

import pandas as pd

from carbonpeak.charts import bars
from carbonpeak.charts.style import PALETTE, RISE_FILL
from carbonpeak.data.dataset import Dataset
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.table import Cell, Form, Head, Table, missing, words
from carbonpeak.figures.table import number as number_cell
from carbonpeak.indicators.allocation import BALANCE, BENCHMARK, VERIFIED
from carbonpeak.thresholds import (
    DRAFT_LOAD_FLOOR,
    GWP_C2F6,
    GWP_CF4,
    LOAD_FLOOR,
    POWER_DEFICIT_CAP,
    RATE_CAP,
    RATE_SLOPE,
)
from carbonpeak.topics.market import labels
from carbonpeak.topics.market.analysis_allocation import break_even, position
from carbonpeak.topics.market.benchmarks import class_words
from carbonpeak.topics.market.choices import MarketChoices, Unit
from carbonpeak.words.numbers import is_missing, number, percent
from carbonpeak.words.speaker import Speaker

# Decimals of an intensity, and of factors and distances.
INTENSITY_DIGITS, FACTOR_DIGITS = 4, 6
# A position that rounds to no tonne is none.
LEAST_T = 0.5
# Steps that each rule finds in its own way.
BY_METHOD = ("allowances", "due")


def unit(data: Dataset, chosen: MarketChoices, tell: Speaker) -> Figure:
    """Return allowances and emissions of the unit, and every step from one to the other."""
    own = position(data, chosen.unit)
    title = _title(own, chosen, tell)
    return Figure(
        name="market_unit",
        title=title,
        subtitle=_subtitle(chosen.unit, tell),
        alt=title,
        chart=lambda: _chart(own, chosen.unit, tell),
        table=Table.of_rows(_steps(own, chosen, tell)),
        standings=("scenario",),
        source_ids=rule_sources(data, chosen.unit),
        notes=unit_notes(own, chosen.unit, tell),
    )


def sentence(data: Dataset, chosen: MarketChoices, tell: Speaker) -> str:
    """Return in words why the unit is short or has allowances left."""
    own = position(data, chosen.unit)
    said = {
        "intensity": number(own["intensity"], INTENSITY_DIGITS),
        "unit": intensity_unit(chosen.unit, tell),
    }
    if is_missing(own["allowances_t"]):
        return tell("market.why.no_balance", **said, **_at_most(own, chosen, tell))
    if own["method"] == VERIFIED:
        return tell("market.why.verified", **said)
    even = number(break_even(own), INTENSITY_DIGITS)
    why = tell(f"market.why.{side(own)}", even=even, **said)
    if own["method"] != BENCHMARK:
        return why
    return tell.sentences((why, _even_steps(own, chosen.unit, even, tell)))


def _at_most(own: "pd.Series[Any]", chosen: MarketChoices, tell: Speaker) -> dict[str, str]:
    """Return the most that a unit may have left or lack, whatever its balance value is."""
    tonnes = RATE_CAP * float(own["emissions_t"])
    return {
        "most": percent(RATE_CAP, 0),
        "tonnes": number(tonnes),
        "money": labels.money(tonnes * chosen.price, tell),
    }


def _even_steps(own: "pd.Series[Any]", unit: Unit, even: str, tell: Speaker) -> str:
    """Return how the intensity at which a power unit breaks even comes about."""
    heat = unit.heat_gj * own["heat"] / unit.output
    return tell(
        "market.why.steps",
        even=even,
        benchmark=number(own["electricity"], INTENSITY_DIGITS),
        correction=number(own["correction"], INTENSITY_DIGITS),
        heat=number(heat, INTENSITY_DIGITS),
    )


def side(own: "pd.Series[Any]") -> str:
    """Return whether a unit has allowances left, lacks some, or neither."""
    if abs(own["due_t"]) < LEAST_T:
        return "even"
    return "left" if own["due_t"] > 0 else "short"


def rule_sources(data: Dataset, unit: Unit) -> tuple[str, ...]:
    """Return the sources of the rule that judges a unit."""
    if unit.is_power:
        rows = data.ask("market__benchmarks")
        used = (rows["year"] == unit.vintage) & (rows["unit_class"] == unit.unit_class)
        return tuple(dict.fromkeys(rows.loc[used, "source_id"]))
    rows = data.ask("market__rules")
    return tuple(dict.fromkeys(rows.loc[rows["period"] == str(unit.vintage), "source_id"]))


def unit_notes(own: "pd.Series[Any]", unit: Unit, tell: Speaker) -> tuple[str, ...]:
    """Return what must be known of the rule that judges the unit."""
    keys = [f"market.rule.{own['method']}"]
    keys += ["market.rule.draft"] if own["is_draft"] else []
    keys += ["market.rule.press"] if unit.line in ("steel", "aluminium") else []
    keys += ["market.rule.gases"] if unit.line == "aluminium" else []
    balance = own["method"] == BALANCE
    keys += ["market.rule.no_balance" if unit.balance is None else "market.rule.own"] * balance
    return (*(tell(key, **constants()) for key in keys), tell("market.unit.given"))


def constants() -> dict[str, str]:
    """Return the constants of the rules as texts name them."""
    return {
        "floor": percent(LOAD_FLOOR, 0),
        "draft_floor": percent(DRAFT_LOAD_FLOOR, 0),
        "cap": percent(POWER_DEFICIT_CAP, 0),
        "slope": number(RATE_SLOPE, 2),
        "most": percent(RATE_CAP, 0),
        "cf4": number(GWP_CF4),
        "c2f6": number(GWP_C2F6),
    }


def line_words(line: str, tell: Speaker) -> str:
    """Return the words of a kind of unit."""
    return tell(f"market.line.{line}")


def intensity_unit(unit: Unit, tell: Speaker) -> str:
    """Return the unit of an intensity: t per MWh, or t per t."""
    return tell("market.unit.electricity" if unit.is_power else f"market.unit.per_{unit.line}")


def _title(own: "pd.Series[Any]", chosen: MarketChoices, tell: Speaker) -> str:
    if is_missing(own["allowances_t"]):
        intensity = number(own["intensity"], INTENSITY_DIGITS)
        return tell("market.unit.no_balance", intensity=intensity)
    which = side(own)
    due = float(own["due_t"])
    said = {"tonnes": number(abs(due)), "money": labels.money(due * chosen.price, tell)}
    if which == "even":
        return tell("market.unit.even", tonnes=number(own["allowances_t"]))
    return tell(f"market.unit.{which}", price=number(chosen.price, 2), **said)


def _subtitle(unit: Unit, tell: Speaker) -> str:
    line = line_words(unit.line, tell)
    if unit.is_power:
        line = tell("market.unit.of_class", line=line, name=class_words(unit.unit_class, tell))
    return tell("market.unit.sub", line=line, vintage=unit.vintage)


def _chart(own: "pd.Series[Any]", unit: Unit, tell: Speaker) -> Any:
    """Return allowances, emissions and what is left or lacks as bars; emissions alone without."""
    parts = {"emissions": float(own["emissions_t"])}
    if not is_missing(own["allowances_t"]):
        parts = {"allowances": float(own["allowances_t"]), **parts, "due": float(own["due_t"])}
    names = [tell(f"market.bar.{key}") for key in parts]
    fills = {"allowances": PALETTE[0], "emissions": PALETTE[4]}
    due = PALETTE[1] if own["due_t"] >= 0 else RISE_FILL
    return bars.ranked(
        names,
        list(parts.values()),
        [number(value, 0, sign=key == "due") for key, value in parts.items()],
        list(parts),
        [fills.get(key, due) for key in parts],
    )


def _steps(own: "pd.Series[Any]", chosen: MarketChoices, tell: Speaker) -> list[dict[Head, Cell]]:
    """Return each step: what it is, its value, how it is found."""
    unit = chosen.unit
    if own["method"] == BENCHMARK:
        steps = _power_steps(own, unit, tell)
    else:
        steps = _industry_steps(own, unit, tell)
    tonnes = labels.tonnes_form(tell)
    due = own["due_t"]
    money = Form(tell("market.unit.cny"), sign=True)
    steps += [
        ("allowances", own["allowances_t"], tonnes),
        ("emissions", own["emissions_t"], tonnes),
        ("surplus", own["surplus_t"], Form(tonnes.unit, sign=True)),
        ("due", due, Form(tonnes.unit, sign=True)),
        ("price", chosen.price, labels.price_form(tell)),
        ("worth", due * chosen.price, money),
    ]
    return [_step(*step, own["method"], tell) for step in steps]


def _power_steps(own: "pd.Series[Any]", unit: Unit, tell: Speaker) -> list[tuple[str, float, Form]]:
    electricity = unit.output * own["electricity"] * own["correction"]
    factor = Form(digits=FACTOR_DIGITS)
    return [
        ("output", unit.output, Form(tell("market.unit.mwh"))),
        ("intensity", own["intensity"], _intensity_form(unit, tell)),
        ("load", unit.load, Form("%", times=100, digits=1, suffix="%")),
        ("correction", own["correction"], factor),
        ("benchmark", own["electricity"], Form(tell("market.unit.electricity"), digits=4)),
        ("by_electricity", electricity, labels.tonnes_form(tell)),
        ("heat", unit.heat_gj, Form(tell("market.unit.gj"))),
        ("heat_benchmark", own["heat"], Form(tell("market.unit.heat"), digits=4)),
        ("by_heat", unit.heat_gj * own["heat"], labels.tonnes_form(tell)),
    ]


def _industry_steps(
    own: "pd.Series[Any]", unit: Unit, tell: Speaker
) -> list[tuple[str, float, Form]]:
    tonnes = labels.tonnes_form(tell)
    steps = [
        ("output", unit.output, tonnes),
        ("intensity", own["intensity"], _intensity_form(unit, tell)),
    ]
    if unit.line == "aluminium":
        gases = [("co2", unit.co2_t), ("cf4", unit.cf4_t), ("c2f6", unit.c2f6_t)]
        exact = Form(tonnes.unit, digits=3)
        steps = [(key, value, exact) for key, value in gases] + steps
    if own["method"] == BALANCE:
        steps += [
            ("balance", own["balance"], _intensity_form(unit, tell)),
            ("distance", own["distance"], Form(digits=FACTOR_DIGITS, sign=True)),
            ("rate", own["rate"], Form(digits=FACTOR_DIGITS, sign=True)),
        ]
    return steps


def _intensity_form(unit: Unit, tell: Speaker) -> Form:
    return Form(intensity_unit(unit, tell), digits=INTENSITY_DIGITS)


def _step(key: str, value: float, form: Form, method: str, tell: Speaker) -> dict[Head, Cell]:
    cell = (
        missing("none", tell("market.not_given"), form)
        if is_missing(value)
        else number_cell(float(value), form)
    )
    named = f"market.step.{key}"
    how = f"market.how.{key}.{method}" if key in BY_METHOD else f"market.how.{key}"
    return {
        Head("step", tell("market.column.step")): words(tell(named), value=key),
        Head("value", tell("market.column.value")): cell,
        Head("unit", tell("market.column.unit")): words(form.unit or tell("market.pure")),
        Head("how", tell("market.column.how")): words(tell(how, **constants())),
    }
