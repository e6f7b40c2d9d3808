"""The frame of every page: language, navigation, notices, cached rows, how a figure is shown."""

import re
from collections.abc import Callable, Mapping, Sequence
from contextlib import nullcontext
from functools import partial
from typing import Any

import pandas as pd
import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from carbonpeak.data.dataset import DATA_ERRORS, Dataset, once_per_dataset
from carbonpeak.data.faults import DataFault
from carbonpeak.domain import monthly
from carbonpeak.domain.sectors import coverage
from carbonpeak.domain.view import region_names
from carbonpeak.figures import months, own
from carbonpeak.figures.choices import AnyChoice, Choice, Notice, Selection
from carbonpeak.figures.figure import Card, StatusCard
from carbonpeak.screen import (
    controls,
    export_tray,
    figure_frame,
    looking,
    markup,
    measured,
    page_data,
    selection_bar,
    server,
    visitor,
)
from carbonpeak.screen.reader import Reader
from carbonpeak.topics import registry
from carbonpeak.topics.methods.words import UPDATED
from carbonpeak.words import LANGS, Lang, language_of, say
from carbonpeak.words import pick as in_language
from carbonpeak.words.speaker import Speaker

# The plus of a code like 41+43, which an address typed by hand turns into a blank.
LOST_PLUS = re.compile(r"(?<=\d) (?=\d)")
# What is in focus goes along as the code of a place or a division, which every page knows: parts of
# industry and the nation are choices of some pages alone.
EVERYWHERE = {"region": re.compile(r"(?!0{6})\d{6}"), "sector": re.compile(r"\d{2}(\+\d{2})*")}
ANY = re.compile(r".*", re.DOTALL)
NAMES = tuple(registry.PAGES)
# What a reader takes along to another page, where it stands in the URL.
SHARED = (
    *("measure", "basis", "year", "region", "sector"),
    *(selection_bar.NAME, export_tray.NAME, looking.NAME),
)


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
    visitor.show(lang)
    _sidebar(name, lang, language_choice, said)
    head = st.container(horizontal=True, key="selection", vertical_alignment="center")
    head.markdown(f"# {say(f'{name}.title', lang)}")
    st.html(markup.opening(lang))
    _say_notices(notices, lang)
    if export_tray.is_unreadable():
        st.html(markup.said(say("tray.unreadable", lang)))
    visitor.admit(lang)
    data = _data_or_stop(name, lang)
    given = registry.chosen(data, registry.PAGES[name], controls.asked())
    choices = [control.choice for control in given.controls.values()]
    controls.correct(choices, given.values, given.notices)
    tell = Speaker(lang)
    _say_notices(registry.noticed(data, given, tell), lang)
    reader = Reader(data, tell, given)
    _say_chips(reader)
    with head:
        selection_bar.search(reader, carried)
    return reader


def _say_chips(reader: Reader) -> None:
    """Say what cannot be among the places and sectors chosen, and leave it out of the URL."""
    choice = selection_bar.control(reader.data).choice
    if choice.name in reader.given.controls:
        # Names that were typed are codes from here on.
        selection_bar.hold(reader.values.many(choice.name))
    else:
        more_choices(reader, [choice])
    one_too_many = selection_bar.refused(reader)
    _say_notices([one_too_many] if one_too_many else [], reader.lang)


def more_choices(reader: Reader, choices: Sequence[AnyChoice]) -> Selection:
    """Read choices whose codes depend on another choice of the page."""
    chosen, notices = controls.read(choices)
    _say_notices(notices, reader.lang)
    return chosen


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
    choices = [selection_bar.focus(reader, one) for one in clicks]
    take = partial(selection_bar.toggle, reader.data)
    on_select = controls.on_click(choices, f"chart-{figure.name}", take) if choices else None
    chosen = "/".join(controls.value_of(one).one(one.name) for one in choices)
    figure_frame.show(figure, reader, reader.codes(name), reader.data, on_select, chosen)
    return True


def end(reader: Reader) -> None:
    """Close a page: the notes of its figures, each once, and what stands at the foot."""
    selection_bar.opened(reader, carried)
    page_data.show(reader)
    foot = markup.foot(reader.data.version, _updated(reader.data, reader.say), reader.say)
    st.html(markup.page_notes(reader.notes, reader.say) + foot)
    selection_bar.chosen(reader, carried)


def links(target: str, name: str, codes: Mapping[str, str], reader: Reader) -> None:
    """Show links to another page, one per code, that open it with that choice made.

    What the pages share stays as it is.
    """
    query = {"lang": reader.lang, **carried()}
    with st.container(horizontal=True):
        for code, words in codes.items():
            st.page_link(
                f"pages/{target}.py",
                label=reader.say(f"{target}.open", name=words),
                query_params={**query, name: code},
            )


def open_place(reader: Reader, region_code: str, year: int) -> None:
    """Show a link to the page of a province in a year of its own."""
    name = region_names(reader.data, reader.lang)[region_code]
    query = {"lang": reader.lang, **carried(), "region": region_code, "year": str(year)}
    label = reader.say("overview.later.open", name=name, year=year)
    st.page_link("pages/regions.py", label=label, query_params=query)


