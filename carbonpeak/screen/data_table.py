"""A table of the catalogue to look at: searched, filtered, sorted, page by page, as files.

Everything chosen stands in the address, so that a link shows the same rows.
"""

from dataclasses import replace
from math import ceil

import pandas as pd
import streamlit as st

from carbonpeak.data.catalogue import Field, Table
from carbonpeak.data.dataset import Dataset
from carbonpeak.data.table_rows import Condition, Wanted
from carbonpeak.export.rows import codebook
from carbonpeak.screen import controls, markup, rows_table
from carbonpeak.screen import table_address as address
from carbonpeak.screen.reader import Reader
from carbonpeak.words.numbers import number

# A column of no more values than these offers them in a list.
MOST_LISTED = 60


def show(reader: Reader, table: Table) -> None:
    """Show the rows of a table as the address asks for them."""
    asked = address.read(table, controls.asked())
    for name, value in asked.unknown:
        said = reader.say("rows.unknown", name=name, value=value, table=table.name)
        st.html(markup.said(said))
    wanted = asked.wanted
    _search(reader, table, wanted)
    _filters(reader, table, wanted)
    count = reader.data.cached(Dataset.count_of, wanted)
    if not count:
        st.html(markup.said(reader.say("rows.none")))
        return
    _page(reader, table, wanted, asked.part, count)
    rows_table.downloads(reader, reader.data, wanted, count, "data-table")


def _search(reader: Reader, table: Table, wanted: Wanted) -> None:
    """Show what the rows are searched for and sorted by."""
    say = reader.say
    left, middle, right = st.columns([3, 2, 1], vertical_alignment="bottom")
    with left:
        st.session_state["data-search"] = wanted.search
        rows_table.search(reader, "data-search", _on_search, wanted)
    with middle:
        st.session_state["data-order"] = wanted.order
        st.selectbox(
            say("rows.order"),
            ["", *(one.name for one in table.fields)],
            format_func=lambda one: _column_words(reader, table, one) or say("rows.order.key"),
            key="data-order",
            on_change=_on_order,
            args=(wanted,),
        )
    with right:
        st.session_state["data-down"] = wanted.descending
        st.checkbox(
            say("rows.descending"), key="data-down", on_change=_on_order, args=(wanted,),
            disabled=not wanted.order,
        )  # fmt: skip


def _on_search(wanted: Wanted) -> None:
    _say(replace(wanted, search=st.session_state["data-search"]))


def _on_order(wanted: Wanted) -> None:
    order = st.session_state["data-order"]
    _say(replace(wanted, order=order, descending=bool(order and st.session_state["data-down"])))


def _say(wanted: Wanted) -> None:
    """Write into the address which rows are wanted, from the first page on."""
    for name in address.NAMES:
        st.query_params.pop(name, None)
    for name, values in address.written(wanted).items():
        st.query_params[name] = values


def _column_words(reader: Reader, table: Table, name: str) -> str:
    fields = {one.name: one for one in table.fields}
    return codebook.short(table, fields[name], reader.say) if name else ""


def _filters(reader: Reader, table: Table, wanted: Wanted) -> None:
    """Show the filter of one column at a time; those of all columns hold together."""
    say = reader.say
    with st.expander(say("rows.filters"), expanded=bool(wanted.conditions)):
        column = st.selectbox(
            say("rows.filter.column"),
            [one.name for one in table.fields],
            format_func=lambda name: _column_words(reader, table, name),
            key=f"filter-column-{table.name}",
            index=_first_filtered(table, wanted),
        )
        field = next(one for one in table.fields if one.name == column)
        _filter(reader, table, wanted, field)
        if wanted.conditions:
            said = rows_table.asked(table, replace(wanted, search=""), say)
            st.html(markup.line(say("source.conditions", conditions=said)))
            bare = replace(wanted, conditions=())
            st.button(say("rows.clear"), key="filter-clear", on_click=_say, args=(bare,))


def _first_filtered(table: Table, wanted: Wanted) -> int:
    names = [one.name for one in table.fields]
    return names.index(wanted.conditions[0].column) if wanted.conditions else 0


