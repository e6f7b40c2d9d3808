"""Data and methods: every table, source, definition, query and known fault, and the version."""

import streamlit as st

from carbonpeak.data import queries
from carbonpeak.figures.choices import Choice
from carbonpeak.screen import controls, data_table, page, rows_table, table_address
from carbonpeak.topics.methods import tables as methods
from carbonpeak.topics.methods.definitions import definitions
from carbonpeak.topics.methods.words import NEWS, UPDATED
from carbonpeak.words.numbers import number

shipped = queries.shipped()
QUERY = Choice("query", tuple(shipped), next(iter(shipped)))

reader = page.begin("methods")
data, say = reader.data, reader.say
catalogue = data.catalogue
TABLE = Choice("table", tuple(table.name for table in catalogue.tables), "co2", table_address.NAMES)
chosen = page.more_choices(reader, (TABLE, QUERY))

rows = sum(table.row_count for table in catalogue.tables)
counts = {"version": catalogue.version, "tables": len(catalogue.tables), "rows": number(rows)}
st.markdown(say("methods.version", **counts))

with st.expander(say("methods.news", date=UPDATED)):
    st.markdown("\n".join(f"- {say.text(one)}" for one in NEWS))

st.header(say("methods.tables"), anchor=False)
table = catalogue.table(chosen.one("table"))
titles = {one.name: say.text(one.title) for one in catalogue.tables}
controls.choose(TABLE, chosen, say("control.table"), lambda name: f"{titles[name]} · {name}")
page.heading(say.text(table.title), table.path)
data_table.show(reader, table)
with st.expander(say("methods.fields")):
    page.table(methods.fields(table, say), say.text(table.title), words=True)
with st.expander(say("methods.all_tables")):
    page.table(methods.tables(catalogue, say), say("methods.tables"), words=True)

st.header(say("methods.definitions"), anchor=False)
st.markdown("\n\n".join(data.cached(definitions, say)))

st.header(say("methods.faults"), anchor=False)
page.table(data.cached(methods.faults, say), say("methods.faults"), words=True)
st.caption(say("methods.faults.unmarked"))

st.header(say("methods.validation"), anchor=False)
sentence, checked = data.cached(methods.validation, say)
st.markdown(sentence)
with st.expander(say("figure.table")):
    page.table(checked, say("methods.validation"))
page.figure(reader, "inventories")

st.header(say("methods.sources"), anchor=False)
named, cited = data.cached(methods.sources, say)
rows_table.linked(named, say("methods.sources"), say)
st.caption(say("methods.sources.cited", count=cited))
page.links("methods", "table", {"sources": titles["sources"]}, reader)

st.header(say("methods.queries"), anchor=False)
st.caption(say("methods.query.note"))
controls.choose(QUERY, chosen, say("control.query"), str)
query = shipped[chosen.one("query")]
st.markdown(methods.query_words(query, say))
st.code(query.sql, language="sql", wrap_lines=True)
page.end(reader)
