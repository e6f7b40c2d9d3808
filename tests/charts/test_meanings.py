"""One colour, one meaning: sets of colours stay apart, for every vision and in the dark."""

from itertools import combinations
from pathlib import Path

import numpy as np
import pytest

from carbonpeak import screen as page
from carbonpeak.charts import style
from tests.charts.test_charts import contrast
from tests.export.test_colours import APART, VISIONS, distance

STYLE = Path(page.__file__).with_name("page.css")
STATUS = style.TIER_FILL | {"unknown": style.NO_TIER_FILL}
PEAKS = style.PEAK_FILL | {"unknown": style.NO_TIER_FILL}
MOVES = {"rise": style.RISE_FILL, "fall": style.FALL_FILL}
LINES = {str(place): fill for place, fill in enumerate(style.LINES)}
MEASURE = {"measure": style.MEASURE_FILL, "path": style.GREY}
LEVEL = {"level": style.LEVEL_FILL}
UNKNOWN_PATTERN = {"unknown": style.PATTERN[style.NO_TIER_FILL]}
SETS = {
    "status": (STATUS, UNKNOWN_PATTERN),
    "peaks": (PEAKS, UNKNOWN_PATTERN),
    "moves": (MOVES, {}),
    "lines": (LINES, {}),
    "fuels": (style.FUEL_FILL, style.FUEL_PATTERN),
    "drivers": (style.DRIVER_FILL | LEVEL, style.DRIVER_PATTERN),
}
# What stands on one page together: Overview, Regions, Sectors, Drivers, Peak.
TOGETHER = {
    "status and moves": (STATUS, MOVES),
    "status and lines": (STATUS, LINES),
    "status and fuels": (STATUS, style.FUEL_FILL),
    "status and paths": (STATUS, MEASURE),
    "moves and lines": (MOVES, LINES),
    "moves and fuels": (MOVES, style.FUEL_FILL),
    "fuels and measures": (style.FUEL_FILL, MEASURE),
    "drivers and measures": (style.DRIVER_FILL, MEASURE),
    "peaks and measures": (style.PEAK_FILL, MEASURE),
}
COLOURED = [vision for vision in VISIONS if vision != "grey"]
# What `filter: invert(.92) hue-rotate(180deg)` does, which the page wears in the dark.
LIGHTEST, DARKEST = 0.92, 0.08
HUE_TURNED = np.array(
    [
        [0.213 - 0.787, 0.715 + 0.715, 0.072 + 0.072],
        [0.213 + 0.213, 0.715 - 0.285, 0.072 + 0.072],
        [0.213 + 0.213, 0.715 + 0.715, 0.072 - 0.928],
    ]
)


def in_the_dark(colour: str) -> str:
    """Return what a colour becomes on a dark page: light and dark change places, hues stay."""
    values = np.array([int(colour[at : at + 2], 16) for at in (1, 3, 5)]) / 255
    turned = np.clip(HUE_TURNED @ (LIGHTEST - (LIGHTEST - DARKEST) * values), 0, 1)
    return "#" + "".join(f"{round(255 * one):02x}" for one in turned)


@pytest.mark.parametrize("vision", VISIONS)
@pytest.mark.parametrize("name", SETS)
def test_members_of_a_set_stay_apart_by_colour_or_pattern(name, vision):
    fills, patterns = SETS[name]
    for one, other in combinations(fills, 2):
        if patterns.get(one, "") == patterns.get(other, ""):
            apart = distance(fills[one], fills[other], vision)
            assert apart >= APART, f"{one} and {other}: {apart:.1f}"


@pytest.mark.parametrize("vision", COLOURED)
@pytest.mark.parametrize("pair", TOGETHER)
def test_sets_that_stand_on_one_page_share_no_colour(pair, vision):
    """On grey paper form tells a line from a tile or a stack; symbols and words stand beside."""
    one, other = TOGETHER[pair]
    for name, fill in one.items():
        for second, colour in other.items():
            apart = distance(fill, colour, vision)
            assert apart >= APART, f"{name} and {second}: {apart:.1f}"


@pytest.mark.parametrize("name", SETS)
def test_members_of_a_set_stay_apart_in_the_dark(name):
    fills, patterns = SETS[name]
    for one, other in combinations(fills, 2):
        if patterns.get(one, "") == patterns.get(other, ""):
            shown = in_the_dark(fills[one]), in_the_dark(fills[other])
            assert distance(*shown, "full") >= APART, f"{one} and {other}"


def test_the_dark_keeps_ink_on_paper():
    assert in_the_dark(style.PAPER) == "#141414"
    assert contrast(in_the_dark(style.INK), in_the_dark(style.PAPER)) > 10
    assert contrast(in_the_dark(style.GREY), in_the_dark(style.PAPER)) > 4.5


@pytest.mark.parametrize("state", [*style.TIER_FILL, *style.PEAK_FILL])
def test_words_on_a_fill_can_be_read_in_the_light_and_in_the_dark(state):
    fill = (style.TIER_FILL | style.PEAK_FILL)[state]
    ink = (style.TIER_INK | style.PEAK_INK).get(state, style.INK)
    assert contrast(fill, ink) >= 4.5
    assert contrast(in_the_dark(fill), in_the_dark(ink)) >= 4.5


def test_the_page_wears_the_filter_and_the_colours_that_are_tested_here():
    rules = STYLE.read_text(encoding="utf-8")
    assert f"invert({LIGHTEST:g})".replace("0.", ".") in rules
    assert "hue-rotate(180deg)" in rules
    for tier, fill in style.TIER_FILL.items():
        assert f".tier.{tier} {{ background: {fill};" in rules


def test_the_order_of_the_tiers_is_kept_in_the_dark():
    shades = [
        np.mean([int(in_the_dark(fill)[at : at + 2], 16) for at in (1, 3, 5)])
        for fill in style.TIER_FILL.values()
    ]
    assert shades == sorted(shades)


@pytest.mark.parametrize("fill", ["#DFEEFA", "#262626", "#C9CDD2", "#12436D"])
def test_marks_of_a_pattern_show_on_their_fill(fill):
    marks = style.filled(fill, "/")["pattern"]
    assert distance(marks["fgcolor"], fill, "grey") > 40
    assert style.filled([fill], ["/"])["pattern"]["fgcolor"] == [marks["fgcolor"]]


def test_what_is_unknown_and_what_rises_wears_its_pattern_everywhere():
    fills = [style.RISE_FILL, style.FALL_FILL, style.NO_TIER_FILL]
    assert style.filled(fills)["pattern"]["shape"] == ["/", "", "/"]
    assert style.filled(style.NO_TIER_FILL)["pattern"]["shape"] == "/"
