"""The choices and figures of the page Sectors."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.figures import controls as names
from carbonpeak.figures import fuels, labels
from carbonpeak.figures.choices import Choice, ManyChoice
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw, has
from carbonpeak.topics.sectors import division, divisions, scatter
from carbonpeak.topics.sectors.choices import SectorsChoices
from carbonpeak.topics.sectors.listing import SORTS
from carbonpeak.topics.sectors.words import WORDS
from carbonpeak.words import LANGS
from carbonpeak.words.speaker import Speaker

# Which divisions are listed counts where divisions are, not the plan's industries.
DIVISIONS = ("group", "division")
FIXED = (
    Control(
        names.measure_choice(),
        "control.measure",
        names.named_by("sectors.measure"),
    ),
    Control(
        Choice("group", ("division", "plan"), "division"),
        "control.group",
        names.named_by("group"),
    ),
    Control(
        Choice("sort", SORTS, SORTS[0]),
        "control.sort",
        names.named_by("sort"),
    ),
)


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; years and divisions are those of the data."""
    codes, industries = sectors.codes(data), sectors.plan_industries(data, LANGS[0])
    groups = ("all", "energy_intensive", "carbon_market", *industries)
    return (
        *FIXED,
        names.judged_year(data),
        Control(Choice("among", groups, "all"), "control.filter", _among, DIVISIONS),
        Control(ManyChoice("sectors", codes), "control.sectors", names.sector, DIVISIONS),
        Control(Choice("sector", ("", *codes), "31"), "control.sector", names.sector),
    )


def _among(data: Dataset, tell: Speaker, code: str) -> str:
    """Return the words of a group of divisions."""
    if code in sectors.plan_industries(data, tell.lang):
        return labels.plan_industry(data, code, tell)
    return tell(f"filter.{code}")


def _fuels(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    """Return the fuels of the chosen division, None where none is chosen."""
    if not chosen.sector:
        return None
    return fuels.of_sector(data, chosen.view.measure, chosen.sector, tell)


# The level of intensity is that of one year and of energy; amounts name their own measure.
IDLE = {
    "measure": has("sort", "energy", "co2", "intensity"),
    "year": has("sort", "intensity"),
}
LISTED = ("measure", "group", "among", "sort", "year", "sectors")
DETAIL = ("measure", "year", "sector")
PAGE = PageSpec(
    "sectors",
    SectorsChoices.of,
    controls,
    (
        FigureSpec("sector_ranking", LISTED, divisions.ranking, IDLE),
        FigureSpec("sector_scatter", ("group", "among", "year", "sectors"), scatter.figure),
        FigureSpec("sector_table", LISTED, divisions.overview_table),
        FigureSpec("sector_path", DETAIL, division.path),
        FigureSpec("sector_fuels", ("measure", "sector"), _fuels),
        FigureSpec("sector_provinces", DETAIL, division.provinces),
    ),
    WORDS,
)
