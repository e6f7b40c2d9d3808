"""The factors that a search found: a table to sort, each with the address of its source."""

import re

import pandas as pd
import streamlit as st

from carbonpeak.figures.table import Table
from carbonpeak.screen.reader import Reader

# An address within the name of a source.
ADDRESS = re.compile(r"https?://[^\s|;，；]+")


def show(reader: Reader, table: Table, found: pd.DataFrame) -> None:
    """Show the rows of a table of factors; values stay numbers so that they can be sorted."""
    link, value = reader.say("footprint.column.link"), reader.say("footprint.column.value")
    frame = table.texts()
    frame[link] = [address_of(one) for one in found["source_en"]]
    frame[value] = found["value"].to_numpy()
    columns = {
        link: st.column_config.LinkColumn(link, display_text=reader.say("footprint.open.source")),
        value: st.column_config.NumberColumn(value, format="%.7g"),
    }
    st.dataframe(frame, hide_index=True, column_config=columns)


def address_of(source: object) -> str | None:
    """Return the address that a source names, None where it names none."""
    found = ADDRESS.search(str(source))
    return found[0] if found else None
