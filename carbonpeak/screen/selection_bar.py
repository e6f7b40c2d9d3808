"""The one selection of all pages: what was searched for, and the places and sectors held as chips.

The selection lives in the URL as ``chosen``; what was found or clicked last is in focus as
``region`` or ``sector``, which pages show in detail.
"""

from collections.abc import Callable

import streamlit as st

from carbonpeak.data.dataset import Dataset, once_per_dataset
from carbonpeak.domain import codes as known_codes
from carbonpeak.domain import sectors
from carbonpeak.domain.measures import MEASURES
from carbonpeak.domain.view import region_names
from carbonpeak.figures.choices import Choice, FewChoice, Notice
from carbonpeak.figures.controls import MOST_CHOSEN, chosen_control
from carbonpeak.figures.page_spec import Control
from carbonpeak.screen import controls, detail, search_drawer
from carbonpeak.screen.reader import Reader
from carbonpeak.topics import registry
from carbonpeak.words.speaker import Speaker

NAME = "chosen"
# What a code of the search is: "region:350000", "figure:region_tiles".
KINDS = ("region", "sector", "measure", "page", "figure")
SEARCH, CHIPS, PICKED = "search", "chips", "picked"
COMPARE = "compare"
# What the next run does first, for this reader alone.
GOING, OPENED, FULL = "selection-going", "selection-opened", "selection-full"
TYPED = "selection-typed"


def control(data: Dataset) -> Control:
    """Return the choice of a few places and sectors that all pages share."""
    return data.cached(chosen_control)


def search(reader: Reader, carried: Callable[[], dict[str, str]]) -> None:
    """Show the search, and go where it leads; ``carried`` gives what goes along."""
    _go(reader, carried)
    _search(reader)


def chosen(reader: Reader, carried: Callable[[], dict[str, str]]) -> None:
    """Show the chips, and the ways from them and from what is in focus, where there are any."""
    codes = controls.value_of(_choice(reader.data)).many(NAME)
    if not codes and not _in_focus(reader):
        return
    with st.container(horizontal=True, key="chosen-bar", vertical_alignment="center"):
        if codes and reader.given.page.name != COMPARE:
            _chips(reader, codes)
            _compare(reader, codes, carried)
        for kind, code in _in_focus(reader).items():
            _detail(reader, kind, code)


def pick(reader: Reader) -> None:
    """Show the list to choose from, in place of the chips; typing finds names in both languages."""
    choice = _choice(reader.data)
    also, words = _also(reader.data, reader.say), control(reader.data).words
    st.session_state[PICKED] = list(controls.value_of(choice).many(NAME))
    st.multiselect(
        reader.say("chips.label"),
        choice.allowed,
        max_selections=choice.most,
        format_func=lambda code: words(reader.data, reader.say, code) + also.get(code, ""),
        key=PICKED,
        placeholder=reader.say("chips.pick", most=choice.most),
        on_change=_picked,
    )


def _picked() -> None:
    hold(tuple(st.session_state[PICKED]))


def opened(reader: Reader, carried: Callable[[], dict[str, str]]) -> None:
    """Open the drawer of the place or sector that was clicked or found, or of a search, once."""
    asked, typed = (st.session_state.pop(one, None) for one in (OPENED, TYPED))
    if typed:
        names = options(reader.data, reader.say)
        search_drawer.open_drawer(reader, typed, names, carried)
    elif asked:
        detail.open_drawer(reader, *asked)


def focus(reader: Reader, kind: str) -> Choice:
    """Return the choice that a click makes: the page's own, or any place or sector there is."""
    own = reader.given.controls.get(kind)
    if own is not None and isinstance(own.choice, Choice):
        return own.choice
    return Choice(kind, ("", *detail.names(reader, kind)), "")


def refused(reader: Reader) -> Notice | None:
    """Return what is said of a place or sector that was one too many, once."""
    code = st.session_state.pop(FULL, None)
    if code is None:
        return None
    name = control(reader.data).words(reader.data, reader.say, code)
    return Notice(NAME, name, reason="too_many", most=MOST_CHOSEN)


def toggle(data: Dataset, kind: str, code: str) -> None:
    """Take a place or sector into the chips and into focus, or out of both where it is there.

    What only some pages know, as a plan industry, comes into focus alone.
    """
    choice = _choice(data)
    held = controls.value_of(choice).many(NAME)
    if code not in choice.allowed:
        st.query_params[kind] = code
        return
    if code in held and st.query_params.get(kind) == code:
        hold(tuple(one for one in held if one != code))
        st.query_params.pop(kind, None)
        return
    st.query_params[kind] = code
    st.session_state[OPENED] = (kind, code)
    if code not in held and len(held) < MOST_CHOSEN:
        hold((*held, code))
    elif code not in held:
        st.session_state[FULL] = code


