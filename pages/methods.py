"""Data and methods: every table, source, definition, query and known fault, and the version."""

import streamlit as st

from carbonpeak import controls, page, queries, server
from carbonpeak.exhibits import methods
from carbonpeak.selection import Choice
from carbonpeak.wording import pick
from carbonpeak.wording.methods import DEFINITIONS
from carbonpeak.wording.numbers import number

shipped = queries.shipped()
QUERY = Choice("query", tuple(shipped), next(iter(shipped)))

reader = page.begin("methods")
made, lang, say = server.made, reader.lang, reader.say
catalogue = server.warehouse().catalogue
TABLE = Choice("table", tuple(table.name for table in catalogue.tables), "co2")
chosen = page.more_choices(reader, (TABLE, QUERY))

rows = sum(table.row_count for table in catalogue.tables)
counts = {"version": catalogue.version, "tables": len(catalogue.tables), "rows": number(rows)}
st.markdown(say("methods.version", **counts))

st.header(say("methods.definitions"), anchor=False)
st.markdown("\n\n".join(say(key) for key in DEFINITIONS))

st.header(say("methods.faults"), anchor=False)
page.table(made(methods.faults, lang), say("methods.faults"), words=True)

st.header(say("methods.validation"), anchor=False)
sentence, checked = made(methods.validation, lang)
st.markdown(sentence)
with st.expander(say("figure.table")):
    page.table(checked, say("methods.validation"))
page.figure(reader, "inventories")

st.header(say("methods.sources"), anchor=False)
named, cited = made(methods.sources, lang)
page.table(named, say("methods.sources"), words=True)
st.caption(say("methods.sources.cited", count=cited))

st.header(say("methods.tables"), anchor=False)
page.table(methods.tables(catalogue, lang), say("methods.tables"), words=True)
controls.choose(TABLE, chosen, say("control.table"), str)
table = catalogue.table(chosen.one("table"))
page.heading(pick(table.title, lang), table.path)
page.table(methods.fields(table, lang), pick(table.title, lang), words=True)

st.header(say("methods.queries"), anchor=False)
st.caption(say("methods.query.note"))
controls.choose(QUERY, chosen, say("control.query"), str)
query = shipped[chosen.one("query")]
st.markdown(methods.query_words(query))
st.code(query.sql, language="sql", wrap_lines=True)
