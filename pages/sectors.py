"""Sectors: which divisions and plan industries pull or lag, and one of them a level down."""

import streamlit as st

from carbonpeak import controls, page
from carbonpeak.exhibits import fuels, sector, sectors
from carbonpeak.exhibits.listing import SORTS, Listing
from carbonpeak.findings.view import View
from carbonpeak.selection import Choice, ManyChoice
from carbonpeak.wording import pick
from carbonpeak.wording.terms import PLAN_INDUSTRIES, SECTOR_SHORT

CODES = tuple(SECTOR_SHORT)
MEASURE = Choice("measure", ("energy", "co2"), "energy", resets=("basis",))
GROUP = Choice("group", ("division", "plan"), "division")
AMONG = Choice("among", ("all", "energy_intensive", "carbon_market", *PLAN_INDUSTRIES), "all")
SORT = Choice("sort", SORTS, SORTS[0])
YEAR = Choice("year", ("2021", "2022"), "2022")
CHOSEN = ManyChoice("sectors", CODES)
SECTOR = Choice("sector", ("", *CODES), "31")

reader = page.begin("sectors", (MEASURE, GROUP, AMONG, SORT, YEAR, CHOSEN, SECTOR))
made, lang, chosen, say = page.made, reader.lang, reader.chosen, reader.say


def sector_name(code: str) -> str:
    """Return the short name of a division, or the words for none."""
    return pick(SECTOR_SHORT[code], lang) if code else say("control.none")


def among_name(code: str) -> str:
    """Return the words of a group of divisions."""
    return pick(PLAN_INDUSTRIES[code], lang) if code in PLAN_INDUSTRIES else say(f"filter.{code}")


with st.container(horizontal=True, key="controls"):
    controls.pick(
        MEASURE, chosen, say("control.measure"), lambda code: say(f"sectors.measure.{code}")
    )
    controls.pick(GROUP, chosen, say("control.group"), lambda code: say(f"group.{code}"))
    controls.pick(YEAR, chosen, say("control.year"), str)
    controls.pick(SORT, chosen, say("control.sort"), lambda code: say(f"sort.{code}"))
view = View(chosen.one("measure"), year=int(chosen.one("year")))
group = chosen.one("group")
if group == "division":
    left, right = st.columns([1, 2])
    with left:
        controls.choose(AMONG, chosen, say("control.filter"), among_name)
    with right:
        controls.choose_many(CHOSEN, chosen, say("control.sectors"), sector_name, lang)

listing = Listing(group, chosen.one("among"), chosen.many("sectors"), chosen.one("sort"))
ranked = made(sectors.ranking, view, listing, lang)
if ranked is None:
    st.info(say("sectors.empty"))
else:
    page.show(ranked, reader, controls.on_click(SECTOR, "chart-sector_ranking"))
    page.show(made(sectors.overview_table, view, listing, lang), reader)

controls.choose(SECTOR, chosen, say("control.sector"), sector_name)
code = chosen.one("sector")
if code:
    st.header(say("sectors.drill", name=sector_name(code)), anchor=False)
    left, right = st.columns(2, gap="medium")
    with left:
        page.show(made(sector.path, view, code, lang), reader)
    with right:
        page.show(made(fuels.of_sector, lang, view.measure, code, sector_name(code)), reader)
    page.show(made(sector.provinces, view, code, lang), reader)
    page.links("regions", "region", made(sector.largest_provinces, view, code, lang), reader)