def onward(name: str, targets: Sequence[str], reader: Reader) -> None:
    """Show links from one page to others that go on from it, worded for it."""
    query = {"lang": reader.lang, **carried()}
    with st.container(horizontal=True):
        for target in targets:
            st.page_link(
                f"pages/{target}.py",
                label=reader.say(f"{name}.onward.{target}"),
                query_params=query,
            )


def lead(words: str) -> None:
    """Show the sentence that a page says first."""
    st.markdown(f"**{words}**")


def by_hand(name: str) -> DeltaGenerator:
    """Return a place for a head with fields and buttons, which nobody can use on paper."""
    return st.container(key=f"by-hand-{name}")


def heading(title: str, subtitle: str) -> None:
    """Show what a figure finds and what it measures."""
    st.html(markup.heading(title, subtitle))


def table(frame: pd.DataFrame, alt: str, words: bool = False) -> None:
    """Show rows that are already words; numbers stand to the right, running text to the left."""
    st.html(markup.table(frame, alt, words))


def kept_table(
    reader: Reader, build: Callable[..., pd.DataFrame], *args: Any, alt: str, words: bool = True
) -> None:
    """Show rows that ``build(data, *args, tell)`` makes, made once for these tables and words."""
    st.html(reader.data.cached(_table_html, build, args, reader.say, alt, words))


def _table_html(
    data: Dataset,
    build: Callable[..., pd.DataFrame],
    args: tuple[Any, ...],
    tell: Speaker,
    alt: str,
    words: bool,
) -> str:
    return markup.table(build(data, *args, tell), alt, words)


def cards(shown: Sequence[Card], reader: Reader) -> None:
    """Show cards side by side, below each other on a small screen."""
    st.html(markup.cards(shown, reader.lang))


def brief_cards(shown: Sequence[Card], reader: Reader) -> None:
    """Show cards of one number each, two beside each other on a small screen."""
    st.html(markup.cards(shown, reader.lang, "brief"))


def status_cards(shown: Sequence[StatusCard], reader: Reader) -> None:
    """Show cards that are read at a glance."""
    st.html(markup.status_cards(shown, reader.say))


def _sidebar(name: str, lang: Lang, choice: Choice, chosen: Selection) -> None:
    with st.sidebar:
        st.markdown(f"**{say('title', lang)}**")
        controls.pick(
            choice, chosen, say("lang.label", lang), lambda code: say(f"lang.{code}", lang)
        )
        query = {"lang": lang, **carried()}
        for page in NAMES:
            if page == name:
                st.html(markup.here(_page_name(page, lang)))
                continue
            st.page_link(
                f"pages/{page}.py",
                label=_page_name(page, lang),
                query_params=query,
            )


def _page_name(page: str, lang: Lang) -> str:
    """Return the name of a page in the navigation; with the tray, how many figures lie in it."""
    count = len(export_tray.current().items) if page == "figures" else 0
    return say("nav.figures.count", lang, count=count) if count else say(f"nav.{page}", lang)


def carried() -> dict[str, str]:
    """Return what a reader takes along to another page."""
    held = {name: st.query_params[name] for name in SHARED if name in st.query_params}
    meant = {name: LOST_PLUS.sub("+", text) for name, text in held.items()}
    return {name: text for name, text in meant.items() if EVERYWHERE.get(name, ANY).fullmatch(text)}


def _say_notices(notices: Sequence[Notice], lang: Lang) -> None:
    for notice in notices:
        st.html(markup.notice(notice, lang))


def _data_or_stop(name: str, lang: Lang) -> Dataset:
    """Return the data of this reader; without, say what is wrong and end the run."""
    try:
        # A spinner starts a thread and waits for it: only for those who wait for the tables.
        waiting = nullcontext() if server.is_loaded() else st.spinner(say("loading", lang))
        with waiting:
            published = server.dataset()
    except DATA_ERRORS as fault:
        data_fault("fault.start", fault, lang)
        st.stop()
    data = looking.data_of(published, name, lang)
    measured.version(data.version)
    with st.sidebar:
        said = (say("disclaimer", lang), _coverage(data, lang), say("rounding", lang))
        version = say("data.version", lang, version=data.version)
        newest = (version, _updated(data, Speaker(lang)))
        st.caption("\n\n".join("  \n".join(lines) for lines in (said, newest)))
    return data


def data_fault(key: str, fault: DataFault, lang: Lang) -> None:
    """Say what follows from a fault of the data, and what the fault is, letter by letter."""
    st.error(say(key, lang))
    st.code(in_language(fault.text, lang), language=None, wrap_lines=True)


@once_per_dataset
def _updated(data: Dataset, tell: Speaker) -> str:
    """Return when pages changed last, and how new monthly figures and inventories are."""
    newest = str(monthly.newest(data)["month"].max())
    month = months.period(newest, tell)
    updated = tell("data.updated", date=UPDATED, month=month, year=data.last_year)
    if data.last_year_of_any == data.last_year:
        return updated
    names = own.later_places(data, tell)
    return tell.clauses([updated, tell("data.own_later", names=names, year=data.last_year_of_any)])


@once_per_dataset
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