def _filter(reader: Reader, table: Table, wanted: Wanted, field: Field) -> None:
    """Show the filter of a column: its values where they are few, bounds of numbers, or a text."""
    others = replace(wanted, conditions=address.with_condition(wanted, field.name, None), search="")
    known = reader.data.cached(Dataset.values_of, others, field.name, MOST_LISTED + 1)
    key = f"filter-{table.name}-{field.name}"
    _empty(reader, wanted, field, key)
    if len(known) <= MOST_LISTED:
        _values(reader, table, wanted, field, known, key)
    elif field.type in address.NUMERIC:
        _bounds(reader, wanted, field, key)
    else:
        st.session_state[key] = address.condition_on(wanted, field.name).text
        st.text_input(
            reader.say("rows.filter.text"),
            key=key,
            on_change=_on_text,
            args=(wanted, field.name, key),
        )


def _empty(reader: Reader, wanted: Wanted, field: Field, key: str) -> None:
    """Offer the rows that have no value in a column, where it may have none."""
    if field.required:
        return
    st.session_state[f"{key}-empty"] = address.condition_on(wanted, field.name).is_empty
    st.checkbox(
        reader.say("rows.filter.empty"),
        key=f"{key}-empty",
        on_change=_on_empty,
        args=(wanted, field.name, key),
    )


def _on_empty(wanted: Wanted, column: str, key: str) -> None:
    _filtered(wanted, Condition(column, is_empty=st.session_state[f"{key}-empty"]))


def _values(
    reader: Reader, table: Table, wanted: Wanted, field: Field, known: pd.DataFrame, key: str
) -> None:
    names = codebook.names(reader.data, table, field.name, reader.say)
    counts = dict(zip(known["value"].dropna(), known["row_count"], strict=False))
    chosen = address.condition_on(wanted, field.name).values or ()
    st.session_state[key] = [one for one in chosen if one in counts]
    st.multiselect(
        reader.say("rows.filter.values"),
        list(counts),
        format_func=lambda one: f"{names.get(one, '')} {one} · {number(counts[one])}".strip(),
        key=key,
        on_change=_on_values,
        args=(wanted, field.name, key),
    )


def _bounds(reader: Reader, wanted: Wanted, field: Field, key: str) -> None:
    one = address.condition_on(wanted, field.name)
    for column, side, value in zip(
        st.columns(2), ("low", "high"), (one.low, one.high), strict=True
    ):
        with column:
            st.session_state[f"{key}-{side}"] = value
            st.number_input(
                reader.say(f"rows.filter.{side}"),
                value=None,
                key=f"{key}-{side}",
                format="%f" if field.type == "number" else "%g",
                on_change=_on_bounds,
                args=(wanted, field.name, key),
            )


def _on_text(wanted: Wanted, column: str, key: str) -> None:
    _filtered(wanted, Condition(column, text=st.session_state[key].strip()))


def _on_values(wanted: Wanted, column: str, key: str) -> None:
    _filtered(wanted, Condition(column, tuple(st.session_state[key]) or None))


def _on_bounds(wanted: Wanted, column: str, key: str) -> None:
    low, high = (st.session_state[f"{key}-{side}"] for side in ("low", "high"))
    _filtered(wanted, Condition(column, low=low, high=high))


def _filtered(wanted: Wanted, new: Condition) -> None:
    _say(replace(wanted, conditions=address.with_condition(wanted, new.column, new)))


def _page(reader: Reader, table: Table, wanted: Wanted, part: int, count: int) -> None:
    """Show one page of the rows, and the way to the next ones; past the end the last is shown."""
    say, size = reader.say, rows_table.PAGE_ROWS
    last = ceil(count / size)
    part = min(part, last)
    first = (part - 1) * size
    rows = rows_table.part(reader.data, wanted, first, reader.say)
    shown = {"first": number(first + 1), "last": number(first + len(rows))}
    key = "rows.count" if last > 1 else "rows.count.one_page"
    st.caption(say(key, rows=number(count), **shown))
    rows_table.show(reader, table, rows, f"rows-{table.name}")
    if last > 1:
        with st.container(horizontal=True, key="rows-pages"):
            _turn(say("rows.previous"), part - 1, part > 1, "rows-previous")
            _turn(say("rows.next"), part + 1, part < last, "rows-next")


def _turn(label: str, part: int, is_there: bool, key: str) -> None:
    st.button(label, key=key, disabled=not is_there, on_click=_to_part, args=(part,))


def _to_part(part: int) -> None:
    st.query_params[address.PART] = str(part)
