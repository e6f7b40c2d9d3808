"""The frame of a figure on the screen: finding, chart, one line below, and what opens from it."""

from collections.abc import Callable
from functools import lru_cache

import streamlit as st

from carbonpeak.charts.sent import Sent
from carbonpeak.charts.style import CONFIG
from carbonpeak.data.dataset import Dataset
from carbonpeak.export.tray import MOST_FIGURES, Item
from carbonpeak.figures.figure import Figure
from carbonpeak.figures.origin import source_names
from carbonpeak.screen import drawer, export_bar, export_tray, markup
from carbonpeak.screen.reader import Reader
from carbonpeak.topics.registry import Codes
from carbonpeak.words.terms import DOUBT

CACHED_FIGURES = 512


def show(
    figure: Figure,
    reader: Reader,
    codes: Codes,
    data: Dataset,
    on_select: Callable[[], None] | None = None,
    chosen: str = "",
) -> None:
    """Show a figure drawn from some data; the code chosen in it is outlined.

    Below it stands one line: source, standing, and the ways to notes, rows, files and the tray.
    """
    hint = reader.say("figure.click") if on_select else ""
    with st.container(key=f"figure-{figure.name}"):
        st.html(markup.heading(figure.title, figure.subtitle, hint, _key(figure, reader)))
        if figure.is_table:
            st.html(_rows_html(figure))
        else:
            st.plotly_chart(
                _sent(figure, chosen),
                key=f"chart-{figure.name}",
                config=CONFIG,
                theme=None,
                alt=figure.alt,
                on_select=on_select or "ignore",
                selection_mode="points",
            )
        _below(figure, reader, codes, data)
    reader.has_shown(figure)


def _key(figure: Figure, reader: Reader) -> str:
    """Return what the mark of doubt means, where the figure wears it and its subtitle is silent."""
    if DOUBT in figure.subtitle:
        return ""
    cells = [cell for column in figure.table.shown for cell in column.cells]
    is_marked = any("doubtful" in cell.marks or DOUBT in cell.text for cell in cells)
    return reader.say("figure.doubt") if is_marked or DOUBT in figure.title else ""


def _below(figure: Figure, reader: Reader, codes: Codes, data: Dataset) -> None:
    sources = source_names(data, figure.source_ids, reader.say)
    with st.container(horizontal=True, key=f"bar-{figure.name}", vertical_alignment="center"):
        st.html(markup.footer(sources, figure.standings, reader.say))
        _ways(figure, reader, codes, data)
        # A tray is drawn from the present data; an older figure goes out by export alone.
        if data.version == reader.data.version:
            _add(reader, Item(figure.name, codes), figure.title)


def _ways(figure: Figure, reader: Reader, codes: Codes, data: Dataset) -> None:
    """Show the ways to notes and rows, and to files.

    A fragment for each figure would spare the page a run when one is clicked, and cost every other
    run a sixth of its time: what opens is a dialog, in which only its own part runs.
    """
    words = reader.say(
        "figure.details" if figure.notes else "figure.details.rows", count=len(figure.notes)
    )
    asks_notes = st.button(
        markup.named(words, figure.title),
        key=f"details-{figure.name}",
        type="tertiary",
    )
    asks_file = st.button(
        markup.named(reader.say("export.button"), figure.title),
        key=f"export-{figure.name}",
        icon=":material/download:",
        type="tertiary",
    )
    if asks_notes:
        drawer.of_figure(figure, reader, codes, data)
    if asks_file:
        export_bar.window(reader, figure.name, codes, data)


def _add(reader: Reader, item: Item, title: str) -> None:
    held = export_tray.current()
    is_in = held.has(item)
    is_full = held.is_full and not is_in
    is_unreadable = export_tray.is_unreadable()
    if is_unreadable:
        label = reader.say("export.unreadable")
    elif is_full:
        label = reader.say("export.full", most=MOST_FIGURES)
    else:
        label = reader.say("export.added" if is_in else "export.add")
    st.button(
        markup.named(label, title),
        key=f"add-{item.figure}",
        icon=":material/check:" if is_in else ":material/add:",
        type="tertiary",
        disabled=is_in or is_full or is_unreadable,
        on_click=export_tray.add,
        args=(item, reader.data.version),
    )


@lru_cache(maxsize=CACHED_FIGURES)
def _rows_html(figure: Figure) -> str:
    words = [not column.is_number for column in figure.table.shown]
    return markup.table(figure.table.texts(), figure.title, words)


@lru_cache(maxsize=CACHED_FIGURES)
def _sent(figure: Figure, chosen: str) -> Sent:
    return Sent(figure.chart, chosen)
