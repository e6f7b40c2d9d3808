"""Product footprint: reckon a product, find a factor, see what was published, know the goals."""

import streamlit as st

from carbonpeak.screen import export_making, found_factors, page, study_editor
from carbonpeak.topics.footprint import lead

reader = page.begin("footprint")
data, say = reader.data, reader.say

page.lead(data.cached(lead.lead, say))
st.caption(data.cached(lead.more, say))

st.header(say("study.head"), anchor=False)
study_editor.choose(reader)
is_sound = study_editor.tell(reader)
if is_sound:
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "footprint_stages")
    with right:
        page.figure(reader, "footprint_steps")

with page.by_hand("study"):
    st.subheader(say("study.head.edit"), anchor=False)
    study_editor.edit(reader)
if is_sound:
    page.figure(reader, "footprint_shares")
    page.figure(reader, "footprint_rows")
    with page.by_hand("statement"):
        study_editor.save(reader)
        st.subheader(say("study.statement"), anchor=False)
        export_making.of_statement(reader, reader.chosen.study)

with st.container() if reader.figure("footprint_compared") else page.by_hand("compare"):
    st.header(say("study.head.compare"), anchor=False)
    study_editor.compare(reader)

st.header(say("footprint.head.library"), anchor=False)
found_factors.search(reader)
left, right = st.columns(2, gap="medium")
with left:
    page.figure(reader, "electricity_footprint")
with right:
    page.pick(reader, "gridyear")
    page.figure(reader, "grid_factors")
with st.container(horizontal=True, key="factor-controls"):
    page.choose(reader, "factor", "standing", "factoryear", "factorregion")
page.figure(reader, "factor_library")
page.figure(reader, "coal_spread")

st.header(say("footprint.head.records"), anchor=False)
page.pick(reader, "stated")
page.figure(reader, "vehicles_stated")
page.pick(reader, "record")
page.figure(reader, "vehicle_records")

st.header(say("footprint.head.goals"), anchor=False)
page.figure(reader, "footprint_dates")
page.choose(reader, "matter")
page.figure(reader, "footprint_register")
page.end(reader)
