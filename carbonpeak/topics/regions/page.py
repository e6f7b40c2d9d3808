"""The choices and figures of the page Regions."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.domain.view import region_names
from carbonpeak.figures import choices as selection
from carbonpeak.figures import controls as names
from carbonpeak.figures import fuels
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.topics.regions import province, provinces
from carbonpeak.topics.regions.choices import RegionsChoices
from carbonpeak.topics.regions.words import WORDS
from carbonpeak.words.speaker import Speaker

MEASURE = names.measure_choice()
YARDSTICK = Choice("yardstick", provinces.YARDSTICKS, "schedule")
TARGET = Choice("target", ("national", "own"), "national")
FIXED = (
    Control(MEASURE, "control.measure", lambda data, tell, code: tell(f"measure.{code}")),
    Control(YARDSTICK, "control.yardstick", lambda data, tell, code: tell(f"yardstick.{code}")),
    Control(TARGET, "control.target", lambda data, tell, code: tell(f"target.{code}")),
)


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; which bases there are depends on the measure."""
    measure = selection.read(raw, [MEASURE])[0].one("measure")
    year, basis = names.judged_year(data), names.basis_control(measure)
    return (*FIXED, year, basis, names.region_control(data))


def _place(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> tuple[str, str]:
    """Return code and name of the chosen province, nothing where none is."""
    code = chosen.region
    return code, region_names(data, tell.lang)[code] if code else ""


def _path(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> Figure | None:
    code, name = _place(data, chosen, tell)
    return province.path(data, chosen.view, code, name, tell) if code else None


def _fuels(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> Figure | None:
    code, name = _place(data, chosen, tell)
    return fuels.of_region(data, tell, chosen.view.measure, code, name) if code else None


def _sectors(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> Figure | None:
    code, name = _place(data, chosen, tell)
    return province.sectors(data, chosen.view, code, name, tell) if code else None


VIEW = ("measure", "basis", "year", "target")
JUDGED = (*VIEW, "yardstick")
PAGE = PageSpec(
    "regions",
    RegionsChoices.of,
    controls,
    (
        FigureSpec(
            "region_tiles",
            JUDGED,
            lambda data, chosen, tell: provinces.tile_grid(
                data, chosen.view, chosen.yardstick, tell
            ),
        ),
        FigureSpec(
            "region_ranking",
            JUDGED,
            lambda data, chosen, tell: provinces.ranking(data, chosen.view, chosen.yardstick, tell),
        ),
        FigureSpec(
            "region_table",
            JUDGED,
            lambda data, chosen, tell: provinces.overview_table(
                data, chosen.view, chosen.yardstick, tell
            ),
        ),
        FigureSpec("region_path", (*VIEW, "region"), _path),
        FigureSpec("region_fuels", ("measure", "region"), _fuels),
        FigureSpec("region_sectors", (*VIEW, "region"), _sectors),
    ),
    WORDS,
)
