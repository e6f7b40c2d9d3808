"""Own data: a file of one's own figures from its table and template to a published version."""

import streamlit as st

from carbonpeak.screen import own_draft, own_files, page, visitor

reader = page.begin("own_data")
say = reader.say
st.markdown(say("own.intro"))

st.header(say("own.head.table"), anchor=False)
page.choose(reader, "table")
own_files.templates(reader)

st.header(say("own.head.files"), anchor=False)
given = own_files.given(reader) if visitor.is_let("import", reader.lang) else None
if given is None:
    st.info(say("own.files.none"))
else:
    st.header(say("own.head.found"), anchor=False)
    own_files.found(reader, given)
    own_draft.confirm_and_make(reader, given)
own_draft.publish(reader)
page.end(reader)
