"""The rows behind a figure to sort and to filter: by what they say, and by a least value."""

from typing import Any

import pandas as pd
import streamlit as st

from carbonpeak.figures.table import Column, Table
from carbonpeak.screen.reader import Reader

LONGEST_FILTER = 100


def show(reader: Reader, table: Table, name: str) -> None:
    """Show a table whose heads sort it, with a filter of text and one of a least value."""
    frame, say = values(table), reader.say
    numeric = [column.head.label for column in table.shown if column.is_number]
    with st.container(horizontal=True):
        asked = st.text_input(say("rows.filter"), key=f"rows-text-{name}", max_chars=LONGEST_FILTER)
        column = st.selectbox(
            say("rows.column"),
            numeric,
            index=None,
            key=f"rows-column-{name}",
            placeholder=say("rows.any"),
        )
        least = st.number_input(
            say("rows.least"), value=None, key=f"rows-least-{name}", disabled=column is None
        )
    left = filtered(frame, table.texts(), asked, column, least)
    st.caption(say("rows.left", left=len(left), all=len(frame)))
    st.dataframe(
        left,
        hide_index=True,
        column_config=config(table),
        placeholder="–",
        key=f"rows-{name}",
        alt=say("drawer.rows"),
    )


def values(table: Table) -> pd.DataFrame:
    """Return the values of the columns that readers see: numbers in the written unit, else texts.

    What is missing is NaN in a column of numbers: it sorts to the end.
    """
    return pd.DataFrame({one.head.label: _column(one) for one in table.shown})


def filtered(
    frame: pd.DataFrame, texts: pd.DataFrame, asked: str, column: str | None, least: float | None
) -> pd.DataFrame:
    """Return the rows that say a text anywhere and, where a column is named, reach a value."""
    says = texts.apply(lambda cells: cells.str.contains(asked, case=False, regex=False))
    kept = says.any(axis=1)
    if column is not None and least is not None:
        kept &= frame[column] >= least
    left: pd.DataFrame = frame[kept]
    return left


def _column(column: Column) -> list[float | str | None]:
    if not column.is_number:
        return [cell.text for cell in column.cells]
    return [
        cell.form.written(float(cell.value))
        if cell.form is not None and isinstance(cell.value, int | float)
        else None
        for cell in column.cells
    ]


def config(table: Table) -> dict[str, Any]:
    """Return how numbers are written: with the decimals and the sign of their cells."""
    found: dict[str, Any] = {}
    for column in table.shown:
        forms = [cell.form for cell in column.cells if cell.form is not None]
        if forms:
            form = forms[0]
            sign = "+" if form.sign else ""
            digits = f"%{sign}.{form.digits}f{form.suffix.replace('%', '%%')}"
            found[column.head.label] = st.column_config.NumberColumn(
                format="%d" if form.is_year else digits
            )
    return found
