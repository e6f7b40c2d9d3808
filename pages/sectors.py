"""Sectors: which divisions and plan industries pull or lag, and one of them a level down."""

import streamlit as st

from carbonpeak import page, server
from carbonpeak.exhibits import sector
from carbonpeak.figures.sectors import view as view_of

reader = page.begin("sectors")
made, lang, say = server.made, reader.lang, reader.say
with st.container(horizontal=True, key="controls"):
    page.pick(reader, "measure", "group", "year", "sort")
if reader.chosen.one("group") == "division":
    left, right = st.columns([1, 2])
    with left:
        page.choose(reader, "among")
    with right:
        page.choose_many(reader, "sectors")

if page.figure(reader, "sector_ranking", clicks=("sector",), empty="sectors.empty"):
    page.figure(reader, "sector_table")

page.choose(reader, "sector")
code = reader.chosen.one("sector")
if code:
    view = view_of(reader.chosen)
    st.header(say("sectors.drill", name=reader.words("sector", code)), anchor=False)
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "sector_path")
    with right:
        page.figure(reader, "sector_fuels")
    page.figure(reader, "sector_provinces")
    page.links("regions", "region", made(sector.largest_provinces, view, code, lang), reader)
