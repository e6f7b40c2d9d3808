"""Data and methods: definitions; then every table, known fault, source and query."""

import streamlit as st

from carbonpeak.data import queries
from carbonpeak.figures.choices import Choice
from carbonpeak.screen import controls, data_table, page, rows_table, table_address
from carbonpeak.topics.methods import tables as methods
from carbonpeak.topics.methods.definitions import definitions
from carbonpeak.topics.methods.words import NEWS, UPDATED
from carbonpeak.words.numbers import number

PARTS = ("definitions", "tables", "faults", "validation", "sources", "queries")
shipped = queries.shipped()
QUERY = Choice("query", tuple(shipped), next(iter(shipped)))

reader = page.begin("methods")
data, say = reader.data, reader.say
catalogue = data.catalogue
TABLE = Choice("table", tuple(table.name for table in catalogue.tables), "co2", table_address.NAMES)
chosen = page.more_choices(reader, (TABLE, QUERY))
heads = {part: say(f"methods.{part}") for part in PARTS}

rows = sum(table.row_count for table in catalogue.tables)
counts = {"version": catalogue.version, "tables": len(catalogue.tables), "rows": number(rows)}
ways = " · ".join(f"[{head}](#{part})" for part, head in heads.items())
st.markdown(f"{say('methods.contents', parts=ways)}  \n{say('methods.version', **counts)}")

st.header(heads["definitions"], anchor="definitions")
st.markdown("\n\n".join(data.cached(definitions, say)))
with st.expander(say("methods.news", date=UPDATED)):
    st.markdown("\n".join(f"- {say.text(one)}" for one in NEWS))

st.header(heads["tables"], anchor="tables")
table = catalogue.table(chosen.one("table"))
titles = {one.name: say.text(one.title) for one in catalogue.tables}
controls.choose(TABLE, chosen, say("control.table"), lambda name: f"{titles[name]} · {name}")
page.heading(titles[table.name], table.path)
data_table.show(reader, table)
with st.expander(say("methods.fields")):
    page.kept_table(reader, methods.fields, table.name, alt=titles[table.name])
with st.expander(say("methods.all_tables")):
    page.kept_table(reader, methods.tables, alt=heads["tables"])

st.header(heads["faults"], anchor="faults")
page.kept_table(reader, methods.faults, alt=heads["faults"])
st.caption(say("methods.faults.unmarked"))

st.header(heads["validation"], anchor="validation")
st.markdown(data.cached(methods.validation, say)[0])
with st.expander(say("figure.table")):
    page.kept_table(reader, methods.checked, alt=heads["validation"], words=False)
page.figure(reader, "inventories")

st.header(heads["sources"], anchor="sources")
named, cited = data.cached(methods.sources, say)
rows_table.linked(named, heads["sources"], say)
st.caption(say("methods.sources.cited", count=cited))
page.links("methods", "table", {"sources": titles["sources"]}, reader)

st.header(heads["queries"], anchor="queries")
st.caption(say("methods.query.note"))
controls.choose(QUERY, chosen, say("control.query"), str)
query = shipped[chosen.one("query")]
st.markdown(methods.query_words(query, say))
st.code(query.sql, language="sql", wrap_lines=True)
page.end(reader)
