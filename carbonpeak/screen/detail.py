"""The drawer of one place or sector: what every page finds about it, and the ways to them.

It begins with the figure of the page it opens on, as that page is set.
"""

from collections.abc import Mapping

import streamlit as st

from carbonpeak.charts.sent import Sent
from carbonpeak.charts.style import CONFIG
from carbonpeak.domain import sectors
from carbonpeak.domain.view import region_names
from carbonpeak.figures.figure import Figure
from carbonpeak.screen import controls, markup, visitor
from carbonpeak.screen.reader import Reader
from carbonpeak.topics import registry

# The figures that speak of one place or one sector; drawn is the page's own, or else the first.
FIGURES: Mapping[str, tuple[str, ...]] = {
    "region": (
        "region_path",
        "region_sectors",
        "driver_waterfall",
        "peak_series",
        "projection_peak",
    ),
    "sector": ("sector_path", "sector_provinces", "driver_waterfall", "peak_series"),
}
# Choices that the drawer's figures of other pages share with the page it opens on.
SHARED = ("measure", "year")


def name(reader: Reader, kind: str, code: str) -> str:
    """Return what a place or sector is called; KeyError for one that is not known."""
    return names(reader, kind)[code]


def is_known(reader: Reader, kind: str, code: str) -> bool:
    """Return whether there is anything to say about a place or sector of that code."""
    return code in names(reader, kind)


def open_drawer(reader: Reader, kind: str, code: str) -> None:
    """Open the drawer of a place or sector."""
    st.dialog(name(reader, kind, code), width="medium", position="right")(_shown)(
        reader, kind, code
    )


def names(reader: Reader, kind: str) -> dict[str, str]:
    """Return what all places or sectors are called, by code."""
    named = region_names if kind == "region" else sectors.names
    return named(reader.data, reader.lang)


def _shown(reader: Reader, kind: str, code: str) -> None:
    visitor.require("figure", reader.data.scope, reader.lang)
    found = {one: _figure(reader, one, kind, code) for one in _in_order(reader, kind)}
    first = next((figure for figure in found.values() if figure and not figure.is_table), None)
    if first is None:
        st.info(reader.say("detail.nothing"))
    else:
        st.html(markup.heading(first.title, first.subtitle))
        st.plotly_chart(
            Sent(first.chart, ""), key="detail-chart", config=CONFIG, theme=None, alt=first.alt
        )
    st.html(_findings(reader, found, first))
    _ways(reader, kind, code)


def _in_order(reader: Reader, kind: str) -> list[str]:
    """Return the figures of a drawer, first what the page it opens on is about."""
    page = reader.given.page.name
    return sorted(FIGURES[kind], key=lambda one: registry.PAGE_OF[one].name != page)


def _findings(reader: Reader, found: Mapping[str, Figure | None], first: Figure | None) -> str:
    """Return what the figures find, those that are not drawn, each as its title."""
    lines = {
        reader.say(f"figure.name.{one}"): figure.title if figure else reader.say("detail.none")
        for one, figure in found.items()
        if figure is None or figure is not first
    }
    return markup.terms("", lines.items())


def _ways(reader: Reader, kind: str, code: str) -> None:
    """Show the ways to the pages that say more about a place or sector."""
    pages = dict.fromkeys(registry.PAGE_OF[one].name for one in FIGURES[kind])
    with st.container(horizontal=True):
        for page in pages:
            _link(reader, page, kind, code, reader.say(f"nav.{page}"))
        if kind == "region":
            _link(reader, "figures", kind, code, reader.say("detail.report"))


def _link(reader: Reader, page: str, kind: str, code: str, label: str) -> None:
    st.page_link(
        f"pages/{page}.py",
        label=label,
        query_params={"lang": reader.lang, **_raw(), kind: code},
    )


def _raw() -> dict[str, str]:
    kept = (*SHARED, "chosen", "tray", "data")
    return {one: st.query_params[one] for one in kept if one in st.query_params}


def _figure(reader: Reader, figure: str, kind: str, code: str) -> Figure | None:
    """Return a figure for a place or sector, None where its page has nothing to show of it."""
    page = registry.PAGE_OF[figure]
    given = registry.chosen(reader.data, page, _asked(reader, page.name) | {kind: [code]})
    if any(notice.name == kind for notice in given.notices):
        return None
    return registry.figure(reader.data, figure, given, reader.say)


def _asked(reader: Reader, page: str) -> dict[str, list[str]]:
    """Return what a figure is asked with: all that its own page is set to, else what all share."""
    if page == reader.given.page.name:
        return controls.asked()
    return {one: [text] for one, text in _raw().items() if one in SHARED}
