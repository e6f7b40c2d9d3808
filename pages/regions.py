"""Regions: which provinces lead and which lag, by tile and rank, and one of them a level down."""

import streamlit as st

from carbonpeak import page, server
from carbonpeak.exhibits import region, regions
from carbonpeak.figures.regions import view as view_of

reader = page.begin("regions")
made, lang, say = server.made, reader.lang, reader.say
with st.container(horizontal=True, key="controls"):
    page.pick(reader, "measure", "basis", "yardstick", "target", "year")
view = view_of(reader.chosen)

left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "region_tiles", clicks=("region",))
    st.caption(made(regions.own_targets, view, lang))
with right:
    page.figure(reader, "region_ranking", clicks=("region",))
page.figure(reader, "region_table")

page.choose(reader, "region")
code = reader.chosen.one("region")
if code:
    st.header(say("regions.drill", name=reader.words("region", code)), anchor=False)
    for remark in made(region.remarks, view, code, lang):
        st.markdown(remark)
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "region_path")
    with right:
        page.figure(reader, "region_fuels")
    page.figure(reader, "region_sectors")
    page.links("sectors", "sector", made(region.largest_sectors, view, code, lang), reader)
