"""The drawer beside a figure: how to read it, its notes, its rows, how to cite it."""

import streamlit as st

from carbonpeak.data.dataset import Dataset
from carbonpeak.export import lookup
from carbonpeak.export.lookup import FigureError
from carbonpeak.figures import shape
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import source_list
from carbonpeak.screen import (
    export_faults,
    markup,
    page_data,
    rows_view,
    server,
    source_panel,
    visitor,
)
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.registry import Codes

PARTS = ("notes", "rows", "tables", "cite")


def of_figure(figure: Figure, reader: Reader, codes: Codes, data: Dataset) -> None:
    """Open the drawer of a figure."""
    opened = st.dialog(markup.letters(figure.title), width="medium", position="right")(_shown)
    opened(figure, reader, codes, data)


def _shown(figure: Figure, reader: Reader, codes: Codes, data: Dataset) -> None:
    visitor.require("figure", data.scope, reader.lang)
    st.html(markup.line(figure.subtitle))
    part = st.segmented_control(
        reader.say("drawer.part"),
        PARTS,
        default=PARTS[0],
        format_func=lambda one: reader.say(f"drawer.{one}"),
        key="drawer-part",
        required=True,
        label_visibility="collapsed",
    )
    if part == "rows":
        rows_view.show(reader, figure.table, figure.name)
    elif part == "tables":
        _tables(figure, reader, codes, data)
    elif part == "cite":
        _cite(figure, reader, codes, data)
    else:
        _notes(figure, reader, data)


def _notes(figure: Figure, reader: Reader, data: Dataset) -> None:
    say = reader.say
    standings = [(say(f"standing.{one}"), say(f"standing.{one}.means")) for one in figure.standings]
    parts = [
        markup.section(say("drawer.words"), [figure.alt]),
        markup.section(say("drawer.read"), [say(f"read.{shape.of(figure)}")]),
        markup.section(say("drawer.notes"), figure.notes),
        markup.terms(say("drawer.standing"), standings),
        markup.section(say("drawer.sources"), source_list(data, figure.source_ids, say)),
    ]
    st.html("".join(parts))


def _tables(figure: Figure, reader: Reader, codes: Codes, data: Dataset) -> None:
    """Show the rows of the tables that the figure rests on, with their sources."""
    try:
        source_panel.show(reader, server.printable(data, figure.name, codes, reader.say))
    except FigureError as fault:
        st.html(markup.said(export_faults.of_figure(reader, fault), "alert"))


def _cite(figure: Figure, reader: Reader, codes: Codes, data: Dataset) -> None:
    """Show the link to the view, a citation and the id, each to copy."""
    say = reader.say
    st.caption(say("drawer.link"))
    st.code(page_data.address(), language=None, wrap_lines=True)
    try:
        printable = server.printable(data, figure.name, codes, say)
    except FigureError as fault:
        st.html(markup.said(export_faults.of_figure(reader, fault), "alert"))
        return
    at = f"{st.context.url or ''}".rsplit("/", 1)[0] + "/" + lookup.link(printable)
    st.caption(say("drawer.citation"))
    cited = say(
        "drawer.cited",
        title=figure.title,
        version=data.version,
        sources=printable.sources,
        address=at,
    )
    st.code(cited, language=None, wrap_lines=True)
    st.caption(say("export.passport"))
    st.code(printable.passport.id, language=None, wrap_lines=True)
