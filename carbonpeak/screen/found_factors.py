"""The search of the library: what it finds is a table to sort, each with its source's address."""

import pandas as pd
import streamlit as st

from carbonpeak.domain import factor_search
from carbonpeak.domain.addresses import addresses
from carbonpeak.figures.table import Table
from carbonpeak.screen import searched
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.footprint import library


def search(reader: Reader) -> None:
    """Show the field of the search, and what is found once something is typed."""
    say = reader.say
    asked = searched.typed(reader, searched.FIND, "footprint.search", "footprint.search.hint")
    if not asked.strip():
        return
    with_us = st.checkbox(say("study.pick.us"), key="factor-search-us")
    found = factor_search.found(reader.data, asked, with_us)
    if found.empty:
        st.info(say("footprint.search.none"))
        return
    st.caption(say("footprint.search.found", count=len(found)))
    _show(reader, found)


def _show(reader: Reader, found: pd.DataFrame) -> None:
    """Show factors as a table; values stay numbers so that they can be sorted."""
    link, value = reader.say("footprint.column.link"), reader.say("footprint.column.value")
    rows = found.to_dict("records")
    frame = Table.of_rows(library.factor_row(reader.data, row, reader.say) for row in rows).texts()
    # The first document that a source names; a cell opens one address.
    frame[link] = [next(iter(addresses(str(one))), None) for one in found["source_en"]]
    frame[value] = found["value"].to_numpy()
    columns = {
        link: st.column_config.LinkColumn(link, display_text=reader.say("footprint.open.source")),
        value: st.column_config.NumberColumn(value, format="%.7g"),
    }
    st.dataframe(frame, hide_index=True, column_config=columns)
