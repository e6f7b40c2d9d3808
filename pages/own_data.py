"""Own data: a file of one's own figures from its table and template to a published version."""

from itertools import count

import streamlit as st

from carbonpeak.screen import own_draft, own_files, page, visitor

reader = page.begin("own_data")
say = reader.say
# Counted as they are shown: without warnings there is nothing to confirm.
steps = count(1)
st.markdown(say("own.intro"))

st.header(say("own.head.table", step=next(steps)), anchor=False)
page.choose(reader, "table")
own_files.templates(reader)

st.header(say("own.head.files", step=next(steps)), anchor=False)
given = own_files.given(reader) if visitor.is_let("import", reader.lang) else None
if given is None:
    st.info(say("own.files.none"))
else:
    st.header(say("own.head.found", step=next(steps)), anchor=False)
    own_files.found(reader, given)
    own_draft.confirm_and_make(reader, given, steps)
own_draft.publish(reader, steps)
page.end(reader)
