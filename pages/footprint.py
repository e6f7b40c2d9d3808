"""Product footprint: what the life cycle of a product emits, stage by stage."""

import streamlit as st

from carbonpeak.screen import export_making, page, study_editor

reader = page.begin("footprint")
say = reader.say
chosen = reader.chosen

st.header(say("study.head"), anchor=False)
study_editor.show(reader)
if study_editor.tell(reader):
    left, right = st.columns(2, gap="medium")
    with left:
        page.figure(reader, "footprint_stages")
    with right:
        page.figure(reader, "footprint_steps")
    page.figure(reader, "footprint_shares")
    page.figure(reader, "footprint_rows")
    study_editor.save(reader)
    st.subheader(say("study.statement"), anchor=False)
    export_making.of_statement(reader, chosen.study)

st.header(say("study.head.compare"), anchor=False)
study_editor.compare(reader)
page.end(reader)
