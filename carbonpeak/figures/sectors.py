"""The choices and figures of the page Sectors."""

from carbonpeak.exhibits import fuels, sector, sectors
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.exhibits.listing import SORTS, Listing
from carbonpeak.figures import names
from carbonpeak.figures.figure import Control, Figure, Raw, Sheet
from carbonpeak.findings.view import Ask, View
from carbonpeak.selection import Choice, ManyChoice, Selection
from carbonpeak.wording import Lang, pick, say
from carbonpeak.wording.terms import PLAN_INDUSTRIES, SECTOR_SHORT

CODES = tuple(SECTOR_SHORT)
# Which divisions are listed counts where divisions are, not the plan's industries.
DIVISIONS = ("group", "division")
GROUPS = ("all", "energy_intensive", "carbon_market", *PLAN_INDUSTRIES)


def among(ask: Ask, lang: Lang, code: str) -> str:
    """Return the words of a group of divisions."""
    return (
        pick(PLAN_INDUSTRIES[code], lang)
        if code in PLAN_INDUSTRIES
        else say(f"filter.{code}", lang)
    )


CONTROLS = (
    Control(
        names.measure_choice(),
        "control.measure",
        lambda ask, lang, code: say(f"sectors.measure.{code}", lang),
    ),
    Control(
        Choice("group", ("division", "plan"), "division"),
        "control.group",
        lambda ask, lang, code: say(f"group.{code}", lang),
    ),
    Control(Choice("among", GROUPS, "all"), "control.filter", among, DIVISIONS),
    Control(
        Choice("sort", SORTS, SORTS[0]),
        "control.sort",
        lambda ask, lang, code: say(f"sort.{code}", lang),
    ),
    names.years("year", ("2021", "2022"), "2022", "control.year"),
    Control(ManyChoice("sectors", CODES), "control.sectors", names.sector, DIVISIONS),
    Control(Choice("sector", ("", *CODES), "31"), "control.sector", names.sector),
)


def controls(ask: Ask, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; none depends on another."""
    return CONTROLS


def view(chosen: Selection) -> View:
    """Return what is measured in which year."""
    return View(chosen.one("measure"), year=int(chosen.one("year")))


def listing(chosen: Selection) -> Listing:
    """Return which divisions are listed in which order."""
    return Listing(
        chosen.one("group"), chosen.one("among"), chosen.many("sectors"), chosen.one("sort")
    )


def _path(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    code = chosen.one("sector")
    return sector.path(ask, view(chosen), code, lang) if code else None


def _fuels(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    code = chosen.one("sector")
    name = names.sector(ask, lang, code)
    return fuels.of_sector(ask, lang, chosen.one("measure"), code, name) if code else None


def _provinces(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    code = chosen.one("sector")
    return sector.provinces(ask, view(chosen), code, lang) if code else None


def _table(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    # Where nothing is listed, a table would have no rows.
    if sectors.ranking(ask, view(chosen), listing(chosen), lang) is None:
        return None
    return sectors.overview_table(ask, view(chosen), listing(chosen), lang)


LISTED = ("measure", "group", "among", "sort", "year", "sectors")
DETAIL = ("measure", "year", "sector")
SHEET = Sheet(
    "sectors",
    controls,
    (
        Figure(
            "sector_ranking",
            LISTED,
            lambda ask, chosen, lang: sectors.ranking(ask, view(chosen), listing(chosen), lang),
        ),
        Figure("sector_table", LISTED, _table),
        Figure("sector_path", DETAIL, _path),
        Figure("sector_fuels", ("measure", "sector"), _fuels),
        Figure("sector_provinces", DETAIL, _provinces),
    ),
)
