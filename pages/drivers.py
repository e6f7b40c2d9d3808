"""Drivers: why energy and CO2 changed, for all industry, a province, a division or both."""

import streamlit as st

from carbonpeak.screen import page
from carbonpeak.topics.drivers import members as driver_members
from carbonpeak.topics.drivers import notes as driver_notes
from carbonpeak.topics.drivers.analysis_answer import decide

reader = page.begin("drivers")
data, chosen, say = reader.data, reader.chosen, reader.say
with st.container(horizontal=True, key="controls"):
    page.pick(reader, "measure")
    page.choose(reader, "from", "to")
with st.expander(say("control.more")):
    with st.container(horizontal=True, key="more"):
        page.pick(reader, "basis", "form")
    for column, name in zip(st.columns(2), ("region", "sector"), strict=True):
        with column:
            page.choose(reader, name)

question = decide(data, chosen.question, chosen.form).question
if question is None:
    st.info(driver_notes.refused(data, chosen.question, chosen.form, say))
else:
    narrowed = driver_notes.narrowed(data, chosen.question, say)[1]
    if narrowed:
        st.info(narrowed)
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "driver_waterfall")
    with right:
        page.figure(reader, "driver_years")
    division = question.sector_code if question.is_one_sector else ""
    for kind, code in (("region", question.region_code), ("sector", division)):
        page.links(f"{kind}s", kind, {code: reader.words(kind, code)} if code else {}, reader)
    part = driver_members.part_of(question, chosen.split)
    if part and not (question.region_code or question.is_one_sector):
        page.pick(reader, "split")
    if part and reader.figure("driver_members"):
        page.figure(reader, "driver_members", clicks=(part,))
        page.figure(reader, "driver_table")
    elif part:
        st.info(data.cached(driver_notes.no_split, question, say))

st.header(say("structure.head"), anchor=False)
if chosen.question.region_code or chosen.question.sector_code:
    st.markdown(say("structure.hidden"))
else:
    page.pick(reader, "span")
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "structure_waterfall")
    with right:
        page.figure(reader, "structure_divisions")
st.header(say("drivers.limits"), anchor=False)
page.table(data.cached(driver_notes.limits, say), say("drivers.limits"), words=True)
page.end(reader)
