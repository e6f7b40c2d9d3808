"""Rows that a reader searches by typing: targets of the register, names on the lists.

What is typed stands in the address, so that a link shows the same rows.
"""

from dataclasses import replace

import streamlit as st

from carbonpeak.data.dataset import Dataset
from carbonpeak.data.table_rows import LONGEST_SEARCH, Condition, Wanted, words_of
from carbonpeak.screen import rows_table, rows_view
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.green import analysis_goals
from carbonpeak.topics.green.choices import EVERY
from carbonpeak.words.numbers import number

FIND, FIRM = "find", "firm"
REGISTER, ENTITIES = "green_register", "green_entities"
NUMBER = "number"


def targets(reader: Reader) -> None:
    """Show the rows of the register that are filtered and say what is searched for."""
    asked = typed(reader, FIND, "green.find", "green.find.hint")
    figure = reader.figure(REGISTER)
    if figure is None:
        return
    found = analysis_goals.found(reader.data, " ".join(words_of(asked)))
    codes = [str(cell.value) for cell in figure.table.column(NUMBER).cells]
    kept = [place for place, code in enumerate(codes) if code in found]
    rows = rows_view.values(figure.table)
    st.caption(reader.say("rows.left", left=len(kept), all=len(rows)))
    st.dataframe(
        rows.iloc[kept],
        hide_index=True,
        column_config=rows_view.config(figure.table),
        placeholder="–",
        key="register-rows",
        alt=figure.title,
    )


def entities(reader: Reader) -> None:
    """Show names on the lists of the chosen kind, batch and province, as far as they are found."""
    st.caption(reader.say("green.firm.note"))
    wanted = replace(_chosen(reader), search=typed(reader, FIRM, "green.firm", "green.firm.hint"))
    count = reader.data.cached(Dataset.count_of, wanted)
    if not count:
        st.caption(reader.say("rows.none"))
        return
    rows = rows_table.part(reader.data, wanted, 0, reader.say)
    shown = {"first": number(1), "last": number(len(rows))}
    st.caption(reader.say("rows.count", rows=number(count), **shown))
    table = reader.data.catalogue.table(ENTITIES)
    rows_table.show(reader, table, rows, "entity-rows")
    rows_table.downloads(reader, reader.data, wanted, count, "entities")


def _chosen(reader: Reader) -> Wanted:
    """Return the rows of the lists that the choices of the page ask for."""
    chosen = reader.chosen
    asked = {
        "kind": chosen.kind,
        "batch": "" if chosen.batch == EVERY else chosen.batch,
        "region_code": chosen.region,
    }
    conditions = (Condition(column, (code,)) for column, code in asked.items() if code)
    return Wanted(ENTITIES, tuple(conditions))


def typed(reader: Reader, name: str, label: str, hint: str) -> str:
    """Show a field to search in, and return what the address says of it."""
    st.session_state[name] = st.query_params.get(name, "")[:LONGEST_SEARCH]
    return rows_table.search(reader, name, _write, name, label=label, hint=hint)


def _write(name: str) -> None:
    asked = st.session_state[name].strip()[:LONGEST_SEARCH]
    if asked:
        st.query_params[name] = asked
    else:
        st.query_params.pop(name, None)
