"""The choices and figures of the page Carbon market."""

from collections.abc import Callable

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice, Number, Selection, shortest
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw, either, has, lacks
from carbonpeak.indicators.allocation import BALANCE, INDUSTRY_METHODS
from carbonpeak.thresholds import SHORT_RATES_PCT
from carbonpeak.topics.market import (
    analysis,
    analysis_own,
    benchmarks,
    calculator,
    coverage,
    curve,
    exposure,
    own_spread,
    own_units,
    pilots,
    price,
    quotes,
    registers,
    units,
    where,
)
from carbonpeak.topics.market import analysis_units as coal
from carbonpeak.topics.market.analysis_allocation import (
    GAS,
    LINES,
    POWER,
    classes,
    usual_vintage,
    vintages,
)
from carbonpeak.topics.market.choices import MarketChoices
from carbonpeak.topics.market.words import WORDS
from carbonpeak.topics.market.words_own import WORDS as OWN_WORDS
from carbonpeak.topics.market.words_plants import WORDS as PLANT_WORDS
from carbonpeak.words.numbers import number as text_of
from carbonpeak.words.speaker import Speaker

# What one unit is like before a reader says anything. That of power is short by so much that its
# chart shows a shortage; in the worked example of the rule it emits 2 650 000 t and has some left.
GAS_EMISSIONS_T = 1_050_000.0
EMISSIONS_T = {"power": 2_800_000.0, "clinker": 1e6, "steel": 9e6, "aluminium": 750_000.0}
OUTPUT_T = {"clinker": 1_200_000.0, "steel": 5e6, "aluminium": 500_000.0, "power": 1e6}
MOST = 100_000_000.0
# Everything that another kind of unit makes meaningless.
OF_A_LINE = ("vintage", "class", "product", "emissions", "balance")


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; vintages and classes are those that the rules of a kind of unit have."""
    line = _asked(raw, "line", LINES, POWER)
    years = tuple(str(year) for year in vintages(data, line))
    vintage = _asked(raw, "vintage", years, str(usual_vintage(data, line)))
    known = classes(data, int(vintage)) or classes(data, usual_vintage(data, POWER))
    unit_class = _asked(raw, "class", known, known[0])
    last = round(analysis.last_average(data)[1], 2)
    kinds = (registers.EVERY, *registers.event_kinds(data))
    usual = "compliance" if "compliance" in kinds else registers.EVERY
    return (
        Control(Choice("events", kinds, usual), "market.control.events", _event),
        Control(
            Choice("carrier", benchmarks.CARRIERS, benchmarks.CARRIERS[0]),
            "market.control.carrier",
            names.named_by("market.carrier"),
        ),
        Control(
            Choice("line", LINES, POWER, OF_A_LINE),
            "market.control.line",
            names.named_by("market.line"),
        ),
        Control(
            Choice("vintage", years, str(usual_vintage(data, line)), ("class",)),
            "market.control.vintage",
            names.plain,
        ),
        Control(
            Choice("class", known, known[0], ("emissions",)),
            "market.control.class",
            names.named_by("market.class"),
        ),
        *_numbers(line, unit_class, last),
        Control(
            Choice("short", tuple(f"{one:g}" for one in SHORT_RATES_PCT), "1"),
            "market.control.short",
            names.rate,
        ),
        *_plants(data),
    )


def _quoted(data: Dataset) -> Control:
    """Return the market whose daily quotes are shown."""
    held = quotes.markets(data) or ("",)
    return Control(Choice("quoted", held, held[0]), "market.control.quoted", quotes.market)


def _own(data: Dataset) -> Control:
    """Return which of the units that somebody put in are shown."""
    held = analysis_own.groups(data) or ("",)
    return Control(Choice("own", held, held[0]), "market.control.own", own_units.group)


def _plants(data: Dataset) -> tuple[Control, ...]:
    """Return the year coal units are held to, which plants the tiles show, whose daily quotes."""
    years = tuple(str(year) for year in coal.benchmarks(data).index)
    last = str(coal.final_years(data)[-1])
    return (
        Control(Choice("held", years, last), "market.control.held", names.plain),
        Control(
            Choice("plants", where.TILED, where.TILED[0]),
            "market.control.plants",
            names.named_by("market.plants"),
        ),
        _quoted(data),
        _own(data),
    )


def _numbers(line: str, unit_class: str, price_cny: float) -> tuple[Control, ...]:
    """Return what a reader gives of a unit, and the price of a tonne."""
    is_gas = line == POWER and unit_class == GAS
    emissions = GAS_EMISSIONS_T if is_gas else EMISSIONS_T[line]
    return (
        _number("electricity", 1, MOST, 1, 3e6, "mwh"),
        _number("heat", 0, MOST, 1, 1e6, "gj"),
        _number("load", 0, 1, 0.001, 0.55, "fraction"),
        _number("product", 1, MOST, 1, OUTPUT_T[line], "t"),
        _number("emissions", 0, MOST, 1, emissions, "t"),
        _number("tetrafluoromethane", 0, 10_000, 0.001, 10, "t"),
        _number("hexafluoroethane", 0, 10_000, 0.001, 1, "t"),
        _number("balance", 0, 100, 0.0001, 0, "per_t"),
        _number("price", 0.01, 1000, 0.01, price_cny, "price"),
    )


def _number(name: str, low: float, high: float, step: float, default: float, unit: str) -> Control:
    choice = Number(name, float(low), float(high), float(step), float(default))
    return Control(choice, f"market.control.{name}", _with_unit(unit, step))


def _with_unit(unit: str, step: float) -> Callable[[Dataset, Speaker, str], str]:
    """Return what names a number by its digits and its unit."""
    digits = len(shortest(step).partition(".")[2])

    def named(_data: Dataset, tell: Speaker, code: str) -> str:
        return tell(f"market.given.{unit}", number=text_of(float(code), digits))

    return named


def _event(data: Dataset, tell: Speaker, code: str) -> str:
    return registers.kind_words(code, tell)


def _asked(raw: Raw, name: str, allowed: tuple[str, ...], usual: str) -> str:
    given = list(raw.get(name, ()))
    return given[-1] if given and given[-1] in allowed else usual


def _has_no_balance(values: Selection) -> bool:
    """Return whether the allowances of the unit hang on a balance value that is not given."""
    method = INDUSTRY_METHODS.get(int(values.one("vintage")))
    is_industry = values.one("line") != POWER
    return is_industry and method == BALANCE and values.number("balance") == 0


def _is_by_balance(values: Selection) -> bool:
    method = INDUSTRY_METHODS.get(int(values.one("vintage")))
    return values.one("line") != POWER and method == BALANCE


def _is_no_balance_wanted(values: Selection) -> bool:
    return not _is_by_balance(values)


IS_POWER, IS_OTHER = has("line", POWER), lacks("line", POWER)
UNIT = ("line", "vintage", "class", "electricity", "heat", "load", "product", "emissions")
GASES = ("tetrafluoromethane", "hexafluoroethane")
IDLE = {
    **dict.fromkeys(("class", "electricity", "heat"), IS_OTHER),
    "load": either(IS_OTHER, has("class", GAS)),
    "product": IS_POWER,
    **dict.fromkeys(GASES, lacks("line", "aluminium")),
    "balance": _is_no_balance_wanted,
}
# Without a balance value the curve is that of any unit.
OF_THE_CURVE = IDLE | {
    "product": either(IS_POWER, _has_no_balance),
    "emissions": _has_no_balance,
    **dict.fromkeys(GASES, either(lacks("line", "aluminium"), _has_no_balance)),
}
PAGE = PageSpec(
    "market",
    MarketChoices.of,
    controls,
    (
        FigureSpec("market_coverage", (), coverage.coverage),
        FigureSpec("market_price", ("events",), price.price),
        FigureSpec("market_quotes", ("quoted",), quotes.daily),
        FigureSpec("market_volume", (), price.volume),
        FigureSpec("market_years", (), price.yearly),
        FigureSpec("market_pilots", (), pilots.pilots),
        FigureSpec("market_benchmarks", ("carrier",), benchmarks.benchmarks),
        FigureSpec("market_unit", (*UNIT, *GASES, "balance", "price"), calculator.unit, IDLE),
        FigureSpec(
            "market_curve", (*UNIT, *GASES, "balance"), curve.allocation_curve, OF_THE_CURVE
        ),
        FigureSpec("market_exposure", ("short", "price"), exposure.exposure),
        FigureSpec("market_events", ("events",), registers.events),
        FigureSpec("market_rules", (), registers.rules),
        FigureSpec("market_units", ("held",), units.spread),
        FigureSpec("market_units_classes", ("held",), units.classes),
        FigureSpec("market_units_provinces", ("held",), units.provinces),
        FigureSpec("market_own_units", ("own",), own_units.own_units),
        FigureSpec("market_own_spread", ("own",), own_spread.spread),
        FigureSpec("market_where", ("plants",), where.tile_grid),
        FigureSpec("market_where_table", (), where.table),
    ),
    WORDS | PLANT_WORDS | OWN_WORDS,
)
# What a report of the year shows of the market, in this order.
IN_A_REPORT = (
    "market_coverage",
    "market_price",
    "market_years",
    "market_benchmarks",
    "market_exposure",
)
