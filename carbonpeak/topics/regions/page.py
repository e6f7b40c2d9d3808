"""The choices and figures of the page Regions."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import choices as selection
from carbonpeak.figures import controls as names
from carbonpeak.figures import fuels
from carbonpeak.figures.choices import Choice
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw, has
from carbonpeak.topics.regions import facilities, official, province, provinces
from carbonpeak.topics.regions.analysis_facilities import PARTS, years
from carbonpeak.topics.regions.choices import RegionsChoices
from carbonpeak.topics.regions.words import WORDS
from carbonpeak.words.speaker import Speaker

MEASURE = names.measure_choice()
YARDSTICK = Choice("yardstick", provinces.YARDSTICKS, "schedule")
TARGET = Choice("target", ("national", "own"), "national")
FIXED = (
    Control(MEASURE, "control.measure", names.named_by("measure")),
    Control(YARDSTICK, "control.yardstick", names.named_by("yardstick")),
    Control(TARGET, "control.target", names.named_by("target")),
)
ROWS_BY = Control(
    Choice("rows_by", tuple(PARTS), "region"), "control.rows_by", names.named_by("rows_by")
)


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; which bases there are depends on the measure."""
    measure = selection.read(raw, [MEASURE])[0].one("measure")
    year, basis = names.judged_year(data, of_any=True), names.basis_control(measure)
    held = tuple(str(one) for one in years(data)) or ("",)
    rows_year = Control(Choice("rows_year", held, held[0]), "control.rows_year", _year)
    return (*FIXED, year, basis, names.region_control(data), rows_year, ROWS_BY)


def _year(data: Dataset, tell: Speaker, code: str) -> str:
    """Return a year of facility rows, the words for none where there are no such rows."""
    return code or tell("control.none")


def _fuels(data: Dataset, chosen: RegionsChoices, tell: Speaker) -> Figure | None:
    """Return the fuels of the chosen province, None where none is chosen."""
    if not chosen.region:
        return None
    return fuels.of_region(data, chosen.view.measure, chosen.region, tell)


# By division, final energy is the only basis of energy; a list of divisions has no target. The
# table of all provinces has both yardsticks side by side.
BY_SECTOR = {"basis": has("measure", "energy"), "target": has("target", "national", "own")}
# Split by province, facility rows are those of all of them.
ALL = {"region": has("rows_by", "region")}
BOTH_YARDSTICKS = {"yardstick": has("yardstick", *provinces.YARDSTICKS)}
VIEW = ("measure", "basis", "year", "target")
JUDGED = (*VIEW, "yardstick")
PAGE = PageSpec(
    "regions",
    RegionsChoices.of,
    controls,
    (
        FigureSpec("region_tiles", JUDGED, provinces.tile_grid),
        FigureSpec("region_ranking", JUDGED, provinces.ranking),
        FigureSpec("region_table", JUDGED, provinces.overview_table, BOTH_YARDSTICKS),
        FigureSpec("region_official", (), official.figure),
        FigureSpec("region_path", (*VIEW, "region"), province.path),
        FigureSpec("region_fuels", ("measure", "region"), _fuels, to_own_last=True),
        FigureSpec("region_sectors", (*VIEW, "region"), province.sectors, BY_SECTOR),
        FigureSpec(
            "facility_sums", ("measure", "region", "rows_year", "rows_by"), facilities.figure, ALL
        ),
    ),
    WORDS,
)
