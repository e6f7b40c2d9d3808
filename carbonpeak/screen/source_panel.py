"""The panel of source rows: from a figure, or one number in it, to its rows in the tables."""

from collections.abc import Iterator

import streamlit as st

from carbonpeak.data.asked import Asked
from carbonpeak.data.dataset import DATA_ERRORS, Dataset
from carbonpeak.export import series, source_focus, source_rows
from carbonpeak.export.lookup import FigureError
from carbonpeak.export.printable import PrintableFigure
from carbonpeak.export.source_rows import SourceRows, Step, TableRows
from carbonpeak.screen import export_faults, markup, offered, rows_table, server
from carbonpeak.screen.reader import Reader
from carbonpeak.words.numbers import number
from carbonpeak.words.queries import SUMMARIES
from carbonpeak.words.query_heads import SENTENCES

# The whole figure, in the list of its rows.
ALL_ROWS = -1
SCOPES = ("figure", "read")
# What of the address says which number a reader looks at.
FOCUS = ("region", "sector", "year")


def show(reader: Reader, figure: PrintableFigure | str) -> None:
    """Show the rows of tables that a figure rests on; by its name, as it is chosen on the page.

    They can be searched, narrowed to one row of the figure and taken as files; below stands how
    they were processed. What cannot be had is said in words.
    """
    try:
        printable = _printable(reader, figure)
    except FigureError as fault:
        st.html(markup.said(export_faults.of_figure(reader, fault), "alert"))
        return
    data = _data_of(printable)
    if data is None:
        said = reader.say("source.older", version=printable.passport.data_version)
        st.html(markup.said(said))
        return
    _panel(reader, data, printable)


def _printable(reader: Reader, figure: PrintableFigure | str) -> PrintableFigure:
    if isinstance(figure, PrintableFigure):
        return figure
    return server.printable(reader.data, figure, reader.codes(figure), reader.say)


def _data_of(printable: PrintableFigure) -> Dataset | None:
    """Return the tables of the version that a figure was made from, None where they are gone."""
    try:
        return server.earlier(printable.passport.data_version)
    except DATA_ERRORS:
        return None


def _panel(reader: Reader, data: Dataset, printable: PrintableFigure) -> None:
    say, key = reader.say, f"source-{printable.passport.figure}"
    whole = data.cached(source_rows.find, printable)
    counts = {"tables": len(whole.tables), "rows": number(whole.count)}
    st.caption(say("source.intro", **counts))
    left, right = st.columns(2)
    with left:
        row = _row(reader, data, printable, key)
    with right:
        scope = st.segmented_control(
            say("source.scope"),
            SCOPES,
            format_func=lambda one: say(f"source.scope.{one}"),
            key=f"{key}-scope",
            default=SCOPES[0],
            required=True,
        )
    found = data.cached(source_rows.find, printable, row, scope != SCOPES[0])
    if row is not None:
        _way_to_all(reader, printable, row, found.count, whole.count, key)
    search = rows_table.search(reader, f"{key}-search")
    if not found.tables:
        st.html(markup.said(say("source.none.row")))
    else:
        _tables(reader, data, found.searched(data, search) if search.strip() else found, key)
    _steps(reader, data, printable, found, key)


def _row(reader: Reader, data: Dataset, printable: PrintableFigure, key: str) -> int | None:
    """Return which row of the figure's table is asked about, None for the whole figure.

    At first it is the one that the reader has in focus: what was clicked stands in the address.
    """
    cells = printable.figure.table.shown[0].cells
    asked = {name: st.query_params.get(name, "") for name in FOCUS}
    first = source_focus.row_asked(data, printable.figure, asked)
    chosen = st.selectbox(
        reader.say("source.number"),
        range(ALL_ROWS, len(cells)),
        index=0 if first is None else first - ALL_ROWS,
        format_func=lambda one: (
            reader.say("source.number.all") if one == ALL_ROWS else cells[one].text
        ),
        key=f"{key}-row",
    )
    return None if chosen in (None, ALL_ROWS) else int(chosen)


