"""The choices and figures of the page Compare."""

from carbonpeak.data.dataset import Dataset
from carbonpeak.figures import choices as selection
from carbonpeak.figures import controls as names
from carbonpeak.figures.choices import Choice, Selection
from carbonpeak.figures.page_spec import Control, FigureSpec, PageSpec, Raw
from carbonpeak.thresholds import NATION
from carbonpeak.topics.compare import analysis, bars, lines, summary, tiles
from carbonpeak.topics.compare.choices import QUANTITIES, REGION_LETTERS, CompareChoices, Quantity
from carbonpeak.topics.compare.words import WORDS

# Another quantity has other scales, references and years, another scale other references.
QUANTITY = Choice(
    "quantity",
    tuple(QUANTITIES),
    "energy_intensity",
    resets=("scale", "reference", "from", "to"),
)
# Which figure stands on the page, and its name.
DISPLAYS = ("lines", "bars", "table", "tiles")
DISPLAY = Choice("display", DISPLAYS, DISPLAYS[0])


def controls(data: Dataset, raw: Raw) -> tuple[Control, ...]:
    """Return the choices; scales and years depend on the quantity, references on the scale too."""
    quantity = QUANTITIES[selection.read(raw, [QUANTITY])[0].one("quantity")]
    scale = Choice("scale", quantity.scales, quantity.scales[0], resets=("reference",))
    beside = quantity.references(selection.read(raw, [scale])[0].one("scale"))
    return (
        names.chosen_control(data),
        Control(QUANTITY, "control.measure", names.named_by("compare.quantity")),
        Control(scale, "control.scale", names.named_by("compare.scale")),
        Control(
            Choice("reference", beside, beside[0]),
            "control.reference",
            names.named_by("compare.reference"),
        ),
        *_years(data, quantity),
        Control(DISPLAY, "control.display", names.named_by("compare.display")),
    )


def _years(data: Dataset, quantity: Quantity) -> tuple[Control, ...]:
    """Return the choices of the first and the last year that are shown."""
    codes = tuple(str(year) for year in analysis.years(data, quantity))
    first = str(analysis.first_sound_year(data, quantity))
    return (
        names.years("from", codes, first, "control.from"),
        names.years("to", codes, str(data.last_year), "control.to"),
    )


def _stands_there_already(values: Selection) -> bool:
    """Return whether the nation is both a reference and, among places, chosen itself."""
    codes = values.many("chosen")
    others = [code for code in codes if code != NATION]
    is_places = not others or len(others[0]) == REGION_LETTERS
    return NATION in codes and is_places and values.one("reference") == "nation"


TWICE = {"reference": _stands_there_already}
DRAWN = ("chosen", "quantity", "scale", "reference", "from", "to")
PAGE = PageSpec(
    "compare",
    CompareChoices.of,
    controls,
    (
        FigureSpec("compare_lines", DRAWN, lines.lines, TWICE),
        FigureSpec("compare_bars", DRAWN, bars.bars, TWICE),
        FigureSpec("compare_table", ("chosen", "quantity", "from", "to"), summary.summary),
        FigureSpec("compare_tiles", DRAWN, tiles.tiles),
    ),
    WORDS,
)
