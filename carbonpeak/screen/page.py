"""The frame of every page: language, navigation, notices, cached rows, how a figure is shown."""

from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from functools import lru_cache, partial
from typing import Any

import pandas as pd
import streamlit as st

from carbonpeak.charts.sent import Sent
from carbonpeak.charts.style import CONFIG
from carbonpeak.data.dataset import DATA_ERRORS, Dataset
from carbonpeak.data.faults import DataFault
from carbonpeak.domain.sectors import coverage
from carbonpeak.domain.view import region_names
from carbonpeak.figures.choices import AnyChoice, Choice, Notice, Selection
from carbonpeak.figures.figure import Card, Figure
from carbonpeak.figures.origin import footnotes, source_names
from carbonpeak.screen import controls, export_bar, export_tray, markup, server
from carbonpeak.screen.reader import Reader
from carbonpeak.topics import registry
from carbonpeak.words import LANGS, Lang, language_of, say
from carbonpeak.words import pick as in_language
from carbonpeak.words.speaker import Speaker

NAMES = tuple(registry.PAGES)
# What a reader takes along to another page, where it stands in the URL.
SHARED = ("measure", "basis", "year", export_tray.NAME)
CACHED_FIGURES = 512


def language() -> Lang:
    """Return the language of the URL, or else of the browser."""
    asked = st.query_params.get("lang")
    return language_of(st.context.locale) if asked not in LANGS else language_of(asked)


def begin(name: str) -> Reader:
    """Open a page: title, style, navigation, notices about the URL.

    Its choices are those that its figures depend on. Stop here, with words, where the data cannot
    be loaded.
    """
    lang = language()
    st.set_page_config(
        page_title=f"{say(f'nav.{name}', lang)} · {say('title', lang)}",
        page_icon="📉",
        layout="wide",
    )
    st.html(markup.style(lang))
    language_choice = Choice("lang", LANGS, language_of(st.context.locale))
    said, notices = controls.read([language_choice])
    _sidebar(name, lang, language_choice, said)
    st.markdown(f"# {say(f'{name}.title', lang)}")
    st.html(markup.opening(lang))
    _say_notices(notices, lang)
    if export_tray.is_unreadable():
        st.html(markup.said(say("tray.unreadable", lang)))
    data = _data_or_stop(lang)
    given = registry.chosen(data, registry.PAGES[name], controls.asked())
    choices = [control.choice for control in given.controls.values()]
    controls.correct(choices, given.values, given.notices)
    _say_notices(given.notices, lang)
    return Reader(data, Speaker(lang), given)


def more_choices(reader: Reader, choices: Sequence[AnyChoice]) -> Selection:
    """Read choices whose codes depend on another choice of the page."""
    chosen, notices = controls.read(choices)
    _say_notices(notices, reader.lang)
    return chosen


def show(
    figure: Figure,
    reader: Reader,
    on_select: Callable[[], None] | None = None,
    chosen: str = "",
) -> None:
    """Show a figure with notes, standing, source and rows; the code chosen in it is outlined."""
    with st.container(key=f"figure-{figure.name}"):
        heading(figure.title, figure.subtitle)
        if figure.chart is None:
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
        _footer(figure, reader)


def pick(reader: Reader, *names: str) -> None:
    """Show choices of few codes as rows of buttons."""
    for name in names:
        controls.pick(*_shown(reader, name))


def choose(reader: Reader, *names: str) -> None:
    """Show choices of many codes as lists."""
    for name in names:
        controls.choose(*_shown(reader, name))


def choose_many(reader: Reader, name: str) -> None:
    """Show any number of codes to choose."""
    controls.choose_many(*_shown(reader, name), reader.lang)


def slide(reader: Reader, *names: str) -> None:
    """Show numbers to set."""
    for name in names:
        number, values, label, _ = _shown(reader, name)
        controls.slide(number, values, label)


def enter(reader: Reader, *names: str) -> None:
    """Show numbers to type, side by side."""
    with st.container(horizontal=True):
        for name in names:
            number, values, label, _ = _shown(reader, name)
            controls.enter(number, values, label)


def _shown(reader: Reader, name: str) -> tuple[Any, Selection, str, Callable[[str], str]]:
    control = reader.control(name)
    return control.choice, reader.values, reader.say(control.label), partial(reader.words, name)


def figure(
    reader: Reader, name: str, clicks: Sequence[str] = (), empty: str = "figure.empty"
) -> bool:
    """Show a figure for what the reader chose; return whether there is one.

    ``clicks`` names the choices that a click on its chart sets, ``empty`` the words where there is
    nothing to show.
    """
    figure = reader.figure(name)
    if figure is None:
        st.info(reader.say(empty))
        return False
    choices = [_shown(reader, one)[0] for one in clicks]
    on_select = controls.on_click(choices, f"chart-{figure.name}") if choices else None
    if clicks:
        st.caption(reader.say("figure.click"))
    show(figure, reader, on_select, "/".join(reader.values.one(one) for one in clicks))
    export_bar.show(reader, name, reader.codes(name), reader.data)
    return True


