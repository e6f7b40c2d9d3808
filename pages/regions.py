"""Regions: which provinces lead and which lag, by tile and rank, and one of them a level down."""

import streamlit as st

from carbonpeak import controls, page
from carbonpeak.exhibits import fuels, region, regions
from carbonpeak.findings.view import BASES, View, region_names
from carbonpeak.selection import Choice

MEASURE = Choice("measure", ("energy", "co2"), "energy", resets=("basis",))
YARDSTICK = Choice("yardstick", regions.YARDSTICKS, "schedule")
TARGET = Choice("target", ("national", "own"), "national")
YEAR = Choice("year", ("2021", "2022"), "2022")
BASIS_OF = {
    measure: Choice("basis", tuple(bases), next(iter(bases))) for measure, bases in BASES.items()
}

reader = page.begin("regions", (MEASURE, YARDSTICK, TARGET, YEAR))
made, lang, chosen, say = page.made, reader.lang, reader.chosen, reader.say
names = made(region_names, lang)
REGION = Choice("region", ("", *names), "")
BASIS = BASIS_OF[chosen.one("measure")]
more = page.more_choices(reader, (BASIS, REGION))


def region_name(code: str) -> str:
    """Return the name of a province, or the words for none."""
    return names[code] if code else say("control.none")


with st.container(horizontal=True, key="controls"):
    controls.pick(MEASURE, chosen, say("control.measure"), lambda code: say(f"measure.{code}"))
    controls.pick(BASIS, more, say("control.basis"), lambda code: say(f"basis.{code}"))
    controls.pick(
        YARDSTICK, chosen, say("control.yardstick"), lambda code: say(f"yardstick.{code}")
    )
    controls.pick(TARGET, chosen, say("control.target"), lambda code: say(f"target.{code}"))
    controls.pick(YEAR, chosen, say("control.year"), str)
view = View(chosen.one("measure"), more.one("basis"), int(chosen.one("year")), chosen.one("target"))

yardstick = chosen.one("yardstick")
left, right = st.columns(2, gap="medium")
with left:
    tiles = made(regions.tile_grid, view, yardstick, lang)
    page.show(tiles, reader, controls.on_click(REGION, "chart-region_tiles"))
    st.caption(made(regions.own_targets, view, lang))
with right:
    ranked = made(regions.ranking, view, yardstick, lang)
    page.show(ranked, reader, controls.on_click(REGION, "chart-region_ranking"))
page.show(made(regions.overview_table, view, yardstick, lang), reader)

controls.choose(REGION, more, say("control.region"), region_name)
code = more.one("region")
if code:
    st.header(say("regions.drill", name=names[code]), anchor=False)
    for remark in made(region.remarks, view, code, lang):
        st.markdown(remark)
    left, right = st.columns(2, gap="medium")
    with left:
        page.show(made(region.path, view, code, names[code], lang), reader)
    with right:
        page.show(made(fuels.of_region, lang, view.measure, code, names[code]), reader)
    page.show(made(region.sectors, view, code, names[code], lang), reader)
    page.links("sectors", "sector", made(region.largest_sectors, view, code, lang), reader)
