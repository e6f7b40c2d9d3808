"""How a goal, its latest value and its distance are worded in each language."""

from typing import Any

import pandas as pd

from carbonpeak.figures.table import Cell, Form, Head, missing, words
from carbonpeak.figures.table import number as number_cell
from carbonpeak.words.numbers import enough_digits, number
from carbonpeak.words.speaker import Speaker

# Units of the register that Chinese statistics write another way: the factor and the unit.
IN_CHINESE = {"百万吨": (100.0, "万吨"), "十亿吨": (10.0, "亿吨"), "吉瓦": (0.01, "亿千瓦")}
PERCENT = ("%", "% vs baseline", "% vs previous year", "% vs peak", "% of crude processed")
POINTS = "percentage points"
COUNT = "count"
# What is counted or a ratio has no unit in English.
BARE = {COUNT: "个", "ratio": ""}
SYMBOLS = {
    "met": "●",
    "ahead": "●",
    "open": "◇",
    "late": "◐",
    "rose": "○",
    "missed": "○",
    "indicative": "?",
    "no_data": "–",
    "no_number": "–",
    "result": "–",
}
# Decimals of the numbers that stand beside the words in files.
NUMBER_DIGITS = 2
# A reckoned value is shown to a tenth, as yearly figures are.
SHOWN_DIGITS = 1


def opened(text: str) -> str:
    """Return a name that stands by itself, with a capital."""
    return text[:1].upper() + text[1:]


def state(code: str, tell: Speaker) -> str:
    """Return a state by its symbol and words."""
    return f"{SYMBOLS[code]} {tell(f'green.state.{code}')}"


def state_cell(code: str, tell: Speaker) -> Cell:
    """Return a state as a cell, its code as the value."""
    return words(state(code, tell), value=code)


def goal(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return what a row asks for: which way, how much, in which unit, against which year."""
    said = str(row[f"value_{tell.lang}"]).replace(">=", "≥ ").replace(">", "> ")
    if pd.isna(row["bound"]):
        return tell("green.peak", said=said) if row["direction"] == "peak by" else said
    amount = _amount(float(row["bound"]), row, row["qualifier"], tell)
    way = f"green.way.{row['direction'].replace(' ', '_').replace(':', '')}"
    return tell("green.goal", way=tell(way, amount=amount), against=_against(row, tell))


def _against(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return what a change is measured against, nothing where it is a level."""
    unit = row["unit_en"]
    if unit == "% vs baseline" and not pd.isna(row["base_year"]):
        return tell("green.against.year", year=int(row["base_year"]))
    keys = {"% vs previous year": "before", "% vs peak": "peak", "% of crude processed": "crude"}
    return tell(f"green.against.{keys[unit]}") if unit in keys else ""


def reached(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the latest value as the goal has it, with its year."""
    value = float(row["reached"])
    is_rise = value < 0 and row["rule"] != "level"
    said = _amount(abs(value), row, row["value_qualifier"], tell, _digits(row))
    key = "rose" if is_rise else "level" if row["rule"] == "level" else "fell"
    return tell(f"green.reached.{key}", said=said, year=int(row["value_year"]))


def _digits(row: "pd.Series[Any]") -> int | None:
    """Return the decimals of a reckoned value: enough to stay on its side of what it is held to."""
    value = float(row["reached"])
    if value == round(value, SHOWN_DIGITS):
        return None
    bounds = [one for one in (row["bound"], row["due_by"]) if not pd.isna(one)]
    return enough_digits(value, SHOWN_DIGITS, *map(float, bounds))


def left(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return what is left to the goal in its unit, or that nothing is."""
    distance = float(row["distance"])
    if distance <= 0:
        return tell("green.left.guide" if row["state"] == "indicative" else "green.left.none")
    if row["unit_en"] in PERCENT:
        digits = max(SHOWN_DIGITS, _digits(row) or 0)
        return tell("green.left.points", points=number(distance, digits))
    return tell("green.left", amount=_amount(distance, row, None, tell))


def _amount(
    value: float, row: "pd.Series[Any]", qualifier: Any, tell: Speaker, digits: int | None = None
) -> str:
    """Return a number with its unit and how it is qualified."""
    scale, unit = _unit(row, tell)
    scaled = float(f"{value * scale:.10g}")
    text = number(scaled, _plain_digits(scaled) if digits is None else digits)
    joint = "" if row["unit_en"] in PERCENT else " " if unit else ""
    said = f"{text}{joint}{unit}"
    if qualifier is None or pd.isna(qualifier):
        return said
    # A word follows a digit or a percent after a blank, and a Chinese unit without one.
    apart = " " if tell.is_chinese and said[-1].isascii() else ""
    return tell(f"green.qualified.{str(qualifier).replace(' ', '_')}", said=said + apart)


def _unit(row: "pd.Series[Any]", tell: Speaker) -> tuple[float, str]:
    """Return the factor to the unit that a language writes, and that unit."""
    if row["unit_en"] in PERCENT:
        return 1.0, "%"
    if row["unit_en"] in BARE:
        return 1.0, BARE[row["unit_en"]] if tell.is_chinese else ""
    unit = str(row[f"unit_{tell.lang}"])
    start = next((one for one in IN_CHINESE if tell.is_chinese and unit.startswith(one)), None)
    if start is None:
        return 1.0, unit
    factor, plain = IN_CHINESE[start]
    return factor, plain + unit.removeprefix(start)


def _unit_words(row: "pd.Series[Any]", tell: Speaker) -> str:
    """Return the unit of a row as its register has it, in which files give its numbers."""
    unit = row[f"unit_{tell.lang}"]
    return tell("known.none") if pd.isna(unit) else str(unit)


def _plain_digits(value: float) -> int:
    return len(f"{value:.4f}".rstrip("0").partition(".")[2])


def due_cell(row: "pd.Series[Any]", tell: Speaker) -> Cell:
    """Return the year a row is due, or that none is set."""
    if pd.isna(row["target_year"]):
        return missing("none", tell("known.none"))
    return words(str(int(row["target_year"])))


def value_cells(row: "pd.Series[Any]", tell: Speaker) -> dict[Head, Cell]:
    """Return the latest value, what is left, and the state of a row."""
    is_apart = row["state"] in ("no_number", "result")
    none = missing("none", tell("known.none"))
    nothing = none if is_apart else missing("no_data", tell("missing.no_data"))
    form = Form(digits=NUMBER_DIGITS)
    numbers = {
        name: nothing if pd.isna(row[name]) else number_cell(float(row[name]), form)
        for name in ("reached", "distance")
    }
    latest = nothing if pd.isna(row["reached"]) else words(reached(row, tell))
    to_go = nothing if pd.isna(row["distance"]) else words(left(row, tell))
    return {
        Head("latest", tell("green.column.latest")): latest,
        Head("left", tell("green.column.left")): to_go,
        Head("state", tell("green.column.state")): state_cell(str(row["state"]), tell),
        **{
            Head(name, tell(f"green.column.{name}"), in_files=True): cell
            for name, cell in numbers.items()
        },
        Head("unit", tell("green.column.unit"), in_files=True): words(_unit_words(row, tell)),
    }


def kind(code: str, tell: Speaker) -> str:
    """Return a kind of the lists as titles name it."""
    return tell(f"green.kind.{code}")


def batch(code: str, tell: Speaker) -> str:
    """Return a batch as titles begin with it, nothing for all of them."""
    return "" if code == "all" else tell("green.batch.head", batch=tell(f"green.batch.{code}"))