def _choice(data: Dataset) -> FewChoice:
    """Return the choice of the chips; TypeError where the pages share another kind."""
    choice = control(data).choice
    if not isinstance(choice, FewChoice):
        raise TypeError("the selection is a choice of a few")
    return choice


def hold(codes: tuple[str, ...]) -> None:
    """Write the chips into the URL, by their codes."""
    if codes:
        st.query_params[NAME] = ",".join(codes)
    else:
        st.query_params.pop(NAME, None)


def _search(reader: Reader) -> None:
    named = options(reader.data, reader.say)
    st.selectbox(
        reader.say("search.label"),
        tuple(named),
        index=None,
        format_func=named.__getitem__,
        key=SEARCH,
        placeholder=reader.say("search.label"),
        label_visibility="collapsed",
        on_change=_found,
        args=(reader.data, reader.say),
        width=260,
        accept_new_options=True,
    )


@once_per_dataset
def options(data: Dataset, tell: Speaker) -> dict[str, str]:
    """Return what can be searched for: a code with its kind, and its names to type."""
    names = {
        "region": region_names(data, tell.lang),
        "sector": sectors.names(data, tell.lang),
        "measure": {code: tell(f"measure.{code}") for code in MEASURES},
        "page": {name: tell(f"nav.{name}") for name in registry.PAGES},
        "figure": {name: tell(f"figure.name.{name}") for name in registry.FIGURES},
    }
    also = _also(data, tell)
    return {
        f"{kind}:{code}": tell(f"search.{kind}", name=name, also=also.get(code, ""))
        for kind, named in names.items()
        for code, name in named.items()
    }


def _also(data: Dataset, tell: Speaker) -> dict[str, str]:
    """Return by what else a place or sector is found: Chinese readers type pinyin and English."""
    if not tell.is_chinese:
        return {}
    named = {**region_names(data, "en"), **sectors.names(data, "en")}
    return {code: f" {name}" for code, name in named.items()}


def _found(data: Dataset, tell: Speaker) -> None:
    asked = st.session_state.get(SEARCH)
    st.session_state[SEARCH] = None
    if not asked or not asked.strip():
        return
    known = asked if asked in options(data, tell) else _exactly(data, asked)
    if not known:
        # Nothing in the list: it is looked for in what would be too much to send with each page.
        st.session_state[TYPED] = asked
        return
    kind, code = known.split(":", 1)
    if kind in ("region", "sector"):
        toggle(data, kind, code)
    elif kind == "measure":
        st.query_params["measure"] = code
    else:
        st.session_state[GOING] = code if kind == "page" else registry.PAGE_OF[code].name


def _exactly(data: Dataset, typed: str) -> str:
    """Return the place or sector of which the whole name was typed, nothing where it is none's."""
    found = {kind: known_codes.code_named(data, kind, typed) for kind in ("region", "sector")}
    names = {"region": region_names(data, "zh"), "sector": sectors.names(data, "zh")}
    known = (f"{kind}:{code}" for kind, code in found.items() if code in names[kind])
    return next(known, "")


def _go(reader: Reader, carried: Callable[[], dict[str, str]]) -> None:
    page = st.session_state.pop(GOING, None)
    if page:
        st.switch_page(f"pages/{page}.py", query_params={"lang": reader.lang, **carried()})


def _chips(reader: Reader, codes: tuple[str, ...]) -> None:
    st.session_state[CHIPS] = list(codes)
    words = control(reader.data).words
    st.pills(
        reader.say("chips.label"),
        codes,
        selection_mode="multi",
        format_func=lambda code: reader.say(
            "chips.chip", name=words(reader.data, reader.say, code)
        ),
        key=CHIPS,
        label_visibility="collapsed",
        on_change=_unchosen,
        wrap=True,
    )


def _unchosen() -> None:
    hold(tuple(st.session_state[CHIPS]))


def _compare(reader: Reader, codes: tuple[str, ...], carried: Callable[[], dict[str, str]]) -> None:
    if COMPARE not in registry.PAGES:
        return
    st.page_link(
        "pages/compare.py",
        label=reader.say("chips.compare", count=len(codes)),
        query_params={"lang": reader.lang, **carried()},
    )


def _in_focus(reader: Reader) -> dict[str, str]:
    """Return what is in focus and known, by its kind."""
    asked = {kind: st.query_params.get(kind, "") for kind in ("region", "sector")}
    return {kind: code for kind, code in asked.items() if detail.is_known(reader, kind, code)}


def _detail(reader: Reader, kind: str, code: str) -> None:
    name = detail.name(reader, kind, code)
    if st.button(
        reader.say("chips.detail", name=name),
        key=f"detail-{kind}",
        icon=":material/right_panel_open:",
        type="tertiary",
    ):
        detail.open_drawer(reader, kind, code)
