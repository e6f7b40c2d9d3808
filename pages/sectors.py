"""Sectors: which divisions and plan industries pull or lag, and one of them a level down."""

import streamlit as st

from carbonpeak.screen import page
from carbonpeak.topics.sectors import division as sector

reader = page.begin("sectors")
data, chosen, say = reader.data, reader.chosen, reader.say
with st.container(horizontal=True, key="controls"):
    page.pick(reader, "measure", "year", "sort")
with st.expander(say("control.more")):
    page.pick(reader, "group")
    if chosen.listing.group == "division":
        left, right = st.columns([1, 2])
        with left:
            page.choose(reader, "among")
        with right:
            page.choose_many(reader, "sectors")

code = chosen.sector
left, right = st.columns(2, gap="medium")
with left:
    is_listed = page.figure(reader, "sector_ranking", clicks=("sector",), empty="sectors.empty")
with right:
    if is_listed:
        page.figure(reader, "sector_scatter", clicks=("sector",), empty="sectors.scatter.empty")
    page.choose(reader, "sector")
    if code:
        st.header(say("sectors.drill", name=reader.words("sector", code)), anchor=False)
        page.figure(reader, "sector_path")
if code:
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "sector_fuels")
    with right:
        page.figure(reader, "sector_provinces")
    largest = data.cached(sector.largest_provinces, chosen.view, code, say)
    page.links("regions", "region", largest, reader)
if is_listed:
    page.figure(reader, "sector_table")
page.end(reader)
