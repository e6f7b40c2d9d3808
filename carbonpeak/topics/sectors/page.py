"""The choices and figures of the page Sectors."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain import sectors
from carbonpeak.figures import controls as names
from carbonpeak.figures import fuels, labels
from carbonpeak.figures.choices import Choice, ManyChoice
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.topics.sectors import division, divisions
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
        lambda data, tell, code: tell(f"sectors.measure.{code}"),
    ),
    Control(
        Choice("group", ("division", "plan"), "division"),
        "control.group",
        lambda data, tell, code: tell(f"group.{code}"),
    ),
    Control(
        Choice("sort", SORTS, SORTS[0]),
        "control.sort",
        lambda data, tell, code: tell(f"sort.{code}"),
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


def _path(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    code = chosen.sector
    return division.path(data, chosen.view, code, tell) if code else None


def _fuels(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    code = chosen.sector
    name = names.sector(data, tell, code)
    return fuels.of_sector(data, tell, chosen.view.measure, code, name) if code else None


def _provinces(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    code = chosen.sector
    return division.provinces(data, chosen.view, code, tell) if code else None


def _table(data: Dataset, chosen: SectorsChoices, tell: Speaker) -> Figure | None:
    # Where nothing is listed, a table would have no rows.
    if divisions.ranking(data, chosen.view, chosen.listing, tell) is None:
        return None
    return divisions.overview_table(data, chosen.view, chosen.listing, tell)


LISTED = ("measure", "group", "among", "sort", "year", "sectors")
DETAIL = ("measure", "year", "sector")
PAGE = PageSpec(
    "sectors",
    SectorsChoices.of,
    controls,
    (
        FigureSpec(
            "sector_ranking",
            LISTED,
            lambda data, chosen, tell: divisions.ranking(data, chosen.view, chosen.listing, tell),
        ),
        FigureSpec("sector_table", LISTED, _table),
        FigureSpec("sector_path", DETAIL, _path),
        FigureSpec("sector_fuels", ("measure", "sector"), _fuels),
        FigureSpec("sector_provinces", DETAIL, _provinces),
    ),
    WORDS,
)
