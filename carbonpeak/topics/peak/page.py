"""The choices and figures of the page Peak."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak import labels, matrix, rule, tiles
from carbonpeak.topics.peak import series as peak_series
from carbonpeak.topics.peak.analysis import UNTIL
from carbonpeak.topics.peak.analysis import sectors as sector_codes
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.topics.peak.words import WORDS
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker

YEARS = tuple(map(str, UNTIL))
FIXED = (
    # Not the basis that other pages share: its codes are those of CO2 alone.
    Control(Choice("scope", ("total", "energy_related"), "total"), "control.basis", names.basis),
    names.years("until", YEARS, YEARS[-1], "control.year"),
    Control(
        Choice("columns", tuple(matrix.COLUMNS), "plan"),
        "peak.columns",
        lambda data, tell, code: tell(f"peak.columns.{code}"),
    ),
)


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices: the nation and every province, all industry and every sector."""
    named = {lang: labels.regions(data, Speaker(lang)) for lang in LANGS}
    return (
        *FIXED,
        Control(
            Choice("region", tuple(named["zh"]), NATION),
            "control.region",
            names.among(named),
        ),
        Control(
            Choice("sector", tuple(sector_codes(data)), "all"),
            "control.sector",
            lambda data, tell, code: labels.listed_sector(data, code, tell),
        ),
    )


def _line(data: Dataset, chosen: PeakChoices, tell: Speaker) -> Figure | None:
    if peak_series.remark(data, *chosen.series, tell):
        return None
    return peak_series.line(data, chosen.scope, chosen.until, *chosen.series, tell)


def _ageing(data: Dataset, chosen: PeakChoices, tell: Speaker) -> Figure | None:
    if peak_series.remark(data, *chosen.series, tell):
        return None
    return peak_series.ageing(data, chosen.scope, *chosen.series, tell)


PAGE = PageSpec(
    "peak",
    PeakChoices.of,
    controls,
    (
        FigureSpec(
            "peak_tiles",
            ("scope", "until"),
            lambda data, chosen, tell: tiles.tile_grid(data, chosen.scope, chosen.until, tell),
        ),
        FigureSpec(
            "peak_provinces",
            ("scope",),
            lambda data, chosen, tell: rule.provinces(data, chosen.scope, tell),
        ),
        FigureSpec(
            "peak_matrix",
            ("scope", "until", "columns"),
            lambda data, chosen, tell: matrix.figure(
                data, chosen.scope, chosen.until, chosen.columns, tell
            ),
        ),
        FigureSpec("peak_series", ("scope", "until", "region", "sector"), _line),
        FigureSpec("peak_age", ("scope", "region", "sector"), _ageing),
        FigureSpec(
            "peak_table",
            ("scope", "until"),
            lambda data, chosen, tell: tiles.rule_table(data, chosen.scope, chosen.until, tell),
        ),
    ),
    WORDS,
)
