"""The choices and figures of the page Peak."""

from carbonpeak.exhibits import peak_labels, peak_matrix, peak_rule, peak_series, peaks
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.figures import names
from carbonpeak.figures.figure import Control, Figure, Raw, Sheet
from carbonpeak.findings.peaks import UNTIL
from carbonpeak.findings.peaks import sectors as sector_codes
from carbonpeak.findings.view import Ask
from carbonpeak.selection import Choice, Selection
from carbonpeak.thresholds import NATION
from carbonpeak.wording import LANGS, Lang, say

YEARS = tuple(map(str, UNTIL))
FIXED = (
    # Not the basis that other pages share: its codes are those of CO2 alone.
    Control(Choice("scope", ("total", "energy_related"), "total"), "control.basis", names.basis),
    names.years("until", YEARS, YEARS[-1], "control.year"),
    Control(
        Choice("columns", tuple(peak_matrix.COLUMNS), "plan"),
        "peak.columns",
        lambda ask, lang, code: say(f"peak.columns.{code}", lang),
    ),
)


def controls(ask: Ask, raw: Raw) -> tuple[Control, ...]:
    """Return the choices: the nation and every province, all industry and every sector."""
    named = {lang: peak_labels.regions(ask, lang) for lang in LANGS}
    return (
        *FIXED,
        Control(
            Choice("region", tuple(named["zh"]), NATION),
            "control.region",
            names.among(named),
        ),
        Control(
            Choice("sector", tuple(sector_codes(ask)), "all"),
            "control.sector",
            lambda ask, lang, code: peak_labels.listed_sector(code, lang),
        ),
    )


def until(chosen: Selection) -> int:
    """Return the last year of data to judge by."""
    return int(chosen.one("until"))


def series(chosen: Selection) -> tuple[str, str]:
    """Return region and sector of the one series looked at."""
    return chosen.one("region"), chosen.one("sector")


def _line(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    if peak_series.remark(ask, *series(chosen), lang):
        return None
    return peak_series.line(ask, chosen.one("scope"), until(chosen), *series(chosen), lang)


def _ageing(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    if peak_series.remark(ask, *series(chosen), lang):
        return None
    return peak_series.ageing(ask, chosen.one("scope"), *series(chosen), lang)


SHEET = Sheet(
    "peak",
    controls,
    (
        Figure(
            "peak_tiles",
            ("scope", "until"),
            lambda ask, chosen, lang: peaks.tile_grid(
                ask, chosen.one("scope"), until(chosen), lang
            ),
        ),
        Figure(
            "peak_provinces",
            ("scope",),
            lambda ask, chosen, lang: peak_rule.provinces(ask, chosen.one("scope"), lang),
        ),
        Figure(
            "peak_matrix",
            ("scope", "until", "columns"),
            lambda ask, chosen, lang: peak_matrix.exhibit(
                ask, chosen.one("scope"), until(chosen), chosen.one("columns"), lang
            ),
        ),
        Figure("peak_series", ("scope", "until", "region", "sector"), _line),
        Figure("peak_age", ("scope", "region", "sector"), _ageing),
        Figure(
            "peak_table",
            ("scope", "until"),
            lambda ask, chosen, lang: peaks.rule_table(
                ask, chosen.one("scope"), until(chosen), lang
            ),
        ),
    ),
)