def _way_to_all(
    reader: Reader, printable: PrintableFigure, row: int, count: int, whole: int, key: str
) -> None:
    """Say that only the rows of one number are shown, how many there are, and how to see all."""
    say, name = reader.say, printable.figure.table.shown[0].cells[row].text
    with st.container(horizontal=True, vertical_alignment="center"):
        st.html(
            markup.line(say("source.narrowed", name=name, rows=number(count), all=number(whole)))
        )
        st.button(
            say("source.widen", rows=number(whole)),
            key=f"{key}-widen",
            type="tertiary",
            on_click=st.session_state.__setitem__,
            args=(f"{key}-row", ALL_ROWS),
        )


def _tables(reader: Reader, data: Dataset, found: SourceRows, key: str) -> None:
    if not found.tables:
        st.html(markup.said(reader.say("source.none")))
        return
    listed = {one.table.name: one for one in found.tables}
    # Said anew: with other numbers of rows in their names the choices count as new ones.
    held = st.session_state.get(f"{key}-table")
    st.session_state[f"{key}-table"] = held if held in listed else next(iter(listed))
    chosen = st.radio(
        reader.say("source.table"),
        list(listed),
        format_func=lambda name: _table_words(reader, listed[name]),
        key=f"{key}-table",
        horizontal=True,
    )
    _rows(reader, data, listed[str(chosen)], key)


def _table_words(reader: Reader, one: TableRows) -> str:
    kind = "cited" if one.is_cited else "beside"
    title = reader.say.text(one.table.title)
    return reader.say(f"source.table.{kind}", title=title, rows=number(one.count))


def _rows(reader: Reader, data: Dataset, one: TableRows, key: str) -> None:
    say = reader.say
    if not one.is_cited:
        st.caption(say("source.beside"))
    asked = rows_table.asked(one.table, one.wanted, say)
    if asked:
        st.html(markup.line(say("source.conditions", conditions=asked)))
    rows = rows_table.part(data, one.wanted, 0, say)
    if len(rows) < one.count:
        first, last = number(1), number(len(rows))
        st.caption(say("rows.count", rows=number(one.count), first=first, last=last))
    rows_table.show(reader, one.table, rows, f"{key}-rows")
    rows_table.downloads(reader, data, one.wanted, one.count, f"{key}-files")


def _steps(
    reader: Reader, data: Dataset, printable: PrintableFigure, found: SourceRows, key: str
) -> None:
    """Show by which queries the figure comes from the rows, and offer all that they return."""
    say = reader.say
    st.markdown(f"**{say('source.steps')}**")
    st.caption(say("source.steps.intro"))
    st.markdown("\n\n".join(_step_lines(reader, found.steps)))
    with st.expander(say("source.sql")):
        for query in dict.fromkeys(one for step in found.steps for one in step.queries):
            st.code(query.sql, language="sql", wrap_lines=True)
    offered.file(
        data,
        say("source.series"),
        lambda: series.packed(data, printable),
        f"{printable.passport.figure}_{data.version}_series.zip",
        mime="application/zip",
        key=f"{key}-series",
        icon=":material/download:",
        help=say("source.series.help"),
    )


def _step_lines(reader: Reader, steps: tuple[Step, ...]) -> Iterator[str]:
    """Give a line for each query with all it was asked with, and for what was summed before it."""
    told: set[str] = set()
    by_name = {step.asked.name: step.queries for step in steps}
    for place, (name, (asked, *kept)) in enumerate(by_name.items(), start=1):
        variants = [_params(reader, one.asked) for one in steps if one.asked.name == name]
        params = reader.say.clauses(one for one in variants if one)
        words = {"sentence": _sentence(reader, name, asked.sentence), "name": name}
        yield reader.say("source.step", place=place, params=params and f": {params}", **words)
        for one in (one for one in kept if one.name not in told):
            told.add(one.name)
            words = {"sentence": _sentence(reader, one.name, one.sentence), "name": one.name}
            yield "- " + reader.say("source.step.kept", **words)


def _params(reader: Reader, asked: Asked) -> str:
    """Return what a query was asked with, lists joined, without what was left open."""
    given = [(name, value) for name, value in asked.params if value is not None]
    texts = (
        f"{name}={'/'.join(map(str, value)) if isinstance(value, tuple) else value}"
        for name, value in given
    )
    return reader.say.listed(texts)


def _sentence(reader: Reader, name: str, english: str) -> str:
    """Return what a query or a kept sum does; its head says it in English, and why it is kept."""
    if not reader.say.is_chinese:
        return english.partition(" Kept ")[0]
    return SENTENCES.get(english) or SUMMARIES[name]