def links(target: str, name: str, codes: Mapping[str, str], reader: Reader) -> None:
    """Show links to another page, one per code, that open it with that choice made.

    What the pages share stays as it is.
    """
    with st.container(horizontal=True):
        for code, words in codes.items():
            st.page_link(
                f"pages/{target}.py",
                label=reader.say(f"{target}.open", name=words),
                query_params={"lang": reader.lang, **carried(), name: code},
            )


def onward(name: str, targets: Sequence[str], reader: Reader) -> None:
    """Show links from one page to others that go on from it, worded for it."""
    with st.container(horizontal=True):
        for target in targets:
            st.page_link(
                f"pages/{target}.py",
                label=reader.say(f"{name}.onward.{target}"),
                query_params={"lang": reader.lang, **carried()},
            )


def heading(title: str, subtitle: str) -> None:
    """Show what a figure finds and what it measures."""
    st.html(markup.heading(title, subtitle))


def table(frame: pd.DataFrame, alt: str, words: bool = False) -> None:
    """Show rows that are already words; numbers stand to the right, running text to the left."""
    st.html(markup.table(frame, alt, words))


def cards(shown: Sequence[Card], reader: Reader) -> None:
    """Show cards side by side, below each other on a small screen."""
    st.html(markup.cards(shown, reader.lang))


@lru_cache(maxsize=CACHED_FIGURES)
def _rows_html(figure: Figure) -> str:
    is_words = not any(column.is_number for column in figure.table.shown)
    return markup.table(figure.table.texts(), figure.title, words=is_words)


@lru_cache(maxsize=CACHED_FIGURES)
def _sent(figure: Figure, chosen: str) -> Sent:
    return Sent(figure.chart, chosen)


def _footer(figure: Figure, reader: Reader) -> None:
    sources = source_names(reader.data, figure.source_ids, reader.say)
    st.caption("  \n".join(footnotes(figure, sources, reader.say, reader.said)))
    reader.has_read(figure.notes)
    if figure.chart is not None:
        with st.expander(reader.say("figure.table")):
            st.caption(reader.say("figure.alt", text=figure.alt))
            st.html(_rows_html(figure))


def _sidebar(name: str, lang: Lang, choice: Choice, chosen: Selection) -> None:
    with st.sidebar:
        st.markdown(f"**{say('title', lang)}**")
        controls.pick(
            choice, chosen, say("lang.label", lang), lambda code: say(f"lang.{code}", lang)
        )
        for page in NAMES:
            st.page_link(
                f"pages/{page}.py",
                label=_page_name(page, lang),
                query_params={"lang": lang, **carried()},
                disabled=page == name,
            )


def _page_name(page: str, lang: Lang) -> str:
    """Return the name of a page in the navigation; with the tray, how many figures lie in it."""
    count = len(export_tray.current().items) if page == "figures" else 0
    return say("nav.figures.count", lang, count=count) if count else say(f"nav.{page}", lang)


def carried() -> dict[str, str]:
    """Return what a reader takes along to another page."""
    return {name: st.query_params[name] for name in SHARED if name in st.query_params}


def _say_notices(notices: Sequence[Notice], lang: Lang) -> None:
    for notice in notices:
        st.html(markup.notice(notice, lang))


def _data_or_stop(lang: Lang) -> Dataset:
    """Return the data of this reader; without, say what is wrong and end the run."""
    try:
        # A spinner starts a thread and waits for it: only for those who wait for the tables.
        waiting = nullcontext() if server.is_loaded() else st.spinner(say("loading", lang))
        with waiting:
            data = server.dataset()
    except DATA_ERRORS as fault:
        data_fault("fault.start", fault, lang)
        st.stop()
    with st.sidebar:
        said = (say("disclaimer", lang), _coverage(data, lang), say("rounding", lang))
        st.caption("  \n".join(said))
        st.caption(say("data.version", lang, version=data.version))
    return data


def data_fault(key: str, fault: DataFault, lang: Lang) -> None:
    """Say what follows from a fault of the data, and what the fault is, letter by letter."""
    st.error(say(key, lang))
    st.code(in_language(fault.text, lang), language=None, wrap_lines=True)


def _coverage(data: Dataset, lang: Lang) -> str:
    """Return how many regions the figures cover, and which they do not."""
    tell, held, names = Speaker(lang), coverage(data), region_names(data, lang)
    return tell(
        "coverage",
        regions=len(names),
        covered=len(held.covered),
        uncovered=tell.listed(names[code] for code in held.uncovered),
        split=len(held.counted),
        unsplit=tell.listed(names[code] for code in held.unsplit),
    )
