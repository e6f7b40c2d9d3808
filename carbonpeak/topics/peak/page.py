"""The choices and figures of the page Peak."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.sectors import codes as division_codes
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.thresholds import NATION
from carbonpeak.topics.peak import analysis, labels, matrix, rule, series, shares, tiles
from carbonpeak.topics.peak.choices import PeakChoices
from carbonpeak.topics.peak.words import WORDS
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker


def _columns_name(data: Dataset, tell: Speaker, code: str) -> str:
    return tell(f"peak.columns.{code}", count=len(division_codes(data)))


def _sector_name(data: Dataset, tell: Speaker, code: str) -> str:
    return labels.listed_sector(data, code, tell)


# Not the basis that other pages share: its codes are those of CO2 alone.
SCOPE = Control(Choice("scope", ("total", "energy_related"), "total"), "control.basis", names.basis)
COLUMNS = Control(Choice("columns", matrix.COLUMNS, "plan"), "peak.columns", _columns_name)


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices: the nation and every province, all industry and every sector."""
    named = {lang: labels.regions(data, Speaker(lang)) for lang in LANGS}
    regions = Choice("region", tuple(named["zh"]), NATION)
    sectors = Choice("sector", analysis.sectors(data), analysis.ALL)
    years = tuple(str(year) for year in analysis.last_years(data))
    return (
        SCOPE,
        names.years("until", years, str(data.last_year), "control.year"),
        COLUMNS,
        Control(regions, "control.region", names.among(named)),
        Control(sectors, "control.sector", _sector_name),
    )


PAGE = PageSpec(
    "peak",
    PeakChoices.of,
    controls,
    (
        FigureSpec("peak_shares", ("scope", "until"), shares.bars),
        FigureSpec("peak_tiles", ("scope", "until"), tiles.tile_grid),
        FigureSpec("peak_provinces", ("scope",), rule.provinces),
        FigureSpec("peak_matrix", ("scope", "until", "columns"), matrix.figure),
        FigureSpec("peak_series", ("scope", "until", "region", "sector"), series.line),
        FigureSpec("peak_age", ("scope", "region", "sector"), series.ageing, to_own_last=True),
        FigureSpec("peak_table", ("scope", "until"), tiles.rule_table),
    ),
    WORDS,
)
