"""The entry of the dashboard: its pages, each of which can also run alone."""

import streamlit as st

from carbonpeak.screen import measured, turns
from carbonpeak.screen.page import NAMES, language
from carbonpeak.words import say

pages = [
    st.Page(f"pages/{name}.py", title=say(f"nav.{name}", language()), default=name == NAMES[0])
    for name in NAMES
]
chosen = st.navigation(pages, position="hidden")
with measured.run(chosen.url_path or NAMES[0]), turns.taken():
    chosen.run()
