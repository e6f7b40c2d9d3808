"""Regions: which provinces lead and which lag, by tile and rank, and one of them a level down."""

import streamlit as st

from carbonpeak.screen import page
from carbonpeak.topics.regions import province as region
from carbonpeak.topics.regions import provinces as regions

reader = page.begin("regions")
data, chosen, say = reader.data, reader.chosen, reader.say
with st.container(horizontal=True, key="controls"):
    page.pick(reader, "measure", "year")
with st.expander(say("control.more")), st.container(horizontal=True, key="more"):
    page.pick(reader, "basis", "yardstick", "target")

left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "region_tiles", clicks=("region",))
    st.caption(data.cached(regions.own_targets, chosen.view.measure, say))
with right:
    page.figure(reader, "region_ranking", clicks=("region",))
page.figure(reader, "region_table")
page.figure(reader, "region_official")

page.choose(reader, "region")
code = chosen.region
if chosen.rows_year:
    st.header(say("facilities.head"), anchor=False)
    with st.container(horizontal=True):
        page.pick(reader, "rows_year", "rows_by")
    page.figure(reader, "facility_sums")
if code:
    st.header(say("regions.drill", name=reader.words("region", code)), anchor=False)
    for remark in data.cached(region.remarks, chosen.view, code, say):
        st.markdown(remark)
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "region_path")
    with right:
        page.figure(reader, "region_fuels")
    page.figure(reader, "region_sectors")
    largest = data.cached(region.largest_sectors, chosen.view, code, say)
    page.links("sectors", "sector", largest, reader)
page.end(reader)
