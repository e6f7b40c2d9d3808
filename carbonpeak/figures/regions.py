"""The choices and figures of the page Regions."""

from carbonpeak import selection
from carbonpeak.exhibits import fuels, region, regions
from carbonpeak.exhibits.exhibit import Exhibit
from carbonpeak.figures import names
from carbonpeak.figures.figure import Control, Figure, Raw, Sheet
from carbonpeak.findings.view import Ask, View, region_names
from carbonpeak.selection import Choice, Selection
from carbonpeak.wording import Lang, say

MEASURE = names.measure_choice()
YARDSTICK = Choice("yardstick", regions.YARDSTICKS, "schedule")
TARGET = Choice("target", ("national", "own"), "national")
FIXED = (
    Control(MEASURE, "control.measure", lambda ask, lang, code: say(f"measure.{code}", lang)),
    Control(YARDSTICK, "control.yardstick", lambda ask, lang, code: say(f"yardstick.{code}", lang)),
    Control(TARGET, "control.target", lambda ask, lang, code: say(f"target.{code}", lang)),
    names.years("year", ("2021", "2022"), "2022", "control.year"),
)


def controls(ask: Ask, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; which bases there are depends on the measure."""
    measure = selection.read(raw, [MEASURE])[0].one("measure")
    return (*FIXED, names.basis_control(measure), names.region_control(ask))


def view(chosen: Selection) -> View:
    """Return what is measured, on which basis, in which year, by whose target."""
    return View(
        chosen.one("measure"), chosen.one("basis"), int(chosen.one("year")), chosen.one("target")
    )


def _place(ask: Ask, chosen: Selection, lang: Lang) -> tuple[str, str]:
    """Return code and name of the chosen province, nothing where none is."""
    code = chosen.one("region")
    return code, region_names(ask, lang)[code] if code else ""


def _path(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    code, name = _place(ask, chosen, lang)
    return region.path(ask, view(chosen), code, name, lang) if code else None


def _fuels(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    code, name = _place(ask, chosen, lang)
    return fuels.of_region(ask, lang, chosen.one("measure"), code, name) if code else None


def _sectors(ask: Ask, chosen: Selection, lang: Lang) -> Exhibit | None:
    code, name = _place(ask, chosen, lang)
    return region.sectors(ask, view(chosen), code, name, lang) if code else None


VIEW = ("measure", "basis", "year", "target")
JUDGED = (*VIEW, "yardstick")
SHEET = Sheet(
    "regions",
    controls,
    (
        Figure(
            "region_tiles",
            JUDGED,
            lambda ask, chosen, lang: regions.tile_grid(
                ask, view(chosen), chosen.one("yardstick"), lang
            ),
        ),
        Figure(
            "region_ranking",
            JUDGED,
            lambda ask, chosen, lang: regions.ranking(
                ask, view(chosen), chosen.one("yardstick"), lang
            ),
        ),
        Figure(
            "region_table",
            JUDGED,
            lambda ask, chosen, lang: regions.overview_table(
                ask, view(chosen), chosen.one("yardstick"), lang
            ),
        ),
        Figure("region_path", (*VIEW, "region"), _path),
        Figure("region_fuels", ("measure", "region"), _fuels),
        Figure("region_sectors", (*VIEW, "region"), _sectors),
    ),
)
