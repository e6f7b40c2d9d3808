"""Drivers: why energy and CO2 changed, for all industry, a province, a division or both."""

import streamlit as st

from carbonpeak import page, server
from carbonpeak.exhibits import driver_members, driver_notes
from carbonpeak.figures.drivers import question as question_of

reader = page.begin("drivers")
made, lang, chosen, say = server.made, reader.lang, reader.chosen, reader.say
with st.container(horizontal=True, key="controls"):
    page.pick(reader, "measure", "basis", "form")
for column, name in zip(st.columns(4), ("from", "to", "region", "sector"), strict=True):
    with column:
        page.choose(reader, name)

question = question_of(chosen)
refused = made(driver_notes.refused, question, chosen.one("form"), lang)
if refused:
    st.info(refused)
else:
    question, narrowed = made(driver_notes.narrowed, question, lang)
    if narrowed:
        st.info(narrowed)
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "driver_waterfall")
    with right:
        page.figure(reader, "driver_years")
    for kind, code in (("region", question.region_code), ("sector", question.sector_code)):
        page.links(f"{kind}s", kind, {code: reader.words(kind, code)} if code else {}, reader)
    part = driver_members.part_of(question, chosen.one("split"))
    if part and not (question.region_code or question.sector_code):
        page.pick(reader, "split")
    if part and reader.exhibit("driver_members"):
        page.figure(reader, "driver_members", clicks=(part,))
        page.figure(reader, "driver_table")
    elif part:
        st.info(say("regions.no_split", name=reader.words("region", question.region_code)))

st.header(say("structure.head"), anchor=False)
page.pick(reader, "span")
left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "structure_waterfall")
with right:
    page.figure(reader, "structure_divisions")
st.header(say("drivers.limits"), anchor=False)
page.table(made(driver_notes.limits, lang), say("drivers.limits"), words=True)
